"""Regions that an extraction ran together into one line: points, ideas, quotes without breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.blocks import Block
from quizapp.reading.people import NAME
from quizapp.reading.regions import Region
from quizapp.reading.wording import is_prose

_SENTENCES = re.compile(r"(?<=[a-zß-öø-ÿ0-9]{2}[.!?])(?=[A-ZÀ-ÖØ-Þ“]|\"[A-Z])")
"""Where one sentence ends and the next begins without a space."""

_QUOTES = re.compile(
    rf"[“\"](?P<text>[^“”\"]{{12,600}})[”\"]\s?[-–—]?\s?(?P<by>{NAME})?(?=[“\"]|\s*$)"
)
_LONGEST = 20_000
_FORM = 2
_LISTS = frozenset({Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})


def parted(region: Region) -> Region:
    """A region whose items are run together, with a block for each item."""
    blocks = [block for block in region.blocks if block.text]
    if region.area is Area.QUOTES and len(blocks) > 1:
        return region
    parts = [_parts(block, region.area) for block in blocks]
    if all(len(found) < _FORM for found in parts):
        return region
    return replace(region, blocks=tuple(block for found in parts for block in found))


def _parts(block: Block, area: Area) -> list[Block]:
    """The items of one block; the block itself where it is one."""
    texts: Sequence[str] = ()
    if len(block.text) > _LONGEST or block.is_item:
        return [block]
    if area in _LISTS or area is Area.QA:
        texts = _SENTENCES.split(block.text)
    elif area is Area.QUOTES:
        texts = _quotes(block.text)
    if len(texts) < _FORM or not all(_is_whole(text) for text in texts):
        return [block]
    sign = "•" if area in _LISTS else block.sign
    return [replace(block, text=text, sign=sign) for text in texts]


def _is_whole(text: str) -> bool:
    return is_prose(text) or text.endswith("?") or "”" in text


def _quotes(text: str) -> list[str]:
    """The quotes that fill a text, each signed with the name behind it."""
    found = list(_QUOTES.finditer(text))
    if sum(len(one[0]) for one in found) < 0.9 * len(text):
        return []
    return [f"“{one['text']}”" + (f" – {one['by']}" if one["by"] else "") for one in found]
