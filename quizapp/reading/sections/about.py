"""``About Ada``, who takes part: what a page says of somebody is nothing of the conversation."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.region import Region
from quizapp.reading.wording import word_count

_ABOUT = re.compile(
    r"^\W{0,4}(?:[Aa]bout|ABOUT|[Mm]eet|MEET|(?:[Mm]ore|MORE) (?:about|ABOUT)) "
    r"(?:(?:[Oo]ur |OUR |[Tt]he |THE )?(?:[Gg]uest|GUEST|[Hh]ost|HOST),? )?"
    r"(?P<name>[^\W\d_a-z][\w'’. -]{1,40})$"
)
_TOLD_OF = Form(rf"^(?:(?:Dr|Prof|Professor)\.? )?(?P<name>{NAME})(?:,| \(| [a-z])")


def is_somebody(region: Region, draft: Draft) -> bool:
    """Whether a part is called so after one of those who take part; such a part is dropped."""
    if region.area is not Area.UNKNOWN or not region.blocks:
        return False
    short = sum(word_count(block.plain) for block in region.blocks) <= _BRIEF
    role = _ROLE.fullmatch(region.name) or (short and _INTRO.fullmatch(region.name))
    if role and _introduces(region, draft):
        draft.drop(region.line, region.blocks[-1].end, "about somebody", region.name)
        return True
    found = _ABOUT.match(region.name)
    if found is None:
        return False
    name = found["name"].title() if found["name"].isupper() else found["name"]
    if resolve(name, draft.people) is None and not _tells_of(name, region.blocks[0].plain):
        return False
    draft.drop(region.line, region.blocks[-1].end, "about somebody", region.name)
    return True


_ROLE = re.compile(
    r"\W{0,4}(?:the |our |your |this week['’]s |today['’]s )?"
    r"(?:guests?|hosts?|speakers?|presenters?)\W{0,4}",
    re.IGNORECASE,
)
"""``Guest``, ``Our guests``, as the name of a part"""

_INTRO = re.compile(r"\W{0,4}(?:guest )?intro\W{0,4}", re.IGNORECASE)
_BRIEF = 45
"""Words of an ``Intro`` that only says who somebody is."""


def _introduces(region: Region, draft: Draft) -> bool:
    """Whether each paragraph below ``Guest`` begins with one of those who take part."""
    told = [_TOLD_OF.match(block.plain) for block in region.blocks]
    return all(one and resolve(one["name"], draft.people) for one in told)


def _tells_of(name: str, text: str) -> bool:
    """``Ada Byron has built mills since 1998.`` below ``About Ada``"""
    found = _TOLD_OF.match(text)
    full = found["name"] if found else ""
    return " " in full and is_name(full) and resolve(name, [full]) is not None
