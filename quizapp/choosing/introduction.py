"""The order in which new cards are introduced: best first, the kinds mixed, easy before hard.

What asks again what another card asks or tells comes after all that is new.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from quizapp.choosing.repetition import turns
from quizapp.model import Card

RUN = 2
"""So many cards of one kind may come in a row, where another kind is at hand."""

_NEAR = 40
"""Another kind is at hand among so many cards that come next."""

_Asked = TypeVar("_Asked")


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
    of the places that the cards of one idea have in that order, the easiest takes the first. No
    more than ``RUN`` of one kind come in a row, where there are others. All this holds among the
    cards that ask something new, and then again among those that repeat.
    """
    made = list(cards)
    turn = turns(made)
    known = ideas or {}
    told: list[Card] = []
    for now in sorted(set(turn.values())):
        found = _best_first(c for c in made if turn[c.id] == now)
        ordered = found if hard is None else _easy_first(found, known, hard)
        after = [c.kind for c in told[-RUN:]]
        own = mixed(
            ordered, lambda c: c.kind, lambda c: known.get(c.note_id, c.note_id), after=after
        )
        told.extend(own)
    return told


def _best_first(cards: Iterable[Card]) -> list[Card]:
    """The cards best first, each kind spread evenly over the whole."""
    kinds: defaultdict[str, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda c: (-c.score, c.id)):
        kinds[card.kind].append(card)
    places = [
        ((rank + 0.5) / len(ranked), -card.score, card.id, card)
        for ranked in kinds.values()
        for rank, card in enumerate(ranked)
    ]
    return [card for *_, card in sorted(places, key=lambda p: p[:3])]


def mixed(
    cards: Iterable[_Asked],
    kind: Callable[[_Asked], Hashable],
    idea: Callable[[_Asked], Hashable] = id,
    *,
    after: Sequence[Hashable] = (),
) -> Iterator[_Asked]:
    """The cards in their order, but a third of one kind in a row lets the next of another go first.

    Cards of one ``idea`` keep their order among each other. ``after`` are the kinds that came
    before these.
    """
    run = deque(after, maxlen=RUN)
    coming = iter(cards)
    near = list(islice(coming, 1))
    while near:
        tired = run[0] if len(run) == RUN and len(set(run)) == 1 else None
        place = 0
        if kind(near[0]) == tired:
            near.extend(islice(coming, _NEAR - len(near)))
            place = _first_other(near, kind, idea, tired)
        card = near.pop(place)
        near.extend(islice(coming, not near))
        run.append(kind(card))
        yield card


def _first_other(
    near: Sequence[_Asked],
    kind: Callable[[_Asked], Hashable],
    idea: Callable[[_Asked], Hashable],
    tired: Hashable,
) -> int:
    """The place of the first card of another kind that no card of its idea comes before; else 0."""
    for place, card in enumerate(near):
        if kind(card) != tired and idea(card) not in map(idea, near[:place]):
            return place
    return 0


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
