"""Cards as a table that Anki imports and a spreadsheet opens.

The first lines are Anki's own headers. The note type is Anki's ``Basic``, which every Anki has:
question and answer as plain text, blanks shown as ``____``. For clozes, clickable options and
typed answers there is the package, and ``anki_table`` for clozes. Each row is a note of its own:
beside a package, only blanks that share a note there come a second time. The further columns are
for people and other programs.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from quizapp import jsonforms
from quizapp.exchange import fields
from quizapp.exchange.decks import Decks
from quizapp.exchange.package import introduced
from quizapp.media import told
from quizapp.model import CardKind, Episode, StoredCard

COLUMNS = (
    "guid",
    "deck",
    "tags",
    "Front",
    "Back",
    "kind",
    "chapter",
    "time",
    "source",
    "excerpt",
)
PROGRESS_COLUMNS = (
    "state",
    "due",
    "interval_days",
    "stability",
    "difficulty",
    "reps",
    "lapses",
)
_HEADERS = ("separator:Comma", "html:false", "notetype:Basic")
_COLUMN_HEADERS = {"guid": "guid column", "deck": "deck column", "tags": "tags column"}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def csv_table(
    cards: Sequence[StoredCard],
    episodes: Mapping[str, Episode],
    *,
    with_progress: bool,
    by_chapter: bool = False,
) -> bytes:
    """The table in UTF-8, one card a row in the order of introduction.

    With progress, columns with each card's schedule follow; they are empty for a new card.
    """
    columns = COLUMNS + (PROGRESS_COLUMNS if with_progress else ())
    text = io.StringIO()
    text.writelines(f"#{header}\n" for header in _headers(columns))
    writer = csv.writer(text, lineterminator="\n")
    decks = Decks(episodes, by_chapter=by_chapter)
    for stored in introduced(cards):
        row = _row(stored, decks)
        writer.writerow([*row, *(_progress(stored) if with_progress else ())])
    return text.getvalue().encode()


def _headers(columns: Sequence[str]) -> list[str]:
    places = [f"{header}:{columns.index(name) + 1}" for name, header in _COLUMN_HEADERS.items()]
    return [*_HEADERS, *places, f"columns:{','.join(columns)}"]


def _row(stored: StoredCard, decks: Decks) -> list[str]:
    card = stored.card
    source = card.source
    row = [
        card.id,
        decks.name(card),
        " ".join(fields.tags(card)),
        card_front(stored),
        card_back(stored),
        card.kind,
        source.chapter or "",
        "" if source.seconds is None else fields.clock_time(source.seconds),
        fields.place(source),
        source.excerpt,
    ]
    return [_UNPRINTABLE.sub(" ", told(value)) for value in row]


def card_front(stored: StoredCard) -> str:
    """The question as plain text, its options below it."""
    card = stored.card
    if card.kind is CardKind.TRUE_FALSE:
        return f"True or false? {card.prompt}"
    return "\n".join([card.prompt, *(f"• {option}" for option in fields.choices(card)[0])])


def card_back(stored: StoredCard) -> str:
    """The answer, what explains it, and where it stands."""
    card = stored.card
    explanation = [card.explanation] if card.explanation else []
    return "\n".join([card.answer, *explanation, f"({fields.place(card.source)})"])


def _progress(stored: StoredCard) -> list[object]:
    form = jsonforms.memory_json(stored.memory) or {}
    return [form.get(column, "") for column in PROGRESS_COLUMNS]
