"""Short marks of those whose whole names have marked before: one and the same, and spelt so.

``AB: …`` behind ``Ada Byron: …``, and ``BYRON`` above a sentence behind ``ADA BYRON``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.initials import of_initials
from quizapp.reading.marks import mark
from quizapp.reading.people import borne_by_one
from quizapp.reading.speakers import are_initials, is_full
from quizapp.reading.wording import ends_sentence

_VOICES = 2
_MOST = 20
_TOP, _READ = 40, 4_000
"""Blocks at the top of a page that may tell whose surnames stand alone, and letters of them."""
_NAME = 40
"""Letters of a name on a line of its own."""


def with_names(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with whole names for short ones, where two people or more begin with theirs.

    All are marks of what somebody says; what could be short for two people stays.
    """
    return _with_initials(_with_lines(blocks))


def _with_initials(blocks: Sequence[Block]) -> tuple[Block, ...]:
    marks = [mark(block.text) for block in blocks]
    said = [one.label for one in marks if one and one.label and ends_sentence(one.rest)]
    full = list(Counter(label for label in said if is_full(label)))[:_MOST]
    short = {label for label in said if are_initials(label)} if len(full) >= _VOICES else set()
    names = {label: name for label in short if (name := of_initials(label, full))}
    if len(set(names.values())) < _VOICES:
        return tuple(blocks)
    return tuple(
        replace(block, text=block.text.replace(one.label or "", names[one.label or ""], 1))
        if one and one.label in names
        else block
        for block, one in zip(blocks, marks, strict=True)
    )


def _with_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``BYRON`` above a sentence, where ``ADA BYRON`` stands so too, or the top has Ada Byron."""
    above = {
        place: one.plain.rstrip(":")
        for place, (one, below) in enumerate(pairwise(blocks))
        if len(one.text) <= _NAME and one.plain.isupper() and ends_sentence(below.plain)
    }
    full = list(dict.fromkeys(name for name in above.values() if is_full(name)))[:_MOST]
    counts = Counter(name for name in above.values() if " " not in name)
    often = [short for short, count in counts.items() if count > 1]
    names = {short: whole for short in often if (whole := _whole(short, full)) is not None}
    if not full and len(often) in (_VOICES, _VOICES + 1):
        told = " | ".join(block.plain for block in blocks[:_TOP])[:_READ]
        found = {short: borne_by_one(short.title(), told) for short in often}
        names = {short: whole for short, whole in found.items() if whole}
    if len(set(names.values())) < _VOICES:
        return tuple(blocks)
    return tuple(
        replace(block, text=names[above[place]]) if above.get(place) in names else block
        for place, block in enumerate(blocks)
    )


def _whole(short: str, full: Sequence[str]) -> str | None:
    """The one of the whole names that begins or ends with a short one."""
    meant = [name for name in full if short in (name.split()[0], name.split()[-1])]
    return meant[0] if len(meant) == 1 else None
