"""Deleted episodes: out of sight and never asked, with all their answers, until brought back.

Nothing is erased, for the log of answers is append-only. While an episode is deleted, each of its
cards counts as rejected; what was said of it before is kept and comes back with it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quizapp.store import library
from quizapp.store.database import writing
from quizapp.store.records import from_ms, to_ms


@dataclass(frozen=True, slots=True)
class Deleted:
    """An episode that was deleted: when, and with how many cards."""

    slug: str
    title: str
    deleted_at: datetime
    cards: int


def deleted(db: Database) -> tuple[Deleted, ...]:
    """What can be brought back, the latest first."""
    found = db.execute(
        "SELECT slug, title, deleted_at,"
        " (SELECT count(*) FROM cards WHERE cards.episode = slug AND (retired = 0"
        "  OR json_extract(decisions, '$.\"' || cards.id || '\"[0]') IS NOT NULL))"
        " FROM trash JOIN episodes ON slug = trash.episode ORDER BY deleted_at DESC, slug"
    )
    return tuple(Deleted(slug, title, from_ms(at), cards) for slug, title, at, cards in found)


def number(db: Database) -> int:
    """How many episodes can be brought back."""
    (many,) = db.execute("SELECT count(*) FROM trash").fetchone()
    return int(many)


def delete(db: Database, slug: str, now: datetime) -> None:
    """Takes an episode with its cards out of the library; raises NotFoundError."""
    with writing(db):
        library.episode(db, slug)
        decisions = db.execute(
            "SELECT id, decision, decided_at FROM cards WHERE episode = ?", (slug,)
        ).fetchall()
        kept = {card_id: [decision, at] for card_id, decision, at in decisions}
        db.execute(
            "INSERT INTO trash (episode, deleted_at, decisions) VALUES (?, ?, ?)",
            (slug, to_ms(now), json.dumps(kept)),
        )
        db.execute("UPDATE cards SET decision = 'rejected' WHERE episode = ?", (slug,))


def bring_back(db: Database, slug: str) -> bool:
    """Puts a deleted episode back as it was; False where there is none of that name."""
    with writing(db):
        found = db.execute("SELECT decisions FROM trash WHERE episode = ?", (slug,)).fetchone()
        if found is None:
            return False
        for card_id, (decision, at) in json.loads(found[0]).items():
            db.execute(
                "UPDATE cards SET decision = ?, decided_at = ? WHERE id = ?",
                (decision, at, card_id),
            )
        db.execute("DELETE FROM trash WHERE episode = ?", (slug,))
        return True
