"""The real Anki, as far as the tests need it: importing, rendering, and a card as a page.

The tests that import this are skipped on a machine without the ``anki`` package, but where ``CI``
is ``true`` they fail.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import anki.collection  # first: anki.cards imports it in a circle
import anki.lang
from anki.cards import Card as AnkiCard
from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
    ImportLogWithChanges,
)

_TYPED = re.compile(r"\[\[type:[^\]]+\]\]")
_OUTCOMES = (
    *("new", "updated", "duplicate", "conflicting", "first_field_match"),
    *("missing_notetype", "missing_deck", "empty_first_field"),
)


def open_collection(folder: Path) -> Collection:
    """A new, empty collection, as Anki makes it when it is first started."""
    anki.lang.set_lang("en")
    folder.mkdir(parents=True, exist_ok=True)
    return Collection(str(folder / "collection.anki2"))


def import_package(
    collection: Collection, path: Path, *, with_progress: bool = False
) -> dict[str, int]:
    """Imports as Anki's dialog does; says how many notes were ``new``, ``duplicate``, …"""
    request = ImportAnkiPackageRequest(
        package_path=str(path),
        options=ImportAnkiPackageOptions(with_scheduling=with_progress),
    )
    return tally(collection.import_anki_package(request))


def import_table(collection: Collection, path: Path) -> dict[str, int]:
    """Imports a table as its header lines say, as Anki's dialog suggests it."""
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    request = ImportCsvRequest(path=str(path), metadata=metadata)
    return tally(collection.import_csv(request))


def tally(done: ImportLogWithChanges) -> dict[str, int]:
    """How many notes an import found, added, updated, left alone or turned down."""
    log = done.log
    counted = {name: len(getattr(log, name)) for name in _OUTCOMES}
    return {name: number for name, number in counted.items() if number}


def rows(collection: Collection, table: str) -> list[list[Any]]:
    """Everything in a table of the collection."""
    assert collection.db is not None
    return [list(row) for row in collection.db.all(f"SELECT * FROM {table}")]


def cards_by_guid(collection: Collection) -> dict[str, AnkiCard]:
    """Every card, by its note's guid, which is our card's id."""
    cards = [collection.get_card(each) for each in collection.find_cards("")]
    return {card.note().guid: card for card in cards}


def front(card: AnkiCard, *, typing: bool = True) -> str:
    """The front's HTML, with the box that the desktop program puts for a typed answer."""
    box = "<center><input type=text id=typeans></center>" if typing else ""
    return _TYPED.sub(lambda _: box, card.render_output().question_text)


def back(card: AnkiCard, typed: str = "") -> str:
    """The back's HTML, with the comparison that Anki makes of what was typed."""
    output = card.render_output()
    if not _TYPED.search(output.answer_text):
        return output.answer_text
    compared = card.col.compare_answer(card.note()["Answer"], typed)
    return _TYPED.sub(lambda _: f"<div>{compared}</div>", output.answer_text)


def page(face: str, css: str, *, night: str = "") -> str:
    """A face as a whole page, as Anki's reviewer shows it; ``night`` is the program's class."""
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{css}</style></head>"
        f'<body class="card card1 {night}"><div id="qa">{face}</div></body></html>'
    )
