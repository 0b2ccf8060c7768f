"""Which card of Anki's is which of ours: by the guid of its note and its number there.

A cloze card is where our record has it. One that the record does not know there (made by another
library, or by one that was restored from an older backup) is told by its note, which names its
cards in the order of their blanks; the record then learns it, so that a card which Anki has is
not sent there a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.exchange import notetypes
from quizapp.exchange.clozes import MOST_BLANKS
from quizapp.exchange.collection import AnkiCard, AnkiCollection, AnkiNote
from quizapp.model import AnkiPlace

_CARD_ID = notetypes.CLOZE.fields.index("Card ID")


class Ours(NamedTuple):
    """A card of Anki's that is one of this library; ``ord`` is its number in the note."""

    card_id: str
    note: AnkiNote
    ord: int
    card: AnkiCard


def found_in(
    collection: AnkiCollection, names: Mapping[str, str], places: Mapping[str, AnkiPlace]
) -> list[Ours]:
    """Our cards in the collection, each once: where it belongs, if it is there.

    ``names`` are the ids that cards go by, their own and those they had.
    """
    recorded = {(at.guid, at.ord): card for card, at in places.items() if card in names}
    notes = collection.notes(names.keys() | {at.guid for at in places.values()})
    cards = collection.cards({note.id for note in notes.values()})
    found: dict[str, Ours] = {}
    # Of two notes of one card the one under its own id counts, above that the recorded one.
    for note in sorted(notes.values(), key=lambda one: names.get(one.guid) == one.guid):
        ords = [one for one in sorted(cards.get(note.id, ())) if 0 <= one < MOST_BLANKS]
        for ord_, card_id in _told(note, ords, names):
            if (note.guid, ord_) not in recorded:
                found[card_id] = Ours(card_id, note, ord_, cards[note.id][ord_])
    for (guid, ord_), card_id in recorded.items():
        there = notes.get(guid)
        if there and ord_ in cards.get(there.id, ()):
            found[card_id] = Ours(card_id, there, ord_, cards[there.id][ord_])
    return sorted(found.values(), key=lambda one: one.card_id)


def _told(
    note: AnkiNote, ords: Sequence[int], names: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """The cards of a note as it tells itself: by its guid, or by the ids that stand in it."""
    if note.model == notetypes.CLOZE.id and len(note.fields) == len(notetypes.CLOZE.fields):
        ids = named_in(note.fields[_CARD_ID])
        if len(ids) > 1:
            yield from ((ord_, names[ids[ord_]]) for ord_ in ords if _is_known(ord_, ids, names))
            return
    if ords and note.guid in names:
        yield ords[0], names[note.guid]


def named_in(field: str) -> list[str]:
    """The ids that a note names, in the order of its blanks."""
    return field.split()


def _is_known(ord_: int, ids: Sequence[str], names: Mapping[str, str]) -> bool:
    return ord_ < len(ids) and ids[ord_] in names


def places_met(ours: Iterable[Ours], places: Mapping[str, AnkiPlace]) -> dict[str, AnkiPlace]:
    """Where cloze cards stand that had no place yet; one that is alone there stays so."""
    return {
        one.card_id: AnkiPlace(one.note.guid, one.ord, alone=_is_alone(one.note))
        for one in ours
        if one.note.model == notetypes.CLOZE.id and one.card_id not in places
    }


def _is_alone(note: AnkiNote) -> bool:
    return len(note.fields) <= _CARD_ID or len(named_in(note.fields[_CARD_ID])) < 2
