"""Decks that other people made in the real Anki, taken in as cards to study here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki.collection import Collection
from anki_backend import open_collection
from anki_days import packed
from console import Console
from hostile_packages import collection as made_by_hand
from hostile_packages import package

pytestmark = pytest.mark.anki

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>Safe &lt;b&gt;<style>p{}</style>"


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Collection]:
    opened = open_collection(tmp_path / "theirs")
    yield opened
    opened.close()


def add(collection: Collection, model: str, deck: str, *fields: str, tags: str = "") -> str:
    """A note, and its guid."""
    note_type, place = collection.models.by_name(model), collection.decks.id(deck)
    assert note_type
    assert place
    note = collection.new_note(note_type)
    for name, value in zip(list(note.keys()), fields, strict=False):
        note[name] = value
    note.tags = tags.split()
    collection.add_note(note, place)
    return note.guid


@pytest.mark.parametrize("legacy", [False, True])
def test_basic_and_cloze_notes_become_cards(
    home: Path, theirs: Collection, tmp_path: Path, legacy: bool
) -> None:
    add(
        theirs,
        "Basic",
        "Sea::Tides",
        "What is <b>slack</b><br>water?",
        "Still&nbsp;water",
        tags="sea",
    )
    add(theirs, "Basic (and reversed card)", "Sea::Tides", "ebb", "falling tide")
    add(theirs, "Basic (optional reversed card)", "Sea::Tides", "flood", "rising tide", "")
    add(theirs, "Basic (type in the answer)", "Sea::Tides", "Capital of Fiji?", "Suva")
    add(theirs, "Cloze", "Sea", "The {{c1::Moon::body}} pulls {{c2::water}} and {{c1::air}}.")
    add(theirs, "Basic", "Sea", '<img src="a.png">', "A picture")
    console = Console(home)
    path = packed(theirs, tmp_path / "theirs.apkg", legacy=legacy)
    report = console.fine("import", path)
    assert (report["cards"], report["new"], report["passed_over"]) == (7, 7, 1)
    assert report["episodes"] == ["deck-sea", "deck-sea-tides"]
    asked = {card["prompt"]: card for card in console.cards().values()}
    assert {prompt: card["answer"] for prompt, card in asked.items()} == {
        "What is slack\nwater?": "Still water",
        "ebb": "falling tide",
        "falling tide": "ebb",
        "flood": "rising tide",
        "Capital of Fiji?": "Suva",
        "The ____ pulls water and ____.": "Moon; air",
        "The Moon pulls ____ and air.": "water",
    }
    assert asked["What is slack\nwater?"]["tags"] == ["sea"]
    assert asked["ebb"]["note_id"] == asked["falling tide"]["note_id"]
    again = console.fine("import", path)
    assert (again["new"], again["updated"]) == (0, 0)


def test_a_newer_package_updates_and_keeps_what_was_learnt(
    home: Path, theirs: Collection, tmp_path: Path
) -> None:
    guid = add(theirs, "Basic", "Sea", "What is ebb?", "A tide")
    console = Console(home)
    console.fine("import", packed(theirs, tmp_path / "theirs.apkg"))
    [card] = console.cards()
    console.fine("answer", card, "good")
    [number] = theirs.find_notes("ebb")
    note = theirs.get_note(number)
    assert note.guid == guid
    note["Back"] = "A falling tide"
    theirs.update_note(note)
    assert console.fine("import", packed(theirs, tmp_path / "theirs.apkg"))["updated"] == 1
    [after] = console.cards("--memory").values()
    assert (after["id"], after["answer"]) == (card, "A falling tide")
    assert after["memory"]["reps"] == 1


def test_nothing_in_it_is_executed(home: Path, theirs: Collection, tmp_path: Path) -> None:
    add(theirs, "Basic", "<script>x</script>", HOSTILE, f"{HOSTILE} [sound:../../etc/passwd]")
    console = Console(home)
    console.fine("import", packed(theirs, tmp_path / "theirs.apkg"))
    [card] = console.cards().values()
    assert (card["prompt"], card["answer"]) == ("Safe <b>", "Safe <b>")


def test_our_own_cards_are_not_taken_for_others(home: Path, tmp_path: Path) -> None:
    console = Console(home)
    console.fine("build")
    assert console("export", "--to", tmp_path / "ours.apkg").code == 0
    report = console.fine("import", tmp_path / "ours.apkg")
    assert report["cards"] == 0
    assert report["ours"] == len(console.cards())


@pytest.mark.parametrize(
    ("fields", "says"),
    [("\x1f" * 1_000_000, "holds no card"), ("{{c1::" * 100_000, "holds no card"), ("", "no card")],
)
def test_decks_without_questions_are_one_line(
    home: Path, tmp_path: Path, fields: str, says: str
) -> None:
    notes = [(f"g{model}", model, "", fields) for model in (1, 2, 3)]
    path = package({"collection.anki2": made_by_hand(notes)}, tmp_path / "deck.apkg")
    done = Console(home)("import", path)
    assert done.code == 1
    assert says in done.complaint
    assert Console(home).cards() == {}
