"""Titles told by what stands beside them: a count above, or the sentence they are quoted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.sidelines import TOP
from quizapp.reading.wording import is_prose, word_count

TITLE_IN_PROSE = re.compile(
    r"[“\"„](?P<title>[^“”\"„]{4,120})[”\"“],?\s(?:(?:is|was)\s)?(?:(?:the|an?)\s)?"
    r"(?:ep(?:isode)?\.?|instal+ment|edition)\s(?:#?\d{1,4}\s)?(?:of|from)\s"
    r"|\b(?:[Ee]pisode|[Tt]alk|[Cc]onversation|[Ii]nterview|[Ii]nstal+ment|[Ee]dition)"
    r"(?:\s#?\d{1,4})?(?:\sof\s[^,.“\"\n]{3,40})?,?\s(?:(?:is\s)?(?:called|titled|entitled)\s|(?<=,\s))"
    r"[“\"„](?P<title2>[^“”\"„]{4,120})[”\"“]"
)
"""``In “Deep Sleep”, episode 4 of Night Radio, …``, ``a talk called “Deep Sleep”``"""

_FORM = 2
_READ = 6_000


def take_told(blocks: Sequence[Block], draft: Draft) -> bool:
    """Takes ``“Deep Sleep”, an episode of Night Radio`` before the headline of lessons from it."""
    parts = [block for region in draft.source.regions[1:_FORM] for block in region.blocks]
    for block in [one for one in [*blocks, *parts] if is_prose(one.plain)][:_FORM]:
        found = TITLE_IN_PROSE.search(block.plain[:_READ])
        if found:
            draft.claim("title", (found["title"] or found["title2"]).rstrip(" ,."), block.start)
            return True
    return False


def below_count(draft: Draft) -> frozenset[int]:
    """The line below ``Episode 12`` on a line of its own, where the top has but one such."""
    top = draft.source.blocks[:TOP]
    found = [
        below.start
        for one, below in pairwise(top)
        if _LONE_COUNT.fullmatch(one.plain)
        and not below.is_item
        and word_count(below.plain) > _FORM
    ]
    return frozenset(found) if len(found) == 1 else frozenset()


_LONE_COUNT = re.compile(r"(?:episode|ep\.?|folge|épisode|puntata|episodio) #?\d{1,4}", re.I)
