"""The order in which new cards are introduced: best first, the kinds mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quizapp.model import Card


def introduced(cards: Iterable[Card]) -> list[Card]:
    """The cards of an episode in the order of their first showing.

    Each kind comes best first, and the kinds are spread evenly over the whole, so that a first
    session is not twenty questions of one sort: a card's place is its rank among its kind, as a
    part of that kind's number.
    """
    kinds: defaultdict[str, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda c: (-c.score, c.id)):
        kinds[card.kind].append(card)
    places = [
        ((rank + 0.5) / len(ranked), -card.score, card.id, card)
        for ranked in kinds.values()
        for rank, card in enumerate(ranked)
    ]
    return [card for *_, card in sorted(places, key=lambda p: p[:3])]
