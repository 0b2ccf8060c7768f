"""The histories of many cards at once, turn by turn: ``replaying`` for a whole collection.

All first answers are worked out together, then all second ones, and so on. The numbers are those
of ``replaying`` to the last bit: arithmetic is the same everywhere, and a power, whose last bit may
differ from one machine's vectors to another's, is rounded to four digits like every stability.
Where the rounding hangs on that bit, the card is worked out alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

import numpy as np

from quizapp.memory.replaying import Answer, Rules, retraced, rules_of, step_length
from quizapp.memory.spacing import (
    AGAIN,
    EASY,
    NEW,
    REVIEW,
    STATES,
    Asked,
    Numbers,
    Spacing,
    moves_of,
    stabilities,
)
from quizapp.scheduling import Model

_SURE = 0.499
"""So far from the middle of two numbers, a last bit does not decide."""
_SECOND_MS, _MINUTE_MS, _DAY_MS = 1_000, 60_000, 86_400_000
_MILLISECOND = timedelta(milliseconds=1)


class Log(NamedTuple):
    """Answers of several cards, card by card and in the order of time, a column for each part.

    ``counts`` says how many each of ``cards`` has, which is at least one.
    """

    cards: Sequence[str]
    counts: Numbers
    at: Numbers
    utc_offset: Numbers
    rating: Numbers


class Stood(NamedTuple):
    """How each card stood before each answer, in columns as ``replaying.Before`` has them.

    ``reps`` 0 is a new card: it has no stability and no days elapsed.
    """

    day: Numbers
    state: Numbers
    stability: Numbers
    elapsed_days: Numbers
    reps: Numbers
    lapses: Numbers


class Stands(NamedTuple):
    """How each card stands after its last answer, in columns.

    Instants are in milliseconds since 1970, days are counted from there; ``due_day`` is
    ``scheduling.due_day``. ``step`` is None in review.
    """

    state: list[str]
    step: list[int | None]
    stability: list[float]
    difficulty: list[float]
    due: list[int]
    due_day: list[int]
    last_review_at: list[int]
    last_day: list[int]
    utc_offset: list[int]
    interval_seconds: list[int]
    reps: list[int]
    lapses: list[int]


class Together(NamedTuple):
    """What the histories come to."""

    before: Stood
    after: Stands


def retraced_together(log: Log, model: Model) -> Together:
    """Goes through the answers of cards that have no other ones."""
    with np.errstate(all="ignore"):  # what has no meaning for a card is not taken
        return _Cards(log, rules_of(model)).retraced()


class _Cards:
    """The cards, those with most answers first, so that each turn has the first few of them."""

    def __init__(self, log: Log, rules: Rules) -> None:
        self.log = log
        self.rules = rules
        self.moves = moves_of(rules)
        self.first = np.concatenate(([0], np.cumsum(log.counts)[:-1]))
        self.last = self.first + log.counts - 1
        order = np.argsort(-log.counts, kind="stable")
        self.places = np.argsort(order)
        self.counts, self.starts = log.counts[order], self.first[order]
        self.day = (log.at + log.utc_offset * _MINUTE_MS - rules.rollover_ms) // _DAY_MS
        elapsed = np.maximum(np.diff(self.day, prepend=self.day[:1]), 0)
        elapsed[self.first] = 0
        total, cards = len(log.at), len(log.counts)
        self.asked = Asked(
            reps=np.arange(total) - np.repeat(self.first, log.counts),
            state=np.zeros(total, np.int8),
            step=np.zeros(total, np.int16),
            stability=np.zeros(total),
            difficulty=np.zeros(total),
            elapsed=elapsed,
            rating=log.rating.astype(np.int64),
            led_to=np.zeros(total),
        )
        self.lapses_before = np.zeros(total, np.int64)
        self.state = np.full(cards, NEW, np.int8)
        self.step = np.zeros(cards, np.int16)
        self.stability = np.zeros(cards)
        self.difficulty = np.zeros(cards)
        self.lapses = np.zeros(cards, np.int64)

    def retraced(self) -> Together:
        for turn in range(int(self.counts[0])):
            self._turn(turn, int(np.searchsorted(-self.counts, -turn, side="left")))
        asked = self.asked
        states = np.array(STATES, object)[asked.state]
        before = Stood(
            self.day, states, asked.stability, asked.elapsed, asked.reps, self.lapses_before
        )
        return Together(before, self._stands())

    def _turn(self, turn: int, cards: int) -> None:
        """The answers that are the ``turn``-th of their cards: those of the first ``cards``."""
        asked, rows = self.asked, self.starts[:cards] + turn
        state, step = self.state[:cards], self.step[:cards]
        stability, difficulty = self.stability[:cards], self.difficulty[:cards]
        rating, elapsed = asked.rating[rows], asked.elapsed[rows]
        asked.state[rows], asked.step[rows] = state, step
        asked.stability[rows], asked.difficulty[rows] = stability, difficulty
        self.lapses_before[rows] = self.lapses[:cards]

        led_to = stabilities(self.rules, state, stability, difficulty, elapsed, rating)
        asked.led_to[rows] = led_to
        exact = _rounded(led_to, 10_000)
        for place in np.flatnonzero(np.isnan(exact)):
            exact[place] = round(self._alone(int(rows[place])), 4)
        harder = self._difficulty(state, difficulty, rating)
        rounded = _rounded(harder, 1_000)
        for place in np.flatnonzero(np.isnan(rounded)):
            rounded[place] = round(float(harder[place]), 3)
        self.lapses[:cards] += (state == REVIEW) & (rating == AGAIN)
        moved = self.moves.state[state, step, rating], self.moves.step[state, step, rating]
        self.stability[:cards], self.difficulty[:cards] = exact, rounded
        self.state[:cards], self.step[:cards] = moved

    def _difficulty(self, state: Numbers, difficulty: Numbers, rating: Numbers) -> Numbers:
        """``Rules.difficulty``, of all cards."""
        rules, w = self.rules, self.rules.w
        change = -(w[6] * (rating - 3))
        moved = difficulty + (10.0 - difficulty) * change / 9.0
        found = np.minimum(np.maximum(rules.towards + (1 - w[7]) * moved, 1.0), 10.0)
        return np.where(state == NEW, np.array(rules.first_difficulty)[rating], found)

    def _alone(self, row: int) -> float:
        """``Rules.stability`` of one answer, to the last bit."""
        asked = self.asked
        return self.rules.stability(
            STATES[asked.state[row]],
            float(asked.stability[row]),
            float(asked.difficulty[row]),
            int(asked.elapsed[row]),
            int(asked.rating[row]),
        )

    def _stands(self) -> Stands:
        """The schedules; a card in review falls due when its study day begins."""
        log, last, places = self.log, self.last, self.places
        state, step = self.state[places], self.step[places]
        at, offset, day = log.at[last], log.utc_offset[last], self.day[last]
        in_review = state == REVIEW
        days = self._days(np.flatnonzero(in_review))
        waits = _step_lengths(self.rules)[state, step, log.rating[last]]
        start = (day + days) * _DAY_MS + _start_ms(self.rules.model) - offset * _MINUTE_MS
        interval = np.where(in_review, days * (_DAY_MS // _SECOND_MS), waits // _SECOND_MS)
        steps = zip(step.tolist(), in_review.tolist(), strict=True)
        return Stands(
            state=[STATES[one] for one in state.tolist()],
            step=[None if reviewed else one for one, reviewed in steps],
            stability=self.stability[places].tolist(),
            difficulty=self.difficulty[places].tolist(),
            due=np.where(in_review, start, at + waits).tolist(),
            due_day=np.where(in_review, day + days, day).tolist(),
            last_review_at=at.tolist(),
            last_day=day.tolist(),
            utc_offset=offset.tolist(),
            interval_seconds=interval.tolist(),
            reps=log.counts.tolist(),
            lapses=self.lapses[places].tolist(),
        )

    def _days(self, cards: Numbers) -> Numbers:
        """The intervals of these cards in days; 0 of all others."""
        found = np.zeros(len(self.log.cards), np.int64)
        names = [self.log.cards[place] for place in cards.tolist()]
        spacing = Spacing(self.rules, self.moves, self.asked)
        days, unsure = spacing.days(names, self.last[cards])
        found[cards] = days
        for place in cards[unsure].tolist():
            found[place] = self._days_alone(place)
        return found

    def _days_alone(self, place: int) -> int:
        """The interval of one card by ``replaying``, where a last bit decides on a day."""
        log, rows = self.log, slice(self.first[place], self.last[place] + 1)
        columns = (log.at[rows], log.utc_offset[rows], log.rating[rows])
        answers = [Answer(*one) for one in zip(*map(np.ndarray.tolist, columns), strict=True)]
        memory = retraced(log.cards[place], answers, self.rules.model).memory
        return memory.interval.days if memory else 0


def _start_ms(model: Model) -> int:
    """How long after midnight a study day begins."""
    at = model.rollover
    length = timedelta(
        hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond
    )
    return length // _MILLISECOND


def _step_lengths(rules: Rules) -> Numbers:
    """How long the learning steps last, in milliseconds: by state, step and rating that led there.

    0 where there is no such step.
    """
    steps = max(map(len, rules.steps.values())) + 1
    found = np.zeros((len(STATES), steps, EASY + 1), np.int64)
    for state, lengths in rules.steps.items():
        for step in range(len(lengths)):
            for rating in range(AGAIN, EASY + 1):
                length = step_length(lengths, step, rating)
                found[STATES.index(state), step, rating] = length // _MILLISECOND
    return found


def _rounded(values: Numbers, power: int) -> Numbers:
    """Each to the digits of ``power``; not a number where it is too near the middle of two."""
    scaled = values * power
    whole = np.floor(scaled + 0.5)
    return np.where(np.abs(scaled - whole) < _SURE, whole / power, np.nan)
