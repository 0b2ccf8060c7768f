"""Numbered headings among bullets on the same margin: ``1. Bells``, and ``- Bronze: …`` below."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.wording import ends_sentence, looks_like_heading, word_count

_FEWEST = 2
"""Headings; one alone may be an item too."""

_LINE_WORDS = 6
"""Words of a bullet that says something."""

_CUT_WORDS = 2


def without_counted_heads(blocks: Sequence[Block]) -> list[Block]:
    """Bullets without the numbered lines that head several of them on the same margin.

    A bullet of a word or two at the very end is the rest of one that was cut off.
    """
    heads = [
        place
        for place, block in enumerate(blocks[:-1])
        if block.sign == "1"
        and blocks[place + 1].is_item
        and blocks[place + 1].sign != "1"
        and blocks[place + 1].indent == block.indent
    ]
    counted = [place for place, block in enumerate(blocks) if block.sign == "1"]
    named = all(looks_like_heading(blocks[p].plain) and ":" not in blocks[p].plain for p in heads)
    if len(heads) < _FEWEST or heads != counted or heads[0] != 0 or not named:
        return list(blocks)
    told = [block for place, block in enumerate(blocks) if place not in heads]
    last = told[-1].plain
    cut = word_count(last) <= _CUT_WORDS and not ends_sentence(last) and ":" not in last
    others = [block.plain for block in told[:-1] if block.is_item and block.plain[-1] != ":"]
    long = all(word_count(text) >= _LINE_WORDS for text in others)
    return told[:-1] if cut and long and told[-1].is_item else told
