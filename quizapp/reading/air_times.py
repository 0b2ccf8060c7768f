"""When a programme is on the air, as its page tells below its name: ``Sundays 10am``."""

from __future__ import annotations

import re

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_DAYS = (
    rf"(?:{_DAY}(?:(?: to |[–-]| and | & |, ){_DAY}){{0,6}}|"
    r"[Ww]eekdays|[Ww]eeknights|[Ww]eekends|[Dd]aily)"
)
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|AM|PM|a\.m\.|p\.m\.)|\d{1,2}[:.]\d\d|noon|midnight)"
_ON_AIR = re.compile(
    r"(?:(?:[Oo]n air|[Aa]irs?|[Ll]ive|[Ee]very|[Bb]roadcast)(?: on)? )?"
    rf"{_DAYS},?(?: at| from)? {_HOUR}"
    rf"(?:,? (?:and|[Rr]epeated|[Rr]epeats?|(?:to|until)|[&–-])[^.!?]{{0,60}}|[–-]{_HOUR})?"
)
_LONGEST = 90
"""Letters of such a line."""


def tells_air_time(text: str) -> bool:
    """Whether a line says on which days and at which hour a programme is heard."""
    return len(text) <= _LONGEST and _ON_AIR.fullmatch(text.strip()) is not None
