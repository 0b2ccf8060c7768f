"""The interval after a run of answers that kept a card in review, and that of a learning step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from quizapp.memory import intervals
from quizapp.memory.replaying.answers import AGAIN, GOOD, HARD, NEW, REVIEW
from quizapp.memory.replaying.rules import Rules


class Asked(NamedTuple):
    """A card at the moment of an answer, and the answer; ``reps`` counts those before it.

    ``led_to`` is the stability that the answer led to, before it was rounded.
    """

    reps: int
    state: str
    step: int
    stability: float
    difficulty: float
    elapsed: int
    rating: int
    rules: Rules
    led_to: float

    def wanted(self, rating: int) -> float:
        """Days until recall would have fallen to what is aimed at, with this rating."""
        rules, led_to = self.rules, self.led_to
        if rating != self.rating:
            led_to = rules.stability(
                self.state, self.stability, self.difficulty, self.elapsed, rating
            )
        return (led_to / rules.factor) * rules.reach


def step_length(steps: Sequence[timedelta], step: int, rating: int) -> timedelta:
    """How long a learning step lasts that an answer led to; Hard on the first is between two."""
    if rating == HARD and step == 0:
        return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5
    return steps[step]


def days_after(card_id: str, streak: Sequence[Asked]) -> int:
    """The interval after a run of answers that kept the card in review.

    Each depends on the one before, but none on what was before the run, nor on what was before
    an answer that had room enough.
    """
    first = len(streak) - 1
    while first > 0 and not _has_room(streak[first], streak[first - 1]):
        first -= 1
    days = 0
    for asked in streak[first:]:
        drawn = intervals.draw(card_id, asked.reps) if asked.rules.model.fuzz else None
        scheduled = days if asked.state == REVIEW else 0
        if asked.rating == AGAIN:  # in days only where there are no steps, and held to nothing
            days = intervals.fuzzed(asked.wanted(AGAIN), 1, drawn)
            continue
        days = 0
        for rating in _ratings(asked):
            wanted = asked.wanted(rating)
            least = intervals.not_before(wanted, scheduled)
            days = intervals.fuzzed(wanted, least if least > days else days + 1, drawn)
    return days


def _ratings(asked: Asked) -> Sequence[int]:
    """The ratings whose intervals the one of the answer has to be longer than, and its own."""
    upto = range(HARD, asked.rating + 1)
    if asked.state == REVIEW:
        return upto
    moves, state, step = asked.rules.moves, asked.state, asked.step
    return [
        rating
        for rating in upto
        if moves[state, step, rating][0] == REVIEW or (state != NEW and rating == GOOD)
    ]


def _has_room(asked: Asked, previous: Asked) -> bool:
    """Whether the interval is the same, however long the one before it was.

    That one only holds an interval from below, so it has no say where the whole spread lies above
    the longest that it and the lower ratings can have come to.
    """
    if asked.state != REVIEW or asked.rating == AGAIN:
        return True
    earliest = intervals.earliest(asked.wanted(asked.rating))
    if previous.wanted(previous.rating) >= earliest:
        return False
    longest = 0
    for rating in _ratings(previous) if previous.rating != AGAIN else (AGAIN,):
        wanted = previous.wanted(rating)
        longest = intervals.at_most(wanted, max(longest + 1, intervals.latest(wanted)))
    for rating in range(HARD, asked.rating):
        longest = intervals.at_most(asked.wanted(rating), longest + 1)
    return longest < earliest
