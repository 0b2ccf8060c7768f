"""Where a list of books or links ends in flat text: at a heading above a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region
from quizapp.reading.wording import is_statement, word_count

_WORKS = re.compile(r"\b(?:books?|links?|resources|references|mentioned|mentions|reading)\b", re.I)
_TELLING = 12
"""Words of a paragraph that is no book and no link."""
_SMALL = frozenset(
    "a an and as at by for from in into is it its of off on onto or over the to up vs with".split()
)
_MOST = 9
"""Words of a heading with capitals."""


def works_end(current: Region, following: Block | None, inside: Sequence[Block]) -> bool:
    """Whether below ``Books mentioned`` and its list a block is not one of the works any more."""
    if current.area is not Area.NOISE or not inside or following is None or following.is_item:
        return False
    if not _WORKS.search(current.name) or is_statement(inside[0].plain):
        return False
    return is_statement(following.plain) and word_count(following.plain) >= _TELLING


def is_short_head(text: str, words: int) -> bool:
    """Whether a line has the length of a heading; ``How the Furnace Shapes the Day`` may be longer.

    All of its words begin with capitals then, but for small ones.
    """
    parts = text.split()
    if len(parts) <= words:
        return True
    capital = all(part[:1].isupper() or part in _SMALL or part[:1].isdigit() for part in parts)
    return capital and len(parts) <= _MOST
