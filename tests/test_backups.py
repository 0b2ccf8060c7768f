"""A copy of the library in one file, and back: nothing is lost on either way."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click
import pytest
from console import MORNING, Console
from flask.testing import FlaskClient

from quizapp.commands import keeping
from quizapp.errors import StoreError
from quizapp.store import backups
from quizapp.store.database import APPLICATION_ID, connect, database_path, open_database, writing
from quizapp.store.migrations import migrations
from tests import bees

NOW = datetime.fromisoformat(MORNING)
COUNTS = ("episodes", "notes", "cards", "reviews")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small episode, built once."""
    home, page = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("pages") / "bees.txt"
    page.write_text(bees.PAGE, "utf-8")
    assert Console(home)("build", page).code == 0
    return home


@pytest.fixture
def console(made: Path, tmp_path: Path) -> Console:
    return Console(Path(shutil.copytree(made, tmp_path / "home")))


@pytest.fixture
def empty(tmp_path: Path) -> Console:
    return Console(tmp_path / "nothing")


def answer(console: Console, rating: str = "good") -> str:
    card: str = console.fine("next")["card"]["id"]
    console.fine("answer", card, rating)
    return card


def reviewed(console: Console) -> int:
    """How many answers the cards have had."""
    memories = (card["memory"] for card in console.cards("--memory").values())
    return sum(memory["reps"] for memory in memories if memory)


def left_over(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name != "home"}


# a copy


def test_a_backup_is_one_file_with_everything_in_it(console: Console, tmp_path: Path) -> None:
    answer(console)
    file = tmp_path / "saved.db"
    told = console.fine("backup", "--to", file)
    assert told["path"] == str(file) and told["bytes"] == file.stat().st_size
    assert told["cards"] == len(console.cards()) and told["reviews"] == 1
    assert left_over(tmp_path) == {"saved.db"}
    other = Console(tmp_path / "other")
    other.home.mkdir()
    shutil.copy(file, database_path(other.home))
    assert other.cards("--memory") == console.cards("--memory")


def test_a_backup_is_taken_while_others_read_and_write(console: Console, tmp_path: Path) -> None:
    """What is committed is in it, though not yet folded into the file; what is not, is not."""
    with closing(open_database(database_path(console.home))) as serving:
        card = answer(console)
        serving.execute("BEGIN IMMEDIATE")
        serving.execute("INSERT INTO learners (id) VALUES ('somebody')")
        told = console.fine("backup", "--to", tmp_path / "saved.db")
        serving.rollback()
    assert told["reviews"] == 1
    with closing(sqlite3.connect(tmp_path / "saved.db")) as saved:
        assert saved.execute("SELECT card_id FROM reviews").fetchall() == [(card,)]
        assert saved.execute("SELECT count(*) FROM learners").fetchone() == (1,)


def test_a_backup_is_told_in_a_line(console: Console, tmp_path: Path) -> None:
    done = console("backup", "--to", tmp_path / "saved.db")
    many = len(console.cards())
    assert done.out == f"1 episode, {many} cards, 0 reviews written to {tmp_path / 'saved.db'}\n"


