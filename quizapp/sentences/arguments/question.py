"""A question that a statement answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without the guest's name, its answer, and what it asks for."""

    question: str
    answer: str
    wants: str
