"""Moments with their times beside the outline of a page: what is told then, and no chapters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.model import Chapter, SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of, chapters_run_on
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.times import CLOCK
from quizapp.reading.wording import is_prose, is_quoted, word_count

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


def go_on(blocks: Sequence[Block]) -> bool:
    """Whether moments go on in prose after a quote; their times stand behind or before names.

    Times before names that begin at the start are the outline of the page, which tells more.
    """
    heads = [_is_head(block, after) for block, after in pairwise(blocks)]
    if sum(heads) < _FEWEST:
        heads = [_is_timed_head(block, after) for block, after in pairwise(blocks)]
    if sum(heads) < _FEWEST:
        return False
    first = heads.index(True)
    within = blocks[first:]
    return any(
        is_quoted(block.plain) and after.sign == "" and _is_told(after)
        for block, after in pairwise(within)
    )


def with_times_first(blocks: Sequence[Block]) -> list[Block]:
    """``A well of one's own (12:04)`` as ``12:04 A well of one's own``, where prose is below it."""
    found: list[Block] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        behind = _BEHIND.search(block.plain) if after and _is_head(block, after) else None
        text = f"{behind['time']} {block.plain[: behind.start()]}" if behind else block.text
        found.append(replace(block, text=text))
    return found


_BEHIND = re.compile(rf"\s*[(\[](?P<time>{CLOCK})[)\]]$")


def _is_head(block: Block, after: Block) -> bool:
    """``A well of one's own (12:04)`` above a paragraph."""
    return not block.is_item and bool(_BEHIND.search(block.plain)) and _is_told(after)


def _is_timed_head(block: Block, after: Block) -> bool:
    """``12:04 A well of one's own``, marked as a heading, above a paragraph."""
    one = chapter_of(block.text) if block.sign == "#" and _is_told(after) else None
    return one is not None and one.seconds > _START


_START = 120
"""Seconds: an outline begins near the start, a selection of moments does not."""


def _is_told(block: Block) -> bool:
    return is_prose(block.plain) and not is_quoted(block.plain) and not block.is_item


def _moments(blocks: Sequence[Block]) -> list[tuple[Block, Chapter]]:
    return [(block, one) for block in blocks if (one := chapter_of(block.text)) is not None]


def _are_outline(blocks: Sequence[Block]) -> bool:
    if sum(chapter_of(block.text) is not None for block in blocks) >= _OUTLINE:
        return True
    return any(len(chapters_run_on(block.text)) >= _OUTLINE for block in blocks)
