"""What was worked out at length and depends on little: kept, so that no page waits for it twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from quizapp.store.database import BUSY_TIMEOUT_MS, writing

_PATIENCE_MS = 100
"""So long a reader waits for another writer, before it goes without keeping what it found."""


def kept(db: Database, name: str, depends_on: object, work: Callable[[], Any]) -> Any:
    """What ``work`` gives, as JSON has it; done again only where ``depends_on`` is not as it was.

    ``depends_on`` is told apart by its words (``repr``).
    """
    words = repr(depends_on)
    found = db.execute(
        "SELECT depends_on, found FROM worked_out WHERE name = ?", (name,)
    ).fetchone()
    if found and found[0] == words:
        return json.loads(found[1])
    made = work()
    if_free(db, lambda: keep(db, name, depends_on, made))
    return json.loads(json.dumps(made))


def keep(db: Database, name: str, depends_on: object, found: Any) -> None:
    """Keeps what was found; joins the caller's transaction."""
    with writing(db):
        db.execute(
            "INSERT INTO worked_out (name, depends_on, found) VALUES (?, ?, ?) ON CONFLICT"
            " DO UPDATE SET depends_on = excluded.depends_on, found = excluded.found"
            " WHERE depends_on <> excluded.depends_on OR found <> excluded.found",
            (name, repr(depends_on), json.dumps(found)),
        )


def if_free(db: Database, write: Callable[[], None]) -> None:
    """Writes, unless another program is writing: what can be found again need not wait for it."""
    db.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    try:
        write()
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
    finally:
        db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
