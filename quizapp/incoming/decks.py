"""Somebody else's Anki deck as cards to study here: each deck a place of its own in the library.

Taken in again, a newer package updates its cards in place, and what was learnt of them stays. The
pictures and sounds that its cards show are kept beside the library, by what they are: what is
neither, or too large, stays behind and is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp import identity, media
from quizapp.errors import IncomingError
from quizapp.exchange.collection import AnkiCollection, opened
from quizapp.exchange.foreign import ForeignCard, cards
from quizapp.exchange.packed_media import PackedMedia, packed_media
from quizapp.model import Card, CardKind, Episode, Note, Source
from quizapp.store import attachments, library, merging
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
    media: int = 0
    media_left: int = 0


class _Media:
    """The files that cards name, kept as they are met."""

    def __init__(self, db: Database, packed: PackedMedia) -> None:
        self._db = db
        self._packed = packed
        self._marks: dict[str, str] = {}
        self.new: list[str] = []

    def mark(self, name: str) -> str:
        """What stands for a file in a text; nothing where it is not taken along."""
        if name not in self._marks:
            self._marks[name] = self._kept(name) if name else ""
        return self._marks[name]

    def count(self) -> tuple[int, int]:
        """How many were taken along, and how many were left."""
        taken = sum(map(bool, self._marks.values()))
        return taken, sum(map(bool, self._marks)) - taken

    def forget(self) -> None:
        """Removes what is new, since nothing names it."""
        for name in self.new:
            attachments.forget(self._db, name)

    def _kept(self, name: str) -> str:
        if name in self.new:  # a mark that was put there already
            return media.mark(name)
        content = self._packed.read(name, media.LARGEST)
        kept = attachments.keep(self._db, content) if content else None
        if kept is None:
            return ""
        if kept[1]:
            self.new.append(kept[0])
        return media.mark(kept[0])


def import_decks(db: Database, path: Path, now: datetime) -> DeckReport:
    """Takes a package in, all of it or, on an error, nothing; raises IncomingError."""
    with opened(path) as collection, packed_media(path) as packed:
        files = _Media(db, packed)
        try:
            with writing(db):
                return _take(db, collection, files, path, now)
        except BaseException:
            files.forget()
            raise


def _take(
    db: Database, collection: AnkiCollection, files: _Media, path: Path, now: datetime
) -> DeckReport:
    decks: dict[str, dict[str, list[ForeignCard]]] = {}
    passed_over = ours = 0
    names = merging.card_names(db)
    for one in cards(collection, files.mark):
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
        *files.count(),
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
