"""Indexed interviews of libraries: a time and a title, and below it what is told and keywords."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import Chapter, SectionKind
from quizapp.reading import fields
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.layout import Layout, read_top
from quizapp.reading.region import Region
from quizapp.reading.sections import descriptions, summaries
from quizapp.reading.settled import settle
from quizapp.reading.wording import is_prose

_TOLD = re.compile(r"^(?:segment )?synopsis:\s*(?P<text>\S.*)$", re.IGNORECASE | re.DOTALL)
_SURE = 0.97
_FORM = 2


def _confidence(source: Source) -> float:
    """Sure where several segments have a time, a title and a synopsis."""
    return _SURE if len(_segments(source.blocks)) >= _FORM else 0.0


def _segments(blocks: Sequence[Block]) -> list[tuple[Chapter, Block, Block]]:
    """Each segment: its time with the title, the line of that, and the line of its synopsis."""
    found: list[tuple[Chapter, Block, Block]] = []
    head: tuple[Chapter, Block] | None = None
    for block in blocks:
        chapter = chapter_of(block.text) if block.text[:1].isdigit() else None
        if chapter:
            head = chapter, block
        elif head and _TOLD.match(block.plain):
            found.append((*head, block))
            head = None
    return found


def _read(draft: Draft) -> None:
    segments = _segments(draft.source.blocks)
    first = segments[0][1].start
    fields.read_fields(draft.source.fields, draft)
    header, *parts = draft.source.regions
    rest = read_top([block for block in header.blocks if block.start < first], draft)
    descriptions.read_blocks([b for b in rest if is_prose(b.plain)], "description", draft)
    for part in parts:
        _read_summary(part, first, draft)
    for chapter, head, told in segments:
        found = _TOLD.match(told.plain)
        draft.chapters.append(chapter)
        draft.section(
            SectionKind.HIGHLIGHT,
            chapter.title,
            found["text"] if found else "",
            head.start,
            told.end,
            seconds=chapter.seconds,
        )
    settle(draft)


def _read_summary(part: Region, first: int, draft: Draft) -> None:
    """Reads the summary that stands above the segments."""
    blocks = tuple(b for b in part.blocks if b.start < first and is_prose(b.plain))
    if part.area.kind is SectionKind.SUMMARY and blocks:
        summaries.read(Region(part.area, part.name, part.line, part.level, blocks), draft)


LAYOUT = Layout("oral_index", _confidence, _read)
