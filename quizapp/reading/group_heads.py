"""Headings of a page's own above headings of their items: ``The Idea Shelf``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.headings import area_named
from quizapp.reading.names import is_name
from quizapp.reading.region import Region
from quizapp.reading.wording import is_prose, is_quoted, looks_like_heading, word_count

_WORDS, _HEAD_WORDS = 7, 14
_FORM = 2
_TOLD = frozenset({Area.HIGHLIGHTS, Area.QUOTES, Area.SUMMARY})
"""Parts that are paragraphs, below which headed ones are another part."""

_ASKED_BELOW = _TOLD | {Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS, Area.UNKNOWN}
_WORDED = (
    (re.compile(r"\bideas?\b", re.IGNORECASE), Area.IDEAS),
    (re.compile(r"\binsights?\b", re.IGNORECASE), Area.INSIGHTS),
    (re.compile(r"\b(?:lessons?|takeaways?)\b", re.IGNORECASE), Area.TAKEAWAYS),
)


def opened(
    blocks: Sequence[Block], place: int, current: Region, inside: Sequence[Block]
) -> Area | None:
    """The area of items that are headed each, below a heading for all of them; None elsewhere.

    Each item has its text on the next line, and empty lines around it.
    """
    block = blocks[place]
    if current.area not in _ASKED_BELOW or not inside or not _is_group(block):
        return None
    heads = _items(blocks, place + 1)
    if len(heads) < _FORM:
        return None
    if all(head.plain.endswith("?") for head in heads):
        return Area.QA
    paragraphs = not any(_is_item(one, below) for one, below in pairwise(inside))
    if current.area not in _TOLD or not paragraphs or not is_prose(inside[0].plain):
        return None
    return next((area for form, area in _WORDED if form.search(block.plain)), Area.UNKNOWN)


def _items(blocks: Sequence[Block], place: int) -> list[Block]:
    """The headings of the first items from a place on; empty where something else comes first."""
    pairs = zip(blocks[place : place + 4 : 2], blocks[place + 1 : place + 4 : 2], strict=False)
    return [head for head, below in pairs if _is_item(head, below)]


def _is_group(block: Block) -> bool:
    text = block.plain
    bare = not block.sign and block.spaced and 1 < word_count(text) <= _WORDS
    if not bare or is_quoted(text) or is_name(text) or text[-1] in ".,;!?":
        return False
    return looks_like_heading(text.rstrip(":")) and area_named(text) is None


def _is_item(head: Block, below: Block) -> bool:
    text = head.plain
    told = not head.sign and head.spaced and 0 < word_count(text) <= _HEAD_WORDS
    beside = not below.sign and not below.spaced and below.start == head.end + 1
    if not told or not beside or is_quoted(text) or is_name(text):
        return False
    return (text.endswith("?") or looks_like_heading(text)) and is_prose(below.plain)
