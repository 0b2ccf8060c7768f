"""Our cards in an Anki that runs: by the ids that their notes name, in the order of their blanks.

AnkiConnect does not tell a note's guid. It is the id of the card that was its first blank, unless
the record has that card's note under another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.exchange import notetypes
from quizapp.exchange.ankiconnect import AnkiConnect
from quizapp.exchange.clozes import NOBODY
from quizapp.incoming.homing import Blank, learnt, named_by, named_in, standing
from quizapp.model import AnkiPlace

_OURS = '"note:Quizapp *"'


@dataclass(slots=True)
class There:
    """Our cards in Anki: by our id, Anki's id of the card, and when the note changed.

    ``places`` are those of cloze cards that the record does not have, or has otherwise.
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
    named: dict[Blank, str] = {}
    for _, told in shared:
        if told[0] != NOBODY:
            named.update(named_by(_guid(told, names, places), told, names))
    known = standing(places, named)
    found, met = There(), dict[str, AnkiPlace]()
    numbers = anki.numbers([int(card) for note, _ in shared for card in note["cards"]])
    for note, told in shared:
        guid = _guid(told, names, places)
        for card in map(int, note["cards"]):
            ord_ = numbers.get(card, len(told))
            card_id = names.get(told[ord_]) if ord_ < len(told) else None
            if card_id is None:
                continue
            if card_id not in found.cards or _is_at(known.get(card_id), guid, ord_):
                _meet(found, card_id, note, card)
                if guid != NOBODY:
                    met[card_id] = AnkiPlace(guid, ord_)
    for note, [told_id] in lone:
        card_id = names.get(told_id)
        is_met = card_id in found.cards and not _is_at(known.get(card_id or ""), told_id, 0)
        if card_id is not None and not is_met:
            _meet(found, card_id, note, int(note["cards"][0]))
            if note.get("modelName") == notetypes.CLOZE.name:
                met[card_id] = AnkiPlace(told_id, 0, alone=True)
    found.places = learnt(met, named, known, set(names.values()))
    return found


def _guid(told: Sequence[str], names: Mapping[str, str], places: Mapping[str, AnkiPlace]) -> str:
    place = places.get(names.get(told[0], told[0]))
    return place.guid if place and place.ord == 0 else told[0]


def _is_at(place: AnkiPlace | None, guid: str, ord_: int) -> bool:
    return place is not None and (place.guid, place.ord) == (guid, ord_)


def _meet(found: There, card_id: str, note: Mapping[str, Any], card: int) -> None:
    found.cards[card_id] = card
    found.changed[card_id] = int(note.get("mod") or 0)
