"""The review log summed up, so that figures over years of it are read in a moment.

``catch_up`` adds what was logged since the last time and takes off what undo took back. Where the
log itself was changed, as an import of older reviews may do, the sums are made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.calibration import Tally, group_of, loss
from quizapp.scheduling import Model, forgetting_curve
from quizapp.store.database import writing
from quizapp.store.progress import LEARNER

MATURE_DAYS = 21
"""From this stability on a card is mature: the interval of the same length with a retention of 0.9,
which is how Anki tells old cards from young ones."""


class DayCell(NamedTuple):
    """Answers of one study day (days since 1970) that are alike, and the time they took.

    ``state`` and ``mature`` are the card's before the answer; ``first``: its first of that day.
    """

    day: int
    state: str
    rating: int
    first: bool
    mature: bool
    answers: int
    duration_ms: int


class KindCell(NamedTuple):
    """Answers on one kind of card that are alike, and the time they took."""

    kind: str
    state: str
    rating: int
    first: bool
    answers: int
    duration_ms: int


class Prediction(NamedTuple):
    """Answers of one bin that were given the same chance of recall, in twentieths."""

    twentieth: int
    tally: Tally


_WHAT = {
    "new": "reviews.id > :upto AND reviews.id <= :last AND undone_at IS NULL",
    "undone": "reviews.id IN (SELECT review_id FROM summary_undone)",
}
_FIRST = "(elapsed_days IS NULL OR elapsed_days > 0)"
_DAYS = """
    INSERT INTO review_days
    SELECT learner, study_day, state, rating, {first}, COALESCE(stability, 0) >= {mature},
        {sign} * count(*), {sign} * SUM(COALESCE(duration_ms, 0))
    FROM reviews NOT INDEXED WHERE {what} GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT DO UPDATE SET
        answers = answers + excluded.answers, duration_ms = duration_ms + excluded.duration_ms
"""
_KINDS = """
    INSERT INTO review_kinds
    SELECT learner, cards.kind, state, rating, {first},
        {sign} * count(*), {sign} * SUM(COALESCE(duration_ms, 0))
    FROM reviews NOT INDEXED JOIN cards ON cards.id = reviews.card_id
    WHERE {what} GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT DO UPDATE SET
        answers = answers + excluded.answers, duration_ms = duration_ms + excluded.duration_ms
"""
_PREDICTED = """
    SELECT stability, elapsed_days, reps, lapses, rating FROM reviews NOT INDEXED
    WHERE {what} AND stability IS NOT NULL AND elapsed_days > 0
"""
_TABLES = ("review_days", "review_kinds", "predictions", "summary_undone")


def catch_up(db: Database, model: Model) -> None:
    """Brings the sums up to the log; predictions are those of ``model``'s forgetting curve."""
    if not _behind(db):
        return
    with writing(db):
        upto, stale = _state(db)
        if stale:
            for table in _TABLES:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of this module
            upto = 0
        (last,) = db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
        for what, sign in (("new", 1), ("undone", -1)):
            _add(db, what, sign, {"upto": upto, "last": last}, model)
        db.execute("DELETE FROM summary_undone")
        db.execute("UPDATE summaries SET upto = ?, stale = 0 WHERE learner = ?", (last, LEARNER))


def days(db: Database) -> list[DayCell]:
    """Everything by study day, the earliest first."""
    found = db.execute(
        'SELECT study_day, state, rating, "first", mature, answers, duration_ms FROM review_days'
        " WHERE learner = ? AND answers > 0",
        (LEARNER,),
    )
    return list(map(DayCell._make, found))


def kinds(db: Database) -> list[KindCell]:
    """Everything by the kind of card."""
    found = db.execute(
        'SELECT kind, state, rating, "first", answers, duration_ms FROM review_kinds'
        " WHERE learner = ? AND answers > 0",
        (LEARNER,),
    )
    return [KindCell(*row) for row in found]


def predictions(db: Database) -> list[Prediction]:
    """What the model predicted and what came, bin by bin."""
    found = db.execute(
        "SELECT twentieth, elapsed_bin, reps_bin, lapses_bin, answers, predicted, recalled, loss"
        " FROM predictions WHERE learner = ? AND answers > 0",
        (LEARNER,),
    )
    return [
        Prediction(twentieth, Tally((elapsed, reps, lapses), *sums))
        for twentieth, elapsed, reps, lapses, *sums in found
    ]


def _state(db: Database) -> tuple[int, bool]:
    found = db.execute("SELECT upto, stale FROM summaries WHERE learner = ?", (LEARNER,)).fetchone()
    return int(found[0]), bool(found[1])


def _behind(db: Database) -> bool:
    upto, stale = _state(db)
    (last,) = db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
    undone = db.execute("SELECT 1 FROM summary_undone LIMIT 1").fetchone()
    return stale or last > upto or undone is not None


def _add(db: Database, which: str, sign: int, bounds: dict[str, int], model: Model) -> None:
    what = _WHAT[which]
    for sql in (_DAYS, _KINDS):
        db.execute(sql.format(first=_FIRST, mature=MATURE_DAYS, sign=sign, what=what), bounds)
    predicted = db.execute(_PREDICTED.format(what=what), bounds)
    rows = [
        (LEARNER, *key, *(sign * one for one in sums)) for key, sums in _summed(predicted, model)
    ]
    db.conn.executemany(
        "INSERT INTO predictions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " answers = answers + excluded.answers, predicted = predicted + excluded.predicted,"
        " recalled = recalled + excluded.recalled, loss = loss + excluded.loss",
        rows,
    )


def _summed(
    rows: Iterable[tuple[float, int, int, int, int]], model: Model
) -> Iterable[tuple[tuple[float, ...], list[float]]]:
    curve = forgetting_curve(model)
    found: dict[tuple[float, ...], list[float]] = {}
    for stability, elapsed, reps, lapses, rating in rows:
        chance, recalled = curve(stability, elapsed), rating != 1
        key = (*group_of(elapsed, reps, lapses), min(19, int(chance * 20)))
        sums = found.setdefault(key, [0, 0.0, 0, 0.0])
        sums[0] += 1
        sums[1] += chance
        sums[2] += recalled
        sums[3] += loss(chance, recalled)
    return found.items()
