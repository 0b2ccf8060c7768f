"""A matching round: ideas and their explanations, terms and their meanings, to be paired again."""

from __future__ import annotations

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
        Pair(section.heading, _short(section.text))
        for section in episode.sections
        if section.kind in _HEADED and section.heading and section.text
    ]
    found += [
        Pair(card.prompt, _short(card.answer)) for card in cards if card.kind is CardKind.DEFINITION
    ]
    lefts: set[str] = set()
    rights: set[str] = set()
    single = []
    for pair in found:
        left, right = pair.left.casefold(), pair.right.casefold()
        if left not in lefts and right not in rights and left != right:
            single.append(pair)
        lefts.add(left)
        rights.add(right)
    return tuple(single)


def drawn(found: Sequence[Pair], number: int) -> Round:
    """Round ``number``: the same pairs give the same round."""
    dice = Random(number)  # noqa: S311 - a draw, not a secret
    chosen = dice.sample(list(found), min(SIZE, len(found)))
    return Round(tuple(chosen), tuple(dice.sample(range(len(chosen)), len(chosen))))


def _short(text: str) -> str:
    """The first sentences of a text, or its first words where these are long."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    end = text.rfind(". ", 0, LONGEST)
    return text[: end + 1] if end > LONGEST // 3 else text[:LONGEST].rsplit(" ", 1)[0] + " …"
