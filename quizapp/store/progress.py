"""What a learner did and where it left each card: schedules, the review log, burials.

The log is the truth: no row of it is ever deleted or reworded; what undo took back is marked
and left out everywhere. Schedules are its sum (``study.rebuild``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from sqlite_utils import Database

from quizapp.errors import NotFoundError
from quizapp.model import LearningState, Memory, Rating, Review
from quizapp.scheduling import elapsed_days
from quizapp.store.database import rows
from quizapp.store.records import (
    Row,
    from_day,
    memory_of,
    memory_row,
    offset_minutes,
    review_of,
    to_day,
    to_ms,
)

LEARNER = "me"
"""The one learner, until more are wanted."""

_REVIEW_COLUMNS = "id, card_id, rating, reviewed_at, utc_offset, duration_ms"
_LOG = (
    f"SELECT {_REVIEW_COLUMNS} FROM reviews"  # noqa: S608 - columns of this module
    " WHERE learner = ? AND undone_at IS NULL"
)


def memory(db: Database, card_id: str) -> Memory | None:
    """A card's schedule; None for a new card."""
    found = rows(db, "SELECT * FROM memory WHERE card_id = ? AND learner = ?", (card_id, LEARNER))
    return next(map(memory_of, found), None)


def memories(db: Database) -> dict[str, Memory]:
    """The schedules of all cards that were ever answered, by card id."""
    found = rows(db, "SELECT * FROM memory WHERE learner = ? ORDER BY card_id", (LEARNER,))
    return {row["card_id"]: memory_of(row) for row in found}


def save_memory(db: Database, card_id: str, memory: Memory | None) -> None:
    """Puts a card's schedule in place; None makes it a new card again."""
    if memory is None:
        db.execute("DELETE FROM memory WHERE card_id = ? AND learner = ?", (card_id, LEARNER))
    else:
        put_memories(db, [memory_row(memory, LEARNER)])


def put_memories(db: Database, rows: Sequence[Row]) -> None:
    """Sets schedules, at least one; all rows are as ``memory_row`` gives them."""
    names = tuple(rows[0])
    marks = ", ".join(f":{name}" for name in names)
    changes = ", ".join(f"{name} = excluded.{name}" for name in names)
    db.conn.executemany(
        f"INSERT INTO memory ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - of memory_row
        f" ON CONFLICT (card_id, learner) DO UPDATE SET {changes}",
        rows,
    )


def reviews(db: Database, card_id: str | None = None) -> tuple[Review, ...]:
    """The log in order of time, without what undo took back; of one card or of all."""
    of_card = " AND card_id = ?" if card_id else ""
    parameters = (LEARNER, card_id) if card_id else (LEARNER,)
    found = rows(db, f"{_LOG}{of_card} ORDER BY reviewed_at, id", parameters)
    return tuple(map(review_of, found))


def answers_by_day(db: Database) -> Iterator[tuple[str, date, Rating]]:
    """Every answer in order of time: its card, the study day it was given on, and the rating."""
    found = db.execute(
        "SELECT card_id, study_day, rating FROM reviews WHERE learner = ? AND undone_at IS NULL"
        " ORDER BY reviewed_at, id",
        (LEARNER,),
    )
    return ((card_id, from_day(day), Rating(rating)) for card_id, day, rating in found)


def reviews_by_card(db: Database) -> Iterator[tuple[str, Iterator[Review]]]:
    """The log card by card, each in order; read as it is consumed, so that it fits any memory."""
    found = map(review_of, rows(db, f"{_LOG} ORDER BY card_id, reviewed_at, id", (LEARNER,)))
    return groupby(found, key=lambda review: review.card_id)


def record(
    db: Database,
    card_id: str,
    rating: Rating,
    at: datetime,
    day: date,
    before: Memory | None,
    duration_ms: int | None,
) -> Review:
    """Adds one answer to the log; ``before`` is how the card stood, kept for undo as well.

    ``at`` is a ``scheduling.review_instant``, ``day`` its study day as it is set now.
    """
    cursor = db.execute(
        "INSERT INTO reviews (learner, card_id, rating, reviewed_at, utc_offset, study_day,"
        " duration_ms, state, stability, elapsed_days, reps, lapses)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(LEARNER, card_id, int(rating), to_ms(at), offset_minutes(at), to_day(day)),
            duration_ms,
            str(before.state if before else LearningState.NEW),
            before.stability if before else None,
            elapsed_days(before, day) if before else None,
            before.reps if before else 0,
            before.lapses if before else 0,
        ),
    )
    review_id = int(cursor.lastrowid or 0)
    _keep_undo_step(db, review_id, day, before)
    return Review(review_id, card_id, rating, at, duration_ms)


