"""What stands below a heading of topics, and is told in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region
from quizapp.reading.wording import is_prose, sentence_count

_FORM = 2

_MOST = 3
"""Paragraphs of a summary that stands below ``In this episode``."""


def with_area(region: Region) -> Region:
    """A part of topics as what it is: a list, a summary, or told point by point."""
    if region.area is not Area.TOPICS:
        return region
    if _are_told(region):
        return replace(region, area=Area.UNKNOWN, name="")
    return replace(region, area=Area.SUMMARY) if _sums_up(region.blocks) else region


def _sums_up(blocks: Sequence[Block]) -> bool:
    """``Salt was money. Ada Byron follows …`` below ``In this episode``: a paragraph or two."""
    told = [b for b in blocks if not b.sign and sentence_count(b.plain) >= _FORM]
    return 0 < len(blocks) <= _MOST and len(told) == len(blocks)


def _are_told(region: Region) -> bool:
    """``Topic: bells`` above several sentences each: what is told of them, and no topics."""
    if _are_headed(region.blocks):
        return True
    told = [block for block in region.blocks if sentence_count(block.plain) >= _FORM]
    return len(told) > _FORM and len(told) >= len(region.blocks) - 1


def _are_headed(blocks: Sequence[Block]) -> bool:
    """Whether marked headings stand there, several of them, each with a paragraph below it."""
    heads = [place for place, block in enumerate(blocks) if block.sign == "#"]
    below = [blocks[place + 1] for place in heads if place + 1 < len(blocks)]
    told = [block for block in below if not block.sign and is_prose(block.plain)]
    return len(heads) >= _FORM and heads[0] == 0 and len(told) == len(heads)
