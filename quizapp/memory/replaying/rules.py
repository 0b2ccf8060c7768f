"""FSRS-6 in plain numbers, its constants worked out once."""

from __future__ import annotations

import math

from quizapp.memory.replaying.answers import (
    AGAIN,
    EASY,
    GOOD,
    HARD,
    HOUR_MS,
    LEARNING,
    NEW,
    RELEARNING,
    REVIEW,
)
from quizapp.scheduling import Model

_LEAST_STABILITY = 0.001
_MOST_MODELS = 64


class Rules:
    """FSRS-6 with its constants worked out once; the order of the terms is py-fsrs's."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.rollover_ms = model.rollover.hour * HOUR_MS
        self.w: tuple[float, ...] = model.parameters
        w = self.w
        self.decay = -w[20]
        self.factor: float = 0.9 ** (1 / self.decay) - 1
        self.reach: float = model.desired_retention ** (1 / self.decay) - 1
        self.growth: float = math.e ** w[8]
        self.relapse: float = math.e ** (w[17] * w[18])
        self.short: list[float] = [math.e ** (w[17] * (rating - 3 + w[18])) for rating in range(5)]
        first: list[float] = [w[4] - math.e ** (w[5] * (rating - 1)) + 1 for rating in range(5)]
        self.first_difficulty = [min(max(one, 1.0), 10.0) for one in first]
        self.towards = w[7] * first[EASY]
        self.first_stability = [0.0, *(max(one, _LEAST_STABILITY) for one in w[:4])]
        self.steps = {
            NEW: model.learning_steps,
            LEARNING: model.learning_steps,
            RELEARNING: model.relearning_steps,
        }

        self.moves = _Moves(self)

    def moved(self, state: str, step: int, rating: int) -> tuple[str, int]:
        """The state and the learning step after an answer.

        There may have been more steps when the card came to the one it is in.
        """
        if state == REVIEW:
            again = rating == AGAIN and self.model.relearning_steps
            return (RELEARNING, 0) if again else (REVIEW, 0)
        many = len(self.steps[state])
        passed = rating == EASY or step >= many or (rating == GOOD and step + 1 == many)
        if not many or (passed and rating != AGAIN):
            return REVIEW, 0
        learning = LEARNING if state == NEW else state
        return learning, {AGAIN: 0, HARD: step, GOOD: step + 1}[rating]

    def difficulty(self, state: str, difficulty: float, rating: int) -> float:
        """The difficulty after an answer."""
        if state == NEW:
            return self.first_difficulty[rating]
        w = self.w
        change = -(w[6] * (rating - 3))
        moved = difficulty + (10.0 - difficulty) * change / 9.0
        return min(max(self.towards + (1 - w[7]) * moved, 1.0), 10.0)

    def stability(
        self, state: str, stability: float, difficulty: float, elapsed: int, rating: int
    ) -> float:
        """The stability that an answer leads to."""
        if state == NEW:
            return self.first_stability[rating]
        w = self.w
        if elapsed < 1:
            gain: float = self.short[rating] * stability ** -w[19]
            return max(stability * (gain if rating == AGAIN else max(gain, 1.0)), _LEAST_STABILITY)
        recall: float = (1 + self.factor * elapsed / stability) ** self.decay
        if rating == AGAIN:
            forgotten: float = (
                w[11]
                * (difficulty ** -w[12])
                * ((stability + 1) ** w[13] - 1)
                * (math.e ** ((1 - recall) * w[14]))
            )
            return max(min(forgotten, stability / self.relapse), _LEAST_STABILITY)
        grown: float = (
            self.growth
            * (11 - difficulty)
            * (stability ** -w[9])
            * ((math.e ** ((1 - recall) * w[10])) - 1)
            * (w[15] if rating == HARD else 1)
            * (w[16] if rating == EASY else 1)
        )
        return max(stability * (1 + grown), _LEAST_STABILITY)


class _Moves(dict[tuple[str, int, int], tuple[str, int]]):
    """What ``Rules.moved`` says, asked once: state, step and rating → state and step."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, asked: tuple[str, int, int]) -> tuple[str, int]:
        found = self[asked] = self._rules.moved(*asked)
        return found


_known: dict[int, tuple[Model, Rules]] = {}


def rules_of(model: Model) -> Rules:
    """The rules of a model, found by what it is: hashing its parameters would take longer."""
    found = _known.get(id(model))
    if found is None or found[0] is not model:
        if len(_known) > _MOST_MODELS:
            _known.clear()
        found = _known[id(model)] = (model, Rules(model))
    return found[1]
