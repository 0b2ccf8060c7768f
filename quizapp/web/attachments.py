"""Pictures and sounds of cards, from the folder beside the library and nowhere else."""

from __future__ import annotations

from flask import Blueprint, send_file
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from quizapp import media
from quizapp.store import attachments
from quizapp.web.connection import db

pages = Blueprint("attachments", __name__, url_prefix="/media")

_FOR_GOOD = 365 * 24 * 3600
"""Seconds a browser may keep a file: its name stands for its content."""


@pages.get("/<name>")
def show(name: str) -> Response:
    """One file, as what it was recognised as when it came."""
    path = attachments.find(db(), name)
    if path is None:
        raise NotFound("There is no such picture or sound.")
    kind = media.TYPES[path.suffix.removeprefix(".")]
    return send_file(path.resolve(), mimetype=kind, conditional=True, max_age=_FOR_GOOD)
