"""The check that holds a card against the talk itself, where its transcript is there."""

from __future__ import annotations

import re

from quizapp import speech
from quizapp.blanks import BLANK
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.model import Card, CardKind

_VERBATIM = frozenset({CardKind.FINISH_QUOTE, CardKind.ATTRIBUTION, CardKind.ORDER})
"""Kinds that claim nothing of their own."""
_SHOWN = 240
"""Characters of the passage that a reason shows."""


def denied(card: Card, material: Material) -> str | None:
    """2: what a page says is not denied in the talk."""
    if card.kind in _VERBATIM or "transcript" in card.tags:
        return None
    denial = next(filter(None, map(material.denials.of, claims(card))), None)
    if denial is None:
        return None
    source = material.passages.source(speech.section_of(denial.turn), denial.words)
    place = f"{source.path}:{source.line_start}"
    words = denial.words
    if len(words) > _SHOWN:
        words = f"{words[:_SHOWN].rpartition(' ')[0]} …"
    return f"the transcript says otherwise ({place}: “{words}”)"


def claims(card: Card) -> list[str]:
    """What a card holds to be true: the filled or true sentence, or the answer."""
    if card.kind is CardKind.TRUE_FALSE:
        return [re.sub(r"^According to [^,]+, ", "", card.explanation or card.prompt)]
    filled = card.prompt
    for part in card.answer.split("; ") if filled.count(BLANK) > 1 else [card.answer]:
        filled = filled.replace(BLANK, part, 1)
    found = [filled] if BLANK in card.prompt else [card.answer]
    if card.explanation and fold(card.answer) in fold(card.explanation):
        found.append(card.explanation)
    return found
