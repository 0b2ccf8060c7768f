"""Whether the words of a question point at its answer alone."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material import Material
from quizapp.sentences.claims import is_weighty
from quizapp.sentences.commonness import is_vague

CONSISTS = re.compile(
    r"(?:What|Who) (?:(?:is|are|was|were) (?:made|built|composed|full) (?:up )?of|consists? of|"
    r"contains?|has|had|needs?|includes?|resembles?)\b"
)
"""What many things are made of, or have."""
TURNED_ROUND = re.compile(
    r"^What (?:depends? on|is (?:less|more|not) (?:about|a matter))\b|\bno longer\b|"
    r"\b(?:instead|likewise|as well)\b"
)
"""What is asked from its wrong end, or beside something else."""


def specific(question: str, material: Material) -> list[str]:
    """The words of a question that are neither the episode's subject nor mere weight."""
    return [
        w
        for w in language.content_words(question)
        if not (is_vague(w) or is_weighty(w) or material.is_trite(w))
    ]
