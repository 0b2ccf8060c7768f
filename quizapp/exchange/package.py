"""The Anki package: one Anki note per card, or per sentence with several blanks.

Decisions that learners rely on:

* **One note per card.** A card's id is its note's guid, and so stands for it in Anki for good,
  whatever becomes of its siblings, and a review made in Anki finds its way back. Anki buries
  siblings within one note only; ours are kept apart by the order of introduction instead, and the
  field ``Note ID`` holds the id that they share (``"Note ID:q1n…"`` finds them in Anki's browser).
* **Blanks of one sentence are one note**, each card a blank with a number of its own; see
  ``places`` for who gets which. A note is written whole, also when not all of its cards go along.
* **A note is as new as its content.** Anki updates a note when the package's is newer, and keeps
  its schedule; an unchanged one is skipped, so what a person edited in Anki survives.
* **The same cards give the same bytes**: no clock is read, nothing is named at random.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from functools import cache
from itertools import count
from typing import Any

from genanki.deck import Deck
from genanki.package import Package

from quizapp.exchange import notetypes, progress
from quizapp.exchange.clozes import ClozeNote
from quizapp.exchange.decks import Decks, deck_id, deck_name
from quizapp.exchange.rows import NEVER_SYNCED, NoteRows
from quizapp.media import names
from quizapp.model import Card, Episode, Review, StoredCard
from quizapp.scheduling import DEFAULT_MODEL, Model

NEW_PER_DAY = 20
"""How many new cards Anki introduces in a day, unless told otherwise."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def apkg(
    cards: Sequence[StoredCard],
    episodes: Mapping[str, Episode],
    *,
    reviews: Sequence[Review],
    with_progress: bool,
    zone: tzinfo,
    model: Model = DEFAULT_MODEL,
    by_chapter: bool = False,
    media: Callable[[str], bytes | None] = lambda _: None,
    links: Mapping[str, str] | None = None,
    clozes: Mapping[str, ClozeNote] | None = None,
) -> bytes:
    """An ``.apkg`` of the cards, in decks by show and title and, if wanted, chapter.

    ``cards`` stand in their order of introduction. ``zone`` is the learner's, for the days on
    which cards are due; without ``with_progress`` every card is new. ``media`` gives the content of
    pictures and sounds that cards name, ``links`` the recordings of episodes, up to the second,
    ``clozes`` the notes of cloze cards; one that has none there goes alone.
    """
    with_history = reviews if with_progress else ()
    zero = progress.day_zero(with_history, zone)
    database = sqlite3.connect(":memory:")
    try:
        decks = Decks(episodes, by_chapter=by_chapter)
        decks_used = {decks.name(stored.card) for stored in cards}
        decks_used.update(map(deck_name, episodes.values()))
        _write_frame(database, decks_used, zero if with_progress else None)
        scheduled = _positions(zero if with_progress else None, model)
        written = NoteRows(episodes, links or {}, clozes or {})
        ids = _write_cards(database, cards, written, decks, scheduled)
        rows = progress.log_rows(with_history, ids, model)
        database.executemany(f"INSERT INTO revlog VALUES ({_marks(9)})", rows)  # noqa: S608
        database.commit()
        return _zipped(database.serialize(), _files(written.told(cards), media))
    finally:
        database.close()


def introduced(cards: Iterable[StoredCard]) -> Iterator[StoredCard]:
    """The cards in the order in which they are new, siblings at least a day's new cards apart.

    As in the app: of a day's new cards no two are of one note; the second waits for the next day.
    Anki studies deck by deck, so each episode has its own days.
    """
    decks: dict[str, deque[StoredCard]] = {}
    for stored in cards:
        decks.setdefault(stored.card.episode, deque()).append(stored)
    for waiting in decks.values():
        while waiting:
            yield from _next_day(waiting)


def _next_day(waiting: deque[StoredCard]) -> Iterator[StoredCard]:
    """Takes a day's new cards out of ``waiting``; siblings of theirs stay at its front."""
    today: set[str] = set()
    put_off: list[StoredCard] = []
    while waiting and len(today) < NEW_PER_DAY:
        stored = waiting.popleft()
        if stored.card.note_id in today:
            put_off.append(stored)
        else:
            today.add(stored.card.note_id)
            yield stored
    waiting.extendleft(reversed(put_off))


