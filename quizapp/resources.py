"""Finds the bundled folders: inside a wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

from quizapp.errors import NotFoundError

_PACKAGE = Path(__file__).resolve().parent


def _find(name: str) -> Path:
    for place in (_PACKAGE / "_bundled" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise NotFoundError(
        f"the folder {name}/ is missing from the installation; install quizapp again"
    )


def templates() -> Path:
    """The folder of the pages' Jinja templates; ``anki/`` in it holds the faces of Anki's cards."""
    return _find("templates")


def source_texts() -> Path:
    """The folder of the bundled episodes, one folder each."""
    return _find("source_texts")
