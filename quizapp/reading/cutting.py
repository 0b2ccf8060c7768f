"""A page while it is cut into its regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.reading import interruptions
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region
from quizapp.reading.wording import looks_like_heading, word_count


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

    def open_below_heading(self, area: Area, first: Block) -> None:
        """Begin a region with a block that needs no name; what heads it names it nonetheless."""
        head = self.inside[-1] if self.inside else None
        above = self.inside[-2] if len(self.inside) > 1 else None
        listed = above is not None and _heads(above) and not is_noise(above.plain)
        listed = listed and not (head and head.level)
        closed = self.current.area in (Area.HEADER, Area.CHAPTERS)
        if head is not None and _heads(head) and not (listed or closed):
            self.inside.pop()
        else:
            head = None
        level = head.level if head else max(0, first.level - 1)
        self.open(area, head.plain if head else "", head or first, level, first)

    def put_aside(self, box: Sequence[Block]) -> None:
        """Leave out what breaks into a transcript, but for a pause in which somebody speaks on."""
        head = box[0]
        self.inside += [one for one in box if interruptions.is_pause(one, head)]
        rest = tuple(one for one in box[1:] if not interruptions.is_pause(one, head))
        if not self.done and self.current.area is Area.HEADER:
            return  # The first part is the head of the page.
        self.done.append(Region(Area.NOISE, head.plain, head.start, head.level, rest))


_HEAD_WORDS = 7


def _heads(block: Block) -> bool:
    """A short line that stands apart and says nothing: ``From the conversation``."""
    stands = block.sign == "#" or (not block.sign and block.spaced)
    short = word_count(block.plain) <= _HEAD_WORDS and looks_like_heading(block.plain)
    return stands and short and not any(char.isdigit() for char in block.plain)
