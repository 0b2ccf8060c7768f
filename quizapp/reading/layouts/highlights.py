"""Highlights pages: an abstract under the title, then headings with prose and quotes."""

from __future__ import annotations

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.layout import Layout, areas_of, read_by_regions
from quizapp.reading.wording import is_prose, plain

_PERHAPS = 0.3
"""How sure a page is of this sort that has other parts too: its abstract is then none."""


def _confidence(source: Source) -> float:
    areas = areas_of(source)
    if Area.HIGHLIGHTS not in areas:
        return 0.0
    others = {area for area in areas if area.kind} - {Area.HIGHLIGHTS, Area.QA}
    return 0.8 if not others else _PERHAPS


def _abstract(blocks: list[Block], draft: Draft) -> None:
    """The paragraph under the title is a summary, and the description if no page has another."""
    for block in blocks:
        if is_prose(block.plain):
            draft.section(SectionKind.SUMMARY, None, block.text, block.start, block.end)
            draft.claim("abstract", plain(block.text), block.start)


def _read(draft: Draft) -> None:
    alone = _confidence(draft.source) > _PERHAPS
    read_by_regions(draft, header=_abstract if alone else None)


LAYOUT = Layout("highlights", _confidence, _read)
