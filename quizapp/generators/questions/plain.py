"""The plain question for a thing that a section says something of."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.definitions import EMPTY_SUBJECT
from quizapp.generators.drafting import Side
from quizapp.generators.questions.pointing import CONSISTS, TURNED_ROUND, specific
from quizapp.generators.wordings import according_to, in_case
from quizapp.material import Material
from quizapp.model import CardKind, Section
from quizapp.sentences import arguments
from quizapp.sentences.claims import is_empty, names_its_subject
from quizapp.sentences.commonness import is_vague
from quizapp.sentences.grammar.subjects import asked_for_subject
from quizapp.sentences.phrasing import capitalised, closed

_STATES = re.compile(r"What (?:is|are|was|were) (?:(?:about|around|only|nearly|an?|the)\b|\d)")
_PLAIN_WORDS = 4
"""Content words of a plain question that, with whose account it is, single its answer out."""


def plainest(section: Section, material: Material) -> Side | None:
    """The question for a thing that a section says something of, where nothing better is asked.

    It says whose account it asks for, and takes the place of ``What does X say about …?``.
    """
    for statement in material.statements:
        if statement.section is not section or statement.is_heading:
            continue
        if is_empty(statement.text) and not names_its_subject(statement.text, 1):
            continue
        asked = [(a.question, a.answer) for a in arguments.asked(statement.text)]
        subject = asked_for_subject(statement.text)
        for question, answer in [*asked, *([subject] if subject else [])]:
            question = in_case(question, statement.text, material)
            if _is_plain(question, answer, material):
                return Side(
                    CardKind.RECALL,
                    according_to(question, material),
                    closed(capitalised(answer)),
                    0.0,
                    explanation=section.text,
                )
    return None


def _is_plain(question: str, answer: str, material: Material) -> bool:
    """Whether a plain question can be answered from the section, and by a thing worth knowing."""
    wanted, own = language.content_words(question), language.content_words(answer)
    if len(wanted) < _PLAIN_WORDS or not 2 <= len(own) <= 12 or material.is_trite(answer):
        return False
    if all(is_vague(w) or material.is_trite(w) for w in own) or EMPTY_SUBJECT.match(answer):
        return False
    if not specific(question, material) or _STATES.match(question):
        return False
    if TURNED_ROUND.search(question):
        return False
    if CONSISTS.match(question) and not question.startswith("What has been "):
        return False
    return not set(language.content_stems(answer)) & set(language.content_stems(question))
