"""What a layout is, and the reading by regions that most of them share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.reading import cast, metadata
from quizapp.reading.blocks import RULE, Block
from quizapp.reading.draft import Draft, Source
from quizapp.reading.headings import Area
from quizapp.reading.regions import Region
from quizapp.reading.sections import (
    READERS,
    descriptions,
    leftovers,
    transcripts,
    unlabelled,
)
from quizapp.reading.speakers import speakers_split
from quizapp.reading.wording import is_prose, is_quoted, looks_like_heading, word_count


@dataclass(frozen=True, slots=True)
class Layout:
    """A sort of page: its name, how sure it is of a page, and how it reads one."""

    name: str
    confidence: Callable[[Source], float]
    read: Callable[[Draft], None]


def areas_of(source: Source) -> set[Area]:
    """The areas that a page names by headings."""
    return {region.area for region in source.regions}


def read_by_regions(
    draft: Draft, *, header: Callable[[list[Block], Draft], None] | None = None
) -> None:
    """Reads metadata first, then each region by the reader of its area."""
    found = draft.source.regions
    metadata.read_fields(draft.source.fields, draft)
    rest = metadata.read_header(found[0].blocks, draft)
    metadata.find_title(draft.source.blocks, draft)
    for region in found:
        if region.area is Area.DETAILS:
            read_details(region, draft)
    cast.read_cast(draft)
    (header or read_header)(rest, draft)
    for region in found[1:]:
        READERS.get(region.area, unlabelled.read)(region, draft)
    cast.read_speaking(draft)


def read_details(region: Region, draft: Draft) -> None:
    """Reads labelled metadata under a heading of its own."""
    for block in region.blocks:
        metadata.read_labelled(block, draft)


def read_header(blocks: list[Block], draft: Draft) -> None:
    """Prose under the title is the description; what follows it is told by its form."""
    spoken = transcripts.first_marked(blocks, draft)
    if spoken is not None or unlabelled.speech(blocks):
        descriptions.read_blocks(blocks[: spoken or 0], "description", draft)
        transcripts.read_turns(blocks[spoken or 0 :], draft)
        return
    prose, rest = description_first(blocks)
    descriptions.read_blocks(prose, "description", draft)
    left = unlabelled.read_blocks(rest, draft)
    if not draft.values("description"):
        told = [block for block in left if not block.sign and is_prose(block.plain)]
        descriptions.read_blocks(told, "description", draft)
        left = [block for block in left if block not in told]
    leftovers.read(left, draft)


def description_first(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The paragraphs at the beginning that stand alone, and all from the first other thing on."""
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if not _is_description(block, following):
            return blocks[:place], blocks[place:]
    return blocks, []


def _is_description(block: Block, following: Block | None) -> bool:
    if block.sign not in ("", "–", "—") or block.text.endswith(":"):
        return False
    if not (is_prose(block.plain) or word_count(block.text) > 12):
        return not looks_like_heading(block.plain)
    if following is not None and following.sign == RULE:
        return False
    return not is_quoted(block.plain) and len(speakers_split(block.text)) < 3
