"""The numbers before headings that count the parts of a page: ``6.1 Wells``, ``Rule 2: Dig``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.model import Section, SectionKind

_COUNTED = re.compile(
    r"^(?:(?P<part>\d{1,2}(?:\.\d{1,2})*)\.(?P<deep>\d{1,2})[.:)]?\s+"
    r"|(?P<label>(?:key |big |core )?(?:lesson|step|rule|idea|point|tip|insight|takeaway|highlight|"
    r"chapter|part|unit|section|topic|reason|principle|lecture|module|stage|note|no\.|number|nr\.|"
    r"item|thing))\s?#?(?P<count>\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\s?[:.–—|-]\s+|\s(?-i:(?=[A-Z])))"
    r"|(?P<plain>\d{1,2})(?:\s?[–—:|/-]\s+|\s(?-i:(?=[A-Z])))"
    r"|(?P<roman>[IVX]{1,4})[.):]\s+"
    r"|[(\[](?P<inside>\d{1,2})[)\]]\s+)(?=[^\W_]|[“\"‘'«„])",
    re.IGNORECASE,
)
_ROMAN = {
    name: place
    for place, name in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), start=1
    )
}
_WORDS = {
    name: place
    for place, name in enumerate(
        "one two three four five six seven eight nine ten".split(), start=1
    )
}

_HEADED = (SectionKind.HIGHLIGHT, SectionKind.IDEA, SectionKind.INSIGHT, SectionKind.TAKEAWAY)


def unnumbered(sections: Sequence[Section]) -> list[Section]:
    """Sections whose headings have lost their numbers, where these count on from one to the next.

    ``2.5 degrees is a lot`` alone counts nothing.
    """
    order = sorted(range(len(sections)), key=lambda place: sections[place].line_start)
    headed = [p for p in order if sections[p].kind in _HEADED and sections[p].heading]
    told = {p: found for p in headed if (found := _counted(sections[p].heading or ""))}
    counting = {
        place
        for one, other in pairwise(place for place in headed if place in told)
        if _goes_on(told[one], told[other])
        for place in (one, other)
    }
    return [
        replace(section, heading=_behind(section.heading or "", told[place][2]))
        if place in counting
        else section
        for place, section in enumerate(sections)
    ]


def _behind(heading: str, place: int) -> str:
    """``Lesson 2: look back`` begins with a capital without its number too."""
    return heading[place : place + 1].upper() + heading[place + 1 :]


def _counted(heading: str) -> tuple[str, int, int] | None:
    """What is counted, the number, and where the heading goes on behind it."""
    found = _COUNTED.match(heading)
    if found is None:
        return None
    if found["deep"]:
        return found["part"], int(found["deep"]), found.end()
    if found["label"]:
        return found["label"].lower(), _number(found["count"]), found.end()
    if found["roman"]:
        return "roman", _ROMAN.get(found["roman"], 0), found.end()
    return "plain", int(found["plain"] or found["inside"]), found.end()


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _WORDS.get(text.lower(), 0) or _ROMAN.get(text.upper(), 0)


def _goes_on(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """``6.1`` and ``6.2``; with one left out between them too."""
    return one[0] == other[0] and 0 < other[1] - one[1] <= _GAP and one[1] > 0


_GAP = 2
