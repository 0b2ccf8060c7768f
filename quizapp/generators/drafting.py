"""From a question that a generator has thought of to a Note with Cards and stable ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.generators import context
from quizapp.identity import card_id, fold, note_id
from quizapp.material import Material
from quizapp.model import Card, CardKind, Note, Section, Source

_ANCHOR_WORDS = 10
MODEST = 0.2
"""A card that scores less is for a section that has hardly any better."""


def modest(score: float) -> float:
    """The score of a card that asks little: below ``MODEST``, in the order that it would have."""
    return min(1.0, max(0.0, score)) * MODEST


@dataclass(frozen=True, slots=True)
class Side:
    """One question about a fact, before it has a place and an id.

    ``side`` tells the sides of one note and kind apart; it is part of the card's id. ``sources``
    and ``told`` (section and key) are its own where the sides of a note come from several places:
    a card then has the id that it would have in a note of its own, so that a page that is added
    later, and leads the note, takes no history away.
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
    sources: tuple[Source, ...] = ()
    told: tuple[Section, str] | None = None


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
    *,
    tag: str | None = None,
) -> Note:
    """The note of one fact with a card for each of its sides; ``tag`` instead of the section's.

    A section that nobody told in the talk asks little: an advert's, most likely.
    """
    episode = material.episode.slug
    identity = note_id(generator, episode, anchor(section), fold(key))
    told = material.is_told(section)
    cards = tuple(
        Card(
            id=card_id(_own(side, generator, episode) or identity, side.kind, side.side),
            note_id=identity,
            kind=side.kind,
            episode=episode,
            prompt=_standing(side, material, section, generator, spoken=tag is not None),
            answer=side.answer,
            sources=side.sources or tuple(sources),
            options=side.options,
            answer_index=side.answer_index,
            accepted=side.accepted,
            explanation=side.explanation,
            score=round(side.score if told else modest(side.score), 4),
            tags=(tag or section.kind.value,),
        )
        for side in sides
    )
    return Note(identity, generator, episode, anchor(section), fold(key), tuple(sources), cards)


_ASKED_ALONE = (CardKind.RECALL, CardKind.DEFINITION, CardKind.CLOZE, CardKind.NUMBER)
_LONGEST = 35
"""Words of a prompt."""


def _standing(
    side: Side, material: Material, section: Section, generator: str, *, spoken: bool
) -> str:
    """The prompt of a side as it stands alone: a short name in full, and what it is about.

    What is made of one sentence stands under the heading that the sentence stood under.

    A statement to be judged stays as it stands; what is said in a talk has its topic already. One
    with options has no more than the heading that dates it.
    """
    if side.kind is CardKind.CHOICE and not spoken:
        return context.dated(side.prompt, side.answer, section, material)
    if side.kind not in _ASKED_ALONE:
        return side.prompt
    named = material.full_names.in_full(side.prompt, side.answer)
    if spoken:
        return named
    of = side.told[0] if side.told else section
    whole = f"{of.heading or ''} {of.text}"
    told = material.subject.before(named, side.answer, whole, is_told=material.is_told(of))
    told = told if len(told.split()) <= _LONGEST else named
    return context.under(told, side.answer, of, material) if generator == "statement" else told


def _own(side: Side, generator: str, episode: str) -> str | None:
    """The id of the note that a side would have by itself, where it is told elsewhere."""
    if side.told is None:
        return None
    section, key = side.told
    return note_id(generator, episode, anchor(section), fold(key))
