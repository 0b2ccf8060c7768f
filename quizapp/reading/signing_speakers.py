"""Who of those that speak in a talk signs the page with it: its host."""

from __future__ import annotations

import re

from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_SIGNED = Form(rf"^(?:[Bb]y )?(?P<name>{NAME})(?: [·|•] Launched \S.{{2,30}})?$")
"""``Ada Byron``, ``By Ada Byron``, ``By Ada Byron · Launched 2 years ago``"""

_WITH_CREDITS = Form(rf"^[Bb]y (?P<name>{NAME})(?= [·|•] [A-Z\d])", needs="y ")
"""``By Ada Byron · Photographs by Carl Roe · 11 min read``"""

_DATED = Form(rf"^[\w ,./-]{{8,30}}? [|·•–—-] [Bb]y (?P<name>{NAME})$", needs="y ")
"""``4 March 2020 | By Ada Byron``"""

_INVITED = re.compile(
    r"\b[Tt]hank(?:s| you)(?: \w+){0,3} for (?:having|inviting) (?:me|us)\b", re.IGNORECASE
)
"""What a guest says."""

_SHOW = r"(?:podcast|show|radio|program(?:me)?|episode|series)"
_WAS_ON = re.compile(
    rf"\bI (?:was|went|appeared|came)(?: \w+){{0,3}}? on "
    rf"(?:(?:the )?[A-Z]|(?:[\w'’]+ ){{1,5}}{_SHOW}\b)"
    rf"|\bI(?:['’]d| had| recently)? joined [^.!?]{{2,50}}(?: on (?:the )?[A-Z]|\b{_SHOW}\b|"
    r" to (?:talk|speak|discuss|chat)\b)|\b(?:interviewed me|had me on|I was interviewed)\b"
)
"""What somebody says who was the guest of others: ``I was on a podcast``"""

_TOP, _NEAR, _LONGEST = 20, 2, 90
"""Blocks from the top; blocks between a name and a day; letters of such a line."""


def read(draft: Draft) -> None:
    """Claims the one speaker who signs, where she speaks first and asks more than the others."""
    _read_day(draft)
    if draft.values("host") or not draft.turns:
        return
    speakers = {turn.speaker for turn in draft.turns if turn.speaker and is_name(turn.speaker)}
    if len(speakers) < _NEAR:
        return
    signed = {name for name in _signers(draft) if resolve(name, sorted(speakers)) is not None}
    name = signed.pop() if len(signed) == 1 else None
    if name is None or resolve(name, draft.values("guest")) is not None:
        return
    host = resolve(name, sorted(speakers))
    first = next(turn.speaker for turn in draft.turns if turn.speaker in speakers)
    asked = sum(turn.text.count("?") for turn in draft.turns if turn.speaker == host)
    others = sum(turn.text.count("?") for turn in draft.turns if turn.speaker != host)
    if host and first == host and asked > others and not _was_guest(host, draft):
        draft.claim("host", host, draft.turns[0].line_start)


_POSTED = Form(
    rf"^(?:[Pp]osted|[Pp]ublished|[Ww]ritten) by (?P<name>{NAME}) on (?P<day>.{{6,30}})$"
)
"""``Posted by Ada Byron on May 4, 2021``"""


def _read_day(draft: Draft) -> None:
    """Claims the day on which a host who speaks on a page put it there herself."""
    if draft.values("published") or draft.values("released") or not draft.turns:
        return
    for block in draft.source.blocks[:_TOP]:
        found = _POSTED.match(block.plain) if len(block.plain) <= _LONGEST else None
        day = find_date(found["day"]) if found else None
        if found and day and resolve(found["name"], draft.values("host")) is not None:
            draft.claim("published", day[0].isoformat(), block.start)
            return


def _was_guest(name: str, draft: Draft) -> bool:
    """Whether who signs says above the talk, or in it, that somebody else had her there."""
    said = (turn.text for turn in draft.turns if turn.speaker == name)
    above = (b.plain for b in draft.source.blocks[:_TOP] if b.end < draft.turns[0].line_start)
    return any(_INVITED.search(text) for text in said) or any(_WAS_ON.search(t) for t in above)


def _signers(draft: Draft) -> set[str]:
    """Names on lines of their own, beside the day or behind a ``By``."""
    top = draft.source.blocks[:_TOP]
    found = set()
    for place, block in enumerate(top):
        line = block.plain if len(block.plain) <= _LONGEST else ""
        one = _SIGNED.match(line) or _WITH_CREDITS.match(line)
        one = one or (_DATED.match(line) if find_date(line) else None)
        if one is None or not is_name(one["name"]) or block.level:
            continue
        beside = [*top[max(0, place - _NEAR) : place], *top[place + 1 : place + 1 + _NEAR]]
        dated = any(find_date(b.plain) for b in beside if len(b.plain) <= _LONGEST)
        if dated or not block.plain.startswith(one["name"]):
            found.add(bare_name(one["name"]))
    return found
