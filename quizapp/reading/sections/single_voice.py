"""The one mark of a talk: of somebody who speaks alone, or of a page that was cut behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.marks import COUNTED, Mark, mark
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import is_prose, word_count

_START = 90
"""Seconds within which whoever opens a talk begins to speak."""

_SAID_WORDS = 20

_FIRST = 3
"""Lines above ``Speaker 1 (0:01)``."""

_GREETS = re.compile(r"\b(?:hello|hi|hey|welcome|good (?:morning|evening|day))\b", re.IGNORECASE)


def voice(blocks: Sequence[Block], people: Sequence[str]) -> tuple[int, str] | None:
    """Where the only speaker of a talk begins, and the label; None where nobody surely does.

    ``Ada Byron 0:00`` above a paragraph is a mark where the page names her; ``Ada Byron: Hello,
    it's Ada Byron here.`` is one by itself, and ``Speaker 1 (0:01)`` above all that is said.
    """
    for place, (block, below) in enumerate(pairwise([*blocks, *blocks[-1:]])):
        if block.is_item or block.sign in ("#", ">"):
            continue
        found = mark(block.text)
        label = found.label if found else None
        timed = found is not None and _begins_at_start(found)
        if label and timed and place <= _FIRST and COUNTED.match(label):
            return place, label
        if found is None or not label or not is_name(label):
            continue
        told = is_prose(below.plain) and word_count(below.plain) >= _SAID_WORDS
        if timed and told and resolve(label, people):
            return place, label
        named = re.search(rf"\b(?:it['’]s|I['’]m|I am|this is) {re.escape(label)}\b", found.rest)
        if named and _GREETS.search(found.rest[: named.end()]):
            return place, label
    return None


def named_above(blocks: Sequence[Block], people: Sequence[str]) -> tuple[int, str] | None:
    """``Ada Byron``, who takes part, above all that is said below ``Transcript``."""
    if len(blocks) < _PAIR or blocks[0].plain not in people or not is_name(blocks[0].plain):
        return None
    said = blocks[1:]
    alone = all(is_prose(block.plain) and mark(block.text) is None for block in said)
    return (0, blocks[0].plain) if alone else None


_PAIR = 2


def _begins_at_start(found: Mark) -> bool:
    return found.seconds is not None and found.seconds < _START and not found.rest


def greets(text: str, name: str) -> bool:
    """``Hello, it's Ada Byron here.``: whether somebody bids welcome by name."""
    named = re.search(rf"\b(?:it['’]s|I['’]m|I am|this is) {re.escape(name)}\b", text[:300])
    return named is not None and bool(_GREETS.search(text[: named.end()]))
