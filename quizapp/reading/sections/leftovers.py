"""What stands in a region and is no item of it: told by its own form, or reported."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.blocks import Block
from quizapp.reading.draft import Draft
from quizapp.reading.glued import glued_items
from quizapp.reading.noise import is_noise
from quizapp.reading.wording import is_prose


def read(blocks: Sequence[Block], draft: Draft) -> None:
    """Reads run-together topics; reports whole sentences that belong to nothing."""
    for block in blocks:
        if read_topics(block, draft):
            continue
        if is_prose(block.plain) and not is_noise(block.plain):
            draft.not_understood(block)


def read_topics(block: Block, draft: Draft) -> bool:
    """Reads a line of topics that are run together; False where it is none."""
    items = glued_items(block.text, draft.source.words)
    for item in items:
        draft.section(SectionKind.TOPIC, None, item, block.start, block.end)
    return bool(items)
