"""The line of a service that keeps episodes: ``Night Radio - YouTube - 51 min - Saved today``."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.show_names import SHOW_WORD, is_name_of_show
from quizapp.reading.times import duration

_SIGN = re.compile(r"\s[-–—·•|]\s")
_FEWEST = 3
"""Parts of such a line."""

_LONGEST = 160
_PLATFORMS = frozenset(
    {"youtube", "spotify", "apple podcasts", "overcast", "pocket casts", "google podcasts",
     "castbox", "castro", "soundcloud", "vimeo", "snipd", "rss"}
)  # fmt: skip
_KEPT = re.compile(r"^(?:saved|added|imported|captured|watched|listened)\b|\bago$", re.IGNORECASE)


def read(block: Block, draft: Draft) -> bool:
    """Takes show and length off such a line; whether it is one."""
    parts = _SIGN.split(block.plain) if len(block.plain) <= _LONGEST and not block.is_item else []
    if len(parts) < _FEWEST or not any(part.lower() in _PLATFORMS for part in parts):
        return False
    lengths = [part for part in parts if duration(part) is not None and not _KEPT.search(part)]
    kept = [part for part in parts if _KEPT.search(part)]
    if not (lengths or kept):
        return False
    others = [part for part in parts if part.lower() not in _PLATFORMS]
    named = [p for p in others if p not in lengths and p not in kept and find_date(p) is None]
    if lengths and not draft.values("duration_seconds"):
        draft.claim("duration_seconds", duration(lengths[0]), block.start)
    shown = len(named) == 1 and is_name_of_show(named[0])
    if shown and (SHOW_WORD.search(named[0]) or not is_name(named[0])) and not draft.values("show"):
        draft.claim("show", named[0], block.start)
    return True
