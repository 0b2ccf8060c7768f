"""Regions that an extraction ran together into one line: points, ideas, quotes without breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.people import NAME
from quizapp.reading.regions import Region
from quizapp.reading.wording import is_prose

_SENTENCES = re.compile(r"(?<=[a-zß-öø-ÿ0-9]{2}[.!?])(?=[A-ZÀ-ÖØ-Þ“\"])")
"""Where one sentence ends and the next begins without a space."""

_QUOTES = re.compile(
    rf"[“\"](?P<text>[^“”\"]{{12,600}})[”\"]\s?[-–—]?\s?(?P<by>{NAME})?(?=[“\"]|\s*$)"
)
_LONGEST = 20_000
_FORM = 2
_LISTS = frozenset({Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})


def parted(region: Region) -> Region:
    """A region whose only block is a list run together, with a block for each item."""
    blocks = [block for block in region.blocks if block.text]
    if len(blocks) != 1 or len(blocks[0].text) > _LONGEST or blocks[0].is_item:
        return region
    block = blocks[0]
    texts: Sequence[str] = ()
    if region.area in _LISTS:
        texts = _SENTENCES.split(block.text)
    elif region.area is Area.QUOTES:
        texts = _quotes(block.text)
    if len(texts) < _FORM or not all(is_prose(text) or "”" in text for text in texts):
        return region
    sign = "" if region.area is Area.QUOTES else "•"
    return replace(region, blocks=tuple(replace(block, text=text, sign=sign) for text in texts))


def _quotes(text: str) -> list[str]:
    """The quotes that fill a text, each signed with the name behind it."""
    found = list(_QUOTES.finditer(text))
    if sum(len(one[0]) for one in found) < 0.9 * len(text):
        return []
    return [f"“{one['text']}”" + (f" – {one['by']}" if one["by"] else "") for one in found]
