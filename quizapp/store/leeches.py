"""Cards that cost more than they give: marked, set aside, or set aside until reworded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quizapp.store.progress import LEARNER
from quizapp.store.records import to_ms


@dataclass(frozen=True, slots=True)
class Leech:
    """A leech: whether it waits set aside, and whether new words would bring it back."""

    card_id: str
    set_aside: bool
    reword: bool


def mark(
    db: Database, card_id: str, review_id: int, now: datetime, *, set_aside: bool, reword: bool
) -> None:
    """Notes a leech, and sets it aside where that is wanted; the review is its last lapse.

    Its tag follows from its lapses by itself (``library``).
    """
    (decision,) = db.execute("SELECT decision FROM cards WHERE id = ?", (card_id,)).fetchone()
    db.execute(
        "INSERT OR REPLACE INTO leeches (card_id, learner, review_id, set_aside, reword, decision)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (card_id, LEARNER, review_id, int(set_aside), int(reword), decision),
    )
    if set_aside:
        _decide(db, card_id, "suspended", now)


def take_back(db: Database, review_id: int, now: datetime) -> None:
    """What a lapse that undo took back had made of its card."""
    found = db.execute(
        "SELECT card_id, set_aside, decision FROM leeches WHERE review_id = ?", (review_id,)
    ).fetchone()
    if found is None:
        return
    card_id, set_aside, decision = found
    db.execute("DELETE FROM leeches WHERE review_id = ?", (review_id,))
    if set_aside:
        _decide(db, card_id, decision, now)


def leeches(db: Database) -> tuple[Leech, ...]:
    """All leeches, by their ids."""
    found = db.execute(
        "SELECT card_id, set_aside, reword FROM leeches WHERE learner = ? ORDER BY card_id",
        (LEARNER,),
    )
    return tuple(Leech(card, bool(aside), bool(reword)) for card, aside, reword in found)


def _decide(db: Database, card_id: str, decision: str | None, now: datetime) -> None:
    db.execute(
        "UPDATE cards SET decision = ?, decided_at = ? WHERE id = ?",
        (decision, to_ms(now), card_id),
    )
