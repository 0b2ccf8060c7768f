"""Rounds: sessions over chosen cards, in their order, and how each card went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from quizapp.errors import NotFoundError
from quizapp.model import Rating
from quizapp.store.database import rows
from quizapp.store.progress import LEARNER
from quizapp.store.records import to_day, to_ms


@dataclass(frozen=True, slots=True)
class Round:
    """A round; ``counts``: its answers change the schedule."""

    number: int
    title: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A card's turn in a round; ``rating`` is None while it is open."""

    place: int
    card_id: str
    rating: Rating | None
    review_id: int | None


def add(db: Database, title: str, card_ids: Sequence[str], now: datetime, *, counts: bool) -> int:
    """Keeps a new round over these cards; returns its number."""
    cursor = db.execute(
        "INSERT INTO rounds (learner, title, counts, started_at) VALUES (?, ?, ?, ?)",
        (LEARNER, title, int(counts), to_ms(now)),
    )
    number = int(cursor.lastrowid or 0)
    for place, card_id in enumerate(card_ids, 1):
        _put(db, number, place, card_id)
    return number


def _put(db: Database, number: int, place: int, card_id: str) -> None:
    db.execute(
        "INSERT INTO round_cards (round_id, place, card_id) VALUES (?, ?, ?)",
        (number, place, card_id),
    )


def one(db: Database, number: int) -> Round:
    """A round; raises NotFoundError."""
    found = db.execute("SELECT id, title, counts FROM rounds WHERE id = ?", (number,)).fetchone()
    if found is None:
        raise NotFoundError(f"there is no round {number}; begin one from the main page")
    return Round(found[0], found[1], bool(found[2]))


def turns(db: Database, number: int, today: date) -> tuple[Turn, ...]:
    """All turns in order, without those of cards that are not asked any more, or not today.

    A turn whose answer undo took back is open again.
    """
    found = rows(
        db,
        "SELECT place, round_cards.card_id,"
        " CASE WHEN reviews.undone_at IS NULL THEN round_cards.rating END AS rating,"
        " round_cards.review_id"
        " FROM round_cards JOIN cards ON cards.id = round_cards.card_id"
        " LEFT JOIN reviews ON reviews.id = round_cards.review_id"
        " LEFT JOIN burials ON burials.card_id = cards.id AND burials.learner = :learner"
        " AND until_day > :today"
        " WHERE round_id = :number"
        " AND (round_cards.rating IS NOT NULL"
        "      OR (cards.status = 'active' AND burials.card_id IS NULL))"
        " ORDER BY place",
        {"number": number, "learner": LEARNER, "today": to_day(today)},
    )
    return tuple(
        Turn(**{**row, "rating": None if row["rating"] is None else Rating(row["rating"])})
        for row in found
    )


def keep(db: Database, number: int, turn: Turn, rating: Rating, review_id: int | None) -> None:
    """Keeps how a turn went."""
    db.execute(
        "UPDATE round_cards SET rating = ?, review_id = ? WHERE round_id = ? AND place = ?",
        (int(rating), review_id, number, turn.place),
    )


def put_last(db: Database, number: int, card_id: str) -> None:
    """Gives a card another turn, after all others."""
    (last,) = db.execute(
        "SELECT max(place) FROM round_cards WHERE round_id = ?", (number,)
    ).fetchone()
    _put(db, number, last + 1, card_id)


def reopen(db: Database, number: int, turn: Turn) -> None:
    """Takes a turn back, and the further turn that it gave its card."""
    db.execute(
        "DELETE FROM round_cards WHERE round_id = ? AND card_id = ? AND place > ?",
        (number, turn.card_id, turn.place),
    )
    db.execute(
        "UPDATE round_cards SET rating = NULL, review_id = NULL WHERE round_id = ? AND place = ?",
        (number, turn.place),
    )


def latest(db: Database) -> int | None:
    """The number of the last round that was begun."""
    (number,) = db.execute("SELECT max(id) FROM rounds WHERE learner = ?", (LEARNER,)).fetchone()
    return None if number is None else int(number)
