"""What others wrote below a post of a forum: votes, names and answers, and nothing of a talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.headings import area_of
from quizapp.reading.region import Region
from quizapp.reading.wording import is_prose

_AGO = (
    r"\d{1,3}\s?(?:s|m|h|d|w|y|min|hr|days?|wk|mo|yr|hours?|minutes?|weeks?|months?|years?)"
    r"\.?\s?ago"
)

_OF_FORUM = re.compile(
    rf"^(?:r/\w+\b|(?:posted|submitted) (?:{_AGO} )?by (?:u/)?[\w-]+|u/[\w-]+\s?[·•]|"
    rf"\d[\d.,k]* points by \w+ {_AGO})",
    re.IGNORECASE,
)
"""``r/nightradio``, ``Posted by u/ada 2 years ago``: what stands above a post."""

_VOTES = re.compile(
    r"^(?:[↑⬆▲🔼]\ufe0f?\s?(?:vote|[\d.,]+k?)\s?[↓⬇▼🔽]|upvote(?:\s?[\d.,]+k?)?(?:\sdownvote\b.{0,60})?$|"
    r"[\d.,]+k? comments?\s+(?:award|share|save|report|crosspost|hide)\b|"
    r"(?:all )?[\d.,]+k? comments?$|sort(?:ed)? by:?\s?(?:best|top|new|controversial|old)\b|"
    r"add a comment|comments section|view discussions in)",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"^(?:(?:u/)?[\w-]{{3,24}}(?:\s(?:OP|MOD|avatar))?\s?[·•]\s?(?:edited )?{_AGO}"
    rf"|\[[–+-]\]\s?[\w-]{{3,24}}\b.{{0,60}}\bago|level \d{{1,2}}$"
    rf"|[\w-]{{2,24}} (?:{_AGO}|on [A-Z][a-z]{{2}} \d{{1,2}}, \d{{4}}) \| "
    r"(?:parent|prev|next|root|\[))",
    re.IGNORECASE,
)
"""``u/ada · 2 yr. ago`` above what somebody answered."""

_TOP = 6
"""Blocks above and right below a title."""

_TOLD = 2
"""Paragraphs of the post itself, at the least."""


def without_comments(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a forum's page down to its votes or its first answer."""
    answered = _first_answer(blocks)
    if answered is not None:
        return list(blocks[:answered])
    if not any(_OF_FORUM.match(block.plain) for block in blocks[:_TOP]):
        return list(blocks)
    told = 0
    for place, block in enumerate(blocks):
        if told >= _TOLD and (_VOTES.match(block.plain) or _ANSWER.match(block.plain)):
            return list(blocks[:place])
        told += is_prose(block.plain)
    return list(blocks)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:{_MONTH} (?:['’]\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:(?:19|20)\d\d|['’]\d\d))?|"
    rf"(?:19|20)\d\d)|\d{{1,2}} {_MONTH}(?: (?:19|20)\d\d)?|(?:19|20)\d\d-\d\d-\d\d|"
    rf"{_AGO}|(?P<bare>\d{{1,3}}\s?(?:[dwy]|mo)))"
)
"""A day, or how long ago: ``12 min`` and ``3 h`` alone are as long as what they stand above."""

_POSTED = re.compile(
    rf"^(?P<name>@?[\w.-]{{3,24}})(?: [·•|] [^\W\d_][^·•|\d]{{1,24}}){{0,2}} [·•|] "
    rf"(?:posted |edited )?{_DAY}(?P<liked> [·•|] [^·•|]{{0,3}}\d{{1,5}}"
    r"(?!\s?(?:min|hr|h\b|m\b|sec|:))[^·•|\d]{0,12}){0,2}$",
    re.IGNORECASE,
)
"""``ada_b · Regular · Jun '21 · 14 ❤️``: who wrote a post of a forum, and when."""


def _first_answer(blocks: Sequence[Block]) -> int | None:
    """The place of the first post by another than whoever wrote the first one; None without.

    Below a marked heading of a known part, a date or likes stand on both lines: ``cracks · 3 d``
    may head what is told there.
    """
    first, told = "", 0
    sure, headed = True, False
    for place, block in enumerate(blocks):
        known = block.sign == "#" and area_of(block.plain) not in (None, Area.NOISE)
        headed = headed or (known and bool(first))
        found = _POSTED.match(block.plain) if len(block.text) < _LONGEST else None
        if found is None or not (first or found["liked"] or _is_handle(found["name"])):
            told += is_prose(block.plain)
        elif not first and place >= _TOP:
            return None
        elif first and found["name"] != first and told >= _TOLD:
            return place if not headed or (sure and _is_sure(found)) else None
        else:
            sure = sure and (bool(first) or _is_sure(found))
            first = first or found["name"]
    return None


def _is_sure(found: re.Match[str]) -> bool:
    """Whether a date or likes stand on such a line, rather than ``3 d`` alone."""
    return bool(found["liked"]) or not found["bare"]


def _is_handle(name: str) -> bool:
    """``ada_b``, ``ada``; ``Offshore`` in front of a day may as well be a show."""
    return name[0].islower() or not name.isalpha()


_LONGEST = 160
"""Letters of such a line."""

_OF_READERS = re.compile(
    r"\d[\d.,]*k? (?:comments?|replies|responses)|comments?|(?:\w+ )?credits|"
    r"(?:the |our )?team|staff",
    re.IGNORECASE,
)


def is_commented(block: Block, following: Block | None, current: Region) -> bool:
    """``Takeaway: bring a sheet!`` of a reader, ``Theme: the Night Band``: they open no part."""
    labels = following is not None and following.start == block.start
    return labels and current.area is Area.NOISE and bool(_OF_READERS.fullmatch(current.name))
