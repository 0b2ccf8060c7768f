"""What a learner has set, and the model's own values for everything else."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from sqlite_utils import Database

from quizapp.model import Settings
from quizapp.scheduling import DEFAULT_MODEL, Model
from quizapp.store import models
from quizapp.store.database import writing
from quizapp.store.progress import LEARNER

_NAMES = frozenset(one.name for one in fields(Settings))


def settings(db: Database) -> Settings:
    """The learner's settings; what was never set has its default."""
    found = db.execute("SELECT name, value FROM settings WHERE learner = ?", (LEARNER,))
    given: dict[str, Any] = {name: json.loads(value) for name, value in found if name in _NAMES}
    if "parameters" in given:
        given["parameters"] = tuple(given["parameters"])
    return Settings(**given)


def save_settings(db: Database, wanted: Settings) -> None:
    """Keeps what differs from the defaults, so that better defaults reach everyone else."""
    defaults = asdict(Settings())
    given = {name: value for name, value in asdict(wanted).items() if value != defaults[name]}
    with writing(db):
        old, new = _model(settings(db)), _model(wanted)
        if old != new:
            models.keep_change(db, old, new)
        db.execute("DELETE FROM settings WHERE learner = ?", (LEARNER,))
        for name, value in given.items():
            db.execute(
                "INSERT INTO settings (learner, name, value) VALUES (?, ?, ?)",
                (LEARNER, name, json.dumps(value)),
            )


def memory_model(db: Database) -> Model:
    """The memory model as the learner has set it: fitted or the default, for their retention."""
    return _model(settings(db))


def _model(chosen: Settings) -> Model:
    return Model(
        parameters=chosen.parameters or DEFAULT_MODEL.parameters,
        desired_retention=chosen.desired_retention,
    )
