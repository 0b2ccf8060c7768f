"""What a part's name tells of the page: the head below a title that names a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.attributions import are_signed
from quizapp.reading.block import MENU, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.cutting import Cut
from quizapp.reading.dates import find_date
from quizapp.reading.headings import area_named
from quizapp.reading.region import Region
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, word_count

_TITLE_WORDS = 4
_TITLE_LINES = 6
_NAME_OF_SITE = 3
"""Words of a site's name, above the path through it."""

_CRUMB = re.compile(r"\s[›»>/]\s")

_CRUMBS = 2
"""``Home › Shows › Night Radio``: a path through a site."""


_CLIPS = re.compile(r"\b(?:clips?|moments?|sound ?bites?|snippets?|shorts)\b", re.IGNORECASE)


_OF_OTHERS = re.compile(r"(?:popular|trending|related|latest|more|other|recent)\b", re.IGNORECASE)


def _area_of_clips(block: Block, below: Sequence[Block]) -> Area | None:
    """What ``Popular clips`` of this page, and of no other, are: quotes, or timed moments."""
    if not _CLIPS.search(block.plain):
        return None
    if are_signed(below):
        return Area.QUOTES
    if _OF_OTHERS.match(block.plain):
        return None
    if len(below) > 1 and below[0].sign == "#" and timed(below[0].text)[0] is not None:
        return Area.HIGHLIGHTS if is_prose(below[1].plain) else None
    return None


def area_beside(block: Block, area: Area | None, cut: Cut, below: Sequence[Block]) -> Area | None:
    """What a name opens that stands beside another, as a tab, or in the page's head, as a field.

    ``Chapters`` and ``Transcript`` stand beside each other, and the outline below both; a blog
    files its page under ``Topics: Interviews``, between the title and the day.
    """
    if area is Area.NOISE:
        return _area_of_clips(block, below) or area
    if area is Area.DETAILS and cut.current.area in _TELLING and _heads_points(below):
        return None
    if area is Area.TRANSCRIPT and cut.current.area is Area.CHAPTERS and not cut.inside:
        return Area.CHAPTERS if any(_LASTS.search(one.plain) for one in below[:_MOMENT]) else area
    filed = area is Area.TOPICS and cut.current.area is Area.HEADER and bool(cut.inside)
    beside = bool(below) and below[0].start == block.start
    in_head = filed and beside and _FILED.search(below[0].plain) is not None
    in_head = in_head and any(find_date(one.plain) for one in below[1:_MOMENT])
    return None if in_head else area


def _heads_points(below: Sequence[Block]) -> bool:
    """Whether ``The people``, among points, is above more points: ``Few stayed: It was cold …``."""
    near = [one for one in below[:_MOMENT] if one.is_item]
    told = [one for one in near if is_prose(one.plain) and not _IS_SOMEBODY.match(one.plain)]
    return bool(near) and near[0] is below[0] and len(told) == len(near)


_IS_SOMEBODY = re.compile(r"(?:[^\W\d_a-z][\w'’.-]* ){1,3}[^\W\d_a-z][\w'’.-]*(?:[:,(]| [–—(-])")
"""``Ada Byron: host``"""

_FILED = re.compile(
    r"\b(?:interviews?|podcasts?|episodes?|blog|posts?|uncategorized|transcripts?|articles?)\b",
    re.IGNORECASE,
)
"""Under what a blog files its pages, which is no topic of a talk."""
_LASTS = re.compile(r"\d:\d\d\s?[•·|]\s?\d{1,3}\s?min\b")
_MOMENT = 3
"""Blocks within which an outline begins, or a day stands."""


def with_header(found: list[Region]) -> list[Region]:
    """``Five Questions for Ada Byron`` above all: what comes before the first is the header."""
    if len(found) < 2 or word_count(found[1].name) < _TITLE_WORDS:
        return found
    if (end := _head_below(found[1])) and len(found[0].blocks) < _TITLE_LINES:
        header = replace(found[0], blocks=found[0].blocks + found[1].blocks[:end])
        return [header, replace(found[1], blocks=found[1].blocks[end:]), *found[2:]]
    above = [block for block in found[0].blocks if block.sign != MENU]
    if len(above) > 1 and word_count(above[0].plain) <= _NAME_OF_SITE:
        above = above[1:]
    if any(len(_CRUMB.findall(block.plain)) < _CRUMBS for block in above):
        return found
    if found[1].area not in (Area.QA, Area.TAKEAWAYS, Area.IDEAS, Area.INSIGHTS, Area.QUOTES):
        return found
    blocks = found[1].blocks
    first = next((i for i, b in enumerate(blocks) if b.is_item or _begins_part(b)), 0)
    if not first:
        return found
    header = replace(found[0], blocks=found[0].blocks + blocks[:first])
    return [header, replace(found[1], blocks=blocks[first:]), *found[2:]]


_OF_TITLE = re.compile(r"\b(?:from|of|in)\s[“\"][^“”\"]{4,}[”\"]$", re.IGNORECASE)
_DOT = re.compile(r"\s[·|•]\s")


def _head_below(region: Region) -> int:
    """How many blocks below ``Quotes from “Deep Sleep”`` are its head: a show, a day, people."""
    first = region.blocks[0] if region.blocks else None
    if first is None or region.area is not Area.QUOTES or not _OF_TITLE.search(region.name):
        return 0
    if not (_DOT.search(first.text) and find_date(first.plain)):
        return 0
    begins = (
        i
        for i, one in enumerate(region.blocks)
        if one.is_item or _begins_part(one) or time_alone(one.plain) is not None
    )
    return next(begins, 0)


def _begins_part(block: Block) -> bool:
    text = block.plain
    return block.sign in ("#", ">") or text.endswith("?") or text[:1] in '“"«'


def is_other_title(block: Block, following: Block | None, current: Region, area: Area) -> bool:
    """``What a Pulse Tells You`` in a list of other episodes, with a show or a length below it."""
    if current.area is not Area.NOISE or area not in _TELLING or area_named(block.text):
        return False
    words = block.plain.split()
    large = sum(word[0].isupper() for word in words) >= len(words) - 1 - len(words) // _TITLE_WORDS
    told = following is None or is_prose(following.plain) or following.is_item
    return len(words) >= _TITLE_WORDS and large and not (told or block.sign)


_TELLING = frozenset({Area.SUMMARY, Area.TAKEAWAYS, Area.IDEAS, Area.INSIGHTS, Area.HIGHLIGHTS})
