"""A magazine under whose name a talk prints what its interviewer asks, who signs the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.marks import mark
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.shows import names_around

_SIGNED = Form(
    r"^\W{0,4}(?i:(?:interview(?:ed)?|words|questions|text|story|asked|conversation|written)"
    r"(?: by)?|interviewer|by):?\s"
    rf"(?P<name>{NAME})(?=$|\s?[|·•,–—]|\s-|\s+(?:Photo|Illustration|Portrait|Image)|\s\s)"
)
"""``Interview by Ada Byron``, ``Words: Ada Byron``"""

_TOP = 30
"""Blocks above a talk in which a magazine and its interviewer are named."""
_VOICES = 2
_TURNS = 3
"""Turns of each of the two."""
_ASKED = 2
"""Questions that a magazine has more than whoever answers it."""
_LONGEST = 120
"""Letters of such a line."""


def read(draft: Draft) -> None:
    """Gives the turns of ``Night Mail:``, or ``NM:``, to the one who signs the interview.

    The magazine is named above the talk or in its margins; the signer has no turns of her own,
    and one other person answers.
    """
    voices = _voices(draft)
    said = Counter(voice for voice in voices if voice)
    if len(said) < _VOICES:
        return
    above = [b.plain for b in draft.source.blocks if b.end < draft.turns[0].line_start][-_TOP:]
    signer = _signer(above, draft)
    houses = {name.casefold() for name in [*names_around(draft), *above] if len(name) < _LONGEST}
    house = next((name for name in said if _is_house(name, houses)), None)
    if not signer or house is None or resolve(signer, list(said)) is not None:
        return
    others = [name for name in said if name != house]
    if len(others) != 1 or min(said.values()) < _TURNS or not _asks(house, voices, draft):
        return
    draft.turns[:] = [
        replace(turn, speaker=signer) if voice == house else turn
        for turn, voice in zip(draft.turns, voices, strict=True)
    ]
    draft.cues[:] = [replace(c, speaker=signer) if c.speaker == house else c for c in draft.cues]
    draft.claims[:] = [
        one
        for one in draft.claims
        if one.field not in ("host", "guest", "person") or one.value != house
    ]
    if not draft.values("host"):
        draft.claim("host", signer, draft.turns[0].line_start)


def _voices(draft: Draft) -> list[str]:
    """Who speaks in each turn; its mark, where that is nobody's name."""
    marks = {b.start: found.label for b in draft.source.blocks if (found := mark(b.text))}
    return [turn.speaker or marks.get(turn.line_start) or "" for turn in draft.turns]


def _signer(above: list[str], draft: Draft) -> str:
    """The one who signs above a talk, whom nothing else there makes the guest."""
    found = {
        bare_name(one["name"])
        for text in above
        if len(text) <= _LONGEST and (one := _SIGNED.match(text)) and is_name(one["name"])
    }
    hosts = draft.values("host")
    name = found.pop() if len(found) == 1 else ""
    other = bool(hosts) and resolve(name, hosts) is None
    return "" if not name or other or resolve(name, draft.values("guest")) else name


def _is_house(name: str, houses: set[str]) -> bool:
    """Whether a label is the name of a magazine, or its initials."""
    if name.casefold() in houses:
        return True
    bare = name.replace(".", "").casefold()
    return name.isupper() and " " not in name and any(bare == _initials(one) for one in houses)


def _initials(name: str) -> str:
    words = re.findall(r"\w+", name)
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _asks(house: str, voices: list[str], draft: Draft) -> bool:
    """Whether a magazine has more questions than whoever answers."""
    turns = zip(draft.turns, voices, strict=True)
    asked = Counter(voice == house for turn, voice in turns if turn.text.endswith("?"))
    return asked[True] >= asked[False] + _ASKED
