"""Guests in a sentence that names the host too: ``Ada talks to Carl Roe, who …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.reading.callings import TRADE
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import claim_person, without_trade
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.signatures import READ

_TALKS = (
    r"(?:(?:talks|talked|speaks|spoke|sits down|sat down|chats|chatted) (?:to|with)|"
    r"interviews|interviewed|is joined by|welcomes)"
)
_TELLS = r"(?:tells|told|joins|joined|shows|explains to|talks to|talks with|speaks to|speaks with)"
_OTHER = rf"(?:(?:the|an?) )?(?:[a-z][\w-]* ){{0,4}}(?:(?:Dr|Prof|Professor)\.? )?(?P<guest>{NAME})"
_WHO = r"(?=, (?:who|an?|the|author|founder|head)\b| (?:about|on|for|of|in)\b|[.:])"
_COLLEAGUE = re.compile(
    r"\b(?:hosts?|co-?hosts?|presenters?|reporters?|correspondents?|producers?|colleagues?)\b"
)


def read(draft: Draft) -> None:
    """Claims the one guest whom such a sentence tells, where one host is known and no guest."""
    hosts = draft.values("host")
    if len(hosts) != 1 or draft.values("guest") or " " not in hosts[0]:
        return
    text = draft.own(draft.source.text[:READ])
    names: list[str] = []
    for told in _told(text, hosts[0]):
        name = _without_calling(without_trade(told, text), text)
        if is_name(name) and resolve(name, hosts) is None and name not in draft.values("show"):
            names.append(name)
    if names and len(set(names)) == 1:
        claim_person("guest", names[0], text, draft)


def _told(text: str, host: str) -> Iterator[str]:
    """Those whom a text names as who talks with the host."""
    first = re.escape(host.split()[0])
    called = rf"(?:(?:our |the )?[Hh]ost )?(?:{re.escape(host)}|{first})"
    met = Form(rf"(?:\b(?:week|time|episode|day),? |(?m:^)|[.!?] ){called} {_TALKS} {_OTHER}{_WHO}")
    tells = Form(
        rf"(?:(?m:^)|[.!?] )(?:[A-Z]?[\w-]+ ){{0,3}}?(?P<guest>{NAME}) {_TELLS} "
        rf"(?:the )?{called}(?=,? (?:how|why|what|that|about|of|where|when|who|to|for)\b|[.,])"
    )
    both = Form(
        r"\b[Ii]n (?:this|our|today['’]s) (?:conversation|episode|interview|talk|discussion),? "
        rf"(?:(?P<guest>{NAME}) and {called}|{called} and (?P<guest2>{NAME})) "
        r"(?:discuss|talk|speak|explore)\b"
    )
    for form in (met, tells, both):
        for found in form.finditer(text):
            behind = text[found.end() : found.end() + _NEAR].partition(".")[0]
            if not _COLLEAGUE.search(behind):
                yield next(filter(None, (found["guest"], found.groupdict().get("guest2"))))
    yield from _subjects(text, first, re.escape(host))


_CALLED = Form(rf"^{TRADE}\b")


def _without_calling(name: str, text: str) -> str:
    """``Joiner Ada Byron`` as ``Ada Byron``; nobody where nothing tells what the first word is."""
    first, _, rest = name.partition(" ")
    if _CALLED.match(first):
        return rest if " " in rest else ""
    if " " not in rest or text.count(name) > 1:
        return name
    return rest if text.count(rest) > 1 else ""


_NEAR = 40
"""Letters behind a name in which its calling stands."""


def _subjects(text: str, first: str, host: str) -> Iterator[str]:
    """``Carl Roe has built mills. In this episode he tells Ada why …``: his paragraph."""
    subject = Form(
        rf"^(?:(?:Dr|Prof|Professor)\.? )?(?P<guest>{NAME}) (?:has|have|is|was|[a-z]+s)\b"
    )
    tells = re.compile(
        r"\b[Ii]n this (?:episode|conversation|interview|talk),? (?:he|she|they) "
        rf"(?:tells|tell|talks to|talks with|speaks to|joins|shows) (?:{host}|{first})\b"
    )
    for line in text.splitlines():
        found = subject.match(line) if tells.search(line) else None
        if found:
            yield found["guest"]
