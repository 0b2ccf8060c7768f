"""What another setting would cost and give, found by playing a year of cards through the scheduler.

Cards that are learnt on one day, answered whenever they fall due by somebody whose memory is as
the model says. The dice are seeded by the card, so that settings meet the same luck.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from quizapp.model import Memory, Rating
from quizapp.scheduling import Model, forgetting_curve, review, study_day

RETENTIONS = (0.75, 0.8, 0.85, 0.9, 0.95)
CARDS = 80
DAYS = 365

_BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workload:
    """A year with one desired retention: answers for each card, and the recall at its end."""

    retention: float
    answers: float
    recall: float


@lru_cache(maxsize=32)
def workloads(model: Model, retentions: Sequence[float] = RETENTIONS) -> tuple[Workload, ...]:
    """A year of ``CARDS`` cards with each desired retention."""
    return tuple(_year(replace(model, desired_retention=one)) for one in retentions)


def _year(model: Model) -> Workload:
    curve, end = forgetting_curve(model), _BEGIN + DAYS * _DAY
    answers, recall = 0, 0.0
    for number in range(CARDS):
        dice = random.Random(number)  # noqa: S311 - luck that repeats, no secret
        memory: Memory | None = None
        at = _BEGIN
        while at < end:
            memory = review(memory, f"s{number}", _rating(dice, memory, at, model), at, model)
            answers += 1
            at = memory.due
        if memory:
            elapsed = (study_day(end) - study_day(memory.last_review)).days
            recall += curve(memory.stability, elapsed)
    return Workload(model.desired_retention, answers / CARDS, recall / CARDS)


def _rating(dice: random.Random, memory: Memory | None, at: datetime, model: Model) -> Rating:
    luck, ease = dice.random(), dice.random()
    if memory is None:
        return Rating.GOOD
    elapsed = max(0, (study_day(at) - study_day(memory.last_review)).days)
    if luck > forgetting_curve(model)(memory.stability, elapsed):
        return Rating.AGAIN
    return Rating.HARD if ease < 0.1 else Rating.EASY if ease > 0.9 else Rating.GOOD
