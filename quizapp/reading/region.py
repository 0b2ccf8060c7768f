"""A heading with a known name, and what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name

_TURN = re.compile(r"^(?:-\s|>>|[(\[]?\d{1,2}:\d\d)")

_NEAR = 30

_MARKS = 2

_SPEECH = 1500


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks under one heading; ``line`` is the heading's."""

    area: Area
    name: str
    line: int
    level: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What stands in a region so far."""

    blocks: list[Block]

    def spoken(self) -> bool:
        """Whether it is surely a transcript: by the marks of its turns, or by its length."""
        near = self.blocks[-_NEAR:]
        marked = sum(1 for block in near if mark(block.text) or _TURN.match(block.text))
        marked += self.named()
        return marked >= _MARKS or sum(len(block.text) for block in self.blocks[:_NEAR]) > _SPEECH

    def named(self) -> int:
        """How often a name stands alone on its line that has stood so before."""
        names = [block.plain for block in self.blocks[-_NEAR:] if is_name(block.plain)]
        return len(names) - len(set(names))
