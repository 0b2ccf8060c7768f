"""The parts of a page before they are written: headings, items, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Sort = Literal["title", "head", "sub", "item", "number", "para", "line", "cite", "inner"]
"""``line`` stands right below what comes before, ``inner`` is indented below its item."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part: ``text`` may hold ``**bold**`` words, which an extraction may lose."""

    sort: Sort
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A section that must be read; a quote's ``speaker`` and time only where they are told."""

    kind: str
    text: str
    speaker: str | None = None
    seconds: int | None = None


@dataclass(slots=True)
class Part:
    """Blocks under one heading, and what must be read of them."""

    name: str = ""
    blocks: list[Block] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)
    chapters: list[tuple[int, str]] = field(default_factory=list)
    turns: list[tuple[str | None, str]] = field(default_factory=list)
