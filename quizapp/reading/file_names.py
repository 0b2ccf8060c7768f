"""The title that a file's name gives, where nothing in the file does."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_DAY = re.compile(r"^(?:19|20)\d\d-\d\d-\d\d[\s._-]+(?=\S)")
"""``2021-05-04-deep-sleep``"""

_COUNTED = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|steps?|"
    r"points?|miles?|metres?|meters?|feet|foot|inch|percent|per|men|women|people|children|"
    r"dollars?|pounds?|euros?|degrees?|[a-z]+[a-rt-z]s)"
)
"""What a number counts: ``90-day-plan``, ``12-angry-men``."""

_COUNT = re.compile(
    r"^(?:\d{1,3}(?:\s*[.)]\s*|\s+[-–—]\s+)|0\d[\s_-]\s*"
    r"|0\d\d[\s_-]\s*(?=[^\W\d_]+[\s_-])"
    rf"|\d{{1,3}}(?:_|(?<=\d\d)-)(?=[a-z]+[_-])(?!(?:[a-z]+[_-])?{_COUNTED}(?:[_-]|$)))"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
"""``07 Deep Sleep``, ``12 - Deep Sleep``, ``12-deep-sleep``; in ``12-rules-of-sleep`` it counts."""

_CODE = re.compile(r"(?<=\S)\s\[[\w-]{11}\]$")
_LANGUAGE = re.compile(r"(?<=\S)\.[a-z]{2}(?:-[A-Za-z]{2,6})?$")
_CAPTIONS = frozenset((".vtt", ".srt"))
"""``Deep Sleep [x4Jr-9Qb2Lk].en``: a video's code, and the language of its captions."""


def title_of_file(path: str) -> str:
    """A file's name without its ending, its day, and its place in a row of files."""
    file = PurePosixPath(path)
    stem = file.stem.strip()
    if file.suffix.lower() in _CAPTIONS:
        stem = _LANGUAGE.sub("", stem)
    stem = _CODE.sub("", stem)
    bare = _COUNT.sub("", _DAY.sub("", stem))
    return " ".join(bare.replace("_", " ").replace("-", " ").split()) or path
