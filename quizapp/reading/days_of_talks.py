"""The day of a talk, as the note above what is written of it tells: ``our webinar, held on …``."""

from __future__ import annotations

import re

from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft

_TALK = (
    r"(?:webinar|webcast|live ?stream|talk|lecture|session|event|conversation|interview|"
    r"discussion|panel|episode|podcast|programme|broadcast)"
)
_WRITTEN_OF = re.compile(
    r"\b(?:recap|transcript|transcription|summary|write-up|record|recording|version|notes|"
    rf"highlights|excerpts?) (?:of|from) [^.!?]{{3,80}}?\b{_TALK}\b"
    rf"|^\W{{0,3}}(?:This|Our|The) (?:[a-z]+ ){{0,2}}{_TALK}(?= (?:was|took|aired|is)\b)",
    re.IGNORECASE,
)
"""``This is an edited recap of our Night Work webinar``, ``This conversation took place``"""
_HELD = re.compile(
    r"\b(?:held|hosted|given|broadcast|aired|streamed|took place|released|published)"
    r"(?: (?:live|online|here|first|in public)){0,2}(?: on)?:? (?=[A-Z\d]|the \d)"
)
_TOP, _LONGEST, _DAY, _APART = 25, 900, 40, 20
"""Blocks from the top; letters of a note, and of a day; those before a day, with its weekday."""


def read(draft: Draft) -> None:
    """Claims that day, where the page gives no other."""
    if draft.values("published") or draft.values("released"):
        return
    for block in draft.source.blocks[:_TOP]:
        text = block.plain[:_LONGEST]
        written = None if block.is_item else _WRITTEN_OF.search(text)
        held = _HELD.search(text, written.end()) if written else None
        if written is None or held is None or "." in text[written.end() : held.start()]:
            continue
        found = find_date(text[held.end() : held.end() + _DAY])
        if found and found[1] <= _APART:
            draft.claim("published", found[0].isoformat(), block.start)
            return
