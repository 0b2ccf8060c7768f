"""Puts an episode as it was built into the library: updates in place, loses nothing.

A note or card is recognised by its computed id, else by an alias that an earlier correction left,
else as an old one reworded (``reconcile``). Only rows that differ are written, so that building
twice leaves the file's tables as they are. What a person said or edited is not touched here, and
no card is deleted: what the source no longer yields is retired.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from quizapp.choosing.difficulty import Experience
from quizapp.model import Card, Episode, Note
from quizapp.store.database import rows, writing
from quizapp.store.introducing import in_order, seen
from quizapp.store.naming import named
from quizapp.store.reconcile import pair_cards, pair_notes
from quizapp.store.records import Row, card_of, card_row, episode_row, note_of, note_row, to_ms

if TYPE_CHECKING:
    from quizapp.reading.documents import Document

OWN = "own"
"""The generator of notes that a person wrote: no build touches them."""

_MADE_OF_IT = "(episode = ? OR id IN (SELECT value FROM json_each(?))) AND generator <> ?"


@dataclass(frozen=True, slots=True)
class Changes:
    """How many cards a build added, changed, left alone and newly retired.

    A card that came back from retirement counts as updated.
    """

    new: int
    updated: int
    unchanged: int
    removed: int


def save_episode(
    db: Database,
    episode: Episode,
    documents: Sequence[Document],
    notes: Sequence[Note],
    now: datetime,
    *,
    known: Experience | None = None,
) -> Changes:
    """Makes the library say what this build says of an episode; all of it or, on an error, nothing.

    ``documents`` and ``notes`` are all that belong to the episode; ``known`` is what first answers
    have taught, where the caller has summed them up. Joins the caller's transaction.
    """
    with writing(db):
        save_row(db, "episodes", "slug", episode_row(named(db, episode)), now)
        _save_documents(db, episode.slug, documents)
        shelf = _Shelf(db, episode.slug, [note.id for note in notes])
        matched = _match(shelf, notes)
        return _save_notes(db, shelf, matched, now, seen(db) if known is None else known)


def save_row(db: Database, table: str, key: str, row: Row, now: datetime) -> None:
    """Inserts the row, or updates it where it differs; ``changed_at`` is stamped then."""
    columns = ", ".join(f'"{name}"' for name in row)
    found = rows(db, f"SELECT {columns} FROM {table} WHERE {key} = ?", (row[key],))  # noqa: S608
    old = next(found, None)
    if old is None:
        insert(db, table, {**row, "changed_at": to_ms(now)})
    elif old != row:
        _update(db, table, key, row[key], {**_differing(old, row), "changed_at": to_ms(now)})


def _differing(old: Mapping[str, Any], new: Row) -> Row:
    return {name: value for name, value in new.items() if old[name] != value}


def insert(db: Database, table: str, row: Row) -> None:
    """Adds a row."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)  # noqa: S608 - our names


def _update(db: Database, table: str, key: str, value: str, changes: Row) -> None:
    assignments = ", ".join(f'"{name}" = :{name}' for name in changes)
    sql = f"UPDATE {table} SET {assignments} WHERE {key} = :the_key"  # noqa: S608 - our names
    db.execute(sql, {**changes, "the_key": value})


def _save_documents(db: Database, slug: str, documents: Sequence[Document]) -> None:
    wanted = {(document.path, document.root): document.text for document in documents}
    stored = {
        (path, root): text
        for path, root, text in db.execute(
            "SELECT path, root, text FROM documents WHERE episode = ?", (slug,)
        )
    }
    for path, root in stored.keys() - wanted.keys():
        db.execute(
            "DELETE FROM documents WHERE episode = ? AND path = ? AND root = ?", (slug, path, root)
        )
    for (path, root), text in wanted.items():
        if stored.get((path, root)) != text:
            db.execute(
                "INSERT INTO documents (episode, path, root, text) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (episode, path, root) DO UPDATE SET text = excluded.text",
                (slug, path, root, text),
            )


class _Shelf:
    """What the library holds of an episode before the build is saved, cards by hand left out.

    Its notes are those made of its pages, wherever a person has put their cards, and those that
    go by an id in ``computed``: a library that came back in parts may have them elsewhere.
    """

    def __init__(self, db: Database, slug: str, computed: Iterable[str]) -> None:
        made_of_it = (slug, json.dumps(list(computed)), OWN)
        self.note_rows: dict[str, Row] = {
            row["id"]: row
            for row in rows(
                db,
                "SELECT id, episode, generator, anchor, key, sources FROM notes"  # noqa: S608
                f" WHERE {_MADE_OF_IT} ORDER BY id",
                made_of_it,
            )
        }
        self.card_rows: dict[str, Row] = {
            row["id"]: row
            for row in rows(
                db,
                "SELECT * FROM cards WHERE note_id IN"  # noqa: S608
                f" (SELECT id FROM notes WHERE {_MADE_OF_IT}) ORDER BY id",
                made_of_it,
            )
        }
        self.places = {row["note_id"]: row["episode"] for row in self.card_rows.values()}
        self.note_aliases = dict(
            db.execute(
                "SELECT computed_id, note_id FROM note_aliases"
                " JOIN notes ON notes.id = note_id WHERE episode = ?",
                (slug,),
            )
        )
        self.card_aliases = dict(
            db.execute(
                "SELECT computed_id, card_id FROM card_aliases"
                " JOIN cards ON cards.id = card_id JOIN notes ON notes.id = note_id"
                " WHERE notes.episode = ?",
                (slug,),
            )
        )

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The stored cards, as they were generated."""
        return {card_id: card_of(row) for card_id, row in self.card_rows.items()}

    @cached_property
    def notes(self) -> dict[str, Note]:
        """The stored notes with their cards."""
        of_note: dict[str, list[Card]] = {note_id: [] for note_id in self.note_rows}
        for card in self.cards.values():
            of_note[card.note_id].append(card)
        return {key: note_of(row, of_note[key]) for key, row in self.note_rows.items()}


@dataclass(slots=True)
class _Matched:
    """A build's notes under the ids that the library knows them by, and what was learnt."""

    notes: list[Note]
    note_aliases: dict[str, str] = field(default_factory=dict)
    card_aliases: dict[str, str] = field(default_factory=dict)


