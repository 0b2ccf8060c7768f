"""Every command as a user runs it: what it prints, its JSON, its exit code, its complaints."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pytest
from console import BUNDLED, MORNING, PAGES, Console

from quizapp import cli, study
from quizapp.model import CardKind, CardStatus
from quizapp.printing import output
from quizapp.store import library
from quizapp.store.database import database_path, open_database

COMMANDS = (
    "parse build cards next answer undo check serve export reviews stats doctor backup restore"
).split()
EPISODE = {
    "slug", "title", "show", "number", "host", "guests", "published", "duration_seconds",
    "description", "files", "chapters", "sections", "turns", "conflicts", "misspellings",
}  # fmt: skip
SECTION = {
    "kind", "heading", "text", "speaker", "chapter", "seconds", "inferred", "path", "line_start",
    "line_end",
}  # fmt: skip
TURN = SECTION - {"kind", "heading"}
CARD = {
    "id", "note_id", "kind", "episode", "prompt", "answer", "options", "answer_index", "accepted",
    "explanation", "status", "score", "tags", "source", "sources",
}  # fmt: skip
SOURCE = {
    "path", "line_start", "line_end", "excerpt", "speaker", "chapter", "seconds", "inferred",
}  # fmt: skip
MEMORY = {"state", "stability", "difficulty", "due", "interval_days", "reps", "lapses"}
RATINGS = ("again", "hard", "good", "easy")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled episode, built once."""
    home = tmp_path_factory.mktemp("made")
    assert Console(home)("build", BUNDLED).code == 0
    return home


@pytest.fixture
def console(made: Path, tmp_path: Path) -> Console:
    """A user whose library holds the bundled episode."""
    return Console(Path(shutil.copytree(made, tmp_path / "home")))


@pytest.fixture
def empty(tmp_path: Path) -> Console:
    """A user who has not built anything."""
    return Console(tmp_path / "home")


def later(moment: str, **time: float) -> str:
    return (datetime.fromisoformat(moment) + timedelta(**time)).isoformat()


def suspend(home: Path, card_id: str) -> None:
    with closing(open_database(database_path(home))) as db:
        library.set_status(db, card_id, CardStatus.SUSPENDED, datetime.fromisoformat(MORNING))


# help and wrong usage


def test_the_commands_are_those_of_the_contract() -> None:
    assert set(cli.cli.commands) >= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(empty: Console, command: str) -> None:
    for flag in ("--help", "-h"):
        shown = empty(command, flag)
        assert shown.code == 0
        assert shown.out.startswith(f"Usage: quizapp {command}")
    assert cli.cli.commands[command].help
    assert not empty.home.exists()


