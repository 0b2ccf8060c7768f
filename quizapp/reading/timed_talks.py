"""Where a talk begins that nothing names: times alone, each above what somebody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence, word_count

_NOT_IN = frozenset({Area.TRANSCRIPT, Area.HEADER, Area.CHAPTERS, Area.QUOTES})
_WINDOW, _FEWEST = 24, 4
"""Blocks that are looked at, and times among them at the least."""

_SPEAKER = re.compile(r"\b(?:I|me|my|you|your|we|us|our)\b")
_SHARE = 0.04
"""Of the words of a talk, at the least: whoever tells of one says ``he`` and ``she``."""

_PACE, _PAUSE = 8, 5
"""Letters in a second of slow speech, and seconds of silence behind it."""


def begins(blocks: Sequence[Block], place: int, current: Region) -> bool:
    """Whether ``0:24`` is the first of several times, each above a paragraph that somebody says.

    Most last as long as it takes to say them: notes stand minutes apart.
    """
    if current.area in _NOT_IN or time_alone(blocks[place].plain) is None:
        return False
    said = _said(blocks[place : place + _WINDOW])
    text = " ".join(words for _, words in said)
    if len(said) < _FEWEST or "?" not in text:
        return False
    gaps = [(after - at, len(words)) for (at, words), (after, _) in pairwise(said)]
    if any(gap <= 0 for gap, _ in gaps):
        return False
    spoken = sum(gap <= letters / _PACE + _PAUSE for gap, letters in gaps)
    return 2 * spoken > len(gaps) and len(_SPEAKER.findall(text)) >= _SHARE * word_count(text)


def _said(near: Sequence[Block]) -> list[tuple[int, str]]:
    """The times that stand in a row, each with the plain sentences below it."""
    said: list[tuple[int, str]] = []
    for block, below in pairwise(near):
        at = time_alone(block.plain)
        if block.sign or (at is not None and (below.sign or not ends_sentence(below.plain))):
            break
        if at is not None:
            said.append((at, ""))
        else:
            at, words = said[-1]
            said[-1] = (at, f"{words} {block.plain}".strip())
    return said
