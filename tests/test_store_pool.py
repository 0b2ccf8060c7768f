"""Connections that wait: whole when they are taken again, and never on a file that is gone."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.store.database import open_database
from quizapp.store.pool import IDLE, Pool


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "quizapp.db"
    open_database(place).close()
    return place


@pytest.fixture
def pool(path: Path) -> Iterator[Pool]:
    made = Pool(path)
    yield made
    made.close()


def test_a_connection_is_used_again_also_in_another_thread(pool: Pool) -> None:
    db = pool.take()
    other = pool.take()
    assert db is not other
    pool.give_back(other)
    pool.give_back(db)
    found = []

    def take() -> None:
        again = pool.take()
        found.append((again, again.execute("SELECT count(*) FROM learners").fetchone()))
        pool.give_back(again)

    thread = threading.Thread(target=take)
    thread.start()
    thread.join()
    assert found == [(db, (1,))]


def test_what_was_left_open_is_rolled_back(pool: Pool) -> None:
    db = pool.take()
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO learners (id) VALUES ('you')")
    pool.give_back(db)
    assert pool.take().execute("SELECT count(*) FROM learners").fetchone() == (1,)


def test_a_file_that_was_put_in_its_place_is_the_one_that_is_read(
    pool: Pool, path: Path, tmp_path: Path
) -> None:
    """As a backup is restored while the app is served."""
    pool.give_back(pool.take())
    backup = tmp_path / "backup.db"
    shutil.copy(path, backup)
    with closing(open_database(backup)) as db:
        db.execute("INSERT INTO learners (id) VALUES ('you')")
    backup.replace(path)
    db = pool.take()
    assert db.execute("SELECT count(*) FROM learners").fetchone() == (2,)
    pool.give_back(db)


def test_no_more_wait_than_are_of_use(pool: Pool) -> None:
    taken = [pool.take() for _ in range(IDLE + 2)]
    for db in taken:
        pool.give_back(db)
    assert [pool.take() in taken for _ in range(IDLE + 1)] == [True] * IDLE + [False]
