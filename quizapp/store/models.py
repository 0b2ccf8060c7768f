"""Which memory model was in force for which reviews, so that a rebuild gives what was given then.

A row holds for the reviews logged after it. Without rows the settings have never changed, and
hold for the whole log.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from sqlite_utils import Database

from quizapp.scheduling import Model
from quizapp.store.progress import LEARNER

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Era:
    """A model, and the review (its id) after which it came into force."""

    after_review: int
    model: Model


def eras(db: Database) -> tuple[Era, ...]:
    """The models through time, the first one first; none where there was only ever one."""
    found = db.execute(
        "SELECT after_review, parameters, desired_retention, steps FROM models WHERE learner = ?"
        " ORDER BY id",
        (LEARNER,),
    )
    return tuple(
        Era(after, Model(tuple(json.loads(parameters)), retention, **_days_and_steps(steps)))
        for after, parameters, retention, steps in found
    )


def keep_change(db: Database, old: Model, new: Model) -> None:
    """Notes that from the next review on another model is in force."""
    if not db.execute("SELECT 1 FROM models WHERE learner = ?", (LEARNER,)).fetchone():
        _add(db, 0, old)
    (last,) = db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
    # What no review was made under was never in force.
    db.execute("DELETE FROM models WHERE learner = ? AND after_review >= ?", (LEARNER, last))
    _add(db, last, new)


def hold_for_all(db: Database) -> None:
    """Forgets what was in force before: the settings of now hold for the whole log."""
    db.execute("DELETE FROM models WHERE learner = ?", (LEARNER,))


def _add(db: Database, after_review: int, model: Model) -> None:
    db.execute(
        "INSERT INTO models (learner, after_review, parameters, desired_retention, steps)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            *(LEARNER, after_review, json.dumps(model.parameters), model.desired_retention),
            json.dumps(
                {
                    "learning": [one // _SECOND for one in model.learning_steps],
                    "relearning": [one // _SECOND for one in model.relearning_steps],
                    "rollover": model.rollover.hour,
                }
            ),
        ),
    )


def _days_and_steps(text: str | None) -> dict[str, Any]:
    """What a row says of steps and study days; nothing where they could not be set yet."""
    if text is None:
        return {}
    given = json.loads(text)
    return {
        "learning_steps": tuple(one * _SECOND for one in given["learning"]),
        "relearning_steps": tuple(one * _SECOND for one in given["relearning"]),
        "rollover": time(given["rollover"]),
    }
