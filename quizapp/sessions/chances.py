"""How likely cards are recalled now: by the model, and corrected by how the latest answers went.

The correction is that of the study day's beginning, so that the figures do not shift with each
answer, and one and the same for all pages of a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from quizapp.memory import calibration, correction
from quizapp.memory.calibration import Calibration, Group, Judged
from quizapp.memory.correction import Correction, Traits
from quizapp.model import Memory
from quizapp.scheduling import Model, retrievability
from quizapp.statistics import Corrected
from quizapp.store import latest, summaries
from quizapp.store.latest import Predicted
from quizapp.store.settings import memory_model, settings
from quizapp.store.worked_out import kept

_STEPS = 4
"""So often the weights are learnt anew while they are judged; more would take longer."""


@dataclass(frozen=True, slots=True)
class Online:
    """The online correction as it stands today, and how it did on the latest answers."""

    correction: Correction
    judged: Corrected

    @property
    def used(self) -> Correction | None:
        """The correction, unless it did no better than the model alone."""
        return self.correction if self.judged.used else None


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely one card is recalled today: by the model, and corrected where that helps."""

    recall: float
    corrected: float | None


def online(db: Database, model: Model, day: date) -> Online | None:
    """The correction of predicted recall; None where no fit found that it helps.

    It is worked out once a day, and again where answers of the past came in since.
    """
    if not settings(db).correction:
        return None
    basis = (correction.RATE, correction.REMEMBERED, day, model, summaries.answers_before(db, day))
    found = kept(db, "correction", basis, lambda: _worked_out(db, model, day))
    plain, corrected = (Calibration(**one) for one in found["judged"])
    return Online(Correction(**found["weights"]), Corrected(plain, corrected, found["helps"]))


def chance(db: Database, memory: Memory, day: date) -> Chance:
    """The chance of recall of a card on a study day."""
    model = memory_model(db)
    recall = retrievability(memory, day, model)
    found = online(db, model, day)
    elapsed = (day - memory.last_day).days
    if found is None or found.used is None or elapsed < 1:
        return Chance(recall, None)
    return Chance(recall, found.used.predict(Traits(recall, elapsed, memory.lapses)))


def _worked_out(db: Database, model: Model, day: date) -> dict[str, Any]:
    found = latest.latest(db, model, day, 2 * correction.REMEMBERED)
    came = [(one.traits, one.recalled) for one in found]
    # The earlier ones are learnt from only, so that the later ones meet what has learnt enough.
    begin = max(0, len(came) - correction.REMEMBERED)
    judged = found[begin:]
    groups = latest.groups(db, judged)
    plain = _judged(judged, groups, [one.traits.chance for one in judged])
    stride = max(1, len(judged) // _STEPS)
    corrected = _judged(judged, groups, correction.corrected(came, begin, stride))
    return {
        "weights": asdict(correction.learnt(came[begin:])),
        "judged": [asdict(plain), asdict(corrected)],
        "helps": (corrected.log_loss or 0.0) < (plain.log_loss or 0.0),
    }


def _judged(
    answers: Sequence[Predicted], groups: Sequence[Group], chances: Sequence[float]
) -> Calibration:
    every = zip(answers, groups, chances, strict=True)
    return calibration.measure(
        calibration.tally(Judged(chance, one.recalled, group) for one, group, chance in every)
    )
