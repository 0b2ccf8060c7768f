"""What waits to be asked, in the order in which it is asked, straight from an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from quizapp.model import LearningState
from quizapp.store.progress import LEARNER
from quizapp.store.records import from_day, to_day


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that waits. ``due``: milliseconds for learning cards, else its place in the order.

    ``kind`` is said of new cards.
    """

    card_id: str
    note_id: str
    episode: str
    due: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What was answered on a study day: new cards, reviews, all answers, and of which notes.

    ``kinds`` are those of the new cards, in the order in which they were asked.
    """

    new: int
    reviews: int
    answers: int
    notes: frozenset[str]
    kinds: tuple[str, ...] = ()


def done_on(db: Database, day: date) -> Done:
    """What the learner did on a study day, without what undo took back."""
    found = db.execute(
        "SELECT reviews.state, cards.note_id, cards.kind FROM reviews"
        " JOIN cards ON cards.id = reviews.card_id"
        " WHERE learner = ? AND study_day = ? AND undone_at IS NULL ORDER BY reviews.id",
        (LEARNER, to_day(day)),
    ).fetchall()
    states = [state for state, _, _ in found]
    return Done(
        new=states.count(LearningState.NEW),
        reviews=states.count(LearningState.REVIEW),
        answers=len(found),
        notes=frozenset(note for _, note, _ in found),
        kinds=tuple(kind for state, _, kind in found if state == LearningState.NEW),
    )


_ASKED = """
    SELECT card_id, note_id, episode, due{kind} FROM queue
    WHERE learner = :learner AND queue = :queue AND due <= :until
    AND (:episode IS NULL OR episode = :episode)
    AND card_id NOT IN
        (SELECT card_id FROM burials WHERE learner = :learner AND until_day > :today)
    ORDER BY {order}, card_id
"""
# Asked of the cards in their order, one by one: few are taken. The limit keeps SQLite from asking
# all of them before it sorts.
_APART = """
    SELECT * FROM ({asked} LIMIT -1) AS asked WHERE NOT EXISTS (
        SELECT 1 FROM queue AS other
        WHERE other.learner = :learner AND other.note_id = asked.note_id
        AND other.queue = 'learning' AND other.card_id NOT IN
            (SELECT card_id FROM burials WHERE learner = :learner AND until_day > :today)
    )
"""
# The chance of recall falls as this quotient grows.
_FORGETTING = "(:today - last_day) / stability"
ORDERS = {
    "day": f"due, {_FORGETTING} DESC",
    "forgotten": f"{_FORGETTING} DESC",
    "saving": f"{_FORGETTING}, stability DESC",
}
"""Orders of what is due: by the day, then the most forgotten first; the most forgotten first; or
what is remembered best first, which saves most where not everything can be asked in time."""
_OTHER_ORDERS = {"learning": "due, 1", "new": "due, score DESC"}
_LAST = 2**62


def _asked(
    db: Database, queue: str, today: date, until: int, episode: str | None, order: str = "day"
) -> Iterator[Waiting]:
    sql = _ASKED.format(
        order=_OTHER_ORDERS.get(queue) or ORDERS[order],
        kind=", (SELECT kind FROM cards WHERE id = card_id)" if queue == "new" else "",
    )
    if episode is not None:  # spelt out, it is served by the index of the episode
        sql = sql.replace("(:episode IS NULL OR episode = :episode)", "episode = :episode")
    if queue != "learning":
        sql = _APART.format(asked=sql)
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


def learning(
    db: Database, today: date, until: int = _LAST, episode: str | None = None
) -> Iterator[Waiting]:
    """Cards in learning and relearning that come up to then (milliseconds), the earliest first."""
    return _asked(db, "learning", today, until, episode)


_LEARNING = (
    "queue.learner = :learner AND queue = 'learning' AND due <= :until"
    " AND (:episode IS NULL OR queue.episode = :episode)"
)
# Few are buried: counting them apart spares a look at each of the many.
_OF_THEM_BURIED = (
    "burials CROSS JOIN queue ON queue.card_id = burials.card_id"
    " AND queue.learner = burials.learner WHERE burials.learner = :learner"
    f" AND until_day > :today AND {_LEARNING}"
)


def number_learning(db: Database, today: date, until: int, episode: str | None = None) -> int:
    """How many cards in learning come up to then (milliseconds)."""
    (many,) = db.execute(
        f"SELECT (SELECT count(*) FROM queue INDEXED BY queue_order WHERE {_LEARNING})"  # noqa: S608
        f" - (SELECT count(*) FROM {_OF_THEM_BURIED})",
        {"learner": LEARNER, "until": until, "today": to_day(today), "episode": episode},
    ).fetchone()
    return int(many)


def numbers_learning(db: Database, today: date, until: int) -> dict[str, int]:
    """The same by the episodes that have some."""
    known = {"learner": LEARNER, "until": until, "today": to_day(today), "episode": None}
    # Grouping, SQLite walks through the cards of all queues, or sorts; so it counts by episode.
    found = db.execute(
        "SELECT slug, (SELECT count(*) FROM queue INDEXED BY queue_order_of_episode"
        " WHERE learner = :learner AND episode = slug AND queue = 'learning' AND due <= :until)"
        " FROM episodes",
        {"learner": LEARNER, "until": until},
    )
    buried = db.execute(
        f"SELECT queue.episode, count(*) FROM {_OF_THEM_BURIED} GROUP BY queue.episode",  # noqa: S608
        known,
    )
    return dict(+(Counter(dict(found.fetchall())) - Counter(dict(buried.fetchall()))))


def due(
    db: Database, today: date, episode: str | None = None, order: str = "day"
) -> Iterator[Waiting]:
    """Reviews due on or before ``today``, in one of ``ORDERS``.

    Without cards of a note of which another waits in learning, and is not left until another day.
    """
    return _asked(db, "review", today, to_day(today), episode, order)


def number_due(db: Database, today: date) -> int:
    """How many reviews are due on or before ``today``, whatever the limits of the day."""
    # The same cards as in the queue, by a slimmer index: after years away there are many.
    (many,) = db.execute(
        "SELECT count(*) FROM browse WHERE status = 'active' AND state = 'review' AND due <= ?",
        (to_day(today),),
    ).fetchone()
    return int(many)


def new(db: Database, today: date, episode: str | None = None) -> Iterator[Waiting]:
    """Cards never seen: each episode's best first, the episodes in turn; left out as in ``due``."""
    return _asked(db, "new", today, _LAST, episode)


def next_review_day(db: Database, after: date, episode: str | None = None) -> date | None:
    """The first study day on or before which a review is due, ``after`` at the earliest."""
    sql = "SELECT min(due) FROM queue WHERE learner = ? AND queue = 'review'"
    parameters: tuple[str, ...] = (LEARNER,)
    if episode is not None:
        sql, parameters = f"{sql} AND episode = ?", (LEARNER, episode)
    (first,) = db.execute(sql, parameters).fetchone()
    return None if first is None else max(after, from_day(first))
