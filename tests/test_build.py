"""What a build does to a library that is already there: nothing twice, nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from console import BUNDLED, MORNING, PAGES, Console

from quizapp import study
from quizapp.model import CardStatus, Rating
from quizapp.sessions import insight
from quizapp.store import library
from quizapp.store.database import database_path, open_database

NOW = datetime.fromisoformat(MORNING)
FILES = tuple(sorted(BUNDLED.glob("*.txt")))

GLASS = """\
How Glass Is Made | The Workshop #12 | Summary and Q&A

TL;DR

Glassmaker Nora Lindqvist explains how sand becomes glass, and why it must cool slowly.

Key Insights

  • 🔥 Soda lowers the heat: Soda ash lowers the melting point of sand from 1700 to 1000 degrees.
  • 🧊 Slow cooling: A vase cools for twelve hours in the oven, because stress would crack it.

Questions & Answers

Q: Why does glass crack when it cools too fast?

The outside shrinks before the inside does, and the stress between them tears the glass apart.

Q: What does lime do in the melt?

Lime makes the glass durable, because glass of sand and soda alone would dissolve in water.

Q: Where did glassblowing begin?

Glassblowing began in Syria, when workers found that a hollow pipe could inflate the melt.
"""
QUESTION = "What does lime do in the melt?"
ANSWER = (
    "Lime makes the glass durable, because glass of sand and soda alone would dissolve in water."
)
CORRECTED = (
    "Lime makes the glass durable, because glass of sand and soda alone would dissolve in rain."
)


@pytest.fixture
def console(tmp_path: Path) -> Console:
    """A user with an empty library."""
    return Console(tmp_path / "home")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page about glass, in a folder of its own."""
    (tmp_path / "glass").mkdir()
    (tmp_path / "glass" / "page.txt").write_text(GLASS, "utf-8")
    return tmp_path / "glass" / "page.txt"


def content(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for the roots: where the files lay."""
    with closing(sqlite3.connect(database_path(home))) as db:
        names = [
            name
            for (name,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE '%migrations'"
            )
        ]
        found = {}
        for name in names:
            columns = [c[1] for c in db.execute(f"PRAGMA table_info({name})") if c[1] != "root"]
            chosen = ", ".join(f'"{column}"' for column in columns)
            found[name] = sorted(db.execute(f"SELECT {chosen} FROM {name}").fetchall(), key=repr)
        return found


def in_library(home: Path, change: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
    """A change that a person makes on a page of the app."""
    with closing(open_database(database_path(home))) as db:
        return change(db, *arguments, **more)


def about(console: Console, words: str) -> dict[str, Any]:
    """The recall card whose prompt has these words."""
    found = [c for c in console.cards("--kind", "recall").values() if words in c["prompt"]]
    assert len(found) == 1, [card["prompt"] for card in found]
    return found[0]


def test_building_twice_changes_nothing(console: Console) -> None:
    first = console.fine("build", BUNDLED)
    before = content(console.home)
    again = console.at("2026-02-01T09:00:00+00:00").fine("build", BUNDLED)
    assert again["unchanged"] == first["new"] > 100
    assert (again["new"], again["updated"], again["removed"]) == (0, 0, 0)
    assert content(console.home) == before
    assert console.cards("--status", "retired") == {}


def test_two_libraries_of_one_source_are_equal(tmp_path: Path) -> None:
    """Whatever the folder, the seed of Python's hashes, the language and the time zone are."""
    shutil.copytree(BUNDLED, tmp_path / "elsewhere" / "episode")
    libraries = []
    for seed, folder, zone in (
        ("0", BUNDLED, "UTC"),
        ("1", tmp_path / "elsewhere" / "episode", "Asia/Tokyo"),
        ("4242", BUNDLED, "America/New_York"),
    ):
        console = Console(tmp_path / seed)
        done = console.process("build", folder, PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C")
        assert (done.code, done.err) == (0, "")
        libraries.append(content(console.home))
    assert libraries[0] == libraries[1] == libraries[2]


def test_the_paths_of_a_parent_folder_change_no_id(tmp_path: Path) -> None:
    one, other = Console(tmp_path / "one"), Console(tmp_path / "other")
    one.fine("build", BUNDLED)
    other.fine("build", BUNDLED.parent)
    assert set(one.cards()) == set(other.cards())


def test_a_folder_and_later_the_one_above_it_are_the_same_files(console: Console) -> None:
    first = console.fine("build", BUNDLED)
    again = console.fine("build", BUNDLED.parent)
    assert (again["new"], again["removed"]) == (0, 0)
    (episode,) = in_library(console.home, library.episodes)
    assert len(episode.files) == len(FILES)
    assert len(console.cards("--status", "active")) == first["new"]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)], ids=str)
