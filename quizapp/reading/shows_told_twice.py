"""The show of a page that names it in two sorts of places: its title, its counters, its foot."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum, auto
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.called_shows import is_said
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import is_name_of_show, uncapped


class _Place(Enum):
    """Where a page names what may be its show."""

    TITLE = auto()
    """Behind a bar or a dash in the title."""
    COUNTER = auto()
    """Before how often the episode was seen."""
    DATED = auto()
    """Before the day, on a line of its own."""
    OTHERS = auto()
    """``More from Night Radio``"""
    MASTHEAD = auto()
    """A heading above the page's own."""
    TAGLINE = auto()
    """In bold above the title, before what the show is: ``**Night Radio** · Talks in the dark``."""
    HOME = auto()
    """The first line, above a menu with the episodes of the one show that a site is about."""
    RIGHTS = auto()
    """Beside the ``©`` of the last lines."""
    CALLED = auto()
    """``Welcome to Night Radio``, of a name in the window's title"""
    EPISODES = auto()
    """``Subscribe to Night Radio``, right above the promise of every episode"""
    SUBSCRIBE = auto()
    """``Subscribe to Night Radio``"""
    FUNDED = auto()
    """``Night Radio is a reader-supported publication``"""
    LISTENERS = auto()
    """``Night Radio is made possible by listeners like you``"""


_OF_SITE = frozenset(
    {
        _Place.TITLE,
        _Place.MASTHEAD,
        _Place.HOME,
        _Place.RIGHTS,
        _Place.SUBSCRIBE,
        _Place.FUNDED,
    }
)
"""Where sites that write about several shows have their own names."""

_PARTS = re.compile(r"\s+[|·•–—-]\s+|\s*\|\s*")
_COUNTER = re.compile(
    r"(?P<name>[^\W_][^|·•]{1,48}?) [|·•] [\d.,]+\s?[kKmM]? "
    r"(?:views?|subscribers?|plays|listens|downloads|likes)\b.*"
)
_DATED = re.compile(r"(?P<name>[A-Z][^|·•:,.\d]{2,48}?) (?:Published|Released|Aired)(?: on)?:? ")
_TAGLINE = re.compile(
    r"(?P<sign>\*\*|__)(?P<name>[A-Z][^*_|·•:\n]{2,48})(?P=sign) [|·•–—] "
    r"(?:(?:the |an? |our )?(?:[a-z]+ ){0,2})?"
    r"(?i:conversations|interviews|talks|stories|dialogues|podcast|show|series) "
    r"(?:with|about|on|from|of|for|in) [^\n]{3,120}"
)
_OTHERS = re.compile(
    r"(?:More|Recent|Latest|Other|Previous|All)(?: episodes)? (?:from|of|by) (?P<name>\S.{1,48})"
)
_SUBSCRIBE = re.compile(r"Subscribe to (?P<name>\S.{1,48}?)[.!]?")
_FUNDED = re.compile(
    r"(?P<name>[^\W_][^.!?]{1,48}?) is (?:an? )?(?:reader|listener|member)-supported\b.*"
)
_LISTENERS = re.compile(
    r"(?P<name>[^\W_][^.!?,]{1,48}?) is (?:made possible|paid for|funded|supported) "
    r"(?:entirely |only )?by (?:our |its )?(?:listeners|members) like you\b.*"
)
_STATION = re.compile(r"\b(?:Radio|FM|AM|Media|Network|Public|Foundation)\b|^[A-Z]{2,5}$")
_TOP, _LONGEST, _TWO = 20, 400, 2
"""Blocks from the top; letters of a line that names a show; places that agree."""


def read(draft: Draft) -> None:
    """Claims the one name that two sorts of places give, where nothing else tells the show.

    A site's own places count on pages that count the episode: other sites write about shows.
    """
    if draft.values("show"):
        return
    counted = bool(draft.values("number"))
    told = {
        name: places
        for name, places in _told(draft).items()
        if _is_sure(places, name, counted=counted) and _is_show(name, draft)
    }
    if len(told) == 1:
        draft.claim("show", uncapped(next(iter(told))), 1)


def _is_sure(places: set[_Place], name: str, *, counted: bool) -> bool:
    if _Place.LISTENERS in places and counted and not _STATION.search(name):
        return True
    return len(places) >= _TWO and (counted or not places <= _OF_SITE)


