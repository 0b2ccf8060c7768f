"""How a page marks a question and its answer, wherever they stand: ``Q:``, ``A:``."""

from __future__ import annotations

import re

from quizapp.reading import other_languages as others

_OPEN = r"^\W{0,4}(?:\*\*|__)?"
_CLOSE = r"\s?#?\d{0,2}\s?[:.)](?:\*\*|__)?\s*(?=\S)"
_LETTER = (
    rf"[{others.ASK_LETTERS}]\s?\d{{0,2}}:(?:\*\*|__)?\s*(?={others.ASKS}|[^?:]{{3,150}}\?\s*$)"
)

QUESTION_MARK = re.compile(
    rf"{_OPEN}(?:Q|Question|{others.ASK_WORDS}){_CLOSE}|{_OPEN}{_LETTER}|^Q\d{{1,2}}\s(?=\S)",
    re.IGNORECASE,
)
ANSWER_MARK = re.compile(
    rf"{_OPEN}(?:A|Answer|{others.ANSWER_WORDS}|[{others.ANSWER_LETTERS}](?=\s?:)){_CLOSE}",
    re.IGNORECASE,
)
ANSWER_INSIDE = re.compile(
    rf"(?<=[?.!*_])\s*\**\s*(?:A|Answer|(?i:{others.ANSWER_WORDS})|[{others.ANSWER_LETTERS}])"
    r"\s?\d{0,2}:\**\s+(?=\S)"
)
_ASKS = re.compile(
    r"^(?:(?:who|whose|whom|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|"
    r"should|will|would|has|have|had|may|in what|in which|at what|for whom)\b|"
    rf"{others.ASKS})",
    re.IGNORECASE,
)
_LONGEST = 30
"""Words of a question that is known by nothing but its question mark."""


def asks(text: str) -> bool:
    """``Q: Why?``: surely a question, not a title such as ``Q1 earnings``."""
    found = QUESTION_MARK.match(text)
    return found is not None and (":" in found[0] or "?" in text)


def answers(text: str) -> bool:
    """``A: Because``: surely an answer, not the name ``A. Byron``."""
    found = ANSWER_MARK.match(text)
    return found is not None and ":" in found[0]


_CALL = re.compile(
    r"^(?:please |you can |just |then )?(?:subscribe|write to|drop (?:us|me)|e-?mail|mail|"
    r"send (?:us|me|your)|leave (?:us |me )?an? |follow (?:us|me|the|our)|join (?:us|our|the)|"
    r"sign up|support (?:us|the|our)|"
    r"share (?:it|this|the)|rate (?:us|it|the)|get in touch|contact (?:us|me)|tell (?:us|a friend)|"
    r"let us know|consider (?:a|becoming|joining|supporting)|become an? |donate|reply to|"
    r"record (?:us|a) )",
    re.IGNORECASE,
)
_SHORT = 6
"""Words."""


def is_call(question: str, answer: str) -> bool:
    """``Enjoyed this? Subscribe to Night Radio.``: a page bids, and nothing is asked."""
    short = len(question.split()) <= _SHORT and not _ASKS.match(question)
    return short and bool(_CALL.match(answer))


def asks_barely(text: str) -> bool:
    """``Why do bees dance?``: one question and nothing else."""
    return (
        text.endswith("?")
        and text.count("?") == 1
        and len(text.split()) <= _LONGEST
        and bool(_ASKS.match(text))
    )
