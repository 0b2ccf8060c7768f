"""The page of one card in a session, whichever session it is: the day's, or a round."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import render_template, request
from werkzeug.exceptions import BadRequest

from quizapp.model import Counts, Rating, StudyItem
from quizapp.store import library
from quizapp.store.settings import settings
from quizapp.web.connection import db
from quizapp.web.context import passages_of
from quizapp.web.giving import given
from quizapp.web.showing import Attempt, Showing

REASONS = (
    "The answer is wrong",
    "The question is unclear",
    "The question gives the answer away",
    "Not worth knowing",
)
"""What a card is usually flagged for."""

_ARGUMENTS = ("card", "v", "show", "typed", "choice", "order", "check", "source")


@dataclass(frozen=True, slots=True)
class Desk:
    """A session as its page shows it.

    ``here`` is the address its forms lead to, ``undo`` the one that takes back; ``done`` answers
    of ``total`` were given in ``seconds``; ``counts`` says whether answers change the schedule,
    ``undoable`` whether there is something to take back.
    """

    here: str
    undo: str
    numbers: Counts
    done: int
    seconds: int
    undoable: bool = True
    counts: bool = True
    title: str | None = None
    stamp: str | None = None

    @property
    def total(self) -> int:
        """Answers given and cards left; learning cards come more than once, so it may grow."""
        return max(1, self.done + self.numbers.total)


def card_page(item: StudyItem, desk: Desk) -> str:
    """The card on the side that the address asks for."""
    showing = Showing(item, _attempt(item), desk.stamp)
    chosen = settings(db())
    return render_template(
        "study.html",
        showing=showing,
        shown=showing.shown,
        desk=desk,
        undo=desk.undo,
        undoable=desk.undoable,
        here=desk.here,
        # Cancelling and saving an edit lead to where it began.
        leave=_leave(desk.here),
        draft={"prompt": item.card.prompt, "answer": item.card.answer},
        problem="",
        episode_title=library.title(db(), item.card.episode),
        editing="edit" in request.args,
        source_open="source" in request.args,
        passages=passages_of(db(), item.card) if showing.answered else (),
        reasons=REASONS,
        two_buttons=chosen.two_buttons,
        intervals=chosen.show_intervals and desk.counts,
    )


def rating() -> Rating:
    """The rating that a form brings; a clear refusal of anything else."""
    try:
        return Rating(int(request.form["rating"]))
    except (KeyError, ValueError) as error:
        raise BadRequest("An answer is Again, Hard, Good or Easy.") from error


def duration() -> int | None:
    """How long the answer took, as the script measured it; None without the script."""
    text = request.form.get("duration_ms", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _attempt(item: StudyItem) -> Attempt:
    arguments = request.args
    checked = "check" in arguments and "move" not in arguments
    return Attempt(
        shown="show" in arguments or "typed" in arguments or checked,
        given=given(arguments, item.card),
        checked=checked,
    )


def _leave(address: str) -> str:
    """The side of the card that this page shows, without the edit form on it."""
    kept = [pair for pair in request.args.items(multi=True) if pair[0] in _ARGUMENTS]
    return f"{address}?{urlencode(kept)}" if kept else address
