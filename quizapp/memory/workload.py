"""What a desired retention costs: how many reviews a day the cards known now come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.scheduling import Model, wanted_interval

RETENTIONS = (0.8, 0.85, 0.9, 0.93, 0.95, 0.97)

_AFTER_A_LAPSE = 1.0
"""Further answers that a forgotten card takes on its day."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A retention, the reviews a day it comes to, and these as a multiple of those at present."""

    retention: float
    reviews: float
    multiple: float


def costs(
    stabilities: Iterable[tuple[float, int]],
    model: Model,
    retentions: Iterable[float] = RETENTIONS,
) -> tuple[Cost, ...]:
    """The cost of each retention, for so many cards of each stability (days).

    The cards as they are now: what they will be worth later, and new ones, are not counted.
    Without any card the multiples are those of a card of middling age.
    """
    known = list(stabilities)
    sample = known or [(30.0, 1)]
    now = _reviews(sample, model)
    found = []
    for retention in retentions:
        wanted = _reviews(sample, replace(model, desired_retention=retention))
        found.append(Cost(retention, wanted if known else 0.0, wanted / now))
    return tuple(found)


def _reviews(stabilities: Iterable[tuple[float, int]], model: Model) -> float:
    answers = 1 + (1 - model.desired_retention) * _AFTER_A_LAPSE
    return sum(
        many * answers / max(1.0, wanted_interval(stability, model))
        for stability, many in stabilities
    )
