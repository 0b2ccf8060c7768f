"""Exchange: decks for Anki, tables for anything else, the review log; made and sent at once."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from flask import Blueprint, render_template, request, send_file
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp.exchange.reviews import write_reviews
from quizapp.model import CardStatus
from quizapp.outgoing import export_library
from quizapp.store import library, progress
from quizapp.web.connection import db, now

pages = Blueprint("exchange", __name__, url_prefix="/exchange")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that cards can be had as."""

    ending: str
    name: str
    about: str
    media_type: str


FORMATS = (
    Format("apkg", "Anki package", "Open it with Anki, on a desktop or a phone.",
           "application/octet-stream"),
    Format("csv", "CSV", "A table, for spreadsheets and for Anki's text import.",
           "text/csv; charset=utf-8"),
    Format("json", "JSON", "Everything about each card, for programs.", "application/json"),
)  # fmt: skip
_BY_ENDING = {format_.ending: format_ for format_ in FORMATS}


@pages.get("")
def show() -> str:
    """What can be taken out of quizapp, and brought back."""
    return page()


def page(part: str = "", *, brought: Sequence[str] = (), problem: str = "") -> str:
    """The page, with what was taken in, or why it was not.

    ``part`` says where that stands: ``back`` for progress, ``in`` for cards.
    """
    return render_template(
        "exchange.html",
        part=part,
        brought=brought,
        problem=problem,
        formats=FORMATS,
        episodes=library.episodes(db()),
        cards=len(library.cards(db(), status=CardStatus.ACTIVE)),
        reviews=len(progress.reviews(db())),
    )


@pages.get("/cards")
def cards() -> Response:
    """The cards of one episode, or of all, as a file."""
    slug = request.args.get("episode") or None
    chosen = _BY_ENDING.get(request.args.get("format", "apkg"))
    if chosen is None:
        raise BadRequest("Cards come as apkg, csv or json.")
    if slug:
        library.episode(db(), slug)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{slug or 'quizapp'}.{chosen.ending}"
        export_library(
            *(db(), path, now()),
            episodes=(slug,) if slug else (),
            with_progress="with_progress" in request.args,
            by_chapter="by_chapter" in request.args,
        )
        return _download(path, chosen.media_type)


@pages.get("/reviews.csv")
def reviews() -> Response:
    """The review log."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quizapp-reviews.csv"
        write_reviews(progress.reviews(db()), path)
        return _download(path, "text/csv; charset=utf-8")


def _download(path: Path, media_type: str) -> Response:
    # Read whole: the folder is gone when the file is sent.
    return send_file(
        BytesIO(path.read_bytes()),
        mimetype=media_type,
        as_attachment=True,
        download_name=path.name,
    )
