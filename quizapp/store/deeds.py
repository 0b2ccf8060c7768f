"""What a session did to cards besides answering, kept so that undo can take it back; and flags."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlite_utils import Database

from quizapp.store.progress import LEARNER, last_answer
from quizapp.store.records import to_day, to_ms


@dataclass(frozen=True, slots=True)
class Before:
    """How a card stood before a deed; ``buried_until`` is an ISO date."""

    card_id: str
    status: str
    buried_until: str | None
    prompt: str
    answer: str
    flag: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: what it was, and how its cards stood before."""

    number: int
    what: str
    before: tuple[Before, ...]


def keep(db: Database, what: str, before: Sequence[Before], today: date) -> None:
    """Remembers a deed of today; those of earlier days are forgotten."""
    db.execute("DELETE FROM deeds WHERE study_day < ?", (to_day(today),))
    db.execute(
        "INSERT INTO deeds (learner, card_id, what, before, study_day, after_review)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            *(LEARNER, before[0].card_id, what),
            json.dumps([asdict(one) for one in before], ensure_ascii=False),
            to_day(today),
            last_answer(db) or 0,
        ),
    )


def last(db: Database, today: date) -> Deed | None:
    """Today's last deed, if no answer came after it that still stands."""
    found = db.execute(
        "SELECT id, what, before, after_review FROM deeds WHERE learner = ? AND study_day >= ?"
        " ORDER BY id DESC LIMIT 1",
        (LEARNER, to_day(today)),
    ).fetchone()
    if found is None or found[3] < (last_answer(db) or 0):
        return None
    return Deed(found[0], found[1], tuple(Before(**one) for one in json.loads(found[2])))


def forget(db: Database, deed: Deed) -> None:
    """A deed that was taken back."""
    db.execute("DELETE FROM deeds WHERE id = ?", (deed.number,))


def flag(db: Database, card_id: str) -> str | None:
    """Why a card was flagged as bad; None when it was not."""
    found = db.execute("SELECT reason FROM flags WHERE card_id = ?", (card_id,)).fetchone()
    return None if found is None else str(found[0])


def set_flag(db: Database, card_id: str, reason: str | None, now: datetime) -> None:
    """Flags a card with a reason; None takes the flag away."""
    db.execute("DELETE FROM flags WHERE card_id = ?", (card_id,))
    if reason is not None:
        db.execute(
            "INSERT INTO flags (card_id, reason, flagged_at) VALUES (?, ?, ?)",
            (card_id, reason, to_ms(now)),
        )
