"""A letter named at the top and as what readers support, above a title and a counted subtitle."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name
from quizapp.reading.show_names import is_name_of_show

_SUBTITLE = Form(
    r"^(?:Episode|Ep\.?|No\.?) ?#?(?P<number>\d{1,4})(?:: | [|·•–—-] )"
    rf"(?:(?P<guest>{NAME}) (?:on|about|explains|tells|talks)\b"
    r"|(?:with|on|in which|an? (?:conversation|talk|chat|interview) with) )"
)
"""``Episode 12: Ada Byron on bells``, right below a title"""

_TOP, _WORDS = 3, 2
"""Blocks in which a letter names itself; words of a title."""


def without_letter(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates from a title on, below the letter's name, which is the show.

    The line below the title that counts the episode tells only who is there.
    """
    letter = _letter(draft)
    if letter is None or (draft.values("show") and letter.plain not in draft.values("show")):
        return candidates
    rest = [one for one in candidates if one.start > letter.end]
    if len(rest) <= 1 or rest[1].start != rest[0].end + 1 or rest[0].level > 1:
        return candidates
    found = _SUBTITLE.match(rest[1].plain)
    titled = len(rest[0].plain.split()) >= _WORDS and not is_name(rest[0].plain)
    if found is None or not titled or (found["guest"] and not is_name(found["guest"])):
        return candidates
    if not draft.values("show"):
        draft.claim("show", letter.plain, letter.start)
    if not draft.values("number"):
        draft.claim("number", int(found["number"]), rest[1].start)
    return rest[:1]


def _letter(draft: Draft) -> Block | None:
    """The line at the top whose words ``… is a reader-supported publication`` begins with."""
    for block in draft.source.blocks[:_TOP]:
        name = block.plain
        if not is_name_of_show(name):
            continue
        told = re.compile(rf"(?m:^)\W{{0,4}}{re.escape(name)} is an? [a-z]+-supported\b")
        if told.search(draft.source.text):
            return block
    return None
