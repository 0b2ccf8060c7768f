"""Reads an answer out of what a page sends: typed words, an option, or an order of the options."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quizapp.model import Card, Given

LONGEST = 2000
"""Characters of a typed answer that are read."""

Sent = MultiDict[str, str]
"""A form or the arguments of an address."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as it stands on a page; ``order`` is how the steps of an order lie there."""

    card: Card
    order: tuple[int, ...] = ()

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """The options with their indexes, as they lie."""
        options = self.card.options or ()
        order = self.order or tuple(range(len(options)))
        return tuple((index, options[index]) for index in order)


def given(sent: Sent, card: Card) -> Given:
    """The answer that was sent; what does not fit the card is left out."""
    typed = (sent.get("typed") or "").strip()[:LONGEST] or None
    found = Given(typed=typed, chosen=sent.get("choice", type=int), order=lying(sent, card))
    return found if found.fits(card) else Given(typed=typed)


def lying(sent: Sent, card: Card) -> tuple[int, ...]:
    """How the steps of an order lie, after the move that was asked for; empty as at first."""
    order = sent.getlist("order", type=int)
    if sorted(order) != list(range(len(card.options or ()))):
        return ()
    place, _, way = sent.get("move", "").partition("-")
    if place.isdecimal() and way in ("up", "down"):
        here, there = int(place), int(place) + (1 if way == "down" else -1)
        if here in range(len(order)) and there in range(len(order)):
            order[here], order[there] = order[there], order[here]
    return tuple(order)
