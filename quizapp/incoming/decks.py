"""Somebody else's Anki deck as cards to study here: each deck a place of its own in the library.

Taken in again, a newer package updates its cards in place, and what was learnt of them stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp import identity
from quizapp.errors import IncomingError
from quizapp.exchange.collection import opened
from quizapp.exchange.foreign import ForeignCard, cards
from quizapp.model import Card, CardKind, Episode, Note, Source
from quizapp.store import library, merging
from quizapp.store.database import writing

GENERATOR = "deck"
"""Part of the ids of these notes: it never changes."""


@dataclass(frozen=True, slots=True)
class DeckReport:
    """What was taken in: the decks as episodes, their cards, and how many were no questions.

    ``ours`` counts cards that this program made: their progress comes by ``import-progress``.
    """

    path: Path
    episodes: tuple[str, ...]
    cards: int
    new: int
    updated: int
    passed_over: int
    ours: int


def import_decks(db: Database, path: Path, now: datetime) -> DeckReport:
    """Takes a package in, all of it or, on an error, nothing; raises IncomingError."""
    decks: dict[str, dict[str, list[ForeignCard]]] = {}
    passed_over = ours = 0
    with opened(path) as collection, writing(db):
        names = merging.card_names(db)
        for one in cards(collection):
            if one is None:
                passed_over += 1
            elif one.guid in names:
                ours += 1
            else:
                decks.setdefault(one.deck, {}).setdefault(one.guid, []).append(one)
        if not decks and not ours:
            raise IncomingError("holds no card with a question and an answer", path=str(path))
        changes = [_save(db, name, notes, now) for name, notes in sorted(decks.items())]
    return DeckReport(
        path,
        tuple(_slug(name) for name in sorted(decks)),
        sum(len(some) for notes in decks.values() for some in notes.values()),
        sum(change.new for change in changes),
        sum(change.updated for change in changes),
        passed_over,
        ours,
    )


def _save(
    db: Database, name: str, notes: dict[str, list[ForeignCard]], now: datetime
) -> library.Changes:
    show, _, title = name.rpartition("::")
    episode = Episode(slug=_slug(name), title=title, show=show.replace("::", " · ") or None)
    made = [_note(episode.slug, name, guid, some) for guid, some in notes.items()]
    return library.save_episode(db, episode, (), made, now)


def _slug(deck: str) -> str:
    return f"deck-{identity.slug(deck)}"


def _note(slug: str, deck: str, guid: str, cards: list[ForeignCard]) -> Note:
    note_id = identity.note_id(GENERATOR, slug, guid, "note")
    source = Source(deck, 0, 0, cards[0].answer)
    made = tuple(_card(one, note_id, slug, Source(deck, 0, 0, one.answer)) for one in cards)
    return Note(note_id, GENERATOR, slug, guid, "note", (source,), made)


def _card(one: ForeignCard, note_id: str, slug: str, source: Source) -> Card:
    kind = CardKind.CLOZE if one.cloze else CardKind.RECALL
    return Card(
        id=identity.card_id(note_id, kind, one.side),
        note_id=note_id,
        kind=kind,
        episode=slug,
        prompt=one.prompt,
        answer=one.answer,
        sources=(source,),
        score=0.5,
        tags=tuple(sorted(one.tags)),
    )
