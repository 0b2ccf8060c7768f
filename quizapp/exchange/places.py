"""Which note of Anki's a cloze card goes to, and as which of its blanks, when it first goes there.

Cards of one fact that blank different phrases of one sentence share a note. A number is given once:
a sibling that comes later takes the next one, never one that was given before, and a card that has
a place keeps it. A note is known by the id of the card that was its first blank when it was made,
so that a card which goes alone has the note that it would have without all this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from quizapp.exchange.sentences import Sentence, sentence
from quizapp.model import AnkiPlace, CardKind, StoredCard


class _Asked(NamedTuple):
    """A cloze card with its sentence; None where that cannot be told."""

    stored: StoredCard
    sentence: Sentence | None

    @property
    def id(self) -> str:
        return self.stored.card.id

    @property
    def changed(self) -> int:
        return int(self.stored.changed_at.timestamp())

    def goes_with(self, others: Iterable[_Asked]) -> bool:
        """Whether it tells the sentence that one of the others does, and asks for another word."""
        mine = self.sentence
        alike = [
            one.sentence for one in others if mine and one.sentence and one.sentence.key == mine.key
        ]
        return bool(mine and alike) and not any(one.crosses(mine) for one in alike if mine)


def given(
    chosen: Sequence[StoredCard],
    cards: Iterable[StoredCard],
    known: Mapping[str, AnkiPlace],
    now: datetime,
) -> dict[str, AnkiPlace]:
    """Places for the cloze cards in ``chosen`` that have none, by card.

    ``cards`` are all that may share notes with them; ``known`` are the places that were given.
    """
    waiting: defaultdict[str, list[StoredCard]] = defaultdict(list)
    for stored in chosen:
        if stored.card.kind is CardKind.CLOZE and stored.card.id not in known:
            waiting[stored.card.note_id].append(stored)
    if not waiting:
        return {}
    desk = _Desk(cards, waiting, known, int(now.timestamp()))
    for note_id, some in waiting.items():
        desk.place(note_id, sorted((_Asked(one, sentence(one.card)) for one in some), key=_stands))
    return desk.new


def _stands(one: _Asked) -> tuple[tuple[int, int], ...]:
    """Where its blanks stand in the sentence."""
    return one.sentence.spans if one.sentence else ()


class _Desk:
    """Gives places out, and knows those that are taken."""

    def __init__(
        self,
        cards: Iterable[StoredCard],
        wanted: Mapping[str, object],
        known: Mapping[str, AnkiPlace],
        now: int,
    ) -> None:
        self.new: dict[str, AnkiPlace] = {}
        self._now = now
        self._taken: defaultdict[str, set[int]] = defaultdict(set)
        self._since: defaultdict[str, int] = defaultdict(int)
        for at in known.values():
            self._taken[at.guid].add(at.ord)
            self._since[at.guid] = max(self._since[at.guid], at.since)
        alone = {at.guid for at in known.values() if at.alone}
        self._open: defaultdict[str, dict[str, list[_Asked]]] = defaultdict(dict)
        for stored in cards:
            place = known.get(stored.card.id)
            if place and place.guid not in alone and stored.card.note_id in wanted:
                of_note = self._open[stored.card.note_id]
                of_note.setdefault(place.guid, []).append(_Asked(stored, sentence(stored.card)))

    def place(self, note_id: str, waiting: Sequence[_Asked]) -> None:
        """Gives places to cards of one fact: in notes that are there, or together in new ones."""
        founding: list[list[_Asked]] = []
        for one in waiting:
            notes = self._open[note_id].items()
            guid = next((guid for guid, some in notes if one.goes_with(some)), None)
            if guid is not None:
                self._join(guid, self._open[note_id][guid], one)
                continue
            group = next((some for some in founding if one.goes_with(some)), None)
            if group is None:
                founding.append([one])
            else:
                group.append(one)
        for group in founding:
            self._found(group)

    def _join(self, guid: str, members: list[_Asked], one: _Asked) -> None:
        """A note that Anki has gets one more blank: its text is new, and so it has a new time.

        That is later than when it got its last one, though both may come within a second. As with
        any change here, it then takes the place of what a person wrote there, unless that was taken
        home first.
        """
        since = max(self._now, self._since[guid] + 1, *(each.changed + 1 for each in members))
        self._give(one, guid, max(self._taken[guid]) + 1, since)
        members.append(one)

    def _found(self, group: list[_Asked]) -> None:
        """A note with these blanks, in their order.

        It is newer than any of its cards: somebody may have got the first of them alone.
        """
        first, *others = group
        since = max(one.changed for one in group) + 1
        taken = self._taken[first.id]
        self._give(first, first.id, 0 if 0 not in taken else max(taken) + 1, 0)
        for one in others:
            self._give(one, first.id, max(taken) + 1, since)

    def _give(self, one: _Asked, guid: str, ord_: int, since: int) -> None:
        self._taken[guid].add(ord_)
        self.new[one.id] = AnkiPlace(guid, ord_, since=since)
