"""Adding to the library: a text, files or an address; what was understood; and only then storing.

Making cards loads taggers and word lists, so that is imported by the pages that need it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp.errors import SourceError
from quizapp.intake import deliveries
from quizapp.store import library
from quizapp.web import work
from quizapp.web.connection import db, home, now
from quizapp.web.navigation import notify
from quizapp.web.wording import amount

if TYPE_CHECKING:
    from sqlite_utils import Database

    from quizapp.build import Progress
    from quizapp.intake.preview import Kept, Preview, Ready

pages = Blueprint("adding", __name__, url_prefix="/library/add")

WAYS = ("paste", "files", "address")
_SAID = 3
"""Episodes that a notice tells of by name."""

REACH = "quizapp.reach"
"""Where an app keeps which addresses may be fetched, if not every public one."""


_PASTED = "pasted"
"""Of the session: which delivery was pasted last, so that its text can be given back."""


@pages.get("")
def show() -> str:
    """The three ways to add something."""
    return _form()


@pages.post("")
def receive() -> Response | tuple[str, int]:
    """Take what was given, and lead to what was understood of it."""
    way = request.form.get("way", "")
    if way not in WAYS:
        raise BadRequest("Paste a text, choose files, or give an address.")
    try:
        files = {"paste": _pasted, "files": _uploaded, "address": _fetched}[way]()
        token = deliveries.receive(home(), files, now())
    except SourceError as error:
        return _form(way, str(error)), 422
    if way == "paste":
        session[_PASTED] = token
    return redirect(url_for(".preview", token=token), 303)


@pages.get("/<token>")
def preview(token: str) -> Response | str | tuple[str, int]:
    """What was understood, and what storing it would change; nothing is stored yet."""
    if deliveries.is_kept(home(), token):
        return _stored_already()
    folder = deliveries.folder_of(home(), token)
    reading = work.seen() or work.begin("Reading what you gave", partial(_read, folder))
    if not reading.over.is_set():
        return work.answer(reading)
    ready: Ready = reading.result
    found = ready.outlook(db(), now())
    if not any(one.says_something for one in found.outlooks):
        typed = _typed(folder) if session.get(_PASTED) == token else {}
        deliveries.discard(home(), token)
        return _form("paste" if typed else "", _nothing(found), typed), 422
    titles = {one.slug: one.title for one in library.names(db())}
    return render_template("add_preview.html", preview=found, token=token, titles=titles)


@pages.post("/<token>")
def store(token: str) -> Response:
    """Store it, and lead to the cards that were made."""
    if deliveries.is_kept(home(), token):  # a button pressed twice, or the way back
        return _stored_already()
    deliveries.folder_of(home(), token)
    titles = {
        field.removeprefix("title-"): title
        for field, title in request.form.items()
        if field.startswith("title-") and title.strip()
    }
    keep = partial(_keep, home(), token, now(), titles)
    return work.answer(work.begin("Making the cards", keep, _look_over))


@pages.post("/<token>/discard")
def discard(token: str) -> Response:
    """Forget what was given."""
    deliveries.discard(home(), token)
    notify("Discarded. Nothing was stored.")
    return redirect(url_for(".show"), 303)


def _stored_already() -> Response:
    notify("This was stored already.")
    return redirect(url_for("library.show"), 303)


def _read(folder: Path, db: Database, progress: Progress) -> Ready:
    from quizapp.intake.preview import of_files

    return of_files(db, [folder], progress)


def _keep(
    folder: Path,
    token: str,
    at: datetime,
    titles: Mapping[str, str],
    db: Database,
    progress: Progress,
) -> tuple[Kept, ...]:
    """Stores a delivery, and only then counts it as kept: a killed server leaves it to be stored.

    Its episodes; none where another request was faster.
    """
    if deliveries.is_kept(folder, token):
        return ()
    given, kept = deliveries.places(folder)
    ready = _read(deliveries.folder_of(folder, token), db, progress)
    stored = ready.moved(given, kept).store(db, at, titles)
    deliveries.keep(folder, token)
    return stored


def _look_over(kept: Sequence[Kept]) -> Response:
    if not kept:
        return _stored_already()
    notify(" ".join(_said(one) for one in kept[:_SAID]))
    if len(kept) > _SAID:
        notify(f"And {amount(len(kept) - _SAID, 'more episode')}.")
    if len(kept) == 1:
        return redirect(url_for("curating.show", slug=kept[0].slug), 303)
    return redirect(url_for("library.show"), 303)


def _said(one: Kept) -> str:
    """What storing it came to: a new episode, or what was added to one."""
    changes = one.changes
    if not one.known:
        return f"“{one.title}” is stored, with {amount(changes.new, 'card')}."
    news = [
        amount(changes.new, "new card") if changes.new else "",
        f"{changes.removed:,} no longer in the sources" if changes.removed else "",
    ]
    told = ", ".join(filter(None, news)) or "no new cards: it has all that this yields"
    return f"Added to “{one.title}”: {told}."


def _pasted() -> list[tuple[str, bytes]]:
    text = request.form.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        raise SourceError("there is no text yet; paste what was written about the episode")
    return [(deliveries.pasted_name(request.form.get("title", ""), text), text.encode())]


def _uploaded() -> list[tuple[str, bytes]]:
    given = [one for one in request.files.getlist("files") if one.filename]
    if not given:
        raise SourceError("no files were chosen; choose pages, transcripts, a folder or a zip")
    return [(str(one.filename), one.read()) for one in given]


def _fetched() -> list[tuple[str, bytes]]:
    from quizapp.intake.fetching import fetch, is_public

    page = fetch(
        request.form.get("address", ""), reach=current_app.extensions.get(REACH, is_public)
    )
    return [(page.name, page.data)]


def _form(way: str = "", problem: str = "", typed: Mapping[str, str] | None = None) -> str:
    given = request.form if typed is None else typed
    return render_template("add.html", way=way, problem=problem, typed=given)


def _typed(folder: Path) -> dict[str, str]:
    """What was pasted, so that nobody has to paste it again to put a heading into it."""
    texts = [path for path in folder.rglob("*") if path.is_file()]
    return {"text": texts[0].read_text("utf-8")} if len(texts) == 1 else {}


def _nothing(preview: Preview) -> str:
    """Why nothing was understood, in one line."""
    if preview.problems:
        return str(preview.problems[0])
    return "nothing was understood here; put what it tells under headings such as “Summary”"
