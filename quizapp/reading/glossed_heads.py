"""Names of a page's own with what they mean behind them: ``Broth (topics of this episode)``."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.headings import area_named

_ASIDE = re.compile(r"^[^\W\d_][^()\[\]:]{1,40} [(\[](?P<told>[^()\[\]]{4,50})[)\]]:?$")
_BEHIND = re.compile(r"^[^\W\d_][^()\[\]:–—|]{1,40}(?::| [–—|-]) (?P<told>[^()\[\]:–—|]{4,40})$")
_FIRST = re.compile(
    r"(?:(?:the|our|your|key|main|some|best|top|listener|reader) )*"
    r"(?P<of>topics|themes|subjects|quotes|takeaways|lessons|ideas|insights|"
    r"questions|facts|terms|chapters|timestamps)(?= [a-z]|$)",
    re.IGNORECASE,
)
_MEANT = frozenset(
    {
        Area.TOPICS,
        Area.QUOTES,
        Area.TAKEAWAYS,
        Area.IDEAS,
        Area.INSIGHTS,
        Area.QA,
        Area.CHAPTERS,
        Area.SUMMARY,
    }
)
_OF_PAGE = re.compile(r"(?:[A-Z]\w+ )?[A-Z]\w+")
_LONGEST = 90


def area_meant(block: Block, *, top: bool) -> Area | None:
    """The area that stands behind a name of a page's own; ``Deep Sleep (Summary)`` is a title."""
    text = block.plain
    if len(text) > _LONGEST or block.sign not in ("", "#"):
        return None
    found = _ASIDE.match(text) or (_BEHIND.match(text) if block.sign and not top else None)
    if found is None or (top and _OF_PAGE.fullmatch(found["told"])):
        return None
    first = _FIRST.match(found["told"]) if text[-1] in ")]:" else None
    area = area_named(found["told"]) or (area_named(first["of"]) if first else None)
    return area if area in _MEANT else None
