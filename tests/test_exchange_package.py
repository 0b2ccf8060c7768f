"""The package: the same bytes for the same cards, notes as old as their content, siblings apart."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from conftest import NOW, episode, note
from console import Console
from exchange_cards import CARDS, CHANGED, EPISODE, card, stored
from sqlite_utils import Database

from quizapp.exchange import package
from quizapp.exchange.decks import deck_id, deck_name
from quizapp.model import CardKind, Episode, StoredCard
from quizapp.reading.documents import Document
from quizapp.store import library
from quizapp.store.database import writing


def packed(cards: Sequence[StoredCard], *episodes: Episode) -> bytes:
    by_slug = {episode.slug: episode for episode in (EPISODE, *episodes)}
    return package.apkg(cards, by_slug, reviews=(), with_progress=False, zone=UTC)


def opened(content: bytes) -> sqlite3.Connection:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
        return database


def test_the_same_cards_give_the_same_bytes() -> None:
    assert packed(stored(*CARDS)) == packed(stored(*CARDS))


def test_the_zip_is_compressed_and_dateless() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(stored(*CARDS)))) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["collection.anki2", "media"]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}
        assert archive.read("media") == b"{}"


def test_the_database_is_sound_and_has_a_card_for_each_note() -> None:
    database = opened(packed(stored(*CARDS)))
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    guids = {row[0] for row in database.execute("SELECT guid FROM notes")}
    assert guids == {one.id for one in CARDS}
    orphans = "SELECT count() FROM cards WHERE nid NOT IN (SELECT id FROM notes)"
    assert database.execute(orphans).fetchone() == (0,)
    assert database.execute("SELECT count() FROM cards").fetchone() == (len(CARDS),)


def test_a_note_is_as_old_as_its_content() -> None:
    later = CHANGED + timedelta(days=3)
    database = opened(packed([*stored(CARDS[0]), *stored(CARDS[1], changed_at=later)]))
    times = dict(database.execute("SELECT guid, mod FROM notes"))
    assert times == {
        CARDS[0].id: int(CHANGED.timestamp()),
        CARDS[1].id: int(later.timestamp()),
    }


def test_only_the_changed_note_changes() -> None:
    before = opened(packed(stored(*CARDS)))
    edited = StoredCard(replace(CARDS[0], answer="Two bulges."), CHANGED + timedelta(days=1))
    after = opened(packed([edited, *stored(*CARDS[1:])]))
    rows = [set(each.execute("SELECT * FROM notes")) for each in (before, after)]
    assert [row[1] for row in rows[1] - rows[0]] == [CARDS[0].id]


def test_cards_are_introduced_in_the_order_given() -> None:
    database = opened(packed(stored(*CARDS)))
    query = "SELECT guid FROM notes JOIN cards ON nid = notes.id ORDER BY due"
    assert [row[0] for row in database.execute(query)] == [one.id for one in CARDS]


def test_siblings_are_introduced_a_day_apart() -> None:
    cards = [
        card(number, CardKind.RECALL, f"Question {number}?", "So.", note_id=f"q1n{number // 2}")
        for number in range(80)
    ]
    order = [one.card for one in package.introduced(stored(*cards))]
    assert sorted(one.id for one in order) == [one.id for one in cards]
    assert order[0] == cards[0]
    for start in range(0, 80, package.NEW_PER_DAY):
        day = order[start : start + package.NEW_PER_DAY]
        assert len({one.note_id for one in day}) == len(day)


def test_each_episode_has_days_of_its_own() -> None:
    cards = [
        card(number, CardKind.RECALL, "Why?", "So.", note_id=f"q1n{number // 4 * 2 + number % 2}")
        for number in range(80)
    ]
    mixed = [replace(one, episode="ab"[index % 2]) for index, one in enumerate(cards)]
    order = [one.card for one in package.introduced(stored(*mixed))]
    assert [one.episode for one in order] == ["a"] * 40 + ["b"] * 40
    assert len({one.note_id for one in order[:20]}) == 20


def test_siblings_alone_come_on_days_of_their_own() -> None:
    cards = [card(number, CardKind.RECALL, "Why?", "So.", note_id="q1n1") for number in range(3)]
    assert [one.card for one in package.introduced(stored(*cards))] == cards


@pytest.mark.parametrize(
    ("episode", "name"),
    [
        (EPISODE, "The Long Table::Gwen Marlow: Tides and Clocks"),
        (Episode("a", "A  Talk"), "quizapp::A Talk"),
        (Episode("a", "Rust::Traits", show="C++::Rust"), "C++: Rust::Rust: Traits"),
        (Episode("a", " "), "quizapp::untitled"),
    ],
)
def test_decks_are_named_by_show_and_title(episode: Episode, name: str) -> None:
    assert deck_name(episode) == name


def test_every_episode_has_its_deck_with_the_same_number_each_time() -> None:
    other = Episode("other", "Another Talk")
    cards = stored(CARDS[0], replace(CARDS[1], episode="other"))
    database = opened(packed(cards, other))
    decks = json.loads(database.execute("SELECT decks FROM col").fetchone()[0])
    names = {deck["name"]: deck["id"] for deck in decks.values()}
    assert names["quizapp::Another Talk"] == deck_id("quizapp::Another Talk")
    used = {row[0] for row in database.execute("SELECT did FROM cards")}
    assert used == {names[deck_name(EPISODE)], names["quizapp::Another Talk"]}
    assert deck_id("quizapp::Another Talk") == 1101440578705


def test_the_command_gives_the_recording_along(db: Database, home: Path, tmp_path: Path) -> None:
    page = Document("talk.md", "/sources", "See https://www.youtube.com/watch?v=abcdefghijk\n")
    with writing(db):
        library.save_episode(db, episode(), [page], [note(3)], NOW)
    assert Console(home)("export", "--to", tmp_path / "deck.apkg").code == 0
    notes = opened((tmp_path / "deck.apkg").read_bytes()).execute("SELECT flds FROM notes")
    [(text,)] = notes.fetchall()
    assert "https://www.youtube.com/watch?v=abcdefghijk&amp;t=180" in text.split("\x1f")
