"""Who asks the one whom a paragraph is about: ``Carl Roe mends bells. Ada Byron asked him why.``"""

from __future__ import annotations

import re

from quizapp.reading.asks_him import ASKS_HIM
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import claim_person, without_trade
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_ASKED = Form(rf"(?P<before>\b[\w'’]{{2,30}} )?\b(?P<name>{NAME}) {ASKS_HIM}")
"""``News writer Ada Byron asked him about it``, ``Ada Byron spoke to her by telephone``"""

_SUBJECT = Form(rf"^\W{{0,3}}(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?(?P<name>{NAME})(?=,| [a-z])")
"""Whom a paragraph is about from its first word on."""

_SENT = re.compile(
    r"(?:writer|reporter|editor|correspondent|contributor|journalist|interviewer|columnist|"
    r"[A-Z][\w&-]*['’]s?) $"
)
"""What a house calls whoever it sends, or the house itself: ``the Night Mail's``"""
_PRONOUN = re.compile(r" (?:him|her|them)\b")
_READ, _LONGEST = 40, 1_500
"""Blocks from the top, and letters of a paragraph that introduces somebody."""
_WHOLE = 30_000
"""Letters of a page."""


def read(draft: Draft) -> None:
    """Claims both, where the page has neither; whoever asks signs it, speaks on it, or is sent."""
    hosts, guests = draft.values("host"), draft.values("guest")
    if hosts and guests:
        return
    for block in draft.source.blocks[:_READ]:
        text = block.plain[:_LONGEST]
        spoken_of = not block.is_item and _PRONOUN.search(text) is not None
        found = _ASKED.search(text) if spoken_of else None
        about = _SUBJECT.match(text) if found else None
        if found is None or about is None or not is_name(about["name"]):
            continue
        whole = draft.source.text[:_WHOLE]
        host = bare_name(without_trade(found["name"], whole))
        guest = bare_name(without_trade(about["name"], whole))
        apart = is_name(host) and resolve(host, [guest, *guests]) is None
        if not apart or resolve(guest, hosts) is not None:
            continue
        if (hosts and resolve(host, hosts) is None) or (guests and resolve(guest, guests) is None):
            continue
        if not (hosts or _SENT.search(found["before"] or "") or _is_known(host, draft)):
            continue
        for field, name in (("host", host), ("guest", guest)):
            if not draft.values(field):
                claim_person(field, name, whole, draft)
        return


def _is_known(name: str, draft: Draft) -> bool:
    """Whether the page is by somebody, or they speak on it."""
    signed = rf"(?:\b[Bb]y:? |(?m:^)\W{{0,4}}){re.escape(name)}(?:\W{{0,3}}(?m:$)|[,:|•·])"
    return re.search(signed, draft.source.text) is not None
