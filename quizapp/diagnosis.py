"""``quizapp doctor``: what is installed, where the data is, whether the database is sound."""

from __future__ import annotations

import os
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
    from quizapp.store.database import database_path
    from quizapp.store.soundness import examine as look_through

    path = database_path(home)
    yield Finding("data", str(path))
    if trouble := _no_folder(home):
        yield Finding("folder", trouble, trouble=True)
    elif not path.exists():
        yield Finding("database", "none yet; `quizapp build` makes one")
    else:
        try:
            found = look_through(path)
        except StoreError as error:
            yield Finding("database", error.message, trouble=True)
            return
        state = "sound" if found.state == "ok" else found.state
        yield Finding("database", state, trouble=found.state != "ok")
        if found.dangling:
            yield Finding("references", f"{found.dangling} point to nothing", trouble=True)
        yield from (Finding(name, f"{count:,}") for name, count in found.rows.items())


def _no_folder(home: Path) -> str | None:
    """Why ``home`` cannot hold data, or None; a folder that is not there yet can be made."""
    there = next(place for place in (home.absolute(), *home.absolute().parents) if place.exists())
    if not there.is_dir():
        return f"{there} is a file, not a folder; move it away or choose another with --home"
    if not os.access(there, os.W_OK):
        return f"{there} cannot be written; change its permissions or choose another with --home"
    return None
