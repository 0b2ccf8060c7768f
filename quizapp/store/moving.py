"""Cards in another episode than the one they were made of, where a person wants them.

A note moves as a whole: its cards ask for one fact, and are never asked on one day. It still
belongs to the episode whose pages it was made of, which is where a build looks for it; its cards
say where they are asked. So a move outlives every rebuild, and new cards of the note follow it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.store import library
from quizapp.store.database import writing
from quizapp.store.saving import OWN


class Moved(NamedTuple):
    """How many cards were moved, siblings that came along among them, and where notes were."""

    cards: int
    siblings: int
    was: dict[str, str]


def move(db: Database, card_ids: Iterable[str], slug: str) -> Moved:
    """Moves the notes of these cards to an episode; raises NotFoundError."""
    wanted = list(card_ids)
    with writing(db):
        library.episode(db, slug)
        was = _places(db, wanted)
        was = {note: place for note, place in was.items() if place != slug}
        moved = sum(put(db, note, slug) for note in was)
    asked = sum(note in was for note in (_note_of(db, card_id) for card_id in wanted))
    return Moved(moved, moved - asked, was)


def put(db: Database, note_id: str, slug: str) -> int:
    """Puts the cards of a note into an episode; how many these are. Own ones belong to it then."""
    db.execute("UPDATE notes SET episode = ? WHERE id = ? AND generator = ?", (slug, note_id, OWN))
    return int(
        db.execute("UPDATE cards SET episode = ? WHERE note_id = ?", (slug, note_id)).rowcount
    )


def _places(db: Database, card_ids: Iterable[str]) -> dict[str, str]:
    """In which episode the note of each of these cards is asked."""
    found = (
        db.execute("SELECT note_id, episode FROM cards WHERE id = ?", (card_id,)).fetchone()
        for card_id in card_ids
    )
    return dict(row for row in found if row is not None)


def _note_of(db: Database, card_id: str) -> str | None:
    found = db.execute("SELECT note_id FROM cards WHERE id = ?", (card_id,)).fetchone()
    return None if found is None else str(found[0])
