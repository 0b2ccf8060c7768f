"""``Deep Sleep | Night Radio with Ada Byron``: the show and its host, behind the title."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.wording import plain

_BAR = re.compile(r"\s+[|·•]\s+|\s*\|\s*")
_SHOW_WITH = Form(rf"^(?P<show>[A-Z][^|]{{2,40}}?),? with (?P<host>{NAME})$", needs=" with ")
_TALK = re.compile(
    r"\b(?:conversation|interview|talk|chat|episode|live|special|q ?& ?a|lunch|an? \w+|questions)$",
    re.IGNORECASE,
)
"""``A conversation with Ada Byron``: she is the guest."""

_READ = 6_000

_GUEST_ON = Form(
    rf"^(?P<title>.{{4,}}?)\s[|–—·-]\s(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?(?P<guest>{NAME})"
    r" on (?P<show>[A-Z][^|]{2,40}?)"
    r"(?:,? (?:#|(?i:ep(?:isode)?\.?|no\.?) ?#?)(?P<number>\d{1,4})"
    rf"|,? (?:with|w/) (?P<host>{NAME}))?$",
    needs=" on ",
)
"""``Deep Sleep | Ada Byron on Night Radio with Carl Roe``, ``… on Night Radio #12``"""


_COUNT_OF_SHOW = re.compile(r"(?:episode|ep\.?) ?#?\d{1,4}(?: ?[:·|–—-]|$)", re.IGNORECASE)
_BELOW = 4
"""Blocks below a page's first line within which its episode is counted."""
_OF_TALK = re.compile(
    r"\b(?:conversation|interview|talk|chat|episode|live|special|q ?& ?a|questions|evening|hour)$",
    re.IGNORECASE,
)
"""``An Evening with Ada Byron``: who is there may be the guest."""


def heads_page(block: Block, show: str, draft: Draft) -> bool:
    """Whether ``Night Radio with Ada Byron`` is a page's first line, ``Episode 12: …`` below it.

    Such a line is that of a site, and stands above all of its episodes.
    """
    first = draft.source.blocks[0]
    if block.start != first.start or _OF_TALK.search(show) or not is_name_of_show(show):
        return False
    counted = any(_COUNT_OF_SHOW.match(one.plain) for one in draft.source.blocks[1 : _BELOW + 1])
    return counted and draft.source.text.lower().count(show.lower()) > 1


def names_guest_on(text: str) -> bool:
    """Whether a title line says who spoke on which show, and with whom."""
    found = _GUEST_ON.match(text)
    return bool(found and found["host"] and is_name(found["guest"]) and is_name(found["host"]))


def without_guest_on(text: str, line: int, draft: Draft) -> str:
    """A title line without who spoke on which show, behind a bar.

    Without host and number ``Ada Byron on Sleep`` may say of what she speaks: then the page has
    to name the show again.
    """
    found = _GUEST_ON.match(plain(text))
    if not found or not is_name(found["guest"]) or not is_name_of_show(found["show"]):
        return text
    show, host = found["show"], found["host"]
    named = show in draft.values("show") or draft.source.text[:_READ].count(show) > _TWO
    known = found["number"] or (named and " " in show)
    if not (is_name(host) if host else known):
        return text
    if found["number"]:
        draft.claim("number", int(found["number"]), line)
    if not draft.values("show"):
        draft.claim("show", show, line)
    if host and not draft.values("host"):
        draft.claim("host", bare_name(host), line)
    draft.claim("guest", bare_name(found["guest"]), line)
    return found["title"]


def without_show(text: str, line: int, draft: Draft) -> str:
    """A title line without the show and its host behind the last bar, where these are told."""
    whole = plain(text)
    bars = list(_BAR.finditer(whole))
    found = _SHOW_WITH.match(whole[bars[-1].end() :]) if bars else None
    if not found or _TALK.search(found["show"]) or not is_name(found["host"]):
        return text
    head, show, host = whole[: bars[-1].start()], found["show"], bare_name(found["host"])
    told = draft.source.text[:_READ]
    again = _alone(show, found[0], told) or show in draft.values("show")
    if not again or not is_name_of_show(show) or resolve(host, draft.values("guest")):
        return text
    if not draft.values("show"):
        draft.claim("show", show, line)
    if not draft.values("host"):
        draft.claim("host", host, line)
    counted = re.match(rf"^{re.escape(show)}\s?{_COUNT}\s*[–—:-]\s*(?P<rest>\S.*)$", head)
    if counted:
        draft.claim("number", int(counted["number"]), line)
    return counted["rest"] if counted else head


_COUNT = r"(?:ep(?:isode)?\.?\s?|no\.?\s?)?#?\s?(?P<number>\d{1,4})"


def read_line(draft: Draft) -> None:
    """Claims ``Night Radio with Ada Byron`` on a line of the top, where somebody greets with it.

    ``This is Night Radio`` tells that it is a show, though it could be a person's name.
    """
    for block in draft.source.blocks[:_TOP] if not draft.values("show") else ():
        found = _SHOW_WITH.match(block.plain)
        if not found or block.level == 1 or _TALK.search(found["show"]):
            continue
        greeted = rf"{_GREETED} {re.escape(found['show'])}\b"
        if is_name(found["host"]) and re.search(greeted, draft.source.text):
            draft.claim("show", found["show"], block.start)
            if not draft.values("host"):
                draft.claim("host", bare_name(found["host"]), block.start)
            return


_GREETED = r"\b(?:[Tt]his is|[Ww]elcome (?:back )?to|[Ll]istening to)"
_TOP = 15
"""Blocks of the top of a page."""


def without_shows_as_people(draft: Draft) -> None:
    """Takes back people who are shows; beside a guest ``Night Radio with Ada Byron`` has a host."""
    shows = {show.lower() for show in draft.values("show")}
    draft.claims[:] = [
        one for one in draft.claims if one.field not in _PEOPLE or one.value.lower() not in shows
    ]
    guests = draft.values("guest")
    if guests:
        _part_from_host(draft)
    if draft.values("host") or len(guests) < _TWO:
        return
    text = draft.source.text[:_READ]
    beside = [g for g in guests for show in draft.values("show") if f"{show} with {g}" in text]
    if len(beside) == 1:
        draft.claims[:] = [
            replace(one, field="host") if (one.field, one.value) == ("guest", beside[0]) else one
            for one in draft.claims
        ]


def _part_from_host(draft: Draft) -> None:
    """``Night Radio with Ada Byron``, beside another guest: a show, and who asks there."""
    for place, claim in enumerate(draft.claims):
        found = _SHOW_WITH.match(claim.value) if claim.field == "show" else None
        if not found or not is_name(found["host"]) or _TALK.search(found["show"]):
            continue
        hosts = draft.values("host")
        if hosts and resolve(bare_name(found["host"]), hosts) is None:
            continue
        if resolve(bare_name(found["host"]), draft.values("guest")) is None:
            draft.claims[place] = replace(claim, value=found["show"])
            draft.claim("host", bare_name(found["host"]), claim.line)
            return


_PEOPLE = frozenset({"host", "guest", "person"})
_TWO = 2


def _alone(show: str, whole: str, text: str) -> bool:
    """Whether a page names a show elsewhere than in such a line."""
    return text.count(show) > text.count(whole)
