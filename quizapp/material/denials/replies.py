"""A question is answered by no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizapp import language
from quizapp.material.denials.sentences import COVERING, NOT_ALL, SHARED, Text
from quizapp.model import Turn

_NO = re.compile(
    r"(?:(?:well|oh|actually|um|uh|hm+|yeah),? )*"
    r"(?:nope|no(?=[.,;!]| ?[–—-]| (?:I|it|that|they|we|you|he|she|this|there)\b)|"
    r"not (?:at all|quite|really|exactly)(?=[.,;!])|"
    r"I (?:don[’']t|wouldn[’']t|do not|would not) (?:think so|say (?:so|that)|agree)|I disagree|"
    r"absolutely not|on the contrary|quite the (?:opposite|contrary)|"
    r"that(?:[’']s| is) (?:not (?:right|true|so|the case)|wrong|a myth))",
    re.IGNORECASE,
)
_NO_REALLY = re.compile(
    r"(?:\w+,? )?no(?:pe)?,? (?:no\b|yeah|you(?:[’']re| are) right|I agree|absolutely|definitely|"
    r"exactly|that(?:[’']s| is) (?:right|true|fine|a good|great)|I (?:know|mean|think|understand)|"
    r"it(?:[’']s| is) (?:true|right))",
    re.IGNORECASE,
)
_OPEN_QUESTION = re.compile(
    r"(?:^|, |\b(?:and|so|but) )(?:what|why|how|who|whom|whose|when|where|which)\b|\bor\b", re.I
)
_IN_QUESTION = 0.8


@dataclass(frozen=True)
class Reply:
    """What somebody was asked or told, and who denies it."""

    asked: Text
    turn: Turn
    words: str


def replies(turns: Iterable[Turn], host: str | None) -> Iterator[Reply]:
    """What those who are not the host answer by no."""
    for asking, answering in pairwise(turns):
        if asking.path != answering.path or answering.speaker == (host or ""):
            continue
        no = _NO.match(answering.text)
        if no is None or _NO_REALLY.match(answering.text):
            continue
        asked = next(reversed(language.sentences(asking.text)), "")
        first = " ".join(language.sentences(answering.text)[:2])
        if not _OPEN_QUESTION.search(asked):
            yield Reply(Text(asked), answering, f"{asked} – {first}")


def answered_no(claim: Text, reply: Reply) -> bool:
    """The claim was put to the guest, who said no."""
    shared = claim.own & reply.asked.own
    if len(shared) < SHARED or len(shared) < _IN_QUESTION * len(claim.own):
        return False
    if claim.is_negated or reply.asked.is_negated or NOT_ALL.search(claim.text):
        return False
    return len(shared) >= COVERING * len(reply.asked.own)
