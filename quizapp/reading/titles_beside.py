"""Titles told by what stands beside them: a count above, or the sentence they are quoted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import MENU, Block
from quizapp.reading.datelines import COUNTS_LETTERS
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.fields import LONGEST_VALUE, labelled_value
from quizapp.reading.labels import field_of
from quizapp.reading.noise import is_noise
from quizapp.reading.page_titles import names_page
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.sidelines import SHOW_AND_NUMBER, TOP
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


def take_written_about(candidates: Sequence[Block], blocks: Sequence[Block], draft: Draft) -> bool:
    """Takes the title that a letter's prose tells, below a headline of what its writer learned.

    The letter's day is not the episode's.
    """
    headed = any(b.level == 1 and names_page(b.plain) for b in candidates)
    if not headed or not take_told(blocks, draft):
        return False
    draft.claims[:] = [one for one in draft.claims if one.field != "published"]
    return True


def without_site(title: Block, candidates: Sequence[Block], blocks: list[Block]) -> list[Block]:
    """Blocks without the name of a site and what it is, short lines above a title."""
    above = [
        b for b in candidates if b.start < title.start and not b.level and not is_prose(b.plain)
    ]
    return [block for block in blocks if block not in above]


def below_count(draft: Draft) -> frozenset[int]:
    """The line below ``Episode 12`` on a line of its own, where the top has but one such."""
    top = draft.source.blocks[:TOP]
    of_site = {below.start for above, below in pairwise(top) if _is_of_site(above)}
    found = [
        below.start
        for one, below in pairwise(top)
        if (
            _LONE_COUNT.fullmatch(one.plain)
            or (one.start in of_site and _counts_of_show(one, below))
        )
        and not below.is_item
        and word_count(below.plain) > _FORM
    ]
    return frozenset(found) if len(found) == 1 else frozenset()


def _is_of_site(block: Block) -> bool:
    """A menu, a button or a path, above which no title stands."""
    text = block.plain
    short = len(text) < LONGEST_VALUE
    return block.sign == MENU or (short and (is_noise(text) or len(_PATH.findall(text)) >= _FORM))


_PATH = re.compile(r"\s[›»>▸→]\s")


def _counts_of_show(one: Block, below: Block) -> bool:
    """``Night Radio, Episode 12`` above what is neither a day, a field nor who takes part."""
    counted = len(one.text) < LONGEST_VALUE and _COUNT_OF_SHOW.fullmatch(one.plain) is not None
    told = counted and _field_of(below) is None and find_date(below.plain) is None
    return told and not (_OF_CAST.match(below.plain) or is_prose(below.plain))


_COUNT_OF_SHOW = re.compile(
    r"[^\W\d_a-z][^,|·:–—\d>›»/]{2,50}(?:,|:| [|·–—-])? (?i:episode|ep\.?) #?\d{1,4}"
)
_OF_CAST = re.compile(r"(?:hosted|presented|produced|with|by|featuring|guests?)\b", re.IGNORECASE)


def with_guests(candidates: Sequence[Block], draft: Draft) -> frozenset[int]:
    """``Why We Hum - Ada Byron`` below another line, where Ada is known to be the guest."""
    guests = draft.values("guest")
    found = [
        below.start
        for above, below in pairwise(candidates)
        if guests
        and above.end + _FORM >= below.start
        and (parted := _GUEST_BEHIND.match(below.plain))
        and word_count(parted["title"]) > _FORM
        and resolve(parted["name"], guests)
    ]
    return frozenset(found) if len(found) == 1 else frozenset()


_GUEST_BEHIND = re.compile(
    r"^(?P<title>[^|–—]{8,120}?)(?:\s[|·–—-]\s|,? (?:with|w/|feat\.?|ft\.?) )"
    r"(?P<name>[^|–—:]{4,40})$"
)


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
        and (top[place].end + 1 == top[place + 1].start or _stands_apart(top, place))
        and word_count(top[place].plain) > _FORM
    ]
    return [one for one in candidates if one.start in found] if len(found) == 1 else []


def between_show_and_cast(candidates: Sequence[Block], draft: Draft) -> list[Block]:
    """The one candidate with ``NIGHT RADIO #12`` right above it and ``Host: Ada Byron`` below.

    So an episode has its own head inside a letter, below the letter's; its show is claimed.
    """
    top = draft.source.blocks[: 2 * TOP]
    found = [
        (above, one, counted)
        for above, one, below in zip(top, top[1:], top[2:], strict=False)
        if (counted := SHOW_AND_NUMBER.match(above.plain))
        and not COUNTS_LETTERS.search(above.plain)
        and above.end + 1 == one.start
        and one.end + 1 == below.start
        and one in candidates
        and _field_of(below) in _CAST
    ]
    if len(found) != 1 or draft.values("show"):
        return []
    above, one, counted = found[0]
    name = uncapped((counted["show"] or counted["show2"]).strip(" -–—:,|·"))
    if above is top[0] or not is_name_of_show(name):
        return []
    draft.claim("show", name, above.start)
    draft.claim("number", int(counted["number"] or counted["number2"]), above.start)
    return [one]


def _stands_apart(top: Sequence[Block], place: int) -> bool:
    """Whether a line near the top has an empty one above and below, and nothing else near it.

    A marked heading may stand further down, as below what a letter begins with.
    """
    below = top[place + 1]
    near = place < _HIGH or top[place].sign == "#"
    return near and top[place].spaced and below.start == top[place].end + _FORM


_HIGH = 4
"""Lines from the top, below the name of a site and what it is."""

_CAST = frozenset({"host", "guest"})

_FIELDS = 3
"""So many labelled values below each other are what a page says of one episode."""


def _field_of(block: Block) -> str | None:
    found = labelled_value(block.text) if len(block.text) < LONGEST_VALUE else None
    return field_of(found["label"]) if found else None


_LONE_COUNT = re.compile(r"(?:episode|ep\.?|folge|épisode|puntata|episodio) #?\d{1,4}", re.I)
