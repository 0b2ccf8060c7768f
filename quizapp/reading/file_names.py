"""The title that a file's name gives, where nothing in the file does."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_DAY = re.compile(r"^(?:19|20)\d\d-\d\d-\d\d[\s._-]+(?=\S)")
"""``2021-05-04-deep-sleep``"""

_COUNT = re.compile(
    r"^(?:\d{1,3}(?:\s*[._)]\s*|\s+[-–—]\s+)|0\d{1,2}[\s_-]\s*|\d{2,3}-(?=[a-z]+-)(?![a-z]+s-))"
    r"(?=[^\W\d_])"
)
"""``07 Deep Sleep``, ``12 - Deep Sleep``, ``12-deep-sleep``; in ``12-rules-of-sleep`` it counts."""

_BEHIND = re.compile(r"(?<=\S)(?:\s\[[\w-]{11}\])?(?:\.[a-z]{2}(?:-[A-Za-z]{2,6})?)?$")
"""``Deep Sleep [x4Jr-9Qb2Lk].en``: a video's code, and the language of its captions."""


def title_of_file(path: str) -> str:
    """A file's name without its ending, its day, and its place in a row of files."""
    stem = _BEHIND.sub("", PurePosixPath(path).stem.strip(), count=1)
    bare = _COUNT.sub("", _DAY.sub("", stem))
    return " ".join(bare.replace("_", " ").replace("-", " ").split()) or path
