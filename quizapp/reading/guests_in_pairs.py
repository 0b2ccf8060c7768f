"""Two guests whom a page names together: ``asks potter Ada Byron and painter Carl Roe why …``."""

from __future__ import annotations

import re

from quizapp.reading.callings import ROLE, TRADE
from quizapp.reading.cues import cued
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.history import around, is_story, knows_one, speaks_of_episode
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_CALLED = (
    r"(?:(?:the|an?|our) )?(?:[a-z][a-z-]* ){0,3}"
    rf"(?:[a-z-]+(?:er|or|ist|ian|eer|wright|smith|man|woman)|{TRADE}|(?i:{ROLE})) "
    r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?"
)
_MEETS = (
    r"(?:asks|interviews|meets|visits|welcomes|hosts|(?:is )?joined by|"
    r"(?:talks|speaks|chats|sits down|sat down|spoke|talked) (?:to|with)|"
    r"(?:conversation|interview|discussion) with)"
)
_BOTH = cued(
    Form(
        rf"\b{_MEETS} {_CALLED}(?P<one>{NAME}),? and {_CALLED}(?P<other>{NAME})"
        r"(?! (?:host|present|ask|interview)s\b)"
    ),
    "asks interviews meets visits welcomes hosts is joined talks speaks chats sits sat spoke "
    "talked conversation interview discussion",
    rf"{_MEETS} (?:the |an? |our )?[A-Za-z]",
)
_TITLED = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?"
_READ = 6_000
_TWO = 2
_LONGEST = 120
"""Letters of a line with two names."""


def read(draft: Draft) -> None:
    """Claims both, where no other guest is known and neither is the host."""
    text = draft.own(draft.source.text[:_READ])
    found = next((one for one in _BOTH.finditer(text) if not _of_story(text, one, draft)), None)
    _read_line(draft)
    if found is None:
        _read_titled(draft)
        return
    names = [bare_name(found[side]) for side in ("one", "other") if is_name(found[side])]
    hosts, guests = draft.values("host"), draft.values("guest")
    known = any(resolve(name, hosts) for name in names)
    others = [guest for guest in guests if resolve(guest, names) is None]
    if len(names) != _TWO or known or others:
        return
    line = draft.source.text.count("\n", 0, found.start()) + 1 if draft.source.lines else 1
    for name in names:
        if resolve(name, guests) is None:
            draft.claim("guest", name, line)


_LINE = Form(
    rf"^(?:[Ww]ith|[Ff]eaturing|w/) {_TITLED}(?P<one>{NAME}) (?:and|&) "
    rf"{_TITLED}(?P<other>{NAME})\.?"
    r"(?:\s(?:[Hh]osted|[Pp]resented) by \S.{2,60})?$",
)
"""``with Ada Byron and Dr. Carl Roe``, on a line of its own or before ``Hosted by …``"""
_TOP = 20
"""Blocks."""


def _read_line(draft: Draft) -> None:
    """Claims the second of two on one line, where the first is known as a guest."""
    for block in draft.source.blocks[:_TOP]:
        found = _LINE.match(block.plain) if len(block.plain) <= _LONGEST else None
        names = [bare_name(found[side]) for side in ("one", "other")] if found else []
        if not names or not all(map(is_name, names)):
            continue
        guests = draft.values("guest")
        new = [name for name in names if resolve(name, guests) is None]
        if len(new) == 1 and resolve(new[0], draft.values("host")) is None:
            draft.claim("guest", new[0], block.start)
            return


_BEFORE = Form(rf"(?P<name>{NAME}),? (?:[a-z]+ly )?$")
_NAME_LETTERS = 60


def _of_story(text: str, found: re.Match[str], draft: Draft) -> bool:
    """Whether two are met in a story: by somebody who is no host, in the midst of a paragraph."""
    names = [bare_name(found[side]) for side in ("one", "other")]
    past = found[0].startswith(("spoke", "talked", "sat"))
    if is_story(text, found.start(), found.end(), draft, past=past, names=names):
        return True
    if not found[0].startswith(("meets ", "visits ")):
        return False
    said, before = around(text, found.start(), found.end())
    met = _BEFORE.search(text[max(0, found.start() - _NAME_LETTERS) : found.start()])
    who = [bare_name(met["name"])] if met else []
    return bool(met and before) and not (
        speaks_of_episode(said) or knows_one([*who, *names], draft)
    )


_BAR = " | "
_AND = re.compile(r"\s(?:&|and|\+)\s")


def _read_titled(draft: Draft) -> None:
    """Claims the other one of ``Deep Sleep | Ada Byron & Carl Roe``, where Ada is a guest.

    Only where somebody else is known to be the host.
    """
    hosts, guests = draft.values("host"), draft.values("guest")
    for claim in list(draft.claims) if hosts and len(guests) == 1 else ():
        _, bar, tail = claim.value.rpartition(_BAR)
        names = [bare_name(part) for part in _AND.split(tail)]
        if claim.field != "title" or not bar or len(names) != _TWO or not all(map(is_name, names)):
            continue
        others = [name for name in names if resolve(name, guests) is None]
        if len(others) == 1 and resolve(others[0], hosts) is None:
            draft.claim("guest", others[0], claim.line)
