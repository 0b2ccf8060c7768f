"""The order in which new cards are introduced: best first, the kinds mixed, easy before hard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from quizapp.model import Card


def introduced(
    cards: Iterable[Card],
    *,
    ideas: Mapping[str, Hashable] | None = None,
    hard: Mapping[str, float] | None = None,
) -> list[Card]:
    """The cards of an episode in the order of their first showing.

    Each kind comes best first, and the kinds are spread evenly over the whole, so that a first
    session is not twenty questions of one sort: a card's place is its rank among its kind, as a
    part of that kind's number.

    ``ideas`` says by a note's id which idea it belongs to, ``hard`` by a card's id how hard it is:
    of the places that the cards of one idea have in that order, the easiest takes the first.
    """
    kinds: defaultdict[str, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda c: (-c.score, c.id)):
        kinds[card.kind].append(card)
    places = [
        ((rank + 0.5) / len(ranked), -card.score, card.id, card)
        for ranked in kinds.values()
        for rank, card in enumerate(ranked)
    ]
    order = [card for *_, card in sorted(places, key=lambda p: p[:3])]
    return order if hard is None else _easy_first(order, ideas or {}, hard)


def _easy_first(
    order: Sequence[Card], ideas: Mapping[str, Hashable], hard: Mapping[str, float]
) -> list[Card]:
    held: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, card in enumerate(order):
        held[ideas.get(card.note_id, card.note_id)].append(place)
    found = list(order)
    for places in held.values():
        ranked = sorted((order[p] for p in places), key=lambda c: hard.get(c.id, 0.0))
        for place, card in zip(places, ranked, strict=True):
            found[place] = card
    return found
