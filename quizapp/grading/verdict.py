"""The words of grading: a grade, and what to say with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """What the program thinks of a typed answer."""

    CORRECT = "correct"
    PARTIAL = "partial"
    INCORRECT = "incorrect"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade, the keywords of the answer that were not there, and what to look at, if anything."""

    grade: Grade
    missing: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the learner should look at; ``sure`` where it makes an answer another one."""

    note: str
    sure: bool = True
