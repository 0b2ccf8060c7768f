"""The latest answers that could be predicted: what the model said before each, and what came."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.calibration import Group, group_of
from quizapp.correction import Traits
from quizapp.scheduling import Model, forgetting_curve
from quizapp.store.progress import LEARNER
from quizapp.store.records import to_day


class Predicted(NamedTuple):
    """A card's first answer of a later day: what was known before it, and whether it was known."""

    review_id: int
    traits: Traits
    recalled: bool


def latest(db: Database, model: Model, before: date, many: int) -> list[Predicted]:
    """So many of the latest answers before a study day, the earliest first.

    The chances are those of ``model``'s curve.
    """
    curve = forgetting_curve(model)
    found = db.execute(
        "SELECT id, stability, elapsed_days, lapses, rating"
        " FROM reviews INDEXED BY reviews_of_day WHERE learner = ? AND undone_at IS NULL"
        " AND study_day < ? AND elapsed_days > 0 AND stability IS NOT NULL"
        " ORDER BY study_day DESC, reviewed_at DESC, id DESC LIMIT ?",
        (LEARNER, to_day(before), many),
    ).fetchall()
    return [
        Predicted(number, Traits(curve(stability, elapsed), elapsed, lapses), rating > 1)
        for number, stability, elapsed, lapses, rating in reversed(found)
    ]


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
