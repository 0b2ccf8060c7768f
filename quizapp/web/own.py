"""Cards written by hand: the form, and what is wrong with what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp import hidden
from quizapp.errors import QuizappError
from quizapp.model import CardKind
from quizapp.store import library, own
from quizapp.store.own import Written
from quizapp.store.tags import cleaned
from quizapp.web.connection import db, now
from quizapp.web.navigation import notify
from quizapp.web.rewriting import problem

pages = Blueprint("own", __name__, url_prefix="/cards/new")

KINDS = {
    CardKind.RECALL: "Say the answer, then show it",
    CardKind.DEFINITION: "Type the answer",
    CardKind.CLOZE: "Fill the gap: leave ____ where the answer belongs, or hide {{c1::words}}",
    CardKind.CHOICE: "Choose: one answer and wrong ones",
    CardKind.TRUE_FALSE: "True or false",
}
"""Kinds that can be written by hand."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was filled in."""

    kind: str = CardKind.RECALL
    prompt: str = ""
    answer: str = ""
    wrong: str = ""
    explanation: str = ""
    tags: str = ""
    episode: str = ""

    @property
    def written(self) -> Written:
        """The card that it is; raises StudyError for a tag that cannot be one."""
        kind = CardKind(self.kind)
        said = {"true": "True", "false": "False"}.get(self.answer.lower(), self.answer)
        return Written(
            kind=kind,
            prompt=self.prompt,
            answer=said if kind is CardKind.TRUE_FALSE else self.answer,
            wrong=tuple(dict.fromkeys(filter(None, map(str.strip, self.wrong.split("\n"))))),
            tags=tuple(dict.fromkeys(cleaned(tag) for tag in self.tags.split(",") if tag.strip())),
            explanation=self.explanation or None,
        )


@pages.get("")
def show() -> str:
    """An empty form, in an episode if the address names one."""
    return _form(Typed(episode=request.args.get("episode", "")))


@pages.post("")
def add() -> Response | tuple[str, int]:
    """Store the card, and offer the next one."""
    names = ("kind", "prompt", "answer", "wrong", "explanation", "tags", "episode")
    typed = Typed(**{n: request.form.get(n, "").replace("\r\n", "\n").strip() for n in names})
    trouble = _trouble(typed)
    if not trouble:
        try:
            stored = own.add(db(), typed.written, now(), episode=typed.episode or None)
        except QuizappError as error:
            trouble = f"{error.message[:1].upper()}{error.message[1:]}."
    if trouble:
        return _form(typed, trouble), 422
    notify("The card is stored. Write the next one, or leave.")
    return redirect(url_for(".show", episode=stored.card.episode), 303)


def _trouble(typed: Typed) -> str | None:
    if typed.kind not in {kind.value for kind in KINDS}:
        return "Choose a kind of card."
    kind = CardKind(typed.kind)
    if kind is CardKind.TRUE_FALSE and typed.answer.lower() not in ("true", "false"):
        return "The answer to a true-or-false card is True or False."
    if kind is CardKind.CHOICE:
        wrong = {one.strip() for one in typed.wrong.split("\n") if one.strip()}
        if not wrong or typed.answer in wrong:
            return "Give at least one wrong option, and not the answer among them."
        if len(wrong) > 8:
            return "Nine options are the most that can be chosen by a key."
    if kind is CardKind.CLOZE and hidden.sides(typed.prompt):
        return None
    return problem(kind, typed.prompt, typed.answer)


def _form(typed: Typed, trouble: str = "") -> str:
    return render_template(
        "own.html",
        typed=typed,
        problem=trouble,
        kinds=KINDS,
        episodes=[one for one in library.episodes(db()) if one.slug != own.OWN_CARDS],
        own_cards=own.OWN_CARDS,
    )
