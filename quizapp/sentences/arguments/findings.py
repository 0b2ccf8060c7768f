"""What a study or a trial showed: a statement asked for its ``that``-clause."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.verb_groups import VerbGroup
from quizapp.sentences.grammar import Clause

_SHOWING = frozenset(
    "show demonstrate suggest reveal prove imply mean find indicate confirm discover establish "
    "predict warn".split()
)
"""Verbs whose ``that``-clause is what was learnt."""


def finding(p: VerbGroup) -> Asked | None:
    """``The trial showed that X`` asked for X."""
    if p.main.lemma.lower() not in _SHOWING or not p.rest.startswith("that "):
        return None
    if len(language.content_words(p.clause.subject_text)) < 2 or _is_person(p.clause):
        return None
    question = p.question()
    if not question or re.match(r"that (?:it|they|he|she|this)\b", p.rest):
        return None
    return Asked(f"{question}?", p.rest, "that")


def _is_person(clause: Clause) -> bool:
    return all(t.text[:1].isupper() and t.is_noun for t in clause.subject)
