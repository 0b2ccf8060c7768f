"""Bare headings with prose below them, where nothing but their form tells that they are such."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_named
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.sections.items import Item
from quizapp.reading.wording import (
    is_prose,
    is_quoted,
    is_statement,
    looks_like_heading,
    word_count,
)

_FORM = 2
"""One heading with a paragraph may be a footer's; two are the form of the page."""

_SAID_BY_ONE = 12
"""Words below a heading that is the only one."""

_TO_READERS = re.compile(r"\b(?:you|your|we|our|us)\b", re.IGNORECASE)
_LONGEST = 12
_FEWEST = 8
"""Words of a heading, and of what is told below it."""

_HOUSE_BEHIND = re.compile(r"\s[|·•]\s[^|·•]{3,60}$")

_OF_A_SITE = re.compile(r"^(?:about|join|get|try|why choose|how it works|ready to|need)\b", re.I)


def read(blocks: Sequence[Block], draft: Draft, *, fewest: int = 1) -> list[Block]:
    """Reads headings with their prose as highlights; hands back the rest, in order.

    Fewer than ``fewest`` of them are left alone.
    """
    items, rest = _grouped(blocks, draft.people)
    taken = sorted(section.line_start for section in draft.sections)
    told = [item for item in items if _is_told(item) and not _is_parted(item, taken)]
    if len(told) < _FORM:
        told = [item for item in told if not _bids(item)] if fewest < _FORM else []
    for item in items:
        if item in told and item.head:
            draft.section(SectionKind.HIGHLIGHT, item.head.text, item.text, item.start, item.end)
        else:
            rest += item.blocks
    return sorted(rest, key=lambda block: block.start)


def _grouped(blocks: Sequence[Block], people: Sequence[str]) -> tuple[list[Item], list[Block]]:
    items: list[Item] = []
    rest: list[Block] = []
    inside = False
    flat = not any(block.spaced for block in blocks[1:])
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if (flat or block.spaced or not place) and _opens(block, following, people):
            items.append(Item(block))
            inside = True
            continue
        inside = inside and (not items[-1].body or _goes_on(block))
        (items[-1].body if inside else rest).append(block)
    return items, rest


def _opens(block: Block, following: Block | None, people: Sequence[str]) -> bool:
    text = block.plain
    return (
        block.sign in ("", "#")
        and word_count(text) <= _LONGEST
        and looks_like_heading(text)
        and not text.endswith(("?", ":"))
        and not (resolve(text, people) or area_named(text))
        and following is not None
        and not following.sign
        and is_statement(following.plain)
        and len(following.text) > len(block.text)
    )


def _goes_on(block: Block) -> bool:
    """Paragraphs right behind each other; after anything else the item is over."""
    text = block.plain
    if block.sign or is_quoted(text) or (text[:1] in '“"«' and not is_prose(text)):
        return False
    return is_prose(text) or (not block.spaced and is_statement(text))


def _is_told(item: Item) -> bool:
    if not item.body:
        return False
    head = item.head.plain if item.head else ""
    noise = is_noise(head) or _OF_A_SITE.match(head) or is_noise(item.body[0].plain)
    return not noise and sum(word_count(block.plain) for block in item.body) >= _FEWEST


def _is_parted(item: Item, taken: Sequence[int]) -> bool:
    """Whether something else was read (``taken``: its lines) between a heading and its prose."""
    if item.head is None or not item.body:
        return False
    return bisect_right(taken, item.head.end) < bisect_left(taken, item.body[0].start)


def _bids(item: Item) -> bool:
    """Whether an only heading with its paragraph speaks for a site, or hardly says anything.

    ``Ada Byron | Night Press`` tells who wrote the paragraph.
    """
    text = " ".join(block.plain for block in item.blocks)
    if item.head and is_name(_HOUSE_BEHIND.sub("", item.head.plain)):
        return True
    return bool(_TO_READERS.search(text)) or word_count(item.text) < _SAID_BY_ONE
