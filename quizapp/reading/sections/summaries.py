"""Summaries: an abstract, a TL;DR, or a list of points."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.sections import leftovers, paragraphs
from quizapp.reading.sections.items import listed, worded
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose


def read(region: Region, draft: Draft) -> None:
    """Each point of a list and each paragraph is a summary; a line without a sentence is none."""
    blocks = [block for block in worded(region.blocks) if block.sign != "#"]
    blocks = blocks if _is_tagline(blocks) else paragraphs.read(blocks, draft)
    items, prose = listed(blocks)
    for item in items:
        whole = " ".join(block.text for block in item.blocks)
        at, text = timed(whole)
        draft.section(SectionKind.SUMMARY, None, text, item.start, item.end, seconds=at)
    rest = []
    for block in prose:
        if is_prose(block.plain) and not (items and block.start > items[-1].end):
            at, text = timed(block.text)
            draft.section(SectionKind.SUMMARY, None, text, block.start, block.end, seconds=at)
        else:
            rest.append(block)
    leftovers.read(rest, draft)


_FEWEST = 3


def _is_tagline(blocks: Sequence[Block]) -> bool:
    """Whether a line without a full stop leads sentences right below each other, a list as such."""
    told = blocks[1:]
    return (
        len(told) >= _FEWEST - 1
        and not is_prose(blocks[0].plain)
        and not any(block.sign or block.spaced for block in told)
        and all(is_prose(block.plain) for block in told)
    )
