"""The point of a long answer: what stands first in it, where the rest only explains.

Whoever asks *why* wants the reason, not the paragraph about it; but a question that asks for two
things is not answered by the first of them.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.grading.wording import Comparison, Wording, read

LONG = 25
"""Words from which an answer explains more than anybody would type."""

SAYS = 4
"""Keywords that are not the question's with which a first sentence says something by itself."""

_TWOFOLD = re.compile(
    r"\b(?:and|or) (?:what|why|how|who|whom|whose|when|where|which)\b|"
    r"\b(?:two|three|four|five|several|all|both) [a-z]+s\b",
    re.IGNORECASE,
)


def pointed(comparison: Comparison) -> Comparison | None:
    """The comparison with the point of a long answer alone; None where all of it was asked for."""
    if _TWOFOLD.search(comparison.asked.text):
        return None
    point = _point(comparison.right.text, comparison.asked)
    return Comparison(comparison.typed, point, comparison.asked) if point else None


def _point(answer: str, asked: Wording) -> Wording | None:
    """The first sentences of a long answer that say something new, if others follow."""
    if len(answer.split()) < LONG:
        return None
    sentences = language.sentences(answer)
    for count in range(1, len(sentences)):
        point = read(" ".join(sentences[:count]))
        if len(set(point.keywords) - asked.roots.keys()) >= SAYS:
            return point
    return None
