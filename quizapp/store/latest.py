"""The latest answers that could be predicted: what the model said before each, and what came."""

from __future__ import annotations

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

    traits: Traits
    recalled: bool
    group: Group


def latest(db: Database, model: Model, before: date, many: int) -> list[Predicted]:
    """So many of the latest answers before a study day, the earliest first.

    The chances are those of ``model``'s curve.
    """
    curve = forgetting_curve(model)
    found = db.execute(
        "SELECT stability, elapsed_days, reps, lapses, rating"
        " FROM reviews INDEXED BY reviews_of_day WHERE learner = ? AND undone_at IS NULL"
        " AND study_day < ? AND elapsed_days > 0 AND stability IS NOT NULL"
        " ORDER BY study_day DESC, reviewed_at DESC, id DESC LIMIT ?",
        (LEARNER, to_day(before), many),
    ).fetchall()
    return [
        Predicted(
            Traits(curve(stability, elapsed), elapsed, lapses),
            rating > 1,
            group_of(elapsed, reps, lapses),
        )
        for stability, elapsed, reps, lapses, rating in reversed(found)
    ]
