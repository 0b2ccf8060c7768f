"""Questions for what a statement's verb takes: what a thing shows, depends on, leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp import language
from quizapp.generators.drafting import Side, modest
from quizapp.generators.questions.pointing import TURNED_ROUND, specific
from quizapp.generators.questions.topics import on_topic
from quizapp.generators.wordings import in_case
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind
from quizapp.sentences import arguments, fronting, predicates
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.commonness import is_vague
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.phrasing import capitalised, closed

_PLAIN_ANSWER = 5.0
"""On the Zipf scale: a thing in a word so common is not worth asking for."""
_HEDGED = (
    re.compile(r"^What (?:could|may|might|should)\b"),
    re.compile(r"^What (?:can|could|may|might|should|would|will)\b"),
)
"""What a thing may do is no fact; what it can do neither, where only an object is asked for."""
_EITHER = re.compile(
    r"What (?:\w+ )?(?:[\w'’-]+ ){0,5}(?:either|both|the other|each) (?:sides?|ones?|cases?)\b"
)
"""What only the sentence before singles out."""
_RARE = 3.8
"""On the Zipf scale: a word so rare tells by itself what is meant."""
_NEW = 3
"""Words of what was found that its question does not say."""
_ENOUGH = {"how long": 2, "for": 2, "differ": 2, "called": 3, "to do": 2}
"""Content words of a question, by what is asked for; three for the others."""
_SPECIFIC = {"by": 3, "prep": 2, "when": 1, "how long": 1, "for": 1, "differ": 1}
"""Words of a question that single its answer out, by what is asked for; two for the others."""


def sides(statement: Statement, material: Material) -> Iterator[Side]:
    """The statement asked for what its verb takes, where that is told and worth finding."""
    for asked in _predicate(statement, material):
        if asked.wants == "that" and material.names.mentions(asked.question):
            continue  # what the guest thinks of something is no pointed question
        question = in_case(asked.question, statement.text, material)
        if _tells(asked, question, material):
            score = 0.45 + 0.4 * statement.score
            yield Side(
                CardKind.RECALL,
                question,
                closed(capitalised(_reason_in_case(asked, material))),
                score if _is_pointed(asked, question, material) else modest(score),
                side=asked.wants,
                explanation=statement.text,
            )


def _predicate(statement: Statement, material: Material) -> Iterator[Asked]:
    """What a statement's predicate and its verb's arguments are asked for, each question once.

    What the statement opens with (``In 1979, …``) ends the question.
    """
    seen: set[str] = set()
    fronted = fronting.fronted(statement.text)
    for asked in (*predicates.asked(statement.text), *arguments.asked(statement.text)):
        if asked.question not in seen:
            seen.add(asked.question)
            yield on_topic(asked, statement, material)
    if fronted is not None:
        front, clause = fronted
        for asked in (*predicates.asked(clause), *arguments.asked(clause)):
            if asked.question not in seen:
                seen.add(asked.question)
                asked = on_topic(asked, statement, material)
                yield replace(asked, question=fronting.ended(asked.question, front))


def _reason_in_case(asked: Asked, material: Material) -> str:
    """An answer, where it is a reason, without the capital that opened its sentence."""
    mark, _, rest = asked.answer.partition(" ")
    if mark != "because" or not rest:
        return asked.answer
    first, gap, left = rest.partition(" ")
    return f"{mark} {material.cased(first)}{gap}{left}"


def _is_pointed(asked: Asked, question: str, material: Material) -> bool:
    """Whether enough words of a question single its answer out."""
    return len(specific(question, material)) >= _SPECIFIC.get(asked.wants, 2)


def _tells(asked: Asked, question: str, material: Material) -> bool:
    """Whether a question says enough to find its answer, and its answer is worth finding."""
    wanted = [w for w in language.content_words(question) if not material.names.mentions(w)]
    answer = language.content_words(asked.answer)
    enough = 4 if asked.wants.startswith(("object", "contrast")) else _ENOUGH.get(asked.wants, 3)
    if asked.wants == "prep" and any(language.zipf(w) < _RARE for w in wanted):
        enough = 2  # "What are Japanese chisels made of?"
    if asked.wants == "object" and re.match(r"What (?:do|did) \w+ and \w+ ", question):
        enough = 3  # what two things have in common
    if (
        len(wanted) < enough
        or not 5 <= len(question.split()) <= 30
        or (asked.wants != "that" and material.is_trite(asked.answer))
    ):
        return False
    if re.search(r"\b(?:that|which) (?:followed|ensued|came (?:next|after))\b", question):
        return False  # what it followed, another sentence tells
    if _EITHER.match(question) or TURNED_ROUND.search(question):
        return False
    if _HEDGED[asked.wants.startswith(("object", "contrast"))].match(question):
        return False
    if asked.wants != "that" and all(is_vague(w) or material.is_trite(w) for w in answer):
        return False
    if asked.wants == "differ":
        return True
    if asked.wants == "object" and len(answer) == 1:
        bare = answer[0]
        if is_person(language.stem(bare)) or language.zipf(bare) > _PLAIN_ANSWER:
            return False  # "Patients." "Work."
    own = set(language.content_stems(asked.answer))
    shared = own & set(language.content_stems(question))
    if asked.wants == "that":
        return len(own - shared) >= _NEW  # what it is about may stand in both
    return (
        not shared
        if asked.wants.startswith(("object", "contrast"))
        else 3 * len(shared) <= len(own)
    )