def _keep_undo_step(db: Database, review_id: int, day: date, before: Memory | None) -> None:
    db.execute("DELETE FROM undo_steps WHERE study_day < ?", (to_day(day),))
    db.execute(
        "INSERT INTO undo_steps (review_id, study_day, before) VALUES (?, ?, ?)",
        (review_id, to_day(day), json.dumps(memory_row(before, LEARNER)) if before else None),
    )


def last_answer(db: Database) -> int | None:
    """The number in the log of the last answer that undo can take back."""
    (last,) = db.execute("SELECT max(review_id) FROM undo_steps").fetchone()
    return None if last is None else int(last)


def has_undo_step(db: Database, today: date) -> bool:
    """Whether an answer of the study day can be taken back."""
    sql = "SELECT EXISTS (SELECT 1 FROM undo_steps WHERE study_day >= ?)"
    (there,) = db.execute(sql, (to_day(today),)).fetchone()
    return bool(there)


def last_answered(db: Database) -> str | None:
    """The card of that answer."""
    found = db.execute(
        "SELECT card_id FROM reviews WHERE id = (SELECT max(review_id) FROM undo_steps)"
    ).fetchone()
    return None if found is None else str(found[0])


def undo_last(db: Database, today: date, now: datetime) -> Review | None:
    """Takes the last answer of the study day back: marks it and puts the schedule back as it was.

    None when nothing of today is left to take back.
    """
    last = next(
        rows(
            db,
            f"SELECT {_REVIEW_COLUMNS}, before FROM undo_steps"  # noqa: S608
            " CROSS JOIN reviews ON reviews.id = undo_steps.review_id"  # few steps, a long log
            " WHERE learner = ? AND undo_steps.study_day >= ? AND undone_at IS NULL"
            " ORDER BY undo_steps.review_id DESC LIMIT 1",
            (LEARNER, to_day(today)),
        ),
        None,
    )
    if last is None:
        return None
    db.execute("DELETE FROM undo_steps WHERE review_id = ?", (last["id"],))
    db.execute("UPDATE reviews SET undone_at = ? WHERE id = ?", (to_ms(now), last["id"]))
    if last["before"] is None:
        save_memory(db, last["card_id"], None)
    else:
        put_memories(db, [json.loads(last["before"])])
    return review_of(last)


def bury(db: Database, card_id: str, until: date) -> None:
    """Hides a card until a study day; raises NotFoundError for an unknown card."""
    if not db.execute("SELECT 1 FROM cards WHERE id = ?", (card_id,)).fetchone():
        raise NotFoundError(f"there is no card {card_id}; quizapp cards lists them all")
    db.execute(
        "INSERT INTO burials (learner, card_id, until_day) VALUES (?, ?, ?)"
        " ON CONFLICT (card_id, learner) DO UPDATE SET until_day = excluded.until_day",
        (LEARNER, card_id, to_day(until)),
    )


def buried(db: Database, today: date) -> frozenset[str]:
    """The cards that are not asked until another day."""
    sql = "SELECT card_id FROM burials WHERE learner = ? AND until_day > ?"
    return frozenset(card_id for (card_id,) in db.execute(sql, (LEARNER, to_day(today))))


def unbury(db: Database, card_id: str) -> None:
    """Brings a card that was buried by hand back."""
    db.execute("DELETE FROM burials WHERE card_id = ? AND learner = ?", (card_id, LEARNER))


def buried_until(db: Database, card_id: str) -> date | None:
    """The study day on which a card buried by hand is asked again."""
    found = db.execute(
        "SELECT until_day FROM burials WHERE card_id = ? AND learner = ?", (card_id, LEARNER)
    ).fetchone()
    return from_day(found[0]) if found else None
