"""Boxes of a site between or below the parts of a page: ``Get the Night app``."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region

_APP = re.compile(
    r"(?:Get|Download|Install|Try) (?:the |our )?(?:[A-Z][\w.]{1,20} ){1,3}[Aa]pp"
    r"(?: (?:for|on|today|now|free)\b.{0,40})?[.!]?"
)
"""``Get the Night Owl app``"""

_JOIN = re.compile(r"(?:Subscribe|Sign up) (?:to|for) (?:the )?[A-Z].{1,60}[^?:]")
"""``Subscribe to Night Radio``, as a heading"""

_LONGEST = 90


def opens(block: Block, current: Region) -> bool:
    """Whether a line opens such a box: below a part, or as a marked heading of its own."""
    if len(block.text) > _LONGEST or block.is_item:
        return False
    if block.sign == "#":
        return bool(_JOIN.fullmatch(block.plain) or _APP.fullmatch(block.plain))
    within = current.area not in (Area.HEADER, Area.TRANSCRIPT)
    return within and not block.sign and _APP.fullmatch(block.plain) is not None
