"""Lists of what is talked about, below a sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.wording import ends_sentence, word_count

_LEAD = re.compile(
    r"\b(?:topics|subjects|themes|issues|(?:we|they|he|she|and) (?:also )?"
    r"(?:discuss|discusses|talk about|talks about|cover|covers|explore|explores|touch on))\b"
    r"[^.!?]{0,60}:$",
    re.IGNORECASE,
)
_WORDS = 12
"""Of a sentence that leads; a shorter line is a heading, and told elsewhere."""

_FEW = 3


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads the bullets below ``Ada has ideas on many topics, some of which include:``."""
    rest: list[Block] = []
    skip = 0
    for place, block in enumerate(blocks):
        if skip:
            skip -= 1
            continue
        rest.append(block)
        if block.is_item or word_count(block.plain) < _WORDS or not _LEAD.search(block.plain):
            continue
        items = list(takewhile(lambda one: one.is_item, blocks[place + 1 :]))
        told = sum(ends_sentence(one.plain) for one in items)
        if len(items) < _FEW or 2 * told > len(items):
            continue
        for one in items:
            draft.section(SectionKind.TOPIC, None, one.text, one.start, one.end)
        skip = len(items)
    return rest
