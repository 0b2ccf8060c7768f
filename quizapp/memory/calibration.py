"""How far predicted recall is from what came: log loss, and RMSE(bins) as the field measures it.

RMSE(bins) groups answers by days elapsed, answers before, and lapses: the root of the mean,
weighted by the groups' sizes, of the squared difference between mean prediction and mean recall
(Expertium, "Metrics of the SRS benchmark").
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

CERTAIN = 1e-4
"""A prediction is kept this far from 0 and 1, so that one surprise does not outweigh all else."""

Group = tuple[float, float, float]
"""A bin of RMSE(bins): by days elapsed, by answers before, by lapses before."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far predictions are from what came, over ``reviews`` answers; None without any."""

    log_loss: float | None
    rmse_bins: float | None
    reviews: int


class Judged(NamedTuple):
    """One prediction and what came: the chance of recall from 0 to 1, whether it was recalled."""

    chance: float
    recalled: bool
    group: Group


class Tally(NamedTuple):
    """The answers of one bin: how many, their predictions and recalls summed, their loss summed."""

    group: Group
    answers: int
    predicted: float
    recalled: int
    loss: float


def loss(chance: float, recalled: bool) -> float:
    """The log loss of one prediction: 0 for a sure one that came true, 0.69 for even odds."""
    right = chance if recalled else 1 - chance
    return -math.log(min(max(right, CERTAIN), 1 - CERTAIN))


def tally(judged: Iterable[Judged]) -> list[Tally]:
    """The answers bin by bin."""
    found: dict[Group, list[float]] = {}
    for one in judged:
        sums = found.setdefault(one.group, [0, 0.0, 0, 0.0])
        sums[0] += 1
        sums[1] += one.chance
        sums[2] += one.recalled
        sums[3] += loss(one.chance, one.recalled)
    return [Tally(group, int(n), p, int(y), cost) for group, (n, p, y, cost) in found.items()]


def measure(tallies: Sequence[Tally]) -> Calibration:
    """Both figures out of the bins' sums; a bin may stand there in several parts."""
    answers = sum(one.answers for one in tallies)
    if not answers:
        return Calibration(None, None, 0)
    bins: defaultdict[Group, list[float]] = defaultdict(lambda: [0, 0.0])
    for one in tallies:
        sums = bins[one.group]
        sums[0] += one.answers
        sums[1] += one.predicted - one.recalled
    squares = math.fsum(off**2 / many for many, off in bins.values())
    cost = math.fsum(one.loss for one in tallies)
    return Calibration(cost / answers, math.sqrt(squares / answers), answers)


@cache
def group_of(elapsed: int, reps: int, lapses: int) -> Group:
    """The bin of an answer ``elapsed`` days after the one before, after ``reps`` answers.

    Bins widen by a factor, with the benchmark's constants.
    """
    return (
        _step(elapsed, 2.48, 3.62, 2),
        _step(reps + 1, 1.99, 1.89, 0),
        _step(lapses, 1.65, 1.73, 0) if lapses else 0.0,
    )


def _step(value: int, scale: float, base: float, digits: int) -> float:
    return round(scale * base ** math.floor(math.log(value, base)), digits)
