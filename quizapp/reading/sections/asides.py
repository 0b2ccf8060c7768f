"""Quotes and paragraphs among points, which are none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.attributions import attribution, signed_quote
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.headings import is_count
from quizapp.reading.names import is_name
from quizapp.reading.region import Region
from quizapp.reading.sections import quotes
from quizapp.reading.sections.items import Item
from quizapp.reading.sections.leads import split_heading
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, is_quoted, word_count

FEWEST = 3
"""Words of a heading that is glued to its text."""

_LEAD_WORDS = 25


def read_lead(rest: list[Block], region: Region, draft: Draft) -> list[Block]:
    """Reads paragraphs between a declared count and the first item as a summary."""
    first = min(
        (one.line_start for one in draft.sections if one.line_start > region.line), default=0
    )
    lead = [b for b in rest if b.start < first and word_count(b.plain) >= _LEAD_WORDS]
    if not is_count(region.name) or not lead:
        return rest
    for block in lead:
        draft.section(SectionKind.SUMMARY, None, block.text, block.start, block.end)
    return [block for block in rest if block not in lead]


def without_block_quotes(region: Region, draft: Draft) -> list[Block]:
    """The blocks without block quotes and their signatures, unless all are such."""
    quoted: list[Block] = []
    left: list[Block] = []
    told_by = [*region.blocks[1:], None]
    for before, block, below in zip([None, *region.blocks], region.blocks, told_by, strict=False):
        if before is not None and before.sign == "#":
            left.append(block)
            continue
        signs = bool(quoted) and block.start <= quoted[-1].end + 1 and _signs(block)
        told = is_quoted(block.plain) or signed_quote(block, draft.people) is not None
        told = told or _is_signed_below(block, below)
        said = block.sign == ">" and (told or _is_pulled(block, before))
        (quoted if said or signs else left).append(block)
    if not any(block.sign != ">" for block in left):
        return list(region.blocks)
    if quoted:
        quotes.read(replace(region, area=Area.QUOTES, blocks=tuple(quoted)), draft)
    return left


def _is_signed_below(block: Block, below: Block | None) -> bool:
    """A sentence with a name alone right below it, as of a pulled quote among the points."""
    beside = below is not None and below.start <= block.end + 1 and _signs(below)
    return beside and is_prose(block.plain)


def _signs(block: Block) -> bool:
    """A name alone, or behind a dash."""
    if block.sign in ("–", "—", "-"):
        return attribution(block.text, (), signed=True) is not None
    return is_name(block.plain)


def _is_pulled(block: Block, before: Block | None) -> bool:
    """A block quote of a sentence or two below a paragraph, that is no remark to the readers."""
    text = block.plain
    told = before is not None and not before.sign and is_prose(before.plain)
    return (
        told
        and is_prose(text)
        and word_count(text) <= _PULLED_WORDS
        and not _REMARK.match(text)
        and split_heading(block.text)[0] is None
    )


def without_cited(body: Sequence[Block], draft: Draft) -> list[Block]:
    """Paragraphs without the block quotes between them, which are read; the first tells."""
    cited = [block for before, block in pairwise(body) if is_cited(block, before)]
    for block in cited:
        at, text = timed(block.text)
        draft.section(SectionKind.QUOTE, None, text, block.start, block.end, seconds=at)
    return [block for block in body if not any(block is one for one in cited)]


def is_cited(block: Block, before: Block | None) -> bool:
    """Whether a block quote stands between the paragraphs of a part, or below the only one."""
    return block.sign == ">" and _is_pulled(block, before)


_PULLED_WORDS = 45
_REMARK = re.compile(r"^(?:note|tip|remember|source|listen|see|read|try|action)\b", re.IGNORECASE)


def without_pulled(item: Item, draft: Draft) -> Item:
    """An item without a quotation that stands on its own below what the item tells."""
    if not item.body or not is_prose(item.body[0].plain) or is_quoted(item.body[0].plain):
        return item
    pulled = [b for b in item.body[1:] if not b.is_item and is_quoted(b.plain) and b.spaced]
    for block in pulled:
        at, text = timed(block.text)
        draft.section(SectionKind.QUOTE, None, text, block.start, block.end, seconds=at)
    return Item(item.head, [block for block in item.body if block not in pulled])


def without_signed(blocks: list[Block], draft: Draft) -> list[Block]:
    """Lines right below each other without those that are signed quotes, which are read."""
    beside = all(not b.spaced and not b.sign for b in blocks[1:])
    if len(blocks) <= FEWEST or not beside:
        return blocks
    return [block for block in blocks if not quotes.read_alone([block], draft)]
