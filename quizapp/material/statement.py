"""A sentence that a page says and cards ask: with the lines where it stands.

A *statement* is one sentence of a section that can stand alone, or can be made to without
changing its claim. Near-equal statements of several pages are one statement with all its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from quizapp.identity import fold
from quizapp.model import Section, SectionKind, Source

SAME_FACT = 88
"""Two statements are the same fact from this rapidfuzz ratio of their folded words on (0–100)."""
STATING = (
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.TAKEAWAY,
    SectionKind.HIGHLIGHT,
    SectionKind.QA,
    SectionKind.SUMMARY,
)
"""Kinds of sections whose sentences are statements."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that stands alone, where it stands, and how promising it is (0 to 1)."""

    text: str
    section: Section
    sources: tuple[Source, ...]
    position: int
    is_heading: bool = False
    score: float = 0.0

    @property
    def told_often(self) -> bool:
        """Whether several places tell it."""
        return len(self.sources) > 1


def each_once(statements: Iterable[Statement]) -> list[Statement]:
    """The statements in their order, each fact once with the sources of all that tell it."""
    unique: list[Statement] = []
    for statement in statements:
        twin = next((i for i, u in enumerate(unique) if _same(u.text, statement.text)), None)
        if twin is None:
            unique.append(statement)
        else:
            first = unique[twin]
            unique[twin] = replace(first, sources=merged(first.sources, statement.sources))
    return unique


def _same(a: str, b: str) -> bool:
    return fuzz.ratio(fold(a), fold(b), score_cutoff=SAME_FACT) > 0


def merged(first: Sequence[Source], second: Sequence[Source]) -> tuple[Source, ...]:
    """All sources of both, each place once, the first one's first."""
    places = {(s.path, s.line_start, s.line_end): s for s in (*second, *first)}
    ordered = [places.pop((s.path, s.line_start, s.line_end), None) for s in (*first, *second)]
    return tuple(s for s in ordered if s is not None)
