"""What waits to be asked, in the order in which it is asked, straight from an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from quizapp.model import LearningState
from quizapp.store.progress import LEARNER
from quizapp.store.records import from_day, to_day


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that waits. ``due``: milliseconds for learning cards, else its place in the order."""

    card_id: str
    note_id: str
    episode: str
    due: int


@dataclass(frozen=True, slots=True)
class Done:
    """What was answered on a study day: new cards, reviews, all answers, and of which notes."""

    new: int
    reviews: int
    answers: int
    notes: frozenset[str]


def done_on(db: Database, day: date) -> Done:
    """What the learner did on a study day, without what undo took back."""
    found = db.execute(
        "SELECT reviews.state, cards.note_id FROM reviews JOIN cards ON cards.id = reviews.card_id"
        " WHERE learner = ? AND study_day = ? AND undone_at IS NULL",
        (LEARNER, to_day(day)),
    ).fetchall()
    states = [state for state, _ in found]
    return Done(
        new=states.count(LearningState.NEW),
        reviews=states.count(LearningState.REVIEW),
        answers=len(found),
        notes=frozenset(note for _, note in found),
    )


_ASKED = """
    SELECT card_id, note_id, episode, due FROM queue
    WHERE learner = :learner AND queue = :queue AND due <= :until
    AND (:episode IS NULL OR episode = :episode)
    AND card_id NOT IN
        (SELECT card_id FROM burials WHERE learner = :learner AND until_day > :today)
    ORDER BY due, {order}, card_id
"""
_ORDERS = {
    "learning": "1",
    # The chance of recall falls with this quotient, so that the most forgotten card comes first.
    "review": "(:today - last_day) / stability DESC",
    "new": "score DESC",
}
_LAST = 2**62


def _asked(
    db: Database, queue: str, today: date, until: int, episode: str | None
) -> Iterator[Waiting]:
    sql = _ASKED.format(order=_ORDERS[queue])
    if episode is not None:  # spelt out, it is served by the index of the episode
        sql = sql.replace("(:episode IS NULL OR episode = :episode)", "episode = :episode")
    found = db.conn.execute(
        sql,
        {
            "learner": LEARNER,
            "queue": queue,
            "until": until,
            "episode": episode,
            "today": to_day(today),
        },
    )
    return (Waiting(*row) for row in found)


def learning(db: Database, today: date) -> tuple[Waiting, ...]:
    """All cards in learning and relearning, the earliest first."""
    return tuple(_asked(db, "learning", today, _LAST, None))


def due(db: Database, today: date, episode: str | None = None) -> Iterator[Waiting]:
    """Reviews due on or before ``today``: by the day, then the most forgotten first."""
    return _asked(db, "review", today, to_day(today), episode)


def new(db: Database, today: date, episode: str | None = None) -> Iterator[Waiting]:
    """Cards never seen: each episode's best first, the episodes in turn."""
    return _asked(db, "new", today, _LAST, episode)


def next_review_day(db: Database, after: date, episode: str | None = None) -> date | None:
    """The first study day on or before which a review is due, ``after`` at the earliest."""
    sql = "SELECT min(due) FROM queue WHERE learner = ? AND queue = 'review'"
    parameters: tuple[str, ...] = (LEARNER,)
    if episode is not None:
        sql, parameters = f"{sql} AND episode = ?", (LEARNER, episode)
    (first,) = db.execute(sql, parameters).fetchone()
    return None if first is None else max(after, from_day(first))
