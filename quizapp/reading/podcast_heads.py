"""The head of a show's own site: its name above what it is, its count, its presenter."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.reading.air_times import tells_air_time
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.no_titles import is_of_maker
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.wording import word_count

_TAGLINE = re.compile(
    r"^(?:an?|the|your|our)\s(?:[\w'’&-]+,?\s){0,5}(?:podcast|radio show|show)"
    r"(?=[,.]?$|,?\s(?:about|for|on|of|with|where|that|which|in which|from|by|in|exploring|"
    r"behind|inside|beneath|beyond|between|under|through|after|before|at|to|around)\b"
    r"|,?\s(?:and|&|\+)\s(?:an?\s|its\s)?(?:[a-z-]+\s)?(?:newsletter|letter|blog|magazine|zine|"
    r"mailing list)\b)",
    re.IGNORECASE,
)
"""``A podcast about numbers and who cooks them``, ``The noodle podcast``"""

_MADE_BY = Form(
    r"^(?:[Aa]n?|[Tt]he|[Yy]our|[Oo]ur)\s(?:[a-z'’-]+\s){0,4}(?:[Pp]odcast|[Ss]how|[Ss]eries|[Pp]rogramme)"
    rf"(?:,?\s(?:[Hh]osted|[Pp]resented))?,?\s(?:by|from)\s(?P<name>{NAME})\.?$"
)
"""``A podcast by Ada Byron``, ``The sleep podcast from Ada Byron``"""

_PRESENTS = Form(rf"^(?:[Pp]resented|[Hh]osted) by:? (?P<name>{NAME})\.?$", needs=" by")
_BY = Form(rf"^(?:(?:[Pp]osted|[Ww]ritten) )?[Bb]y:? (?P<name>{NAME})$")
"""``by Ada Byron``, on a page of The Ada Byron Show"""
_HOST_OF = Form(
    rf"\b(?P<show>[A-Z][\w'’&]*(?: [A-Z&][\w'’&]*){{0,4}}) (?:host|presenter) (?P<host>{NAME})",
    needs=" ",
)
"""``talks with QuietRadio host Ada Byron``, below ``QuietRadio`` on top"""
_READ = 6_000
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
    if is_of_maker(text):
        return True
    small = all(word[0].islower() for word in text.split()[1:])
    return small and _TAGLINE.match(text) is not None


def read(draft: Draft) -> None:
    """Claims what nothing else has told: the show, its number, who presents it."""
    top = draft.source.blocks[:_HEAD]
    if not draft.values("show"):
        _read_show(top[:_TOP], draft)
        _read_counted(top[:_TOP], draft)
    for block in top:
        _read_page(block, draft)
        if not draft.values("number"):
            _read_number(block, draft)
        if not draft.values("host"):
            _read_host(block, draft)


def _read_show(top: tuple[Block, ...], draft: Draft) -> None:
    titles = {title.casefold() for title in draft.values("title")}
    hosted = _HOST_OF.search(draft.source.text[:_READ])
    if hosted and is_name(hosted["host"]) and top[0].plain == hosted["show"]:
        draft.claim("show", hosted["show"], top[0].start)
        return
    for name, below in pairwise(top):
        told = below.start == name.end + 1 and word_count(below.plain) <= _WORDS
        tagged = _TAGLINE.match(below.plain) or is_tagline(below.plain)
        tagged = tagged or tells_air_time(below.plain)
        if not told or not tagged or name.plain.casefold() in titles:
            continue
        if is_name_of_show(name.plain) and resolve(name.plain, draft.people) is None:
            draft.claim("show", uncapped(name.plain), name.start)
            return


_EPISODE_OF = Form(
    rf"^(?P<show>[A-Z][\w'’&]*(?: [\w'’&]+){{1,5}}?) (?i:ep\.?|episode) ?#?\d{{1,4}} "
    rf"(?P<name>{NAME})\b"
)
"""``Night Radio ep 12 Ada Byron raw mix``: what a file of a recording is called."""


def _read_counted(top: tuple[Block, ...], draft: Draft) -> None:
    """Claims the show before a number with somebody behind it of whom the page tells more."""
    for block in top[:_FIRST]:
        found = _EPISODE_OF.match(block.plain) if len(block.text) < _LONGEST else None
        known = resolve(found["name"], draft.people) if found else None
        again = found is not None and draft.source.text.count(found["name"]) > 1
        if found and (known or again) and is_name_of_show(found["show"]):
            draft.claim("show", found["show"], block.start)
            return


_FIRST = 3

_PAGE = re.compile(
    r"^(?:check out|see|visit|read|find|listen on) (?P<show>[A-Z].{2,50}?)(?:['’]s?)? "
    r"(?i:podcast )?(?i:episode page|episode notes|show notes|episode website)\b[^()]{0,40}?"
    r"(?:\s?[(\[]#(?P<number>\d{1,4})[)\]])?$",
    re.IGNORECASE,
)
"""``Check out Night Radio Episode Page & Show Notes (#12)``"""


def _read_page(block: Block, draft: Draft) -> None:
    """Claims show and number of the page of an episode to which another one leads."""
    found = _PAGE.match(block.plain) if len(block.text) < _LONGEST else None
    show = found["show"] if found else ""
    if found is None or not is_name_of_show(show) or not show[0].isupper():
        return
    shows = draft.values("show")
    if shows and show.casefold() not in {one.casefold() for one in shows}:
        return
    if not shows:
        draft.claim("show", show, block.start)
    if found["number"] and not draft.values("number"):
        draft.claim("number", int(found["number"]), block.start)


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
    by = _BY.match(block.plain) if short and not found else None
    if by and any(by["name"] in show for show in draft.values("show")):
        found = by
    name = bare_name(found["name"]) if found and is_name(found["name"]) else ""
    if not name or resolve(name, draft.values("guest")):
        return
    again = re.compile(rf"\b{re.escape(name.split()[0])}\b")
    if any(again.search(one.plain) for one in draft.source.blocks if one.start != block.start):
        draft.claim("host", name, block.start)
