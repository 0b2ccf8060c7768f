"""The intervals of many cards at once, after a history that kept each of them in review.

The arithmetic of ``replaying``, in columns. Powers may differ in their last bit from one machine's
vectors to another's: where that could decide on a day, it is said of the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quizapp.memory.intervals import MAXIMUM_INTERVAL, draw
from quizapp.memory.replaying import Rules
from quizapp.model import LearningState

Numbers: TypeAlias = NDArray[Any]

STATES = tuple(map(str, LearningState))
"""States of a card by the numbers that stand for them in columns."""

NEW, REVIEW = STATES.index(str(LearningState.NEW)), STATES.index(str(LearningState.REVIEW))
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

_DOUBT = 1e-6
"""So near a middle of two days, the last bit of a power decides."""
_LEAST_STABILITY = 0.001
_FUZZ_FROM = 2.5


class Asked(NamedTuple):
    """Cards at the moment of an answer, and the answers, in columns; see ``replaying``.

    ``reps`` counts the answers before, ``led_to`` is the stability after, not yet rounded.
    """

    reps: Numbers
    state: Numbers
    step: Numbers
    stability: Numbers
    difficulty: Numbers
    elapsed: Numbers
    rating: Numbers
    led_to: Numbers

    def of(self, rows: Numbers) -> Asked:
        """Some of them."""
        return Asked(*(column[rows] for column in self))


class Moves(NamedTuple):
    """``Rules.moves`` as tables of states and of steps: by state, step and rating."""

    state: Numbers
    step: Numbers


def moves_of(rules: Rules) -> Moves:
    """The tables of a model."""
    steps = max(map(len, rules.steps.values())) + 1
    found = Moves(*(np.zeros((len(STATES), steps, EASY + 1), np.int8) for _ in Moves._fields))
    for number, state in enumerate(STATES):
        for step in range(steps):
            for rating in range(AGAIN, EASY + 1):
                moved, next_step = rules.moves[state, step, rating]
                found.state[number, step, rating] = STATES.index(moved)
                found.step[number, step, rating] = next_step
    return found


def stabilities(
    rules: Rules,
    state: Numbers,
    stability: Numbers,
    difficulty: Numbers,
    elapsed: Numbers,
    rating: Numbers,
) -> Numbers:
    """``Rules.stability`` of all cards; but for the last bit."""
    w = rules.w
    gain = np.array(rules.short)[rating] * stability ** -w[19]
    again = rating == AGAIN
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
        * np.where(rating == HARD, w[15], 1.0)
        * np.where(rating == EASY, w[16], 1.0)
    )
    later = np.where(
        again, np.minimum(forgotten, stability / rules.relapse), stability * (1 + grown)
    )
    found = np.maximum(np.where(elapsed < 1, same_day, later), _LEAST_STABILITY)
    return np.where(state == NEW, np.array(rules.first_stability)[rating], found)


class Spacing:
    """The answers of a log, card by card and in the order of time, as far as intervals go."""

    def __init__(self, rules: Rules, moves: Moves, asked: Asked) -> None:
        self._rules = rules
        self._moves = moves
        self._asked = asked

    def days(self, cards: Sequence[str], last: Numbers) -> tuple[Numbers, Numbers]:
        """The intervals after these answers, all of which led into review, and where in doubt.

        An interval depends on the one before it, but not where there is room enough: from there
        on they are gone through.
        """
        rows, left = last.copy(), np.arange(len(last))
        while len(left):
            left = left[~self._has_room(rows[left])]
            rows[left] -= 1
        days, unsure = np.zeros(len(last)), np.zeros(len(last), bool)
        left = np.arange(len(last))
        while len(left):
            asked = self._asked.of(rows[left])
            scheduled = np.where(asked.state == REVIEW, days[left], 0)
            drawn = None
            if self._rules.model.fuzz:
                places = zip(left.tolist(), asked.reps.tolist(), strict=True)
                drawn = np.array([draw(cards[place], reps) for place, reps in places])
            days[left], doubt = self._interval(asked, scheduled, drawn)
            unsure[left] |= doubt
            rows[left] += 1
            left = left[rows[left] <= last[left]]
        return days, unsure

    def _has_room(self, rows: Numbers) -> Numbers:
        """Whether each interval is the same, however long the one before it was."""
        asked = self._asked.of(rows)
        found: Numbers = (asked.state != REVIEW) | (asked.rating == AGAIN)
        held = np.flatnonzero(~found)
        found[held] = self._lies_above(asked.of(held), self._asked.of(rows[held] - 1))
        return found

    def _lies_above(self, asked: Asked, previous: Asked) -> Numbers:
        """Whether the whole spread is longer than the interval before it can have been.

        A day more than needed on either side, since both may hang on a last bit.
        """
        if not len(asked.rating):
            return np.zeros(0, bool)
        earliest = _earliest(self._wanted(asked, asked.rating))
        nearest = self._wanted(previous, previous.rating)
        longest = np.zeros(len(earliest))
        for rating in range(AGAIN, EASY + 1):
            wanted = self._wanted(previous, rating)
            most = _at_most(wanted, np.maximum(longest + 1, _latest(wanted)))
            longest = np.where(self._has_say(previous, rating), most, longest)
        for rating in range(HARD, EASY):
            most = _at_most(self._wanted(asked, rating), longest + 1)
            longest = np.where(rating < asked.rating, most, longest)
        found: Numbers = (nearest + 1 < earliest) & (longest + 2 < earliest)
        return found

    def _has_say(self, asked: Asked, rating: int) -> Numbers:
        """Whether the answer's interval is that of the rating, or has to be longer than it."""
        found: Numbers = asked.rating == AGAIN
        if rating == AGAIN:  # in days only where there are no steps, and held to nothing
            return found
        found = self._moves.state[asked.state, asked.step, rating] == REVIEW
        found |= (asked.state != NEW) & (rating == GOOD)
        found &= asked.rating >= rating
        return found

    def _wanted(self, asked: Asked, rating: int | Numbers) -> Numbers:
        """Days until recall would have fallen to what is aimed at, with this rating."""
        led_to, other = asked.led_to, np.flatnonzero(asked.rating != rating)
        if len(other):
            some = asked.of(other)
            ratings = np.full(len(other), rating)
            led_to = led_to.copy()
            state, stability, difficulty = some.state, some.stability, some.difficulty
            led_to[other] = stabilities(
                self._rules, state, stability, difficulty, some.elapsed, ratings
            )
        wanted: Numbers = (led_to / self._rules.factor) * self._rules.reach
        return wanted

    def _interval(
        self, asked: Asked, scheduled: Numbers, drawn: Numbers | None
    ) -> tuple[Numbers, Numbers]:
        """The intervals after ones of ``scheduled`` days, each longer than lower ratings' are."""
        days, unsure = np.zeros(len(scheduled)), np.zeros(len(scheduled), bool)
        for rating in range(AGAIN, EASY + 1):
            now = np.flatnonzero(self._has_say(asked, rating))
            if not len(now):
                continue
            wanted, least = self._wanted(asked.of(now), rating), np.ones(len(now))
            if rating != AGAIN:
                held, doubt = _not_before(wanted, scheduled[now])
                least = np.maximum(held, days[now] + 1)
                unsure[now] |= doubt
            days[now], doubt = _fuzzed(wanted, least, None if drawn is None else drawn[now])
            unsure[now] |= doubt
        return days, unsure


