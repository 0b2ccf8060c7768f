"""What only leads up to an answer at the start of a turn."""

from __future__ import annotations

import re

_ANNOUNCED = (
    r"(?:(?:(?:I think|basically|well),? )?there(?:['’]s|['’]re| are| is) )?"
    r"(?:one|two|three|four|five|a few|several|a couple of|many|some) (?:\w+ )?"
    r"(?:reasons?|things|ways|answers|parts|tricks|kinds|steps|causes)"
)
ANNOUNCES = re.compile(rf"^{_ANNOUNCED}(?:,? (?:mainly|really))?\.$", re.IGNORECASE)
"""``Three things.``: what only says how much is to come."""
_PREFACE = re.compile(
    rf"^(?:{_ANNOUNCED}(?:,? mainly)?|(?:(?:two|three|four),? )?(?:mainly|basically|mostly)|"
    r"(?:yeah|yes|right|okay|well|oh|so|sure),?(?: (?:yeah|right|sure))?|(?:yeah,? |that['’]s a )?"
    r"(?:great|good|nice|lovely) (?:question|one))[.!]$",
    re.IGNORECASE,
)
"""What comes before an answer: ``Two reasons.``, ``Yeah, great question.``"""


def parted(sentences: list[str]) -> tuple[list[str], list[str]]:
    """What only leads up to an answer at the start of a turn, and the rest."""
    first = next((at for at, s in enumerate(sentences) if not _PREFACE.match(s)), 0)
    return sentences[:first], sentences[first:]
