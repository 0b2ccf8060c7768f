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


_MINE = Form(rf"\b[Mm]y co-?host,? (?P<name>{NAME})(?=[.,;:!?]|\s[a-z]|$)", needs="host")
"""``I'm with my co-host, Carl Roe.``: both are hosts, if both speak here."""

_FIRST = 6
"""Turns from the start."""


def _read_called(draft: Draft) -> None:
    """Claims who calls another speaker ``my co-host`` at the start of a talk, and the other."""
    speakers = sorted({turn.speaker for turn in draft.turns if turn.speaker})
    guests = draft.values("guest")
    for turn in draft.turns[:_FIRST]:
        found = _MINE.search(turn.text[:_READ]) if turn.speaker else None
        other = resolve(found["name"], speakers) if found else None
        if other is None or turn.speaker is None or not is_name(turn.speaker):
            continue
        known = draft.values("host")
        if known and not any(resolve(one, [turn.speaker, other]) for one in known):
            return  # a visitor, with a co-host of another show
        if other != turn.speaker and not any(resolve(n, guests) for n in (turn.speaker, other)):
            for name in (turn.speaker, other):
                if resolve(name, draft.values("host")) is None:
                    draft.claim("host", name, turn.line_start)
            _put_first(turn.speaker, draft)
            return


def _put_first(name: str, draft: Draft) -> None:
    """Puts the one of the hosts who speaks first before the other."""
    claims = draft.claims
    hosts = [place for place, claim in enumerate(claims) if claim.field == "host"]
    told = sorted((claims[place] for place in hosts), key=lambda one: one.value != name)
    for place, claim in zip(hosts, told, strict=True):
        claims[place] = claim


def read(draft: Draft) -> None:
    """Claims the second of them as a host too, where the first one is known as the host."""
    _read_called(draft)
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
