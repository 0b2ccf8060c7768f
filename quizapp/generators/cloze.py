"""Cloze cards: a statement with its carrying phrase left out."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.blanks import Blank, blanked
from quizapp.generators.drafting import Side, modest
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind


def side(statement: Statement, blank: Blank, material: Material) -> Side:
    """The cloze card of a statement that asks for ``blank``."""
    score = 0.55 * statement.score + 0.35 * blank.score
    figure = is_figure(blank.text)
    floats = blank.by_reflex or (figure and _goes_on_with_a_year(statement))
    return Side(
        CardKind.NUMBER if figure else CardKind.CLOZE,
        blanked(statement.text, blank.phrase),
        blank.text,
        modest(score) if floats else score,
        side=fold(blank.text),
        accepted=acronyms(blank.text, material),
        explanation=None,
    )


_YEAR = re.compile(r"\b(?:1\d{3}|20[0-2]\d)\b")
_PAST = frozenset(("VVD", "VBD", "VHD", "VDD"))


def _goes_on_with_a_year(statement: Statement) -> bool:
    """Whether a statement tells more of what happened in the year of the sentence before it.

    ``The Bank bought gilts for thirteen days``: when, and why, the sentence before tells.
    """
    if statement.position < 1 or _YEAR.search(statement.text):
        return False
    before = language.sentences(statement.section.text)[: statement.position][-1:]
    told = any(_YEAR.search(sentence) for sentence in before)
    return told and any(token.tag in _PAST for token in language.tag(statement.text))


def is_figure(answer: str) -> bool:
    """Whether an answer is a number, with or without its scale: ``1.5 billion``, ``97 percent``."""
    return bool(re.fullmatch(rf"[$€£]?\d[\d.,]*%?(?: (?:{_SCALES}))?", answer))


_SCALES = "thousand|million|billion|trillion|percent|per cent"


def acronyms(answer: str, material: Material) -> tuple[str, ...]:
    """The acronym of an answer, or its long form, where the episode uses both."""
    letters = "".join(w[0] for w in fold(answer).split())
    bare = answer[:-1] if answer.endswith("s") and answer[:-1].isupper() else answer
    found = []
    for key, phrase in material.phrases.items():
        initials = "".join(w[0] for w in key.split())
        short = phrase.text
        if len(letters) > 1 and short.rstrip("s").isupper() and fold(short).rstrip("s") == letters:
            found.append(short)
        elif len(initials) > 1 and bare.isupper() and bare.lower() == initials:
            found.append(phrase.text)
    return tuple(dict.fromkeys(found))