def test_every_option_says_what_it_does() -> None:
    for name, command in cli.cli.commands.items():
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.name}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["next", "--frobnicate"],
        ["parse"],
        ["export"],
        ["answer", "q1c0000000000000000"],
        ["answer", "q1c0000000000000000", "fine"],
        ["cards", "--kind", "riddle"],
        ["cards", "--status", "lost"],
        ["serve", "--port", "http"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_exit_2(empty: Console, arguments: list[str]) -> None:
    done = empty(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.complaint.startswith("quizapp")
    assert done.complaint.endswith("--help")
    assert not empty.home.exists()


def test_the_choices_are_named_where_one_is_wrong(empty: Console) -> None:
    complaint = empty("cards", "--kind", "riddle").complaint
    assert all(f"'{kind}'" in complaint for kind in CardKind)


def test_no_words_at_all_show_the_help(empty: Console) -> None:
    done = empty()
    assert done.code == 2
    assert "Commands:" in done.err


# errors


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["next", "--episode", "typo"], "there is no episode 'typo'"),
        (["cards", "--episode", "typo"], "there is no episode 'typo'"),
        (["export", "typo", "--to", "x.csv"], "there is no episode 'typo'"),
        (["answer", "q1cnone", "good"], "there is no card q1cnone"),
        (["serve", "--port", "70000"], "there is no port 70000"),
        (["export", "--to", "deck.docx"], ".apkg, .csv, .json"),
        (["export", "--to", "folder.csv"], "is a folder"),
        (["export", "--to", "nowhere/deck.csv"], "no such folder"),
        (["reviews", "--to", "nowhere/log.csv"], "no such folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_not_there_is_one_line_and_exit_1(
    console: Console, tmp_path: Path, monkeypatch: Any, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    done = console(*arguments)
    assert (done.code, done.out) == (1, "")
    assert says in done.complaint


def test_a_mistyped_episode_is_guessed(console: Console, tmp_path: Path) -> None:
    done = console("next", "--episode", "ilya-sutskever")
    assert done.complaint.endswith(f"did you mean {BUNDLED.name}?")
    nobody = Console(tmp_path / "nobody")("next", "--episode", "ilya-sutskever")
    assert nobody.complaint.endswith("quizapp build adds episodes")


@pytest.mark.parametrize("now", ["yesterday", "2026-01-05T09:00:00", "2026-13-05T09:00:00Z", "9"])
def test_a_clock_that_says_no_instant_is_refused(console: Console, now: str) -> None:
    done = console("next", QUIZAPP_NOW=now)
    assert (done.code, done.out) == (1, "")
    assert "QUIZAPP_NOW" in done.complaint and repr(now) in done.complaint


@pytest.mark.parametrize("command", ["next", "cards", "stats", "undo", "check", "build"])
def test_a_home_that_is_a_file_is_refused(tmp_path: Path, command: str) -> None:
    (tmp_path / "home").write_text("not a folder")
    done = Console(tmp_path / "home")(command)
    assert done.code == 1
    assert "data folder" in done.complaint
    assert (tmp_path / "home").read_text() == "not a folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_home_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    done = Console(tmp_path / "closed" / "home")("next")
    assert done.code == 1
    assert "permissions" in done.complaint


def hurt(home: Path) -> None:
    """Overwrites the middle of the database, as a failing disk does."""
    path = database_path(home)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))


@pytest.mark.parametrize("command", ["next", "cards", "stats", "undo", "build"])
def test_a_damaged_database_is_one_line_and_stays_as_it_is(console: Console, command: str) -> None:
    hurt(console.home)
    before = database_path(console.home).read_bytes()
    done = console(command)
    assert done.code == 1
    assert "damaged" in done.complaint
    assert database_path(console.home).read_bytes() == before


def test_a_text_file_is_not_taken_for_a_database(empty: Console) -> None:
    empty.home.mkdir()
    database_path(empty.home).write_text("my notes " * 1000)
    done = empty("build", BUNDLED)
    assert done.code == 1
    assert "not a database of quizapp" in done.complaint
    assert database_path(empty.home).read_text().startswith("my notes")


def test_a_port_in_use_is_one_line(console: Console) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = console("serve", "--port", str(port))
    assert done.code == 1
    assert f"port {port}" in done.complaint and "--port" in done.complaint


