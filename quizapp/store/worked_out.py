"""What was worked out at length and depends on little: kept, so that no page waits for it twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from quizapp.store.database import writing


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
    text = json.dumps(work())
    with writing(db):
        db.execute(
            "INSERT INTO worked_out (name, depends_on, found) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET depends_on = excluded.depends_on, found = excluded.found",
            (name, words, text),
        )
    return json.loads(text)
