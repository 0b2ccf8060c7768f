"""What two people say in turns, as novels print it: a long dash before each, and no names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.wording import ends_sentence, is_quoted

_DASHES = ("—", "―", "–")
_FEWEST = 4
_FORM = 2
_MOST = 0.8
_HALF = 0.5
_PERSON = re.compile(r"\b(?:I|me|my|you|your|we|us|our)\b")
"""Whom somebody speaks to, and of."""


def within(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first block of a dialogue and the one behind its last; None where there is none.

    A list of points may have dashes too: in a dialogue something is asked, and something said.
    """
    places = [place for place, block in enumerate(blocks) if _dashed(block)]
    if len(places) < _FEWEST or len(places) < _HALF * (places[-1] + 1 - places[0]):
        return None
    said = [blocks[place].plain for place in places]
    asking = ["?" in text for text in said]
    whole = sum(ends_sentence(text) and not is_quoted(text) for text in said)
    if not 0 < sum(asking) < len(said) or whole < _MOST * len(said):
        return None
    listed = any(blocks[place].sign == "–" for place in places)
    paired = asking[0] and all(one != other for one, other in pairwise(asking))
    if listed and (paired or sum(asking) < _FORM):
        return None
    to_each_other = sum(_PERSON.search(text) is not None for text in said) >= _FORM
    return (places[0], _end(blocks, places[-1])) if to_each_other or sum(asking) > 1 else None


def _end(blocks: Sequence[Block], last: int) -> int:
    """The block behind the last turn, which may go on in another paragraph."""
    end = last + 1
    while end < len(blocks) and not blocks[end].sign and ends_sentence(blocks[end].plain):
        end += 1
    return end


def with_bullets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the dashes of a dialogue as signs of turns."""
    found = within(blocks)
    return [
        replace(block, sign="-", text=block.text.lstrip("—―– "))
        if found and found[0] <= place < found[1] and _dashed(block)
        else block
        for place, block in enumerate(blocks)
    ]


def _dashed(block: Block) -> bool:
    return block.sign in _DASHES or (not block.sign and block.text[:1] in _DASHES)
