"""The Anki package: one Anki note per card, with the card's id as its guid.

Decisions that learners rely on:

* **One note per card.** A card's id then stands for it in Anki for good, whatever becomes of its
  siblings, and a review made in Anki finds its way back. Anki buries siblings within one note
  only; ours are kept apart by the order of introduction instead, and the field ``Note ID`` holds
  the id that they share (``"Note ID:q1n…"`` finds them in Anki's browser).
* **A note is as new as its content.** Anki updates a note when the package's is newer, and keeps
  its schedule; an unchanged one is skipped, so what a person edited in Anki survives.
* **The same cards give the same bytes**: no clock is read, nothing is named at random.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from functools import cache
from itertools import count
from typing import Any

from genanki.deck import Deck
from genanki.package import Package

from quizapp.exchange import fields, notetypes, progress
from quizapp.media import names
from quizapp.model import Card, Episode, Review, StoredCard
from quizapp.scheduling import DEFAULT_MODEL, Model

NEW_PER_DAY = 20
"""How many new cards Anki introduces in a day, unless told otherwise."""

_FIELD_END = "\x1f"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_NEVER_SYNCED = -1
_DECK_IDS = 1 << 40


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
) -> bytes:
    """An ``.apkg`` of the cards, in decks by show and title and, if wanted, chapter.

    ``cards`` stand in their order of introduction. ``zone`` is the learner's, for the days on
    which cards are due; without ``with_progress`` every card is new. ``media`` gives the content of
    pictures and sounds that cards name, ``links`` the recordings of episodes, up to the second.
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
        ids = _write_cards(database, cards, episodes, decks, scheduled, links or {})
        rows = progress.log_rows(with_history, ids, model)
        database.executemany(f"INSERT INTO revlog VALUES ({_marks(9)})", rows)  # noqa: S608
        database.commit()
        return _zipped(database.serialize(), _files(cards, media))
    finally:
        database.close()


def deck_name(episode: Episode) -> str:
    """``The Show::The Title``; Anki makes a tree of it, so the names themselves hold no ``::``."""
    return "::".join(map(_part, (episode.show or "quizapp", episode.title)))


class Decks:
    """In which deck each card goes; chapters are numbered, as Anki sorts decks by their names.

    A card of no chapter stays in its episode's deck. A card that Anki has already stays where it
    is, whichever way it is exported again.
    """

    def __init__(self, episodes: Mapping[str, Episode], *, by_chapter: bool) -> None:
        self._episodes = episodes
        self._by_chapter = by_chapter
        self._names: dict[tuple[str, str | None], str] = {}

    def name(self, card: Card) -> str:
        """The full name of the card's deck."""
        key = (card.episode, card.source.chapter if self._by_chapter else None)
        if key not in self._names:
            self._names[key] = self._named(*key)
        return self._names[key]

    def _named(self, slug: str, chapter: str | None) -> str:
        episode = self._episodes[slug]
        if not chapter or not chapter.strip():
            return deck_name(episode)
        titles = [one.title for one in episode.chapters]
        number = f"{titles.index(chapter) + 1:02} " if chapter in titles else ""
        return f"{deck_name(episode)}::{number}{_part(chapter)}"


def _part(name: str) -> str:
    return " ".join(name.replace("::", ": ").split()) or "untitled"


def deck_id(name: str) -> int:
    """A number for a deck, always the same; Anki itself goes by the name."""
    return _DECK_IDS + zlib.crc32(name.encode())


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
    episodes: Mapping[str, Episode],
    decks: Decks,
    scheduled: Callable[[StoredCard, int], progress.Schedule],
    links: Mapping[str, str],
) -> dict[str, int]:
    """One note with one card each; gives Anki's id of every card.

    Anki's ids are milliseconds since 1970 and count up from the oldest content here.
    """
    seconds = {id(stored): int(stored.changed_at.timestamp()) for stored in cards}
    first = min(seconds.values()) * 1000
    places = cache(deck_id)
    notes: list[tuple[object, ...]] = []
    rows: list[tuple[object, ...]] = []
    for position, stored in enumerate(introduced(cards)):
        card, key = stored.card, first + position
        schedule = scheduled(stored, position)
        changed = seconds[id(stored)]
        link = fields.link(card, links.get(card.episode))
        notes.append((key, *_note(card, episodes[card.episode], changed, link)))
        place = places(decks.name(card))
        rows.append((key, key, place, 0, changed, _NEVER_SYNCED, *schedule))
    database.executemany(f"INSERT INTO notes VALUES ({_marks(11)})", notes)  # noqa: S608
    database.executemany(f"INSERT INTO cards VALUES ({_marks(18)})", rows)  # noqa: S608
    return {str(note[1]): int(str(note[0])) for note in notes}


def _note(card: Card, episode: Episode, changed: int, link: str) -> tuple[object, ...]:
    """The columns of Anki's ``notes`` table after the id; Anki computes the checksum itself."""
    note_type = notetypes.BY_KIND[card.kind]
    values = [write(card, episode) for write in _writers(note_type)]
    if link:
        values[note_type.fields.index(notetypes.LINK)] = link
    tags = f" {' '.join(fields.tags(card))} "
    text = _FIELD_END.join(values)
    return (card.id, note_type.id, changed, _NEVER_SYNCED, tags, text, values[0], 0, 0, "")


@cache
def _writers(note_type: notetypes.NoteType) -> tuple[Callable[[Card, Episode], str], ...]:
    """What writes each field, in their order; a spare field stays empty."""
    return tuple(fields.FIELDS.get(name, lambda *_: "") for name in note_type.fields)


def _marks(columns: int) -> str:
    return ",".join("?" * columns)


def _files(cards: Iterable[StoredCard], media: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The pictures and sounds that the cards name, by their names; what is gone is left out."""
    texts = (text for one in cards for text in (one.card.prompt, one.card.answer))
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
