"""What statistics are made of, read from the log and the schedules in one pass each."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from quizapp.statistics import Answered, Standing
from quizapp.store.progress import LEARNER
from quizapp.store.records import from_day

# Read straight through: by its index, the whole log would be fetched row by row.
_ANSWERED = """
    SELECT card_id, study_day, rating, state, stability, elapsed_days, reps, lapses
    FROM reviews NOT INDEXED WHERE learner = ? AND undone_at IS NULL ORDER BY id
"""
_STANDING = """
    SELECT cards.id, cards.episode, json_extract(cards.sources, '$[0].chapter'),
        COALESCE(memory.state, 'new'), memory.stability, memory.last_day, memory.due_day
    FROM cards
    LEFT JOIN memory ON memory.card_id = cards.id AND memory.learner = ?
    WHERE cards.status = 'active' ORDER BY cards.id
"""


def answered(db: Database) -> list[Answered]:
    """The whole log as it was written, without what undo took back."""
    day_of = lru_cache(maxsize=None)(from_day)
    found = db.execute(_ANSWERED, (LEARNER,))
    return [Answered(card, day_of(day), *rest) for card, day, *rest in found]


def standings(db: Database) -> list[Standing]:
    """Where every active card stands."""
    found = db.execute(_STANDING, (LEARNER,))
    return [
        Standing(card, episode, chapter, state, stability, _day(last), _day(due))
        for card, episode, chapter, state, stability, last, due in found
    ]


def _day(number: int | None) -> date | None:
    return None if number is None else from_day(number)
