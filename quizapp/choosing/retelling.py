"""Which cards of an episode tell again what a better card of another section asks and answers.

Summary pages tell one thing several times: a question with its answer, an insight and a takeaway.
Whoever gathers a dozen cards of one page wants each of them once, with all the places that tell it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp import language
from quizapp.hidden import BLANK
from quizapp.material import Material
from quizapp.material.statement import merged
from quizapp.model import Card, CardKind, Source

_IN_WORDS = frozenset({CardKind.RECALL, CardKind.DEFINITION})
"""Kinds that are asked and answered in words, so that they tell a fact as a whole."""
_WEIGHED = _IN_WORDS | {CardKind.CLOZE, CardKind.NUMBER, CardKind.INTERVIEW}
"""Kinds that can be told by another card."""
_SAME_QUESTION = 0.6
"""Of the words of the shorter question: as many in common, and they ask after one thing."""
_ANSWERED, _TOLD = 0.4, 0.6
"""Of the words of an answer that the other card tells: so many where the questions are the same,
so many where they only touch each other."""
_TOUCHES = 0.34
_ALL = 0.7
"""Of the words of a question and its answer together, so many told by the other card."""
_HALF = 0.5
"""The same of what was said in the talk, which the pages tell in other words."""
_LEAST = 2
"""Words that two questions have in common at least."""


@dataclass(frozen=True, slots=True)
class Retold:
    """A card that another one tells already, and that one's id."""

    card: Card
    of: str


def retold(cards: Iterable[Card], material: Material) -> tuple[Retold, ...]:
    """The cards that a better one of another passage tells, best cards first."""
    kept: list[tuple[Card, _Words]] = []
    found: list[Retold] = []
    aside = _aside(material)
    for card in sorted(cards, key=lambda c: (-c.score, c.id)):
        if card.kind not in _WEIGHED:
            continue
        own = _words(card, aside)
        other = next(
            (
                c
                for c, words in kept
                if not _one_place(c, card)
                and (
                    own.are_told_by(words)
                    or _defines(c, card)
                    or (card.kind is CardKind.INTERVIEW and own.are_heard_in(words))
                )
            ),
            None,
        )
        if other is not None:
            found.append(Retold(card, other.id))
        elif card.kind in _IN_WORDS:
            kept.append((card, own))
    return tuple(found)


def with_their_places(cards: Sequence[Card], again: Sequence[Retold]) -> list[Card]:
    """The cards without those that others tell again; these have the places of both."""
    gone = {r.card.id for r in again}
    places: defaultdict[str, tuple[Source, ...]] = defaultdict(tuple)
    for one in again:
        places[one.of] = (*places[one.of], *one.card.sources)
    return [replace(c, sources=merged(c.sources, places[c.id])) for c in cards if c.id not in gone]


@dataclass(frozen=True, slots=True)
class _Words:
    """The stems of a question, of its answer, and of all that the card shows."""

    asked: frozenset[str]
    answered: frozenset[str]
    shown: frozenset[str]

    def are_told_by(self, other: _Words) -> bool:
        """Whether the other card asks after the same and tells most of the answer."""
        common = len(self.asked & other.asked)
        if not self.answered or not common:
            return False
        least = min(len(self.asked), len(other.asked))
        told = len(self.answered & other.shown) / len(self.answered)
        enough = max(min(_LEAST, least), _SAME_QUESTION * least)
        if common >= enough and told >= _ANSWERED:
            return True
        if common >= max(_LEAST, _TOUCHES * len(self.asked)) and told >= _TOLD:
            return True
        whole = self.asked | self.answered
        return told >= _TOLD and len(whole & other.shown) >= _ALL * len(whole)

    def are_heard_in(self, other: _Words) -> bool:
        """Whether the other card asks after it too, and tells half of it and of the answer."""
        whole, told = self.asked | self.answered, other.asked | other.answered
        half = len(self.answered & told) >= _HALF * len(self.answered)
        common = bool(self.asked & other.asked)
        return common and half and len(whole & told) >= _HALF * len(whole)


_DEFINES = re.compile(
    r"^(?:[^:?“]{2,60}: )?(?P<asked>What (?:is|are|was|were) [^,?]{2,60}?)"
    r"(?:,? according to [^?]+)?\?$"
)


def _defines(better: Card, card: Card) -> bool:
    """Whether a question for what a thing is opens the better card: ``What is X and who …?``"""
    found = _DEFINES.match(card.prompt)
    if found is None:
        return False
    opening = re.escape(found["asked"])
    return re.match(rf"(?:[^:?“]{{2,60}}: )?{opening}(?:,|\?| and\b)", better.prompt) is not None


def _words(card: Card, aside: frozenset[str]) -> _Words:
    prompt = card.prompt.replace(BLANK, card.answer)
    asked = frozenset(language.content_stems(prompt)) - aside
    answered = frozenset(language.content_stems(card.answer)) - aside
    shown = frozenset(language.content_stems(card.explanation or "")) - aside
    return _Words(asked, answered, asked | answered | shown)


def _aside(material: Material) -> frozenset[str]:
    """The stems that stand in every other question: the speakers, the talk and its subject."""
    names = material.names
    texts = (*names.people, names.title, material.subject.text, "interview according say advise")
    return frozenset(stem for text in texts for stem in language.content_stems(text))


def _one_place(a: Card, b: Card) -> bool:
    """Whether two cards are made of one passage: then they ask for different things in it."""
    first, second = a.source, b.source
    return first.path == second.path and (
        first.line_start <= second.line_end and second.line_start <= first.line_end
    )
