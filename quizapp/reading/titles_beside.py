"""Titles told by what stands beside them: a count above, or the sentence they are quoted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.fields import LONGEST_VALUE, labelled_value
from quizapp.reading.labels import field_of
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


def above_fields(candidates: Sequence[Block], draft: Draft) -> list[Block]:
    """The candidate right above ``Podcast: Night Radio``, with more labelled values below that."""
    top = draft.source.blocks[: 2 * TOP]
    fields = [_field_of(block) for block in top]
    found = [
        top[place].start
        for place in range(len(top) - _FIELDS)
        if not fields[place]
        and fields[place + 1] == "show"
        and all(fields[place + 1 : place + 1 + _FIELDS])
        and "title" not in fields
        and top[place].end + 1 == top[place + 1].start
        and word_count(top[place].plain) > _FORM
    ]
    return [one for one in candidates if one.start in found] if len(found) == 1 else []


_FIELDS = 3
"""So many labelled values below each other are what a page says of one episode."""


def _field_of(block: Block) -> str | None:
    found = labelled_value(block.text) if len(block.text) < LONGEST_VALUE else None
    return field_of(found["label"]) if found else None


_LONE_COUNT = re.compile(r"(?:episode|ep\.?|folge|épisode|puntata|episodio) #?\d{1,4}", re.I)
