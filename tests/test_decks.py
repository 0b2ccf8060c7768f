"""The decks that are handed out hold what the bundled source texts yield."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from console import BUNDLED, Console

ROOT = Path(__file__).resolve().parents[1]
DECKS = ROOT / "decks"
MADE = DECKS / f"{BUNDLED.name}.apkg"
REMAKE = "source_texts/, templates/anki/ or the cards' making changed: run `make decks` and commit"


@dataclass(frozen=True, slots=True)
class AnkiPackage:
    """What a person gets who opens a package: by guid the notes, and what shows them."""

    notes: dict[str, tuple[str, str, str]]
    decks: set[str]
    faces: dict[str, Any]

    @classmethod
    def read(cls, path: Path, scratch: Path) -> AnkiPackage:
        """From an ``.apkg``: its notes as (fields, tags, deck), its decks and card faces."""
        with zipfile.ZipFile(path) as package:
            inner = Path(package.extract("collection.anki2", scratch))
        with closing(sqlite3.connect(inner)) as db:
            models, decks = map(json.loads, db.execute("SELECT models, decks FROM col").fetchone())
            names = {int(key): deck["name"] for key, deck in decks.items()}
            notes = {
                guid: (fields, tags, names[deck])
                for guid, fields, tags, deck in db.execute(
                    "SELECT guid, flds, tags, did FROM notes JOIN cards ON cards.nid = notes.id"
                )
            }
        faces = {
            model["name"]: (
                [field["name"] for field in model["flds"]],
                [(face["name"], face["qfmt"], face["afmt"]) for face in model["tmpls"]],
                model["css"],
            )
            for model in models.values()
        }
        return cls(notes, {deck for _, _, deck in notes.values()}, faces)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> AnkiPackage:
    """The deck as it is handed out."""
    assert MADE.is_file(), REMAKE
    return AnkiPackage.read(MADE, tmp_path_factory.mktemp("committed"))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> AnkiPackage:
    """The deck made anew, as ``make decks`` does."""
    folder = tmp_path_factory.mktemp("rebuilt")
    console = Console(folder / "home")
    assert console("build").code == 0
    assert console("export", "--to", folder / MADE.name).code == 0
    return AnkiPackage.read(folder / MADE.name, folder)


def test_the_deck_has_the_notes_that_the_source_texts_yield(
    committed: AnkiPackage, rebuilt: AnkiPackage
) -> None:
    assert set(committed.notes) == set(rebuilt.notes), REMAKE
    changed = [guid for guid, note in rebuilt.notes.items() if committed.notes[guid] != note]
    assert changed == [], REMAKE


def test_the_deck_looks_as_the_templates_say(committed: AnkiPackage, rebuilt: AnkiPackage) -> None:
    assert committed.faces == rebuilt.faces, REMAKE
    assert (
        committed.decks == rebuilt.decks == {"Lex Fridman Podcast::Ilya Sutskever: Deep Learning"}
    )


def test_the_deck_is_worth_opening(committed: AnkiPackage) -> None:
    assert len(committed.notes) > 100
    assert all(re.fullmatch(r"q1c[0-9a-f]{16}", guid) for guid in committed.notes)
    assert len(committed.faces) >= 3


def test_every_deck_here_is_made_by_make() -> None:
    made = set(re.findall(r"--to (decks/\S+\.apkg)", (ROOT / "Makefile").read_text("utf-8")))
    assert {path.relative_to(ROOT).as_posix() for path in DECKS.glob("*.apkg")} <= made
    assert MADE.relative_to(ROOT).as_posix() in made
