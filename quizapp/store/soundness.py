"""Whether a database is sound, and how much it holds; looks, and changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.store.database import connect, explain

_TABLES = ("episodes", "notes", "cards", "reviews")


@dataclass(frozen=True, slots=True)
class Soundness:
    """What was found: ``state`` is SQLite's own word, ``dangling`` counts broken references.

    ``rows`` says how many episodes, notes, cards and reviews there are.
    """

    state: str
    dangling: int
    rows: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing needs mending."""
        return self.state == "ok" and not self.dangling


def examine(path: Path) -> Soundness:
    """Look through the database at ``path``; raises StoreError where that is impossible."""
    db = connect(path)
    try:
        (state,) = db.execute("PRAGMA integrity_check(1)").fetchone()
        dangling = len(db.execute("PRAGMA foreign_key_check").fetchall())
        return Soundness(str(state), dangling, {name: db[name].count for name in _TABLES})
    except sqlite3.Error as error:
        raise explain(error, path) from error
    finally:
        db.close()
