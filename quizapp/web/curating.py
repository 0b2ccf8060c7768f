"""Looking an episode's generated cards over, best first: keep, edit, reject; by keyboard too."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp.model import CardStatus
from quizapp.store import curation, library
from quizapp.web.connection import db, now
from quizapp.web.context import passages_of
from quizapp.web.navigation import notify
from quizapp.web.wording import amount

pages = Blueprint("curating", __name__, url_prefix="/episodes/<slug>/curate")

_DECISIONS = {"keep": CardStatus.ACTIVE, "reject": CardStatus.REJECTED}


@pages.get("")
def show(slug: str) -> str:
    """The best card that nobody has looked over; or that all were."""
    desk = curation.desk(db(), slug)
    return render_template(
        "curate.html",
        episode=library.episode(db(), slug),
        desk=desk,
        card=desk.card.card if desk.card else None,
        passages=passages_of(db(), desk.card.card) if desk.card else (),
        here=url_for(".show", slug=slug),
    )


@pages.post("")
def decide(slug: str) -> Response:
    """Keep or turn down the card that the form names; the next one follows."""
    decision = request.form.get("decision", "")
    if decision not in _DECISIONS:
        raise BadRequest("A card is kept or rejected.")
    library.set_status(db(), request.form.get("card", ""), _DECISIONS[decision], now())
    return _here(slug)


@pages.post("/rest")
def keep_rest(slug: str) -> Response:
    """Keep everything that is left."""
    number = curation.keep_rest(db(), slug, now())
    notify(f"{amount(number, 'card')} kept.")
    return redirect(url_for("library.episode", slug=slug), 303)


@pages.post("/undo")
def undo(slug: str) -> Response:
    """Look the last card over again."""
    last = curation.desk(db(), slug).last
    if last is None:
        notify("There is nothing to take back.")
    else:
        curation.take_back(db(), last)
        notify("Taken back.")
    return _here(slug)


def _here(slug: str) -> Response:
    return redirect(url_for(".show", slug=slug), 303)
