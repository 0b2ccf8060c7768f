"""What a page states of its episode by labels, and whether a sentence is about that episode."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.datelines import BETWEEN
from quizapp.reading.draft import Draft
from quizapp.reading.fields import LONGEST_VALUE, read_labelled, take_field
from quizapp.reading.labels import glued_fields
from quizapp.reading.wording import is_prose

_COUNTED = re.compile(
    r"(?:[Ee]pisode|EPISODE|\b[Ee]p\.?|\bEP\.?|(?<!\w)(?P<sign>#))\s?#?(?P<number>\d{1,4})\b"
)
_COUNTS_PAGES = re.compile(
    r"\b(?:handout|lesson|issue|letter|post|notes?|part|unit|week|vol\.?|volume|chapter|lecture|"
    r"class|session|tip|rule|number|no\.?)\s?$",
    re.IGNORECASE,
)
_TOP = 3
"""Blocks, one of which counts the episode beside its title."""

_SMALL = frozenset({"the", "podcast", "show", "a"})
_SURE = 2
"""So many labels glued to values are no chance."""


def stated(blocks: Sequence[Block], but: Block, draft: Draft) -> Draft:
    """A draft with what is known so far and what the labels of all other blocks say."""
    told = Draft(draft.source, claims=list(draft.claims))
    for block in blocks:
        if block is but or len(block.text) > 2 * LONGEST_VALUE:
            continue
        for part in BETWEEN.split(block.text):
            read_labelled(replace(block, text=part), told)
        glued = glued_fields(block.plain)
        for _, field, value in glued if len(glued) >= _SURE else ():
            take_field(field, value, block.start, told)
    return told


def contradicts(show: str, number: str | None, told: Draft) -> bool:
    """Whether a show or a number is not the one that the page states."""
    shows, numbers = told.values("show"), told.values("number")
    if show and shows and not any(_alike(show, one) for one in shows):
        return True
    return bool(number and numbers and str(int(number)) not in numbers)


def counted_above(blocks: Sequence[Block], but: Block, number: str) -> bool:
    """Whether a line at the top counts another episode: ``# Night Radio #12: Deep Sleep``."""
    for block in blocks[:_TOP]:
        if block is but:
            return False
        if block.is_item or is_prose(block.plain):
            continue
        text = block.plain[:LONGEST_VALUE]
        for found in _COUNTED.finditer(text):
            page = found["sign"] and _COUNTS_PAGES.search(text[: found.start()])
            if not page and int(found["number"]) != int(number):
                return True
    return False


def _alike(one: str, other: str) -> bool:
    """``Night Radio`` and ``The Night Radio Podcast with Ada Byron``."""
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - _SMALL
