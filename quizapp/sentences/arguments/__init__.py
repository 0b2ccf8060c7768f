"""A statement asked for one of its arguments: what a thing shows, depends on, leads to, and when.

Where :mod:`quizapp.sentences.grammar` asks for a subject or a reason, this asks for what the verb
takes: a clause (``What did the trial show?``), an agent (``What was it driven by?``), the object of
a preposition, a condition, or a plain object. As there, only shapes that are safely known without a
parse are turned (the rules are those of Heilman and Smith, 2010, for answer phrases).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizapp.sentences import grammar
from quizapp.sentences.arguments.findings import finding
from quizapp.sentences.arguments.objects import object_of
from quizapp.sentences.arguments.places import place
from quizapp.sentences.arguments.prepositions import governed
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.recipients import given
from quizapp.sentences.arguments.shapes import changed, condition, contrast, happening
from quizapp.sentences.arguments.verb_groups import VerbGroup, verb_group
from quizapp.sentences.pronouns import has_pronoun

_RULES: tuple[Callable[[VerbGroup], Asked | None], ...] = (
    finding,
    governed,
    given,
    place,
    object_of,
)
_LONGEST_ANSWER = 32
_INSERTED = re.compile(
    r", (?:which|who|while|though|although|such as|like|including|particularly|especially|notably|"
    r"once|now|known|or)\b"
)


def asked(statement: str) -> Iterator[Asked]:
    """The questions for what a statement's verb takes, the surest first."""
    text = _without_insertion(statement.strip().rstrip("."))
    yield from happening(statement)
    yield from changed(text)
    yield from condition(text)
    yield from contrast(statement.strip().rstrip("."))
    parts = grammar.clause(f"{text}.")
    group = verb_group(parts) if parts else None
    if group is None or has_pronoun(group.clause.subject_text):
        return
    for rule in _RULES:
        found = rule(group)
        if found is not None and len(found.answer.split()) <= _LONGEST_ANSWER:
            yield found
            return


def _without_insertion(text: str) -> str:
    """Without what stands between two commas after the subject: ``RNNs, while old, can …``."""
    start = _INSERTED.search(text)
    if start is None:
        return text
    for end in re.finditer(r", ", text[start.end() :]):
        after = text[start.end() + end.end() :]
        parts = grammar.clause(f"{text[: start.start()]} {after}.")
        if parts is not None and parts.text.startswith(after.split(" ")[0], parts.verb.start):
            return f"{text[: start.start()]} {after}"
    return text
