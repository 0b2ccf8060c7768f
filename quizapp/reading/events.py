"""``Night Forum 2018`` above a session of it: the event, and not what is talked about."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.show_names import uncapped

_EVENT = re.compile(
    r"(?:(?:19|20)\d\d )?(?:[A-Z][\w'’&-]*|of|the|for|on|and|in)"
    r"(?: (?:[A-Z][\w'’&-]*|of|the|for|on|and|in|&)){0,6} "
    r"(?:Forum|Conference|Conf|Summit|Congress|Symposium|Convention|Festival|Expo|Colloquium|Week|"
    r"Days|Meeting)(?:,? (?:19|20)\d\d)?"
)
_IN_ONE = re.compile(r"[A-Z]\w{2,20}(?:Conf|Con|Fest|Summit|Camp|Days|Expo|Forum) ?(?:19|20)\d\d")
"""``MillConf 2018``"""
_SEATS = re.compile(
    r"(?:moderators?|panel(?:l?ists?)?|chair|discussants?|speakers?)\s?:", re.IGNORECASE
)
"""``Moderator:``, above a talk of several"""
_TOP = 15
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_YEAR = re.compile(r"^(?:19|20)\d\d |,? (?:19|20)\d\d$")
_LONGEST = 80
"""Letters of its name."""
_NAME_WORDS = 3
"""Words of an event's name that tells no year."""
_TITLE_WORDS = 4
"""Words of what a session is called, at least."""


def without_event(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without the event of a year above the title of its session; that is the show."""
    first = draft.source.blocks[0]
    others = [one for one in candidates if one.start != first.start]
    if not _is_event(first.plain, draft):
        return candidates
    if not any(len(one.plain.split()) >= _TITLE_WORDS for one in others):
        return candidates
    if not draft.values("show"):
        draft.claim("show", _without_year(uncapped(first.plain), draft), first.start)
    return others


def read_day(draft: Draft) -> None:
    """Claims the day of a session, in the line right below its title, on the page of an event."""
    first = draft.source.blocks[0] if draft.source.blocks else None
    if first is None or draft.values("published") or not _is_event(first.plain, draft):
        return
    lines = {claim.line for claim in draft.claims if claim.field == "title"}
    for block in draft.source.blocks[:_TOP]:
        day = published(block.plain) if len(block.text) <= _LONGEST else None
        if day and block.start - 1 in lines:
            draft.claim("published", day.isoformat(), block.start)
            return


def _without_year(name: str, draft: Draft) -> str:
    """``Night Forum 2018`` as ``Night Forum``, where the page calls it so elsewhere too."""
    bare = _OF_YEAR.sub("", name)
    again = re.compile(rf"\b{re.escape(bare)}\b(?!,? (?:19|20)\d\d)")
    return bare if bare != name and again.search(draft.source.text) else name


def _is_event(text: str, draft: Draft) -> bool:
    """Whether a line is an event's name, with its year or above those who sit on its stage."""
    name = text.title() if text.isupper() and len(text) <= _LONGEST else text
    if _IN_ONE.fullmatch(text):
        return True
    if _EVENT.fullmatch(name) is None:
        return False
    if _YEAR.search(text) is None and len(name.split()) < _NAME_WORDS:
        return False  # "Film Festival" is what many things are
    seats = (_SEATS.match(block.plain) for block in draft.source.blocks[:_TOP])
    return _YEAR.search(text) is not None or any(seats)
