"""How firm all cards sit by other parameters of the memory model, out of the log."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from quizapp.replaying import standing
from quizapp.scheduling import Model
from quizapp.store.progress import LEARNER


def restate(db: Database, model: Model) -> None:
    """Works stability and difficulty of every card out anew; due days stay as they were promised.

    Joins the caller's transaction.
    """
    log = db.execute(
        "SELECT card_id, rating, COALESCE(elapsed_days, 0) FROM reviews"
        " WHERE learner = ? AND undone_at IS NULL ORDER BY card_id, reviewed_at, id",
        (LEARNER,),
    )
    stands = [
        (*standing(((rating, elapsed) for _, rating, elapsed in answers), model), card_id, LEARNER)
        for card_id, answers in groupby(log, key=itemgetter(0))
    ]
    db.conn.executemany(
        "UPDATE memory SET stability = ?, difficulty = ? WHERE card_id = ? AND learner = ?", stands
    )