def test_a_reader_that_leaves_early_is_no_error(console: Console) -> None:
    command = f"{sys.executable} -m quizapp cards --json | head -n 1"
    environment = os.environ | console.environment()
    done = subprocess.run(
        command, shell=True, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "{\n"
    assert done.stderr == ""


# parse


def test_parse_gives_episodes_in_their_form(empty: Console) -> None:
    found = empty.fine("parse", BUNDLED)
    assert list(found) == ["episodes", "problems"]
    (episode,) = found["episodes"]
    assert set(episode) == EPISODE
    assert all(set(one) == SECTION for one in episode["sections"])
    assert all(set(one) == TURN for one in episode["turns"])
    assert all(set(one) == {"path", "layout"} for one in episode["files"])
    assert all(set(one) == {"seconds", "title"} for one in episode["chapters"])
    assert episode["published"] == "2020-05-08"
    assert not empty.home.exists(), "parse stores nothing"


def test_parse_shows_an_outline_to_people(empty: Console) -> None:
    shown = empty("parse", BUNDLED)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("Ilya Sutskever: Deep Learning")
    assert "chapters   18" in shown.out
    assert "summary-and-qa.txt:" in shown.out
    assert "left out " in shown.out
    assert "\x1b" not in shown.out, "colour is for terminals"


def test_the_outline_is_in_colour_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert output.colour(Terminal())
    assert not output.colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output.colour(Terminal())


def test_parse_tells_what_it_could_not_read_and_shows_the_rest(
    empty: Console, tmp_path: Path
) -> None:
    done = empty("parse", "--json", PAGES / "cooking_qa.txt", tmp_path / "gone.txt")
    assert done.code == 1
    (problem,) = done.json["problems"]
    assert set(problem) == {"path", "line", "message"}
    assert problem["path"].endswith("gone.txt") and problem["line"] is None
    assert len(done.json["episodes"]) == 1
    assert "gone.txt: " in done.complaint


# build


def test_build_says_what_it_did(empty: Console) -> None:
    report = empty.fine("build", BUNDLED)
    assert list(report) == [
        "episodes", "notes", "cards", "new", "updated", "unchanged", "removed", "rejected",
        "problems", "seconds",
    ]  # fmt: skip
    assert report["episodes"] == 1
    assert report["new"] == sum(report["cards"].values()) > 100
    assert set(report["cards"]) <= {str(kind) for kind in CardKind}
    assert report["problems"] == []
    again = empty("build", BUNDLED)
    assert again.code == 0
    assert f"0 new, 0 updated, {report['new']} unchanged, 0 removed" in again.out


def test_build_takes_the_bundled_episode_when_nothing_is_given(empty: Console) -> None:
    assert empty.fine("build")["new"] > 100
    slugs = [episode["slug"] for episode in empty.fine("stats")["episodes"]]
    assert slugs == ["ilya-sutskever-deep-learning"]


# cards


def test_cards_have_their_form(console: Console) -> None:
    cards = console.cards()
    for card in cards.values():
        assert set(card) == CARD
        assert set(card["source"]) == SOURCE
        assert card["sources"][0] == card["source"]
        assert (card["answer_index"] is not None) == (
            card["kind"] in ("choice", "true_false", "attribution")
        )
        if card["answer_index"] is not None:
            assert card["options"][card["answer_index"]] == card["answer"]
        assert card["status"] == "active"
    assert len(cards) == len(console.fine("cards")["cards"])


def test_cards_are_chosen_by_kind_status_and_episode(console: Console) -> None:
    cards = console.cards()
    for kind in CardKind:
        chosen = console.cards("--kind", kind)
        assert chosen == {i: card for i, card in cards.items() if card["kind"] == kind}
    first = next(iter(cards))
    suspend(console.home, first)
    assert set(console.cards("--status", "suspended")) == {first}
    assert set(console.cards("--status", "active")) == set(cards) - {first}
    assert console.cards("--status", "retired") == {}
    assert set(console.cards("--episode", BUNDLED.name)) == set(cards)
    assert console.cards("--episode", BUNDLED.name, "--kind", "cloze", "--status", "rejected") == {}


def test_cards_show_their_memory_when_asked(console: Console) -> None:
    first = console.fine("next")["card"]["id"]
    console.fine("answer", first, "good")
    assert "memory" not in console.cards()[first]
    shown = console.cards("--memory")
    assert set(shown[first]["memory"]) == MEMORY
    assert shown[first]["memory"]["state"] == "learning"
    assert datetime.fromisoformat(shown[first]["memory"]["due"]).utcoffset() == timedelta(0)
    assert all(card["memory"] is None for i, card in shown.items() if i != first)


def test_cards_are_listed_for_people(console: Console) -> None:
    lines = console("cards").out.splitlines()
    cards = console.cards()
    assert lines[-1] == f"{len(cards)} cards"
    assert [line.split()[0] for line in lines[:-1:2]] == list(cards)


# a session


def test_next_shows_a_card_with_what_each_rating_would_do(console: Console) -> None:
    item = console.fine("next")
    assert set(item) >= {"card", "memory", "intervals", "counts"}
    assert set(item["card"]) == CARD
    assert item["memory"] is None
    assert tuple(item["intervals"]) == RATINGS
    assert item["intervals"] | {"easy": "", "hard": ""} == {
        "again": "1m", "hard": "", "good": "10m", "easy": "",
    }  # fmt: skip
    assert item["counts"] == {"new": 20, "learning": 0, "due": 0}
    shown = console("next").out
    assert item["card"]["prompt"] in shown
    assert f"easy {item['intervals']['easy']}" in shown


def test_next_changes_nothing(console: Console) -> None:
    assert console.fine("next") == console.fine("next")


def test_next_is_null_when_nothing_is_there(empty: Console) -> None:
    assert empty.fine("next") is None
    assert empty("next").out == "Nothing is due.\n"


def test_an_answer_is_recorded_and_undo_takes_it_back(console: Console) -> None:
    first = console.fine("next")
    card_id = first["card"]["id"]
    answered = console.fine("answer", card_id, "good")
    assert answered["card_id"] == card_id and answered["rating"] == 3
    assert set(answered["memory"]) == MEMORY
    assert console.fine("next")["card"]["id"] != card_id
    assert console.fine("stats")["today"]["reviewed"] == 1
    taken = console.fine("undo")
    assert (taken["card_id"], taken["rating"]) == (card_id, 3)
    assert console.fine("next") == first
    assert console.fine("stats")["today"]["reviewed"] == 0


def test_ratings_are_taken_in_any_case(console: Console) -> None:
    first = console.fine("next")["card"]["id"]
    assert console("answer", first, "Good").out == "good: again in 10m\n"


def test_undo_without_an_answer_says_so(console: Console) -> None:
    done = console("undo", "--json")
    assert (done.code, done.json) == (1, None)
    assert done.complaint == "there is no answer of today to take back"
    first = console.fine("next")["card"]["id"]
    console.fine("answer", first, "good")
    assert console.at(later(MORNING, days=1))("undo").code == 1, "yesterday's answers stay"


def test_a_suspended_card_is_neither_asked_nor_answered(console: Console) -> None:
    first = console.fine("next")["card"]["id"]
    suspend(console.home, first)
    assert console.fine("next")["card"]["id"] != first
    done = console("answer", first, "good")
    assert done.code == 1
    assert f"the card {first} is suspended" in done.complaint
    assert console.fine("stats")["today"]["reviewed"] == 0


def session(console: Console, now: str) -> Iterator[tuple[str, str]]:
    """Answers Good until nothing is due, a quarter of a minute each; yields card and moment."""
    for step in range(200):
        moment = later(now, seconds=15 * step)
        item = console.at(moment).fine("next")
        if item is None:
            return
        console.at(moment).fine("answer", item["card"]["id"], "good")
        yield item["card"]["id"], moment
    raise AssertionError("a session that does not end")


def test_a_day_has_twenty_new_cards_and_an_end(console: Console) -> None:
    answered = list(session(console, MORNING))
    cards = {card_id for card_id, _ in answered}
    assert len(cards) == 20
    assert len(answered) == 40, "each twice: Good, and Good again ten minutes later"
    evening = console.at(later(MORNING, hours=8))
    assert evening.fine("next") is None
    assert "Nothing is due; the next card is due 2026-01-06 04:00" in evening("next").out
    notes = [console.cards()[card_id]["note_id"] for card_id in cards]
    assert len(set(notes)) == len(notes), "no two siblings on one day"


def test_days_go_on_and_what_was_promised_comes(console: Console) -> None:
    first_day = {card_id for card_id, _ in session(console, MORNING)}
    due = {
        card["id"]: datetime.fromisoformat(card["memory"]["due"])
        for card in console.cards("--memory").values()
        if card["memory"]
    }
    assert set(due) == first_day
    tomorrow = console.at(later(MORNING, days=1)).fine("next")
    assert tomorrow["counts"]["new"] == 20
    much_later = console.at(later(MORNING, days=30))
    counts = much_later.fine("next")["counts"]
    assert counts["due"] == len(first_day)
    asked = {card_id for card_id, _ in session(console, later(MORNING, days=30))}
    assert first_day <= asked
    states = much_later.cards("--memory")
    assert all(states[card_id]["memory"]["reps"] >= 3 for card_id in first_day)


def test_the_interval_on_the_button_is_the_one_that_comes(console: Console) -> None:
    list(session(console, MORNING))
    month = console.at(later(MORNING, days=30))
    for rating in RATINGS:
        item = month.fine("next")
        answered = month.fine("answer", item["card"]["id"], rating)
        promised = timedelta(seconds=item["interval_seconds"][rating])
        assert timedelta(days=answered["memory"]["interval_days"]) == promised
        month.fine("undo")


# statistics


def test_stats_have_their_form(console: Console) -> None:
    for card_id, moment in list(session(console, MORNING)):
        assert card_id and moment
    stats = console.at(later(MORNING, hours=2)).fine("stats")
    assert set(stats) == {
        "today", "true_retention", "forecast", "streak_days", "episodes", "calibration", "facts",
        "young_retention", "mature_retention", "retention_by", "correction",
    }  # fmt: skip
    assert stats["today"] == {"new": 0, "learning": 0, "due": 0, "reviewed": 40}
    assert list(stats["true_retention"]) == ["7", "30", "365"]
    assert all(set(day) == {"date", "due"} for day in stats["forecast"])
    assert sum(day["due"] for day in stats["forecast"]) == 20
    assert stats["streak_days"] == 1
    (episode,) = stats["episodes"]
    assert set(episode) == {
        "slug", "cards", "seen", "recall", "chapters",
        "recall_corrected", "true_retention", "young_retention", "mature_retention",
    }  # fmt: skip
    assert (episode["cards"], episode["seen"]) == (len(console.cards()), 20)
    assert 0.9 < episode["recall"] <= 1
    assert episode["recall_corrected"] is None
    assert all(
        set(chapter) == {"title", "recall", "recall_corrected"} for chapter in episode["chapters"]
    )
    assert set(stats["calibration"]) == {"log_loss", "rmse_bins", "reviews"}


def test_stats_of_nothing_are_null_and_not_an_error(empty: Console) -> None:
    stats = empty.fine("stats")
    assert set(stats["true_retention"].values()) == {None}
    assert stats["episodes"] == []
    assert empty("stats").code == 0


# check


def test_check_reports_every_check_of_the_table(console: Console) -> None:
    report = console.fine("check")
    assert [row["number"] for row in report["checks"]] == list(range(1, 17))
    assert {row["number"] for row in report["checks"] if row["gate"]} == {1, 2, 3, 4, 5, 6}
    assert report["cards"] == len(console.cards())
    for row in report["checks"]:
        assert row["failures"] >= len(row["cards"])
        assert all(set(one) == {"id", "kind", "prompt", "reason"} for one in row["cards"])
    shown = console("check").out
    assert all(f"{row['number']:>3} {row['name']}" in shown for row in report["checks"])


def test_check_lists_what_no_card_asks(empty: Console, tmp_path: Path) -> None:
    page = tmp_path / "notes.md"
    page.write_text(
        "# Bees in Town\n\nGuest: Anneke Vos\n\n## Quotes\n\n> Yes, quite.\n>\n> — Anneke Vos\n\n"
        "## Q&A\n\n**Why do bees swarm?**\n\nA colony swarms because the queen's scent no longer "
        "reaches every worker in a crowded hive.\n",
        encoding="utf-8",
    )
    report = empty.fine("check", page)
    assert report["sections"] == 2
    (missing,) = report["unasked"]
    assert missing["kind"] == "quote" and missing["reason"]
    shown = empty("check", page).out
    assert "1 of 2 sections without a card" in shown
    assert f"notes.md:{missing['line_start']} Yes, quite" in shown


def test_check_of_pages_stores_nothing(empty: Console) -> None:
    report = empty.fine("check", BUNDLED)
    assert report["cards"] > 100
    assert not empty.home.exists()


def test_the_bundled_deck_passes_its_own_gate(console: Console) -> None:
    report = console.fine("check")
    assert report["gate_failures"] == 0
    assert console("check", "--strict").code == 0


def test_check_strict_is_for_scripts(console: Console) -> None:
    first = next(iter(console.cards()))
    with closing(open_database(database_path(console.home))) as db:
        library.edit_card(
            db, first, prompt="um, [Music] so", answer=None, now=datetime.fromisoformat(MORNING)
        )
    assert console("check").code == 0
    assert console("check", "--strict").code == 1


# export and reviews


def test_export_writes_a_package_for_anki(console: Console, tmp_path: Path) -> None:
    done = console("export", "--to", tmp_path / "deck.apkg")
    assert (done.code, done.err) == (0, "")
    count = len(console.cards())
    assert done.out.startswith(f"{count} cards of ")
    with zipfile.ZipFile(tmp_path / "deck.apkg") as package:
        assert any(name.startswith("collection.anki2") for name in package.namelist())


def test_export_writes_a_table_and_json(console: Console, tmp_path: Path) -> None:
    assert console("export", "--to", tmp_path / "deck.csv").code == 0
    assert console("export", BUNDLED.name, "--to", tmp_path / "deck.json").code == 0
    with (tmp_path / "deck.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if not row[0].startswith("#")]
    cards = console.cards()
    assert len(rows) == len(cards)
    exported = json.loads((tmp_path / "deck.json").read_text("utf-8"))
    assert {card["id"] for card in exported["cards"]} == set(cards)


def test_export_of_an_empty_library_says_what_to_do(empty: Console, tmp_path: Path) -> None:
    done = empty("export", "--to", tmp_path / "deck.apkg")
    assert done.code == 1
    assert "quizapp build" in done.complaint
    assert not (tmp_path / "deck.apkg").exists()


def test_export_leaves_the_old_file_where_it_fails(console: Console, tmp_path: Path) -> None:
    (tmp_path / "deck.docx").write_text("mine")
    assert console("export", "--to", tmp_path / "deck.docx").code == 1
    assert (tmp_path / "deck.docx").read_text() == "mine"


def test_the_review_log_leaves_out_what_undo_took_back(console: Console, tmp_path: Path) -> None:
    kept = console.fine("next")["card"]["id"]
    console.fine("answer", kept, "again")
    soon = console.at(later(MORNING, seconds=20))
    soon.fine("answer", soon.fine("next")["card"]["id"], "easy")
    soon.fine("undo")
    assert soon("reviews", "--to", tmp_path / "log.csv").code == 0
    header, *rows = list(csv.reader((tmp_path / "log.csv").read_text("utf-8").splitlines()))
    assert header == ["card_id", "rating", "reviewed_at", "duration_ms"]
    assert rows == [[kept, "1", MORNING, ""]]


# doctor


def test_doctor_finds_a_sound_library(console: Console) -> None:
    done = console("doctor")
    assert (done.code, done.err) == (0, "")
    assert "database         sound" in done.out
    assert str(database_path(console.home)) in done.out
    assert f"cards            {len(console.cards())}" in done.out


def test_doctor_before_the_first_build_makes_nothing(empty: Console) -> None:
    done = empty("doctor")
    assert done.code == 0
    assert "none yet" in done.out
    assert not empty.home.exists()


def test_doctor_says_what_is_damaged(console: Console) -> None:
    hurt(console.home)
    done = console("doctor")
    assert done.code == 1
    assert "! database" in done.out and "restore a backup" in done.out


def test_doctor_sees_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    done = Console(tmp_path / "home")("doctor")
    assert done.code == 1
    assert "! folder" in done.out and "--home" in done.out


# the environment


def test_home_can_be_given_in_front(console: Console, tmp_path: Path) -> None:
    other = Console(tmp_path / "other")
    assert other("--home", console.home, "cards").out == console("cards").out
    assert not other.home.exists()


def test_a_process_of_its_own_says_the_same(console: Console) -> None:
    """The module runs as a program; its output is UTF-8 JSON whatever the terminal."""
    for environment in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        done = console.process("next", "--json", **environment)
        assert (done.code, done.err) == (0, "")
        assert done.json == console.fine("next")


def test_commands_agree_with_the_study_session(console: Console) -> None:
    with closing(open_database(database_path(console.home))) as db:
        item = study.next_item(db, datetime.fromisoformat(MORNING))
    assert item is not None
    assert console.fine("next")["card"]["id"] == item.card.id
