"""What a request works with: its own connection to the database, and one instant."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from flask import Flask, current_app, g
from sqlite_utils import Database

from quizapp import scheduling
from quizapp.errors import QuizappError
from quizapp.model import Settings
from quizapp.store.database import database_path
from quizapp.store.pool import Pool
from quizapp.store.settings import in_zone, settings

_HOME, _CLOCK, _POOL = "quizapp.home", "quizapp.clock", "quizapp.pool"


def attach(app: Flask, home: Path, clock: Callable[[], datetime]) -> None:
    """Let requests of ``app`` use the library in ``home`` and this clock."""
    app.extensions[_HOME] = home
    app.extensions[_POOL] = Pool(database_path(home))
    app.extensions[_CLOCK] = clock
    app.teardown_appcontext(_give_back)


def home() -> Path:
    """The folder this app keeps everything in."""
    folder: Path = current_app.extensions[_HOME]
    return folder


def db() -> Database:
    """This request's connection: taken at first use, given back when the request is over."""
    if "db" not in g:
        g.db = _pool().take()
    database: Database = g.db
    return database


def now() -> datetime:
    """The instant of this request, the same to its end; its zone is the learner's."""
    if "now" not in g:
        g.now = in_zone(current_app.extensions[_CLOCK](), look())
    found: datetime = g.now
    return found


def study_day() -> date:
    """The study day of this request, as the learner's days begin."""
    return scheduling.study_day(now(), rollover=look().rollover)


def look() -> Settings:
    """The learner's settings as this request began; the defaults where they cannot be read."""
    if "look" not in g:
        try:
            g.look = settings(db())
        except (sqlite3.Error, QuizappError):
            # The page that says what is wrong with the database has looks as well.
            g.look = Settings()
    found: Settings = g.look
    return found


def _give_back(_error: BaseException | None) -> None:
    database: Database | None = g.pop("db", None)
    if database is not None:
        _pool().give_back(database)


def close(app: Flask) -> None:
    """Closes the connections that wait for further requests of ``app``."""
    pool: Pool = app.extensions[_POOL]
    pool.close()


def _pool() -> Pool:
    pool: Pool = current_app.extensions[_POOL]
    return pool
