"""The order of new cards as the library has it, kept in step with what was learnt of difficulty."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from quizapp.choosing.difficulty import Asked, Experience, asked, difficulty, experience
from quizapp.choosing.introduction import introduced
from quizapp.choosing.repetition import turns
from quizapp.choosing.rules import rule
from quizapp.model import Card, CardKind, Note, Rating
from quizapp.store.database import rows, writing
from quizapp.store.progress import LEARNER
from quizapp.store.records import Row

_ASKED = """
    cards.kind, notes.generator, cards.prompt, cards.answer, cards.options, cards.answer_index,
    json_array_length(cards.sources) AS places, cards.tags
"""
_GENERATED = "json_extract(cards.sources, '$[0].line_start') > 0"
_ONE = f"SELECT {_ASKED} FROM cards JOIN notes ON notes.id = cards.note_id WHERE {_GENERATED}"  # noqa: S608
_FIRST_ANSWERS = f"""
    SELECT {_ASKED}, reviews.rating
    FROM reviews
    JOIN cards ON cards.id = reviews.card_id
    JOIN notes ON notes.id = cards.note_id
    WHERE reviews.learner = ? AND reviews.state = 'new' AND reviews.undone_at IS NULL
    AND {_GENERATED}
"""  # noqa: S608 - our own words
_ORDERED = f"""
    SELECT {_ASKED}, cards.id, cards.position, cards.episode, cards.score, notes.anchor
    FROM cards JOIN notes ON notes.id = cards.note_id
    WHERE cards.episode IN (SELECT episode FROM queue WHERE learner = ? AND queue = 'new')
    AND cards.retired = 0 AND {_GENERATED}
    ORDER BY cards.position, cards.score DESC, cards.id
"""  # noqa: S608 - our own words


def seen(db: Database) -> Experience:
    """What the first answers to generated cards teach about the difficulty of their like."""
    found = rows(db, _FIRST_ANSWERS, (LEARNER,))
    return experience((_asked(row), row["rating"] > Rating.AGAIN) for row in found)


def asked_of(db: Database, card_id: str) -> Asked | None:
    """A stored card as its difficulty is estimated; None for one that a person wrote."""
    found = rows(db, f"{_ONE} AND cards.id = ?", (card_id,))
    return next((_asked(row) for row in found), None)


def _asked(row: Row) -> Asked:
    kind, tags = CardKind(row["kind"]), json.loads(row["tags"])
    section = next(iter(tags), "")
    return Asked(
        kind,
        rule(row["generator"], kind, section, row["prompt"], row["answer"]),
        row["answer"],
        tuple(json.loads(row["options"])) if row["options"] else None,
        row["answer_index"],
        row["places"],
    )


def in_order(cards: Iterable[Card], notes: Iterable[Note], known: Experience) -> list[Card]:
    """The cards of one episode as they are introduced; ``notes`` are those that they belong to."""
    of_card = {note.id: note for note in notes}
    made = list(cards)
    hard = {c.id: difficulty(asked(c, of_card[c.note_id].generator), known) for c in made}
    ideas = {note.id: note.anchor for note in of_card.values()}
    return introduced(made, ideas=ideas, hard=hard)


def reorder(db: Database, known: Experience | None = None) -> int:
    """Puts the cards of each idea in the order of today's experience; how many changed places.

    An idea keeps the places that it has among the others: only who takes which of them changes,
    and what repeats stays behind what is new.
    """
    with writing(db):
        learnt = seen(db) if known is None else known
        moves = list(_moves(rows(db, _ORDERED, (LEARNER,)), learnt))
        for place, card_id in moves:
            db.execute("UPDATE cards SET position = ? WHERE id = ?", (place, card_id))
    return len(moves)


def _moves(found: Iterable[Row], known: Experience) -> Iterator[tuple[int, str]]:
    episodes: defaultdict[str, list[Row]] = defaultdict(list)
    for row in found:
        episodes[row["episode"]].append(row)
    for own in episodes.values():
        turn = turns(map(_asking, own))
        ideas: defaultdict[tuple[str, int], list[tuple[int, float, str]]] = defaultdict(list)
        for row in own:
            card = (row["position"], difficulty(_asked(row), known), row["id"])
            ideas[row["anchor"], turn[row["id"]]].append(card)
        for cards in ideas.values():
            ranked = sorted(cards, key=lambda card: card[1])
            for (place, *_), (was, _, card_id) in zip(cards, ranked, strict=True):
                if place != was:
                    yield place, card_id


@dataclass(frozen=True, slots=True)
class _Asking:
    """A stored card as far as it is told what it repeats."""

    id: str
    kind: CardKind
    prompt: str
    answer: str
    score: float


def _asking(row: Row) -> _Asking:
    return _Asking(row["id"], CardKind(row["kind"]), row["prompt"], row["answer"], row["score"])
