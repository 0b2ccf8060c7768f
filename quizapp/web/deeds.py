"""What is done to a card in a session besides answering it; each leads back into the session."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp import study
from quizapp.sessions import deeds
from quizapp.store import progress
from quizapp.web import cards
from quizapp.web.connection import db, now
from quizapp.web.navigation import back, is_own, notify
from quizapp.web.wording import amount

pages = Blueprint("deeds", __name__, url_prefix="/session")


@pages.post("/<card_id>/suspend")
def suspend(card_id: str) -> Response:
    """Set the card aside until a person brings it back."""
    told = _replaced(card_id)
    deeds.suspend(db(), [card_id], now())
    return _done(f"The card is suspended{told()}.")


@pages.post("/<card_id>/bury")
def bury(card_id: str) -> Response:
    """Leave the card until the next study day."""
    told = _replaced(card_id)
    deeds.bury(db(), [card_id], now())
    return _done(f"The card is buried until tomorrow{told()}.")


@pages.post("/<card_id>/note/suspend")
def suspend_note(card_id: str) -> Response:
    """Set all cards of the card's note aside."""
    told = _replaced(card_id)
    many = deeds.suspend(db(), deeds.of_note(db(), card_id), now())
    return _done(f"{amount(many, 'card')} of one note suspended{told()}.")


@pages.post("/<card_id>/note/bury")
def bury_note(card_id: str) -> Response:
    """Leave all cards of the card's note until the next study day."""
    told = _replaced(card_id)
    many = deeds.bury(db(), deeds.of_note(db(), card_id), now())
    return _done(f"{amount(many, 'card')} of one note buried until tomorrow{told()}.")


def _replaced(card_id: str) -> Callable[[], str]:
    """Asked afterwards, says whether another new card took the place of this one, as in Anki."""
    is_new = progress.memory(db(), card_id) is None
    before = study.counts(db(), now()).new

    def told() -> str:
        same = is_new and before and study.counts(db(), now()).new == before
        return "; another new card takes its place" if same else ""

    return told


@pages.post("/<card_id>/flag")
def flag(card_id: str) -> Response:
    """Reject the card as bad, and keep the reason."""
    reason = request.form.get("words", "").strip() or request.form.get("reason", "")
    told = _replaced(card_id)
    deeds.flag(db(), card_id, reason, now())
    return _done(f"The card is flagged and not asked any more{told()}.")


@pages.post("/<card_id>/edit")
def edit(card_id: str) -> Response | str | tuple[str, int]:
    """Keep a person's wording, so that undo can take it back as well."""
    if not is_own(request.form.get("back", "")):
        raise BadRequest("An edit leads back to the session it was made in.")
    with deeds.remembered(db(), deeds.Act.EDIT, [card_id], now()):
        return cards.edit(card_id)


def _done(words: str) -> Response:
    notify(words, reverse=url_for("study.undo"))
    return back()
