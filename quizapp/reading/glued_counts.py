"""The count of an episode that an extraction glued to the show's name or to the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.dates import find_date
from quizapp.reading.wording import is_prose

_COUNT = r"(?:Episode|Ep\.?|EPISODE|EP)\s?#?\d{1,4}|#\d{1,4}|S\d{1,2}\s?[:·]?\s?E\d{1,3}"
_BEFORE = re.compile(rf"(?<=[^\W\d_A-Z]|[)!?”])(?=(?:{_COUNT})(?!\d))")
_BEHIND = re.compile(rf"(?:(?<=^)|(?<=\s))(?:{_COUNT})(?=[^\W\d_a-z][^\W\d_A-Z]|[“\"])")

_LONGEST = 250


def parted_from_counts(blocks: Sequence[Block]) -> list[Block]:
    """Lines without such seams: ``Night RadioEpisode 12Deep Sleep`` has two of them."""
    return [_parted(block) for block in blocks]


def _parted(block: Block) -> Block:
    if len(block.text) > _LONGEST or not any(char.isdigit() for char in block.text):
        return block
    text = _BEFORE.sub(" ", block.text)
    found = _BEHIND.search(text)
    day = find_date(text[found.end() :]) if found else None
    if found and not (day and not day[1] and "|" in text):
        sign = " · " if day and not day[1] else ": "
        text = text[: found.end()] + sign + text[found.end() :]
    return block if text == block.text or is_prose(text) else replace(block, text=text)
