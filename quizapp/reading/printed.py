"""A printed interview, signed by whoever asks: its day, its series, and who is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.datelines import BETWEEN
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.introduced import names_introduced
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.shows import names_around
from quizapp.reading.wording import is_prose

_STANDFIRST = re.compile(r"^(?P<series>[A-Z][^:.!?]{2,50}): (?P<told>\S.{8,})$")
"""``Night Talks: piano maker Ada Byron on glue and time``, below the title"""

_FIRST = Form(rf"^(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?(?P<name>{NAME})(?=,|['’]s\s|\s[a-z])")
"""Whom a paragraph is about from its first word on."""


def read(signature: Block, first: int, draft: Draft) -> None:
    """Claims day, series and guest from what stands above the first question.

    ``signature`` is the line in which whoever asks signs; its day is that of the interview.
    """
    above = [block for block in draft.source.blocks if block.start < first]
    _read_day(signature, draft)
    told = _read_standfirst(above, draft)
    _read_guest(told, above, draft)


def _read_day(signature: Block, draft: Draft) -> None:
    dated = draft.values("published") or draft.values("released")
    for part in () if dated else BETWEEN.split(signature.plain):
        found = find_date(part)
        if found:
            draft.claim("published", found[0].isoformat(), signature.start)
            return


def _read_standfirst(above: Sequence[Block], draft: Draft) -> str:
    """Claims the series whose name stands before what a line tells; hands back what it tells."""
    around = names_around(draft)
    for block in above:
        found = None if is_prose(block.plain) else _STANDFIRST.match(block.plain)
        if found and found["series"] in around:
            if not draft.values("show"):
                draft.claim("show", found["series"], block.start)
            return found["told"]
    return ""


_MEETS = re.compile(
    r"\s(?:meets|greets|welcomes|tells|shows|leads|hands|asks) (?:me|us)\b"
    r"|\s(?:spoke|talks?|talked|speaks|sat down) (?:to|with) (?:me|us)\b"
)


def _is_met(name: str, above: Sequence[Block]) -> bool:
    """``Ada Byron meets me at the gate``, and a line of the head that names her too."""
    named = [block.plain for block in above if name in block.plain]
    meets = any(_MEETS.match(text, text.find(name) + len(name)) for text in named)
    return meets and len(named) > 1


_ANY = Form(rf"\b(?P<name>{NAME})")
_MET_HERE = re.compile(
    r"\b(?:[Ss]he|[Hh]e|[Tt]hey) (?:met|meets|greeted|received|showed|told|spoke (?:to|with)|"
    r"talked (?:to|with)|sat down with|tells|shows|speaks (?:to|with)|talks (?:to|with)) "
    r"(?:us|me)\b|\b(?:[Ww]e|I) (?:met|spoke|talked|sat down|visited|called|asked|caught up)\b"
)


def _told_of(begun: set[str], above: Sequence[Block], draft: Draft) -> set[str]:
    """Whom two paragraphs of an introduction name, if nobody else, where somebody is met.

    ``Ada Byron has mended clocks for years.`` … ``Ada Byron runs a shop. She met us …``
    """
    prose = [block.plain for block in above if is_prose(block.plain)]
    text = "\n".join(prose)
    others = [*draft.values("host"), *draft.values("show")]
    named = {bare_name(one["name"]) for one in _ANY.finditer(text) if is_name(one["name"])}
    named -= {name for name in named if resolve(name, others) or name in others}
    met = _MET_HERE.search(text) is not None
    if not met or len(named) != 1 or not named <= begun:
        return set()
    return {name for name in named if sum(name in told for told in prose) > 1}


def _read_guest(told: str, above: Sequence[Block], draft: Draft) -> None:
    """Claims the one whom title or standfirst names, and with whom a paragraph begins."""
    if draft.values("guest"):
        return
    prose = [block.plain for block in above if is_prose(block.plain)]
    begun = {bare_name(found["name"]) for text in prose if (found := _FIRST.match(text))}
    heads = " ".join([told, *draft.values("title")])
    names = {name for name in begun if is_name(name) and name in heads}
    names |= names_introduced(heads, draft.source.text)
    names |= {name for name in begun if is_name(name) and _is_met(name, above)}
    names = names or _told_of(begun, above, draft)
    asked = [name for name in names if resolve(name, draft.values("host")) is None]
    if len(asked) == 1:
        draft.claim("guest", asked[0], above[0].start)
