"""Progress made elsewhere comes back: answers, suspensions and, if chosen, edits and tags.

Each of a file's peculiarities has its answer:

* **Known answers** (same card, same millisecond) are not added again, also where Anki had to move
  one on because two cards were answered in one millisecond.
* **Filtered decks**: answers given in one count as any; those of a preview, which moves no card
  in Anki either, are practice and are passed over.
* **Set due date, Forget, Reschedule** are no answers: they are counted and passed over, since the
  schedule follows from the answers.
* **Moved cards** are found by their guid, in whatever deck they are.
* **Deleted notes**: the answers that came back before stay; what a deleted note still has in
  Anki's log cannot be told from other decks' and stays there.
* **Suspensions** are taken over. A card that is suspended here stays so, whatever Anki says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.exchange import edits as edited
from quizapp.exchange.collection import AnkiCard, AnkiCollection, AnkiNote, opened
from quizapp.exchange.progress import placed
from quizapp.exchange.reviews import ReviewRow, read_reviews
from quizapp.incoming.histories import Arrived, IsOurs, merge
from quizapp.model import CardStatus
from quizapp.replaying import Answer
from quizapp.store import library, merging
from quizapp.store.database import writing
from quizapp.store.models import Era, eras
from quizapp.store.settings import memory_model

Progress = Callable[[str, int, int], None]
"""Called with what is being worked on, how much is done, and of how much."""

_QUARTER_MS = 900_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class ProgressReport:
    """What came in, and what did not and why.

    ``passed_over`` counts rows of Anki's log by reason: ``rescheduled`` and ``reset`` by hand,
    ``practised`` without effect, ``unreadable``; ``other_cards`` counts answers on cards that are
    not of this library, ``deleted_cards`` those on cards that Anki has no more. ``gone`` are
    cards that Anki still has and this library makes no more.
    """

    path: Path
    cards: int = 0
    added: int = 0
    known: int = 0
    other_cards: int = 0
    deleted_cards: int = 0
    in_filtered_decks: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    suspended: list[str] = field(default_factory=list)
    kept_suspended: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    tagged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything of the library changed."""
        return bool(self.added or self.suspended or self.edited or self.tagged)


def import_progress(
    db: Database,
    path: Path,
    now: datetime,
    *,
    edits: bool = False,
    tags: bool = False,
    progress: Progress = lambda _what, _done, _of: None,
) -> ProgressReport:
    """Takes in what was done elsewhere, all of it or, on an error, nothing.

    ``path`` is a package or collection of Anki's, or a ``.csv`` of reviews. ``now`` gives the
    learner's zone, by which Anki's instants fall on study days. Raises IncomingError.
    """
    if path.suffix.lower() == ".csv":
        return _from_table(db, read_reviews(path), path, progress)
    with opened(path) as collection, writing(db):
        return _from_anki(db, collection, path, now, edits, tags, progress)


class _Ours(NamedTuple):
    """A note of Anki's that is a card of this library."""

    card_id: str
    note: AnkiNote
    card: AnkiCard


def _from_anki(
    db: Database,
    collection: AnkiCollection,
    path: Path,
    now: datetime,
    edits: bool,
    tags: bool,
    progress: Progress,
) -> ProgressReport:
    names = merging.card_names(db)
    ours = _find(collection, names)
    report = ProgressReport(path, cards=len(ours))
    report.in_filtered_decks = sum(one.card.in_filtered_deck for one in ours)
    _take_histories(db, collection, ours, report, now, progress)
    _take_decisions(db, ours, report, now)
    if edits or tags:
        _take_words(db, ours, report, now, edits, tags)
    return report


def _find(collection: AnkiCollection, names: dict[str, str]) -> list[_Ours]:
    """Our cards in the collection; of two notes of one card the one under its own id."""
    notes = collection.notes(names)
    cards = collection.cards({note.id for note in notes.values()})
    found = {
        names[guid]: _Ours(names[guid], note, cards[note.id])
        for guid, note in sorted(notes.items(), key=lambda item: names[item[0]] == item[0])
        if note.id in cards
    }
    return sorted(found.values())


