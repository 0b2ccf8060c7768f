"""A pointed question instead of a heading that is asked for what it means.

Of such headings readers keep half: they are pictures of the page's own, or claims without a reason
below them. Where the same section tells a reason or what a term is, that is the better question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quizapp import language
from quizapp.generators.wordings import is_meant
from quizapp.model import Card, CardKind

_SURE = 0.6
"""What the pointed card scores at least."""
_BY_SAYING = re.compile(r"What does [^?]{3,60} mean by saying that ")
_LEANS = re.compile(r"\b(?:it|them|they|he|him|she|this|these|those)\b")
"""What only the section tells of."""
_WHY = re.compile(r"(?:[^?:]{2,60}: )?Why (?!does [^?]{3,60} (?:say|advise) )")


def with_pointed(
    kept: Sequence[Card], surplus: Sequence[Card], place: Mapping[str, str]
) -> tuple[list[Card], list[Card]]:
    """The cards, each such heading in exchange for the best pointed question of its section.

    ``place`` tells the section of a note by its id. The second list is what is left over.
    """
    by_section: defaultdict[str, list[Card]] = defaultdict(list)
    for card in kept:
        by_section[place[card.note_id]].append(card)
    better = _best_pointed(surplus, place)
    given: dict[str, Card] = {}
    for at, cards in by_section.items():
        pointed = better.get(at)
        vague = [card for card in cards if _is_vague(card)]
        if pointed is not None and vague and not any(map(_is_pointed, cards)):
            given[vague[0].id] = pointed
    taken = {card.id for card in given.values()}
    left = [card for card in surplus if card.id not in taken]
    left += [card for card in kept if card.id in given]
    return [given.get(card.id, card) for card in kept], left


def _best_pointed(cards: Iterable[Card], place: Mapping[str, str]) -> dict[str, Card]:
    found: dict[str, Card] = {}
    for card in sorted(cards, key=lambda c: (-c.score, c.id)):
        if card.score >= _SURE and _is_pointed(card):
            found.setdefault(place[card.note_id], card)
    return found


def _is_pointed(card: Card) -> bool:
    """Whether a card asks for a reason that its text gives, or what a term is."""
    why = _WHY.match(card.prompt) is not None and card.answer.startswith("Because ")
    why = why and not (_LEANS.search(card.prompt) or _goes_on(card.prompt))
    return card.kind is CardKind.DEFINITION or (card.kind is CardKind.RECALL and why)


def _goes_on(prompt: str) -> bool:
    """Whether a second clause follows: ``Why did one town adopt it and others followed?``"""
    tokens = language.tag(prompt)
    joined = next((i for i, t in enumerate(tokens) if t.tag == "CJC"), len(tokens))
    return any(t.tag in ("VVD", "VVN", "VBD", "VHD") for t in tokens[joined:])


def _is_vague(card: Card) -> bool:
    """Whether a card asks what a heading means, or what story it stands for."""
    if card.kind is not CardKind.RECALL:
        return False
    asked = card.prompt.rpartition(": ")[2]
    return is_meant(card.prompt) or is_meant(asked) or _BY_SAYING.search(card.prompt) is not None