def _spread(days: Numbers) -> Numbers:
    """``intervals.spread_of``."""
    week = 0.15 * (days - 2.5)
    weeks = 0.15 * (7.0 - 2.5) + 0.1 * (days - 7.0)
    more = 0.15 * (7.0 - 2.5) + 0.1 * (20.0 - 7.0) + 0.05 * (days - 20.0)
    found = 1.0 + np.where(days < 7.0, week, np.where(days < 20.0, weeks, more))
    return np.where(days < _FUZZ_FROM, 0.0, found)


def _latest(wanted: Numbers) -> Numbers:
    """``intervals.latest``."""
    return np.maximum(np.floor(wanted + _spread(wanted) + 0.5), 1)


def _at_most(wanted: Numbers, minimum: Numbers) -> Numbers:
    """``intervals.at_most``."""
    days = np.maximum(wanted, minimum)
    found: Numbers = np.minimum(np.floor(days + _spread(days) + 0.5) + 1, MAXIMUM_INTERVAL)
    return found


def _earliest(wanted: Numbers) -> Numbers:
    """``intervals.earliest``."""
    days = np.minimum(wanted, MAXIMUM_INTERVAL)
    return np.where(days >= _FUZZ_FROM, np.floor(days - _spread(days) + 0.5), 0)


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
    doubt |= doubt_of_lower | doubt_of_upper | (np.abs(middle - _FUZZ_FROM) < _DOUBT)
    return np.where(middle < _FUZZ_FROM, plain, picked), doubt
