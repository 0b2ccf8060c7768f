"""Who greets the listeners with a name of their own, and whom they say is there with them."""

from __future__ import annotations

import re

from quizapp.reading.cues import cued
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.people import resolve

_I = r"I(?:['’]m| am)"
_HELLO = r"(?:[Hh]ello|[Hh]i|[Hh]ey|[Gg]ood (?:morning|afternoon|evening)|[Ww]elcome)"
_SHOW = r"(?:[Tt]his is|[Ww]elcome (?:back )?to|[Yy]ou(?:['’]re| are) listening to)"
_HOST = cued(
    Form(
        rf"(?:(?m:^)|[\])>:]\s|[.!?]\s){_HELLO}\b[^.!?\n]{{0,80}}[.,!;]\s(?:and\s)?{_I}\s(?P<name>{NAME})"
        r"(?=[.,;!?]|\s(?:and(?! (?:my|I)\b)|in|at|on|with|here|your)\b)"
        rf"|\b{_SHOW}\s(?:the\s)?{BIG}[^.!?\n]{{2,120}}?"
        r"(?:[.!]\s(?:[Ii]t['’]s|[Tt]his is)\s(?:episode|number)\s[\w -]{1,30}|[.,;!]|\b)[.,;!]?"
        rf"\s(?:and\s)?{_I}\s(?P<name2>{NAME})"
        r"(?=[.,;!?]|\s(?:and|in|at|on|with|here|your)\b)"
        rf"|\b{_I}\s(?P<name3>{NAME})[.,]?\s(?:and\s)?"
        rf"(?:{_SHOW}\s(?:the\s)?{BIG}|with me\b|(?:today['’]s|my) guest\b|joining me\b)"
    ),
    "hello hi hey good welcome this you i",
)
"""``Hello, I'm Ada Byron``, ``You're listening to Night Radio … I'm Ada Byron``."""

_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"
_GUEST = Form(
    r"\b(?:(?:[Ww]ith|[Aa]cross from|[Oo]pposite|[Bb]eside|[Nn]ext to|[Jj]oining) me\b"
    rf"(?:,? [a-z][a-z' ’-]{{1,40}})??(?: is| are|,) {_TITLE}(?P<name>{NAME})"
    rf"|(?:[Mm]y|[Oo]ur|[Tt]oday['’]s) guest(?:['’]s|(?: [a-z ]{{2,25}})? is) {_TITLE}"
    rf"(?P<name2>{NAME})"
    rf"|{_I} (?:(?:here|joined|sitting|standing|walking|in|at|on|up|down)\b[^.!?\n]{{0,80}}? )?"
    rf"(?:with|by) {_TITLE}(?P<name3>{NAME})"
    rf"|I(?:['’]ve| have) got {_TITLE}(?P<name4>{NAME}) (?:here|with me)\b)"
    rf"|(?:^|[.!?]\s){_TITLE}(?P<name5>{NAME}), (?:welcome|thank you for (?:coming|joining))\b"
)
"""``With me in her waders is Carl Roe``, ``I'm in a lighthouse with Carl Roe``."""

_ALWAYS = re.compile(
    r"\bas (?:always|ever|usual)\b|\bco-?(?:host|presenter)\b|\b(?:every|each) (?:week|month|day)\b"
)
"""``With me as always is Carl Roe``: they present it together."""

_READ = 900
"""Letters of what is said first."""


def host_said(text: str) -> str | None:
    """The one who greets the listeners first in a text, by name."""
    found = _HOST.search(text)
    name = next(filter(None, found.groups()), "") if found else ""
    return bare_name(name) if is_name(name) else None


def _take_unnamed(draft: Draft) -> None:
    """Claims who greets in a talk without names, also in words that were read as an advert."""
    start = draft.turns[0].line_start
    above = [block for block in draft.source.blocks if block.end >= start - _ABOVE]
    said = host_said(" ".join(block.plain for block in above[: _ABOVE + 1])[: 3 * _READ])
    if said and resolve(said, draft.values("guest")) is None:
        draft.claim("host", said, start)


_ABOVE = 4
"""Lines above the first turn."""


def read(draft: Draft) -> None:
    """Claims the host who greets in the first turns, and whom that one says is there."""
    named = any(turn.speaker for turn in draft.turns)
    first = draft.turns[: 2 if named else 4]
    name = next(filter(None, (host_said(turn.text[:_READ]) for turn in first)), None)
    for turn in first:
        said = host_said(turn.text[:_READ])
        if said is None or said != name or (turn.speaker and not resolve(said, [turn.speaker])):
            continue
        if not draft.values("host") and resolve(said, draft.values("guest")) is None:
            draft.claim("host", turn.speaker or said, turn.line_start)
    if first and not draft.values("host") and not named:
        _take_unnamed(draft)
    if draft.values("guest") or not draft.values("host"):
        return
    voices = [turn.speaker for turn in draft.turns if turn.speaker] if named else []
    for turn in first:
        for found in _GUEST.finditer(turn.text[:_READ]):
            told = bare_name(next(filter(None, found.groups()), ""))
            known = [*draft.values("host"), *draft.values("show")]
            heard = not voices or resolve(told, voices) is not None
            if _ALWAYS.search(found[0]):
                if voices and heard and is_name(told):
                    draft.claim("host", told, turn.line_start)
                continue
            if is_name(told) and heard and resolve(told, known) is None:
                draft.claim("guest", told, turn.line_start)
                _take_beside(found, voices, turn.text[:_READ], turn.line_start, draft)
                return


def _take_beside(
    found: re.Match[str], voices: list[str], text: str, line: int, draft: Draft
) -> None:
    """Claims those who speak and are named right beside a guest: ``and with Eve Low``."""
    start = max(text.rfind(sign, 0, found.start() + 1) for sign in ".!?") + 1
    end = min((at for sign in ".!?" if (at := text.find(sign, found.end())) >= 0), default=None)
    sentence = text[start:end]
    if "host" in sentence:
        return
    for name in dict.fromkeys(voices):
        beside = re.search(rf"\b(?:with|and|by)\b[^,.;]{{0,40}} {re.escape(name)}\b", sentence)
        if beside and is_name(name) and resolve(name, draft.people) is None:
            draft.claim("guest", name, line)
