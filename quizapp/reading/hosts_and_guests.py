"""Hosts and guests in forms of several languages, and from where a page says to find them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name

_AND = r"(?:,? (?:und|and|et|y|e|en|og|och|&) |, )"
_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"
_BOTH = Form(
    rf"(?m:^)\W{{0,3}}(?:Mit|With|Avec|Con|Com|Met|Med) (?P<hosts>{NAME}(?:{_AND}{NAME}){{0,2}})"
    r"\. (?:(?:Our |Today['’]s )?[Gg]uests?|Zu Gast|Gast|Gäste|Invitée?s?|Invitad[oa]s?|Ospit[ei]|"
    rf"Convidad[oa]s?|Te gast)(?: is| are| ist| sind| heute)*:? (?P<guests>{NAME}(?:{_AND}{NAME})?)"
)
"""``Mit Ada Byron und Carl Roe. Zu Gast: Eve Low``"""

_HOSTED = Form(
    r"\b(?:présentée? par|animée? par|moderiert von|presentad[oa] por|condott[oa] da|"
    rf"apresentad[oa] por|gepresenteerd door)\s(?P<name>{NAME})"
)
_HOSTING = ("présenté", "animé", "moderiert von", "presentad", "condott", "gepresenteerd door")
"""One of these stands in every such place."""

_PRESENTED = Form(
    rf"\b(?:[Pp]resented|[Hh]osted) by (?P<host>{NAME})(?: (?:and|&) (?P<cohost>{NAME}))?,?"
    rf"\swith (?:the )?(?:[a-z][\w-]*\s){{0,4}}{_TITLE}"
    rf"(?P<one>{NAME})(?:,? (?:and|&) (?:the )?(?:[a-z][\w-]*\s){{0,4}}{_TITLE}(?P<other>{NAME}))?"
    r"(?=[.,;]|$)",
    re.MULTILINE,
)
"""``Presented by Ada Byron, with potter Carl Roe and the local historian Eve Low.``

So is ``Hosted by Ada Byron and Carl Roe with guest Dr. Eve Low``.
"""

_INVITED = Form(
    r"(?:^|[.;|·–] )(?:Invitée?s?|Invitad[oa]s?|Ospit[ei]|Convidad[oa]s?|Gäste?|Gästin|Zu Gast)"
    rf"\s?:\s(?P<name>{NAME})"
)
"""``Une émission d'Ada Byron. Invité : Carl Roe, potier.``"""
_INVITING = ("Invit", "Ospit", "Convidad", "Gäst", "Gast")

_GUESTS = Form(
    r"\b(?i:guests) (?:are|were) (?:the )?(?:[a-z][\w-]*\s){0,4}"
    rf"(?P<one>{NAME}),? and (?:the )?(?:[a-z][\w-]*\s){{0,4}}(?P<other>{NAME})"
)
_OWN_SHOW = Form(
    rf"\b(?P<host>{NAME}) (?:recorded|records|taped|tapes) (?:an?|the|this) (?:[a-z]+ )?"
    r"(?:episode|edition) of (?:his|her|their) (?:own )?(?:podcast|show),? "
    r"(?P<show>[A-Z][\w'’&-]*(?: (?:of|the|and|in|on|for|[A-Z][\w'’&-]*)){0,5}?)"
    r"(?=[,.;]| (?:in|with|on|at|before|for|from|to)\b)"
)
"""``Ada Byron recorded an edition of her podcast Night Radio in …``"""

_FOUND_AT = Form(
    rf"(?m:^)\W{{0,4}}(?:Where to find|Connect with|Find) (?P<name>{NAME})"
    r"(?: online)?:?\W{0,3}(?m:$)"
)
_FIRST_FOUND_AT = re.compile(
    r"^\W{0,4}(?:Where to find|Connect with|Find) (?P<name>[A-Z][a-z]+)(?: online)?:?\W{0,3}$", re.M
)
_CAPITALS = re.compile(r"^(?P<name>[^\W\d_a-z]{2,20}(?: [^\W\d_a-z.'’-]{2,20}){1,2})$", re.M)
_READ = 6_000


