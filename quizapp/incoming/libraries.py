"""A library that was exported as JSON comes back: what is missing is added, what is there stays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp.errors import IncomingError
from quizapp.exchange.homecoming import Library, read_library
from quizapp.incoming.taking import ProgressReport, take_answers
from quizapp.memory.replaying import Answer
from quizapp.store import anki_places, restoring
from quizapp.store.database import writing
from quizapp.store.records import offset_minutes, to_ms


@dataclass(frozen=True, slots=True)
class LibraryReport:
    """What was added, and how much was there already."""

    path: Path
    episodes: int
    cards: int
    reviews: int
    known_cards: int
    known_reviews: int


def import_library(db: Database, path: Path, now: datetime) -> LibraryReport:
    """Takes the file in, all of it or, on an error, nothing; raises IncomingError."""
    library = read_library(path)
    slugs = {episode.slug for episode in library.episodes}
    named = {note.episode for note in library.notes}
    named |= {card.episode for note in library.notes for card in note.cards}
    if stray := min(named - slugs, default=None):
        raise IncomingError(
            f"has cards of {stray}, but not that episode; export it again", path=str(path)
        )
    with writing(db):
        episodes = sum(restoring.restore_episode(db, one, now) for one in library.episodes)
        cards = _restore_cards(db, library, now)
        anki_places.keep(db, library.anki)
        progress = _restore_reviews(db, library, path)
    total = sum(len(note.cards) for note in library.notes)
    return LibraryReport(path, episodes, cards, progress.added, total - cards, progress.known)


def _restore_cards(db: Database, library: Library, now: datetime) -> int:
    added = 0
    for note in library.notes:
        cards = [(library.places[one.id], one, one.id in library.edited) for one in note.cards]
        added += restoring.restore_cards(db, note, cards, now)
    return added


def _restore_reviews(db: Database, library: Library, path: Path) -> ProgressReport:
    known = {card.id for note in library.notes for card in note.cards}
    by_card: defaultdict[str, list[Answer]] = defaultdict(list)
    for one in library.reviews:
        if one.card_id not in known:
            raise IncomingError(f"has reviews of {one.card_id}, but not that card", path=str(path))
        at = to_ms(one.reviewed_at)
        offset = offset_minutes(one.reviewed_at)
        by_card[one.card_id].append(Answer(at, offset, int(one.rating), one.duration_ms))
    report = ProgressReport(path)
    take_answers(db, by_card, report)
    return report
