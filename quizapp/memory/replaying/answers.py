"""An answer in plain numbers, and how a card stood before it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import NamedTuple

from quizapp import scheduling
from quizapp.model import LearningState

DAY_MS = 86_400_000
HOUR_MS = 3_600_000
MINUTE_MS = 60_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

NEW, LEARNING = str(LearningState.NEW), str(LearningState.LEARNING)
REVIEW, RELEARNING = str(LearningState.REVIEW), str(LearningState.RELEARNING)
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


class Answer(NamedTuple):
    """One answer: when (milliseconds since 1970), at what offset (minutes), which rating.

    How long it took changes nothing here; it goes along.
    """

    at: int
    utc_offset: int
    rating: int
    duration_ms: int | None = None


class Before(NamedTuple):
    """How a card stood before an answer; stability and elapsed days are None for a new card."""

    day: int
    state: str
    stability: float | None
    elapsed_days: int | None
    reps: int
    lapses: int


def study_day_number(at: int, utc_offset: int, rollover: time = scheduling.ROLLOVER) -> int:
    """The study day of an instant in milliseconds, counted from 1970-01-01."""
    return (at + utc_offset * MINUTE_MS - rollover.hour * HOUR_MS) // DAY_MS


def instant(answer: Answer) -> datetime:
    """When an answer was given, with the learner's offset then."""
    zone = timezone(timedelta(minutes=answer.utc_offset)) if answer.utc_offset else UTC
    return (EPOCH + timedelta(milliseconds=answer.at)).astimezone(zone)
