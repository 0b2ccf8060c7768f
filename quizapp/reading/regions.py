"""Cuts a page into regions: a heading with a known name, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.reading.blocks import Block
from quizapp.reading.headings import Area, area_of, is_count


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks under one heading; ``line`` is the heading's."""

    area: Area
    name: str
    line: int
    level: int
    blocks: tuple[Block, ...]


def regions(blocks: Iterable[Block]) -> tuple[Region, ...]:
    """The regions of a page in order; the first is its header, which may be empty.

    Inside of a transcript only marked headings end it: people say "Summary" too.
    """
    current = Region(Area.HEADER, "", 0, 99, ())
    inside: list[Block] = []
    done: list[Region] = []
    for block in blocks:
        area = _area(block, current)
        if area is None:
            inside.append(block)
            continue
        done.append(replace(current, blocks=tuple(inside)))
        current = Region(area, block.plain, block.start, block.level, ())
        inside = []
    done.append(replace(current, blocks=tuple(inside)))
    return tuple(done)


def _area(block: Block, current: Region) -> Area | None:
    """The area that a block opens; None where it stands inside of the current one."""
    if block.sign not in ("", "#") or not block.text:
        return None
    if is_count(block.text):
        counted = area_of(block.text)
        return counted if counted != current.area else None
    area = area_of(block.text)
    if area is None:
        return _unknown(block, current)
    if current.area is Area.TRANSCRIPT and not block.level and not block.spaced:
        return None
    return area


def _unknown(block: Block, current: Region) -> Area | None:
    """A marked heading that is none of the known names ends regions of its own level."""
    if block.sign != "#" or not 0 < block.level < 7 or current.area is Area.HEADER:
        return None
    return Area.UNKNOWN if current.level and block.level <= current.level else None
