"""Books that are written like names: ``the author of Quiet Harbour``."""

from __future__ import annotations

import re

_QUOTE = '“”"‘’«»„_*'
_BEFORE = (
    r"(?:\b(?:author|copy|copies|reader|readers|pages|chapters?) of|\bbooks?,?(?: called| titled)?|"
    r"\b(?:novel|memoir|bestseller),?(?: called| titled)?|\b(?:wrote|written|reread|published))"
)


def is_book(name: str, text: str) -> bool:
    """Whether a text says of a name that it is that of a book."""
    named = rf"[{_QUOTE}]?{re.escape(name)}\b"
    behind = (
        rf"{named}[{_QUOTE}]?,? (?:is )?(?:an?|the|his|her|their|my|your) (?:[\w-]+ ){{0,3}}"
        r"(?:book|novel|memoir|bestseller)\b"
    )
    return bool(
        re.search(rf"{_BEFORE} (?:the )?(?:\w+ )?{named}(?!['’]s)", text) or re.search(behind, text)
    )