def test_files_given_in_any_order_are_one_episode(
    console: Console, tmp_path: Path, order: tuple[int, ...]
) -> None:
    whole = Console(tmp_path / "whole")
    whole.fine("build", BUNDLED)
    report = console.fine("build", *(FILES[i] for i in order))
    assert report["episodes"] == 1
    assert console.cards() == whole.cards()


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)], ids=str)
def test_files_given_in_several_runs_are_one_episode(
    console: Console, tmp_path: Path, order: tuple[int, ...]
) -> None:
    whole = Console(tmp_path / "whole")
    whole.fine("build", BUNDLED)
    for i in order:
        assert console.fine("build", FILES[i])["episodes"] == 1
    (episode,) = in_library(console.home, library.episodes)
    assert {file.path for file in episode.files} == {file.name for file in FILES}
    # A card that a later page tells better keeps the id that it was first studied under.
    assert asked(console.cards("--status", "active")) == asked(whole.cards())


def asked(cards: dict[str, dict[str, Any]]) -> set[tuple[str, str, str]]:
    """What cards ask, whatever their ids."""
    return {(card["kind"], card["prompt"], card["answer"]) for card in cards.values()}


def test_parse_gives_the_same_episode_in_every_order(console: Console) -> None:
    wanted = console.fine("parse", BUNDLED)
    for order in list(permutations(FILES))[::5]:
        assert console.fine("parse", *order) == wanted


def test_pages_of_several_subjects_are_episodes_of_their_own(console: Console) -> None:
    names = ("biology_glance", "cooking_qa", "history_highlights", "sea_transcript")
    report = console.fine("build", *(PAGES / f"{name}.txt" for name in names))
    assert report["episodes"] == len(names)
    again = console.fine("build", *(PAGES / f"{name}.txt" for name in reversed(names)))
    assert (again["new"], again["updated"], again["removed"]) == (0, 0, 0)


def test_a_corrected_line_keeps_its_card_and_its_history(console: Console, page: Path) -> None:
    console.fine("build", page.parent)
    before = about(console, QUESTION)
    console.fine("answer", before["id"], "good")
    remembered = console.cards("--memory")[before["id"]]["memory"]
    page.write_text(GLASS.replace(ANSWER, CORRECTED), "utf-8")
    report = console.fine("build", page.parent)
    after = about(console, QUESTION)
    assert report["updated"] >= 1
    assert (after["id"], after["note_id"]) == (before["id"], before["note_id"])
    assert after["answer"] == CORRECTED and before["answer"] == ANSWER
    assert console.cards("--memory")[after["id"]]["memory"] == remembered
    assert console.fine("undo")["card_id"] == before["id"]


def test_a_mistyped_question_keeps_its_card_too(console: Console, page: Path) -> None:
    page.write_text(GLASS.replace(QUESTION, "What does lime do in the mellt?"), "utf-8")
    console.fine("build", page.parent)
    before = about(console, "mellt")
    console.fine("answer", before["id"], "easy")
    page.write_text(GLASS, "utf-8")
    console.fine("build", page.parent)
    after = about(console, QUESTION)
    assert after["id"] == before["id"]
    assert console.cards("--memory")[after["id"]]["memory"]["reps"] == 1
    again = console.fine("build", page.parent)
    assert (again["new"], again["updated"], again["removed"]) == (0, 0, 0)


