"""When a page about a talk was written: by a listener later on, or on the same day."""

from __future__ import annotations

import re

_ALONE = re.compile(
    r"\W*(?:(?:published|posted|written)(?: on| in [^·|•]{2,40})?\W*)?"
    r"(?:\d{1,3}[\s-]?min(?:ute)?s? read)?\W*",
    re.IGNORECASE,
)
"""``6 min read · `` and nothing else beside a day: no show, no number, no length"""

_LISTENED = re.compile(
    r"\b(?:these|here|below) are (?:\w+ )?my (?:own )?notes\b|\bmy notes (?:on|from)\b|"
    r"\bI(?:['’]ve| have)?(?: just| finally| recently)? (?:re-?)?listened to "
    r"(?:this|it\b|(?:the|an?) (?:\w+ )?(?:episode|podcast|show|interview)|"
    r"(?-i:[A-Z])[^.!?]{0,60}(?:episode|podcast|interview|#\d))|"
    r"\bI (?:\w+ ){0,2}listen to (?:an?|one|the|these|long) (?:\w+ ){0,2}podcasts?\b|"
    r"\bnotes (?:on|from|to) [“\"][^“”\"\n]{4,120}[”\"],? (?:an?|the) (?:\w+ ){0,2}"
    r"(?:episode|interview|conversation)\b",
    re.IGNORECASE,
)
"""``I listened to this one twice.``"""

_WHEN = re.compile(
    r"^\W{0,3}(?:I )?(?:[Rr]e-?)?(?:[Ll]istened|[Hh]eard)\b(?! on [A-Z])"
    r"(?!.*\b(?:released|aired|published)\b)"
)
"""``heard while ironing, Sunday, 3 March``; ``Heard on Night Radio`` is the show's own day."""


_NOTED = re.compile(
    r"(?:^|[|·•–—])\W{0,3}(?:notes|recap|summary|summari[sz]ed|reviewed|written up)(?: taken)? by "
    r"(?:the )?(?-i:[A-Z])",
    re.IGNORECASE,
)
"""``Notes by Ada · Posted``, beside a day"""

_OF_EPISODE = re.compile(
    r"\b(?:episode|aired|airs|air date|released|release date)\b", re.IGNORECASE
)


def is_of_writing(beside: str, top: str) -> bool:
    """Whether a day is when a listener wrote a page, by what stands beside it and by its top."""
    if _NOTED.search(beside) and not _OF_EPISODE.search(beside):
        return True
    return bool(_WHEN.match(beside) or (_ALONE.fullmatch(beside) and _LISTENED.search(top)))


_SAME_DAY = re.compile(
    r"^(?:Earlier today|(?:Earlier )?[Tt]his (?:morning|afternoon|evening)),? "
    r"(?:[^\W\d_][\w'’-]* ){1,5}(?:sat down|spoke|talked|joined|hosted|welcomed|interviewed|"
    r"(?:was|were) joined|met)\b",
    re.MULTILINE,
)
"""``This morning our own Ada Byron sat down with …``"""


def tells_same_day(top: str) -> bool:
    """Whether the top of a page tells that it was written on the day of the talk."""
    return _SAME_DAY.search(top) is not None
