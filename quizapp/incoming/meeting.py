"""Our cards in an Anki that runs: by the ids that their notes name, in the order of their blanks.

AnkiConnect does not tell a note's guid. It is the id of the card that was its first blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.exchange import notetypes
from quizapp.exchange.ankiconnect import AnkiConnect
from quizapp.exchange.clozes import NOBODY
from quizapp.incoming.homing import named_in
from quizapp.model import AnkiPlace

_OURS = '"note:Quizapp *"'


@dataclass(slots=True)
class There:
    """Our cards in Anki: by our id, Anki's id of the card, and when the note changed.

    ``places`` are those of the cloze cards among them.
    """

    cards: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    places: dict[str, AnkiPlace] = field(default_factory=dict)


def found_there(
    anki: AnkiConnect, names: Mapping[str, str], places: Mapping[str, AnkiPlace]
) -> There:
    """Asks which of the cards Anki has; ``names`` are the ids that they go by.

    Of two that are one card the one counts that ``places`` has on record.
    """
    lone: list[tuple[dict[str, Any], list[str]]] = []
    shared: list[tuple[dict[str, Any], list[str]]] = []
    for note in anki.notes(_OURS):
        told = named_in(note.get("fields", {}).get("Card ID", {}).get("value", ""))
        if told and note.get("cards"):
            (shared if len(told) > 1 else lone).append((note, told))
    found = There()
    numbers = anki.numbers([int(card) for note, _ in shared for card in note["cards"]])
    for note, told in shared:
        for card in map(int, note["cards"]):
            ord_ = numbers.get(card, len(told))
            if ord_ < len(told) and told[ord_] in names:
                _meet(found, names[told[ord_]], note, card)
                if told[0] != NOBODY:
                    found.places[names[told[ord_]]] = AnkiPlace(told[0], ord_)
    for note, [told_id] in lone:
        card_id = names.get(told_id)
        is_met = card_id in found.cards and not _is_at(places.get(card_id or ""), told_id)
        if card_id is not None and not is_met:
            _meet(found, card_id, note, int(note["cards"][0]))
            if note.get("modelName") == notetypes.CLOZE.name:
                found.places[card_id] = AnkiPlace(told_id, 0, alone=True)
    return found


def _is_at(place: AnkiPlace | None, guid: str) -> bool:
    return place is not None and (place.guid, place.ord) == (guid, 0)


def _meet(found: There, card_id: str, note: Mapping[str, Any], card: int) -> None:
    found.cards[card_id] = card
    found.changed[card_id] = int(note.get("mod") or 0)
