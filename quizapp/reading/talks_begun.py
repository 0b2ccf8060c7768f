"""Where a talk begins below the notes of a page: names on lines of their own, with sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.names import is_name
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence

_NEAR = 12
"""Blocks from the first name on."""

_TURNS = 3
_LISTED = frozenset({Area.NOISE, Area.UNKNOWN, Area.DESCRIPTION})
_COMMENTS = re.compile(r"\b(?:comments?|repl(?:y|ies)|responses|reviews?|testimonials)\b", re.I)
"""Readers are named above what they wrote."""


def begins(blocks: Sequence[Block], place: int, current: Region) -> bool:
    """Whether two people begin to speak in turns here, below ``Resources`` or ``Follow us``.

    The first of them speaks again, each with the name on a line of its own above a sentence.
    """
    block = blocks[place]
    if current.area not in _LISTED or not block.spaced or not is_name(block.plain):
        return False
    if _COMMENTS.search(current.name):
        return False
    near = blocks[place : place + _NEAR]
    said = [one.plain for one, below in pairwise(near) if _speaks(one, below)]
    return len(said) >= _TURNS and said.count(block.plain) > 1 and len(set(said)) > 1


def _speaks(block: Block, below: Block) -> bool:
    """A bare name right above a sentence."""
    told = below.start == block.end + 1 and not below.sign and ends_sentence(below.plain)
    return told and not block.sign and is_name(block.plain)
