"""Answers of a word or two."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.replies.flaws import BROKEN
from quizapp.generators.replies.question import Question
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech import FIGURE
from quizapp.speech.utterances import plain

_WORDS_OF_ONE = 14
_NO_WORD = re.compile(
    r"\b(?:I|you|he|she|it|they|we|me|us|them|this|that|these|those|there|here|yes|no|not|never|"
    r"nothing|everything|something|exactly|lots?|sort|kind|maybe|perhaps|thank|thanks|sure|right|"
    r"my|your|our|his|her|its|their|one|ones|thing|things|both|same|course|oh|good|great)\b",
    re.IGNORECASE,
)
"""What points, doubts, or only goes along, where nothing but an answer is wanted."""
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def in_a_word(sentence: str, question: Question) -> str | None:
    """The answer in a word or two: ``What was the light in the tower? Twenty-four candles.``"""
    said = plain(sentence).rstrip(".")
    if question.word is None or not said or len(said.split()) > _WORDS_OF_ONE:
        return None
    if _NO_WORD.search(said) or BROKEN.search(said):
        return None
    tokens = language.tag(f"{said}.")
    last = tokens[-2:-1]  # before the full stop, which a far too long text has lost
    if any(t.tag in language.FINITE_TAGS for t in tokens) or not any(t.is_noun for t in last):
        return None
    name = any(t.tag == "NP0" for t in tokens)
    thing = len(language.content_words(said)) > 1 and tokens[0].tag not in ("PRP", "CJS")
    fits = {
        "who": name,
        "where": name,
        "when": FIGURE.search(said) is not None or _MONTHS.search(said) is not None,
        "which": name,
    }.get(question.word, thing)
    told = closed(capitalised(said))
    return told if fits and not question.is_echoed(told) else None
