"""Packages from strangers: one clear line, nothing changed, nothing unpacked beside the library."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard
from conftest import note
from console import Console
from hostile_packages import SCHEMA, collection, database, package, zeros
from sqlite_utils import Database

from quizapp.exchange import clozes, notetypes, unpacking
from quizapp.model import AnkiPlace, CardKind
from quizapp.store import anki_places, library

START = b"SQLite format 3\x00"


@pytest.fixture
def card(save: Callable[..., Any]) -> str:
    """The id of the one card in the library."""
    save(note())
    return note().cards[0].id


def refused(home: Path, path: Path, says: str) -> None:
    """The command fails with one line that says so and names the file, and changes nothing."""
    database = home / "quizapp.db"
    with sqlite3.connect(database) as db:
        before = list(db.iterdump())
    files = {one: one.stat().st_size for one in path.parent.rglob("*") if one.is_file()}
    done = Console(home)("import-progress", path)
    assert done.code == 1
    assert done.out == ""
    assert done.complaint.startswith(f"{path}")
    assert says in done.complaint
    with sqlite3.connect(database) as db:
        assert list(db.iterdump()) == before
    db.close()
    after = {one for one in path.parent.rglob("*") if one.is_file()}
    assert {one for one in after if "quizapp.db" not in one.name} <= set(files)


def test_nothing_there(home: Path, card: str, tmp_path: Path) -> None:
    refused(home, tmp_path / "none.apkg", "no such file")
    refused(home, tmp_path, "is a folder")
    empty = tmp_path / "empty.apkg"
    empty.touch()
    refused(home, empty, "empty")


@pytest.mark.parametrize(
    "content", [b"hello", b"PK\x03\x04 no zip", b"\x28\xb5\x2f\xfd no zstd", START + b"no database"]
)
def test_no_package_at_all(home: Path, card: str, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(content)
    refused(home, path, "")


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21", "collection.anki21b"])
@pytest.mark.parametrize("start", [b"", START])
def test_a_zip_bomb(
    home: Path, card: str, tmp_path: Path, name: str, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_COLLECTION", 20 << 20)
    path = zeros(tmp_path / "bomb.apkg", name, 40, start)
    assert path.stat().st_size < 200_000
    refused(home, path, "unpacks to more" if start else "is no collection")


def test_a_path_out_of_the_folder(home: Path, card: str, tmp_path: Path) -> None:
    entries = {f"../{n * '../'}collection.anki2": collection() for n in range(3)}
    refused(home, package(entries, tmp_path / "deck.apkg"), "holds no Anki collection")
    both = entries | {"collection.anki2": collection([(card, 1, "", "a\x1fb")])}
    path = package(both, tmp_path / "deck.apkg")
    assert Console(home).fine("import-progress", path)["added"] == 1
    assert not list(tmp_path.parent.glob("collection.anki2"))


def test_a_broken_database(home: Path, card: str, tmp_path: Path) -> None:
    whole = collection([(f"g{n}", 1, "", f"{n}\x1f{'x' * 500}") for n in range(300)])
    for cut in (200, 5000, len(whole) // 2):
        path = package({"collection.anki2": whole[:cut]}, tmp_path / f"cut{cut}.apkg")
        refused(home, path, "")
    hurt = bytearray(whole)
    hurt[4096 : len(hurt) // 2] = b"\xff" * (len(hurt) // 2 - 4096)
    refused(home, package({"collection.anki2": bytes(hurt)}, tmp_path / "hurt.apkg"), "damaged")


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE notes (id integer primary key, text text)",
        "CREATE TABLE users (name text)",
        SCHEMA.replace("guid text", "body text"),
        "CREATE VIEW notes AS SELECT 1 AS id; CREATE TABLE cards (id); CREATE TABLE revlog (id)",
    ],
)
def test_a_database_of_another_program(home: Path, card: str, tmp_path: Path, schema: str) -> None:
    content = database(lambda _: None, schema)
    bare = tmp_path / "collection.anki2"
    bare.write_bytes(content)
    refused(home, bare, "database of another program")
    packed = {"collection.anki21b": zstandard.compress(content)}
    refused(home, package(packed, tmp_path / "deck.apkg"), "database of another program")


def test_our_own_database_is_no_collection(home: Path, card: str) -> None:
    refused(home, home / "quizapp.db", "database of another program")


def test_tables_that_are_views_without_end(home: Path, card: str, tmp_path: Path) -> None:
    endless = SCHEMA.replace("CREATE TABLE revlog (id", "CREATE TABLE old (id") + (
        "CREATE VIEW revlog AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
        " SELECT id, id AS cid, 0 AS usn, 3 AS ease, 0 AS ivl, 0 AS lastIvl, 0 AS factor,"
        " 0 AS time, 0 AS type FROM n;"
    )
    path = package({"collection.anki2": database(lambda _: None, endless)}, tmp_path / "deck.apkg")
    refused(home, path, "database of another program")


def test_a_million_fields(home: Path, db: Database, card: str, tmp_path: Path) -> None:
    notes = [(card, 1, "", "\x1f" * 1_000_000), ("other", 1, "", "\x1f" * 1_000_000)]
    path = package({"collection.anki2": collection(notes)}, tmp_path / "deck.apkg")
    assert Console(home).fine("import-progress", path, "--edits")["edited"] == []
    assert library.card(db, card).card.prompt == note().cards[0].prompt


def test_a_field_beyond_all_bounds(home: Path, card: str, tmp_path: Path) -> None:
    path = package({"collection.anki2": collection([(card, 1, "", "x" * 30_000_000)])},
                   tmp_path / "deck.apkg")  # fmt: skip
    refused(home, path, "damaged")


def test_values_of_other_types_are_passed_over(home: Path, card: str, tmp_path: Path) -> None:
    def fill(made: sqlite3.Connection) -> None:
        made.execute("INSERT INTO notes VALUES (1, ?, 1, 1, -1, '', 'a', 'a', 0, 0, '')", (card,))
        made.execute(f"INSERT INTO cards VALUES (1, 1, 1, 0, 0, -1, {'0, ' * 11} '')")
        rows = ((1, "three", 0, 0), (2, 3, "x", 0), (3, 99, 0, 0), (-4, 3, 0, 0), (2**62, 3, 0, 0))
        for at, ease, factor, kind in (*rows, (5, 3, 0, b"\xff"), (6, 3, 2500, 0)):
            made.execute(
                "INSERT INTO revlog VALUES (?, 1, -1, ?, 1, 1, ?, 99999999, ?)",
                (at, ease, factor, kind),
            )

    path = package({"collection.anki2": database(fill)}, tmp_path / "deck.apkg")
    found = Console(home).fine("import-progress", path)
    assert (found["added"], found["passed_over"]["unreadable"]) == (1, 6)


def test_scripts_in_fields_stay_out_of_cards(
    home: Path, db: Database, card: str, tmp_path: Path
) -> None:
    """A guid of ours with a field of theirs: only text comes through, and shows as text."""
    entries = {"collection.anki2": collection([(card, 1, "", "<script>alert(1)</script>\x1fb")])}
    path = package(entries, tmp_path / "deck.apkg")
    assert Console(home).fine("import-progress", path, "--edits", "--tags")["edited"] == []
    assert "script" not in library.card(db, card).card.prompt


def test_a_bad_table_of_reviews(home: Path, card: str, tmp_path: Path) -> None:
    table = tmp_path / "reviews.csv"
    good = f"card_id,rating,reviewed_at,duration_ms\n{card},3,2026-01-05T09:00:00+01:00,\n"
    for content, says in (
        ("hello,there\n1,2\n", "has no column card_id"),
        (f"{good}{card},9,2026-01-05T09:01:00+01:00,1\n", "reviews.csv:3: is no review"),
        (f"{good}{card},3,2026-01-05 noon,1\n", "reviews.csv:3: is no review"),
        (f"{good}{card},3,2026-01-05T09:00:00,1\n", "reviews.csv:3: is no review"),
    ):
        table.write_text(content, "utf-8")
        refused(home, table, says)
    table.write_bytes(b"card_id\xff\xfe\n")
    refused(home, table, "UTF-8")


def test_blanks_with_impossible_numbers(
    home: Path, save: Callable[..., Any], db: Database, tmp_path: Path
) -> None:
    """A note of ours, with cards that no note can have, and names of cards that are not there."""
    cloze = note(0, kinds=(CardKind.CLOZE,), prompt="A ____ works.", answer="net")
    save(cloze, note(1))
    mine, other = cloze.cards[0].id, note(1).cards[0].id
    told = {"Text": "A {{c1::net}} works.", "Card ID": f"- {mine} {mine} nobody {other}"}
    fields = "\x1f".join(told.get(name, "") for name in notetypes.CLOZE.fields)
    found = sqlite3.connect(":memory:")
    found.deserialize(collection([(mine, notetypes.CLOZE.id, "", fields)]))
    found.execute("UPDATE cards SET ord = -1")
    for number, ord_ in enumerate((2, 3, 501, 10**15), start=2):
        row = (number, 1, 1, ord_, 0, -1, *[0] * 11, "")
        found.execute(f"INSERT INTO cards VALUES ({','.join('?' * 18)})", row)
    found.commit()
    path = package({"collection.anki2": found.serialize()}, tmp_path / "deck.apkg")
    found.close()
    console = Console(home)
    report = console.fine("import-progress", path)
    assert (report["cards"], report["added"]) == (1, 0)
    known = anki_places.places(db)
    assert {one: at for one, at in known.items() if one in (mine, other)} == {
        mine: AnkiPlace(mine, 2)
    }
    assert all(0 <= place.ord < clozes.MOST_BLANKS for place in known.values())
    done = console("export", "--to", tmp_path / "out.apkg")
    assert (done.code, done.err) == (0, "")
    assert "2 cards of 2 notes" in done.out
    to = tmp_path / "out.apkg"
    assert console("export", "--to", to).code == 0
    with zipfile.ZipFile(to) as archive:
        made = sqlite3.connect(":memory:")
        made.deserialize(archive.read("collection.anki2"))
    [(text,)] = made.execute("SELECT flds FROM notes WHERE guid = ?", (mine,))
    assert text.startswith("A {{c3::net}} works.")
    made.close()
