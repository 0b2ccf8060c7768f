"""Summaries: an abstract, a TL;DR, or a list of points."""

from __future__ import annotations

from quizapp.model import SectionKind
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.sections import leftovers, paragraphs
from quizapp.reading.sections.items import listed, worded
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose


def read(region: Region, draft: Draft) -> None:
    """Each point of a list and each paragraph is a summary; a line without a sentence is none."""
    blocks = [block for block in worded(region.blocks) if block.sign != "#"]
    items, prose = listed(paragraphs.read(blocks, draft))
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
