"""Predicted recall corrected by what came so far: small, and learnt answer by answer.

The model predicts log odds; the correction adds a sum of a few traits of the answer to them, with
weights that start at nought and move a little after each answer towards what came (logistic
regression by stochastic gradient descent). One trait follows the learner from hour to hour: how
much better or worse than predicted the last answers went.

It only says how likely recall is; when cards come back is the model's business.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

RATE = 0.005
"""How far one answer moves a weight."""

FORM_RATE = 0.1
"""How much of the last surprise goes into the form: it remembers about ten answers."""

_SURE = 1e-3


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of an answer before it is given.

    ``chance`` of recall by the model, ``elapsed`` study days since the answer before, how many
    ``answers`` the card got on that day, and whether the first of these was Again (``failed``).
    """

    chance: float
    elapsed: int
    answers: int
    failed: bool

    @property
    def log_odds(self) -> float:
        """The model's prediction, from minus to plus infinity."""
        chance = min(max(self.chance, _SURE), 1 - _SURE)
        return math.log(chance / (1 - chance))

    @property
    def values(self) -> tuple[float, ...]:
        """The traits about their usual values; the first is the constant."""
        return (
            1.0,
            self.log_odds - 1.5,
            math.log(self.elapsed) - 1.0,
            self.answers - 1.5,
            float(self.failed),
        )


@dataclass(slots=True)
class Correction:
    """The weights as they stand after the answers so far."""

    weights: list[float] = field(default_factory=lambda: [0.0] * 5)
    form: float = 0.0

    def predict(self, traits: Traits) -> float:
        """The corrected chance of recall."""
        added = sum(w * x for w, x in zip(self.weights, traits.values, strict=True))
        return 1 / (1 + math.exp(-(traits.log_odds + added + self.form)))

    def learn(self, traits: Traits, recalled: bool) -> float:
        """Moves the weights towards what came; returns what was predicted before."""
        chance = self.predict(traits)
        surprise = recalled - chance
        for index, value in enumerate(traits.values):
            self.weights[index] += RATE * surprise * value
        self.form += FORM_RATE * (surprise - self.form)
        return chance
