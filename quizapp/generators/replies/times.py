"""Answers that say when: a date and nothing else."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.replies.question import HE, IT, Question
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech.phrases import words
from quizapp.speech.utterances import plain

_NEAR = 2
"""Sentences of a turn of which one may be no more than a time."""
_OF_A_DATE = words(
    "about around roughly early late mid the a of spring summer autumn fall winter Christmas "
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday morning evening night end beginning "
    "start middle year first second third fourth fifth sixth seventh eighth ninth tenth"
)
_A_YEAR = re.compile(
    rf"(?:in|around|about|on|since)(?: (?:{_OF_A_DATE}|[1-3]?\d(?:st|nd|rd|th)?),?){{0,6}} "
    r"(?:1\d|20)\d\ds?$",
    re.IGNORECASE,
)
"""A date and nothing else: where there is a place or somebody as well, it may be told of them."""
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def is_a_time(said: str, at: int) -> bool:
    """Whether a sentence says when and nothing else, or goes on from the question by a pronoun."""
    if not at and (IT.match(said) or HE.match(said)):
        return True
    return not any(t.tag in language.FINITE_TAGS for t in language.tag(said))


def years(text: str) -> set[str]:
    """The years that a text names: of more than one, only some may answer when a thing was."""
    return set(_YEAR.findall(text))


def in_a_year(sentences: list[str], question: Question) -> str | None:
    """``Embarrassingly late. In 1960.`` where it is asked when."""
    if not question.wants_time:
        return None
    for sentence in sentences[:_NEAR]:
        said = plain(sentence).rstrip(".")
        if _A_YEAR.match(said) is not None:
            return closed(capitalised(said))
        if years(said):
            return None
    return None
