"""``About Ada``, who takes part: what a page says of somebody is nothing of the conversation."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.region import Region

_ABOUT = re.compile(
    r"^\W{0,4}(?:[Aa]bout|ABOUT|[Mm]eet|MEET|(?:[Mm]ore|MORE) (?:about|ABOUT)) "
    r"(?:(?:[Oo]ur |OUR |[Tt]he |THE )?(?:[Gg]uest|GUEST|[Hh]ost|HOST),? )?"
    r"(?P<name>[^\W\d_a-z][\w'’. -]{1,40})$"
)
_TOLD_OF = Form(rf"^(?:(?:Dr|Prof|Professor)\.? )?(?P<name>{NAME})(?:,| \(| [a-z])")


def is_somebody(region: Region, draft: Draft) -> bool:
    """Whether a part is called so after one of those who take part; such a part is dropped."""
    found = _ABOUT.match(region.name) if region.area is Area.UNKNOWN else None
    if found is None or not region.blocks:
        return False
    name = found["name"].title() if found["name"].isupper() else found["name"]
    if resolve(name, draft.people) is None and not _tells_of(name, region.blocks[0].plain):
        return False
    draft.drop(region.line, region.blocks[-1].end, "about somebody", region.name)
    return True


def _tells_of(name: str, text: str) -> bool:
    """``Ada Byron has built mills since 1998.`` below ``About Ada``"""
    found = _TOLD_OF.match(text)
    full = found["name"] if found else ""
    return " " in full and is_name(full) and resolve(name, [full]) is not None
