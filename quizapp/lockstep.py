"""The histories of many cards at once, turn by turn: ``replaying`` for a whole collection.

All first answers are worked out together, then all second ones, and so on. The numbers are those
of ``replaying`` to the last bit: arithmetic is the same everywhere, and a power, whose last bit may
differ from one machine's vectors to another's, is rounded to four digits like every stability.
Where the rounding hangs on that bit, the card is worked out alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quizapp.intervals import MAXIMUM_INTERVAL, draw
from quizapp.model import LearningState, Memory
from quizapp.replaying import Answer, Rules, instant, retraced, rules_of, step_length
from quizapp.scheduling import Model

Numbers: TypeAlias = NDArray[Any]

_STATES = tuple(map(str, LearningState))
_NEW, _REVIEW = _STATES.index(str(LearningState.NEW)), _STATES.index(str(LearningState.REVIEW))
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4
_DOUBT = 1e-6
"""So near a middle of two days, the last bit of a power decides."""
_SURE = 0.499
"""So far from the middle of two numbers, it does not."""
_LEAST_STABILITY = 0.001
_MINUTE_MS, _DAY_MS = 60_000, 86_400_000
_FIRST_DAY = datetime(1970, 1, 1, tzinfo=UTC).toordinal()


class Log(NamedTuple):
    """Answers of several cards, card by card and in the order of time, a column for each part.

    ``counts`` says how many each of ``cards`` has, which is at least one.
    """

    cards: Sequence[str]
    counts: Numbers
    at: Numbers
    utc_offset: Numbers
    rating: Numbers


class Together(NamedTuple):
    """How each card stood before each answer, in columns as ``replaying.Before`` has them.

    ``reps`` 0 is a new card: it has no stability and no days elapsed. ``memories`` are after the
    last answers, card by card.
    """

    day: list[int]
    state: list[str]
    stability: list[float]
    elapsed_days: list[int]
    reps: list[int]
    lapses: list[int]
    memories: list[Memory]


def retraced_together(log: Log, model: Model) -> Together:
    """Goes through the answers of cards that have no other ones."""
    return _Cards(log, rules_of(model)).retraced()


class _Cards:
    """The cards, those with most answers first, so that each turn has the first few of them."""

    def __init__(self, log: Log, rules: Rules) -> None:
        self.log = log
        self.rules = rules
        self.order = np.argsort(-log.counts, kind="stable")
        self.counts = log.counts[self.order]
        starts = np.concatenate(([0], np.cumsum(log.counts)[:-1]))
        self.starts = starts[self.order]
        self.day = (log.at + log.utc_offset * _MINUTE_MS - rules.rollover_ms) // _DAY_MS
        total, cards = len(log.at), len(log.counts)
        self.before_state = np.zeros(total, np.int8)
        self.before_step = np.zeros(total, np.int16)
        self.before_stability = np.zeros(total)
        self.before_difficulty = np.zeros(total)
        self.elapsed = np.zeros(total, np.int64)
        self.lapses_before = np.zeros(total, np.int64)
        self.reps = np.arange(total) - np.repeat(starts, log.counts)
        self.state = np.full(cards, _NEW, np.int8)
        self.step = np.zeros(cards, np.int16)
        self.stability = np.zeros(cards)
        self.difficulty = np.zeros(cards)
        self.lapses = np.zeros(cards, np.int64)
        self.days = np.zeros(cards)
        self.unsure = np.zeros(cards, bool)
        self.names = [log.cards[place] for place in self.order.tolist()]
        self.next_state, self.next_step = _moves(rules)

    def retraced(self) -> Together:
        with np.errstate(all="ignore"):  # what has no meaning for a card is not taken
            for turn in range(int(self.counts[0])):
                self._turn(turn, int(np.searchsorted(-self.counts, -turn, side="left")))
        states = np.array(_STATES, object)
        return Together(
            self.day.tolist(),
            states[self.before_state].tolist(),
            self.before_stability.tolist(),
            self.elapsed.tolist(),
            self.reps.tolist(),
            self.lapses_before.tolist(),
            list(self._memories()),
        )

    def _turn(self, turn: int, cards: int) -> None:
        """The answers that are the ``turn``-th of their cards: those of the first ``cards``."""
        rows = self.starts[:cards] + turn
        state, step = self.state[:cards], self.step[:cards]
        stability, difficulty = self.stability[:cards], self.difficulty[:cards]
        rating = self.log.rating[rows]
        elapsed = (
            np.maximum(self.day[rows] - self.day[rows - 1], 0) if turn else np.zeros_like(rows)
        )
        self.before_state[rows], self.before_step[rows] = state, step
        self.before_stability[rows], self.before_difficulty[rows] = stability, difficulty
        self.elapsed[rows], self.lapses_before[rows] = elapsed, self.lapses[:cards]

        led_to = self._led_to(state, stability, difficulty, elapsed, rating)
        exact = _rounded(led_to, 10_000)
        for place in np.flatnonzero(np.isnan(exact)):
            exact[place] = round(self._alone(int(rows[place])), 4)
        harder = self._difficulty(state, difficulty, rating)
        rounded = _rounded(harder, 1_000)
        for place in np.flatnonzero(np.isnan(rounded)):
            rounded[place] = round(float(harder[place]), 3)
        self.lapses[:cards] += (state == _REVIEW) & (rating == _AGAIN)
        moved = self.next_state[state, step, rating], self.next_step[state, step, rating]
        asked = _AskedTogether(state, step, stability, difficulty, elapsed, rating, led_to)
        self.days[:cards] = self._days(turn, asked, moved[0] == _REVIEW)
        self.stability[:cards], self.difficulty[:cards] = exact, rounded
        self.state[:cards], self.step[:cards] = moved

    def _led_to(
        self,
        state: Numbers,
        stability: Numbers,
        difficulty: Numbers,
        elapsed: Numbers,
        rating: Numbers,
    ) -> Numbers:
        """``Rules.stability``, of all cards; but for the last bit."""
        rules, w = self.rules, self.rules.w
        gain = np.array(rules.short)[rating] * stability ** -w[19]
        again = rating == _AGAIN
        same_day = stability * np.where(again, gain, np.maximum(gain, 1.0))
        recall = (1 + rules.factor * elapsed / stability) ** rules.decay
        forgotten = (
            w[11]
            * (difficulty ** -w[12])
            * ((stability + 1) ** w[13] - 1)
            * np.exp((1 - recall) * w[14])
        )
        grown = (
            rules.growth
            * (11 - difficulty)
            * (stability ** -w[9])
            * (np.exp((1 - recall) * w[10]) - 1)
            * np.where(rating == _HARD, w[15], 1.0)
            * np.where(rating == _EASY, w[16], 1.0)
        )
        later = np.where(
            again, np.minimum(forgotten, stability / rules.relapse), stability * (1 + grown)
        )
        found = np.maximum(np.where(elapsed < 1, same_day, later), _LEAST_STABILITY)
        return np.where(state == _NEW, np.array(rules.first_stability)[rating], found)

    def _days(self, turn: int, asked: _AskedTogether, in_review: Numbers) -> Numbers:
        """The intervals of the cards that the answers lead into review; ``replaying`` says how."""
        found, places = np.zeros(len(in_review)), np.flatnonzero(in_review)
        asked = _AskedTogether(*(column[places] for column in asked))
        scheduled = np.where(asked.state == _REVIEW, self.days[places], 0)
        drawn = None
        if self.rules.model.fuzz:
            names = self.names
            drawn = np.array([draw(names[place], turn) for place in places.tolist()])
        days, unsure = np.zeros(len(places)), np.zeros(len(places), bool)
        for rating in range(_AGAIN, _EASY + 1):
            leads = self.next_state[asked.state, asked.step, rating] == _REVIEW
            leads |= (asked.state != _NEW) & (rating == _GOOD)
            now = np.flatnonzero(
                leads & ((asked.rating == rating) if rating == _AGAIN else (asked.rating >= rating))
            )
            if not len(now):
                continue
            some = _AskedTogether(*(column[now] for column in asked))
            led_to = self._led_to(*some[:1], *some[2:5], np.full(len(now), rating))
            led_to = np.where(some.rating == rating, some.led_to, led_to)
            wanted = (led_to / self.rules.factor) * self.rules.reach
            least = np.ones(len(now))
            if rating != _AGAIN:
                held, doubt = _not_before(wanted, scheduled[now])
                least = np.maximum(held, days[now] + 1)
                unsure[now] |= doubt
            days[now], doubt = _fuzzed(wanted, least, None if drawn is None else drawn[now])
            unsure[now] |= doubt
        found[places] = days
        self.unsure[places] |= unsure
        return found

    def _difficulty(self, state: Numbers, difficulty: Numbers, rating: Numbers) -> Numbers:
        """``Rules.difficulty``, of all cards."""
        rules, w = self.rules, self.rules.w
        change = -(w[6] * (rating - 3))
        moved = difficulty + (10.0 - difficulty) * change / 9.0
        found = np.minimum(np.maximum(rules.towards + (1 - w[7]) * moved, 1.0), 10.0)
        return np.where(state == _NEW, np.array(rules.first_difficulty)[rating], found)

    def _alone(self, row: int) -> float:
        """``Rules.stability`` of one answer, to the last bit."""
        return self.rules.stability(
            _STATES[self.before_state[row]],
            float(self.before_stability[row]),
            float(self.before_difficulty[row]),
            int(self.elapsed[row]),
            int(self.log.rating[row]),
        )

    def _memories(self) -> Iterator[Memory]:
        log, places = self.log, np.argsort(self.order)
        lasts = self.starts + self.counts - 1
        columns = zip(
            log.cards,
            [_STATES[state] for state in self.state[places].tolist()],
            self.step[places].tolist(),
            self.stability[places].tolist(),
            self.difficulty[places].tolist(),
            self.counts[places].tolist(),
            self.lapses[places].tolist(),
            self.day[lasts[places]].tolist(),
            self.days[places].astype(np.int64).tolist(),
            self.unsure[places].tolist(),
            strict=True,
        )
        first = 0
        for stands in map(_Stands._make, columns):
            last = first + stands.reps - 1
            if stands.unsure:
                yield from self._memory_alone(stands.card_id, slice(first, last + 1))
            else:
                answer = int(log.at[last]), int(log.utc_offset[last]), int(log.rating[last])
                yield self._memory(stands, Answer(*answer))
            first = last + 1

    def _memory_alone(self, card_id: str, rows: slice) -> Iterator[Memory]:
        """The memory of one card by ``replaying``, where a last bit decides on a day."""
        log = self.log
        columns = (log.at[rows], log.utc_offset[rows], log.rating[rows])
        answers = [Answer(*one) for one in zip(*map(np.ndarray.tolist, columns), strict=True)]
        if memory := retraced(card_id, answers, self.rules.model).memory:
            yield memory

    def _memory(self, stands: _Stands, last: Answer) -> Memory:
        moment, today = instant(last), date.fromordinal(stands.last_day + _FIRST_DAY)
        in_review = stands.state == _STATES[_REVIEW]
        if in_review:
            interval = timedelta(days=stands.days)
            due = datetime.combine(today + interval, self.rules.model.rollover, moment.tzinfo)
        else:
            interval = step_length(self.rules.steps[stands.state], stands.step, last.rating)
            due = moment + interval
        return Memory(
            card_id=stands.card_id,
            state=LearningState(stands.state),
            step=None if in_review else stands.step,
            stability=stands.stability,
            difficulty=stands.difficulty,
            due=due,
            last_review=moment,
            interval=interval,
            reps=stands.reps,
            lapses=stands.lapses,
            last_day=today,
        )


class _Stands(NamedTuple):
    """How a card stands after its last answer."""

    card_id: str
    state: str
    step: int
    stability: float
    difficulty: float
    reps: int
    lapses: int
    last_day: int
    days: int
    unsure: bool


class _AskedTogether(NamedTuple):
    """Cards at the moment of an answer, and the answers; see ``replaying``."""

    state: Numbers
    step: Numbers
    stability: Numbers
    difficulty: Numbers
    elapsed: Numbers
    rating: Numbers
    led_to: Numbers


def _moves(rules: Rules) -> tuple[Numbers, Numbers]:
    """``Rules.moves`` as tables of states and of steps: by state, step and rating."""
    steps = max(map(len, rules.steps.values())) + 1
    states, next_steps = (np.zeros((len(_STATES), steps, 5), np.int8) for _ in range(2))
    for number, state in enumerate(_STATES):
        for step in range(steps):
            for rating in range(_AGAIN, _EASY + 1):
                moved, next_step = rules.moves[state, step, rating]
                states[number, step, rating] = _STATES.index(moved)
                next_steps[number, step, rating] = next_step
    return states, next_steps


def _rounded(values: Numbers, power: int) -> Numbers:
    """Each to the digits of ``power``; not a number where it is too near the middle of two."""
    scaled = values * power
    whole = np.floor(scaled + 0.5)
    return np.where(np.abs(scaled - whole) < _SURE, whole / power, np.nan)


def _spread(days: Numbers) -> Numbers:
    """``intervals.spread_of``."""
    week = 0.15 * (days - 2.5)
    weeks = 0.15 * (7.0 - 2.5) + 0.1 * (days - 7.0)
    more = 0.15 * (7.0 - 2.5) + 0.1 * (20.0 - 7.0) + 0.05 * (days - 20.0)
    found = 1.0 + np.where(days < 7.0, week, np.where(days < 20.0, weeks, more))
    return np.where(days < 2.5, 0.0, found)


def _whole(days: Numbers) -> tuple[Numbers, Numbers]:
    """``intervals.rounded``, and whether that may hang on a last bit."""
    raised = days + 0.5
    found = np.floor(raised)
    part = raised - found
    return found, (part < _DOUBT) & (part > 0) | (part > 1 - _DOUBT)


def _not_before(wanted: Numbers, scheduled: Numbers) -> tuple[Numbers, Numbers]:
    """``intervals.not_before``, and whether that may hang on a last bit."""
    (near, doubt), (far, doubt_of_far) = _whole(wanted), _whole(wanted + _spread(wanted))
    kept = np.where(scheduled <= far, np.maximum(scheduled, 1), 1)
    grows = (scheduled > 0) & (near > scheduled)
    return np.where(grows, scheduled + 1, kept), doubt | doubt_of_far


def _fuzzed(wanted: Numbers, minimum: Numbers, drawn: Numbers | None) -> tuple[Numbers, Numbers]:
    """``intervals.fuzzed``, and whether that may hang on a last bit."""
    least = np.minimum(minimum, MAXIMUM_INTERVAL)
    middle = np.where(wanted > least, np.minimum(wanted, MAXIMUM_INTERVAL), least)
    plain, doubt = _whole(middle)
    if drawn is None:
        return plain, doubt
    spread = _spread(middle)
    lower, doubt_of_lower = _whole(middle - spread)
    upper, doubt_of_upper = _whole(middle + spread)
    lower = np.maximum(lower, least)
    upper = np.where(upper < least, least, np.minimum(upper, MAXIMUM_INTERVAL))
    upper += (lower == upper) & (upper > 2) & (upper < MAXIMUM_INTERVAL)
    picked = lower + np.floor(drawn * (1 + upper - lower))
    doubt |= doubt_of_lower | doubt_of_upper | (np.abs(middle - 2.5) < _DOUBT)
    return np.where(middle < 2.5, plain, picked), doubt
