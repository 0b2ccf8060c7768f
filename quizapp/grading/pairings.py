"""Two things that an answer sets against each other, each given what is the other's.

*Fiscal policy sets interest rates and monetary policy sets taxes* has all the right words.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from quizapp.grading.verdict import Doubt
from quizapp.grading.wording import Comparison, read

PARALLEL = 1
"""Keywords that two clauses share at least which are set against each other."""

_COARSE = re.compile(r"[.;!?](?:\s|$)|,? \b(?:while|whereas|but)\b|, and\b", re.IGNORECASE)
_FINE = re.compile(r"[.;!?,](?:\s|$)|\b(?:while|whereas|but|and)\b", re.IGNORECASE)


def swapped(comparison: Comparison) -> Doubt | None:
    """Two clauses of the answer whose words were typed crosswise."""
    typed = _unique(_clauses(comparison.typed.text, _FINE))
    for splitting in (_COARSE, _FINE):
        for one, other in _contrasts(comparison.right.text, splitting):
            mixed = [clause for clause in typed if clause & one and clause & other]
            if len(mixed) > 1:
                words = [_earliest(mixed[0] & part, comparison) for part in (one, other)]
                return Doubt(f"does “{words[0]}” go with “{words[1]}”?")
    return None


@lru_cache(maxsize=1024)
def _clauses(text: str, splitting: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """The roots of the keywords of each clause."""
    clauses = (frozenset(read(part).keywords) for part in splitting.split(text) if part)
    return tuple(clause for clause in clauses if clause)


def _unique(clauses: tuple[frozenset[str], ...]) -> list[frozenset[str]]:
    """What each clause has that no other has."""
    count = Counter(root for clause in clauses for root in clause)
    return [frozenset(r for r in clause if count[r] == 1) for clause in clauses]


@lru_cache(maxsize=1024)
def _contrasts(
    text: str, splitting: re.Pattern[str]
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of neighbouring clauses that say the like of two things: what is each one's own."""
    clauses = _clauses(text, splitting)
    own = _unique(clauses)
    return tuple(
        (own[at], own[at + 1])
        for at in range(len(clauses) - 1)
        if len(clauses[at] & clauses[at + 1]) >= PARALLEL
    )


def _earliest(roots: frozenset[str], comparison: Comparison) -> str:
    """The first of some roots in what was typed, as it stands there."""
    return next(word for root, word in comparison.typed.roots.items() if root in roots)
