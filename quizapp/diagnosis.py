"""``quizapp doctor``: what is installed, where the data is, whether the database is sound."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from quizapp import __version__, resources
from quizapp.errors import QuizappError, StoreError

_PARTS = ("flask", "waitress", "genanki", "nltk", "HanTa", "wordfreq", "fsrs", "sqlite-utils")
_EXTRAS = (("fsrs-rs-python", "fitting the memory model to your reviews"),)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``trouble`` when it needs mending."""

    what: str
    state: str
    trouble: bool = False


def examine(home: Path) -> list[Finding]:
    """Everything worth knowing about this installation and the data in ``home``."""
    return [*_installation(), *_data(home)]


def _installation() -> Iterator[Finding]:
    yield Finding("quizapp", __version__)
    yield Finding("Python", platform.python_version())
    yield Finding("SQLite", sqlite3.sqlite_version)
    for name in _PARTS:
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "missing; install quizapp again", trouble=True)
    for name, purpose in _EXTRAS:
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, f"not installed (optional: {purpose})")
    for folder in (resources.templates, resources.source_texts):
        try:
            yield Finding(f"{folder.__name__}/", str(folder()))
        except QuizappError as error:
            yield Finding(f"{folder.__name__}/", str(error), trouble=True)


def _data(home: Path) -> Iterator[Finding]:
    from quizapp.store.database import connect, database_path, explain

    path = database_path(home)
    yield Finding("data", str(path))
    if not path.exists():
        yield Finding("database", "none yet; `quizapp build` makes one")
        return
    try:
        db = connect(path)
        try:
            (state,) = db.execute("PRAGMA integrity_check(1)").fetchone()
            broken = len(db.execute("PRAGMA foreign_key_check").fetchall())
            yield Finding("database", "sound" if state == "ok" else state, trouble=state != "ok")
            if broken:
                yield Finding("references", f"{broken} point to nothing", trouble=True)
            for table in ("episodes", "notes", "cards", "reviews"):
                yield Finding(table, f"{db[table].count:,}")
        finally:
            db.close()
    except StoreError as error:
        yield Finding("database", error.message, trouble=True)
    except sqlite3.Error as error:
        yield Finding("database", explain(error).message, trouble=True)
