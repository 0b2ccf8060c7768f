"""Summaries in parts: a line, the bullets it heads, and a quote with what it is said to mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.sections.items import told_together
from quizapp.reading.wording import is_prose, is_quoted, looks_like_heading, word_count

_FEWEST = 2
"""Lines that head bullets; one alone may stand there by chance."""

_SAID = 6
"""Words of a quote; fewer may be a name."""

_EXPLAINS = re.compile(
    r"^(?:this|the|his|her|their) (?:quote|statement|remark|line|saying)\b", re.I
)
"""``This quote shows how patient she is.``"""


def read(
    blocks: Sequence[Block], draft: Draft, kind: SectionKind = SectionKind.HIGHLIGHT
) -> list[Block]:
    """Reads such parts as sections of a kind; hands back the blocks that are of none."""
    heads = [place for place in range(len(blocks) - 1) if _heads(blocks, place)]
    if len(heads) < _FEWEST or any(block.is_item for block in blocks[: heads[0]]):
        return list(blocks)
    rest = list(blocks[: heads[0]])
    for place, end in zip(heads, [*heads[1:], len(blocks)], strict=True):
        rest += _read_part(blocks[place], blocks[place + 1 : end], draft, kind)
    return rest


def _heads(blocks: Sequence[Block], place: int) -> bool:
    block, below = blocks[place], blocks[place + 1]
    line = not block.is_item and block.sign in ("", "#") and not block.plain.endswith(":")
    return line and below.is_item and looks_like_heading(block.plain) and is_prose(below.plain)


def _read_part(head: Block, below: Sequence[Block], draft: Draft, kind: SectionKind) -> list[Block]:
    count = next((i for i, block in enumerate(below) if not block.is_item), len(below))
    told = list(below[:count])
    text = told_together(told)
    at, name = draft.timed(head.text)
    draft.section(kind, name, text, head.start, told[-1].end, seconds=at)
    rest = []
    quoted = False
    for block in below[count:]:
        if quoted and _EXPLAINS.match(block.plain):
            draft.drop(block.start, block.end, "note on a quote", block.plain)
        elif is_quoted(block.plain) and word_count(block.plain) >= _SAID:
            draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end)
            quoted = True
        else:
            rest.append(block)
    return rest
