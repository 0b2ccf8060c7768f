"""The show, its count and a subtitle below a title: ``Night Radio #12 | On bells``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import MENU, Block
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.wording import is_prose, word_count

_COUNTED = re.compile(
    r"(?P<show>[A-ZÀ-Þ][^#|\n]{1,48}?),? (?:#|No\.? ?#?|Ep(?:isode|\.)? ?#?)(?P<number>\d{1,4})"
    r"(?:,| ?[|·•:]| [–—-]) (?P<subtitle>\S.{3,160})"
)
_SUBTITLE = re.compile(r"(?:on|about|why|how|where|what)\s", re.IGNORECASE)
_SURE = re.compile(
    r"(?:with|featuring|in which|an? (?:conversation|talk|chat|interview))\s", re.IGNORECASE
)
"""How a line goes on that tells of a title above it and is none itself."""

_WITH = Form(
    rf"^(?:[Ww]ith|[Ff]eaturing|[Aa]n? (?:conversation|talk|chat|interview) with) "
    rf"(?:(?:the |an? )?(?:[a-z][a-z'’-]* ){{1,4}})?(?P<name>{NAME})\.?$",
)
"""``with potter Ada Byron``"""

_TOP, _WORDS, _SITE, _LONGEST = 12, 3, 5, 240
"""Blocks from the top; words of a title, and of a site's name; letters of the line."""


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes show, number and guest off such a line right below a title; hands back the rest.

    ``# Deep Sleep`` above ``Night Radio #12, with potter Ada Byron``
    """
    for above, block in pairwise(draft.source.blocks[:_TOP]):
        found = _COUNTED.fullmatch(block.plain) if len(block.text) <= _LONGEST else None
        if found is None or not _is_title(above, draft) or not _tells_of(found["subtitle"], above):
            continue
        if block.level and not 0 < above.level < block.level:
            continue
        show = found["show"].strip()
        if not is_name_of_show(show) or resolve(show, draft.people):
            continue
        if not draft.values("show"):
            draft.claim("show", uncapped(show), block.start)
        if not draft.values("number"):
            draft.claim("number", int(found["number"]), block.start)
        guest = _WITH.match(found["subtitle"])
        if guest and is_name(guest["name"]) and not draft.values("guest"):
            draft.claim("guest", bare_name(guest["name"]), block.start)
        return [one for one in blocks if one.start != block.start]
    return list(blocks)


def _tells_of(subtitle: str, title: Block) -> bool:
    """Whether a line goes on as no title does, or may do so below what is surely one.

    ``How to sleep`` is a title itself below the name of a site.
    """
    sure = title.level == 1 or ": " in title.plain or word_count(title.plain) > _SITE
    return bool(_SURE.match(subtitle)) or (sure and bool(_SUBTITLE.match(subtitle)))


def _is_title(block: Block, draft: Draft) -> bool:
    text = block.plain
    if block.is_item or block.sign in (MENU, ">") or is_noise(text) or is_prose(text):
        return False
    if is_name(text) or find_date(text) is not None or text in draft.values("show"):
        return False
    return block.level == 1 or word_count(text) >= _WORDS