def _take_histories(
    db: Database,
    collection: AnkiCollection,
    ours: Sequence[_Ours],
    report: ProgressReport,
    now: datetime,
    progress: Progress,
) -> None:
    by_card = {one.card.id: one.card_id for one in ours}
    offset = _offsets(now.tzinfo or UTC)
    through_time, undoable, is_ours = _eras(db), merging.undoable(db), _known(db)
    rows = 0
    for done, history in enumerate(collection.histories(by_card)):
        card_id = by_card[history.card]
        arrived = [
            Arrived(Answer(at, offset(at // _QUARTER_MS), rating), duration)
            for at, rating, duration in history.answers
        ]
        merged = merge(db, card_id, arrived, through_time, undoable.get(card_id, ()), is_ours)
        report.added += merged.added
        report.known += merged.known
        report.passed_over += history.passed_over
        rows += len(arrived) + history.passed_over.total()
        if done % 100 == 0:
            progress("Reviews", done, len(by_card))
    report.deleted_cards = collection.count_orphans()
    report.other_cards = max(0, collection.count_reviews() - rows - report.deleted_cards)


def _offsets(zone: tzinfo) -> Callable[[int], int]:
    """The minutes from UTC in a quarter of an hour since 1970; no zone changes within one."""

    @cache
    def offset(quarter: int) -> int:
        moment = _EPOCH + quarter * timedelta(minutes=15)
        return round((moment.astimezone(zone).utcoffset() or timedelta()) / timedelta(minutes=1))

    return offset


def _take_decisions(
    db: Database, ours: Sequence[_Ours], report: ProgressReport, now: datetime
) -> None:
    statuses = merging.statuses(db)
    for one in ours:
        status = statuses[one.card_id]
        if status in (CardStatus.RETIRED, CardStatus.REJECTED):
            report.gone.append(one.card_id)
        elif status is CardStatus.SUSPENDED and not one.card.suspended:
            report.kept_suspended.append(one.card_id)
        elif status is CardStatus.ACTIVE and one.card.suspended:
            library.set_status(db, one.card_id, CardStatus.SUSPENDED, now)
            report.suspended.append(one.card_id)


def _take_words(
    db: Database,
    ours: Sequence[_Ours],
    report: ProgressReport,
    now: datetime,
    edits: bool,
    tags: bool,
) -> None:
    for one in ours:
        [stored] = library.cards_by_id(db, (one.card_id,))
        change = edited.edit(stored, one.note)
        if edits and change:
            library.edit_card(db, one.card_id, prompt=change.prompt, answer=change.answer, now=now)
            report.edited.append(one.card_id)
        if tags and (added := edited.own_tags(stored, one.note)):
            merging.add_tags(db, one.card_id, added)
            report.tagged.append(one.card_id)


def _from_table(
    db: Database, table: Iterator[ReviewRow], path: Path, progress: Progress
) -> ProgressReport:
    """A table of reviews, as ``quizapp reviews`` writes it."""
    by_card: dict[str, list[Arrived]] = {}
    for row in table:
        answer = Answer(row.at, row.utc_offset, row.rating)
        by_card.setdefault(row.card_id, []).append(Arrived(answer, row.duration_ms))
    report = ProgressReport(path)
    with writing(db):
        names, undoable = merging.card_names(db), merging.undoable(db)
        through_time, is_ours = _eras(db), _known(db)
        for done, (name, arrived) in enumerate(sorted(by_card.items())):
            if name not in names:
                report.other_cards += len(arrived)
                continue
            card_id = names[name]
            merged = merge(db, card_id, arrived, through_time, undoable.get(card_id, ()), is_ours)
            report.cards += 1
            report.added += merged.added
            report.known += merged.known
            if done % 100 == 0:
                progress("Reviews", done, len(by_card))
    return report


def _eras(db: Database) -> tuple[Era, ...]:
    return eras(db) or (Era(0, memory_model(db)),)


def _known(db: Database) -> IsOurs:
    """Which answers are ours though the log does not show them.

    Those that an export moved on, since another card was answered in their millisecond, and those
    that undo took back.
    """
    log = merging.times(db)
    places = zip(placed(at for at, _ in log), log, strict=True)
    known = {(card, place) for place, (at, card) in places if place != at}
    known |= merging.taken_back(db)
    return lambda card_id, at: (card_id, at) in known