def _is_show(name: str, draft: Draft) -> bool:
    if not is_name_of_show(name) or resolve(name, draft.people) is not None:
        return False
    if name.casefold() in {title.casefold() for title in draft.values("title")}:
        return False
    return not (is_name(name) and is_spoken_of(name, draft.source.text))


def _told(draft: Draft) -> dict[str, set[_Place]]:
    """The names, and the places that give each."""
    found: defaultdict[str, set[_Place]] = defaultdict(set)
    windows = [one.value for one in draft.source.fields if one.name == "page title"]
    for title in [*draft.values("title"), *windows]:
        for part in _PARTS.split(title)[1:]:
            found[part].add(_Place.TITLE)
            if is_name_of_show(part) and is_said(part, draft.source.text):
                found[part].add(_Place.CALLED)
    for block in draft.source.blocks[:_TOP]:
        for name, place in _on_top(block, draft):
            found[name].add(place)
    for name, place in _of_margins(draft):
        found[name].add(place)
    forms = (
        (_OTHERS, _Place.OTHERS),
        (_SUBSCRIBE, _Place.SUBSCRIBE),
        (_FUNDED, _Place.FUNDED),
        (_LISTENERS, _Place.LISTENERS),
    )
    for block in draft.source.blocks:
        text = block.plain if len(block.text) <= _LONGEST else ""
        for form, place in forms:
            named = form.fullmatch(text) if text else None
            if named:
                found[named["name"].strip()].add(place)
    for bid, below in pairwise(draft.source.blocks):
        named = _SUBSCRIBE.fullmatch(bid.plain) if len(bid.text) <= _LONGEST else None
        if named and below.start <= bid.end + _BESIDE and _EVERY.search(below.plain[:_LONGEST]):
            found[named["name"]].add(_Place.EPISODES)
    return found


def _of_margins(draft: Draft) -> list[tuple[str, _Place]]:
    """The name on top of a show's own site, and the one beside the ``©`` at its foot."""
    lines = [text for _, text in draft.source.told if text.strip()]
    foot = (_RIGHTS.fullmatch(text) for text in lines[-_FOOT:] if len(text) <= _LONGEST)
    found = [(one["name"] or one["name2"], _Place.RIGHTS) for one in foot if one]
    top = [text.strip() for text in lines[:_TOP] if not text.lower().startswith("skip to")]
    top = [one for text in top for one in _LINKS.findall(text[:_LONGEST]) or [text]]
    menu = [text.casefold() for text in top[1 : 1 + _MENU]]
    own = bool(_EPISODES.intersection(menu)) and not _SERVICES.intersection(menu)
    return [*found, (top[0], _Place.HOME)] if own else found


_LINKS = re.compile(r"(?<!!)\[([^\[\]]{1,50})\]\(")
"""``[Episodes](/episodes) [About](/about)``: a menu in one line"""
_EVERY = re.compile(r"\b(?:every|each|new) episodes?\b", re.IGNORECASE)
_BESIDE = 2
_RIGHTS = re.compile(
    r"(?P<name>[A-Z][^|·•©\d]{2,48}?),? (?:©|\(c\)) (?:19|20)\d\d"
    r"|(?:©|\(c\)) (?:19|20)\d\d (?P<name2>[A-Z][^|·•©\d.]{2,48}?)\.?"
)
"""``Night Radio © 2024``, ``© 2024 Night Radio``"""
_EPISODES = frozenset({"episodes", "all episodes", "latest episodes"})
_SERVICES = frozenset(
    "browse|explore|discover|pricing|features|channels|podcasts|shows|top podcasts|all shows|"
    "library|extension|our shows|start free|start for free".split("|")
)
"""What is in the menus of sites with many shows."""
_FOOT, _MENU = 8, 5
"""Lines at the foot, and below the name on top."""


def _on_top(block: Block, draft: Draft) -> list[tuple[str, _Place]]:
    """What a line near the top names: before a counter, before the day, or as a masthead."""
    text = block.plain
    if len(block.text) > _LONGEST:
        return []
    tagline = _TAGLINE.fullmatch(block.text)
    if tagline:
        return [(tagline["name"], _Place.TAGLINE)]
    counter, dated = _COUNTER.fullmatch(text), _DATED.match(text)
    if counter:
        return [(counter["name"], _Place.COUNTER)]
    if dated and find_date(text) is not None:
        return [(dated["name"], _Place.DATED)]
    titled = any(text == title for title in draft.values("title"))
    return [(text, _Place.MASTHEAD)] if block.level == 1 and not titled else []
