"""Flat pages of which every line begins with a dash, also the names of their parts."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.headings import area_named, glued_label

_DASHED = re.compile(r"^(?P<sign>[-*•–]) (?P<text>\S.*)$", re.DOTALL)
_FEWEST = 8
"""Lines."""

_MOST = 0.9
_NAMES = 2
"""So many lines with a dash that name parts make a page, where none without one does."""

_LONGEST = 60
"""Letters of a line that names a part."""


def undashed(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered lines without the dash before each, where it stands before known parts too."""
    told = [(number, line, _DASHED.match(line)) for number, line in lines if line.strip()]
    dashed = [found["text"] for _, _, found in told if found]
    if len(dashed) < _FEWEST or len(dashed) < _MOST * len(told):
        return lines
    bare = [line for _, line, found in told if not found]
    if sum(map(_names_part, dashed)) < _NAMES or any(map(_names_part, bare)):
        return lines
    return [
        (number, found["text"] if (found := _DASHED.match(line)) else line)
        for number, line in lines
    ]


def _names_part(line: str) -> bool:
    """``Key Insights``, ``TL;DRThe talk is about …``"""
    if (label := glued_label(line)) is not None:
        line = label[0]
    area = area_named(line) if len(line) < _LONGEST else None
    return area is not None and (area.kind is not None or area in _PARTS)


_PARTS = frozenset({Area.TRANSCRIPT, Area.CHAPTERS})
