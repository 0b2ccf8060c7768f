"""Predicted recall corrected by what came of late: small, and learnt answer by answer.

The model predicts odds of recall; the correction multiplies them by what the learner's own answers
say of three things: that it is this learner, how many days have gone by, and how often the card was
forgotten. The weights start at nought and move a little with each answer towards what came
(logistic regression by stochastic gradient descent).

Learnt from are the latest ``REMEMBERED`` answers, so that it is always the same sum of the log, and
what was long ago is forgotten. It only says how likely recall is; when cards come back is the
model's business.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

REMEMBERED = 2000
"""So many of the latest answers are learnt from."""

RATE = 0.005
"""How far one answer moves a weight."""

SURE = 1e-3
"""A chance is kept this far from 0 and 1, where odds have no end."""

STRIDE = 100
"""For so many answers in a row, about a day's, the weights stay as they are."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of an answer before it is given.

    ``chance`` of recall by the model, ``elapsed`` study days since the answer before, at least
    one, and how often the card was forgotten before (``lapses``).
    """

    chance: float
    elapsed: int
    lapses: int

    @property
    def odds(self) -> float:
        """The model's prediction, from 0 to infinity."""
        chance = min(max(self.chance, SURE), 1 - SURE)
        return chance / (1 - chance)

    @property
    def values(self) -> tuple[float, float]:
        """Days and lapses about their usual values."""
        return math.log(self.elapsed) - 1.0, math.log(1 + self.lapses) - 0.5


Came = tuple[Traits, bool]
"""An answer: what was known of it before, and whether the card was recalled."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The weights as they stand after the answers so far: of the learner, of days, of lapses."""

    own: float = 0.0
    days: float = 0.0
    lapses: float = 0.0

    def predict(self, traits: Traits) -> float:
        """The corrected chance of recall."""
        days, lapses = traits.values
        odds = traits.odds * math.exp(self.own + self.days * days + self.lapses * lapses)
        return odds / (1 + odds)

    @property
    def factors(self) -> tuple[float, float, float]:
        """The same as a product of the odds and three things.

        These are the first, the days to the power of the second, and one more than the lapses to
        the power of the third.
        """
        scale = math.exp(self.own - self.days - 0.5 * self.lapses)
        return scale, self.days, self.lapses


def learnt(answers: Iterable[Came]) -> Correction:
    """The correction after these answers, the earliest first."""
    return _learnt([_plain(one) for one in answers])


def corrected(answers: Sequence[Came], start: int = 0, stride: int = STRIDE) -> list[float]:
    """The corrected chances of the answers from ``start`` on, each by what came before it alone."""
    plain = [_plain(one) for one in answers]
    found: list[float] = []
    for begin in range(start, len(answers), stride):
        correction = _learnt(plain[max(0, begin - REMEMBERED) : begin])
        found += [correction.predict(traits) for traits, _ in answers[begin : begin + stride]]
    return found


def _plain(came: Came) -> tuple[float, float, float, bool]:
    traits, recalled = came
    return (traits.odds, *traits.values, recalled)


def _learnt(answers: Iterable[tuple[float, float, float, bool]]) -> Correction:
    """Each answer moves the weights towards what came; in plain numbers, for there are many."""
    own = of_days = of_lapses = 0.0
    for odds, days, lapses, recalled in answers:
        better = odds * math.exp(own + of_days * days + of_lapses * lapses)
        step = RATE * (recalled - better / (1 + better))
        own += step
        of_days += step * days
        of_lapses += step * lapses
    return Correction(own, of_days, of_lapses)
