"""Notes under headings of a page's own, one like the other: parts beside each other read alike.

``## The Well``, ``## Lessons for Diggers`` and ``## Numbers in a Bucket``, each above bullets, are
what was told in turn, where another part has the page's takeaways.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import RULE
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_named
from quizapp.reading.region import Region

_POINTS = frozenset({Area.TAKEAWAYS, Area.INSIGHTS, Area.IDEAS})
_BOLD = 7
"""The level of a line in bold."""
_BESIDE = 2
"""Parts of the page's own that are but bullets."""
_INTRO = re.compile(r"(?:the )?intro(?:duction)?", re.IGNORECASE)
_OF_TALK = re.compile(
    r"\b[Ii]n (?:this|today['’]s) (?:conversation|episode|interview|podcast|discussion|talk)\b"
    r"|^Hosts?\s?:"
)


def with_area(region: Region, draft: Draft) -> Region:
    """A part whose name only sounds like a known one, as one of its neighbours."""
    named = area_named(region.name) is not None
    if region.area not in _POINTS or named or not _is_listed(region):
        return region
    others = [one for one in draft.source.regions if one.line != region.line]
    known = any(one.area is Area.TAKEAWAYS and area_named(one.name) for one in others)
    beside = [
        one
        for one in others
        if one.level == region.level and one.area is Area.UNKNOWN and _is_listed(one)
        if not _INTRO.fullmatch(one.name)
    ]
    return replace(region, area=Area.UNKNOWN) if known and len(beside) >= _BESIDE else region


def is_intro(region: Region, draft: Draft) -> bool:
    """Whether ``Intro`` is above bullets on who talks of what; such a part is dropped."""
    if not _INTRO.fullmatch(region.name) or not _is_listed(region):
        return False
    if not any(_OF_TALK.search(block.plain) for block in region.blocks):
        return False
    draft.drop(region.line, region.blocks[-1].end, "note on the page", region.blocks[0].plain)
    return True


def _is_listed(region: Region) -> bool:
    """Whether a marked heading has bullets below it, and next to nothing else."""
    told = [block for block in region.blocks if block.sign != RULE]
    items = [block.is_item for block in told]
    marked = bool(region.name) and 0 < region.level < _BOLD
    return marked and bool(items) and items[0] and sum(items) >= len(items) - 1
