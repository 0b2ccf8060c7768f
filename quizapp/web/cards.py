"""One card: all about it, and what a person can do to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp import study
from quizapp.errors import StudyError
from quizapp.model import CardStatus, StoredCard
from quizapp.scheduling import due_day
from quizapp.sessions import chances
from quizapp.store import library, progress, tags
from quizapp.store.database import writing
from quizapp.store.history import history
from quizapp.store.settings import memory_model
from quizapp.web import rewriting
from quizapp.web.connection import db, now, study_day
from quizapp.web.context import passages_of
from quizapp.web.forgetting import curve
from quizapp.web.navigation import back, is_own, notify
from quizapp.web.wording import amount

pages = Blueprint("cards", __name__, url_prefix="/cards")


class Origin(NamedTuple):
    """The episode that a moved card was made of, and whether it can be opened."""

    slug: str
    title: str
    is_there: bool


@pages.get("/<card_id>")
def show(card_id: str) -> str:
    """The card's content, its source in context, its history and its memory."""
    stored = library.card(db(), card_id)
    memory = stored.memory
    answers = history(db(), card_id, memory)
    due = due_day(memory) if memory else None
    return render_template(
        "card.html",
        stored=stored,
        card=stored.card,
        episode_title=library.title(db(), stored.card.episode),
        origin=_origin(stored),
        passages=passages_of(db(), stored.card),
        siblings=library.siblings(db(), card_id),
        answers=answers,
        curve=curve(answers, study_day(), due, memory_model(db())) if due else None,
        chance=chances.chance(db(), memory, study_day()) if memory else None,
    )


def _origin(stored: StoredCard) -> Origin | None:
    """Where a moved card comes from; None for one that stands where it was made."""
    slug = library.origin(db(), stored.card)
    if slug == stored.card.episode:
        return None
    there = library.is_there(db(), slug)
    return Origin(slug, library.title(db(), slug) if there else "an episode you deleted", there)


@pages.route("/<card_id>/edit", methods=["GET", "POST"])
def edit(card_id: str) -> str | Response | tuple[str, int]:
    """Keep a person's wording beside the generated one; ask again where it cannot be a card."""
    stored = library.card(db(), card_id)
    if request.method == "GET":
        return _edit_form(stored, stored.card.prompt, stored.card.answer)
    prompt = _text("prompt")
    answer = stored.card.answer if stored.card.options else _text("answer")
    problem = rewriting.problem(stored.card.kind, prompt, answer)
    if problem:
        return _edit_form(stored, prompt, answer, problem), 422
    library.edit_card(
        db(), card_id, prompt=prompt, answer=None if stored.card.options else answer, now=now()
    )
    notify("Saved. Your wording stays.")
    return back()


def _text(name: str) -> str:
    return request.form.get(name, "").replace("\r\n", "\n").strip()


def _edit_form(stored: StoredCard, prompt: str, answer: str, problem: str = "") -> str:
    card = stored.card
    leave = request.values.get("back", "")
    return render_template(
        "edit.html",
        card=card,
        draft={"prompt": prompt, "answer": answer},
        problem=problem,
        leave=leave if is_own(leave) else url_for(".show", card_id=card.id),
    )


@pages.post("/<card_id>/suspend")
def suspend(card_id: str) -> Response:
    """Set the card aside until a person brings it back."""
    library.set_status(db(), card_id, CardStatus.SUSPENDED, now())
    notify("The card is suspended.", reverse=url_for(".unsuspend", card_id=card_id))
    return back()


@pages.post("/<card_id>/reject")
def reject(card_id: str) -> Response:
    """Never ask the card again, whatever a build says of it."""
    library.set_status(db(), card_id, CardStatus.REJECTED, now())
    notify("The card is rejected.", reverse=url_for(".unsuspend", card_id=card_id))
    return back()


@pages.post("/<card_id>/tags")
def tag(card_id: str) -> Response:
    """Make these the card's tags."""
    had = library.card(db(), card_id).card.tags
    try:
        wanted = [
            tags.cleaned(one) for one in request.form.get("tags", "").split(",") if one.strip()
        ]
        with writing(db()):
            for one in wanted:
                tags.add_tag(db(), [card_id], one, now())
            for one in set(had) - set(wanted) - {library.LEECH}:
                tags.remove_tag(db(), [card_id], one, now())
        notify("The tags are kept.")
    except StudyError as error:
        notify(f"Nothing was changed: {error.message}.")
    return back()


@pages.post("/<card_id>/unsuspend")
def unsuspend(card_id: str) -> Response:
    """Ask the card again."""
    library.set_status(db(), card_id, CardStatus.ACTIVE, now())
    notify("The card is back.")
    return back()


@pages.post("/<card_id>/bury")
def bury(card_id: str) -> Response:
    """Leave the card until the next study day."""
    study.bury(db(), card_id, now())
    notify("The card is buried until tomorrow.", reverse=url_for(".unbury", card_id=card_id))
    return back()


@pages.post("/<card_id>/unbury")
def unbury(card_id: str) -> Response:
    """Ask a buried card today after all."""
    progress.unbury(db(), card_id)
    notify("The card is back.")
    return back()


@pages.post("/<card_id>/note/suspend")
def suspend_note(card_id: str) -> Response:
    """Set all cards of the card's note aside."""
    number = _each_of_note(
        card_id, lambda one: library.set_status(db(), one, CardStatus.SUSPENDED, now())
    )
    notify(f"{amount(number, 'card')} of one note suspended.")
    return back()


@pages.post("/<card_id>/note/bury")
def bury_note(card_id: str) -> Response:
    """Leave all cards of the card's note until the next study day."""
    number = _each_of_note(card_id, lambda one: study.bury(db(), one, now()))
    notify(f"{amount(number, 'card')} of one note buried until tomorrow.")
    return back()


def _each_of_note(card_id: str, act: Callable[[str], object]) -> int:
    """Do something to every active card of a note; how many there were."""
    note = (library.card(db(), card_id), *library.siblings(db(), card_id))
    active = [one.card.id for one in note if one.card.status is CardStatus.ACTIVE]
    with writing(db()):
        for one in active:
            act(one)
    return len(active)
