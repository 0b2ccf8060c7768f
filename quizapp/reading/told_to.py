"""Who tells what is told, and to whom: ``Ada Byron explains …, in conversation with Carl Roe``."""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import without_trade
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve

_TO = re.compile(
    r"(?:(?:^|[,;.!?–—]\s|\s)(?:(?:here|all|and) )?[Ii]n (?:an? |this )?(?:[a-z-]+ )?"
    r"(?:conversation|discussion|dialogue|interview|talk) with|"
    r"[,;–—]\s(?:talking|speaking|chatting) (?:to|with)|as told to)\s"
    r"(?:(?:our |the )?(?:host|presenter|interviewer)[, ]\s?)?(?:(?:Dr|Prof|Professor)\.?\s)?$"
)
_NO_TRADE = r"(?:host|presenter|interviewer|reporter|moderator|podcaster|after|under|another)\b"
_TELLS = Form(
    rf"(?P<name>{NAME})(?:,\s[^!?\n]{{2,140}}?,|\s\([^()\n]{{1,60}}\)|"
    r"\s(?:of|at|from) [^,.!?\n]{2,60}?)?\s(?:[a-z]+ly\s)?"
    r"(?:says|explains|describes|reveals|shares|argues|recalls|recounts|tells|warns|shows|outlines|"
    r"reflects|makes the case|sets out|lays out|defends|walks through|takes us|looks back|"
    r"breaks down|demonstrates|remembers)\b"
    rf"|(?:^|[a-z.]\s)(?:(?!{_NO_TRADE})[a-z-]{{3,20}}(?:ist|er|or|ian|wright|"
    r"smith|man|woman) (?:(?:Dr|Prof|Professor)\.? )?|(?:Dr|Prof|Professor)\.? )"
    rf"(?P<name2>{NAME}),? (?=[Ii]n )"
)
_BEFORE = 600


def teller(name: str, text: str, draft: Draft) -> str:
    """Who tells of a subject ``in conversation with`` somebody, who then is the host; or nobody."""
    place = text.find(name)
    start = text.rfind("\n", 0, place) + 1
    before = text[max(start, place - _BEFORE) : place] if place >= 0 else ""
    told = _TELLS.search(before) if _TO.search(before) else None
    if told is None or draft.values("host"):
        return ""
    one = without_trade(told["name"] or told["name2"], text)
    last, other = one.split()[-1], name.split()[-1]
    apart = is_name(one) and " " in one and resolve(one, [name]) is None
    return one if apart and _count(last, text) >= _count(other, text) else ""


def _count(word: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}\b", text))
