"""A note taker's line that says of which episode the notes are: ``My notes on Night Radio #12``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.wording import word_count

_NOTES_ON = re.compile(
    r"^(?:(?:my|our|some|the|podcast|listening|episode) ){0,3}"
    r"(?:notes?|thoughts|takeaways|recap|summary|highlights|reflections|"
    r"what (?:i|we) (?:learned|noted|took))(?: i (?:took|made))?"
    r"(?: (?:on|of|from|about|to)|:| ?[–—-]) "
    r"(?P<show>(?-i:[A-Z])[^:#|]{2,40}?),? ?(?:#|ep(?:isode|\.)? ?#?|no\. ?)(?P<number>\d{1,4})"
    r"(?=$|[:,.|–—-])",
    re.IGNORECASE,
)


_NOTES_WITH_HOST = Form(
    r"^(?i:(?:(?:my|our|some|the|podcast|listening|episode|show) ){0,3}(?:notes|recap|summary|"
    r"highlights))(?: (?:on|of|from|to)|:| ?[|–—-]) "
    r"(?P<show>[A-Z][^,:#|()]{2,50}?)(?:,| [–—|-])? (?:hosted by )?"
    rf"(?P<host>{NAME}) (?:with|interviews|talks to|and guest) (?P<guest>{NAME})$"
)
"""``Podcast notes — Night Radio, Ada Byron with Carl Roe``"""
_SHOW_NOTES = re.compile(
    r"^(?P<show>[A-Z][^/|:–—]{2,40}?) ?[/|–—-] ?"
    r"(?i:listening|podcast|episode|show|reading) (?i:notes|summary|highlights)$"
)
"""``THE STAGE DOOR / Listening notes`` above a title"""
_WORDS = 7
"""Words of a show's name."""
_BETWEEN = re.compile(
    rf"^[:,.|–—-]? ?(?:[a-z-]+ ){{0,3}}(?P<guest>{NAME}) (?:with|and) (?:the )?host "
    rf"(?P<host>{NAME})$"
)


def without_note_line(
    candidates: Sequence[Block], draft: Draft, *, alone: bool = True
) -> list[Block]:
    """The lines that may be titles, without such a one; its show, number and people are taken.

    ``alone`` says that the last of them stays, as a page needs a title.
    """
    rest = []
    for place, block in enumerate(candidates):
        if _take_people(block, draft):
            continue
        noted = _SHOW_NOTES.match(block.plain) if place + 1 < len(candidates) else None
        above = noted and (not block.level or candidates[place + 1].level in (block.level, 1))
        if noted and above and is_name_of_show(noted["show"]) and not draft.values("show"):
            draft.claim("show", uncapped(noted["show"]), block.start)
            continue
        found = _NOTES_ON.match(block.plain)
        if found is None or word_count(found["show"]) > _WORDS:
            rest.append(block)
            continue
        show = found["show"].rstrip(" ,–—-")
        draft.claim("show", show if alone or not draft.values("show") else None, block.start)
        draft.claim("number", int(found["number"]), block.start)
        both = _BETWEEN.match(block.plain[found.end() :])
        if both and is_name(both["guest"]) and is_name(both["host"]):
            draft.claim("guest", both["guest"], block.start)
            draft.claim("host", both["host"], block.start)
    return rest or (list(candidates) if alone else [])


def _take_people(block: Block, draft: Draft) -> bool:
    """Claims show, host and guest of a note taker's line that tells them, and no number."""
    found = _NOTES_WITH_HOST.match(block.plain)
    if found is None or not is_name_of_show(found["show"]) or word_count(found["show"]) > _WORDS:
        return False
    if not (is_name(found["host"]) and is_name(found["guest"])):
        return False
    draft.claim("show", found["show"], block.start)
    draft.claim("host", bare_name(found["host"]), block.start)
    draft.claim("guest", bare_name(found["guest"]), block.start)
    return True
