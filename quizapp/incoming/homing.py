"""Which card of Anki's is which of ours: by the guid of its note and its number there.

A note with several blanks names its cards in their order, and what it says holds: a record that
has another card there (another library's, or one restored from an older backup) gives way, so that
no answer reaches a card that was not asked. Otherwise a cloze card is where the record has it. The
record learns whatever it did not know, so that a card which Anki has is not sent there a second
time, and a number that Anki knows is given to no other card.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.exchange import notetypes
from quizapp.exchange.clozes import MOST_BLANKS, NOBODY
from quizapp.exchange.collection import AnkiCard, AnkiCollection, AnkiNote
from quizapp.model import AnkiPlace

Blank = tuple[str, int]
"""A note's guid, and which of its blanks, from 0."""

_CARD_ID = notetypes.CLOZE.fields.index("Card ID")


class Ours(NamedTuple):
    """A card of Anki's that is one of this library; ``ord`` is its number in the note."""

    card_id: str
    note: AnkiNote
    ord: int
    card: AnkiCard


def found_in(
    notes: Mapping[str, AnkiNote],
    collection: AnkiCollection,
    names: Mapping[str, str],
    standing: Mapping[str, AnkiPlace],
) -> list[Ours]:
    """Our cards in the collection, each once: where it belongs, if it is there.

    ``notes`` are those that may be ours, by their guids; ``names`` the ids that cards go by, their
    own and those they had; ``standing`` are the recorded places that no note speaks against.
    """
    recorded = {(at.guid, at.ord): card for card, at in standing.items()}
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
        if card_id in names and there and ord_ in cards.get(there.id, ()):
            found[card_id] = Ours(card_id, there, ord_, cards[there.id][ord_])
    return sorted(found.values(), key=lambda one: one.card_id)


def notes_of(
    collection: AnkiCollection, names: Mapping[str, str], places: Mapping[str, AnkiPlace]
) -> dict[str, AnkiNote]:
    """The notes that may be ours: by their guids, or by the note type that can name them."""
    guids = names.keys() | {at.guid for at in places.values()}
    return collection.notes(guids, notetypes.CLOZE.id)


def blanks_named(notes: Iterable[AnkiNote], names: Mapping[str, str]) -> dict[Blank, str]:
    """Whose each blank is by what notes with several say; of cards that are not known here too."""
    return {blank: card for note in notes for blank, card in named_by(note.guid, _ids(note), names)}


def named_by(
    guid: str, ids: Sequence[str], names: Mapping[str, str]
) -> Iterator[tuple[Blank, str]]:
    """The blanks of a note that names several cards; one card alone is known by its guid."""
    if len(ids) > 1:
        for ord_, told in enumerate(ids[:MOST_BLANKS]):
            if told != NOBODY:
                yield (guid, ord_), names.get(told, told)


def standing(places: Mapping[str, AnkiPlace], named: Mapping[Blank, str]) -> dict[str, AnkiPlace]:
    """The recorded places that no note gives to another card."""
    return {card: at for card, at in places.items() if named.get((at.guid, at.ord), card) == card}


def _told(
    note: AnkiNote, ords: Sequence[int], names: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """The cards of a note as it tells itself: by its guid, or by the ids that stand in it."""
    ids = _ids(note)
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


def places_met(ours: Iterable[Ours]) -> dict[str, AnkiPlace]:
    """Where cloze cards stand in Anki; one that is alone there stays so."""
    return {
        one.card_id: AnkiPlace(one.note.guid, one.ord, alone=_is_alone(one.note))
        for one in ours
        if one.note.model == notetypes.CLOZE.id
    }


def learnt(
    met: Mapping[str, AnkiPlace],
    named: Mapping[Blank, str],
    known: Mapping[str, AnkiPlace],
    here: Container[str],
) -> dict[str, AnkiPlace]:
    """What the record does not have yet, or has otherwise; ``known`` is what stands of it.

    Of the cards that are ``here`` only those that were met have a place: a name alone, in a note
    that a stranger may have written, moves none of them.
    A card that several notes name has one place; its other numbers are nobody's from then on.
    """
    new: dict[str, AnkiPlace] = {}
    for (guid, ord_), card in named.items():
        if card not in known and card not in here:
            new.setdefault(card, AnkiPlace(guid, ord_))
    taken = {(at.guid, at.ord) for at in known.values()}
    for card, at in met.items():
        blank = (at.guid, at.ord)
        if blank not in taken and (card not in known or blank in named):
            new[card] = at
    taken = {(at.guid, at.ord) for at in ({**known, **new}).values()}
    for guid, ord_ in named.keys() - taken:
        new[f"{NOBODY} {guid} {ord_}"] = AnkiPlace(guid, ord_)
    return new


def _ids(note: AnkiNote) -> list[str]:
    is_ours = note.model == notetypes.CLOZE.id and len(note.fields) == len(notetypes.CLOZE.fields)
    return named_in(note.fields[_CARD_ID]) if is_ours else []


def _is_alone(note: AnkiNote) -> bool:
    return len(note.fields) <= _CARD_ID or len(named_in(note.fields[_CARD_ID])) < 2
