"""The show on the line above a title, as tools write it above a day and a length."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.candidates import TITLE_MARK
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.menus import is_menu_in_line
from quizapp.reading.names import is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import is_name_of_show, uncapped

_TOP = 15
_LENGTH_BEHIND = re.compile(r"(?:\d{1,2} ?h ?)?\d{1,3} ?m(?:in)?(?: ?\d{1,2} ?s)?|\d{1,2} ?h")
"""``Jan 9, 20241h 2m``: a length, glued to a day."""


def without_show_above(candidates: list[Block], draft: Draft) -> list[Block]:
    """``Night Radio``, ``Deep Sleep`` and ``May 4, 20241h 2m`` below each other: show and title.

    So it is where the foot of a page lists ``Night Radio: A Cold Shower``, or other episodes
    below ``Night Radio`` alone.
    """
    blocks = draft.source.blocks
    dated = {block.start for block in blocks[:_TOP] if _is_day_with_length(block.plain)}
    for above, title in pairwise(candidates):
        beside = title.start == above.end + 1 and not title.spaced and not title.is_item
        if not beside or above.level == 1 or title.end + 1 not in dated | _days(draft):
            continue
        name = above.plain
        if is_menu_in_line(name) or TITLE_MARK.search(title.plain):
            continue
        again = any(block.plain.startswith(f"{name}: ") for block in blocks)
        again = again or any(b.plain == name and b.start > title.end for b in blocks)
        if not (again or title.end + 1 in dated) or not is_name_of_show(name):
            continue
        if is_name(name) and (resolve(name, draft.people) or is_spoken_of(name, draft.source.text)):
            continue
        known = draft.values("show")
        if known and name not in known:
            continue
        draft.claim("show", uncapped(name), above.start)
        _take_count(title, draft)
        return [block for block in candidates if block.start >= title.start]
    return candidates


def _take_count(title: Block, draft: Draft) -> None:
    """Claims the number of ``71. Deep Sleep`` as the line has it, where no other is known."""
    raw = next((text for number, text in draft.source.lines if number == title.start), "")
    found = _COUNT.match(raw)
    if found and not draft.values("number"):
        draft.claim("number", int(found["number"]), title.start)


_COUNT = re.compile(r"\s*(?P<number>\d{1,4})[.)]\s")


def _is_day_with_length(text: str) -> bool:
    found = find_date(text) if len(text) <= _LONGEST else None
    return bool(found and found[1] == 0 and _LENGTH_BEHIND.fullmatch(text[found[2] :]))


def _days(draft: Draft) -> set[int]:
    return {claim.line for claim in draft.claims if claim.field in ("published", "released")}


_LONGEST = 40
