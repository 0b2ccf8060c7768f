"""Dates as pages write them; only a date known to the day is one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from dateutil import parser

from quizapp.reading.other_languages import MONTHS

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NAMED = re.compile(
    rf"(?:(?<![a-z])|(?<=[a-z])(?-i:(?=[A-Z])))(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH},?\s+(?:19|20)\d\d"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?:(?!\d)|(?=\d{1,2}\s?[hm]))"
)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_DAY_OF_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|er|º|°)?\s+(?:de\s+)?({'|'.join(MONTHS)})\b\.?"
    r"\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
"""``14. März 2022``, ``8 de septiembre de 2020``."""
_NOT_THE_EPISODES = re.compile(
    r"\b(?:updated?|modified|export(?:ed)?|generated|summari[sz]ed|"
    r"(?<!podcast )(?<!episode )summary|upload(?:ed)?|accessed|"
    r"recorded|recording|filmed|taped|"
    r"retrieved|transcribed|created|saved|copyright|downloaded|edited|last|added|born|interviewed|"
    r"listened|read on|watched|viewed|noted|"
    r"synced|import(?:ed)?|captured|fetched|ingested|analy[sz]ed|"
    r"digiti[sz]ed|catalogued|cataloged|accessioned|archived|"
    r"date of interview|interview date)\b",
    re.IGNORECASE,
)


def labels_other_day(text: str) -> bool:
    """``Last edited``, ``Created on:``: whether the day below is that of the page or of a file."""
    return len(text) <= _LONGEST_LABEL and bool(_OTHER_LABEL.fullmatch(text))


_LONGEST_LABEL = 30
_OTHER_LABEL = re.compile(
    r"(?:date |last |first |originally )?(?:updated?|modified|exported|generated|summari[sz]ed|"
    r"uploaded|accessed|recorded|retrieved|transcribed|created|saved|downloaded|edited|added|"
    r"listened|synced|imported|captured|archived)(?: (?:time|date|on|at|by))?\s?:?",
    re.IGNORECASE,
)


_LEADING = re.compile(
    rf"^\s*\d{{1,2}}\.\s(?:{_MONTH}|(?:{'|'.join(MONTHS)})\b\.?),?\s(?:19|20)\d\d\b", re.IGNORECASE
)
"""``5. November 2023`` is no fifth item of a list."""


def begins_with_day(text: str) -> bool:
    """Whether a text begins with a day whose full stop could be taken for that of a list."""
    return bool(_LEADING.match(text))


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first full date in a text, with the places where it starts and ends."""
    found = _NAMED.search(text)
    if found:
        named = _parsed(found[0].replace("of ", " "))
        return (named, *found.span()) if named else None
    found = _DAY_OF_MONTH.search(text)
    if found:
        return _made(found, int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    found = _YEAR_FIRST.search(text)
    if found:
        return _made(found, int(found[1]), int(found[3]), int(found[4]))
    found = _YEAR_LAST.search(text)
    if found:
        return _day_and_month(found)
    return None


def _day_and_month(found: re.Match[str]) -> tuple[date, int, int] | None:
    """``22/8/2024`` is clear, ``8.5.2020`` is European; ``5/8/2020`` could be either day."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12 or first == second:
        return _made(found, year, second, first)
    return _made(found, year, first, second) if second > 12 else None


def _made(found: re.Match[str], year: int, month: int, day: int) -> tuple[date, int, int] | None:
    try:
        return date(year, month, day), *found.span()
    except ValueError:
        return None


def _parsed(text: str) -> date | None:
    try:
        return parser.parse(text).date()
    except (ValueError, OverflowError):
        return None


_LONGEST_BEFORE = 100
_CAME_OUT = re.compile(
    r"\b(?:recorded|taped|filmed)\b[^.!?]{0,80}?(?:,| and|;| [·|–—])(?: then| first)? "
    r"(?:published|released|aired|broadcast|out)(?: on)?:?\s?(?:[a-z]{3,6}day,? )?(?:the )?$",
    re.IGNORECASE,
)
"""``Recorded at the mill and published on``, before the day"""


def published(text: str) -> date | None:
    """The day a text gives for the episode; None for the day of an export or an update."""
    bare = text.strip()
    if _EPOCH.match(bare):
        return datetime.fromtimestamp(int(bare[:10]), UTC).date()
    start = 0
    while found := find_date(bare[start:]):
        before = bare[start : start + found[1]]
        if not _NOT_THE_EPISODES.search(before) or _CAME_OUT.search(before[-_LONGEST_BEFORE:]):
            return found[0]
        start += found[2]
    return None


_IN_PUBLIC = re.compile(
    r"\b(?:webinar|panel|lecture|live event)\b[^.!?]{0,80}\brecorded\b", re.IGNORECASE
)
"""``Night Work webinar series | Recorded May 4, 2021``: on that day everybody could hear it."""
_AT_HOUR = re.compile(r",?\s(?:at\s)?\d{1,2}(?::\d\d)?\s?[ap]\.\s?m\.$")
"""``, 2:00 p.m.``, whose last stop ends no sentence"""


def is_in_public(text: str) -> bool:
    """Whether a talk was recorded before everybody who would hear it."""
    return _IN_PUBLIC.search(text) is not None


def without_hour(text: str) -> str:
    """A text without the time of day at its end."""
    return _AT_HOUR.sub("", text)
