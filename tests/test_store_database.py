"""Opening the database: what is made, and what is refused in one line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from quizapp.errors import StoreError
from quizapp.store import library
from quizapp.store.database import connect, database_path, explain, open_database, writing


def refusal(path: Path) -> str:
    """What ``open_database`` says against a path, in one line."""
    with pytest.raises(StoreError) as raised:
        open_database(path)
    text = str(raised.value)
    assert "\n" not in text and text.startswith(str(path))
    return text


def test_a_new_database_is_ready_for_several_programs(db: Database, home: Path) -> None:
    assert db.journal_mode == "wal"
    other = connect(database_path(home))
    for one in (db, other):
        assert one.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert one.execute("PRAGMA synchronous").fetchone() == (1,)
        assert one.execute("PRAGMA busy_timeout").fetchone() == (15_000,)
    other.close()


def test_opening_again_changes_nothing(db: Database, home: Path) -> None:
    before = db.execute("SELECT * FROM _sqlite_migrations").fetchall()
    again = open_database(database_path(home))
    assert again.execute("SELECT * FROM _sqlite_migrations").fetchall() == before
    again.close()


def test_opening_does_not_wait_for_a_writer(db: Database, home: Path) -> None:
    with writing(db):
        again = open_database(database_path(home))
        assert library.episodes(again) == ()
        again.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(home: Path) -> None:
    path = database_path(home)
    path.parent.mkdir()
    path.write_text("Dear diary", "utf-8")
    assert "not a database of quizapp; move it away" in refusal(path)
    assert path.read_text("utf-8") == "Dear diary"


def test_another_programs_database_is_refused_and_left_alone(home: Path) -> None:
    path = database_path(home)
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "belongs to another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_newer_versions_database_is_refused(db: Database, home: Path) -> None:
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('quizapp', 'm999_telepathy', '')"
    )
    assert "newer quizapp; update quizapp" in refusal(database_path(home))


def test_a_damaged_database_is_refused(db: Database, home: Path, tmp_path: Path) -> None:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = database_path(home).read_bytes()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(whole[:100] + b"\x5a" * 8000 + whole[8100:])
    assert "damaged; restore a backup" in refusal(damaged)


def test_a_folder_in_its_place_is_refused(home: Path) -> None:
    path = database_path(home)
    path.mkdir(parents=True)
    assert "a folder stands where the database should be" in refusal(path)


def test_a_data_folder_that_is_a_file_is_refused(home: Path) -> None:
    home.write_text("")
    assert "the data folder is a file" in refusal(database_path(home))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_without_permission_is_refused(home: Path) -> None:
    home.mkdir(mode=0o500)
    assert "permissions" in refusal(database_path(home))


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("database is locked", "busy in another program"),
        ("database or disk is full", "make room"),
        ("attempt to write a readonly database", "check the permissions"),
        ("database disk image is malformed", "restore a backup"),
        ("no such table: notes", "run quizapp doctor"),
    ],
)
def test_each_complaint_of_sqlite_says_what_to_do(theirs: str, ours: str) -> None:
    assert ours in str(explain(sqlite3.OperationalError(theirs), "quizapp.db"))


def test_every_table_is_strict_and_every_reference_is_kept(db: Database) -> None:
    # But for the full-text index, whose tables are SQLite's.
    own = [name for name in db.table_names() if not name.startswith(("_", "card_texts"))]
    assert len(own) > 14
    assert all(db.table(name).strict for name in own)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO burials VALUES ('me', 'q1cnone', 1)")


def test_a_connection_belongs_to_its_thread(db: Database) -> None:
    refused: list[Exception] = []

    def elsewhere() -> None:
        try:
            library.episodes(db)
        except sqlite3.ProgrammingError as error:
            refused.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(refused) == 1


def test_a_failed_transaction_leaves_nothing(db: Database) -> None:
    with pytest.raises(RuntimeError), writing(db):
        db.execute("INSERT INTO learners (id) VALUES ('you')")
        with writing(db):
            db.execute("INSERT INTO learners (id) VALUES ('they')")
        raise RuntimeError
    assert db.execute("SELECT id FROM learners").fetchall() == [("me",)]


def test_two_writers_wait_for_each_other(db: Database, home: Path) -> None:
    def add(name: str) -> None:
        other = connect(database_path(home))
        for number in range(20):
            with writing(other):
                (count,) = other.execute("SELECT count(*) FROM learners").fetchone()
                other.execute("INSERT INTO learners VALUES (?)", (f"{count}-{name}-{number}",))
        other.close()

    threads = [threading.Thread(target=add, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = [name for (name,) in db.execute("SELECT id FROM learners WHERE id <> 'me'")]
    assert sorted(int(name.partition("-")[0]) for name in names) == list(range(1, 41))


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import conftest
from quizapp.store import library
from quizapp.store.database import open_database, writing
db = open_database(Path(sys.argv[1]))
notes = [conftest.note(n, answer=f"An answer that was never saved, {n}") for n in range(2000)]
with writing(db):
    library.save_episode(db, conftest.episode(), [], notes, conftest.NOW)
    print(db.execute("SELECT count(*) FROM cards").fetchone()[0], flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_that_is_killed_half_way_leaves_the_old_state(
    db: Database, home: Path, save: Callable[..., library.Changes], make_note: Callable[..., object]
) -> None:
    save(make_note(0), make_note(1))
    before = library.cards(db), library.documents(db, "deep-learning")
    db.close()
    path = database_path(home)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert killed.returncode == -9, killed.stderr
    assert killed.stdout.strip() == "2000", "it was killed after all cards were written"
    again = open_database(path)
    assert (library.cards(again), library.documents(again, "deep-learning")) == before
    assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again.close()
