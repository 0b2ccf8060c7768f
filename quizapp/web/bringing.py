"""Taking in by upload what was made elsewhere: as ``import-progress`` and ``import`` do."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from flask import Blueprint, request
from werkzeug.exceptions import BadRequest

from quizapp.errors import IncomingError
from quizapp.incoming.decks import import_decks
from quizapp.incoming.libraries import import_library
from quizapp.incoming.progress import import_progress
from quizapp.incoming.wording import deck_lines, library_lines, lines
from quizapp.web import exchange
from quizapp.web.connection import db, now

pages = Blueprint("bringing", __name__, url_prefix="/exchange")

Page = str | tuple[str, int]


@pages.post("/progress")
def receive() -> Page:
    """Takes progress in, and says what came with it."""

    def take(path: Path) -> Iterable[str]:
        edits, tags = "edits" in request.form, "tags" in request.form
        return lines(import_progress(db(), path, now(), edits=edits, tags=tags))

    return _taken_in("back", take)


@pages.post("/decks")
def take_in() -> Page:
    """Takes cards in: somebody else's deck, or a library, and says what there is of them."""

    def take(path: Path) -> Iterable[str]:
        if path.suffix == ".json":
            return library_lines(import_library(db(), path, now()))
        return deck_lines(import_decks(db(), path, now()))

    return _taken_in("in", take)


def _taken_in(part: str, take: Callable[[Path], Iterable[str]]) -> Page:
    """The page again, with what came of the file in the part that it was given to."""
    file = request.files.get("file")
    if file is None or not file.filename:
        raise BadRequest("Choose a file first.")
    given = Path(file.filename).name
    kind = Path(given.lower()).suffix
    with tempfile.TemporaryDirectory() as folder:
        # Under a name of ours; only the ending says which kind of file it is.
        path = Path(folder) / f"upload{kind if kind in ('.csv', '.json') else ''}"
        file.save(path)
        try:
            said = tuple(take(path))
        except IncomingError as error:
            problem = IncomingError(error.message, path=given, line=error.line)
            return exchange.page(part, problem=str(problem)), 422
    return exchange.page(part, brought=said)
