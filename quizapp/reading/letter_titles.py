"""The episode that a letter is about: its title stands below ``This week's episode``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.candidates import could_be_title
from quizapp.reading.draft import Draft
from quizapp.reading.titles_beside import above_fields

_NEAR = 40
"""Blocks from the top."""

_ANNOUNCED = re.compile(
    r"(?:(?:this|last) (?:week|month|fortnight|time|issue)(?:['’]s)?|today['’]s)"
    r"[ :–—-]{0,3}(?:featured |podcast |main )?(?:episode|podcast|listen|pick|conversation|"
    r"interview|talk)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:#|ep(?:isode)?\.? ?#?|no\.? ?)\d{1,4} ?[:|–—.-] ?\S", re.IGNORECASE)
_LETTER = re.compile(
    r"(?:issue|newsletter|letter|edition) (?:no\.? ?|#)?\d{1,4}\b|.*\bview (?:this )?(?:email )?in "
    r"(?:your )?browser\b|(?:dear|hello|hi|hey|good (?:morning|evening))\b.{0,40},$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^\W+|\W+$")


def below_announcement(draft: Draft) -> list[Block]:
    """The line right below ``This week's episode``, where its number or a letter tells so."""
    top = draft.source.blocks[:_NEAR]
    letter = any(_LETTER.match(block.plain) for block in top)
    for above, below in pairwise(top):
        if not _ANNOUNCED.fullmatch(_MARKS.sub("", above.plain)):
            continue
        if could_be_title(below) and (letter or _COUNTED.match(below.plain)):
            return [below]
    return []


def within_letter(candidates: Sequence[Block], draft: Draft) -> list[Block]:
    """The smaller heading right above ``Podcast: Night Radio``, below the name of a letter.

    A line at the top tells that it is a letter; ``About this episode`` is no title.
    """
    if not any(_LETTER.match(block.plain) for block in draft.source.blocks[:_NEAR]):
        return []
    smaller = [one for one in candidates if one.level > 1 and not _OF_EPISODE.search(one.plain)]
    return above_fields(smaller, draft) if smaller else []


_OF_EPISODE = re.compile(
    r"\b(?:episode|podcast|show|conversation|interview|details|facts|credits|notes)\b",
    re.IGNORECASE,
)
