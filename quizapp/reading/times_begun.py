"""Where a list of times begins without a name above it, behind whatever other part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of, chapters_run_on
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence

_FEWEST = 3
_APART = 2
"""Lines: an empty one may stand between two of them."""
_BEGINNING = re.compile(r"(?<![\d:])0{1,2}:00(?::00)?(?!\d|:\d)")
_HEAD = 160
"""Letters."""
_OWN = frozenset({Area.HEADER, Area.CHAPTERS})
"""Parts that tell by themselves what their times are."""
_TIMED = frozenset({Area.TOPICS, Area.TRANSCRIPT})
"""Parts whose own lines may have times."""


def begins(blocks: Sequence[Block], place: int, current: Region, inside: Sequence[Block]) -> bool:
    """Whether ``0:00 Why walls fall`` is the first of several lines of ascending times.

    They stand below each other, and none of them says a sentence.
    """
    block = blocks[place]
    if current.area in _OWN or not _BEGINNING.search(block.plain[:_HEAD]):
        return False
    if len(run := chapters_run_on(block.text)) >= _FEWEST:
        titled = sum(one.title[:1].isupper() for one in run) > len(run) // 2
        return titled and run[0].seconds == 0 and not block.plain[0].isalpha()
    if current.area in _TIMED and (not inside or chapter_of(inside[-1].text)):
        return False  # "0:00 So it's pouring" below "Transcript"
    last, count = -1, 0
    for one in blocks[place : place + _FEWEST]:
        found = chapter_of(one.text)
        beside = count == 0 or one.start <= blocks[place + count - 1].end + _APART
        if found is None or not beside or found.seconds <= last or ends_sentence(one.plain):
            return False
        if not found.title[:1].isupper():
            return False  # "0:03 and wake when others go to bed": said
        if count == 0 and found.seconds:
            return False
        last, count = found.seconds, count + 1
    return count == _FEWEST
