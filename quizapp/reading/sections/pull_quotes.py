"""Sentences that a magazine prints large between what is said, and that stand in it as well."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.wording import is_quoted, unquoted, word_count

_FEW = 20
"""So many pulled quotes at most stand in one talk."""

_FEWEST = 4
_MOST = 45
"""Words of a pulled quote."""


def without(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The blocks of a talk without quotations that another block has too, which are read."""
    large = [block for block in blocks if _is_large(block)]
    if not 0 < len(large) <= _FEW:
        return list(blocks)
    said = "\n".join(block.plain for block in blocks if block not in large).casefold()
    pulled = [block for block in large if _bare(block) in said]
    for block in pulled:
        draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end)
    return [block for block in blocks if block not in pulled]


def _is_large(block: Block) -> bool:
    apart = block.sign == ">" or (block.spaced and is_quoted(block.plain))
    return apart and _FEWEST <= word_count(block.plain) <= _MOST


def _bare(block: Block) -> str:
    return unquoted(block.plain).rstrip(".!?… ").casefold()
