"""Questions that one statement answers: why, what a term is, what a thing shows or leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp import language
from quizapp.generators import whys
from quizapp.generators.definitions import apposition, definition
from quizapp.generators.drafting import MODEST, Side
from quizapp.generators.namings import naming
from quizapp.generators.questions import circumstances, subjects, verbs
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import Section
from quizapp.sentences import clauses, grammar
from quizapp.sentences.claims import is_empty, names_its_subject


def sides(statement: Statement, material: Material) -> Iterator[Side]:
    """The statement as questions: for its reason, what a term is, what its verb takes.

    Where it has none of these, its subject is asked for; where it only says that something
    matters, what that is.
    """
    if is_empty(statement.text):
        parts = grammar.clause(statement.text)
        if parts is not None and names_its_subject(statement.text, parts.verb.start):
            yield from filter(None, (subjects.side(statement, material),))
        yield from (side for side in verbs.sides(statement, material) if side.side == "what")
        return
    yield from apposition(statement, material)
    yield from filter(None, (naming(statement, material),))
    whole = list(_asked(statement, material))
    yield from whole
    taken = {side.prompt for side in whole}
    for part in clauses.conjuncts(statement.text):
        for side in _asked(replace(statement, text=part), material):
            if side.side == "is" or side.prompt in taken or _same_answer(side, whole):
                continue  # what sets two things apart defines neither
            if not (re.search(r"(?<!^)\b[A-Z]", side.prompt) or _of_heading(side, statement)):
                continue  # which carts?
            taken.add(side.prompt)
            yield replace(side, side=f"{side.side} of a part", explanation=statement.text)


def _of_heading(side: Side, statement: Statement) -> bool:
    """Whether a question takes up a word of the section's heading."""
    named = set(language.content_stems(statement.section.heading or ""))
    return bool(named & set(language.content_stems(side.prompt)))


def _same_answer(side: Side, others: Sequence[Side]) -> bool:
    """Whether the answer of a side is (a part of) the answer of another."""
    own = set(language.content_stems(side.answer))
    return any(own <= set(language.content_stems(other.answer)) for other in others)


def _asked(statement: Statement, material: Material) -> Iterator[Side]:
    """A statement of one clause as questions."""
    first = [whys.why(statement, material), definition(statement, material)]
    found = [side for side in first if side is not None]
    asked = {side.side for side in found}
    found += [s for s in circumstances.sides(statement, material) if s.side.split()[0] not in asked]
    if not found:
        found = list(verbs.sides(statement, material))
    yield from found or filter(None, (subjects.side(statement, material),))


def asks(section: Section, material: Material) -> bool:
    """Whether a statement of a section is asked for something in it."""
    return any(
        side.score >= MODEST
        for statement in material.statements
        if statement.section is section
        for side in sides(statement, material)
    )
