"""One card: all about it, and what a person can do to it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp import study
from quizapp.model import CardKind, CardStatus, StoredCard
from quizapp.store import library, progress
from quizapp.store.database import writing
from quizapp.web.connection import db, now
from quizapp.web.context import passages_of
from quizapp.web.navigation import back, is_own, notify
from quizapp.web.wording import amount, gaps

pages = Blueprint("cards", __name__, url_prefix="/cards")

_WITH_BLANKS = frozenset({CardKind.CLOZE, CardKind.FINISH_QUOTE})


@pages.get("/<card_id>")
def show(card_id: str) -> str:
    """The card's content, its source in context, its history and its memory."""
    stored = library.card(db(), card_id)
    return render_template(
        "card.html",
        stored=stored,
        card=stored.card,
        episode=library.episode(db(), stored.card.episode),
        passages=passages_of(db(), stored.card),
        siblings=library.siblings(db(), card_id),
        reviews=progress.reviews(db(), card_id),
    )


@pages.route("/<card_id>/edit", methods=["GET", "POST"])
def edit(card_id: str) -> str | Response | tuple[str, int]:
    """Keep a person's wording beside the generated one; ask again where it cannot be a card."""
    stored = library.card(db(), card_id)
    if request.method == "GET":
        return _edit_form(stored, stored.card.prompt, stored.card.answer)
    prompt = _text("prompt")
    answer = stored.card.answer if stored.card.options else _text("answer")
    problem = _problem(stored, prompt, answer)
    if problem:
        return _edit_form(stored, prompt, answer, problem), 422
    library.edit_card(
        db(), card_id, prompt=prompt, answer=None if stored.card.options else answer, now=now()
    )
    notify("Saved. Your wording stays.")
    return back()


def _text(name: str) -> str:
    return request.form.get(name, "").replace("\r\n", "\n").strip()


def _problem(stored: StoredCard, prompt: str, answer: str) -> str | None:
    if not prompt or not answer:
        return "A card needs a question and an answer."
    if stored.card.kind in _WITH_BLANKS:
        blanks = sum(blank for _, blank in gaps(prompt))
        if blanks == 0:
            return "Leave a blank (____) in the question, where the answer belongs."
        if blanks > 1 and answer.count("; ") + 1 != blanks:
            return f"Give {amount(blanks, 'answer')} for the blanks, with “; ” between them."
    return None


def _edit_form(stored: StoredCard, prompt: str, answer: str, problem: str = "") -> str:
    card = stored.card
    leave = request.form.get("back", "")
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
