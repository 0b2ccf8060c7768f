"""The count of an episode that an extraction glued to the show's name or to the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.dates import find_date
from quizapp.reading.labels import glued_fields
from quizapp.reading.wording import is_prose

_COUNT = r"(?:Episode|Ep\.?|EPISODE|EP)\s?#?\d{1,4}|#\d{1,4}|S\d{1,2}\s?[:·]?\s?E\d{1,3}"
_BEFORE = re.compile(rf"(?<=[^\W\d_A-Z]|[)!?”])(?=(?:{_COUNT})(?!\d))")
_BEHIND = re.compile(rf"(?:(?<=^)|(?<=\s))(?:{_COUNT})(?=[^\W\d_a-z][^\W\d_A-Z]|[“\"])")

_LONGEST = 250

_SEVERAL = 3
"""Labels that are glued to their values: ``ShowNight RadioTitleDeep SleepEpisode12``."""


def parted_from_counts(blocks: Sequence[Block]) -> list[Block]:
    """Lines without such seams: ``Night RadioEpisode 12Deep Sleep`` has two of them."""
    return [_parted(block) for block in blocks]


_FIRST = 4
_COUNT_OF_ITEM = re.compile(r"\s*(?P<number>\d{1,4})[.)]\s")


def with_lone_counts(
    blocks: Sequence[Block], lines: Sequence[tuple[int, str]], above: Sequence[Block]
) -> list[Block]:
    """``140. Deep Sleep`` near the top, the only such line of it, counts an episode: no item.

    ``above`` are all blocks of the page, in which it must not begin a list either.
    """
    items = [block for block in above if block.sign == "1"]
    alone = [b for b in blocks[:_FIRST] if b.sign == "1" and not is_prose(b.plain)]
    if len(alone) != 1 or any(0 < abs(one.start - alone[0].start) <= _BESIDE for one in items):
        return list(blocks)
    raw = next((text for number, text in lines if number == alone[0].start), "")
    found = _COUNT_OF_ITEM.match(raw)
    if found is None or int(found["number"]) < _FEWEST:
        return list(blocks)
    text = f"#{found['number']}: {alone[0].text}"
    return [replace(b, text=text, sign="") if b is alone[0] else b for b in blocks]


_BESIDE = 12
"""Lines within which the next item of a list stands."""

_FEWEST = 2


def _parted(block: Block) -> Block:
    if len(block.text) > _LONGEST or not any(char.isdigit() for char in block.text):
        return block
    if len(glued_fields(block.plain)) >= _SEVERAL:
        return block
    text = _BEFORE.sub(" ", block.text)
    found = _BEHIND.search(text)
    day = find_date(text[found.end() :]) if found else None
    if found and not (day and not day[1] and "|" in text):
        sign = " · " if day and not day[1] else ": "
        text = text[: found.end()] + sign + text[found.end() :]
    return block if text == block.text or is_prose(text) else replace(block, text=text)
