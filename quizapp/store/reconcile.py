"""Which new note is an old one reworded, so that a corrected source keeps its cards' history.

A note's id is a hash of what it is and where it stands. Where a correction changes that (a heading
was mistyped, a page moved), the old id vanishes and a new one appears: near-equal notes of one
generator are then one, and near-equal cards of one kind in it too. Pure; the store keeps the result
as aliases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from quizapp.identity import fold
from quizapp.model import Card, CardKind, Note

NEAR_EQUAL = 85.0
"""Of 100: two wordings of one thing, wherever they stand."""

ALIKE_IN_PLACE = 60.0
"""Of 100: enough in the same place: lines of a file, or what the generator anchors facts to."""

_BLANKED = frozenset({CardKind.CLOZE, CardKind.FINISH_QUOTE, CardKind.NUMBER})
"""Kinds whose prompt stays the same whichever words are asked: the answer has to be alike too."""

_T = TypeVar("_T", Note, Card)


def pair_notes(vanished: Sequence[Note], new: Sequence[Note]) -> dict[str, str]:
    """For new notes that are vanished ones reworded: new id → old id, one to one."""
    return _greedily(vanished, new, _note_text, _note_likeness)


def pair_cards(vanished: Sequence[Card], new: Sequence[Card]) -> dict[str, str]:
    """For new cards of one note that are vanished ones of it: new id → old id, one to one."""
    return _greedily(vanished, new, _card_text, _card_likeness)


@dataclass(frozen=True, slots=True)
class _Told(Generic[_T]):
    """A thing with its words folded, so that each is folded once."""

    thing: _T
    text: str


def _greedily(
    vanished: Iterable[_T],
    new: Iterable[_T],
    text: Callable[[_T], str],
    likeness: Callable[[_Told[_T], _Told[_T]], float],
) -> dict[str, str]:
    """The likest pair first; ties by id, so that the same input gives the same pairs."""
    olds = [_Told(thing, text(thing)) for thing in vanished]
    news = [_Told(thing, text(thing)) for thing in new]
    found = (
        (-score, old.thing.id, young.thing.id)
        for old in olds
        for young in news
        if (score := likeness(old, young)) > 0
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, old_id, new_id in sorted(found):
        if new_id not in pairs and old_id not in taken:
            pairs[new_id] = old_id
            taken.add(old_id)
    return pairs


def _card_text(card: Card) -> str:
    return fold(f"{card.prompt} {card.answer}")


def _note_text(note: Note) -> str:
    return " ".join(dict.fromkeys(map(_card_text, note.cards)))


def _same_place(one: Note, other: Note) -> bool:
    """Lines move when something is inserted above them, an anchor when a heading is corrected."""
    return one.anchor == other.anchor or _share_lines(one, other)


def _share_lines(one: Note, other: Note) -> bool:
    lines, others = (
        {(at.path, at.line_start, at.line_end) for at in note.sources} for note in (one, other)
    )
    return not lines.isdisjoint(others)


def _note_likeness(old: _Told[Note], young: _Told[Note]) -> float:
    """0 where they are two notes, else how like they are, up to 100."""
    if (old.thing.generator, old.thing.episode) != (young.thing.generator, young.thing.episode):
        return 0.0
    enough = ALIKE_IN_PLACE if _same_place(old.thing, young.thing) else NEAR_EQUAL
    return fuzz.ratio(old.text, young.text, score_cutoff=enough)


def _card_likeness(old: _Told[Card], young: _Told[Card]) -> float:
    """0 where they ask two things; cards of one note stand in one place."""
    if old.thing.kind != young.thing.kind:
        return 0.0
    if old.thing.kind in _BLANKED and not _near(old.thing.answer, young.thing.answer):
        return 0.0
    return fuzz.ratio(old.text, young.text, score_cutoff=ALIKE_IN_PLACE)


def _near(one: str, other: str) -> bool:
    return fuzz.ratio(fold(one), fold(other)) >= ALIKE_IN_PLACE
