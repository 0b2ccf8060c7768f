"""Where something is laid, built or kept: a place that its verb asks for."""

from __future__ import annotations

import re

from quizapp.sentences.arguments.noun_phrases import first_clause, is_thing
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.verb_groups import VerbGroup

_PLACING = frozenset(
    "lay build nest live grow breed winter store hide bury settle spawn hibernate keep".split()
)
"""Verbs that say little without a place."""
_WHERE = re.compile(
    r"(?P<what>(?:[\w’'-]+ ){0,5}?)"
    r"(?P<where>(?:in|on|under|inside|beneath|below|along|among|near|behind|between) (?P<of>.+))$"
)


def place(p: VerbGroup) -> Asked | None:
    """``Mason bees lay their eggs in hollow stems`` asked for where they do."""
    if p.main.lemma.lower() not in _PLACING or p.voice == "passive":
        return None
    found = _WHERE.match(first_clause(p.rest))
    if (
        found is None
        or not is_thing(found["of"])
        or re.match(r"(?:the )?(?:1\d|20)\d\d", found["of"])
    ):
        return None
    question = p.question(f" {found['what'].strip()}".rstrip())
    if not question:
        return None
    return Asked(f"{question.replace('What ', 'Where ', 1)}?", found["where"], "prep")
