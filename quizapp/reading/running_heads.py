"""The numbers of typed pages, ``- 2 -``, and the head that each new page repeats below its number.

Transcripts of archives are typed on pages; as a text, each page's foot and head stand in the
middle of what somebody says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quizapp.reading.marks import bare_label, mark
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.speakers import are_initials, is_role
from quizapp.reading.wording import ends_sentence

Line = tuple[int, str]

_NUMBER = re.compile(
    r"^(?:\s{4,}[-–—]\s?(?P<dashed>\d{1,3})\s?[-–—]"
    r"|\s*\[?[Pp]age\s(?P<told>\d{1,3})\s?(?:of|/)\s?\d{1,3}\]?)\s*$"
)
"""``- 2 -`` in the middle of a line, ``Page 2 of 14``"""
_LONGEST, _READ = 30, 300
"""Letters of a number of a page, also with the blanks that set it in the middle."""
_FEWEST, _MOSTLY = 2, 0.6
"""Numbers of pages, and the share of them that a head follows."""
_HEAD, _NEAR = 120, 4
"""Letters of a head, and lines below a number in which it stands."""
_COUNT = re.compile(r"\s+\d{1,3}$")
_CLOCK = re.compile(r"\d:\d\d")


def without_running_heads(lines: Iterable[Line]) -> list[Line]:
    """The lines without numbers of pages, where these count on, and without repeated heads."""
    told = list(lines)
    numbered = [(place, n) for place, (_, raw) in enumerate(told) if (n := _number(raw))]
    places = [place for place, _ in numbered]
    counts_on = all(later == one + 1 for (_, one), (_, later) in pairwise(numbered))
    if len(places) < _FEWEST or not counts_on:
        return told
    heads = [head for place in places if (head := _head_below(told, place)) is not None]
    forms = Counter(_form(told[head][1]) for head in heads)
    often = {
        form for form, n in forms.items() if n >= _FEWEST and n >= _MOSTLY * len(places) and form
    }
    gone = {*places, *(head for head in heads if _form(told[head][1]) in often)}
    return [line for place, line in enumerate(told) if place not in gone]


def _number(raw: str) -> int | None:
    bare = raw.strip() if len(raw) <= _READ else ""
    found = _NUMBER.match(raw) if 0 < len(bare) <= _LONGEST else None
    return int(found["dashed"] or found["told"]) if found else None


def _head_below(lines: Sequence[Line], place: int) -> int | None:
    """Where the first line below a number is that could head a page, and says nothing itself."""
    near = range(place + 1, min(len(lines), place + 1 + _NEAR))
    below = next((i for i in near if lines[i][1].strip()), None)
    text = lines[below][1].strip() if below is not None else ""
    if not text or len(text) > _HEAD or ends_sentence(text) or _CLOCK.search(text):
        return None
    label = bare_label(text)
    speaks = is_name(label) or is_short_name(label) or is_role(label) or are_initials(label)
    return None if speaks or text.endswith(":") or mark(text) is not None else below


def _form(raw: str) -> str:
    """A head without its blanks and its number: ``Byron, A.      3`` → ``Byron, A.``."""
    return _COUNT.sub("", " ".join(raw.split()))
