"""A show's name, and what stands behind it: ``Night Radio, “Deep Sleep” (aired 4 May 2020)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from quizapp.reading.dates import published
from quizapp.reading.times import duration

_TITLED = re.compile(
    r"^(?P<show>[^\W_a-z][^“”\"„:]{2,60}?)\s?[,:–—-]?\s[“\"„](?P<title>[^“”\"„]{4,120})"
    r"(?:[”\"“](?P<behind>\s?[,(\[|·–—-].{0,60})?)?$"
)
"""``Night Radio, “Deep Sleep” (aired 4 May 2020)``; a quotation mark at the end may be lost."""

_AIRED = re.compile(
    r"^(?P<show>[^\W_a-z][^“”\"„:()]{2,60}?),?\s[(\[]?(?:first |originally )?"
    r"(?:aired|broadcast|released|published)\s(?P<behind>[^()\[\]]{6,40})[)\]]?$"
)
"""``Night Radio (first aired on 4 May 2020)``"""

_COUNT = re.compile(
    r"\b(?:ep(?:isode)?\.?\s?#?|no\.\s?)(?P<number>\d{1,4})\b|#(?P<only>\d{1,4})", re.IGNORECASE
)


_NO_SHOW = re.compile(
    r"the|our|die|der|das|les|los|las|(?:this|last|next|the) (?:week|month|day|time)(?:['’]s \w+)?|"
    r"today(?:['’]s \w+)?|(?:(?:this|the|our|latest|new|podcast) )*(?:episode|podcast|title|show)",
    re.IGNORECASE,
)
"""``The “Night” Show``, ``This week: “Deep Sleep”``: no show stands before the mark."""


@dataclass(frozen=True, slots=True)
class ShowValue:
    """What a line tells beside the name of a show."""

    show: str
    title: str | None
    number: int | None
    released: date | None


def without_facts(text: str) -> tuple[str, int | None]:
    """``Night Radio · 58 min · 214K views`` as the name before such facts, and the length in them.

    The text as it is, where nothing behind the first dot or bar is a length, a day or a count.
    """
    name, *behind = _BETWEEN.split(text)
    lengths = [found for part in behind if (found := duration(part))]
    told = lengths or any(_COUNTS.match(part) or published(part) for part in behind)
    if not (told and name.strip()):
        return text, None
    return name.strip(), lengths[0] if lengths else None


_BETWEEN = re.compile(r"\s[·•∙|]\s")
_COUNTS = re.compile(
    r"\d[\d.,]{0,12}\s?[KMBkmb]?\+?\s(?:views?|plays?|listens|downloads|subscribers|followers|likes|"
    r"ratings|reviews|comments|episodes)\b"
)
"""``214K views``"""


def taken_apart(text: str) -> ShowValue | None:
    """The show, and the title, number and day behind it; None where no title or day follows."""
    titled = _TITLED.match(text)
    found = titled or _AIRED.match(text)
    if found is None:
        return None
    show, behind = found["show"], found["behind"] or ""
    if _NO_SHOW.fullmatch(show.strip()):
        return None
    day = published(behind)
    if not titled and day is None:
        return None
    beside = _COUNT.search(show)
    counted = beside or _COUNT.search(behind)
    show = show[: beside.start()] if beside else show
    title = titled["title"].rstrip(" ,.") if titled else None
    number = int(counted["number"] or counted["only"]) if counted else None
    return ShowValue(show.strip(" ,–—-(["), title, number, day)
