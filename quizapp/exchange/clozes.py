"""Notes of Anki's with several cloze cards: each card one of the blanks of one text.

A text can come to differ between the cards of a note, when one of them is corrected or edited.
Their places in Anki stay, so that schedules stay: the note then has parts, each with the text of
its own cards, and a card's face shows its part alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.exchange import fields
from quizapp.exchange.fields import cloze_html, cloze_mark, field_html, field_within
from quizapp.exchange.sentences import ARTICLE, Sentence, sentence, told
from quizapp.model import AnkiPlace, Card, CardStatus, Episode, StoredCard

_GONE = frozenset({CardStatus.RETIRED, CardStatus.REJECTED})
_ARTICLES = re.compile(ARTICLE)
MOST_BLANKS = 500
"""More of them Anki takes in no note."""

NOBODY = "-"
"""In the place of a blank whose card is not known."""


class ClozeNote:
    """A note of Anki's with its cards by their blanks' numbers, from 0; these may have gaps.

    Cards that are gone stay in it, since Anki has them: their blanks keep their numbers. ``cards``
    stand in the order of their blanks, ``first`` tells the source: the first that is not gone.
    """

    __slots__ = ("_since", "cards", "first", "guid", "members")

    def __init__(self, guid: str, members: Mapping[int, StoredCard], since: int) -> None:
        self.guid = guid
        self.members = members
        self.cards = [members[ord_].card for ord_ in sorted(members)]
        living = (one for one in self.cards if one.status not in _GONE)
        self.first: Card = next(living, self.cards[0])
        self._since = since

    @property
    def changed(self) -> int:
        """When its text last changed, in seconds since 1970."""
        times = (int(one.changed_at.timestamp()) for one in self.members.values())
        return max(self._since, *times)

    @property
    def is_plain(self) -> bool:
        """Whether it is as a note of one card is that never had a sibling."""
        [*ords] = self.members
        return ords == [0] and self.members[0].card.id == self.guid

    def ord_of(self, card_id: str) -> int:
        """Which of its blanks a card is, from 0."""
        return next(ord_ for ord_, one in self.members.items() if one.card.id == card_id)

    def text(self) -> str:
        """The field with all its blanks."""
        parts = list(self._parts())
        if len(parts) == 1:
            return _part_html(parts[0])
        return "".join(
            f'<div class="part" data-part="{number}">{_part_html(part)}</div>'
            for number, part in enumerate(parts, 1)
        )

    def _parts(self) -> Iterator[_Part]:
        parts: list[_Part] = []
        for ord_ in sorted(self.members):
            card = self.members[ord_].card
            asked = sentence(card)
            room = (part for part in parts if asked is not None and _has_room(part, asked))
            part = next(room, None)
            if part is None:
                parts.append([(ord_, card, asked)])
            else:
                part.append((ord_, card, asked))
        yield from parts

    def field(self, name: str, episode: Episode) -> str:
        """A field that tells of all its cards, or of the first where they have it in common."""
        if name in _OF_ALL:
            return _OF_ALL[name](self)
        return fields.FIELDS[name](self.first, episode) if name in fields.FIELDS else ""

    def tags(self) -> tuple[str, ...]:
        """The tags of all its cards."""
        return tuple(dict.fromkeys(tag for card in self.cards for tag in fields.tags(card)))


_Part = list[tuple[int, Card, Sentence | None]]


def _has_room(part: _Part, asked: Sentence) -> bool:
    """Whether the sentence is the part's, and asks for nothing that the part asks for already."""
    return all(
        other is not None and other.key == asked.key and not other.crosses(asked)
        for _, _, other in part
    )


def _part_html(part: _Part) -> str:
    known = [(ord_, asked) for ord_, _, asked in part if asked is not None]
    if len(part) == 1:
        ord_, card, _ = part[0]
        return cloze_html(card.prompt, card.answer, ord_ + 1)
    text, articles = told([asked for _, asked in known])
    blanks = sorted((span, ord_ + 1, asked) for ord_, asked in known for span in asked.spans)
    written, end = "", 0
    for (start, stop), number, asked in blanks:
        article = asked.hidden_article(start)
        start -= 2 if article else 0
        written += field_within(_filled(text, articles, end, start))
        hint = f"{article} …" if article else ""
        written += cloze_mark(number, _filled(text, articles, start, stop), hint)
        end = stop
    return written + field_within(_filled(text, articles, end, len(text)))


def _filled(text: str, articles: Sequence[str], start: int, stop: int) -> str:
    """A stretch of a sentence with its articles in their places."""
    rest = iter(articles[text.count(ARTICLE, 0, start) :])
    return _ARTICLES.sub(lambda _: next(rest), text[start:stop])


def _each_once(texts: Iterable[str | None]) -> str:
    return field_html("\n".join(dict.fromkeys(filter(None, texts))))


def _accepted(note: ClozeNote) -> str:
    """What else is right, and for which blank where there are several."""
    cards = note.cards
    if len(cards) == 1:
        return field_html(", ".join(cards[0].accepted))
    told_of = (f"{', '.join(one.accepted)} ({one.answer})" for one in cards if one.accepted)
    return field_html("; ".join(told_of))


def _card_ids(note: ClozeNote) -> str:
    """The cards' ids in the order of their blanks, so that each is known wherever it comes from."""
    ords = range(max(note.members) + 1)
    return " ".join(note.members[n].card.id if n in note.members else NOBODY for n in ords)


_OF_ALL = {
    "Text": ClozeNote.text,
    "Answer": lambda note: _each_once(one.answer for one in note.cards),
    "Accepted": _accepted,
    "Explanation": lambda note: _each_once(one.explanation for one in note.cards),
    "Place": lambda note: _each_once(
        fields.place(source) for one in note.cards for source in one.sources
    ),
    "Card ID": _card_ids,
}


def cloze_notes(
    cards: Iterable[StoredCard], places: Mapping[str, AnkiPlace]
) -> dict[str, ClozeNote]:
    """The notes of the cards that have a place in Anki, by the ids of their cards."""
    members: dict[str, dict[int, StoredCard]] = {}
    since: dict[str, int] = {}
    for stored in cards:
        if at := places.get(stored.card.id):
            members.setdefault(at.guid, {})[at.ord] = stored
            since[at.guid] = max(at.since, since.get(at.guid, 0))
    notes = {guid: ClozeNote(guid, those, since[guid]) for guid, those in members.items()}
    return {one.card.id: note for note in notes.values() for one in note.members.values()}
