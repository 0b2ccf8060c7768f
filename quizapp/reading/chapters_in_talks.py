"""Titles of a list of times that come again inside of the talk, above what is said there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.asking import answers, asks
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.headings import area_named
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name

_LONGEST = 160
"""Letters of a title, at most."""
_FEWEST = 3
"""Times of a list."""
_TIMELY = frozenset("([0123456789")
_OUTLINE = 400
"""Blocks from the top within which a list of times stands."""
_NEAR = 6
"""Blocks from a heading on, in which a question and its answer stand."""


def titles(blocks: Sequence[Block]) -> frozenset[str]:
    """The titles of a list of times, in small letters: where they come again, they head speech."""
    near = blocks[:_OUTLINE]
    timed = (b.text for b in near if b.text[:1] in _TIMELY and len(b.text) < _LONGEST)
    found = [one for text in timed if (one := chapter_of(text))]
    enough = len(found) >= _FEWEST
    return frozenset(one.title.casefold() for one in found) if enough else frozenset()


def heads(blocks: Sequence[Block], place: int, outline: frozenset[str]) -> bool:
    """Whether a line is one of these titles, and no heading of marked questions and answers."""
    block = blocks[place]
    if not outline or len(block.text) >= _LONGEST or block.plain.casefold() not in outline:
        return False
    return not _heads_pairs(blocks, place)


def _heads_pairs(blocks: Sequence[Block], place: int) -> bool:
    """``## Questions``, a heading above ``Q:`` and ``A:``: a part of its own, and no chapter."""
    if blocks[place].sign != "#" or area_named(blocks[place].plain) is not Area.QA:
        return False
    near = blocks[place + 1 : place + _NEAR]
    return any(asks(one.text) and answers(two.text) for one, two in pairwise(near))


def speaks(block: Block) -> bool:
    """``Ada Byron``, ``Ada Byron (0:12):``, ``Ada Byron: It is late.``"""
    found = mark(block.text)
    return is_name(block.plain) or (found is not None and is_name(found.label or ""))
