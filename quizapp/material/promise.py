"""How promising a statement is: what makes it worth asking, and how much each reason counts."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material.statement import Statement
from quizapp.material.vocabulary import Vocabulary
from quizapp.model.reasons import Reason

_NUMBER = re.compile(r"\d")
_PLATITUDE = re.compile(
    r"\b(?:still much|much more to|more to (?:explore|learn|come)|rapidly (?:advanc|evolv|chang)|"
    r"remains? (?:to be seen|unclear|a challenge|an open)|is still a challenge|ongoing research|"
    r"continu(?:es?|ing) to evolve|plays? an? (?:crucial|important|key|vital) role|"
    r"(?:much|a lot) to (?:teach|learn|offer)|can be (?:very )?(?:powerful|rewarding|challenging)|"
    r"significant (?:impact|role|contributions?)|many aspects|valuable insights?|in the future)\b",
    re.IGNORECASE,
)
DEFINING = re.compile(
    r"\b(?:is|are|was|means?|refers? to|is called|are called|describes?|is known as|"
    r"is defined as)\s+(?:a|an|the|one|that|how|when|where|to)\b"
)
CAUSAL = re.compile(
    r"\b(?:because|since|therefore|so that|which is why|due to|thanks to|leads? to|led to|"
    r"allow(?:s|ed)?|enable[sd]?|cause[sd]?|result(?:s|ed)? in|made (?:it|them)|depends? on)\b"
)


def promise(statement: Statement, vocabulary: Vocabulary) -> tuple[Reason, ...]:
    """What makes a statement worth asking, with how much each counts (0 to 1 together)."""
    text, section = statement.text, statement.section
    heading = set(language.content_stems(section.heading or ""))
    stems = language.content_stems(text)
    close = len(heading & set(stems)) / len(heading) if heading else 0.0
    fit = 8 <= len(text.split()) <= 24
    return (
        Reason("the episode is about it", 0.30 * min(1.0, 2 * vocabulary.aboutness(text))),
        Reason("close to its heading", 0.15 * close),
        Reason("told in several places", 0.15 * statement.told_often),
        Reason("a heading that claims something", 0.10 * statement.is_heading),
        Reason("says what something is", 0.10 * bool(DEFINING.search(text))),
        Reason("says why, or what follows", 0.10 * bool(CAUSAL.search(text))),
        Reason("has a figure", 0.05 * bool(_NUMBER.search(text))),
        Reason("opens its section", 0.05 * (statement.position <= 0)),
        Reason("neither short nor long", 0.10 * fit),
        Reason("a commonplace", -0.25 * bool(_PLATITUDE.search(text))),
    )
