"""Boxes of a site between or below the parts of a page: ``Get the Night app``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.headings import area_of
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region

_APP = re.compile(
    r"(?:Get|Download|Install|Try) (?:the |our )?(?:[A-Z][\w.]{1,20} ){1,3}[Aa]pp"
    r"(?: (?:for|on|today|now|free)\b.{0,40})?[.!]?"
)
"""``Get the Night Owl app``"""

_JOIN = re.compile(r"(?:Subscribe|Sign up) (?:to|for) (?:the )?[A-Z].{1,60}[^?:]")
"""``Subscribe to Night Radio``, as a heading"""

_OF_SITE = re.compile(
    r"app ?store|google play|\blaunched\b|\bsubscri\w+|\be-?mails?\b|\binbox\b|\bnewsletter\b|"
    r"\bpodcasts?\b|\bepisodes?\b|\bwhile you listen\b|\blisten (?:any|every)where\b|"
    r"\b(?:sign|log) (?:up|in)\b",
    re.IGNORECASE,
)
"""What a site says below the name of such a box."""

_LONGEST, _NEAR = 90, 3
"""Letters of its name; lines below it that tell what it is."""


def opens(blocks: Sequence[Block], place: int, current: Region) -> bool:
    """Whether a line opens such a box: below a part, or as a marked heading of its own.

    ``Get the Library App`` may be an idea, and ``Sign up for Boredom`` a part, among others.
    """
    block = blocks[place]
    if len(block.text) > _LONGEST or block.is_item:
        return False
    if block.sign == "#":
        named = _JOIN.fullmatch(block.plain) or _APP.fullmatch(block.plain)
        return bool(named) and (_is_of_site(blocks, place) or not _has_later(blocks, place))
    within = current.area not in (Area.HEADER, Area.TRANSCRIPT)
    if not within or block.sign or _APP.fullmatch(block.plain) is None:
        return False
    return not _is_pair(blocks, place) or _is_of_site(blocks, place) or not _has_pair(blocks, place)


def _is_of_site(blocks: Sequence[Block], place: int) -> bool:
    """Whether a site speaks below the name, up to the next heading."""
    for one in blocks[place + 1 : place + 1 + _NEAR]:
        if one.sign == "#" or (not one.is_item and area_of(one.text) is not None):
            return False
        if is_noise(one.plain) or (len(one.plain) <= _LONGEST and _OF_SITE.search(one.plain)):
            return True
    return False


def _has_later(blocks: Sequence[Block], place: int) -> bool:
    """Whether a part of the page follows below a heading of the same level."""
    level = blocks[place].level
    for one in blocks[place + 1 :]:
        if one.sign == "#" and one.level < level:
            return False
        told = one.sign == "#" and one.level == level and not is_noise(one.plain)
        if told and area_of(one.text) is not Area.NOISE:
            return True
    return False


def _is_pair(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line is a name with a sentence below, as those of a list are."""
    if place < 0 or place + 1 >= len(blocks):
        return False
    name, told = blocks[place], blocks[place + 1]
    if name.sign or told.sign or len(name.plain) > _LONGEST or area_of(name.text) is not None:
        return False
    return name.plain[-1:] not in ".!?:" and told.plain[-1:] in ".!?"


def _has_pair(blocks: Sequence[Block], place: int) -> bool:
    """Whether another such pair stands right above or right below."""
    return _is_pair(blocks, place - 2) or _is_pair(blocks, place + 2)
