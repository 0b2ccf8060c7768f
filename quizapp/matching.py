"""A matching round: ideas and their explanations, terms and their meanings, to be paired again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from quizapp.model import Card, CardKind, Episode, SectionKind

SIZE = 5
"""Pairs in a round."""

LONGEST = 220
"""Characters of an explanation that are shown."""

_HEADED = (SectionKind.IDEA, SectionKind.INSIGHT, SectionKind.HIGHLIGHT, SectionKind.TAKEAWAY)


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs together: an idea and its explanation, or a term and its meaning."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Round:
    """Pairs, and the order in which their right sides lie; ``lying`` holds indexes of pairs."""

    pairs: tuple[Pair, ...]
    lying: tuple[int, ...]

    @property
    def rights(self) -> tuple[str, ...]:
        """The right sides as they lie."""
        return tuple(self.pairs[index].right for index in self.lying)

    def key(self, place: int) -> int:
        """Where the right side of the pair at ``place`` lies."""
        return self.lying.index(place)


def pairs(episode: Episode, cards: Iterable[Card]) -> tuple[Pair, ...]:
    """All pairs of an episode; no side stands twice, so that only one pairing is right."""
    found = [
        (section.heading, section.heading, _short(section.text))
        for section in episode.sections
        if section.kind in _HEADED and section.heading and section.text
    ]
    found += [
        (card.prompt, _term(card.prompt), _short(card.answer))
        for card in cards
        if card.kind is CardKind.DEFINITION
    ]
    lefts: set[str] = set()
    rights: set[str] = set()
    single = []
    for left, term, right in found:
        named, told = term.casefold(), right.casefold()
        if named not in lefts and told not in rights and named != told:
            single.append(Pair(left, _masked(term, right)))
        lefts.add(named)
        rights.add(told)
    return tuple(single)


def drawn(found: Sequence[Pair], number: int) -> Round:
    """Round ``number``: the same pairs give the same round."""
    dice = Random(number)  # noqa: S311 - a draw, not a secret
    chosen = dice.sample(list(found), min(SIZE, len(found)))
    return Round(tuple(chosen), tuple(dice.sample(range(len(chosen)), len(chosen))))


_ASKED = re.compile(r"What (?:is|are|was|were) (?:an? |the )?(?P<term>[^,?]+)")


def _term(prompt: str) -> str:
    """What a definition is asked for: ``early stopping`` of ``What is early stopping?``."""
    found = _ASKED.match(prompt)
    return found["term"] if found else prompt


def _masked(term: str, text: str) -> str:
    """The explanation without what it explains, which gives it away: ``… means to end it``."""
    name = re.escape(term.strip(" ?.!")).replace(r"\ ", r"[\s-]+")
    return re.sub(rf"\b(?:an? |the )?{name}(?:e?s)?\b", "…", text, flags=re.IGNORECASE)


def _short(text: str) -> str:
    """The first sentences of a text, or its first words where these are long."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    end = text.rfind(". ", 0, LONGEST)
    return text[: end + 1] if end > LONGEST // 3 else text[:LONGEST].rsplit(" ", 1)[0] + " …"
