"""Open connections that wait for the next request: opening one takes longer than most answers.

SQLite reads the schema anew for each, and the last one to close writes everything back first.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from quizapp.store.database import connect

IDLE = 4
"""So many connections are kept open at most; a server has as many threads."""

_CACHE_KIB = 16_000


@dataclass(frozen=True, slots=True)
class _Opened:
    """A connection, and the file it was opened on: device and number."""

    db: Database
    file: tuple[int, int]


class Pool:
    """Connections to one database, taken and given back; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[_Opened] = []
        self._taken: dict[int, _Opened] = {}
        self._lock = threading.Lock()

    def take(self) -> Database:
        """A connection that nobody else has, the one used last if there is one."""
        file = _file(self._path)
        with self._lock:
            while self._idle:
                opened = self._idle.pop()
                if opened.file == file:
                    self._taken[id(opened.db)] = opened
                    return opened.db
                opened.db.close()  # another file has been put in its place
        db = connect(self._path, handed_on=True)
        db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        with self._lock:
            self._taken[id(db)] = _Opened(db, _file(self._path))
        return db

    def give_back(self, db: Database) -> None:
        """Keeps the connection for others; what was left open in it is rolled back."""
        with self._lock:
            opened = self._taken.pop(id(db))
            keep = len(self._idle) < IDLE
            if keep and db.conn.in_transaction:
                db.conn.rollback()
            if keep:
                self._idle.append(opened)
        if not keep:
            db.close()

    def close(self) -> None:
        """Closes what waits; the last one folds everything into the file."""
        with self._lock:
            idle, self._idle = self._idle, []
        for opened in idle:
            opened.db.close()


def _file(path: Path) -> tuple[int, int]:
    """Which file stands there now."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
