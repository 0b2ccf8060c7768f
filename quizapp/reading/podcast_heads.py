"""The head of a show's own site: its name above what it is, its count, its presenter."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.wording import word_count

_TAGLINE = re.compile(
    r"^(?:an?|the|your|our)\s(?:[\w'’&-]+,?\s){0,5}(?:podcast|radio show|show)"
    r"(?=[,.]?$|,?\s(?:about|for|on|of|with|where|that|which|in which|from|by|in|exploring|"
    r"behind|inside|beneath|beyond|between|under|through|after|before|at|to|around)\b)",
    re.IGNORECASE,
)
"""``A podcast about numbers and the people who cook them``, ``The noodle podcast``"""

_MADE_BY = Form(
    r"^(?:[Aa]n?|[Tt]he|[Yy]our|[Oo]ur)\s(?:[a-z'’-]+\s){0,4}(?:[Pp]odcast|[Ss]how|[Ss]eries|[Pp]rogramme)"
    rf"(?:,?\s(?:[Hh]osted|[Pp]resented))?,?\s(?:by|from)\s(?P<name>{NAME})\.?$"
)
"""``A podcast by Ada Byron``, ``The sleep podcast from Ada Byron``"""

_PRESENTS = Form(rf"^(?:[Pp]resented|[Hh]osted) by:? (?P<name>{NAME})\.?$", needs=" by")
_COUNTED = re.compile(
    r"^(?P<show>[^\W\d_].{1,50}?)(?:,| [·|•–—-]|:)? (?:[(]?(?:episode|ep\.?|no\.?)\s?#?|#)"
    r"(?P<number>\d{1,4})[)]?$",
    re.IGNORECASE,
)
"""``Night Radio, episode 12``"""

_TOP, _HEAD = 10, 20
"""Blocks from the top."""

_WORDS = 16


def is_tagline(text: str) -> bool:
    """``The sleep podcast``: what sort of show it is, with no name in it."""
    credited = _MADE_BY.match(text)
    if credited and is_name(credited["name"]):
        return True
    small = all(word[0].islower() for word in text.split()[1:])
    return small and _TAGLINE.match(text) is not None


def read(draft: Draft) -> None:
    """Claims what nothing else has told: the show, its number, who presents it."""
    top = draft.source.blocks[:_HEAD]
    if not draft.values("show"):
        _read_show(top[:_TOP], draft)
    for block in top:
        if not draft.values("number"):
            _read_number(block, draft)
        if not draft.values("host"):
            _read_host(block, draft)


def _read_show(top: tuple[Block, ...], draft: Draft) -> None:
    titles = {title.casefold() for title in draft.values("title")}
    for name, below in pairwise(top):
        told = below.start == name.end + 1 and word_count(below.plain) <= _WORDS
        tagged = _TAGLINE.match(below.plain) or is_tagline(below.plain)
        if not told or not tagged or name.plain.casefold() in titles:
            continue
        if is_name_of_show(name.plain) and resolve(name.plain, draft.people) is None:
            draft.claim("show", uncapped(name.plain), name.start)
            return


def _read_number(block: Block, draft: Draft) -> None:
    found = _COUNTED.match(block.plain) if len(block.text) < _LONGEST else None
    shows = [show.casefold() for show in draft.values("show")]
    if found and found["show"].casefold() in shows:
        draft.claim("number", int(found["number"]), block.start)


_LONGEST = 80


def _read_host(block: Block, draft: Draft) -> None:
    """``Presented by Ada Byron``, where the page tells more of Ada; a sponsor presents too."""
    short = len(block.text) < _LONGEST
    found = (_PRESENTS.match(block.plain) or _MADE_BY.match(block.plain)) if short else None
    name = bare_name(found["name"]) if found and is_name(found["name"]) else ""
    if not name or resolve(name, draft.values("guest")):
        return
    again = re.compile(rf"\b{re.escape(name.split()[0])}\b")
    if any(again.search(one.plain) for one in draft.source.blocks if one.start != block.start):
        draft.claim("host", name, block.start)
