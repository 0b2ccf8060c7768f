"""A card's whole history: how it stood before each answer, and its memory after the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import repeat
from typing import NamedTuple, TypeAlias

from quizapp.memory.replaying.answers import (
    AGAIN,
    DAY_MS,
    EPOCH,
    MINUTE_MS,
    NEW,
    REVIEW,
    Answer,
    Before,
    instant,
)
from quizapp.memory.replaying.rules import Rules, rules_of
from quizapp.memory.replaying.runs import Asked, days_after, step_length
from quizapp.memory.replaying.stability import Standing, rounded, standing
from quizapp.model import LearningState, Memory
from quizapp.scheduling import Model

_FIRST_DAY = EPOCH.date().toordinal()


@dataclass(frozen=True, slots=True)
class Retraced:
    """What a history comes to: how the card stood before each answer, and after the last."""

    before: list[Before]
    memory: Memory | None


class _Left(NamedTuple):
    """How the last answer left a card; ``streak`` are the answers that kept it in review."""

    answer: Answer
    day: int
    rules: Rules
    state: str
    step: int
    stability: float
    difficulty: float
    lapses: int
    streak: Sequence[_Kept]


_Kept: TypeAlias = tuple[int, str, int, float, float, int, int, Rules, float]
"""What ``Asked`` is made of."""


def retraced(
    card_id: str,
    answers: Sequence[Answer],
    models: Model | Sequence[Model],
    *,
    now: Model | None = None,
) -> Retraced:
    """Goes through the answers of one card, which stand in the order of time.

    ``models`` is the model of all of them, or of each the one that was in force then. How a card
    stands is always what its whole history comes to with the parameters in force: where these
    change, and with those of ``now`` at the end, it is worked out anew. Due days stay.
    """
    every = map(rules_of, models) if isinstance(models, Sequence) else repeat(rules_of(models))
    before, left = _gone_through(answers, every)
    if left is None:
        return Retraced(before, None)
    stands = (left.stability, left.difficulty)
    if now and now.parameters != left.rules.w:
        stands = standing(_history(answers, before), now)
    return Retraced(before, _memory(card_id, left, stands, reps=len(before)))


def _gone_through(
    answers: Sequence[Answer], every: Iterable[Rules]
) -> tuple[list[Before], _Left | None]:
    """How a card stood before each answer, and how the last one left it.

    In one piece, since a log has hundreds of thousands of them.
    """
    before: list[Before] = []
    streak: list[_Kept] = []
    state, step, stability, difficulty = NEW, 0, 0.0, 0.0
    lapses = last_day = 0
    parameters: tuple[float, ...] | None = None
    reps = -1
    for reps, (answer, rules) in enumerate(zip(answers, every, strict=False)):
        at, utc_offset, rating, _ = answer
        if parameters is not rules.w:
            if reps and parameters != rules.w:
                stability, difficulty = standing(_history(answers, before), rules.model)
            parameters = rules.w
        day = (at + utc_offset * MINUTE_MS - rules.rollover_ms) // DAY_MS
        if reps:
            elapsed = day - last_day if day > last_day else 0
            before.append(Before(day, state, stability, elapsed, reps, lapses))
        else:
            elapsed = 0
            before.append(Before(day, NEW, None, None, 0, 0))
        led_to = rules.stability(state, stability, difficulty, elapsed, rating)
        next_state, next_step = rules.moves[state, step, rating]
        if next_state == REVIEW:
            streak.append(
                (reps, state, step, stability, difficulty, elapsed, rating, rules, led_to)
            )
        elif streak:
            streak = []
        if rating == AGAIN and state == REVIEW:
            lapses += 1
        difficulty = rounded(rules.difficulty(state, difficulty, rating), 1_000, 3)
        stability = rounded(led_to, 10_000, 4)
        state, step = next_state, next_step
        last_day = day
    if reps < 0:
        return before, None
    left = _Left(answer, day, rules, state, step, stability, difficulty, lapses, streak)
    return before, left


def _memory(card_id: str, left: _Left, stands: Standing, *, reps: int) -> Memory:
    """The memory of a card as its last answer left it."""
    moment, today = instant(left.answer), date.fromordinal(left.day + _FIRST_DAY)
    if left.state == REVIEW:
        interval = timedelta(days=days_after(card_id, [Asked(*kept) for kept in left.streak]))
        due = datetime.combine(today + interval, left.rules.model.rollover, moment.tzinfo)
    else:
        interval = step_length(left.rules.steps[left.state], left.step, left.answer.rating)
        due = moment + interval
    stability, difficulty = stands
    return Memory(
        card_id=card_id,
        state=LearningState(left.state),
        step=None if left.state == REVIEW else left.step,
        stability=stability,
        difficulty=difficulty,
        due=due,
        last_review=moment,
        interval=interval,
        reps=reps,
        lapses=left.lapses,
        last_day=today,
    )


def _history(answers: Sequence[Answer], before: Sequence[Before]) -> Iterator[tuple[int, int]]:
    """Ratings and days elapsed of the answers that were gone through."""
    return ((one.rating, was.elapsed_days or 0) for one, was in zip(answers, before, strict=False))
