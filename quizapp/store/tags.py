"""A person's tags on cards: added to the generated ones, or taken from them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from quizapp.errors import StudyError
from quizapp.store.database import writing
from quizapp.store.records import to_ms

LONGEST = 60


def cleaned(text: str) -> str:
    """A tag as Anki takes it, without spaces; raises StudyError where nothing is left."""
    tag = "-".join(text.replace("\x00", "").replace('"', "").split())
    if not tag or len(tag) > LONGEST:
        raise StudyError(f"a tag has from 1 to {LONGEST} characters; give another")
    return tag


def add_tag(db: Database, card_ids: Iterable[str], tag: str, now: datetime) -> int:
    """Puts a tag on cards; how many did not have it."""
    return sum([_set(db, one, cleaned(tag), True, now) for one in card_ids])


def remove_tag(db: Database, card_ids: Iterable[str], tag: str, now: datetime) -> int:
    """Takes a tag off cards, whoever put it there; how many had it."""
    return sum([_set(db, one, cleaned(tag), False, now) for one in card_ids])


def _set(db: Database, card_id: str, tag: str, wanted: bool, now: datetime) -> bool:
    """Says what differs from the generated tags, and nothing more."""
    with writing(db):
        found = db.execute(
            "SELECT cards.tags, given FROM cards"
            " LEFT JOIN person_tags ON card_id = cards.id AND tag = ? WHERE cards.id = ?",
            (tag, card_id),
        ).fetchone()
        if found is None:
            return False
        generated, given = tag in json.loads(found[0]), found[1]
        if wanted == (generated if given is None else bool(given)):
            return False
        if wanted == generated:
            db.execute("DELETE FROM person_tags WHERE card_id = ? AND tag = ?", (card_id, tag))
        else:
            db.execute(
                "INSERT INTO person_tags (card_id, tag, given) VALUES (?, ?, ?)"
                " ON CONFLICT (card_id, tag) DO UPDATE SET given = excluded.given",
                (card_id, tag, int(wanted)),
            )
        # Exports say when a card changed last, and Anki takes over what is newer.
        db.execute("UPDATE cards SET changed_at = ? WHERE id = ?", (to_ms(now), card_id))
        return True
