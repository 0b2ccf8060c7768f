"""Moments with their times beside the outline of a page: what is told then, and no chapters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import Chapter, SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of, chapters_run_on
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.wording import word_count

_NAMED = re.compile(r"\b(?:moments|highlights|bits)\b", re.IGNORECASE)

_FEWEST = 2
_OUTLINE = 3
"""Times of another part that make it the outline."""

_WORDS = 7
"""Words of most moments; shorter ones are titles."""

_SHARE = 0.5


def are_told(region: Region, draft: Draft) -> bool:
    """Whether timed lines below such a name tell moments, as another part has the outline."""
    found = _moments(region.blocks)
    if len(found) < _FEWEST or not _NAMED.search(region.name):
        return False
    long = sum(word_count(one.title) >= _WORDS for _, one in found)
    others = (one for one in draft.source.regions if one.area is Area.CHAPTERS)
    return long >= _SHARE * len(found) and any(
        _are_outline(one.blocks) for one in others if one.line != region.line
    )


def read(region: Region, blocks: Sequence[Block], draft: Draft) -> bool:
    """Reads such lines as highlights; whether they are all that the part has."""
    found = _moments(blocks)
    if len(found) != len(blocks) or not are_told(region, draft):
        return False
    for block, one in found:
        draft.section(
            SectionKind.HIGHLIGHT, None, one.title, block.start, block.end, seconds=one.seconds
        )
    return True


def _moments(blocks: Sequence[Block]) -> list[tuple[Block, Chapter]]:
    return [(block, one) for block in blocks if (one := chapter_of(block.text)) is not None]


def _are_outline(blocks: Sequence[Block]) -> bool:
    if sum(chapter_of(block.text) is not None for block in blocks) >= _OUTLINE:
        return True
    return any(len(chapters_run_on(block.text)) >= _OUTLINE for block in blocks)
