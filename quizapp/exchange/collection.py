"""A collection of Anki's as it came back: notes, cards, and the log of answers; only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.errors import IncomingError
from quizapp.exchange.revlog import AnkiLog, read_log
from quizapp.exchange.unpacking import collection_file

_TABLES: dict[str, frozenset[str]] = {
    "notes": frozenset("id guid mid mod tags flds".split()),
    "cards": frozenset("id nid did ord mod queue odid".split()),
    "revlog": frozenset("id cid ease factor time type".split()),
}
"""What is read, and has been there in every version of Anki's form."""

LONGEST_VALUE = 20_000_000
"""Bytes of one value in the database: far beyond any note, and little enough to hold."""

_SUSPENDED = -1


class AnkiNote(NamedTuple):
    """A note; ``model`` is its note type's id, ``mod`` when it changed, in seconds since 1970."""

    id: int
    guid: str
    model: int
    mod: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


class AnkiCard(NamedTuple):
    """A card; ``deck`` is its home, also while it is in a filtered one."""

    id: int
    note: int
    deck: int
    mod: int
    suspended: bool
    in_filtered_deck: bool


class AnkiCollection:
    """A collection that was opened; ends with the ``opened`` that made it."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self._path = path

    def notes(
        self, guids: Container[str] | None = None, note_type: int | None = None
    ) -> dict[str, AnkiNote]:
        """The notes by their guids: those that are asked for and all of a note type, or all."""
        sql = "SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id DESC"
        with _explained(self._path):
            return {
                row[1]: _note(*row)
                for row in self._database.execute(sql)
                if (guids is None or row[1] in guids or row[2] == note_type)
                and _is(row, int, str, int, int, str, str)
            }

    def cards(self, notes: Container[int]) -> dict[int, dict[int, AnkiCard]]:
        """The cards of these notes, by the note's id and by which of its cards each is."""
        sql = "SELECT id, nid, ord, did, odid, mod, queue FROM cards ORDER BY ord, id DESC"
        found: dict[int, dict[int, AnkiCard]] = {}
        with _explained(self._path):
            for id_, nid, ord_, deck, home, mod, queue in self._database.execute(sql):
                row = (id_, ord_, deck, home, mod, queue)
                if nid in notes and _is(row, int, int, int, int, int, int):
                    card = AnkiCard(id_, nid, home or deck, mod, queue == _SUSPENDED, bool(home))
                    found.setdefault(nid, {})[ord_] = card
        return found

    def all_cards(self) -> Iterator[tuple[AnkiNote, int, int]]:
        """Every card: its note, which of the note's cards it is, and its home deck."""
        sql = (
            "SELECT notes.id, guid, mid, notes.mod, tags, flds, ord,"
            " CASE odid WHEN 0 THEN did ELSE odid END"
            " FROM cards JOIN notes ON notes.id = nid ORDER BY cards.due, cards.id"
        )
        with _explained(self._path):
            for *row, ord_, deck in self._database.execute(sql):
                if _is((*row, ord_, deck), int, str, int, int, str, str, int, int) and ord_ >= 0:
                    yield _note(*row), ord_, deck

    def column(self, name: str) -> str:
        """A column of the one row in which older collections keep what is not a table there."""
        with _explained(self._path):
            known = {row[1] for row in self._database.execute("PRAGMA table_info(col)")}
            if name not in known:
                return ""
            found = self._database.execute(f"SELECT {name} FROM col").fetchone()  # noqa: S608
        return found[0] if found and isinstance(found[0], str) else ""

    def new_note_types(self) -> list[tuple[int, list[str], list[bytes], bytes]]:
        """Note types as newer collections keep them: id, fields, faces and settings."""
        with _explained(self._path):
            if not self._has("notetypes", "fields", "templates"):
                return []
            types = self._database.execute("SELECT id, config FROM notetypes").fetchall()
            return [
                (
                    id_,
                    self._of("fields", "name", id_, str),
                    self._of("templates", "config", id_, bytes),
                    config,
                )
                for id_, config in types
                if _is((id_, config), int, bytes)
            ]

    def _of(self, table: str, column: str, note_type: int, of: type) -> list[Any]:
        sql = f"SELECT {column} FROM {table} WHERE ntid = ? ORDER BY ord"  # noqa: S608 - our names
        found = self._database.execute(sql, (note_type,))
        return [value if isinstance(value, of) else of() for (value,) in found]

    def new_decks(self) -> list[tuple[int, str]]:
        """Decks as newer collections keep them: id and name."""
        with _explained(self._path):
            if not self._has("decks"):
                return []
            found = self._database.execute("SELECT id, name FROM decks").fetchall()
        return [row for row in found if _is(row, int, str)]

    def _has(self, *tables: str) -> bool:
        sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        return all(self._database.execute(sql, (table,)).fetchone() for table in tables)

    def log(self, cards: Sequence[int]) -> AnkiLog:
        """The answers of these cards, and what else stands there of them."""
        sql = "SELECT cid, id, ease, factor, time, type FROM revlog"
        with _explained(self._path):
            return read_log(self._database.execute(sql), cards)

    def count_reviews(self) -> int:
        """All rows of the log, of whatever cards."""
        with _explained(self._path):
            (count,) = self._database.execute("SELECT count(*) FROM revlog").fetchone()
        return int(count)

    def count_orphans(self) -> int:
        """The rows of the log whose cards are gone: deleted, with their notes or alone."""
        sql = "SELECT count(*) FROM revlog WHERE cid NOT IN (SELECT id FROM cards)"
        with _explained(self._path):
            (count,) = self._database.execute(sql).fetchone()
        return int(count)


@contextmanager
def opened(path: Path) -> Iterator[AnkiCollection]:
    """The collection in a file of Anki's, of any form; raises IncomingError in one line."""
    with collection_file(path) as file:
        database = sqlite3.connect(file)
        try:
            with _explained(path):
                _protect(database)
                _check_tables(database, path)
            yield AnkiCollection(database, path)
        finally:
            database.close()


def _protect(database: sqlite3.Connection) -> None:
    """Nothing in the file runs: no function in its schema, no write, no value without bounds."""
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.execute("PRAGMA query_only = ON")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    database.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    database.text_factory = lambda value: value.decode("utf-8", "replace")


def _check_tables(database: sqlite3.Connection, path: Path) -> None:
    plain = {
        name
        for name, sql in database.execute("SELECT name, sql FROM sqlite_master WHERE type='table'")
        if str(sql).lstrip().upper().startswith("CREATE TABLE")
    }
    for table, columns in _TABLES.items():
        known = {row[1] for row in database.execute(f"PRAGMA table_info({table})")}
        if table not in plain or not columns <= known:
            raise IncomingError(
                "is a database of another program, not a collection of Anki's", path=str(path)
            )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OverflowError, MemoryError):
        raise IncomingError(
            "the collection in it is damaged; check it in Anki (Tools, Check Database), "
            "then export again",
            path=str(path),
        ) from None


def _note(id_: int, guid: str, model: int, mod: int, tags: str, text: str) -> AnkiNote:
    return AnkiNote(id_, guid, model, mod, tuple(tags.split()), tuple(text.split("\x1f")))


def _is(row: tuple[object, ...], *types: type) -> bool:
    """Whether the values are what they should be; SQLite keeps any value in any column."""
    return tuple(map(type, row)) == types
