"""``AB:`` where ``Ada Byron:`` has spoken before: one and the same, and spelt so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.initials import of_initials
from quizapp.reading.marks import mark
from quizapp.reading.speakers import are_initials, is_full
from quizapp.reading.wording import ends_sentence

_VOICES = 2
_MOST = 20


def with_names(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with full names for initials, where two people or more begin with their names.

    Both are marks of what somebody says; initials that could be two people's stay.
    """
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
