"""Quizzes: choose one, answer it question by question, see what it came to."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from quizapp.errors import NotFoundError, StudyError
from quizapp.model import Card, CardKind, Given
from quizapp.sessions import quizzing
from quizapp.sessions.quizzing import Wanted
from quizapp.store import choosing, library, quizzes
from quizapp.store.quizzes import Question, Quiz
from quizapp.web.connection import db, now
from quizapp.web.context import Passage, passages_of
from quizapp.web.giving import Shown, given, lying
from quizapp.web.navigation import notify
from quizapp.web.wording import amount

pages = Blueprint("quiz", __name__, url_prefix="/quiz")

NUMBERS = (5, 10, 20, 40)
PACES = (("", "No clock"), ("40", "40 seconds a question"), ("20", "20 seconds a question"))

_LONG = frozenset({CardKind.RECALL, CardKind.INTERVIEW})
"""Kinds that are answered in sentences; drawn only when they are asked for."""


@pages.get("")
@pages.get("/<slug>")
def show(slug: str | None = None) -> str:
    """What a quiz can be about, and those taken so far."""
    return _choose(slug)


@pages.post("")
def start() -> Response | tuple[str, int]:
    """Draw the questions and ask the first."""
    form = request.form
    kinds = tuple(kind for kind in CardKind if kind in form.getlist("kind"))
    if not kinds:
        return _choose(form.get("episode"), "Choose at least one kind of question."), 422
    seconds = form.get("pace", type=int)
    wanted = Wanted(
        episode=form.get("episode") or None,
        kinds=kinds,
        questions=form.get("questions", 10, type=int),
        seconds_each=seconds if seconds and 5 <= seconds <= 600 else None,
    )
    try:
        number = quizzing.start(db(), wanted, now())
    except StudyError as error:
        return _choose(wanted.episode, f"{error.message[:1].upper()}{error.message[1:]}."), 422
    return redirect(url_for(".ask", number=number), 303)


def _choose(slug: str | None, problem: str = "") -> str:
    episodes = library.episodes(db())
    if slug and slug not in {episode.slug for episode in episodes}:
        raise NotFoundError(f"there is no episode {slug!r}")
    kinds = choosing.kinds(db(), slug or None)
    asked = request.form.getlist("kind") if request.method == "POST" else None
    usual = [kind for kind in kinds if kind not in _LONG] or list(kinds)
    return render_template(
        "quiz.html",
        slug=slug or "",
        episodes=episodes,
        kinds=kinds,
        picked=[kind for kind in kinds if kind in asked] if asked else usual,
        numbers=NUMBERS,
        paces=PACES,
        problem=problem,
        history=quizzes.history(db()),
    )


@pages.get("/run/<int:number>")
def ask(number: int) -> str | Response:
    """The question to answer now; after the last one, the result."""
    found = quizzing.standing(db(), number, now())
    question = found.open_question
    if question is None or found.finished_at is not None:
        return redirect(url_for(".result", number=number))
    return render_template(
        "quiz_question.html",
        quiz=found,
        question=question,
        card=question.card,
        shown=Shown(question.card, lying(request.args, question.card)),
        long=question.card.kind in _LONG,
        seconds_left=_seconds_left(found),
    )


@pages.post("/run/<int:number>")
def answer(number: int) -> Response:
    """Keep an answer and go on; a second answer to the same question is not counted."""
    found = quizzing.standing(db(), number, now())
    place = request.form.get("place", 0, type=int)
    card = next((one.card for one in found.questions if one.place == place), None)
    if card is None:
        raise NotFound
    if "move" in request.form:
        order = urlencode([("order", index) for index in lying(request.form, card)])
        return redirect(f"{url_for('.ask', number=number)}?{order}", 303)
    reply = Given() if "skip" in request.form else given(request.form, card)
    if not quizzing.answer(db(), number, place, reply, now()):
        notify(
            "The time is over. That answer was not counted."
            if found.finished_at
            else "That question was answered before. This second answer was not counted."
        )
    return redirect(url_for(".ask", number=number), 303)


@pages.post("/run/<int:number>/end")
def end(number: int) -> Response:
    """Stop here; what was not answered counts as missed."""
    quizzing.end(db(), number, now())
    return redirect(url_for(".result", number=number), 303)


@pages.get("/result/<int:number>")
def result(number: int) -> str | Response:
    """The marks, and every miss explained from its source."""
    found = quizzing.standing(db(), number, now())
    if found.finished_at is None:
        return redirect(url_for(".ask", number=number))
    return render_template(
        "quiz_result.html",
        quiz=found,
        misses=[(one, _reply(one), _passages(one.card)) for one in found.misses],
        hits=[(one, _reply(one)) for one in found.questions if not one.missed],
        took=found.finished_at - found.started_at,
    )


@pages.post("/result/<int:number>/overrule")
def overrule(number: int) -> Response:
    """Put the learner's mark in place of the program's."""
    right = request.form.get("right") == "1"
    quizzing.overrule(db(), number, request.form.get("place", 0, type=int), right=right)
    notify("Counted as right." if right else "Counted as missed.")
    return redirect(url_for(".result", number=number), 303)


@pages.post("/result/<int:number>/put-up")
def put_up(number: int) -> Response:
    """Give the misses to study."""
    many = quizzing.put_up(db(), number, now())
    notify(
        f"{amount(many, 'card')} put up for study: they come back within minutes."
        if many
        else "They were put up for study before, or are not asked any more."
    )
    return redirect(url_for(".result", number=number), 303)


def _seconds_left(quiz: Quiz) -> int | None:
    return None if quiz.deadline is None else max(0, int((quiz.deadline - now()).total_seconds()))


def _reply(question: Question) -> str | None:
    """The answer that was given, in words; None for none."""
    card, reply = question.card, question.given
    options = card.options or ()
    if reply is None:
        return None
    if reply.order:
        return " → ".join(options[index] for index in reply.order)
    return options[reply.chosen] if reply.chosen is not None else reply.typed


def _passages(card: Card) -> tuple[Passage, ...]:
    """The lines that the card comes from, without those around them: there are many misses."""
    return tuple(
        replace(found, lines=tuple(line for line in found.lines if line.cited))
        for found in passages_of(db(), card)[:1]
    )