def told_abroad(text: str) -> Iterator[tuple[str, str]]:
    """The field (``host``, ``guest``) and the name of those whom other languages call so."""
    found = _BOTH.search(text)
    for field in ("host", "guest") if found else ():
        names = re.split(_AND, found[f"{field}s"]) if found else []
        yield from ((field, bare_name(one)) for one in names if is_name(one))
    for several in _GUESTS.finditer(text) if "uests " in text else ():
        both = (several["one"], several["other"])
        yield from (("guest", bare_name(one)) for one in both if is_name(one))
    for credit in _PRESENTED.finditer(text) if "by " in text else ():
        yield from _presented(credit)
    for guest in _INVITED.finditer(text) if any(word in text for word in _INVITING) else ():
        if is_name(guest["name"]):
            yield "guest", bare_name(guest["name"])
    hosted = any(word in text for word in _HOSTING)
    for host in _HOSTED.finditer(text) if hosted else ():
        if is_name(host["name"]):
            yield "host", bare_name(host["name"])


def presented_by(line: str) -> list[tuple[str, str]]:
    """The field and name of all in a line such as ``Presented by Ada Byron, with Carl Roe.``"""
    found = _PRESENTED.match(line) if line[:1] in "PH" else None
    return list(_presented(found)) if found and not line[found.end() :].strip(" .") else []


def _presented(credit: re.Match[str]) -> Iterator[tuple[str, str]]:
    told = {"host": [credit["host"], credit["cohost"]], "guest": [credit["one"], credit["other"]]}
    for field, names in told.items():
        yield from ((field, bare_name(one)) for one in names if one and is_name(one))


def own_show(text: str) -> tuple[str, str] | None:
    """The host and the show that a text calls hers or his."""
    for own in _OWN.finditer(text):
        found = _OWN_SHOW.search(text[max(0, own.start() - _NEAR) : own.end() + _NEAR])
        if found and is_name(found["host"]) and not _LONG_AGO.match(found.string, found.end()):
            return bare_name(found["host"]), found["show"]
    return None


_OWN = re.compile(r"\b(?:his|her|their) (?:own )?(?:podcast|show)\b")
_LONG_AGO = re.compile(
    r"[^.!?\n]{0,120}\b(?:last (?:year|month|week)|years? ago|before|earlier|already|once|too)\b"
)
"""Behind it: what was recorded then is not what the page is about."""

_NEAR = 160
"""Letters around what is somebody's own."""


def found_at(text: str) -> Iterator[tuple[str, str]]:
    """``Where to find Ada Byron:`` in a letter of Carl, who signs ``CARL ROE`` at its top."""
    if " find " not in text and "Find " not in text and "onnect with" not in text:
        return
    named = {bare_name(one["name"]) for one in _FOUND_AT.finditer(text) if is_name(one["name"])}
    firsts = {one["name"] for one in _FIRST_FOUND_AT.finditer(text)}
    signed = [one["name"].title() for one in _CAPITALS.finditer(text[:_READ])]
    hosts = [name for name in signed if name.split()[0] in firsts and is_name(name)]
    if len(hosts) == 1 and len(named - set(hosts)) == 1:
        yield "host", hosts[0]
        yield "guest", (named - set(hosts)).pop()


_LINKED = re.compile(
    r"^[^\w\n]{0,4}(?:where to find|connect with|find|follow|meet|about|contact|more from|"
    r"(?:keep|get|stay) in touch with|say h(?:ello|i) to) (?:your|our|my|the|today['’]s) "
    r"(?P<role>host|guest),? (?P<name>[^\W\d_][^\n,:;!?]{4,40}?)(?: online)?[^\w\n]{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
"""``CONNECT WITH YOUR HOST, ADA BYRON``, above links"""


def linked(text: str) -> Iterator[tuple[str, str]]:
    """The field and the name of those to whom a page leads by their role."""
    for found in _LINKED.finditer(text):
        name = found["name"].title() if found["name"].isupper() else found["name"]
        if is_name(name):
            yield found["role"].lower(), bare_name(name)