def test_lines_above_move_a_card_without_making_it_another(console: Console, page: Path) -> None:
    console.fine("build", page.parent)
    before = console.cards()
    page.write_text("\n\n\n" + GLASS, "utf-8")
    report = console.fine("build", page.parent)
    after = console.cards()
    assert (report["new"], report["removed"]) == (0, 0)
    assert set(after) == set(before)
    for card_id, card in after.items():
        assert card["source"]["line_start"] == before[card_id]["source"]["line_start"] + 3


def test_a_section_that_goes_retires_its_cards_and_revives_them(
    console: Console, page: Path
) -> None:
    console.fine("build", page.parent)
    card = about(console, QUESTION)
    console.fine("answer", card["id"], "good")
    page.write_text(GLASS.replace(f"Q: {QUESTION}\n\n{ANSWER}\n", ""), "utf-8")
    report = console.fine("build", page.parent)
    assert report["removed"] >= 1
    retired = console.cards("--status", "retired", "--memory")
    assert retired[card["id"]]["memory"]["reps"] == 1
    assert console("answer", card["id"], "good").code == 1
    assert console.fine("build", page.parent)["removed"] == 0
    page.write_text(GLASS, "utf-8")
    assert console.fine("build", page.parent)["new"] == 0
    revived = console.cards("--status", "active", "--memory")
    assert revived[card["id"]]["memory"] == retired[card["id"]]["memory"]


def test_a_person_s_word_outlives_every_build(console: Console, page: Path) -> None:
    console.fine("build", page.parent)
    first, second, third = list(console.cards())[:3]
    in_library(console.home, library.set_status, first, CardStatus.SUSPENDED, NOW)
    in_library(console.home, library.set_status, second, CardStatus.REJECTED, NOW)
    in_library(
        console.home, library.edit_card, third, prompt="Mine, and mine alone?", answer=None, now=NOW
    )
    for text in (GLASS.replace("Glassmaker", "Glass artist"), "\n" + GLASS, GLASS):
        page.write_text(text, "utf-8")
        console.fine("build", page.parent)
        cards = console.cards()
        assert cards[first]["status"] == "suspended"
        assert cards[second]["status"] == "rejected"
        assert cards[third]["prompt"] == "Mine, and mine alone?"


def test_what_is_suspended_stays_so_when_its_section_goes_and_comes(
    console: Console, page: Path
) -> None:
    console.fine("build", page.parent)
    card = about(console, QUESTION)["id"]
    in_library(console.home, library.set_status, card, CardStatus.SUSPENDED, NOW)
    page.write_text(GLASS.replace(f"Q: {QUESTION}\n\n{ANSWER}\n", ""), "utf-8")
    console.fine("build", page.parent)
    page.write_text(GLASS, "utf-8")
    console.fine("build", page.parent)
    assert console.cards()[card]["status"] == "suspended"


def test_a_file_that_leaves_the_folder_takes_only_its_own_cards(
    console: Console, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "episode"))
    console.fine("build", folder)
    before = console.cards("--status", "active")
    reviewed = next(i for i, c in before.items() if c["sources"][0]["path"] == "highlights.txt")
    console.fine("answer", reviewed, "good")
    (folder / "highlights.txt").unlink()
    console.fine("build", folder)
    after = console.cards("--memory")
    assert set(before) <= set(after), "no card is deleted"
    active = [card for card in after.values() if card["status"] == "active"]
    assert not any(s["path"] == "highlights.txt" for card in active for s in card["sources"])
    assert after[reviewed]["memory"]["reps"] == 1
    shutil.copy(BUNDLED / "highlights.txt", folder)
    assert console.fine("build", folder)["new"] == 0
    assert set(console.cards("--status", "active")) == set(before)


