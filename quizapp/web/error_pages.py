"""The one place that turns an error into a page with the right status."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, InternalServerError

from quizapp.errors import (
    ExportError,
    IncomingError,
    NotFoundError,
    QuizappError,
    SourceError,
    StoreError,
    StudyError,
)
from quizapp.store.database import explain

STATUS_OF_ERROR: dict[type[QuizappError], int] = {
    NotFoundError: 404,
    SourceError: 422,
    ExportError: 422,
    IncomingError: 422,
    StudyError: 409,
    StoreError: 503,
}


@dataclass(frozen=True, slots=True)
class _Words:
    heading: str
    advice: str


_WORDS = {
    400: _Words("That request does not look right", "Nothing was changed."),
    404: _Words(
        "There is nothing here",
        "The page was moved, or the card or episode it showed is gone.",
    ),
    405: _Words("That cannot be done here", "Nothing was changed."),
    409: _Words("That could not be recorded", "Nothing was changed."),
    413: _Words("That was too much at once", "Nothing was changed."),
    422: _Words("That could not be done", "Nothing was changed."),
    500: _Words(
        "Something went wrong",
        "This is a mistake in quizapp, not yours. What happened stands in the terminal it runs in.",
    ),
    503: _Words("The library cannot be used just now", "Your progress is safe where it is."),
}
_OTHERWISE = _WORDS[400]

# For these the sentence of the library that raised them says nothing a person needs.
_SILENT = frozenset({404, 405, 500})


def attach(app: Flask) -> None:
    """Show errors of ``app`` as pages."""
    app.register_error_handler(QuizappError, _quizapp_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(sqlite3.Error, _database_error)


def _quizapp_error(error: QuizappError) -> tuple[str, int]:
    status = next((code for kind, code in STATUS_OF_ERROR.items() if isinstance(error, kind)), 500)
    if status in _SILENT:
        return _page(status, "")
    # A package is made in a folder that is gone by now: its name helps nobody.
    return _page(status, error.message if isinstance(error, ExportError) else str(error))


def _database_error(error: sqlite3.Error) -> tuple[str, int]:
    return _quizapp_error(explain(error))


def _http_error(error: HTTPException) -> tuple[str, int] | HTTPException:
    status = error.code or 500
    if status < 400:
        return error
    detail = "" if status in _SILENT else (error.description or "")
    return _page(status, "" if isinstance(error, InternalServerError) else detail)


def _page(status: int, detail: str) -> tuple[str, int]:
    words = _WORDS.get(status, _OTHERWISE)
    return render_template("error.html", words=words, detail=detail, status=status), status
