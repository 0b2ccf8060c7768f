"""The study session of the day: the next card, the answer to it, and its end."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp import study as session
from quizapp.model import CardStatus, Review, StudyItem
from quizapp.sessions import deeds
from quizapp.store import days, library, progress
from quizapp.store.database import writing
from quizapp.store.deeds import Deed
from quizapp.web.connection import db, now, study_day
from quizapp.web.desk import Desk, card_page, duration, rating
from quizapp.web.navigation import back, notify
from quizapp.web.showing import version
from quizapp.web.wording import RATINGS

pages = Blueprint("study", __name__)

STALE = "That card was answered before. This second answer was not counted."

_TAKEN_BACK = {
    deeds.Act.SUSPEND: "The card is back.",
    deeds.Act.BURY: "The card is back.",
    deeds.Act.FLAG: "The card is back, without its flag.",
    deeds.Act.EDIT: "The card reads as before.",
}


@pages.get("/study")
@pages.get("/study/<slug>")
def show(slug: str | None = None) -> str | Response:
    """The card to study now, or the very one the address names; or that nothing is left."""
    title = library.title(db(), slug) if slug else None
    named = "card" in request.args
    item = _named() if named else session.next_item(db(), now(), episode=slug)
    if item is None:
        return redirect(_here(slug)) if named else _nothing_left(slug, title)
    # A card that was asked for by name counts all episodes, not the one that is studied.
    numbers = session.counts(db(), now(), episode=slug) if slug and named else item.counts
    done = days.day(db(), study_day())
    return card_page(
        item,
        Desk(
            here=_here(slug),
            undo=url_for(".undo"),
            numbers=numbers,
            done=done.answers,
            seconds=done.milliseconds // 1000,
            undoable=deeds.can_undo(db(), now()),
        ),
    )


@pages.post("/study")
@pages.post("/study/<slug>")
def answer(slug: str | None = None) -> Response:
    """Record one answer, unless the card has been answered since it was shown."""
    card_id, pressed = request.form.get("card", ""), rating()
    # One transaction: a double click arrives in two threads at the same time.
    with writing(db()):
        if request.form.get("version") == str(version(progress.memory(db(), card_id))):
            session.answer(db(), card_id, pressed, now(), duration_ms=duration())
        else:
            notify(STALE)
    return redirect(_here(slug), 303)


@pages.post("/undo")
def undo() -> Response:
    """Take back what came last, an answer or what was done to a card, and show its card again."""
    taken = deeds.undo(db(), now())
    if taken is None:
        notify("There is no answer to take back, nor anything else of today.")
        return back()
    notify(_words(taken))
    card_id = taken.card_id if isinstance(taken, Review) else taken.before[0].card_id
    slug = _slug_of(request.form.get("back", ""))
    return redirect(url_for(".show", slug=slug, card=card_id), 303)


def _words(taken: Review | Deed) -> str:
    if isinstance(taken, Review):
        return f"Taken back: {RATINGS[taken.rating]}."
    return _TAKEN_BACK[deeds.Act(taken.what)]


def _here(slug: str | None) -> str:
    return url_for(".show", slug=slug)


def _slug_of(address: str) -> str | None:
    path = address.partition("?")[0]
    return path.removeprefix("/study/") if path.startswith("/study/") else None


def _named() -> StudyItem | None:
    """The card in the address, if it can still be answered as it was shown there."""
    item = session.item(db(), request.args["card"], now())
    current = request.args.get("v") in (None, str(version(item.memory)))
    return item if current and item.card.status is CardStatus.ACTIVE else None


def _nothing_left(slug: str | None, title: str | None) -> str:
    today = study_day()
    return render_template(
        "study_done.html",
        here=_here(slug),
        undo=url_for(".undo"),
        undoable=deeds.can_undo(db(), now()),
        episode_title=title,
        next_due=session.next_due(db(), now(), episode=slug),
        others=slug is not None and session.counts(db(), now()).total > 0,
        cards=library.any_cards(db(), episode=slug),
        day=days.day(db(), today),
        hard=days.hard_ones(db(), today),
    )