def test_a_file_that_cannot_be_read_this_time_keeps_its_cards(
    console: Console, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "episode"))
    console.fine("build", folder)
    before = console.cards("--status", "active")
    (folder / "summary-and-qa.txt").write_bytes(b"")
    done = console("build", "--json", folder)
    assert done.code == 1
    assert "summary-and-qa.txt" in done.complaint
    assert done.json["removed"] == 0
    assert console.cards("--status", "active") == before


def test_a_moved_folder_is_the_same_episode(console: Console, tmp_path: Path) -> None:
    old = Path(shutil.copytree(BUNDLED, tmp_path / "old" / "episode"))
    first = console.fine("build", old)
    new = old.rename(tmp_path / "new")
    again = console.fine("build", new.parent / "new")
    assert (again["new"], again["removed"]) == (0, 0)
    again = console.fine("build", new, FILES[0])
    assert (again["new"], again["removed"]) == (0, 0)
    assert len(console.cards("--status", "active")) == first["new"]
    (episode,) = in_library(console.home, library.episodes)
    assert len(episode.files) == len(FILES)


def test_two_pages_of_one_name_in_two_folders_are_both_kept(
    console: Console, tmp_path: Path
) -> None:
    """People sort by sort of page, too: ``summaries/94.txt``, ``transcripts/94.txt``."""
    for kind, file in (("overviews", FILES[0]), ("summaries", FILES[2])):
        (tmp_path / kind).mkdir()
        shutil.copy(file, tmp_path / kind / "94.txt")
    console.fine("build", tmp_path / "overviews")
    console.fine("build", tmp_path / "summaries")
    both = asked(console.cards("--status", "active"))
    (episode,) = in_library(console.home, library.episodes)
    assert len(episode.files) == 2
    whole = Console(tmp_path / "whole")
    whole.fine("build", FILES[0], FILES[2])
    assert both == asked(whole.cards())


def test_another_episode_leaves_the_first_alone(console: Console, page: Path) -> None:
    console.fine("build", BUNDLED)
    before = console.cards()
    console.fine("build", page.parent)
    after = console.cards()
    assert {i: after[i] for i in before} == before
    slugs = {card["episode"] for card in after.values()}
    assert len(slugs) == 2


def test_progress_is_never_lost(console: Console, tmp_path: Path) -> None:
    """Twenty answers, then the worst that can happen to the sources, then the log anew."""
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "episode"))
    console.fine("build", folder)
    with closing(open_database(database_path(console.home))) as db:
        for card in library.cards(db)[:20]:
            study.answer(db, card.card.id, Rating.GOOD, NOW)
        logged = insight.progress_report(db, NOW).today.reviewed
    memory = {i: c["memory"] for i, c in console.cards("--memory").items() if c["memory"]}
    assert logged == len(memory) == 20
    for file in folder.glob("*.txt"):
        file.write_text(f"{folder.name}\n\nNothing is left of it.\n", "utf-8")
    console("build", folder)
    shutil.rmtree(folder)
    assert console("build", folder).code == 1
    shutil.copytree(BUNDLED, folder)
    console.fine("build", folder)
    after = console.cards("--memory")
    assert {i: after[i]["memory"] for i in memory} == memory
    assert {after[i]["status"] for i in memory} == {"active"}
    with closing(open_database(database_path(console.home))) as db:
        assert study.rebuild(db) == 20
    assert {i: console.cards("--memory")[i]["memory"] for i in memory} == memory


# a build and other processes

BUILD = (sys.executable, "-m", "quizapp", "build")


