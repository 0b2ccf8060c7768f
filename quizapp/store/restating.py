"""How firm all cards sit by other parameters of the memory model, out of the log."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from quizapp.memory.replaying import standing, standings
from quizapp.scheduling import Model
from quizapp.store.progress import LEARNER


def restate(db: Database, model: Model) -> None:
    """Works stability and difficulty of every card out anew; due days stay as they were promised.

    Joins the caller's transaction.
    """
    stands = [
        (*standing(((rating, elapsed) for _, rating, elapsed in history), model), card_id, LEARNER)
        for card_id, history in _histories(db)
    ]
    db.conn.executemany(
        "UPDATE memory SET stability = ?, difficulty = ? WHERE card_id = ? AND learner = ?", stands
    )


def restate_log(db: Database, model: Model) -> None:
    """Has the log say how firm cards sat before each answer, had ``model`` been in force then.

    Goes with ``models.hold_for_all``; joins the caller's transaction.
    """
    for _, history in _histories(db):
        after = standings(((rating, elapsed) for _, rating, elapsed in history), model)
        # How a card stood before an answer is how it stood after the one before.
        stood = [
            (stability, number)
            for (number, _, _), (stability, _) in zip(history[1:], after, strict=False)
        ]
        db.conn.executemany("UPDATE reviews SET stability = ? WHERE id = ?", stood)


def _histories(db: Database) -> Iterator[tuple[str, list[tuple[int, int, int]]]]:
    """Every card with its answers in the order of time: number, rating, days elapsed."""
    log = db.execute(
        "SELECT card_id, id, rating, COALESCE(elapsed_days, 0) FROM reviews"
        " WHERE learner = ? AND undone_at IS NULL ORDER BY card_id, reviewed_at, id",
        (LEARNER,),
    ).fetchall()
    for card_id, rows in groupby(log, key=itemgetter(0)):
        yield card_id, [(number, rating, elapsed) for _, number, rating, elapsed in rows]
