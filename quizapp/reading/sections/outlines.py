"""Notes that are nothing but bullets below bullets: what heads others, and what it heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.sections.items import told_together
from quizapp.reading.wording import is_statement, word_count

_FEWEST, _LEVELS = 8, 3
"""So many bullets, so deep, are notes of their own and no list."""

_LONGEST = 150
"""Words below one bullet; more of them are parted where others head them."""

_TOLD = 8
"""Words below a bullet that it can head."""


@dataclass(slots=True)
class _Node:
    block: Block
    below: list[_Node] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """All that stands below, in order."""
        for one in self.below:
            yield one.block
            yield from one.blocks()

    @property
    def words(self) -> int:
        """How much stands below."""
        return sum(word_count(block.plain) for block in self.blocks())


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads bullets that are nested as notes are; hands back the blocks where they are none."""
    depths = {block.indent for block in blocks}
    if len(blocks) < _FEWEST or len(depths) < _LEVELS:
        return list(blocks)
    if not all(block.is_item for block in blocks):
        return list(blocks)
    deep = sum(block.indent > min(depths) for block in blocks)
    if 2 * deep < len(blocks):
        return list(blocks)
    roots = _nested(blocks)
    rest = [one.block for one in roots if not one.below]
    for root in roots:
        _read_node(root, draft)
    return rest if len(rest) < len(blocks) else list(blocks)


def _nested(blocks: Sequence[Block]) -> list[_Node]:
    roots: list[_Node] = []
    path: list[_Node] = []
    for block in blocks:
        while path and path[-1].block.indent >= block.indent:
            path.pop()
        node = _Node(block)
        (path[-1].below if path else roots).append(node)
        path.append(node)
    return roots


def _read_node(node: _Node, draft: Draft) -> None:
    """One highlight for what a bullet heads; more where that is too much for one."""
    if not node.below or node.words < _TOLD:
        return
    heads = [one for one in node.below if one.below and one.words >= _TOLD]
    if node.words <= _LONGEST or not heads:
        _take(node.block, list(node.blocks()), draft)
        return
    own = [one.block for one in node.below if one not in heads and is_statement(one.block.plain)]
    if own:
        _take(node.block, own, draft)
    for one in heads:
        _read_node(one, draft)


def _take(head: Block, told: list[Block], draft: Draft) -> None:
    text = told_together(told)
    draft.section(SectionKind.HIGHLIGHT, head.text, text, head.start, told[-1].end)
