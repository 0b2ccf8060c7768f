"""Neither, for what a claim says is both."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material.denials.sentences import Said, Text, roots

_BOTH = re.compile(
    r"\b(?:is|are|was|were|(?:elements?|aspects?|features?|parts?|qualities|traits|union|mix|"
    r"mixture|blend|combination) (?:of|from)) both\b",
    re.IGNORECASE,
)
NEITHER = re.compile(
    r"(?P<subject>(?:[\w’'-]+ ){1,4})(?:is|are|was|were) (?:really |actually |in fact )?neither\b"
    r"(?P<what>[^.;]*)",
    re.IGNORECASE,
)


def is_neither(claim: Text, said: Said) -> bool:
    """``X has elements of both`` – ``X is neither``."""
    neither = NEITHER.search(said.text)
    if neither is None or not _BOTH.search(claim.text):
        return False
    subject = language.noun_phrases(f"{neither['subject']}is here")
    told = roots(re.sub(r"^According to [^,]+, ", "", claim.text))
    wanted = roots(subject[-1].text) if subject else []
    if not wanted or told[: len(wanted)] != wanted:
        return False
    things = re.split(r"\bnor\b", neither["what"]) if " nor " in neither["what"] else []
    return all(claim.has(thing) for thing in things)


_AND_BOTH = re.compile(
    r",? and (?:is|are|was|were|has|have|had|combines?|shares?) [^,.;]*\bboth(?=[,.;]|$)",
    re.IGNORECASE,
)


def without_both(claim: str, _said: Said) -> str | None:
    """What else a claim says of a thing that is neither."""
    kept = _AND_BOTH.sub("", claim, count=1)
    return kept if kept != claim and not _BOTH.search(kept) else None
