"""The study session: a card, its answer, the four ratings, and what else can be done to it."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp import study as session
from quizapp.model import CardStatus, Rating, StudyItem
from quizapp.scheduling import study_day
from quizapp.store import library, progress, queue
from quizapp.store.database import writing
from quizapp.web.connection import db, now
from quizapp.web.context import passages_of
from quizapp.web.navigation import back, notify
from quizapp.web.showing import Attempt, Showing, version
from quizapp.web.wording import RATINGS

pages = Blueprint("study", __name__)

_ARGUMENTS = ("card", "v", "show", "typed", "choice", "source")

_STALE = "That card was answered before. This second answer was not counted."


@pages.get("/study")
@pages.get("/study/<slug>")
def show(slug: str | None = None) -> str | Response:
    """The card to study now, or the very one the address names; or that nothing is left."""
    title = _title(slug)
    named = "card" in request.args
    item = _named() if named else session.next_item(db(), now(), episode=slug)
    if item is None:
        return redirect(_here(slug)) if named else _nothing_left(slug, title)
    showing = Showing(item, _attempt())
    address = _here(slug)
    return render_template(
        "study.html",
        showing=showing,
        # A card that was asked for by name counts all episodes, not the one that is studied.
        numbers=session.counts(db(), now(), episode=slug) if slug and named else item.counts,
        here=address,
        # Cancelling and saving an edit lead to where it began.
        leave=_leave(address),
        draft={"prompt": item.card.prompt, "answer": item.card.answer},
        problem="",
        episode_title=_title(item.card.episode),
        editing="edit" in request.args,
        source_open="source" in request.args,
        passages=passages_of(db(), item.card) if showing.answered else (),
    )


@pages.post("/study")
@pages.post("/study/<slug>")
def answer(slug: str | None = None) -> Response:
    """Record one answer, unless the card has been answered since it was shown."""
    card_id, rating = request.form.get("card", ""), _rating()
    # One transaction: a double click arrives in two threads at the same time.
    with writing(db()):
        if request.form.get("version") == str(version(progress.memory(db(), card_id))):
            session.answer(db(), card_id, rating, now(), duration_ms=_duration())
        else:
            notify(_STALE)
    return redirect(_here(slug), 303)


@pages.post("/undo")
def undo() -> Response:
    """Take the last answer back, and show its card again."""
    review = session.undo(db(), now())
    if review is None:
        notify("There is no answer to take back.")
        return back()
    notify(f"Taken back: {RATINGS[review.rating]}.")
    slug = _slug_of(request.form.get("back", ""))
    return redirect(url_for(".show", slug=slug, card=review.card_id), 303)


def _here(slug: str | None) -> str:
    return url_for(".show", slug=slug)


def _slug_of(address: str) -> str | None:
    path = address.partition("?")[0]
    return path.removeprefix("/study/") if path.startswith("/study/") else None


def _title(slug: str | None) -> str | None:
    """The episode's title; None for all episodes. Raises NotFoundError if there is none."""
    if slug is None:
        return None
    for episode in library.episodes(db()):
        if episode.slug == slug:
            return episode.title
    return library.episode(db(), slug).title


def _named() -> StudyItem | None:
    """The card in the address, if it can still be answered as it was shown there."""
    item = session.item(db(), request.args["card"], now())
    current = request.args.get("v") in (None, str(version(item.memory)))
    return item if current and item.card.status is CardStatus.ACTIVE else None


def _attempt() -> Attempt:
    arguments = request.args
    typed = arguments.get("typed")
    return Attempt(
        shown="show" in arguments or typed is not None,
        typed=typed.strip() or None if typed is not None else None,
        chosen=arguments.get("choice", type=int),
    )


def _leave(address: str) -> str:
    """The side of the card that this page shows, without the edit form on it."""
    kept = [(name, value) for name, value in request.args.items() if name in _ARGUMENTS]
    return f"{address}?{urlencode(kept)}" if kept else address


def _rating() -> Rating:
    try:
        return Rating(int(request.form["rating"]))
    except (KeyError, ValueError) as error:
        raise BadRequest("An answer is Again, Hard, Good or Easy.") from error


def _duration() -> int | None:
    """How long the answer took, as the script measured it; None without the script."""
    text = request.form.get("duration_ms", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _nothing_left(slug: str | None, title: str | None) -> str:
    waiting_elsewhere = slug is not None and session.counts(db(), now()).total > 0
    return render_template(
        "study_done.html",
        here=_here(slug),
        episode_title=title,
        next_due=session.next_due(db(), now(), episode=slug),
        others=waiting_elsewhere,
        cards=bool(library.cards(db(), episode=slug)),
        reviewed=queue.done_on(db(), study_day(now())).answers,
    )
