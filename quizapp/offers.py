"""The words of what episodes of a library offer to each other: see ``neighbours``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Offer:
    """A thing of another episode: what it is called, its kinds, and the words of its sentences."""

    text: str
    kinds: frozenset[str]
    said: tuple[frozenset[str], ...] = ()

    def goes_with(self, stems: Iterable[str]) -> float:
        """The largest share of ``stems`` that stands in one sentence of its episode with it."""
        wanted = set(stems)
        shares = (len(wanted & words) / len(wanted) for words in self.said) if wanted else ()
        return max(shares, default=0.0)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one episode offers to others."""

    field: frozenset[str]
    offers: tuple[Offer, ...]
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearby:
    """What the nearest episodes offer to one, the nearest first.

    ``kept`` are the options that its cards have already: they stay where they still fit, so that a
    library that grows does not turn old cards over.
    """

    offers: tuple[Offer, ...] = ()
    guests: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()


NOTHING = Nearby()
"""What is offered to an episode that stands alone."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What a library has for a build: its other episodes' shelves, and the options in use.

    ``kept`` are those that the cards of the episodes to build have already, by episode.
    """

    shelves: Mapping[str, Shelf] = field(default_factory=dict)
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)


NO_STOCK = Stock()
"""What a library without other episodes has."""


def shelf_json(of: Shelf) -> dict[str, Any]:
    """A shelf as it is kept."""
    return {
        "field": sorted(of.field),
        "guests": list(of.guests),
        "offers": [
            {"text": o.text, "kinds": sorted(o.kinds), "said": [sorted(s) for s in o.said]}
            for o in of.offers
        ],
    }


def shelf_from(kept: Mapping[str, Any]) -> Shelf:
    """A shelf out of what was kept of it."""
    offers = (
        Offer(o["text"], frozenset(o["kinds"]), tuple(map(frozenset, o["said"])))
        for o in kept["offers"]
    )
    return Shelf(frozenset(kept["field"]), tuple(offers), tuple(kept["guests"]))
