"""What a learner has set, and the model's own values for everything else."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from quizapp.model import Settings
from quizapp.scheduling import DEFAULT_MODEL, Model, study_day
from quizapp.store import models
from quizapp.store.database import writing
from quizapp.store.progress import LEARNER
from quizapp.store.restating import restate

_NAMES = frozenset(one.name for one in fields(Settings))


def settings(db: Database) -> Settings:
    """The learner's settings; what was never set has its default."""
    found = db.execute("SELECT name, value FROM settings WHERE learner = ?", (LEARNER,))
    given: dict[str, Any] = {name: _value(value) for name, value in found if name in _NAMES}
    return Settings(**given)


def _value(text: str) -> Any:
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value


def save_settings(db: Database, wanted: Settings) -> None:
    """Keeps what differs from the defaults, so that better defaults reach everyone else.

    With other parameters of the memory model all cards stand as their log comes to with these, as
    in Anki; due days stay.
    """
    defaults = asdict(Settings())
    given = {name: value for name, value in asdict(wanted).items() if value != defaults[name]}
    with writing(db):
        old, new = _model(settings(db)), _model(wanted)
        if old != new:
            models.keep_change(db, old, new)
        if old.parameters != new.parameters:
            restate(db, new)
        db.execute("DELETE FROM settings WHERE learner = ?", (LEARNER,))
        for name, value in given.items():
            db.execute(
                "INSERT INTO settings (learner, name, value) VALUES (?, ?, ?)",
                (LEARNER, name, json.dumps(value)),
            )


def memory_model(db: Database) -> Model:
    """The memory model as the learner has set it: fitted or the default, for their retention."""
    return _model(settings(db))


def in_zone(instant: datetime, chosen: Settings) -> datetime:
    """The instant in the zone that the learner has set; as it is where none is set."""
    return instant.astimezone(ZoneInfo(chosen.zone)) if chosen.zone else instant


def day_of(db: Database, now: datetime) -> date:
    """The study day of an instant, in the zone it carries, as the learner's days begin."""
    return study_day(now, rollover=settings(db).rollover)


def _model(chosen: Settings) -> Model:
    return Model(
        parameters=chosen.parameters or DEFAULT_MODEL.parameters,
        desired_retention=chosen.desired_retention,
        learning_steps=tuple(timedelta(seconds=one) for one in chosen.learning_steps),
        relearning_steps=tuple(timedelta(seconds=one) for one in chosen.relearning_steps),
        rollover=chosen.rollover,
    )
