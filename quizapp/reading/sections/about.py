"""``About Ada``, who takes part, ``About Night Radio``: nothing of what is talked about."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.region import Region
from quizapp.reading.sections import bios
from quizapp.reading.wording import word_count

_ABOUT = re.compile(
    r"^\W{0,4}(?:[Aa]bout|ABOUT|[Mm]eet|MEET|(?:[Mm]ore|MORE) (?:about|ABOUT)) "
    r"(?:(?:[Oo]ur |OUR |[Tt]he |THE )?(?:[Gg]uest|GUEST|[Hh]ost|HOST),? )?"
    r"(?P<name>[^\W\d_a-z][\w'’&. -]{1,40})$"
)
_WHAT_IS = re.compile(r"^\W{0,4}What(?: is|['’]s) (?P<name>[^\W\d_a-z][\w'’&. -]{1,40})\?\W{0,4}$")
"""``What is Night Radio?``, below the pages of some hosts of shows"""

_TOLD_OF = Form(rf"^(?:(?:Dr|Prof|Professor)\.? )?(?P<name>{NAME})(?:,| \(| [a-z])")


_OF_SUBJECT = re.compile(
    r"\W{0,4}about the (?:scientist|researcher|professor|writer)\W{0,4}", re.IGNORECASE
)
"""Whoever takes part, or whom a talk is about"""


def with_area(region: Region, draft: Draft) -> Region:
    """``About the scientist`` is no part of a page only where it tells a life of today."""
    region = _without_show(region, draft)
    if region.area is not Area.NOISE or not _OF_SUBJECT.fullmatch(region.name):
        return region
    text = region.blocks[0].plain if region.blocks else ""
    found = _TOLD_OF.match(_TITLE.sub("", text))
    lives = found is not None and _tells_life(text, bare_name(found["name"]))
    return region if lives or not text else replace(region, area=Area.UNKNOWN)


def _without_show(region: Region, draft: Draft) -> Region:
    """A part without ``What is Night Radio?`` at its end, and what is told of that show."""
    if region.area in _OF_OWN or not _is_last(region, draft):
        return region
    shows = {show.casefold() for show in draft.values("show")}
    for place, block in enumerate(region.blocks):
        found = _WHAT_IS.match(block.plain) if len(block.text) <= _LONGEST else None
        below = region.blocks[place:]
        told = found is not None and found["name"].casefold() in shows
        alone = place == 0 and region.area is not Area.UNKNOWN
        if not told or alone or len(below) > _FEW:
            continue
        draft.drop(block.start, below[-1].end, "about the show", block.plain)
        return replace(region, blocks=region.blocks[:place])
    return region


def _is_last(region: Region, draft: Draft) -> bool:
    """Whether nothing but a transcript and what is no part of the page stands below a part."""
    below = (one.area for one in draft.source.regions if one.line > region.line)
    return all(area in _BELOW for area in below)


_OF_OWN = frozenset({Area.QA, Area.IDEAS, Area.INSIGHTS, Area.SUMMARY})
"""Parts that may ask what a thing is which a show is called after."""

_BELOW = frozenset({Area.TRANSCRIPT, Area.DETAILS, Area.NOISE, Area.UNKNOWN})

_LONGEST, _FEW = 70, 3
"""Letters of such a heading; paragraphs that tell of a show, with it."""


def is_somebody(region: Region, draft: Draft) -> bool:
    """Whether a part is called so after who takes part or the show; such a part is dropped."""
    if region.area is not Area.UNKNOWN or not region.blocks:
        return False
    if _INTRO.fullmatch(region.name) and _read_subject(region, draft):
        return True
    short = sum(word_count(block.plain) for block in region.blocks) <= _BRIEF
    role = _ROLE.fullmatch(region.name) or (short and _INTRO.fullmatch(region.name))
    if role and _introduces(region, draft):
        draft.drop(region.line, region.blocks[-1].end, "about somebody", region.name)
        return True
    found = _ABOUT.match(region.name)
    if found is None:
        return False
    name = found["name"].title() if found["name"].isupper() else found["name"]
    of_show = name.casefold() in {show.casefold() for show in draft.values("show")}
    of_person = resolve(name, draft.people) or _tells_of(name, region.blocks[0].plain)
    if not (of_show or of_person):
        return False
    draft.drop(region.line, region.blocks[-1].end, "about somebody", region.name)
    return True


def _read_subject(region: Region, draft: Draft) -> bool:
    """Reads ``In this episode she …`` below the lives of who takes part as what sums it up."""
    subjects = [block for block in region.blocks if _SUBJECT.match(block.plain)]
    others = tuple(block for block in region.blocks if block not in subjects)
    short = sum(word_count(block.plain) for block in others) <= _BRIEF
    lives = replace(region, blocks=others)
    if not (subjects and others and short and _introduces(lives, draft)):
        return False
    draft.drop(region.line, others[-1].end, "about somebody", region.name)
    _take_guest(others[0], draft)
    for block in subjects:
        draft.section(SectionKind.SUMMARY, None, block.text, block.start, block.end)
    return True


def _take_guest(block: Block, draft: Draft) -> None:
    """Claims whose life an introduction tells first, where the host is known and no guest is."""
    found = _TOLD_OF.match(block.plain)
    hosts = draft.values("host")
    others = [one for one in draft.values("guest") if resolve(one, hosts) is None]
    if found is None or others or not hosts or resolve(found["name"], hosts):
        return
    draft.claim("guest", bare_name(found["name"]), block.start)


_SUBJECT = re.compile(
    r"(?:In|On|During|Throughout) (?:this|the|our|their) (?:[a-z-]+ )?"
    r"(?:conversation|episode|interview|podcast|talk|chat|discussion)\b",
    re.IGNORECASE,
)
"""``In this wide-ranging conversation``: what follows tells of all that is said."""

_ROLE = re.compile(
    r"\W{0,4}(?:the |our |your |this week['’]s |today['’]s )?"
    r"(?:guests?|hosts?|speakers?|presenters?)\W{0,4}",
    re.IGNORECASE,
)
"""``Guest``, ``Our guests``, as the name of a part"""

_INTRO = re.compile(r"\W{0,4}(?:guest )?intro\W{0,4}", re.IGNORECASE)
_BRIEF = 45
"""Words of an ``Intro`` that only says who somebody is."""


def _introduces(region: Region, draft: Draft) -> bool:
    """Whether each paragraph below ``Guest`` tells the life of one of those who take part.

    ``Carl Roe argues that bridges are harps`` tells what was said.
    """
    texts = [block.plain for block in region.blocks]
    if _INTRO.fullmatch(region.name):
        texts = texts[:1] + [text for text in texts[1:] if not _GOES_ON.match(text)]
        told = [_TOLD_OF.match(text) for text in texts]
        return all(one and _takes_part(one["name"], region.line, draft) for one in told)
    return all(any(_tells_life(text, name) for name in draft.people) for text in texts)


def _takes_part(name: str, line: int, draft: Draft) -> bool:
    """Whether somebody is known to take part, or named in full at the top, above a part."""
    if resolve(name, draft.people):
        return True
    top = (block.plain for block in draft.source.blocks[:_TOP] if block.end < line)
    return " " in name and is_name(name) and any(bare_name(name) in text for text in top)


_TOP = 10
"""Blocks within which a title stands."""

_LIFE = Form(
    rf"^(?:(?:Dr|Prof|Professor)\.? )?(?P<name>{NAME})(?:,| \(| (?:has since|trained|studied|"
    r"grew up|was raised|founded|co-founded|spent|served|holds|serves|joined|chairs|heads|"
    r"graduated|comes from|began|started|came to|has (?:\w+ed|built|led|run|held|won|sold|grown)|"
    r"won|is)\b)"
)
_SAYS = re.compile(
    r"\b(?:says?|said|argues?|argued|asks?|asked|thinks?|explains?|explained|believes?|tells|told|"
    r"describes?|wonders|claims|recalls|remembers|points out|talks?|talked|speaks)\b"
)
_TITLE = re.compile(r"^(?:Dr|Prof|Professor)\.? ")


def _tells_life(text: str, name: str) -> bool:
    """``Ada Byron trained as a baker.``, ``Ada Byron, miller``"""
    if bios.tells_of(_TITLE.sub("", text), name):
        return True
    found = _LIFE.match(text)
    told = found is not None and resolve(found["name"], [name]) is not None
    return told and _SAYS.search(text) is None


_GOES_ON = re.compile(
    r"(?:She|He|They)(?:['’](?:s|re))? (?:also )?(?:sits?|sat|talks?|joins?|joined|spoke|"
    r"speaks?|is|was|are|teaches|works|lives|chats?)\b|(?:Hosts?|Guests?|Presenters?): "
)
"""``She sits down with Carl Roe``, ``Host: Carl Roe``: more of who takes part"""


def _tells_of(name: str, text: str) -> bool:
    """``Ada Byron has built mills since 1998.`` below ``About Ada``"""
    found = _TOLD_OF.match(text)
    full = found["name"] if found else ""
    return " " in full and is_name(full) and resolve(name, [full]) is not None
