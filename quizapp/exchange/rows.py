"""Cards as rows of Anki's ``notes`` table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from quizapp.exchange import fields, notetypes
from quizapp.exchange.clozes import ClozeNote
from quizapp.model import Card, Episode, StoredCard

NEVER_SYNCED = -1
_FIELD_END = "\x1f"


class NoteRows:
    """Notes as rows of Anki's ``notes`` table after the id; Anki computes the checksum itself."""

    def __init__(
        self,
        episodes: Mapping[str, Episode],
        links: Mapping[str, str],
        clozes: Mapping[str, ClozeNote],
    ) -> None:
        self._episodes = episodes
        self._links = links
        self.clozes = clozes

    def note(self, card: Card, changed: int) -> tuple[object, ...]:
        """The note of one card."""
        note_type = notetypes.BY_KIND[card.kind]
        episode = self._episodes[card.episode]
        values = [write(card, episode) for write in _writers(note_type)]
        return self._row(card, note_type, card.id, changed, fields.tags(card), values)

    def cloze_note(self, cloze: ClozeNote) -> tuple[object, ...]:
        """The note of several cloze cards, or of one that had siblings."""
        episode = self._episodes[cloze.first.episode]
        values = [cloze.field(name, episode) for name in notetypes.CLOZE.fields]
        told = (cloze.guid, cloze.changed, cloze.tags(), values)
        return self._row(cloze.first, notetypes.CLOZE, *told)

    def told(self, cards: Iterable[StoredCard]) -> Iterator[Card]:
        """The cards whose texts stand in the notes of these: they themselves, and their fellows."""
        seen: set[str] = set()
        for one in cards:
            cloze = self.clozes.get(one.card.id)
            if cloze is None:
                yield one.card
            elif cloze.guid not in seen:
                seen.add(cloze.guid)
                yield from cloze.cards

    def _row(
        self,
        card: Card,
        note_type: notetypes.NoteType,
        guid: str,
        changed: int,
        tags: Iterable[str],
        values: list[str],
    ) -> tuple[object, ...]:
        if link := fields.link(card, self._links.get(card.episode)):
            values[note_type.fields.index(notetypes.LINK)] = link
        text = _FIELD_END.join(values)
        labels = f" {' '.join(tags)} "
        return (guid, note_type.id, changed, NEVER_SYNCED, labels, text, values[0], 0, 0, "")


@cache
def _writers(note_type: notetypes.NoteType) -> tuple[Callable[[Card, Episode], str], ...]:
    """What writes each field, in their order; a spare field stays empty."""
    return tuple(fields.FIELDS.get(name, lambda *_: "") for name in note_type.fields)
