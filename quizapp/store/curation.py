"""Looking generated cards over: what nobody has decided about yet, and what was decided last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quizapp.model import CardStatus, StoredCard
from quizapp.store import counts, library
from quizapp.store.database import writing

_OPEN = """
    FROM cards WHERE episode = ? AND status = 'active' AND decided_at IS NULL
    AND id NOT IN (SELECT card_id FROM edits)
    AND note_id NOT IN (SELECT id FROM notes WHERE generator = 'own')
"""
_LAST = """
    SELECT id FROM cards
    WHERE episode = ? AND decided_at IS NOT NULL AND status IN ('active', 'rejected')
    ORDER BY decided_at DESC, score, id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk: the best card that nobody has looked over, if any.

    ``left`` counts it and those after it, ``done`` all others of the episode: kept, edited, set
    aside, turned down, or written by hand. ``last`` is the card decided about last, which can be
    taken back.
    """

    card: StoredCard | None
    left: int
    done: int
    last: str | None


def desk(db: Database, slug: str) -> Desk:
    """The next card of an episode to look over, best first."""
    found = db.execute(f"SELECT id {_OPEN} ORDER BY score DESC, id LIMIT 1", (slug,)).fetchone()
    (left,) = db.execute(f"SELECT count(*) {_OPEN}", (slug,)).fetchone()
    done = counts.of_one(db, slug).cards - left
    last = db.execute(_LAST, (slug,)).fetchone()
    card = library.card(db, found[0]) if found else None
    return Desk(card, left, done, last[0] if last else None)


def keep_rest(db: Database, slug: str, now: datetime) -> int:
    """Keeps all cards that were not looked over; how many there were."""
    with writing(db):
        ids = [card_id for (card_id,) in db.execute(f"SELECT id {_OPEN}", (slug,)).fetchall()]
        for card_id in ids:
            library.set_status(db, card_id, CardStatus.ACTIVE, now)
    return len(ids)


def take_back(db: Database, card_id: str) -> StoredCard:
    """Forgets what was decided about a card, so that it is looked over again."""
    with writing(db):
        db.execute("UPDATE cards SET decision = NULL, decided_at = NULL WHERE id = ?", (card_id,))
        return library.card(db, card_id)
