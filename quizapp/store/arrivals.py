"""Answers from elsewhere on their way into the log, many at once.

One by one, each schedule that changes brings the queue, the search and the counts of notes up to
date by their triggers. Of thousands that takes most of the time, so these are put off here and
done for all cards together, before the transaction ends: a reader never sees one without the
other, and a process that is killed leaves the library as it was.
"""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

from sqlite_utils import Database

from quizapp.store.progress import put_memories
from quizapp.store.records import Row

MANY = 500
"""Schedules from which on their consequences are put off: dropping triggers has its price."""

LogRow: TypeAlias = tuple[object, ...]
"""A row of the log as ``LOG_COLUMNS`` name it."""

LOG_COLUMNS = (
    *("learner", "card_id", "rating", "reviewed_at", "utc_offset", "study_day", "duration_ms"),
    *("state", "stability", "elapsed_days", "reps", "lapses"),
)

_PORTION = 20_000
_AT_ONCE = 40
"""Rows of one statement: half the time of one row each, and fewer values than SQLite takes."""

_CACHE_KIB = 131_072
_OF_LOG = ("reviews_of_day",)
"""Made anew at the end where half of the log is new; ``reviews_of_card`` is needed meanwhile."""

_OF_CARDS = (
    *("queue_order", "queue_order_of_episode", "queue_of_note"),
    *("browse_due", "browse_chance", "browse_lapses", "browse_shapes"),
)
"""Made anew where the schedules of half of all cards change."""

_CHECK_OF_LOG = """
    SELECT 1 FROM reviews WHERE id > :last AND NOT (rating BETWEEN 1 AND 4
        AND COALESCE(duration_ms, 0) BETWEEN 0 AND 60000
        AND state IN ('new', 'learning', 'review', 'relearning'))
"""
_CHECK_OF_SCHEDULES = """
    SELECT 1 FROM memory WHERE state NOT IN ('learning', 'review', 'relearning')
"""
"""What the tables demand of their rows, as a question."""

_TRIGGERS = (
    *("memory_added", "memory_changed", "browse_memory_added", "browse_memory_changed"),
    *("note_standing_added", "note_standing_removed"),
)
"""The triggers that ``_catch_up`` stands in for; others stay, and do their work row by row."""

_CATCH_UP = (
    "DELETE FROM queue WHERE card_id IN (SELECT value FROM json_each(:cards))",
    """
    INSERT INTO queue SELECT * FROM queue_rows
    WHERE card_id IN (SELECT value FROM json_each(:cards))
    """,
    """
    UPDATE browse SET
        (status, state, due, interval_seconds, stability, difficulty, reps, lapses, last_day,
         last_review_at) =
        (SELECT status, state, due, interval_seconds, stability, difficulty, reps, lapses, last_day,
         last_review_at FROM browse_rows WHERE browse_rows.card_id = browse.card_id)
    WHERE card_id IN (SELECT value FROM json_each(:cards))
    """,
    """
    DELETE FROM note_standing WHERE note_id IN
        (SELECT note_id FROM cards WHERE id IN (SELECT value FROM json_each(:cards)))
    """,
    """
    INSERT INTO note_standing
    SELECT learner, note_id, max(episode), max(queue <> 'new'),
        min(queue = 'review' AND stability >= 21)
    FROM queue WHERE note_id IN
        (SELECT note_id FROM cards WHERE id IN (SELECT value FROM json_each(:cards)))
    GROUP BY learner, note_id
    """,
)
"""What the triggers do, for many cards at once; a test holds the two against each other."""


class Arrivals:
    """Rows for the log and schedules, written in portions; joins the caller's transaction.

    Undo does not take these answers back, it is for those given here.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows: list[LogRow] = []
        self._memories: list[Row] = []
        self._written = 0
        (self._before,) = db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
        self._put_off: list[str] = []
        (self._cards,) = db.execute("SELECT count(*) FROM cards").fetchone()

    def add(self, rows: Iterable[LogRow], memories: Iterable[Row]) -> None:
        """New answers of one card or of some, and the schedules that all their answers come to.

        A schedule is as ``memory_row`` gives it.
        """
        self._rows += rows
        if len(self._rows) >= _PORTION:
            if not self._put_off and self._written >= self._before // 2:
                self._put_off = _dropped(self._db, "index", _OF_LOG)
            self._write_log()
        self._memories += memories

    def finish(self) -> None:
        """Writes what is left, and everything that follows from it."""
        self._write_log()
        for sql in self._put_off:
            self._db.execute(sql)
        memories, self._memories = sorted(self._memories, key=itemgetter("card_id")), []
        if len(memories) < MANY:
            for memory in memories:
                put_memories(self._db, [memory])
            return
        put_off = _dropped(self._db, "trigger", _TRIGGERS)
        with _asked_afterwards(self._db, _CHECK_OF_SCHEDULES, {}):
            put_memories(self._db, memories)
        if len(memories) >= self._cards // 2:
            put_off += _dropped(self._db, "index", _OF_CARDS)
        cards = json.dumps([one["card_id"] for one in memories])
        for statement in _CATCH_UP:
            self._db.execute(statement, {"cards": cards})
        for sql in put_off:
            self._db.execute(sql)

    def _write_log(self) -> None:
        rows, self._rows = self._rows, []
        (last,) = self._db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
        self._written += len(rows)
        whole = len(rows) - len(rows) % _AT_ONCE
        pieces = (rows[start : start + _AT_ONCE] for start in range(0, whole, _AT_ONCE))
        values = (list(chain.from_iterable(piece)) for piece in pieces)
        with _asked_afterwards(self._db, _CHECK_OF_LOG, {"last": last}):
            self._db.conn.executemany(_insertion(_AT_ONCE), values)
            self._db.conn.executemany(_insertion(1), rows[whole:])


@contextmanager
def _asked_afterwards(db: Database, check: str, values: dict[str, object]) -> Iterator[None]:
    """What is written meanwhile is checked at its end at once.

    SQLite makes the list of states anew for each row, which takes as long as writing it.
    """
    db.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        db.execute("PRAGMA ignore_check_constraints = OFF")
    if db.execute(check, values).fetchone():
        raise sqlite3.IntegrityError("CHECK constraint failed")


def _insertion(rows: int) -> str:
    marks = ", ".join(f"({', '.join('?' * len(LOG_COLUMNS))})" for _ in range(rows))
    return f"INSERT INTO reviews ({', '.join(LOG_COLUMNS)}) VALUES {marks}"  # noqa: S608


@contextmanager
def arriving(db: Database) -> Iterator[Arrivals]:
    """What takes answers in and has written them all at its end; within one transaction."""
    (before,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        with without_search():
            arrivals = Arrivals(db)
            yield arrivals
            arrivals.finish()
    finally:
        db.execute(f"PRAGMA cache_size = {before}")


@contextmanager
def without_search() -> Iterator[None]:
    """Meanwhile nothing is searched for garbage.

    Where millions of small tuples come and go, none of them in a circle, the search takes a tenth
    of the time and more.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _dropped(db: Database, kind: str, names: Sequence[str]) -> list[str]:
    """Drops what bears these names, and gives what makes it anew."""
    found = db.execute(
        "SELECT name, sql FROM sqlite_master"
        " WHERE type = ? AND name IN (SELECT value FROM json_each(?))",
        (kind, json.dumps(names)),
    ).fetchall()
    for name, _ in found:
        db.execute(f"DROP {kind} {name}")
    return [sql for _, sql in found]
