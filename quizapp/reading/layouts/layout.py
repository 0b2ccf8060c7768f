"""What a layout is, and the reading by regions that most of them share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.reading import cast, metadata
from quizapp.reading.blocks import Block
from quizapp.reading.draft import Draft, Source
from quizapp.reading.headings import Area
from quizapp.reading.regions import Region
from quizapp.reading.sections import READERS, Reader, descriptions
from quizapp.reading.wording import is_prose, word_count


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
    draft: Draft,
    *,
    readers: Mapping[Area, Reader] | None = None,
    header: Callable[[Sequence[Block], Draft], None] | None = None,
    unknown: Reader | None = None,
) -> None:
    """Reads metadata first, then each region by the reader of its area."""
    found = draft.source.regions
    table = {**READERS, **(readers or {})}
    rest = metadata.read_header(found[0].blocks, draft)
    for region in found:
        if region.area is Area.DETAILS:
            read_details(region, draft)
    cast.read_cast(draft)
    (header or read_header_prose)(rest, draft)
    for region in found[1:]:
        reader = table.get(region.area) or unknown
        if reader:
            reader(region, draft)


def read_details(region: Region, draft: Draft) -> None:
    """Reads labelled metadata under a heading of its own."""
    for block in region.blocks:
        metadata.read_labelled(block, draft)


def read_header_prose(blocks: Sequence[Block], draft: Draft) -> None:
    """Takes the prose between title and first heading as the description."""
    prose = [block for block in blocks if is_prose(block.plain) or word_count(block.text) > 12]
    descriptions.read_blocks(prose, "description", draft)
