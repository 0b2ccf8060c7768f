"""A page while it is cut into its regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.reading import interruptions
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region


@dataclass(slots=True)
class Cut:
    """A page while it is cut: the region at hand, its blocks so far, and the regions above."""

    current: Region
    inside: list[Block]
    done: list[Region]

    def close(self) -> None:
        """End the region at hand."""
        self.done.append(replace(self.current, blocks=tuple(self.inside)))

    def open(self, area: Area, name: str, at: Block, level: int, *first: Block) -> None:
        """End the region at hand and begin another, with its ``first`` blocks."""
        self.close()
        self.current = Region(area, name, at.start, level, ())
        self.inside = list(first)

    def put_aside(self, box: Sequence[Block]) -> None:
        """Leave out what breaks into a transcript, but for a pause in which somebody speaks on."""
        head = box[0]
        self.inside += [one for one in box if interruptions.is_pause(one, head)]
        rest = tuple(one for one in box[1:] if not interruptions.is_pause(one, head))
        if not self.done and self.current.area is Area.HEADER:
            return  # The first part is the head of the page.
        self.done.append(Region(Area.NOISE, head.plain, head.start, head.level, rest))
