"""What was doubted was sure."""

from __future__ import annotations

import re

from quizapp.grading.synonyms import root
from quizapp.material.denials.sentences import Said, Text

_DOUBT = (
    r"(?:(?:not|n[’']t) (?:\w+ )?(?:clear|certain|sure|obvious|known)|unclear|uncertain|doubtful)"
)
_DOUBTED = re.compile(
    rf"\b\w*{_DOUBT} (?:at first )?(?:if|whether|that) (?P<subject>[^,.;]+?) "
    r"(?:would|will|could|can|did|does|should) (?:ever |really |actually |even )?(?P<verb>\w+)",
    re.IGNORECASE,
)
SURE = re.compile(
    r"\bI (?:always )?(?:thought|knew|believed|was (?:sure|certain|convinced|confident)|"
    r"(?:never|did not|didn[’']t) doubt\w*|had no doubt)\b",
    re.IGNORECASE,
)
_REAL_DOUBT = re.compile(
    rf"(?:\bthe (?:\w+ )?(?:thing|part|question|doubt|worry) (?:\w+ ){{0,4}}(?:was|is)|{_DOUBT})"
    r"(?P<what>.+)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:if|whether|unless|maybe|perhaps|might|not|never)\b|n[’']t\b|\?", re.I)


def was_sure(claim: Text, said: Said) -> bool:
    """``It was unclear whether X would work`` – ``X, I thought, would work; the doubt was Y``."""
    doubted = _DOUBTED.search(claim.text)
    if doubted is None or not said.has(doubted["subject"]):
        return False
    sure = SURE.search(said.text)
    verb = root(doubted["verb"])
    works = re.search(r"\b(?:would|will|was going to) (?:\w+ly )?(?P<verb>\w+)", said.text)
    if sure is None or works is None or root(works["verb"]) != verb:
        return False
    if _OPEN.search(said.text.replace(sure[0], "")):
        return False
    real = _REAL_DOUBT.search(said.after) or _REAL_DOUBT.search(said.before)
    return "doubt" in sure[0] or (
        real is not None and not Text(real["what"]).has(doubted["subject"])
    )
