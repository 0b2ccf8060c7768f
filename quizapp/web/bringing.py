"""Taking in by upload what was made elsewhere: as ``import-progress`` and ``import`` do."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Blueprint, make_response, request
from sqlite_utils import Database
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp.build import Progress
from quizapp.errors import IncomingError
from quizapp.incoming.decks import import_decks
from quizapp.incoming.libraries import import_library
from quizapp.incoming.progress import import_progress
from quizapp.incoming.wording import deck_lines, library_lines, lines
from quizapp.web import exchange, work
from quizapp.web.connection import now

pages = Blueprint("bringing", __name__, url_prefix="/exchange")

Take = Callable[[Database, Path], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: lines that tell it, or why it was not taken."""

    said: tuple[str, ...] = ()
    problem: str = ""


@pages.post("/progress")
def receive() -> Response:
    """Takes progress in, and says what came with it."""
    at, edits, tags = now(), "edits" in request.form, "tags" in request.form

    def take(db: Database, path: Path) -> Iterable[str]:
        return lines(import_progress(db, path, at, edits=edits, tags=tags))

    return _taken_in("back", "Bringing your progress back", take)


@pages.post("/decks")
def take_in() -> Response:
    """Takes cards in: somebody else's deck, or a library, and says what there is of them."""
    at = now()

    def take(db: Database, path: Path) -> Iterable[str]:
        if path.suffix == ".json":
            return library_lines(import_library(db, path, at))
        return deck_lines(import_decks(db, path, at))

    return _taken_in("in", "Taking the cards in", take)


def _taken_in(part: str, title: str, take: Take) -> Response:
    """The page again, with what came of the file in the part that it was given to.

    A large file takes a while: a page of its own says so meanwhile.
    """
    file = request.files.get("file")
    if file is None or not file.filename:
        raise BadRequest("Choose a file first.")
    given = Path(file.filename).name
    kind = Path(given.lower()).suffix
    folder = Path(tempfile.mkdtemp(prefix="quizapp-"))
    # Under a name of ours; only the ending says which kind of file it is.
    path = folder / f"upload{kind if kind in ('.csv', '.json') else ''}"
    try:
        file.save(path)
        taking = work.begin(title, partial(_take, take, path, given), partial(_told, part))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return work.answer(taking)


def _take(take: Take, path: Path, given: str, db: Database, progress: Progress) -> Outcome:
    progress(given, 0, 0)
    try:
        return Outcome(said=tuple(take(db, path)))
    except IncomingError as error:
        problem = IncomingError(error.message, path=given, line=error.line)
        return Outcome(problem=str(problem))
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)


def _told(part: str, outcome: Outcome) -> Response:
    page = exchange.page(part, brought=outcome.said, problem=outcome.problem)
    return make_response(page, 422 if outcome.problem else 200)
