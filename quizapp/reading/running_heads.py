"""The numbers of typed pages, ``- 2 -``, and the head that each new page repeats below its number.

Transcripts of archives are typed on pages; as a text, each page's foot and head stand in the
middle of what somebody says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

Line = tuple[int, str]

_NUMBER = re.compile(
    r"^(?:[-–—]\s?(?P<dashed>\d{1,3})\s?[-–—]|\[?[Pp](?:age|\.)\s(?P<told>\d{1,3})"
    r"(?:\s?(?:of|/)\s?\d{1,3})?\]?)$"
)
"""``- 2 -``, ``Page 2``, ``[Page 2 of 14]``: alone on a line"""
_LONGEST, _READ = 30, 300
"""Letters of a number of a page, also with the blanks that set it in the middle."""
_ENDS = frozenset("-–—]0123456789")
_FEWEST = 2
_HEAD, _NEAR = 120, 4
"""Letters of a head, and lines below a number in which it stands."""
_DIGITS = re.compile(r"\d+")


def without_running_heads(lines: Iterable[Line]) -> list[Line]:
    """The lines without numbers of pages, where these count on, and without repeated heads."""
    told = list(lines)
    places = [place for place, (_, raw) in enumerate(told) if _number(raw) is not None]
    numbers = [number for place in places if (number := _number(told[place][1])) is not None]
    if len(places) < _FEWEST or any(later - one != 1 for one, later in pairwise(numbers)):
        return told
    heads = [_head_below(told, place) for place in places]
    counts = Counter(_form(told[head][1]) for head in heads if head is not None)
    gone = set(places)
    gone |= {head for head in heads if head is not None and counts[_form(told[head][1])] >= _FEWEST}
    return [line for place, line in enumerate(told) if place not in gone]


def _number(raw: str) -> int | None:
    bare = raw.strip() if len(raw) <= _READ else ""
    found = _NUMBER.match(bare) if 0 < len(bare) <= _LONGEST and bare[-1] in _ENDS else None
    return int(found["dashed"] or found["told"]) if found else None


def _head_below(lines: Sequence[Line], place: int) -> int | None:
    """Where the first line below a number is that says something."""
    near = range(place + 1, min(len(lines), place + 1 + _NEAR))
    below = next((i for i in near if lines[i][1].strip()), None)
    return below if below is not None and len(lines[below][1].strip()) <= _HEAD else None


def _form(raw: str) -> str:
    """A head without its blanks and numbers: ``Byron, A.      3`` → ``Byron, A. #``."""
    return _DIGITS.sub("#", " ".join(raw.split()))
