"""Export: by the file's ending, whole or not at all, with one clear line when it cannot."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import note
from exchange_cards import CARDS, CHANGED, EPISODE, stored
from sqlite_utils import Database

from quizapp import jsonforms
from quizapp.errors import ExportError
from quizapp.exchange import export
from quizapp.model import CardKind, CardStatus, Rating, Review
from quizapp.outgoing import export_library
from quizapp.store import anki_places

REVIEWS = (
    Review(1, CARDS[0].id, Rating.GOOD, CHANGED, 4200),
    Review(2, "q1cgone", Rating.AGAIN, CHANGED),
)
ALL_STATUSES = stored(
    *(replace(one, status=status) for one, status in zip(CARDS, CardStatus, strict=False))
)


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("ending", [".apkg", ".csv", ".json", ".APKG"])
def test_a_file_is_written_twice_with_the_same_bytes(tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"deck{ending}"
    report = export(stored(*CARDS), [EPISODE], to, now=CHANGED)
    first = to.read_bytes()
    export(stored(*CARDS), [EPISODE], to, now=CHANGED.replace(year=2031))
    assert to.read_bytes() == first
    assert (report.path, report.notes, report.cards) == (to, 10, 10)
    assert names(tmp_path) == [to.name]


def test_nothing_is_left_in_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "out").mkdir()
    export(stored(*CARDS), [EPISODE], tmp_path / "out" / "deck.apkg", now=CHANGED)
    assert names(tmp_path) == ["out"]


def test_siblings_are_one_note_in_the_report(tmp_path: Path) -> None:
    siblings = stored(CARDS[0], replace(CARDS[1], note_id=CARDS[0].note_id))
    report = export(siblings, [EPISODE], tmp_path / "deck.apkg", now=CHANGED)
    assert (report.notes, report.cards) == (1, 2)


@pytest.mark.parametrize(
    ("ending", "with_progress", "cards"),
    [
        (".apkg", False, 1),
        (".apkg", True, 2),
        (".csv", False, 1),
        (".csv", True, 2),
        (".json", False, 4),
        (".json", True, 4),
    ],
)
def test_rejected_and_retired_cards_are_for_json_only(
    tmp_path: Path, ending: str, with_progress: bool, cards: int
) -> None:
    to = tmp_path / f"deck{ending}"
    report = export(ALL_STATUSES, [EPISODE], to, with_progress=with_progress, now=CHANGED)
    assert report.cards == cards


def test_json_holds_the_episodes_and_the_cards_as_the_commands_print_them(tmp_path: Path) -> None:
    to = tmp_path / "library.json"
    export(stored(*CARDS), [EPISODE], to, now=CHANGED, reviews=REVIEWS)
    assert json.loads(to.read_text(encoding="utf-8")) == {
        "episodes": [jsonforms.episode_json(EPISODE)],
        "cards": [jsonforms.card_json(one) for one in CARDS],
    }


def test_json_with_progress_holds_schedules_and_the_reviews_of_its_cards(tmp_path: Path) -> None:
    to = tmp_path / "library.json"
    export(stored(*CARDS), [EPISODE], to, with_progress=True, now=CHANGED, reviews=REVIEWS)
    library = json.loads(to.read_text(encoding="utf-8"))
    assert library["cards"][0]["memory"] is None
    assert library["reviews"] == [
        {
            "card_id": CARDS[0].id,
            "rating": 3,
            "reviewed_at": "2026-03-01T12:00:00+00:00",
            "duration_ms": 4200,
        }
    ]


def test_an_episode_that_was_not_given_goes_by_its_slug(tmp_path: Path) -> None:
    to = tmp_path / "deck.csv"
    export(stored(CARDS[0]), [], to, now=CHANGED)
    assert "quizapp::gwen-marlow-tides-and-clocks" in to.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("deck.txt", "deck.txt: give the file one of these endings: .apkg, .csv, .json"),
        ("deck", "deck: give the file one of these endings: .apkg, .csv, .json"),
        ("missing/deck.apkg", "missing: no such folder; create it first"),
        ("folder.csv", "folder.csv: is a folder; give a file's name"),
        ("file.txt/deck.csv", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file.txt").write_text("a file, no folder", encoding="utf-8")
    before = names(tmp_path)
    with pytest.raises(ExportError) as raised:
        export(stored(*CARDS), [EPISODE], tmp_path / name, now=CHANGED)
    assert line in str(raised.value)
    assert "\n" not in str(raised.value)
    assert names(tmp_path) == before


@pytest.mark.parametrize("program", ["anki", "quizlet"])
@pytest.mark.parametrize("name", ["deck.apkg", "deck.JSON"])
def test_text_for_a_program_is_not_written_as_a_package_or_library(
    db: Database, save: Callable[..., Any], tmp_path: Path, program: str, name: str
) -> None:
    save(note(0, kinds=(CardKind.CLOZE,)))
    to = tmp_path / "out" / name
    to.parent.mkdir()
    with pytest.raises(ExportError) as raised:
        export_library(db, to, CHANGED, program=program)
    assert f"{name}: --for {program} writes text; give another ending" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert names(to.parent) == []
    assert anki_places.places(db) == {}


@pytest.mark.skipif(os.name == "nt", reason="folders close differently on Windows")
def test_a_closed_folder_is_an_error_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "deck.csv"
    to.write_text("old", encoding="utf-8")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="Permission denied"):
        export(stored(*CARDS), [EPISODE], to, now=CHANGED)
    assert to.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["deck.csv"]


@pytest.mark.parametrize("ending", [".apkg", ".csv", ".json"])
def test_without_a_card_there_is_no_file(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExportError, match="no card to export"):
        export([], [EPISODE], tmp_path / f"deck{ending}", now=CHANGED)
    assert names(tmp_path) == []
