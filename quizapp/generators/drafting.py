"""From a question that a generator has thought of to a Note with Cards and stable ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.identity import card_id, fold, note_id
from quizapp.material import Material
from quizapp.model import Card, CardKind, Note, Section, Source

_ANCHOR_WORDS = 10


@dataclass(frozen=True, slots=True)
class Side:
    """One question about a fact, before it has a place and an id.

    ``side`` tells the sides of one note and kind apart; it is part of the card's id.
    """

    kind: CardKind
    prompt: str
    answer: str
    score: float
    side: str = ""
    options: tuple[str, ...] | None = None
    answer_index: int | None = None
    accepted: tuple[str, ...] = ()
    explanation: str | None = None


def anchor(section: Section) -> str:
    """Where a section stands, in words that survive a correction elsewhere in it."""
    words = fold(section.heading or section.text).split()
    return " ".join((section.kind.value, *words[:_ANCHOR_WORDS]))


def drafted(
    generator: str,
    material: Material,
    section: Section,
    key: str,
    sources: Sequence[Source],
    sides: Iterable[Side],
) -> Note:
    """The note of one fact with a card for each of its sides."""
    episode = material.episode.slug
    identity = note_id(generator, episode, anchor(section), fold(key))
    cards = tuple(
        Card(
            id=card_id(identity, side.kind, side.side),
            note_id=identity,
            kind=side.kind,
            episode=episode,
            prompt=side.prompt,
            answer=side.answer,
            sources=tuple(sources),
            options=side.options,
            answer_index=side.answer_index,
            accepted=side.accepted,
            explanation=side.explanation,
            score=round(side.score, 4),
            tags=(section.kind.value,),
        )
        for side in sides
    )
    return Note(identity, generator, episode, anchor(section), fold(key), tuple(sources), cards)
