"""Reviews from elsewhere on their way into the log, in bulk, with what they change around them.

Rows are added, none is deleted or reworded; what a row says of how the card stood *before* the
answer follows from the answers before it, and is put right where one came in between.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.memory.replaying import Answer, Before
from quizapp.model import CardStatus, Memory
from quizapp.store.progress import LEARNER
from quizapp.store.records import memory_row


class Logged(NamedTuple):
    """A row of the log as it is stored."""

    id: int
    answer: Answer
    before: Before

    @property
    def at(self) -> int:
        """When it was given, in milliseconds since 1970."""
        return self.answer.at


def card_names(db: Database) -> dict[str, str]:
    """Every name that a card goes by, its own id and those it had: name → id."""
    names = dict(db.execute("SELECT computed_id, card_id FROM card_aliases"))
    names.update((card, card) for (card,) in db.execute("SELECT id FROM cards"))
    return names


def log_of(db: Database, card_id: str) -> list[Logged]:
    """The log of a card in the order of time, without what undo took back."""
    found = db.conn.execute(
        "SELECT id, reviewed_at, utc_offset, rating, duration_ms, study_day, state, stability,"
        " elapsed_days, reps, lapses FROM reviews"
        " WHERE learner = ? AND card_id = ? AND undone_at IS NULL ORDER BY reviewed_at",
        (LEARNER, card_id),
    )
    return [
        Logged(id_, Answer(at, offset, rating, duration), Before(*before))
        for id_, at, offset, rating, duration, *before in found
    ]


class Instants(NamedTuple):
    """When cards were answered, in milliseconds since 1970: card by card, in the order of time.

    ``counts`` says how many of ``at`` each of ``cards`` has.
    """

    cards: list[str]
    counts: list[int]
    at: array[int]


def instants(db: Database) -> Instants:
    """When each card was answered, without what undo took back."""
    known = (
        "FROM reviews INDEXED BY reviews_of_card WHERE learner = ? AND undone_at IS NULL"
        " {} ORDER BY card_id, learner"
    )
    counted = db.execute(
        f"SELECT card_id, count(*) {known.format('GROUP BY card_id, learner')}",
        (LEARNER,),
    ).fetchall()
    found = db.conn.execute(f"SELECT reviewed_at {known.format('')}, reviewed_at", (LEARNER,))
    cards, counts = zip(*counted, strict=True) if counted else ((), ())
    return Instants(list(cards), list(counts), array("q", chain.from_iterable(found)))


def taken_back(db: Database) -> set[tuple[str, int]]:
    """The answers that undo took back: card and millisecond."""
    return set(
        db.execute(
            "SELECT card_id, reviewed_at FROM reviews WHERE learner = ? AND undone_at IS NOT NULL",
            (LEARNER,),
        )
    )


def times(db: Database) -> list[tuple[int, str]]:
    """When which card was answered, in order, without what undo took back."""
    return list(
        db.execute(
            "SELECT reviewed_at, card_id FROM reviews WHERE learner = ? AND undone_at IS NULL"
            " ORDER BY reviewed_at, card_id",
            (LEARNER,),
        )
    )


def put_right(db: Database, rows: Iterable[Logged]) -> None:
    """Says anew of these answers how the card stood before them."""
    db.conn.executemany(
        "UPDATE reviews SET state = ?, stability = ?, elapsed_days = ?, reps = ?, lapses = ?"
        " WHERE id = ?",
        [(*row.before[1:], row.id) for row in rows],
    )


def undoable(db: Database) -> dict[str, list[int]]:
    """The answers that undo can still take back, by card, in their order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for card, review in db.execute(
        "SELECT card_id, review_id FROM undo_steps JOIN reviews ON reviews.id = review_id"
        " WHERE learner = ? ORDER BY review_id",
        (LEARNER,),
    ):
        found[card].append(review)
    return found


def keep_for_undo(db: Database, review_id: int, before: Memory | None) -> None:
    """What the schedule is to be once that answer is taken back."""
    text = json.dumps(memory_row(before, LEARNER)) if before else None
    db.execute("UPDATE undo_steps SET before = ? WHERE review_id = ?", (text, review_id))


def decisions(db: Database) -> dict[str, tuple[CardStatus, int | None]]:
    """The status of every card, and when a person decided on it, in milliseconds since 1970."""
    found = db.execute("SELECT id, status, decided_at FROM cards")
    return {card: (CardStatus(status), decided) for card, status, decided in found}


def add_tags(db: Database, card_id: str, tags: Iterable[str]) -> None:
    """Gives a card tags of a person's own."""
    db.conn.executemany(
        "INSERT INTO person_tags (card_id, tag, given) VALUES (?, ?, 1)"
        " ON CONFLICT (card_id, tag) DO UPDATE SET given = 1",
        [(card_id, tag) for tag in tags],
    )
