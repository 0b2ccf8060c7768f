"""Where a card stands, in Anki's columns: its schedule, its memory state, its history.

Measured on the real backend: imported with scheduling on, Anki shows the same due date, memory
state and history. Anki counts a card's due day from the collection's creation, which therefore
has to be a local 4 o'clock; with any other hour everything is a day off.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from quizapp import scheduling
from quizapp.model import CardStatus, LearningState, Memory, Review, StoredCard
from quizapp.scheduling import Model

_DAY = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST = date(2020, 1, 1)
"""The creation day of a package without any progress: any day does, a constant keeps the bytes."""

_FACTOR = 2500
"""SM-2's ease, which Anki wants above zero; FSRS does not look at it."""

_SUSPENDED_QUEUE = -1

_TYPES = {
    LearningState.NEW: 0,
    LearningState.LEARNING: 1,
    LearningState.REVIEW: 2,
    LearningState.RELEARNING: 3,
}
_QUEUES = {
    LearningState.NEW: 0,
    LearningState.LEARNING: 1,
    LearningState.REVIEW: 2,
    LearningState.RELEARNING: 1,
}
_REVIEW_TYPES = {
    LearningState.NEW: 0,
    LearningState.LEARNING: 0,
    LearningState.REVIEW: 1,
    LearningState.RELEARNING: 2,
}


class Schedule(NamedTuple):
    """The columns of Anki's ``cards`` table that say when a card is asked, in their order."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    left: int
    odue: int
    odid: int
    flags: int
    data: str


class LogRow(NamedTuple):
    """A row of Anki's ``revlog`` table, in its order.

    ``id`` is the review's time in milliseconds; ``ivl`` and ``last_ivl`` are days, or seconds
    below zero; ``time`` is milliseconds.
    """

    id: int
    cid: int
    usn: int
    ease: int
    ivl: int
    last_ivl: int
    factor: int
    time: int
    type: int


@dataclass(frozen=True, slots=True)
class DayZero:
    """The study day from which a collection counts its days, in the learner's zone."""

    day: date
    zone: tzinfo

    @property
    def timestamp(self) -> int:
        """The collection's creation, in seconds since 1970: 4 o'clock local time."""
        start = datetime.combine(self.day, scheduling.ROLLOVER, self.zone)
        return int(start.timestamp())

    def number(self, day: date) -> int:
        """A day as Anki numbers it in this collection."""
        return (day - self.day).days


def day_zero(reviews: Iterable[Review], zone: tzinfo) -> DayZero:
    """The study day of the first review, so that the same progress gives the same bytes."""
    first = min((review.reviewed_at for review in reviews), default=None)
    return DayZero(scheduling.study_day(first, zone) if first else _EARLIEST, zone)


def new_schedule(position: int) -> Schedule:
    """A card that was never asked; ``position`` is its place in the order of introduction."""
    return Schedule(0, 0, position, 0, 0, 0, 0, 0, 0, 0, 0, "")


def schedule(
    stored: StoredCard, position: int, zero: DayZero, model: Model = scheduling.DEFAULT_MODEL
) -> Schedule:
    """Where a card stands; a suspended one keeps its schedule and is not asked."""
    memory = stored.memory
    columns = new_schedule(position) if memory is None else _learned(memory, zero, model)
    if stored.card.status is CardStatus.SUSPENDED:
        return columns._replace(queue=_SUSPENDED_QUEUE)
    return columns


def _learned(memory: Memory, zero: DayZero, model: Model) -> Schedule:
    in_review = memory.state is LearningState.REVIEW
    seconds = int(memory.due.timestamp())
    return Schedule(
        type=_TYPES[memory.state],
        queue=_QUEUES[memory.state],
        due=zero.number(scheduling.due_day(memory)) if in_review else seconds,
        ivl=max(1, memory.interval // _DAY) if memory.state is not LearningState.LEARNING else 0,
        factor=_FACTOR if memory.state is not LearningState.LEARNING else 0,
        reps=memory.reps,
        lapses=memory.lapses,
        left=_steps_left(memory, model) if not in_review else 0,
        odue=0,
        odid=0,
        flags=0,
        data=_memory_state(memory, model),
    )


def _steps_left(memory: Memory, model: Model) -> int:
    """How many learning steps are still to come, this one among them."""
    relearning = memory.state is LearningState.RELEARNING
    steps = model.relearning_steps if relearning else model.learning_steps
    return max(1, len(steps) - (memory.step or 0))


def _memory_state(memory: Memory, model: Model) -> str:
    """FSRS's state as Anki keeps it with a card; ``decay`` is FSRS-6's, ``lrt`` in seconds."""
    state = {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": model.desired_retention,
        "decay": round(model.parameters[20], 4),
        "lrt": int(memory.last_review.timestamp()),
    }
    return json.dumps(state, separators=(",", ":"))


def log_rows(
    reviews: Sequence[Review], card_ids: Mapping[str, int], model: Model = scheduling.DEFAULT_MODEL
) -> list[LogRow]:
    """The history of the cards in ``card_ids`` (our id to Anki's), in the order of time."""
    by_card: defaultdict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        if review.card_id in card_ids:
            by_card[review.card_id].append(review)
    found = [
        (row.id, card, row)
        for card, log in by_card.items()
        for row in _history(log, card_ids[card], model)
    ]
    found.sort()
    places = placed(at for at, _, _ in found)
    return [row._replace(id=at) for at, (_, _, row) in zip(places, found, strict=True)]


def placed(times: Iterable[int]) -> Iterator[int]:
    """Milliseconds in their order, no two alike: of two alike the later is moved on by one.

    Anki's log has no two reviews in one millisecond. Answers of one instant stand in the order of
    their cards' ids, so that coming back they can be told apart.
    """
    last = -1
    for at in times:
        last = max(at, last + 1)
        yield last


def _history(reviews: Iterable[Review], card_id: int, model: Model) -> Iterable[LogRow]:
    memory: Memory | None = None
    for review in reviews:
        after = scheduling.review(memory, review.card_id, review.rating, review.reviewed_at, model)
        yield LogRow(
            id=(review.reviewed_at - _EPOCH) // _MILLISECOND,
            cid=card_id,
            usn=-1,
            ease=int(review.rating),
            ivl=_interval(after),
            last_ivl=_interval(memory) if memory else 0,
            factor=_difficulty(after),
            time=review.duration_ms or 0,
            type=_REVIEW_TYPES[memory.state if memory else LearningState.NEW],
        )
        memory = after


def _interval(memory: Memory) -> int:
    if memory.state is LearningState.REVIEW:
        return memory.interval // _DAY
    return -int(memory.interval.total_seconds())


def _difficulty(memory: Memory) -> int:
    """Difficulty 1–10 as Anki writes it into the log's ease column: from 100 to 1100."""
    return round((memory.difficulty - 1) / 9 * 1000) + 100
