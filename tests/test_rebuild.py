"""Two years of a learner, rebuilt from the log: the same bytes in every schedule."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from quizapp import study
from quizapp.model import CardKind, Note, Rating
from quizapp.scheduling import DEFAULT_MODEL
from quizapp.store import models, progress
from quizapp.store.settings import save_settings, settings

DAYS = 730
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu")


def schedules(db: Database) -> list[tuple[object, ...]]:
    """Every schedule as SQLite keeps it, each value with its storage class."""
    names = [column.name for column in db.table("memory").columns]
    values = ", ".join(f"{name}, typeof({name}), hex({name})" for name in names)
    found: list[tuple[object, ...]] = db.execute(
        f"SELECT {values} FROM memory ORDER BY card_id"
    ).fetchall()
    return found


def days_of_log(db: Database) -> list[tuple[object, ...]]:
    """Which card was answered on which study day, in order."""
    return [(card_id, day) for card_id, day, _ in progress.answers_by_day(db)]


def test_two_years_come_back_byte_by_byte(
    db: Database, save: Callable[..., object], make_note: Callable[..., Note], now: datetime
) -> None:
    """With journeys, undone answers, and every setting of the schedule changed on the way."""
    save(*(make_note(n, kinds=(CardKind.CHOICE, CardKind.RECALL)) for n in range(30)))
    dice = random.Random(8)
    fitted = tuple(round(value * 1.03, 4) for value in DEFAULT_MODEL.parameters[:20])
    for day in range(0, DAYS, 2):
        zone = ZoneInfo(ZONES[day // 100 % len(ZONES)])
        at = (now + timedelta(days=day)).astimezone(zone)
        if day == 200:
            save_settings(db, replace(settings(db), desired_retention=0.85))
        if day == 100:
            steps = {"learning_steps": (30, 300, 1800), "relearning_steps": (300, 900)}
            save_settings(db, replace(settings(db), **steps))
        if day == 300:
            save_settings(db, replace(settings(db), learning_steps=(60,), rollover_hour=14))
        if day == 500:
            nothing = {"learning_steps": (), "relearning_steps": (), "rollover_hour": 0}
            save_settings(db, replace(settings(db), **nothing))
        if day == 400:
            save_settings(db, replace(settings(db), parameters=(*fitted, 0.2)))
        for _ in range(8):
            item = study.next_item(db, at)
            if item is None:
                break
            (rating,) = dice.choices(list(Rating), (2, 1, 6, 1))
            study.answer(db, item.card.id, rating, at)
            if dice.random() < 0.05:
                study.undo(db, at)
            at += timedelta(seconds=70)
    assert len(models.eras(db)) == 6
    before, days = schedules(db), days_of_log(db)
    assert len(before) == 60
    assert len(progress.reviews(db)) > 600
    assert study.rebuild(db) == 60
    assert schedules(db) == before, "with the settings of the time"
    assert days_of_log(db) == days, "and on the days they were given"
    db.execute("DELETE FROM memory")
    study.rebuild(db)
    assert schedules(db) == before, "and out of the log alone"
    db.execute("UPDATE memory SET stability = stability + 0.0001, due_day = due_day + 1")
    study.rebuild(db)
    assert schedules(db) == before, "whatever had become of them"
    models.hold_for_all(db)
    study.rebuild(db)
    assert schedules(db) != before, "with the settings of now for all times"