def test_a_file_that_is_there_is_not_written_over(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "saved.db"
    console.fine("backup", "--to", file)
    before = file.read_bytes()
    answer(console)
    done = console("backup", "--to", file)
    assert done.code == 1 and "is there already" in done.complaint and "--yes" in done.complaint
    assert file.read_bytes() == before
    assert console.fine("backup", "--to", file, "--yes")["reviews"] == 1


def test_in_a_terminal_one_is_asked_before_a_file_is_written_over(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "saved.db"
    assert console("backup", "--to", file).code == 0
    answer(console)
    asked = answering(monkeypatch, False)
    assert console("backup", "--to", file).code == 1
    answering(monkeypatch, True)
    assert "1 review" in console("backup", "--to", file).out
    assert "replace it?" in asked[0]


def answering(monkeypatch: pytest.MonkeyPatch, yes: bool) -> list[str]:
    """Somebody sits at a terminal and answers every question so; what they were asked."""
    asked: list[str] = []

    def confirm(question: str, *, abort: bool = False, err: bool = False) -> bool:
        assert err, "questions belong to stderr"
        asked.append(question)
        if abort and not yes:
            raise click.Abort
        return yes

    monkeypatch.setattr(keeping, "_is_asked", lambda as_json: not as_json)
    monkeypatch.setattr(click, "confirm", confirm)
    return asked


@pytest.mark.parametrize(
    ("to", "complaint"),
    [
        ("home", "is a folder"),
        ("nowhere/saved.db", "no such folder; create it first"),
        ("home/quizapp.db", "is the library itself"),
    ],
)
def test_a_place_where_no_backup_can_be_is_one_line(
    console: Console, tmp_path: Path, to: str, complaint: str
) -> None:
    done = console("backup", "--to", tmp_path / to, "--yes")
    assert done.code == 1 and complaint in done.complaint
    assert console.cards()


def test_there_is_nothing_to_back_up_before_the_first_build(empty: Console, tmp_path: Path) -> None:
    done = empty("backup", "--to", tmp_path / "saved.db")
    assert done.code == 1 and "no library yet" in done.complaint
    assert not empty.home.exists() and left_over(tmp_path) == set()


def test_a_damaged_library_takes_no_older_backups_place(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "saved.db"
    console.fine("backup", "--to", file)
    before = file.read_bytes()
    hurt(database_path(console.home))
    done = console("backup", "--to", file, "--yes")
    assert done.code == 1 and "damaged" in done.complaint
    assert file.read_bytes() == before and left_over(tmp_path) == {"saved.db"}


def hurt(path: Path) -> None:
    """Overwrites all but the first pages, as a failing disk does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))


# and back


def test_what_was_done_since_is_gone_and_kept_beside(console: Console, tmp_path: Path) -> None:
    answer(console)
    saved = console.cards("--memory")
    console.fine("backup", "--to", tmp_path / "saved.db")
    later = console.at("2026-01-05T09:30:00+01:00")
    answer(later, "again")
    assert reviewed(later) == 2
    told = later.fine("restore", tmp_path / "saved.db")
    assert told["from"] == str(tmp_path / "saved.db") and told["reviews"] == 1
    assert later.cards("--memory") == saved
    kept = Path(told["kept"])
    assert kept.parent == console.home and "before-restore-20260105-093000" in kept.name
    done = later("restore", kept)
    assert "2 reviews restored" in done.out and "kept in" in done.out
    assert reviewed(later) == 2
    assert later("doctor").code == 0


def test_a_backup_makes_a_library_where_there_is_none(
    console: Console, empty: Console, tmp_path: Path
) -> None:
    console.fine("backup", "--to", tmp_path / "saved.db")
    told = empty.fine("restore", tmp_path / "saved.db")
    assert told["kept"] is None and left_over(empty.home) == {"quizapp.db"}
    assert empty.cards() == console.cards()


def test_an_empty_library_is_not_kept(console: Console, empty: Console, tmp_path: Path) -> None:
    console.fine("backup", "--to", tmp_path / "saved.db")
    assert empty.fine("cards") == {"cards": []}
    assert empty.fine("restore", tmp_path / "saved.db")["kept"] is None
    assert empty.cards() == console.cards()


def test_a_page_that_is_served_shows_what_was_restored(
    client: FlaskClient, filled: Path, tmp_path: Path
) -> None:
    """Its connections are open all the while, and none of them has to be opened anew."""
    path, file = database_path(filled), tmp_path / "saved.db"
    backups.back_up(path, file)
    with closing(open_database(path)) as db, writing(db):
        db.execute("UPDATE episodes SET title = 'Another Title'")
    assert "Another Title" in client.get("/library").text
    backups.restore(path, file, NOW)
    shown = client.get("/library").text
    assert "Another Title" not in shown and client.get("/study").status_code == 200


def test_in_a_terminal_one_is_asked_before_a_library_is_replaced(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.fine("backup", "--to", tmp_path / "saved.db")
    answer(console)
    asked = answering(monkeypatch, False)
    assert console("restore", tmp_path / "saved.db").code == 130
    assert len(asked) == 1 and reviewed(console) == 1
    assert console("restore", tmp_path / "saved.db", "--yes").code == 0
    assert len(asked) == 1 and reviewed(console) == 0


def other_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")


def newer(file: Path) -> None:
    with closing(open_database(file)) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('quizapp', 'm999_telepathy', '')"
        )


def short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (hurt, "is damaged; restore another backup"),
        (short, "is damaged; restore another backup"),
        (newer, "written by a newer quizapp; update quizapp"),
        (lambda file: file.write_text("Dear diary"), "is no backup"),
        (lambda file: file.write_bytes(b""), "is no backup"),
        (lambda file: (file.unlink(), other_program(file)), "belongs to another program"),
        (lambda file: file.unlink(), "no such file"),
        (lambda file: (file.unlink(), file.mkdir()), "is a folder"),
    ],
)
def test_what_is_no_sound_backup_is_refused_and_changes_nothing(
    console: Console, tmp_path: Path, spoil: Callable[[Path], object], complaint: str
) -> None:
    answer(console)
    file = tmp_path / "saved.db"
    console.fine("backup", "--to", file)
    spoil(file)
    before = console.cards("--memory")
    done = console("restore", file)
    assert done.code == 1 and complaint in done.complaint
    assert done.complaint.startswith(str(file))
    assert console.cards("--memory") == before
    assert left_over(console.home) <= {"quizapp.db", "quizapp.db-wal", "quizapp.db-shm"}


def test_the_library_is_no_backup_of_itself(console: Console) -> None:
    done = console("restore", database_path(console.home))
    assert done.code == 1 and "is the library itself" in done.complaint


def test_another_programs_database_is_not_written_over(
    console: Console, empty: Console, tmp_path: Path
) -> None:
    console.fine("backup", "--to", tmp_path / "saved.db")
    empty.home.mkdir()
    other_program(database_path(empty.home))
    done = empty("restore", tmp_path / "saved.db")
    assert done.code == 1 and "belongs to another program" in done.complaint


@pytest.mark.parametrize("spoil", [hurt, short, lambda path: path.write_text("gone")])
def test_a_damaged_library_gives_way_and_is_kept(
    console: Console, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    answer(console)
    console.fine("backup", "--to", tmp_path / "saved.db")
    path = database_path(console.home)
    spoil(path)
    assert Path(console.fine("restore", tmp_path / "saved.db")["kept"]).stat().st_size > 0
    assert reviewed(console) == 1 and console("doctor").code == 0


def test_an_older_versions_backup_is_brought_to_this_one(empty: Console, tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    with closing(connect(file)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(old, stop_before="m003_queue")
    before = file.read_bytes()
    assert [empty.fine("restore", file)[name] for name in COUNTS] == [0, 0, 0, 0]
    assert empty.fine("next") is None and empty("doctor").code == 0
    assert file.read_bytes() == before


def test_a_backup_with_pages_of_another_size_fits(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "saved.db"
    console.fine("backup", "--to", file)
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA page_size = 8192")
        db.execute("VACUUM")
    before = console.cards()
    console.fine("restore", file)
    assert console.cards() == before


def test_a_library_that_is_busy_for_long_stays_as_it_is(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.fine("backup", "--to", tmp_path / "saved.db")
    answer(console)
    monkeypatch.setattr(backups, "BUSY_TIMEOUT_MS", 50)
    path = database_path(console.home)
    with closing(open_database(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy in another program"):
            backups.restore(path, tmp_path / "saved.db", NOW)
        other.rollback()
    assert reviewed(console) == 1
    assert not list(console.home.glob("*before-restore*"))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_backup_in_a_folder_without_permission_is_restored(
    console: Console, tmp_path: Path
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    console.fine("backup", "--to", shelf / "saved.db")
    shelf.chmod(0o500)
    assert console.fine("restore", shelf / "saved.db")["cards"]
    assert "cannot be written" in console("backup", "--to", shelf / "more.db").complaint
