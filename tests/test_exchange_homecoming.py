"""A library as JSON, taken into an empty one, is the library again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from console import Console

from quizapp.store import summaries
from quizapp.store.database import database_path, open_database


@pytest.fixture
def full(tmp_path: Path) -> Console:
    """A library that was studied, edited, and cleared up."""
    console = Console(tmp_path / "full")
    console.fine("build")
    cards = list(console.cards())
    for number, rating in enumerate(("good", "again", "easy", "hard")):
        console.at(f"2026-01-0{5 + number}T09:00:00+01:00").fine("answer", cards[0], rating)
    console.fine("answer", cards[1], "good")
    return console


def shown(console: Console) -> Any:
    """Everything of the cards that commands print."""
    return console.fine("cards", "--memory")["cards"]


def test_there_and_back(full: Console, tmp_path: Path) -> None:
    to = tmp_path / "all.json"
    assert full("export", "--to", to, "--with-progress").code == 0
    empty = Console(tmp_path / "empty")
    report = empty.fine("import", to)
    assert (report["episodes"], report["cards"], report["reviews"]) == (1, len(full.cards()), 5)
    assert shown(empty) == shown(full)
    again = empty.fine("import", to)
    assert (again["cards"], again["reviews"], again["known_reviews"]) == (0, 0, 5)
    second = tmp_path / "second.json"
    assert empty("export", "--to", second, "--with-progress").code == 0
    assert second.read_text("utf-8") == to.read_text("utf-8")


def test_what_came_in_is_summed_up_at_once(full: Console, tmp_path: Path) -> None:
    """The first look at the progress page does not have to wait for it."""
    to = tmp_path / "all.json"
    assert full("export", "--to", to, "--with-progress").code == 0
    empty = Console(tmp_path / "empty")
    empty.fine("import", to)
    db = open_database(database_path(empty.home))
    assert sum(day.answers for day in summaries.days(db)) == 5
    db.close()


def test_a_build_afterwards_knows_its_cards(full: Console, tmp_path: Path) -> None:
    to = tmp_path / "all.json"
    assert full("export", "--to", to, "--with-progress").code == 0
    empty = Console(tmp_path / "empty")
    empty.fine("import", to)
    built = empty.fine("build")
    assert (built["new"], built["updated"], built["removed"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "is no JSON"),
        ("[]", "no library"),
        ("{}", "no library"),
        ('{"episodes": [], "cards": [{"id": 1}]}', "no library"),
        ("[" * 100_000, ""),
    ],
)
def test_other_json_is_one_line(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "all.json"
    path.write_text(content, "utf-8")
    done = Console(tmp_path / "empty")("import", path)
    assert done.code == 1
    assert says in done.complaint


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": ""},
        {"kind": "riddle"},
        {"answer_index": 99, "options": ["a"]},
        {"episode": "elsewhere"},
        {"sources": [], "source": {}},
        {"anki": {"guid": "", "ord": 0}},
        {"anki": {"guid": "q1c", "ord": -1}},
    ],
)
def test_a_card_that_cannot_be_changes_nothing(
    full: Console, tmp_path: Path, change: dict[str, Any]
) -> None:
    to = tmp_path / "all.json"
    full("export", "--to", to)
    form = json.loads(to.read_text("utf-8"))
    form["cards"][-1] |= change
    to.write_text(json.dumps(form), "utf-8")
    empty = Console(tmp_path / "empty")
    done = empty("import", to)
    assert done.code == 1
    assert str(to) in done.complaint
    assert empty.cards() == {}


def test_what_is_there_stays_as_it_is(full: Console, tmp_path: Path) -> None:
    to = tmp_path / "all.json"
    full("export", "--to", to)
    form = json.loads(to.read_text("utf-8"))
    form["cards"][0]["answer"] = "Something else"
    to.write_text(json.dumps(form), "utf-8")
    before = shown(full)
    assert full.fine("import", to)["cards"] == 0
    assert shown(full) == before
