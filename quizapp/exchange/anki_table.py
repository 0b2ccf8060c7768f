"""Cards as a table for Anki with real clozes: a row for each note, under the guid it has there.

Beside a package it adds nothing: what Anki has by its guid stays one note. The note types are
Anki's own ``Basic`` and ``Cloze``, by their English names; in an Anki of another language they
have others, and the plain table or the package is the one to take. Pictures and sounds are named,
and come along in a package only.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from quizapp.exchange import fields
from quizapp.exchange.clozes import ClozeNote
from quizapp.exchange.decks import Decks
from quizapp.exchange.package import introduced
from quizapp.exchange.table import card_back, card_front
from quizapp.model import CardKind, Episode, StoredCard

COLUMNS = ("guid", "notetype", "deck", "tags", "Front", "Back")
_HEADERS = ("separator:Comma", "html:true")
_SPECIAL = ("guid", "notetype", "deck", "tags")


def anki_table(
    cards: Sequence[StoredCard],
    episodes: Mapping[str, Episode],
    clozes: Mapping[str, ClozeNote],
    *,
    by_chapter: bool = False,
) -> bytes:
    """The table in UTF-8, in the order of introduction; a note stands where its first card does."""
    text = io.StringIO()
    places = [f"{name} column:{COLUMNS.index(name) + 1}" for name in _SPECIAL]
    headers = [*_HEADERS, *places, f"columns:{','.join(COLUMNS)}"]
    text.writelines(f"#{header}\n" for header in headers)
    csv.writer(text, lineterminator="\n").writerows(
        _rows(cards, clozes, Decks(episodes, by_chapter=by_chapter))
    )
    return text.getvalue().encode()


def _rows(
    cards: Sequence[StoredCard], clozes: Mapping[str, ClozeNote], decks: Decks
) -> Iterator[tuple[str, ...]]:
    written: set[str] = set()
    for stored in introduced(cards):
        card, deck = stored.card, decks.name(stored.card)
        if card.kind is CardKind.CLOZE:
            note = clozes.get(card.id) or ClozeNote(card.id, {0: stored}, 0)
            if note.guid not in written:
                written.add(note.guid)
                tags = " ".join(note.tags())
                yield note.guid, "Cloze", deck, tags, note.text(), _cloze_back(note)
        else:
            sides = fields.field_html(card_front(stored)), fields.field_html(card_back(stored))
            yield card.id, "Basic", deck, " ".join(fields.tags(card)), *sides


def _cloze_back(note: ClozeNote) -> str:
    """What explains the answers, and where they stand."""
    told = [one.explanation for one in note.cards if one.explanation]
    place = f"({fields.place(note.first.source)})"
    return fields.field_html("\n".join([*dict.fromkeys(told), place]))
