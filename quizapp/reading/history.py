"""What vetoes a meeting that a page tells of: the people of a story are no host and no guest.

``In 1903 Ada Byron welcomed Carl Roe to her garden`` tells of no episode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve

_OF_EPISODE = re.compile(
    r"\b(?:episodes?|podcasts?|conversations?|interviews?|instal+ments?|broadcasts?|today|"
    r"this (?:week|month|time|edition|hour|talk)|(?:the|this|our|his|her|their|of|on) "
    r"(?:show|programme|program|microphone|studio))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[0-8]\d\d|19[0-4]\d)\b|\b[Ii]n 1\d{3}\b")
_TOPIC = re.compile(r"\b(?:about|on|how|why|what|who|whose|when|where|of)\b")
_ENDS = re.compile(r"[.!?][”\")]?\s|\n")
_LABEL = re.compile(
    r"^\W{0,3}(?:[\[(]?\d[\d:.]{3,10}[\])]?\s)?\W{0,3}(?P<label>[^\W\d_a-z][\w.'’ -]{0,40}):\s"
)


def speaks_of_episode(said: str) -> bool:
    """Whether a sentence tells of an episode, a show or a talk of now."""
    return bool(_OF_EPISODE.search(said))


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence that holds a place, and the one before it in the same paragraph."""
    first = text.rfind("\n", 0, start) + 1
    opened = [first, *(one.end() for one in _ENDS.finditer(text, first, start + 1))]
    opened = [place for place in opened if place <= start]
    closed = _ENDS.search(text, end)
    last = closed.start() if closed else len(text)
    before = text[opened[-2] : opened[-1]] if len(opened) > 1 else ""
    return text[opened[-1] : last], before


def is_of_year(text: str, start: int, end: int) -> bool:
    """Whether a meeting is dated to a year long ago; one may well talk about such a year.

    The sentence before dates it too, unless the meeting's own tells of an episode.
    """
    said, before = around(text, start, end)
    if speaks_of_episode(said):
        return False
    behind = text[end : end + len(said)].partition("\n")[0]
    behind = _ENDS.split(behind, maxsplit=1)[0]
    dated = _YEAR.search(behind)
    later = bool(dated) and not _TOPIC.search(behind[: dated.start() if dated else 0])
    ahead = said[: max(0, len(said) - len(behind))]
    return later or bool(_YEAR.search(ahead) or _YEAR.search(before))


def is_spoken(text: str, start: int, draft: Draft) -> bool:
    """Whether a place stands in a turn of a transcript."""
    first = text.rfind("\n", 0, start) + 1
    close = text.find("\n", start)
    line = text[first : close if close >= 0 else len(text)]
    label = _LABEL.match(line)
    if label:
        told = re.findall(rf"(?m)^\W{{0,3}}{re.escape(label['label'])}:\s", draft.source.text)
        if len(told) > 1:
            return True
    return any(
        line[:_ALIKE] in block.plain
        for region in draft.source.regions
        if region.area is Area.TRANSCRIPT
        for block in region.blocks
    )


_ALIKE = 60
"""Letters by which a line is known again."""


def knows_one(names: Iterable[str], draft: Draft) -> bool:
    """Whether the page shows elsewhere that one of these takes part."""
    known = [*draft.values("host"), *draft.values("guest")]
    return any(resolve(name, known) is not None for name in names)


def is_story(
    text: str, start: int, end: int, draft: Draft, *, past: bool = False, names: Iterable[str] = ()
) -> bool:
    """Whether a meeting belongs to what is told; ``past`` asks the page to say otherwise."""
    if is_of_year(text, start, end):
        return True
    episode = speaks_of_episode(around(text, start, end)[0])
    if not episode and is_spoken(text, start, draft):
        return True
    return past and not (episode or knows_one(names, draft))


_PAST = re.compile(r"\s(?:talked|spoke|sat|interviewed|joined)\s")
_PAIRED = re.compile(r"[\w.’'-]+,? (?:and|&) $")
_PAIR_LETTERS = 40


def is_met_in_story(found: re.Match[str], names: Iterable[str], text: str, draft: Draft) -> bool:
    """Whether a meeting is long ago, or two people of a story once ``spoke with`` a third."""
    start, end = found.span()
    if is_of_year(text, start, end):
        return True
    paired = _PAIRED.search(text[max(0, start - _PAIR_LETTERS) : start])
    past = bool(_PAST.search(found[0]))
    return bool(past and paired) and is_story(text, start, end, draft, past=True, names=names)
