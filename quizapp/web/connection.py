"""What a request works with: its own connection to the database, and one instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flask import Flask, current_app, g
from sqlite_utils import Database

from quizapp.store.database import connect, database_path

_HOME, _CLOCK = "quizapp.home", "quizapp.clock"


def attach(app: Flask, home: Path, clock: Callable[[], datetime]) -> None:
    """Let requests of ``app`` use the library in ``home`` and this clock."""
    app.extensions[_HOME] = home
    app.extensions[_CLOCK] = clock
    app.teardown_appcontext(_close)


def home() -> Path:
    """The folder this app keeps everything in."""
    folder: Path = current_app.extensions[_HOME]
    return folder


def db() -> Database:
    """This request's connection; opened at first use, closed when the request is over."""
    if "db" not in g:
        g.db = connect(database_path(home()))
    database: Database = g.db
    return database


def now() -> datetime:
    """The instant of this request, the same to its end; its zone is the learner's."""
    if "now" not in g:
        g.now = current_app.extensions[_CLOCK]()
    instant: datetime = g.now
    return instant


def _close(_error: BaseException | None) -> None:
    database: Database | None = g.pop("db", None)
    if database is not None:
        database.close()
