"""What another setting would cost and give, found by playing a year of cards through the scheduler.

Cards that are learnt on one day, answered whenever they fall due by somebody whose memory is as
the model says. The dice are seeded by the card, so that settings meet the same luck.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from quizapp.model import Memory, Rating
from quizapp.scheduling import (
    GIVES_WAY_DAYS,
    GROWN_DAYS,
    Model,
    forgetting_curve,
    review,
    study_day,
)

VERSION = 1
"""Of the rules of play; to be raised with them, so that what was kept is played again."""

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


def workloads(model: Model, retentions: Sequence[float] = RETENTIONS) -> tuple[Workload, ...]:
    """A year of ``CARDS`` cards with each desired retention."""
    return tuple(_year(replace(model, desired_retention=one)) for one in retentions)


@dataclass(frozen=True, slots=True)
class Growth:
    """A year of facts with a choice and a recall card: answers, and what is known at its end.

    ``recall`` is the chance to recall, ``either`` to know the fact by one of its cards at least.
    """

    name: str
    answers: float
    recall: float
    either: float


def growths(model: Model) -> tuple[Growth, Growth]:
    """Plain scheduling of two siblings, and from recognising to recalling.

    The siblings are taken to be remembered on their own, as the model has it: what recognising
    teaches for recalling is not counted.
    """
    plain = _facts(model, "All kinds from the start", grows=False)
    return plain, _facts(model, "Easy kinds first", grows=True)


def _facts(model: Model, name: str, *, grows: bool) -> Growth:
    answers, recall, either = 0, 0.0, 0.0
    for number in range(CARDS):
        spent, easy, hard = _fact(model, number, grows)
        answers += spent
        recall += hard
        either += 1 - (1 - easy) * (1 - hard)
    return Growth(name, answers / CARDS, recall / CARDS, either / CARDS)


def _fact(model: Model, number: int, grows: bool) -> tuple[int, float, float]:
    """Answers to both cards of one fact, and the chance of recall of each after the year."""
    curve, end = forgetting_curve(model), _BEGIN + DAYS * _DAY
    dice = random.Random(number)  # noqa: S311 - luck that repeats, no secret
    memories: list[Memory | None] = [None, None]
    due = [_BEGIN, _BEGIN + _DAY]  # never both on one day
    answers = 0
    while True:
        open_cards = [card for card in (0, 1) if not (grows and _held_back(card, memories))]
        card = min(open_cards, key=lambda one: due[one])
        at = due[card]
        if at >= end:
            break
        memory = memories[card]
        answers += 1
        after = review(memory, f"s{number}-{card}", _rating(dice, memory, at, model), at, model)
        memories[card] = after
        due[card] = after.due
        if grows and card == 0 and memories[1] is None:
            due[1] = at + _DAY
    last = study_day(end, rollover=model.rollover)
    chances = [curve(one.stability, (last - one.last_day).days) if one else 0.0 for one in memories]
    return answers, chances[0], chances[1]


def _held_back(card: int, memories: Sequence[Memory | None]) -> bool:
    easy, recall = memories
    if card == 0:
        return recall is not None and recall.stability >= GIVES_WAY_DAYS
    return recall is None and (easy is None or easy.stability < GROWN_DAYS)


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
            elapsed = (study_day(end, rollover=model.rollover) - memory.last_day).days
            recall += curve(memory.stability, elapsed)
    return Workload(model.desired_retention, answers / CARDS, recall / CARDS)


def _rating(dice: random.Random, memory: Memory | None, at: datetime, model: Model) -> Rating:
    luck, ease = dice.random(), dice.random()
    if memory is None:
        return Rating.GOOD
    elapsed = max(0, (study_day(at, rollover=model.rollover) - memory.last_day).days)
    if luck > forgetting_curve(model)(memory.stability, elapsed):
        return Rating.AGAIN
    return Rating.HARD if ease < 0.1 else Rating.EASY if ease > 0.9 else Rating.GOOD
