"""What a build did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.model.episodes import Problem


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in the words of ``build --json``.

    ``unread`` of the problems mean that something could not be read at all.
    """

    episodes: int
    notes: int
    cards: Mapping[str, int]
    new: int
    updated: int
    unchanged: int
    removed: int
    rejected: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    unread: int = 0
    seconds: float = 0.0
    slugs: tuple[str, ...] = field(default=())
