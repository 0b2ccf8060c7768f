"""The latest answers that could be predicted: what the model said before each, and what came."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.memory.calibration import Group, group_of
from quizapp.memory.correction import Traits
from quizapp.memory.replaying import standings
from quizapp.scheduling import Model, forgetting_curve
from quizapp.store.models import eras
from quizapp.store.progress import LEARNER
from quizapp.store.records import to_day


class Predicted(NamedTuple):
    """A card's first answer of a later day: what was known before it, and whether it was known."""

    review_id: int
    traits: Traits
    recalled: bool


def latest(db: Database, model: Model, before: date, many: int) -> list[Predicted]:
    """So many of the latest answers before a study day, the earliest first.

    The chances are those that ``model`` gives, also where another one was in force then.
    """
    curve = forgetting_curve(model)
    found = db.execute(
        "SELECT id, stability, elapsed_days, lapses, rating"
        " FROM reviews INDEXED BY reviews_of_day WHERE learner = ? AND undone_at IS NULL"
        " AND study_day < ? AND elapsed_days > 0 AND stability IS NOT NULL"
        " ORDER BY study_day DESC, reviewed_at DESC, id DESC LIMIT ?",
        (LEARNER, to_day(before), many),
    ).fetchall()
    if any(era.model.parameters != model.parameters for era in eras(db)):
        stood = _restated(db, [number for number, *_ in found], model)
        found = [(number, stood[number], *rest) for number, _, *rest in found]
    return [
        Predicted(number, Traits(curve(stability, elapsed), elapsed, lapses), rating > 1)
        for number, stability, elapsed, lapses, rating in reversed(found)
    ]


def _restated(db: Database, answers: Sequence[int], model: Model) -> dict[int, float]:
    """The stability before each of these answers, had ``model`` been in force from the start."""
    log = db.execute(
        "SELECT card_id, id, rating, COALESCE(elapsed_days, 0) FROM reviews"
        " WHERE learner = ? AND undone_at IS NULL AND card_id IN"
        " (SELECT card_id FROM reviews WHERE id IN (SELECT value FROM json_each(?)))"
        " ORDER BY card_id, reviewed_at, id",
        (LEARNER, json.dumps(answers)),
    )
    stood: dict[int, float] = {}
    for _, rows in groupby(log, key=itemgetter(0)):
        history = [row[1:] for row in rows]
        after = standings(((rating, elapsed) for _, rating, elapsed in history), model)
        # How a card stood before an answer is how it stood after the one before.
        for (number, _, _), (stability, _) in zip(history[1:], after, strict=False):
            stood[number] = stability
    return stood


def groups(db: Database, answers: Sequence[Predicted]) -> list[Group]:
    """The bins in which these answers are judged: by the days before, and those of a lapse."""
    found = db.execute(
        "SELECT one.id, count(*), COALESCE(sum(past.elapsed_days > 0 AND past.rating = 1), 0)"
        " FROM json_each(?) AS asked JOIN reviews AS one ON one.id = asked.value"
        " JOIN reviews AS past ON past.card_id = one.card_id AND past.learner = one.learner"
        " AND past.undone_at IS NULL AND past.reviewed_at < one.reviewed_at"
        " WHERE past.elapsed_days IS NULL OR past.elapsed_days > 0 GROUP BY one.id",
        (json.dumps([one.review_id for one in answers]),),
    )
    before = {number: (days, lapses) for number, days, lapses in found}
    return [group_of(one.traits.elapsed, *before.get(one.review_id, (0, 0))) for one in answers]
