"""What stands before a statement's clause, and its place in a question: ``In 1979, …``."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences import grammar
from quizapp.sentences.phrasing import capitalised
from quizapp.sentences.pronouns import has_pronoun

_FRONT = re.compile(
    r"^(?P<front>(?:In|On|At|Around|By|During|Within|Under|Among|Across|For|Before|After|Since|"
    r"Throughout|Until)\b [^,;:]{2,60}), (?P<rest>[^;]{12,})$"
)
_DATE = re.compile(
    r"^(?P<front>(?:In|On|By|Around|Since) (?:(?:early |late |mid-|\d{1,2} )?[A-Z][a-z]+ )?"
    r"(?:\d{1,2},? )?"
    r"(?:1\d{3}|20\d\d|\d{2,3})(?:s| BC| AD| BCE| CE)?) "
    r"(?P<rest>(?!and |or |to )[A-Za-z][^;]{12,})$"
)
_CONNECTS = re.compile(
    r"(?:in (?:fact|addition|other words|contrast|the end|short|summary|general|particular|turn|"
    r"practice|theory|reality|this|that|these|those|such|essence|conclusion|time|some|many|recent|"
    r"one)|"
    r"for (?:example|instance|this|that|now|years|decades|some|many|centuries)|"
    r"at (?:first|last|least|the same|this|that|times|some)|by (?:contrast|comparison|then|now)|"
    r"on (?:the (?:other|one) hand|average|balance|top)|after (?:all|that|this|years|decades)|"
    r"before (?:that|this|then)|since (?:then|that|this)|until (?:then|now|recently)|"
    r"during (?:this|that))\b",
    re.IGNORECASE,
)
"""What joins sentences, or says nothing without the one before."""


def fronted(statement: str) -> tuple[str, str] | None:
    """What a statement opens with, as it stands at the end of a question, and its clause; or None.

    ``In 1979 Volcker took over.`` gives ``in 1979`` and ``Volcker took over.``.
    """
    text = statement.strip().rstrip(".")
    found = _DATE.match(text) or _FRONT.match(text)
    if found is None or _CONNECTS.match(found["front"]) or has_pronoun(found["front"]):
        return None
    opening = language.tag(f"{found['front']}.")
    if any(t.tag in language.FINITE_TAGS or t.tag in ("VVG", "VVN") for t in opening):
        return None
    clause = f"{found['rest'][:1].upper()}{found['rest'][1:]}."
    parts = grammar.clause(clause)
    if parts is None or has_pronoun(parts.subject_text):
        return None
    return f"{found['front'][:1].lower()}{found['front'][1:]}", clause


_LONG = 14
"""Words of a question whose end stands too far from its verb to hold when it was."""


def ended(question: str, front: str) -> str:
    """A question with what the statement opened with at its end; before a long one."""
    if len(question.split()) > _LONG and "," in question:
        return f"{capitalised(front)}, {question[:1].lower()}{question[1:]}"
    return f"{question.removesuffix('?').removesuffix('.')} {front}?"
