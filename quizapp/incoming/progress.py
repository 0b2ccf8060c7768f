"""Progress made elsewhere comes back: answers, suspensions and, if chosen, edits and tags.

Each of a file's peculiarities has its answer:

* **Known answers** (same card, same millisecond) are not added again, also where Anki had to move
  one on because two cards were answered in one millisecond.
* **Filtered decks**: answers given in one count as any; those of a preview, which moves no card
  in Anki either, are practice and are passed over.
* **Set due date, Forget, Reschedule** are no answers: they are counted and passed over, since the
  schedule follows from the answers.
* **Moved cards** are found by their guid, in whatever deck they are; blanks of one note by its
  guid and their numbers, see ``homing``.
* **Deleted notes**: the answers that came back before stay; what a deleted note still has in
  Anki's log cannot be told from other decks' and stays there.
* **Suspended there or here, and not in the other**: what was said last holds, see
  ``take_decisions``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp.exchange import edits as edited
from quizapp.exchange.clozes import cloze_notes
from quizapp.exchange.collection import AnkiCollection, opened
from quizapp.exchange.reviews import ReviewRow, read_reviews
from quizapp.incoming.homing import (
    Ours,
    blanks_named,
    found_in,
    learnt,
    notes_of,
    places_met,
    standing,
)
from quizapp.incoming.taking import (
    Progress,
    ProgressReport,
    take_answers,
    take_decisions,
    take_log,
)
from quizapp.memory.replaying import Answer
from quizapp.store import anki_places, library, merging
from quizapp.store.arrivals import without_search
from quizapp.store.database import writing


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
    with without_search(), opened(path) as collection, writing(db):
        return _from_anki(db, collection, path, now, edits, tags, progress)


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
    places = anki_places.places(db)
    notes = notes_of(collection, names, places)
    named = blanks_named(notes.values(), names)
    known = standing(places, named)
    ours = found_in(notes, collection, names, known)
    anki_places.learn(db, learnt(places_met(ours), named, known, set(names.values())))
    report = ProgressReport(path, cards=len(ours))
    report.in_filtered_decks = sum(one.card.in_filtered_deck for one in ours)
    log = collection.log([one.card.id for one in ours])
    take_log(db, [one.card_id for one in ours], log, report, now, progress)
    report.deleted_cards = collection.count_orphans()
    report.other_cards = max(0, collection.count_reviews() - log.rows - report.deleted_cards)
    decided = ((one.card_id, one.card.suspended, one.card.mod) for one in ours)
    take_decisions(db, decided, report)
    if edits or tags:
        _take_words(db, ours, report, now, edits, tags)
    return report


def _take_words(
    db: Database,
    ours: Sequence[Ours],
    report: ProgressReport,
    now: datetime,
    edits: bool,
    tags: bool,
) -> None:
    clozes = cloze_notes(library.cards(db), anki_places.places(db))
    for one in ours:
        [stored] = library.cards_by_id(db, (one.card_id,))
        cloze = clozes.get(one.card_id)
        change = edited.edit(stored, one.note, one.ord, cloze)
        if edits and change:
            library.edit_card(db, one.card_id, prompt=change.prompt, answer=change.answer, now=now)
            report.edited.append(one.card_id)
        if tags and (added := edited.own_tags(stored, one.note, cloze)):
            merging.add_tags(db, one.card_id, added)
            report.tagged.append(one.card_id)


def _from_table(
    db: Database, table: Iterator[ReviewRow], path: Path, progress: Progress
) -> ProgressReport:
    """A table of reviews, as ``quizapp reviews`` writes it."""
    report, theirs = ProgressReport(path), list(table)
    with writing(db):
        names = merging.card_names(db)
        by_card: dict[str, list[Answer]] = {}
        for row in theirs:
            if row.card_id in names:
                answer = Answer(row.at, row.utc_offset, row.rating, row.duration_ms)
                by_card.setdefault(names[row.card_id], []).append(answer)
            else:
                report.other_cards += 1
        report.cards = len(by_card)
        take_answers(db, dict(sorted(by_card.items())), report, progress)
    return report
