"""Notes on their way out, and a library on its way back in, which overwrites nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from quizapp.model import Card, CardStatus, Episode, Note
from quizapp.store.database import rows
from quizapp.store.records import card_row, episode_row, note_of, note_row, to_ms
from quizapp.store.saving import insert

_DECIDED = (CardStatus.SUSPENDED, CardStatus.REJECTED)


def notes(db: Database) -> tuple[Note, ...]:
    """All notes, without their cards."""
    sql = "SELECT id, episode, generator, anchor, key, sources FROM notes ORDER BY id"
    return tuple(note_of(row, ()) for row in rows(db, sql))


def restore_episode(db: Database, episode: Episode, now: datetime) -> bool:
    """Adds an episode with all that is known of it, unless it is there; whether it was added."""
    if db.execute("SELECT 1 FROM episodes WHERE slug = ?", (episode.slug,)).fetchone():
        return False
    insert(db, "episodes", {**episode_row(episode), "changed_at": to_ms(now)})
    return True


def restore_cards(
    db: Database, note: Note, cards: Iterable[tuple[int, Card, bool]], now: datetime
) -> int:
    """Adds the cards of a note that are not there; each with its position and whether edited."""
    added = 0
    for position, card, edited in cards:
        if db.execute("SELECT 1 FROM cards WHERE id = ?", (card.id,)).fetchone():
            continue
        if not db.execute("SELECT 1 FROM notes WHERE id = ?", (note.id,)).fetchone():
            insert(db, "notes", note_row(note))
        decided = {"decision": str(card.status), "decided_at": to_ms(now)}
        insert(
            db,
            "cards",
            {
                **card_row(card, position),
                **(decided if card.status in _DECIDED else {}),
                "retired": int(card.status is CardStatus.RETIRED),
                "changed_at": to_ms(now),
            },
        )
        if edited:
            words = {"card_id": card.id, "prompt": card.prompt, "answer": card.answer}
            insert(db, "edits", {**words, "edited_at": to_ms(now)})
        added += 1
    return added
