"""What somebody was shown or given: the second of two objects of a verb."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.arguments.noun_phrases import first_clause, is_thing
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.verb_groups import VerbGroup

_GIVING = frozenset("show give teach offer send lend pay grant sell hand award".split())
"""Verbs that take whom and what."""
_LONGEST = 5
"""Words of the one that something is given to."""
_DATED = re.compile(r" (?P<when>in (?:the )?(?:early |late )?(?:1\d|20)\d\ds?)$")
_OPENS = re.compile(r"(?:an?|the|their|its|his|her|\d|two|three|four|five|six|ten|half)\b")


def given(p: VerbGroup) -> Asked | None:
    """``Bell showed reporters a strip of silicon`` asked for what it showed them."""
    if p.main.lemma.lower() not in _GIVING or p.voice == "passive":
        return None
    rest = first_clause(p.rest)
    first = next(iter(language.noun_phrases(rest)), None)
    if first is None or len(rest[: first.end].split()) > _LONGEST:
        return None
    if not re.fullmatch(r"(?:the |an? |each |every |its |their )?(?:\w+ )?", rest[: first.start]):
        return None
    what = rest[first.end :].strip()
    if not _OPENS.match(what) or not is_thing(what):
        return None
    dated = _DATED.search(what)
    when = f" {dated['when']}" if dated else ""
    answer = what[: dated.start()] if dated else what
    question = p.question(f" {rest[: first.end]}{when}")
    return Asked(f"{question}?", answer, "object") if question else None
