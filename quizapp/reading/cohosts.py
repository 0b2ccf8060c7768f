"""Two who greet the listeners one after the other: ``I'm Ada Byron.`` ``And I'm Carl Roe.``"""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.people import resolve

_I = r"I(?:['’]m| am)"
_SAYS = Form(rf"\b{_I} (?P<name>{NAME}|{BIG}[\w'’-]+)(?=[.,;!?]|\s[a-z]|$)")
_TOO = Form(rf"^\W{{0,3}}[Aa]nd {_I} (?P<name>{NAME}|{BIG}[\w'’-]+)(?=[.!](?:\s|$))")
"""``And I'm Carl Roe.``, the first sentence of a turn"""

_MET = re.compile(r"\b(?:[Ww]ith me|[Mm]y guest|[Jj]oined by|[Jj]oining me|[Mm]eet)\b")
"""Whoever greets presents somebody, who then answers."""

_SHARED = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
"""``Today we talk about bread``, as those say whose show it is"""

_READ, _PAIR = 900, 2
"""Letters of what is said first; turns that greet."""


def read(draft: Draft) -> None:
    """Claims the second of them as a host too, where the first one is known as the host."""
    hosts, named = draft.values("host"), [turn for turn in draft.turns if turn.speaker][:_PAIR]
    if len(hosts) != 1 or len(named) != _PAIR:
        return
    first, second = named
    name = second.speaker or ""
    if resolve(first.speaker or "", hosts) is None or not is_name(name):
        return
    if resolve(name, [*hosts, *draft.values("guest")]) is not None:
        return
    own = (bare_name(one["name"]) for one in _SAYS.finditer(first.text[:_READ]))
    greets = any(_is_own(said, first.speaker or "") for said in own)
    too = _TOO.match(second.text[:_READ])
    if not greets or too is None or _MET.search(first.text[:_READ]):
        return
    several = len({turn.speaker for turn in draft.turns if turn.speaker}) > _PAIR
    shared = several or _SHARED.search(second.text[too.end() : _READ]) is not None
    if shared and _is_own(bare_name(too["name"]), name):
        draft.claim("host", name, second.line_start)


def _is_own(said: str, speaker: str) -> bool:
    return said == speaker.split()[0] or resolve(said, [speaker]) is not None
