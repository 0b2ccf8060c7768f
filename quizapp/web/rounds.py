"""Rounds: study ahead of the schedule or cram apart from it, by whatever is wanted."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.errors import StudyError
from quizapp.model import CardKind
from quizapp.sessions import rounds
from quizapp.store import choosing, days, library, quizzes
from quizapp.store.choosing import Choice
from quizapp.web.connection import db, now, study_day
from quizapp.web.desk import Desk, card_page, duration, rating
from quizapp.web.navigation import notify
from quizapp.web.study import STALE
from quizapp.web.wording import KINDS, RATINGS, amount

pages = Blueprint("rounds", __name__)

NUMBERS = (10, 20, 50, 100)

_LATELY = timedelta(days=7)


@pages.get("/ahead")
@pages.get("/ahead/<slug>")
def choose(slug: str | None = None) -> str:
    """What a round can be about, and whether it changes the schedule."""
    return _choose({"episode": slug or ""})


@pages.post("/ahead")
def start() -> Response | tuple[str, int]:
    """Begin the round that was chosen."""
    form = request.form
    title, choice = _wanted()
    limit, counts = form.get("cards", 20, type=int), form.get("counts") == "1"
    try:
        number = rounds.start(db(), title, choice, now(), limit=limit, counts=counts)
    except StudyError as error:
        return _choose(form.to_dict(), f"{error.message[:1].upper()}{error.message[1:]}."), 422
    there = len(rounds.standing(db(), number, now()).turns)
    if there < limit:
        notify(_fewer(choice, there, counts=counts))
    return redirect(url_for(".show", number=number), 303)


def _fewer(choice: Choice, there: int, *, counts: bool) -> str:
    """Why a round has fewer cards than were asked for."""
    left = len(rounds.fitting(db(), choice, now(), counts=False)) - there if counts else 0
    if left > 0:
        rest = "waits" if left == 1 else "wait"
        return (
            f"{amount(there, 'card')}, one of each fact, for the schedule keeps cards of one fact"
            f" apart: {left:,} more {rest}."
        )
    return f"{amount(there, 'card')}: there are no more that fit."


@pages.post("/round/of-quiz/<int:number>")
def of_quiz(number: int) -> Response:
    """Practise what was missed in a quiz, apart from the schedule."""
    quiz = quizzes.quiz(db(), number)
    return _practise(f"Missed: {quiz.title}", [one.card.id for one in quiz.misses])


@pages.post("/round/of-today")
def of_today() -> Response:
    """Practise what was hard today once more, apart from the schedule."""
    hard = days.hard_ones(db(), study_day(), limit=rounds.LONGEST)
    return _practise("Hard today", [one.card_id for one in hard])


def _practise(title: str, card_ids: list[str]) -> Response:
    active = [one.card.id for one in library.cards_by_id(db(), card_ids)]
    number = rounds.start_with(db(), title, active, now(), counts=False)
    return redirect(url_for(".show", number=number), 303)


@pages.get("/round/<int:number>")
def show(number: int) -> str:
    """The card whose turn it is; at the end, how the round went."""
    found = rounds.standing(db(), number, now())
    here, undo = url_for(".show", number=number), url_for(".undo", number=number)
    undoable = rounds.can_undo(db(), found)
    if found.item is None:
        hard = library.cards_by_id(db(), rounds.hardest(found.turns))
        return render_template(
            "round_done.html", here=here, undo=undo, undoable=undoable, found=found, hard=hard
        )
    return card_page(
        found.item,
        Desk(
            here=here,
            undo=undo,
            numbers=found.item.counts,
            done=found.done,
            seconds=0,
            undoable=undoable,
            counts=found.round.counts,
            title=found.round.title,
            stamp=found.version,
        ),
    )


@pages.post("/round/<int:number>")
def answer(number: int) -> Response:
    """Record one answer, unless its turn is over."""
    version = request.form.get("version", "")
    if not rounds.answer(db(), number, version, rating(), now(), duration_ms=duration()):
        notify(STALE)
    return redirect(url_for(".show", number=number), 303)


@pages.post("/round/<int:number>/undo")
def undo(number: int) -> Response:
    """Take the round's last answer back."""
    turn = rounds.undo(db(), number, now())
    notify(
        f"Taken back: {RATINGS[turn.rating]}."
        if turn and turn.rating
        else "There is no answer of this round to take back."
    )
    return redirect(url_for(".show", number=number), 303)


def _wanted() -> tuple[str, Choice]:
    """The choice that the form makes, and its name."""
    form = request.form
    episode, _, chapter = form.get("part", "").partition("/")
    kind = form.get("kind", "")
    choice = Choice(
        episode=form.get("episode") or episode or None,
        chapter=chapter or None,
        kinds=(CardKind(kind),) if kind in set(CardKind) else (),
        tag=form.get("tag") or None,
        forgotten_since=study_day() - _LATELY if form.get("forgotten") == "1" else None,
    )
    names = [
        library.title(db(), choice.episode) if choice.episode else None,
        choice.chapter,
        KINDS[choice.kinds[0]] if choice.kinds else None,
        choice.tag,
        "Forgotten lately" if choice.forgotten_since else None,
    ]
    return " · ".join(filter(None, names)) or "All cards", choice


def _choose(picked: dict[str, str], problem: str = "") -> str:
    slug = picked.get("episode", "")
    if slug:
        library.title(db(), slug)
    chapters: dict[str, list[str]] = {}
    for episode, chapter in choosing.chapters(db()):
        chapters.setdefault(episode, []).append(chapter)
    return render_template(
        "ahead.html",
        picked=picked,
        problem=problem,
        episodes=library.episodes(db()),
        chapters=chapters,
        kinds=choosing.kinds(db()),
        tags=choosing.tags(db()),
        numbers=NUMBERS,
    )
