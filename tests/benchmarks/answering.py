"""One answer in a large library, against the least that SQLite can do: a row and a commit."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from quizapp import study
from quizapp.model import Rating
from quizapp.store import library
from quizapp.store.database import database_path, open_database, writing
from tests.benchmarks.figures import Figure, seconds, show
from tests.conftest import NOW, document, episode, note

CARDS = 10_000
ANSWERS = 300
_MILLISECOND = 1000


@contextmanager
def _library(home: Path) -> Iterator[Database]:
    with closing(open_database(database_path(home))) as db:
        notes = [note(number) for number in range(CARDS)]
        with writing(db):
            library.save_episode(db, episode(), [document()], notes, NOW)
        yield db


@contextmanager
def _bare(path: Path, synchronous: int) -> Iterator[sqlite3.Connection]:
    """A table in a file of its own, kept as safely as the library is."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("CREATE TABLE reviews (id INTEGER PRIMARY KEY, card TEXT, rating INT)")
        yield connection


def _commit(connection: sqlite3.Connection, card_id: str) -> None:
    connection.execute("INSERT INTO reviews (card, rating) VALUES (?, 3)", (card_id,))
    connection.commit()


def figures() -> list[Figure]:
    """An answer, the next card after it, and both as the page needs them: medians, in ms."""
    answers, nexts, commits = [], [], []
    with tempfile.TemporaryDirectory() as folder, _library(Path(folder)) as db:
        synchronous = db.execute("PRAGMA synchronous").fetchone()[0]
        with _bare(Path(folder) / "bare.db", synchronous) as bare:
            for number in range(ANSWERS):
                card_id, now = note(number).cards[0].id, NOW + timedelta(seconds=10 * number)
                answers.append(seconds(lambda: study.answer(db, card_id, Rating.GOOD, now)))  # noqa: B023
                nexts.append(seconds(lambda: study.next_item(db, now)))  # noqa: B023
                commits.append(seconds(lambda: _commit(bare, card_id)))  # noqa: B023
    least = statistics.median(commits) * _MILLISECOND
    peer = "a row and a commit in bare sqlite3"
    return [
        Figure(
            f"{what}, {CARDS:,} cards", "ms", statistics.median(times) * _MILLISECOND, peer, least
        )
        for what, times in (("one study answer", answers), ("the next card", nexts))
    ]


if __name__ == "__main__":
    show(figures())
