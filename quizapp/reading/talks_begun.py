"""Where a talk begins below the notes of a page: names with sentences beside or below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence

_NEAR = 12
"""Blocks from the first name on."""

_TURNS = 3
_LISTED = frozenset({Area.NOISE, Area.UNKNOWN, Area.DESCRIPTION})
_OVER = _LISTED | {Area.SUMMARY, Area.TAKEAWAYS, Area.IDEAS, Area.INSIGHTS, Area.TOPICS}
"""Parts behind which an excerpt may follow under a heading of the page's own."""

_SPOKEN, _BESIDE, _VOICES = 5, 0.7, 4
"""Turns of an excerpt at least, their share of its first blocks, and the voices in it at most."""
_COMMENTS = re.compile(r"\b(?:comments?|repl(?:y|ies)|responses|reviews?|testimonials)\b", re.I)
"""Readers are named above what they wrote."""


def begins(blocks: Sequence[Block], place: int, current: Region) -> bool:
    """Whether two people begin to speak in turns here, below ``Resources`` or ``Follow us``.

    The first of them speaks again, each with the name on a line of its own above a sentence, or
    with the name and a colon before it.
    """
    block = blocks[place]
    over = current.area in _OVER and not _COMMENTS.search(current.name)
    if over and _begins_in_line(blocks[place : place + _NEAR]):
        return True
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


def _begins_in_line(near: Sequence[Block]) -> bool:
    """``Ada Byron: Why?`` and then mostly turns of hers and of others, in whichever short name."""
    if not near[0].spaced or near[0].sign or ":" not in near[0].text[:_LABEL]:
        return False
    labels = [_label(block) for block in near]
    first = labels[0]
    if first is None or not is_name(first):
        return False
    said = [label for label in labels if label]
    voices = {label for label in said if is_name(label)}
    short = {part for voice in voices for part in voice.split()}
    known = [label for label in said if label in voices or label in short]
    mine = [label for label in known if label == first or label in first.split()]
    return (
        len(known) >= max(_SPOKEN, _BESIDE * len(near))
        and _SAME < len(mine) < len(known)
        and 1 < len(voices) <= _VOICES
    )


_LABEL, _SAME = 60, 1
"""Letters within which the mark of a turn ends; once is not again."""


def _label(block: Block) -> str | None:
    """Who speaks in a block that is a turn."""
    if block.sign or ":" not in block.text[:_LABEL]:
        return None
    found = mark(block.text)
    return found.label if found and found.rest else None
