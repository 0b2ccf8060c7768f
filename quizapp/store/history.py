"""One card's answers, each with how the card stood after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from quizapp.model import LearningState, Memory, Review
from quizapp.store.database import rows
from quizapp.store.progress import LEARNER
from quizapp.store.records import from_day, review_of


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer on a study day; ``state`` and ``stability`` (in days) are what it led to."""

    review: Review
    day: date
    state: LearningState
    stability: float


def history(db: Database, card_id: str, memory: Memory | None) -> tuple[Answered, ...]:
    """The answers of a card in the order of time, without what undo took back.

    The log keeps how a card stood before each answer, so that an answer led to what stands with
    the next one, and the last to ``memory``, the card's schedule now.
    """
    found = list(
        rows(
            db,
            "SELECT id, card_id, rating, reviewed_at, utc_offset, duration_ms, study_day, state,"
            " stability FROM reviews WHERE learner = ? AND card_id = ? AND undone_at IS NULL"
            " ORDER BY reviewed_at, id",
            (LEARNER, card_id),
        )
    )
    if memory is None or not found:
        return ()
    led_to = [(LearningState(row["state"]), row["stability"]) for row in found[1:]]
    led_to.append((memory.state, memory.stability))
    return tuple(
        Answered(review_of(row), from_day(row["study_day"]), state, stability or memory.stability)
        for row, (state, stability) in zip(found, led_to, strict=True)
    )
