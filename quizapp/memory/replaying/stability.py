"""How a card stands after a history: its stability and difficulty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from quizapp.memory.replaying.answers import LEARNING, NEW
from quizapp.memory.replaying.rules import rules_of
from quizapp.scheduling import Model

Standing: TypeAlias = tuple[float, float]
"""A card's stability and difficulty."""


def standings(history: Iterable[tuple[int, int]], model: Model) -> Iterator[Standing]:
    """How a card stands after each rating, given with the days elapsed since the one before."""
    rules, state = rules_of(model), NEW
    stability = difficulty = 0.0
    for rating, elapsed in history:
        led_to = rules.stability(state, stability, difficulty, elapsed, rating)
        difficulty = rounded(rules.difficulty(state, difficulty, rating), 1_000, 3)
        stability = rounded(led_to, 10_000, 4)
        state = LEARNING
        yield stability, difficulty


def standing(history: Iterable[tuple[int, int]], model: Model) -> Standing:
    """How a card stands after all of a history; raises ValueError without any."""
    *_, last = standings(history, model)
    return last


def rounded(value: float, power: int, digits: int) -> float:
    """``round(value, digits)``, which takes ten times as long; ``power`` is ten to the digits.

    Away from the middle between two there is only one number of so many digits that is nearest.
    """
    scaled = value * power
    whole = int(scaled + 0.5)
    return whole / power if -0.499 < scaled - whole < 0.499 else round(value, digits)
