"""Titles of pages of notes that name the episode: ``Notes from Night Radio 12: Deep Sleep``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.titles import announced

_NOTES = re.compile(
    r"^(?:(?:my|our|some|the|podcast|episode|listening|show|audio|quick|short)\s){0,3}"
    r"(?:notes?|summary|recap|takeaways|highlights|thoughts|reflections|review|write-?up)"
    r"(?:\s(?:on|from|of|about|to|for)|\s?[:–—-])\s(?P<rest>\S.{5,200})$",
    re.IGNORECASE,
)
_SHOW = r"(?P<show>[A-Z][^:#|()\[\]]{1,40}?)"
_COUNT = r"(?P<count>(?i:#|ep(?:isode|\.)?\s?#?|no\.?\s?)\s?)"
_BEFORE = re.compile(
    rf"^{_SHOW},?\s{_COUNT}?(?P<number>\d{{1,4}})(?::|\s[|–—-])\s(?P<title>\S.{{3,}})$"
)
"""``Night Radio 12: Deep Sleep``"""

_BEHIND = re.compile(
    rf"^(?P<title>\S.{{3,}}?)\s[(\[](?:(?:on|from|in)\s)?{_SHOW},?\s{_COUNT}?(?P<number>\d{{1,4}})[)\]]$"
)
"""``Deep Sleep (Night Radio, ep. 12)``"""

_AFTER = re.compile(
    rf"^(?P<title>\S.{{3,}}?)(?:\s[|–—-]|,\sfrom)\s{_SHOW},?\s{_COUNT}(?P<number>\d{{1,4}})$"
)
"""``Deep Sleep – Night Radio #12``"""

_QUOTED_FROM = re.compile(
    rf"^[“\"](?P<title>[^“”\"]{{4,120}})[”\"],?\s(?:from|on|of|in)\s{_SHOW},?\s[(\[]?{_COUNT}"
    r"(?P<number>\d{1,4})[)\]]?$"
)
"""``“Deep Sleep” from Night Radio (ep. 12)``"""

_MARKS = '“”"‘’ '
_TOP = 4_000
"""Letters of a page that may name the show again."""
_YEARS = range(1900, 2100)
_NEAR = 12
"""Lines from the top that may name the page."""


def take_noted(candidates: Sequence[Block], draft: Draft) -> Block | None:
    """Claims title, show and number of such a line near the top; the line, if there is one."""
    for block in candidates[:_NEAR]:
        notes = _NOTES.match(block.plain)
        rest = notes["rest"] if notes else announced(block.plain)
        found = _BEFORE.match(rest) or _BEHIND.match(rest) or _AFTER.match(rest)
        found = found or _QUOTED_FROM.match(rest) or _counted_in_brackets(block)
        if found is None or int(found["number"]) in _YEARS:
            continue
        show, title = found["show"], found["title"].strip(_MARKS)
        if found["count"] is None and not _is_told(show, draft):
            continue  # "Apollo 11: The Landing"
        if not is_name_of_show(show) or is_name(title) or title[:1].islower():
            continue
        draft.claim("title", title, block.start)
        draft.claim("number", int(found["number"]), block.start)
        if not draft.values("show"):
            draft.claim("show", show, block.start)
        return block
    return None


def _counted_in_brackets(block: Block) -> re.Match[str] | None:
    """``Deep Sleep (Night Radio #12)``, which needs no word for what it is."""
    found = _BEHIND.match(block.plain)
    return found if found and found["count"] else None


def _is_told(show: str, draft: Draft) -> bool:
    """Whether the page calls a show by that name elsewhere, too."""
    shows = [one.casefold() for one in draft.values("show")]
    return show.casefold() in shows or draft.source.text.count(show, 0, _TOP) > 1
