"""Lines at the top that name a site or who makes a show, and are no titles."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.candidates import offers
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.wording import word_count

_MAKERS = Form(
    rf"^(?:{NAME}|[A-Z][\w’' ]{{2,30}}?)(?:,| &| and| \+| /) [A-Z][\w’'& ]{{0,30}}?\b"
    r"(?:Audio|Media|Productions?|Studios?|Networks?|Radio|FM|Podcasts|Pictures|Films|Press|Inc|"
    r"LLC|Ltd|Company)\.?$"
)
"""``Ada Byron & Lantern Audio``"""

_MASTHEAD_WORDS = 4


def without_mastheads(candidates: list[Block], draft: Draft) -> tuple[list[Block], list[Block]]:
    """Candidates without makers and names of sites, where others are; and what was dropped."""
    dropped = [
        b
        for b in candidates
        if _MAKERS.match(b.plain)
        or _is_row(b, candidates, draft)
        or _is_masthead(b, draft)
        or _is_shelf(b, candidates)
    ]
    others = [b for b in candidates if b not in dropped]
    return (others, dropped) if any(not is_name(b.plain) for b in others) else (candidates, [])


_ROW = re.compile(r"^(?P<label>[A-Z][a-z]+(?: [a-z]+){0,2}): \S")
_BESIDE = 3


def _is_row(block: Block, candidates: list[Block], draft: Draft) -> bool:
    """``Collection: Night Voices`` below a title, among lines that are labelled too."""
    if not _ROW.match(block.plain) or block.level == 1:
        return False
    rows = [b for b in draft.source.blocks if b.end == block.start - 1 and _ROW.match(b.plain)]
    if not (rows or block.spaced):
        return False
    near = (b for b in draft.source.blocks if 0 < abs(b.start - block.start) <= _BESIDE)
    beside = sum(bool(_ROW.match(b.plain)) and len(b.text) < _LONGEST for b in near)
    above = [b for b in candidates if b.start < block.start and not _ROW.match(b.plain)]
    told = any(word_count(b.plain) >= _BESIDE and not is_noise(b.plain) for b in above)
    return told and beside >= _FEW


_LONGEST = 160


def _is_shelf(block: Block, candidates: list[Block]) -> bool:
    """``WORK`` or ``CULTURE FOOD PODCASTS`` above a line that is not in capitals."""
    text = block.plain
    words = text.lower().split()
    if not text.isupper() or block.level == 1 or any(not word.isalpha() for word in words):
        return False
    if not any(b.start > block.start and not b.plain.isupper() for b in candidates):
        return False
    return len(words) == 1 or (len(words) > _FEW and bool(_SHELVES.intersection(words)))


_FEW = 2
_SHELVES = frozenset("podcasts podcast newsletters video videos shop subscribe events".split())


def _is_masthead(block: Block, draft: Draft) -> bool:
    """The first line of a page, of a few words, with buttons or a menu right below it."""
    first = draft.source.blocks[:2]
    if len(first) < 2 or block.start != first[0].start or block.level == 1:
        return False
    below = first[1].plain
    short = word_count(block.plain) <= _MASTHEAD_WORDS
    return short and (is_noise(below) or offers(below))
