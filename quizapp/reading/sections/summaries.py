"""Summaries: an abstract, a TL;DR, or a list of points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.glued import glued_head
from quizapp.reading.region import Region
from quizapp.reading.sections import headed_bullets, highlights, leftovers, paragraphs
from quizapp.reading.sections.items import listed, worded
from quizapp.reading.sections.leads import unnumbered
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, word_count


def read(region: Region, draft: Draft) -> None:
    """Each point of a list and each paragraph is a summary; a line without a sentence is none."""
    region = _without_bio(_without_line_behind(_without_parts(region, draft), draft), draft)
    blocks = headed_bullets.read(worded(region.blocks), draft)
    blocks = _without_glued([block for block in blocks if block.sign != "#"], draft)
    blocks = blocks if _is_tagline(blocks) else paragraphs.read(blocks, draft)
    items, prose = listed(unnumbered(blocks))
    for item in items:
        whole = " ".join(block.text for block in item.blocks)
        at, text = timed(whole)
        draft.section(SectionKind.SUMMARY, None, text, item.start, item.end, seconds=at)
    rest = []
    for block in prose:
        if is_prose(block.plain) and not (items and block.start > items[-1].end):
            at, text = timed(block.text)
            draft.section(SectionKind.SUMMARY, None, text, block.start, block.end, seconds=at)
        else:
            rest.append(block)
    leftovers.read(rest, draft)


def _without_glued(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads paragraphs that run on from their headings, ``A secretThe Romans had …``, as such."""
    told = [block for block in blocks if not block.sign and is_prose(block.plain)]
    heads = {block.start: glued_head(block.text, draft.source.words) for block in told}
    found = [block for block in told if heads[block.start]]
    if len(found) < _PARTS or len(found) < _GLUED * len(told):
        return blocks
    for block in found:
        head, text = heads[block.start] or ("", block.text)
        draft.section(SectionKind.HIGHLIGHT, head, text, block.start, block.end)
    return [block for block in blocks if not heads.get(block.start)]


_GLUED = 0.7
"""Share of paragraphs with a heading glued to each."""

_BIO = re.compile(
    r"(?:guest |speaker |author )?(?:bio|bios|biography)\s?:\s|"
    r"about the (?:guest|author|speaker)s?\s?:\s",
    re.IGNORECASE,
)


def _without_bio(region: Region, draft: Draft) -> Region:
    """What stands above ``Bio: Ada Byron came to geology …``, which tells nothing of the talk."""
    place = next((i for i, b in enumerate(region.blocks) if _BIO.match(b.plain)), None)
    if place is None:
        return region
    first, last = region.blocks[place], region.blocks[-1]
    draft.drop(first.start, last.end, "note on the people", first.plain)
    return replace(region, blocks=region.blocks[:place])


_LINE_WORDS = 5
"""Words that say something behind ``TLDR:``, also without a full stop."""


def _without_line_behind(region: Region, draft: Draft) -> Region:
    """Reads ``TLDR: How bees keep time`` as a summary, where other things stand below it."""
    first = region.blocks[0] if region.blocks else None
    if first is None or first.start != region.line or first.sign or is_prose(first.plain):
        return region
    beside = region.blocks[1:2] and not region.blocks[1].spaced
    if beside or word_count(first.plain) < _LINE_WORDS or first.plain.endswith(":"):
        return region
    draft.section(SectionKind.SUMMARY, None, first.text, first.start, first.end)
    return replace(region, blocks=region.blocks[1:])


def _without_parts(region: Region, draft: Draft) -> Region:
    """Reads headings with prose below each, inside of a summary, as highlights."""
    blocks = region.blocks
    heads = [i for i, b in enumerate(blocks) if b.sign == "#" and region.level < b.level < _BOLD]
    told = [place for place in heads if place + 1 < len(blocks) and _is_told(blocks[place + 1])]
    if len(told) < _PARTS or len(told) < len(heads):
        return region
    highlights.read(replace(region, area=Area.HIGHLIGHTS, blocks=blocks[heads[0] :]), draft)
    return replace(region, blocks=blocks[: heads[0]])


def _is_told(block: Block) -> bool:
    return not block.sign and is_prose(block.plain)


_PARTS = 2
_BOLD = 7
"""The level of a line in bold, which heads nothing."""

_FEWEST = 3


def _is_tagline(blocks: Sequence[Block]) -> bool:
    """Whether a line without a full stop leads sentences right below each other, a list as such."""
    told = blocks[1:]
    return (
        len(told) >= _FEWEST - 1
        and not is_prose(blocks[0].plain)
        and not any(block.sign or block.spaced for block in told)
        and all(is_prose(block.plain) for block in told)
    )