def _match(shelf: _Shelf, notes: Sequence[Note]) -> _Matched:
    known = _recognised([note.id for note in notes], shelf.note_rows, shelf.note_aliases)
    fresh = [note for note in notes if note.id not in known]
    if fresh:
        claimed = set(known.values())
        vanished = [note for note in shelf.notes.values() if note.id not in claimed]
        known |= pair_notes(vanished, fresh)
    matched = _Matched([], {new: old for new, old in known.items() if new != old})
    computed = [card.id for note in notes for card in note.cards]
    known_cards = _recognised(computed, shelf.card_rows, shelf.card_aliases)
    for note in notes:
        matched.notes.append(
            _under_known_ids(shelf, note, known.get(note.id, note.id), known_cards, matched)
        )
    return matched


def _recognised(
    computed: Iterable[str], stored: Mapping[str, object], aliases: Mapping[str, str]
) -> dict[str, str]:
    """Computed ids → stored ids. An id that is itself stored comes before one by an alias."""
    ids = list(computed)
    known = {one: one for one in ids if one in stored}
    claimed = set(known)
    for one in ids:
        target = aliases.get(one)
        if one not in known and target is not None and target not in claimed:
            known[one] = target
            claimed.add(target)
    return known


def _under_known_ids(
    shelf: _Shelf, note: Note, note_id: str, known: dict[str, str], matched: _Matched
) -> Note:
    """The note with the ids of the library; reworded cards of it are recognised here."""
    fresh = [card for card in note.cards if card.id not in known]
    if fresh and note_id in shelf.note_rows:
        claimed = set(known.values())
        vanished = [card for card in shelf.notes[note_id].cards if card.id not in claimed]
        known |= pair_cards(vanished, fresh)
    ids = {card.id: known.get(card.id, card.id) for card in note.cards}
    renamed = {new: old for new, old in ids.items() if new != old}
    if note_id == note.id and not renamed:
        return note
    matched.card_aliases |= renamed
    cards = tuple(replace(card, id=ids[card.id], note_id=note_id) for card in note.cards)
    return replace(note, id=note_id, cards=cards)


def _save_notes(
    db: Database, shelf: _Shelf, matched: _Matched, now: datetime, known: Experience
) -> Changes:
    for note in matched.notes:
        row, old = note_row(note), shelf.note_rows.get(note.id)
        if old is None:
            insert(db, "notes", row)
        elif old != row:
            _update(db, "notes", "id", note.id, _differing(old, row))
    # Where a person has put a note, its cards stay, and new ones come to them.
    cards = [
        replace(card, episode=shelf.places.get(note.id, card.episode))
        for note in matched.notes
        for card in note.cards
    ]
    counts = {"new": 0, "updated": 0, "unchanged": 0}
    for position, card in enumerate(in_order(cards, matched.notes, known)):
        counts[_save_card(db, shelf, card_row(card, position), now)] += 1
    removed = _retire(db, shelf, {card.id for card in cards})
    _save_aliases(db, shelf, matched)
    return Changes(**counts, removed=removed)


def _save_card(db: Database, shelf: _Shelf, row: Row, now: datetime) -> str:
    """Writes what differs; says whether the card is ``new``, ``updated`` or ``unchanged``."""
    old = shelf.card_rows.get(row["id"])
    if old is None:
        insert(db, "cards", {**row, "changed_at": to_ms(now)})
        return "new"
    changes = _differing(old, row)
    if reworded := "content_hash" in changes:
        changes["changed_at"] = to_ms(now)
    if old["retired"]:
        changes["retired"] = 0
    if changes:
        _update(db, "cards", "id", row["id"], changes)
    return "updated" if reworded or old["retired"] else "unchanged"


def _retire(db: Database, shelf: _Shelf, kept: set[str]) -> int:
    gone = [
        card_id
        for card_id, row in shelf.card_rows.items()
        if card_id not in kept and not row["retired"]
    ]
    for card_id in gone:
        db.execute("UPDATE cards SET retired = 1 WHERE id = ?", (card_id,))
    return len(gone)


def _save_aliases(db: Database, shelf: _Shelf, matched: _Matched) -> None:
    """Remembers new names of old things; forgets a name that became a thing of its own."""
    own = {note.id for note in matched.notes}
    own_cards = {card.id for note in matched.notes for card in note.cards}
    tables = (
        ("note_aliases", "note_id", shelf.note_aliases, matched.note_aliases, own),
        ("card_aliases", "card_id", shelf.card_aliases, matched.card_aliases, own_cards),
    )
    for table, column, old, new, names in tables:
        for computed in old.keys() & names:
            db.execute(f"DELETE FROM {table} WHERE computed_id = ?", (computed,))  # noqa: S608
        for computed, target in new.items():
            if old.get(computed) != target:
                db.execute(
                    f"INSERT INTO {table} (computed_id, {column}) VALUES (?, ?)"  # noqa: S608
                    f" ON CONFLICT (computed_id) DO UPDATE SET {column} = excluded.{column}",
                    (computed, target),
                )