def _kill_after(console: Console, folder: Path, seconds: float) -> int:
    process = subprocess.Popen(
        [*BUILD, str(folder)],
        env=os.environ | console.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        return process.wait()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_build_leaves_the_old_state(console: Console, tmp_path: Path) -> None:
    """Whenever it dies: before, while it reads, while it writes."""
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "episode"))
    console.fine("build", folder)
    old = content(console.home)
    (folder / "summary-and-qa.txt").write_text(
        "\n" + (BUNDLED / "summary-and-qa.txt").read_text("utf-8"), "utf-8"
    )
    (folder / "highlights.txt").unlink()
    other = Console(Path(shutil.copytree(console.home, tmp_path / "other")))
    started = time.perf_counter()
    assert other.process("build", folder).code == 0
    whole = time.perf_counter() - started
    new = content(other.home)
    assert new != old
    for share in (0.4, 0.8, 0.95):
        ended = _kill_after(console, folder, whole * share)
        found = content(console.home)
        assert found == new if ended == 0 else found in (old, new), "all of it or nothing"
        assert console("doctor").code == 0
        if found == new:
            break
    assert console("build", folder).code == 0
    assert content(console.home) == new


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_killed_while_it_writes_leaves_the_old_state(console: Console, page: Path) -> None:
    """The process kills itself after so many rows, inside the one transaction."""
    console.fine("build", page.parent)
    old = content(console.home)
    page.write_text(GLASS.replace("Lime", "Limestone"), "utf-8")
    script = (
        "import os, signal, sys\n"
        "from quizapp import cli\n"
        "from quizapp.store import saving\n"
        "rows = [0]\n"
        "def counted(write):\n"
        "    def _write(*arguments):\n"
        "        rows[0] += 1\n"
        "        if rows[0] > int(os.environ['ROWS']): os.kill(os.getpid(), signal.SIGKILL)\n"
        "        return write(*arguments)\n"
        "    return _write\n"
        "saving.insert, saving._update = counted(saving.insert), counted(saving._update)\n"
        "cli.main()\n"
    )
    killed = 0
    for rows in (0, 1, 3):
        done = subprocess.run(
            [sys.executable, "-c", script, "build", str(page.parent)],
            env=os.environ | console.environment({"ROWS": str(rows)}),
            capture_output=True,
            check=False,
        )
        killed += done.returncode == -signal.SIGKILL
        if done.returncode:
            assert content(console.home) == old
    assert killed >= 2
    console.fine("build", page.parent)
    assert content(console.home) != old


def test_two_builds_at_once_are_as_one(console: Console, page: Path) -> None:
    alone = {}
    for folder in (BUNDLED, page.parent):
        single = Console(console.home.parent / f"single-{folder.name}")
        single.fine("build", folder)
        alone |= single.cards()
    builds = [
        subprocess.Popen(
            [*BUILD, "--json", str(folder)],
            env=os.environ | console.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for folder in (BUNDLED, BUNDLED, page.parent)
    ]
    for build in builds:
        out, err = build.communicate(timeout=120)
        assert (build.returncode, err) == (0, ""), out
    assert set(console.cards("--status", "active")) == set(alone)
    assert console("doctor").code == 0


def test_answers_given_while_a_build_runs_are_kept(console: Console) -> None:
    console.fine("build", BUNDLED)
    build = subprocess.Popen(
        [*BUILD, str(BUNDLED)], env=os.environ | console.environment(), stdout=subprocess.DEVNULL
    )
    answered = 0
    while build.poll() is None and answered < 20:
        card = console.fine("next")["card"]["id"]
        console.fine("answer", card, "easy")
        answered += 1
    assert build.wait(120) == 0
    assert console.fine("stats")["today"]["reviewed"] == answered > 0


def test_a_saved_page_with_much_markup_is_english_and_yields_cards(console: Console) -> None:
    """Language is told by what people read, not by the names of tags, fields and files."""
    for name in ("saved.html", "sidebar.html", "untidy.html"):
        report = console.fine("build", PAGES / name)
        assert not any("not in English" in str(p["message"]) for p in report["problems"]), name
    assert console.cards("--status", "active")