def _write_frame(
    database: sqlite3.Connection, names: Iterable[str], zero: progress.DayZero | None
) -> None:
    """The tables, the decks and the note types, by genanki; the rows are ours, each with its time.

    genanki would stamp every note with one and the same time, and leave a temporary file behind.
    It writes collections of Anki's first scheduler, which had no Hard in learning: Anki would
    turn each Good there into an Easy, hence the second, which has the four ratings of today.
    """
    decks = [_deck(name) for name in sorted(set(names))]
    package = Package(decks)
    package.write_to_db(database.cursor(), notetypes.DESIGNED_AT, count())
    if zero:
        database.execute("UPDATE col SET crt = ?", (zero.timestamp,))
        database.execute("UPDATE col SET conf = json_set(conf, '$.schedVer', 2)")


def _deck(name: str) -> Any:
    deck = Deck(deck_id(name), name)
    for note_type in notetypes.NOTE_TYPES:
        deck.add_model(notetypes.model(note_type))
    return deck


def _positions(
    zero: progress.DayZero | None, model: Model
) -> Callable[[StoredCard, int], progress.Schedule]:
    """Where a card of a given place in the order stands: without progress, it is new."""
    if zero is None:
        return lambda _, position: progress.new_schedule(position)
    return lambda stored, position: progress.schedule(stored, position, zero, model)


def _write_cards(
    database: sqlite3.Connection,
    cards: Sequence[StoredCard],
    written: NoteRows,
    decks: Decks,
    scheduled: Callable[[StoredCard, int], progress.Schedule],
) -> dict[str, int]:
    """Each card with its note; gives Anki's id of every card.

    Anki's ids are milliseconds since 1970 and count up from the oldest content here.
    """
    seconds = {id(stored): int(stored.changed_at.timestamp()) for stored in cards}
    first = min(seconds.values()) * 1000
    places = cache(deck_id)
    notes: list[tuple[object, ...]] = []
    rows: list[tuple[object, ...]] = []
    shared: dict[str, int] = {}
    ids: dict[str, int] = {}
    for position, stored in enumerate(introduced(cards)):
        card, key = stored.card, first + position
        schedule = scheduled(stored, position)
        changed = seconds[id(stored)]
        place = places(decks.name(card))
        cloze = written.clozes.get(card.id)
        note_key, ord_ = key, 0
        if cloze is None or cloze.is_plain:
            notes.append((key, *written.note(card, changed)))
        else:
            note_key, ord_ = shared.setdefault(cloze.guid, key), cloze.ord_of(card.id)
            if note_key == key:
                notes.append((key, *written.cloze_note(cloze)))
        rows.append((key, note_key, place, ord_, changed, NEVER_SYNCED, *schedule))
        ids[card.id] = key
    database.executemany(f"INSERT INTO notes VALUES ({_marks(11)})", notes)  # noqa: S608
    database.executemany(f"INSERT INTO cards VALUES ({_marks(18)})", rows)  # noqa: S608
    return ids


def _marks(columns: int) -> str:
    return ",".join("?" * columns)


def _files(cards: Iterable[Card], media: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The pictures and sounds that the cards name, by their names; what is gone is left out."""
    texts = (text for one in cards for text in (one.prompt, one.answer))
    named = sorted({name for text in texts for name in names(text)})
    return {name: content for name in named if (content := media(name)) is not None}


def _zipped(collection: bytes, files: Mapping[str, bytes]) -> bytes:
    """The package's zip, compressed, without the time at which it was made.

    Pictures and sounds go by numbers, with their names in a list; they are compressed already.
    """
    listed = json.dumps({str(number): name for number, name in enumerate(files)}).encode()
    entries = [("collection.anki2", collection), ("media", listed)]
    entries += [(str(number), file) for number, file in enumerate(files.values())]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_STORED if name.isdecimal() else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the system it was made on stands in it
            archive.writestr(entry, data)
    return content.getvalue()
