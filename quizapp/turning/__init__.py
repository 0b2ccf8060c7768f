"""Turning a true statement into a false one by exactly one change.

What is turned: a comparison (``more`` and ``less``, ``before`` and ``after``), one of two opposite
kinds (``supervised`` and ``unsupervised``), two things that change places, or a number. Names are
left alone: another name in one's place is either seen at once to be wrong, or not surely wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp import language
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.sentences.phrasing import without_trailing
from quizapp.turning.comparisons import turned_comparison, turned_size
from quizapp.turning.exchanges import exchanged
from quizapp.turning.figures import moved_number
from quizapp.turning.prefixes import turned_prefix

LONGEST = 30
"""Words of a sentence that can be judged at a glance."""
_HAS_FIGURE = re.compile(r"(?<![\d,.])(?!(?:1[0-9]|20)\d\d\b)\d")
"""A figure that is no year: what is to be remembered of a sentence."""
_DENIED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|ha[sd]|have)n['’]t\b|\b(?:is|was|are) not\b"
)
"""What is denied is not put right by denying its opposite."""
_HEDGED = re.compile(r"\b(?:may|might|possibly|perhaps|potentially|it's possible)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turned:
    """A false statement and the true one that it was made from."""

    false: str
    true: str


def false_form(statement: Statement, material: Material) -> Turned | None:
    """The statement with exactly one thing turned so that it is false, or None."""
    for text in dict.fromkeys((statement.text, without_trailing(statement.text))):
        if len(text.split()) > LONGEST or _HEDGED.search(text):
            continue
        named = set(language.plain_words((statement.section.heading or "").lower()))
        compares = re.search(r"\bthan\b(?! [\d$€£])", text) is not None
        ways: tuple[Callable[[str], str | None], ...]
        ways = (exchanged, turned_prefix, turned_comparison, moved_number)
        denied = _DENIED.search(text) is not None
        if denied:
            ways = (moved_number,)
        elif not compares and _HAS_FIGURE.search(text):
            ways = (exchanged, moved_number, turned_prefix, turned_comparison)
        for turn in ways:
            turned = turn(text) or (None if denied else turned_size(text, named))
            if turned is not None and not material.known(turned, at_least=99.5):
                return Turned(turned, text)
    return None
