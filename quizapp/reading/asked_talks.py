"""Where an interview begins in which ``Q:`` asks and somebody answers by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.asking import answers
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.region import Region
from quizapp.reading.tape_notes import is_tape_note
from quizapp.reading.wording import ends_sentence

_SPOKEN = frozenset({Area.TRANSCRIPT, Area.QA})
_ASKS = "Q"
_WINDOW = 24
"""Blocks in which questions and answers take turns."""
_EACH = 3
"""Questions, and answers of the one who is asked."""
_TOP, _READ = 40, 300
"""Blocks at the top of a page that name whoever is asked, and letters of each."""
_FIRST = 12
"""Letters within which ``Q:`` stands."""


def begins(blocks: Sequence[Block], place: int, current: Region) -> bool:
    """Whether ``Q:`` and ``Byron:`` speak one after the other from here on.

    Pairs for learning have ``A:``, which is no name. A note on the tape may stand above.
    """
    if current.area in _SPOKEN or not blocks[place].text:
        return False
    if is_tape_note(blocks[place].plain) and place + 1 < len(blocks):
        place += 1
    if _ASKS not in blocks[place].text[:_FIRST] or _voice(blocks[place]) != _ASKS:
        return False
    if any(_voice(block) == _ASKS for block in blocks[max(0, place - 2) : place]):
        return False  # It began above, or not at all.
    said = [
        voice
        for block in blocks[place : place + _WINDOW]
        if block.sign not in (RULE, MENU) and (voice := _voice(block)) is not None
    ]
    asked = said.count(_ASKS)
    behind = [after for one, after in pairwise(said) if one == _ASKS != after]
    if asked < _EACH or not behind:
        return False
    name = max(dict.fromkeys(behind), key=behind.count)
    return behind.count(name) >= _EACH and _is_somebody(name, blocks)


def _voice(block: Block) -> str | None:
    """The label before a sentence."""
    found = mark(block.text)
    return found.label if found and found.label and ends_sentence(found.rest) else None


def _is_somebody(label: str, blocks: Sequence[Block]) -> bool:
    """Whether a label is a full name or a part of one that the top of the page tells."""
    if answers(f"{label}: so"):
        return False
    written = label.title() if label.isupper() else label
    if is_name(written):
        return True
    if not is_short_name(written):
        return False
    bare = re.escape(written)
    whole = re.compile(rf"\b(?:{bare} [A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ][\w’'-]+ {bare})\b")
    told = (whole.search(block.text[:_READ]) for block in blocks[:_TOP])
    return any(found is not None and is_name(found[0]) for found in told)
