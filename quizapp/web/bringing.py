"""Bringing back by upload what was done elsewhere: the same as ``import-progress``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from flask import Blueprint, request
from werkzeug.exceptions import BadRequest

from quizapp.errors import IncomingError
from quizapp.incoming.progress import import_progress
from quizapp.incoming.wording import lines
from quizapp.web import exchange
from quizapp.web.connection import db, now

pages = Blueprint("bringing", __name__, url_prefix="/exchange/progress")


@pages.post("")
def receive() -> str | tuple[str, int]:
    """Takes the file in, and says what came with it."""
    file = request.files.get("file")
    if file is None or not file.filename:
        raise BadRequest("Choose a file that Anki exported.")
    given = Path(file.filename).name
    with tempfile.TemporaryDirectory() as folder:
        # Under a name of ours; only the ending says which kind of file it is.
        path = Path(folder) / f"upload{'.csv' if given.lower().endswith('.csv') else ''}"
        file.save(path)
        try:
            report = import_progress(
                *(db(), path, now()), edits="edits" in request.form, tags="tags" in request.form
            )
        except IncomingError as error:
            said = IncomingError(error.message, path=given, line=error.line)
            return exchange.page(problem=str(said)), 422
    return exchange.page(brought=tuple(lines(report)))
