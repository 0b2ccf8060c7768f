"""The matching round: which explanation belongs to which idea."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from quizapp.model import CardKind
from quizapp.sessions import matching
from quizapp.sessions.matching import Sort
from quizapp.store import library
from quizapp.web.connection import db, study_day

pages = Blueprint("matching", __name__, url_prefix="/matching")

LETTERS = "ABCDEFGH"

ABOUT = {
    Sort.TERM: "Terms, and what they mean.",
    Sort.IDEA: "Ideas, and what explains them.",
    Sort.TOPIC: "Topics, and what was said of them.",
}

_EPISODES = 4
"""Episodes that a mixed round draws from."""


@dataclass(frozen=True, slots=True)
class Row:
    """One left side, what was picked for it, and what is right; places of the right sides."""

    text: str
    picked: int | None
    key: int


@pages.get("")
@pages.get("/<slug>")
def show(slug: str | None = None) -> str:
    """A round to pair; once all are paired, which pairs were right."""
    number = request.args.get("round", study_day().toordinal(), type=int)
    slugs = [slug] if slug else _some_episodes(number)
    found: list[matching.Pair] = []
    for one in slugs:
        cards = library.cards(db(), episode=one, kind=CardKind.DEFINITION)
        found += matching.pairs(library.episode(db(), one), (stored.card for stored in cards))
    game = matching.drawn(found, number)
    picks = [request.args.get(f"pick-{place}", type=int) for place in range(len(game.pairs))]
    rows = [Row(pair.left, picks[place], game.key(place)) for place, pair in enumerate(game.pairs)]
    asked = any(f"pick-{place}" in request.args for place in range(len(rows)))
    return render_template(
        "matching.html",
        slug=slug,
        number=number,
        about=ABOUT[game.sort],
        rows=rows,
        rights=list(zip(LETTERS, game.rights, strict=False)),
        marked=asked and all(row.picked is not None for row in rows),
        incomplete=asked and any(row.picked is None for row in rows),
        right=sum(row.picked == row.key for row in rows),
    )


def _some_episodes(number: int) -> list[str]:
    slugs = [episode.slug for episode in library.episodes(db())]
    start = number % len(slugs) if slugs else 0
    return (slugs[start:] + slugs[:start])[:_EPISODES]
