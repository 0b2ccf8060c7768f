"""The page that a show has for an episode on its own site: what its head says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve
from quizapp.reading.roles import speaks_of_guest
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.titles import parse_title

_BY = re.compile(r"\s[-–—|]\sby (?P<name>[^–—|]{3,60}?)(?:\s[-–—|]\s(?P<show>[^–—|]{3,50}))?$")
"""``Deep Sleep - by Ada Byron``: the window's title of a letter that one person writes.

The name of the letter may stand behind: ``Deep Sleep - by Ada Byron - Night Mail``.
"""


def read_show(draft: Draft) -> None:
    """Claims the site as the show, where the window's title says whose letter it is."""
    told = [one.value for one in draft.source.fields if one.name == "page title"]
    signed = [found for one in told if (found := _BY.search(one)) and is_name(found["name"])]
    names = [found["name"] for found in signed]
    _read_letter(signed, draft)
    for site in draft.source.fields if names and not draft.values("show") else ():
        if site.name == "site" and names[0] not in site.value and is_name_of_show(site.value):
            draft.claim("show", site.value, site.line)
            return


def _read_letter(signed: Sequence[re.Match[str]], draft: Draft) -> None:
    """Claims the letter as the show, and who writes it as the host, who speaks of a guest there."""
    show = next((found["show"] for found in signed if found["show"]), None)
    if show is None:
        return
    if not draft.values("show") and is_name_of_show(show):
        draft.claim("show", show, 1)
    name = signed[0]["name"]
    mine = speaks_of_guest(draft.source.text) and show in draft.values("show")
    if mine and not draft.values("host") and resolve(name, draft.values("guest")) is None:
        draft.claim("host", name, 1)


def read_show_behind(draft: Draft) -> None:
    """Claims what stands beside the page's title in the window's, where the page has it alone.

    The first name of a site is that of the house that keeps the shows.
    """
    sites = [one.value.casefold() for one in draft.source.fields if one.name == "site"]
    house = set(sites[:1])
    alone = {block.plain.casefold() for block in draft.source.blocks[:_TOP]} | set(sites)
    for one in draft.source.fields if not draft.values("show") else ():
        for title in draft.values("title") if one.name == "page title" else ():
            name = _beside(one.value, title)
            named = name.casefold() in alone - house and is_name_of_show(name)
            if named and not is_newsroom(name):
                draft.claim("show", name, one.line)
                return


def _beside(window: str, title: str) -> str:
    """What a window's title has behind or before the title of the page, or nothing."""
    behind = _BEHIND.fullmatch(window.removeprefix(title)) if window.startswith(title) else None
    before = _BEFORE.fullmatch(window.removesuffix(title)) if window.endswith(title) else None
    found = behind or before
    return found["show"] if found else ""


_NEWSROOM = re.compile(
    r"\b(?:University|College|Institute|School|Hospital|Academy|Museum|Library|Campus)\b.* "
    r"(?:News(?:room)?|Magazine|Stories|Today|Communications)",
    re.IGNORECASE,
)


def is_newsroom(name: str) -> bool:
    """``Night University News``: where a house writes of its own people, and no show."""
    return _NEWSROOM.search(name) is not None


_BEHIND = re.compile(r"\s[-–—|·]\s(?P<show>[^|–—·]{3,50}?)(?:\s[-–—|·]\s[^|–—·]{3,40})?")
_BEFORE = re.compile(r"(?P<show>[^|–—·]{3,50}?)\s[-–—|·]\s")
_TOP = 20
"""Blocks."""


def read_count(draft: Draft) -> None:
    """Claims the number that a window's title has beside the title of the page."""
    titles = {title.casefold() for title in draft.values("title")}
    for one in draft.source.fields if not draft.values("number") else ():
        if one.name != "page title":
            continue
        parsed = parse_title(one.value, shows=tuple(draft.values("show")))
        named = {part.strip().casefold() for part in parsed.title.split(" | ")}
        if parsed.number and titles & named:
            draft.claim("number", parsed.number, one.line)
            return


def read_day(draft: Draft) -> None:
    """Claims the day of the page, where the site is the show's and the page counts the episode."""
    if draft.values("published") or draft.values("released") or not draft.values("number"):
        return
    shows = {show.casefold() for show in draft.values("show")}
    sites = {one.value.casefold() for one in draft.source.fields if one.name == "site"}
    days = [one for one in draft.source.fields if one.name == "page date"]
    day = published(days[0].value) if days and shows & sites else None
    if day:
        draft.claim("published", day.isoformat(), days[0].line)
