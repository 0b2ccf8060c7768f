"""The main clauses that talk strings together in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.sentences import clauses, grammar
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech.references import GRADED
from quizapp.speech.worth import CONDITION, SHORTEST

_SPLICED = re.compile(r", (?:and |but |so )?(?=[\w’'-]+ )")


_ASIDE = re.compile(
    r", (?:and|but|so) (?:maybe|perhaps|we|I|you|that['’]s|it['’]s|this is|"
    r"there['’]s)\b[^,]*.*$"
)
"""What somebody adds about what was said."""


_TAKES_UP = re.compile(
    r", (?:(?:and|so) )?(?:it|they|that|you)(?:['’](?:s|re)| (?:is|are|was|were|can|could|will|"
    r"would|goes|go|gets|get|has|have|makes|make|takes|take|puts))\b"
)
"""What takes the subject of the clause before it up: ``a cloud of gas and ash, and it can …``."""


_JOINT = re.compile(r"(?<=[a-z0-9]), (?=(?:an?|the|[A-Z][a-z]+) [\w-]+ )")


def _is_spliced(said: str) -> bool:
    """Whether a bare comma makes one of two sentences: ``It comes from soil, a man found it``."""
    if CONDITION.match(said) or GRADED.match(said):
        return False
    joint = _JOINT.search(said)
    if joint is None or "," in said[: joint.start()]:
        return False
    parts = (said[: joint.start()], said[joint.end() :])
    return all(grammar.clause(closed(capitalised(part))) is not None for part in parts)


_OF_BEFORE = re.compile(r"\b(?:it|its|they|them|their)\b")
"""What may mean a thing of the clause before, which is not shown with it."""


def told_in(said: str) -> Iterator[str]:
    """A spoken sentence, and the main clauses that talk strings together in it."""
    if not _is_spliced(said):
        yield said
    if len(said.split()) < 2 * SHORTEST or CONDITION.match(said):
        return
    aside = _ASIDE.search(said)
    if aside is not None and said[: aside.start()].count(" ") > SHORTEST:
        yield closed(said[: aside.start()])
    for at, part in enumerate(clauses.conjuncts(said)):
        if not at or not _OF_BEFORE.search(part):
            yield part
    taken_up = _TAKES_UP.search(said)
    if taken_up is not None and said[: taken_up.start()].count(" ") >= SHORTEST - 1:
        first = closed(said[: taken_up.start()])
        if grammar.clause(first) is not None:
            yield first
    for spliced in _SPLICED.finditer(said):
        parts = (said[: spliced.start()], said[spliced.end() :])
        told = [closed(capitalised(part)) for part in parts]
        if "," not in parts[0] and all(grammar.clause(part) is not None for part in told):
            yield told[0]
            if not _OF_BEFORE.search(told[1]):
                yield told[1]
