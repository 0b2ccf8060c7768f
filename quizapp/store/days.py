"""A day of study in figures: what was answered, how long it took, what was hard, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from quizapp.store.database import rows
from quizapp.store.progress import LEARNER
from quizapp.store.queue import number_due
from quizapp.store.records import from_day, to_day

_RECENT = 1000
"""Answers that say at which pace the learner goes."""

_ENOUGH = 20
"""So many answers must there be before they say it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds an answer takes, and answers that a new card takes on its first day.

    ``own``: out of the learner's log; else what most people need.
    """

    seconds: float = 12.0
    answers_of_new: float = 2.0
    own: bool = False


@dataclass(frozen=True, slots=True)
class Hard:
    """A card that was gone or came with effort: how often each."""

    card_id: str
    prompt: str
    again: int
    hard: int


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on a study day; ``milliseconds`` are those that were measured."""

    answers: int
    cards: int
    again: int
    milliseconds: int


def pace(db: Database) -> Pace:
    """The learner's own pace, once there are answers enough."""
    known, total, new, first_day = db.execute(
        "SELECT count(duration_ms), COALESCE(sum(duration_ms), 0), sum(state = 'new'),"
        # By its index, the log would be sorted as a whole; backwards it is read as it stands.
        " sum(state IN ('new', 'learning'))"
        " FROM (SELECT duration_ms, state FROM reviews NOT INDEXED"
        "  WHERE learner = ? AND undone_at IS NULL ORDER BY id DESC LIMIT ?)",
        (LEARNER, _RECENT),
    ).fetchone()
    if known < _ENOUGH:
        return Pace()
    of_new = first_day / new if new and new >= _ENOUGH else Pace().answers_of_new
    return Pace(max(total / known / 1000, 0.5), of_new, own=True)


def streak(db: Database, today: date) -> int:
    """Study days in a row with an answer, up to today, which may still be to come."""
    (length,) = db.execute(
        "WITH RECURSIVE"
        " studied(day) AS (SELECT max(study_day) FROM reviews"
        "  WHERE learner = :learner AND undone_at IS NULL"
        "  AND study_day >= :today - 1"
        "  UNION ALL SELECT day - 1 FROM studied WHERE EXISTS (SELECT 1 FROM reviews"
        "  WHERE learner = :learner AND study_day = day - 1 AND undone_at IS NULL))"
        " SELECT count(day) FROM studied",
        {"learner": LEARNER, "today": to_day(today)},
    ).fetchone()
    return int(length)


def day(db: Database, today: date) -> Day:
    """What was done on a study day, without what undo took back."""
    found = db.execute(
        "SELECT count(*), count(DISTINCT card_id), COALESCE(sum(rating = 1), 0),"
        " COALESCE(sum(duration_ms), 0) FROM reviews"
        " WHERE learner = ? AND study_day = ? AND undone_at IS NULL",
        (LEARNER, to_day(today)),
    ).fetchone()
    return Day(*found)


def hard_ones(db: Database, today: date, limit: int = 10) -> tuple[Hard, ...]:
    """The cards that were hardest on a study day, the ones gone most often first."""
    found = rows(
        db,
        "SELECT card_id, COALESCE(edits.prompt, cards.prompt) AS prompt,"
        " sum(rating = 1) AS again, sum(rating = 2) AS hard"
        " FROM reviews JOIN cards ON cards.id = card_id LEFT JOIN edits USING (card_id)"
        " WHERE learner = ? AND study_day = ? AND undone_at IS NULL AND rating <= 2"
        " GROUP BY card_id ORDER BY again DESC, hard DESC, card_id LIMIT ?",
        (LEARNER, to_day(today), limit),
    )
    return tuple(Hard(**row) for row in found)


def coming(db: Database, today: date, days: int = 7) -> tuple[tuple[date, int], ...]:
    """How many reviews fall due on each of the next days; the first holds what is overdue."""
    first = to_day(today)
    found = dict(
        db.execute(
            "SELECT due, count(*) FROM queue WHERE learner = ? AND queue = 'review'"
            " AND due > ? AND due < ? GROUP BY due",
            (LEARNER, first, first + days),
        ).fetchall()
    )
    found[first] = number_due(db, today)
    return tuple((from_day(number), found.get(number, 0)) for number in range(first, first + days))


def lately_due(db: Database, today: date, days: int = 2) -> int:
    """How many of the reviews that are due fell due within so many days, today among them."""
    (many,) = db.execute(
        "SELECT count(*) FROM queue WHERE learner = ? AND queue = 'review'"
        " AND due > ? AND due <= ?",
        (LEARNER, to_day(today) - days, to_day(today)),
    ).fetchone()
    return int(many)


def stabilities(db: Database) -> tuple[tuple[float, int], ...]:
    """How many cards in review have which stability, in days and tenths of them."""
    found = db.execute(
        "SELECT round(stability, 1), count(*) FROM queue"
        " WHERE learner = ? AND queue = 'review' GROUP BY 1 ORDER BY 1",
        (LEARNER,),
    )
    return tuple(found.fetchall())
