"""``INTERVIEW`` above a title: the department of a magazine, and no heading of what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.dates import find_date
from quizapp.reading.headings import area_named
from quizapp.reading.labels import field_of
from quizapp.reading.marks import mark
from quizapp.reading.wording import ends_sentence, word_count

_KICKER = re.compile(
    r"(?:the |in )?(?:interviews?|conversations?|q ?& ?a|q and a|dialogues?|"
    r"(?:podcast|episode|show|interview|audio|video|radio) transcripts?|"
    r"(?:podcast|episode|book|video|interview|show) (?:summary|notes|guide|breakdown|review))",
    re.IGNORECASE,
)
_SHELF = re.compile(
    r"(?:(?:the|our|all|new|latest|recent|author|long) ){0,2}(?:interviews?|conversations|essays?|"
    r"features?|articles?|profiles?|portraits?|poems?|poetry|fiction|non-?fiction|news|opinions?|"
    r"columns?|reviews|stories|videos?|episodes?|transcripts?|podcasts?|blog|dialogues|q ?& ?as?|"
    r"issues?|arts|culture|science|books|business|politics|sports?|society|technology)",
    re.IGNORECASE,
)
"""``Interviews``, before ``No. 34``: where in a magazine a piece stands."""
_BYLINE = re.compile(
    r"(?:(?:interview|words|text|written|questions|story|as told) )?(?:by|to):? (?=[A-Z])", re.I
)
_NEAR = 6
"""Blocks of a head below a kicker."""

_TITLE_WORDS = 14


def is_kicker(blocks: Sequence[Block], place: int) -> bool:
    """Whether the name of a department stands above a title that a byline or a day follows.

    Below the heading of a talk somebody speaks at once.
    """
    if not _KICKER.fullmatch(blocks[place].plain.strip(" :")):
        return False
    head = blocks[place + 1 : place + 1 + _NEAR]
    if len(head) < _NEAR or word_count(head[0].plain) > _TITLE_WORDS:
        return False
    if head[0].is_item or _is_field(head[0]) or any(_is_said(block) for block in head[:2]):
        return False
    return any(_signs(block) for block in head[1:])


def is_above_title(blocks: Sequence[Block], place: int) -> bool:
    """Whether an unmarked name of a part stands right above the page's one heading of its title.

    ``People`` and ``Interview`` there are the desk that a piece is from. A summary or transcript
    may be named above its title, and is one all the same.
    """
    block, below = blocks[place], blocks[place + 1 : place + 2]
    if place >= _TOP or block.level or block.is_item or block.sign or not below:
        return False
    if below[0].level != 1 or area_named(below[0].text) is not None:
        return False
    area = area_named(block.text)
    desk = area in _OF_DESKS or _KICKER.fullmatch(block.plain.strip(" :")) is not None
    if not desk or _SORT.search(block.plain):
        return False
    return not any(
        one.level == 1 and area_named(one.text) is None
        for near in (blocks[:place], blocks[place + 2 :])
        for one in near
    )


_OF_DESKS = frozenset({Area.DETAILS, Area.NOISE, Area.QA, Area.UNKNOWN})
"""Parts whose names are those of desks and departments too: ``People``, ``News``, ``Q&A``."""
_SORT = re.compile(r"\b(?:transcripts?|summary|notes|recap|guide|breakdown)\b", re.IGNORECASE)
_TOP = 30
"""Blocks from the top."""


def is_shelf(name: str) -> bool:
    """Whether a name is that of a department, which keeps pieces of one sort, and no show's."""
    return _SHELF.fullmatch(name.strip()) is not None


def _is_field(block: Block) -> bool:
    """``Host: Ada Byron``"""
    found = mark(block.text)
    return found is not None and field_of(found.label or "") is not None


def _is_said(block: Block) -> bool:
    """``Ada: It is late.``; ``Deep Sleep: Ada Byron`` and ``Host: Carl Roe`` are of the head."""
    found = mark(block.text)
    if found is None or not found.label or _is_field(block):
        return False
    return found.seconds is not None or not found.rest or ends_sentence(found.rest)


def _signs(block: Block) -> bool:
    """``By Ada Byron``, ``October 2019 issue``"""
    short = word_count(block.plain) <= _TITLE_WORDS
    return short and bool(_BYLINE.match(block.plain) or find_date(block.plain))
