"""A claim that counts things, asked for them where its text goes through them."""

from __future__ import annotations

import re
from collections import Counter

from quizapp import language
from quizapp.model import Section

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = re.compile(
    r"(?P<who>(?!(?:there|it|they|nobody|no|none|neither|not)\b)(?:(?!\b(?:that|who|which|never|not|"
    r"always|only|rarely)\b)[^,;:]){3,60}?) (?P<have>has|have|had) "
    rf"(?P<what>(?P<number>{'|'.join(_NUMBERS)}) [a-z-]+(?: [a-z-]+){{0,5}})$",
    re.IGNORECASE,
)
"""``Camouflage has three layers``, ``bacteria have four main ways of surviving a drug``."""
_ONE_OF = re.compile(r"(?:One|The first|First|Another|The second|Second|The other|Some|Others)\b")


def question(claim: str, section: Section) -> str | None:
    """``Camouflage has three layers`` as ``Which three layers does camouflage have?``; or None."""
    found = _COUNTED.match(claim)
    verbs = sum(t.tag in language.FINITE_TAGS for t in language.tag(claim))
    if found is None or verbs != 1 or not _lists(section.text, found["number"]):
        return None
    helper = {"has": "does", "had": "did"}.get(found["have"].lower(), "do")
    return f"Which {found['what']} {helper} {found['who']} have?"


def _lists(text: str, number: str) -> bool:
    """Whether a text goes through so many things, in one sentence or one by one."""
    count = _NUMBERS[number.lower()]
    sentences = language.sentences(text)
    first = sentences[0] if sentences else ""
    together = len(re.findall(r",| and\b", first)) >= count - 1 and len(first.split()) > count
    starts = Counter(s.split()[0] for s in sentences if s)
    alike = max(starts.values(), default=0) >= count - 1
    return together or alike or bool(sentences and _ONE_OF.match(first))
