"""What raises and lowers a score, in words and amounts that add up to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that raised (or, below zero, lowered) a score, and by how much."""

    name: str
    amount: float


def total(reasons: Iterable[Reason]) -> float:
    """The score that the reasons give, within 0 and 1."""
    return max(0.0, min(1.0, sum(r.amount for r in reasons)))


def weighed(reasons: Iterable[Reason], by: float) -> tuple[Reason, ...]:
    """The reasons as parts of a score that counts them only so much; none of no weight."""
    return tuple(Reason(r.name, r.amount * by) for r in reasons if r.amount)
