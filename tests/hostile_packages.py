"""Packages that nobody should send, made by hand for the tests."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import zstandard

SCHEMA = """
    CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer,
        dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text,
        tags text);
    CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer,
        tags text, flds text, sfld integer, csum integer, flags integer, data text);
    CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod integer,
        usn integer, type integer, queue integer, due integer, ivl integer, factor integer,
        reps integer, lapses integer, left integer, odue integer, odid integer, flags integer,
        data text);
    CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer,
        ivl integer, lastIvl integer, factor integer, time integer, type integer);
    CREATE TABLE graves (usn integer, oid integer, type integer);
"""
BASIC = {
    "name": "Basic",
    "type": 0,
    "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
    "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
}
CLOZE = {
    "name": "Cloze",
    "type": 1,
    "flds": [{"name": "Text", "ord": 0}, {"name": "Extra", "ord": 1}],
    "tmpls": [{"name": "Cloze", "ord": 0, "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}"}],
}
MODELS = {"1": {"id": 1, **BASIC}, "2": {"id": 2, **CLOZE}}
DECKS = {"1": {"id": 1, "name": "Default"}, "7": {"id": 7, "name": "Sea::Tides"}}


def database(statements: Callable[[sqlite3.Connection], object], schema: str = SCHEMA) -> bytes:
    """A collection's database with what ``statements`` put into it."""
    made = sqlite3.connect(":memory:")
    made.executescript(schema)
    statements(made)
    made.commit()
    content = made.serialize()
    made.close()
    return content


def collection(notes: Iterable[tuple[str, int, str, str]] = (), deck: int = 7) -> bytes:
    """A collection with notes of (guid, note type, tags, fields), a card each, one review each."""

    def fill(made: sqlite3.Connection) -> None:
        models, decks = json.dumps(MODELS), json.dumps(DECKS)
        row = (1, 1, 1, 1, 11, 0, -1, 0, "{}", models, decks, "{}", "{}")
        made.execute(f"INSERT INTO col VALUES ({','.join('?' * 13)})", row)
        for number, (guid, model, tags, text) in enumerate(notes, start=1):
            note = (number, guid, model, 1_700_000_000, -1, tags, text, text, 0, 0, "")
            made.execute(f"INSERT INTO notes VALUES ({','.join('?' * 11)})", note)
            card = (number, number, deck, 0, 0, -1, *[0] * 11, "")
            made.execute(f"INSERT INTO cards VALUES ({','.join('?' * 18)})", card)
            review = (1_700_000_000_000 + number, number, -1, 3, 1, 1, 2500, 3000, 0)
            made.execute(f"INSERT INTO revlog VALUES ({','.join('?' * 9)})", review)

    return database(fill)


def package(entries: dict[str, bytes], to: Path) -> Path:
    """A zip with these files in it, compressed."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return to


def zeros(to: Path, name: str, megabytes: int, start: bytes = b"") -> Path:
    """A zip whose one file is mostly zeros, in little space."""
    piece = bytes(1 << 20)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = archive.open(name, "w", force_zip64=True)
        with entry:
            if name.endswith("b"):
                packed = io.BytesIO()
                with zstandard.ZstdCompressor().stream_writer(packed, closefd=False) as writer:
                    writer.write(start)
                    for _ in range(megabytes):
                        writer.write(piece)
                entry.write(packed.getvalue())
            else:
                entry.write(start)
                for _ in range(megabytes):
                    entry.write(piece)
    return to
