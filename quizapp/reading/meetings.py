"""Both sides of a meeting that a page tells of: ``Ada Byron talks to the painter Carl Roe``."""

from __future__ import annotations

import re

from quizapp.reading.books import is_book
from quizapp.reading.callings import TRADE
from quizapp.reading.cues import cued
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.history import is_met_in_story
from quizapp.reading.names import NAME, bare_name, full_name, is_name
from quizapp.reading.nobodies import is_nobody
from quizapp.reading.people import resolve

_INTRODUCED = 6_000
"""Characters within which a page says who talks with whom."""

_GOES_WITH = cued(
    Form(
        r"\b[Ii]n (?:this|today['’]s) (?:week['’]s )?(?:episode|instal+ment|edition),?\s"
        rf"(?P<host>{NAME})\s"
        rf"[a-z]+s\s[^.!?\n]{{0,100}}?\b(?:with|to|by)\s(?:(?:the|an?)\s)?"
        rf"(?:[a-z][\w'’-]*\s){{1,4}}(?P<guest>{NAME})"
    ),
    "in",
    r"[Ii]n (?:this|today['’]s) ",
)
"""``In this episode, Ada Byron walks along a brook with the painter Carl Roe``."""

_HOST_GOES = cued(
    Form(
        rf"(?:(?m:^)|[.!?]\s)(?:The |Our |Your )?(?:[Pp]resenter|[Hh]ost) (?P<host>{NAME})\s"
        r"(?:(?:asks|presses|quizzes|questions|grills)\s"
        r"(?:(?!(?:why|how|what|whether|if|when|where|who|whom|which|about|on|for|that|and|or|of|"
        r"late)\s)"
        r"[a-z][\w'’-]*\s){1,5}(?:(?:Dr|Prof|Professor)\.?\s)?"
        r"|[a-z]+s\s[^.!?\n]{0,100}?\b(?:with\s(?:(?:the|an?)\s)?"
        r"(?:(?:[a-z][\w'’-]*\s){1,4}(?:(?:Dr|Prof|Professor)\.?\s)?|(?:Dr|Prof|Professor)\.?\s)"
        r"|to\s(?:meet|visit|see|interview|(?:talk|speak)\s(?:to|with))\s(?:(?:the|an?)\s)?"
        r"(?:[a-z][\w'’-]*\s){0,4}(?:(?:Dr|Prof|Professor)\.?\s)?))"
        rf"(?P<guest>{NAME})"
    ),
    "presenter host",
    r"[Pp]resenter |[Hh]ost ",
)
"""``Presenter Ada Byron climbs down a well with Dr Carl Roe``, ``… to meet Carl Roe``.

So does ``Host Ada Byron asks the potter Carl Roe what …``.
"""

_TITLED = r"(?:(?:[A-Z][a-z]+(?:\s[a-z]+)?\s)?(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"
"""``Dr``, also behind a trade: ``joined by Historian Dr. Ada Byron``."""

_INTERVIEWS = cued(
    Form(
        rf"\b(?P<host>{NAME})\s"
        r"(?:(?:talks|talked|speaks|spoke|sits down|sat down|chats)\s(?:to|with)"
        rf"|(?:asks|visits|questions|meets|calls)(?=\s(?:the|a|an)\s))"
        rf"\s(?P<before>(?:[a-z][\w'’-]*\s){{0,6}}){_TITLED}"
        rf"(?P<guest>{NAME})"
        r"(?P<behind>,\s(?:(?:who|an?|the)\s(?!host)|(?:[a-z-]+\s){1,3}(?:of|at|for|from|in|and)\s))?"
        rf"|\b(?P<host2>{NAME})\s(?:interviews|interviewed|is joined by|welcomes)"
        rf"\s(?:[a-z][\w'’-]*\s){{0,6}}{_TITLED}(?P<guest2>{NAME})"
        rf"|\b(?P<host4>{NAME})['’]s?\s(?:[a-z]+\s){{0,2}}(?:interview|conversation|talk|chat|discussion)"
        rf"\swith\s(?:the\s)?(?:[a-z][\w'’-]*\s){{0,4}}(?P<guest4>{NAME})"
        r"|(?m:^)(?:(?:In (?:this|today['’]s|our) (?:[a-z]+ )?(?:episode|conversation|interview)"
        r"|This (?:week|time) on|Today on)(?: [^,.!?:\n]{2,60})?,? )?"
        rf"(?P<host5>{NAME})\s(?:with|meets|in conversation with)\s(?P<guest5>{NAME})"
        r"(?=,\s[a-z])"
        rf"|\b(?P<guest6>{NAME}),\s[a-z][^,.\n]{{3,60}},\s(?:talks|speaks|chats|spoke|talked)\s(?:to|with)"
        rf"\s(?P<host6>{NAME})(?=[.,\s])"
        rf"|\b[Cc]onversation between (?P<host7>{NAME}) and "
        rf"(?:(?:the )?(?:[a-z][\w'’-]*\s){{1,4}}|(?:Dr|Prof|Professor)\.?\s)(?P<guest7>{NAME})"
        rf"|\b[Ii]nterview (?:[a-z]+ )?by (?P<host8>{NAME}) (?:with|of) "
        rf"(?:(?:the )?(?:[a-z][\w'’-]*\s){{1,4}})?{_TITLED}(?P<guest8>{NAME})"
        rf"|\b(?P<guest3>{NAME})\s(?:joins|joined)\s(?:host\s)?(?P<host3>{NAME})"
    ),
    "talks talked speaks spoke sits sat chats interview conversation talk chat discussion asks "
    "visits questions meets calls interviews interviewed is welcomes joins joined with",
    r"(?:talks|talked|speaks|spoke|sits down|sat down|chats|interview|conversation|talk|chat|"
    r"discussion)\s(?:to|with)\s|(?:asks|visits|questions|meets|calls)\s(?:the|an?)\s|"
    r"(?:interviews|interviewed|is joined by|welcomes|joins|joined)\s|"
    r"(?:with|meets)\s[A-ZÀ-Þ]|[Cc]onversation between |interview (?:[a-z]+ )?by [A-ZÀ-Þ]",
)
"""``Ada Byron talks to the painter Carl Roe``: whoever is described is the guest."""

_BY_TRADE = re.compile(r"^[A-Z][a-z]+(?:er|or|ist|ian|eer|wright|smith)\s\S+\s\S")
"""``Boatbuilder Ada Byron``, or ``Peter Paul Roe``: at the start of a sentence nothing tells."""

_TRADE = Form(rf"^{TRADE}$")

_OFFICE = re.compile(r"^(?:Host|Presenter|Moderator|Interviewer|Reporter|Journalist)\s(?=\S+\s\S)")

_HOST_BEFORE = re.compile(r"(?:Host|Presenter|Moderator|Interviewer)\s")

_CALLED_HOST = re.compile(r"\b(?:co-?host|host|presenter|interviewer)\s$", re.IGNORECASE)

_OFFICE_LETTERS = 16

_LIKE_TRADE = re.compile(r"(?:er|or|ist|ian|eer|wright|smith|man|woman)$")

_WITH_BOTH = cued(
    Form(
        rf"^\W{{0,3}}(?:With|Featuring|Guests?:?)\s(?P<one>{NAME})(?:,\s[a-z][^,\n]{{2,60}},?)?\s(?:and|&)"
        rf"\s(?:(?!of\b|at\b|from\b|in\b|for\b)[a-z][\w'’-]*\s){{0,3}}(?P<other>{NAME})\W{{0,3}}$",
        re.MULTILINE,
    ),
    "with featuring guest guests",
    r"(?:With|Featuring|Guests?:?)\s",
)


def read_both(text: str, draft: Draft) -> None:
    """``With Ada Byron and Carl Roe``: both are guests, where the host is somebody else."""
    hosts = draft.values("host")
    each = _EACH_WITH.search(text[:_INTRODUCED]) if " and " in text else None
    for found in (*_WITH_BOTH.finditer(text), *([each] if each else [])):
        names = (found["one"], found["other"])
        if hosts and all(is_name(name) and resolve(name, hosts) is None for name in names):
            for name in names:
                if not guest_known(name, draft):
                    claim_person("guest", name, text, draft)


_EACH_WITH = Form(
    rf"(?:^|[.!?]\s)(?:With|Featuring|Guests?:?)\s{_TITLED}(?P<one>{NAME}),\s"
    rf"(?P<what>(?:[a-z]|[A-Z][a-z]+\s(?:of|at|for)\b)[^.;!?\n]{{2,90}}?),?\s(?:and|&)\s{_TITLED}"
    rf"(?P<other>{NAME})(?=,\s[a-z]|\.(?:\s|$)|$)",
    re.MULTILINE,
)
"""``With Ada Byron, keeper of bells, and Dr Carl Roe, historian of towers.``"""

_HONOUR = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"

_JOINED_BY = Form(
    rf"\b(?:are|am|is|were|was) (?:[a-z]+ )?(?:to be )?joined by {_HONOUR}(?P<one>{NAME})"
    rf"(?:,? (?:of|from) [^.;!?]{{3,50}}?)?,? and {_HONOUR}(?P<other>{NAME})\b",
    needs="joined by ",
)
"""``we are joined by Ada Byron of Night Radio and Carl Roe``"""


def read_joined(text: str, draft: Draft) -> None:
    """Claims both whom somebody is joined by as guests."""
    _read_own_talk(text[:_INTRODUCED], draft)
    found = _JOINED_BY.search(text[:_INTRODUCED])
    for name in (found["one"], found["other"]) if found else ():
        known = guest_known(name, draft) or resolve(name, draft.values("host"))
        if is_name(name) and not known:
            claim_person("guest", name, text, draft)


_OWN_TALK = Form(
    r"\b(?:[Tt]his (?:week|month|time)|[Tt]oday|[Ii]n this episode),? (?:I|we) "
    r"(?:talk|speak|chat|talked|spoke|chatted|sit down|sat down|am joined|are joined) "
    rf"(?:to|with|by) (?:the )?(?:[a-z][\w-]* ){{0,3}}{_HONOUR}(?P<name>{NAME})"
    r"(?=[,.]| who | about )"
)
"""``This week I talk to the weaver Ada Byron, who …``"""


def _read_own_talk(text: str, draft: Draft) -> None:
    found = _OWN_TALK.search(text) if not draft.values("guest") else None
    name = bare_name(found["name"]) if found else ""
    if name and is_name(name) and resolve(name, draft.values("host")) is None:
        claim_person("guest", name, text, draft)


_BOTH_ON = Form(
    rf"(?m:^)(?:{TRADE}\s)?(?P<one>{NAME}) and (?P<other>{NAME})\s"
    r"(?:on|talk about|discuss|about)\s(?:what|how|why|when|where|the|an?)\s"
)


_AND_ON = re.compile(r" and [^\W\d_a-z][^\n.!?,]{3,40} (?:on|talk about|discuss|about) ")


def read_both_on(text: str, draft: Draft) -> None:
    """``Potter Ada Byron and Carl Roe on how clay dries``: both take part, whoever asks."""
    near = text[:_INTRODUCED]
    found = _BOTH_ON.search(near) if _AND_ON.search(near) else None
    if not found:
        return
    for name in (without_trade(found["one"], text), found["other"]):
        if is_name(name) and resolve(name, draft.people) is None:
            claim_person("person", name, text, draft)


_TOLD = cued(
    Form(
        r"\b(?:[Hh]e|[Ss]he|[Tt]hey|(?<=, )and|(?P<guest>(?:[A-Z][\w'’-]+\s){0,2}[A-Z][\w'’-]+))\s"
        r"(?:also\s|then\s)?(?:tells|told|explains (?:\w+ )?to|shows|describes (?:\w+ )?to)\s"
        r"(?:[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,3}['’]s\s)?"
        rf"(?P<host>{NAME})\s(?:why|what|how|that|which|about|of|where|when|with|who)\b"
        r"|\btells (?:the|this|his|her|their) (?:[a-z]+ )?(?:story|tale) to "
        rf"(?P<host2>{NAME})(?=[.,])"
    ),
    "tells told shows explains describes",
    r"(?:tells|told|shows|(?:explains|describes) (?:\w+ )?to)\s[A-ZÀ-Þ]|"
    r"tells (?:the|this|his|her|their) (?:[a-z]+ )?(?:story|tale) to [A-ZÀ-Þ]",
)
"""``She tells (Night Radio's) Carl Roe why``: whoever is told is the host."""

_CONVERSES = cued(
    Form(
        rf"(?m:^)\W{{0,3}}(?P<one>{NAME})\W{{0,3}}\s"
        r"(?:in conversation with|talks (?:to|with)|speaks (?:to|with)|meets|with)"
        rf"\s\W{{0,3}}(?P<other>{NAME})"
    ),
    "with meets talks speaks",
    r"(?:with|meets|talks to|speaks to)\s\W{0,3}[A-ZÀ-Þ]",
)


def read_told(text: str, draft: Draft) -> None:
    """Claims who is told things as the host, if it is one person only."""
    told = (found["host"] or found["host2"] for found in _TOLD.finditer(text, _INTRODUCED))
    named = {
        name for name in told if is_name(name) and resolve(name, draft.values("guest")) is None
    }
    if len(named) == 1 and not draft.values("host"):
        claim_person("host", named.pop(), text, draft)


def read_conversing(text: str, draft: Draft) -> None:
    """``Ada Byron in conversation with Carl Roe``: he is the guest, so she is the host."""
    for found in _CONVERSES.finditer(text, _INTRODUCED):
        one, other = found["one"], found["other"]
        guests = draft.values("guest")
        if one in draft.values("show") and is_name(other) and not resolve(other, guests):
            claim_person("host", other, text, draft)
        shown = one in draft.values("show")
        if shown or draft.values("host") or not (is_name(one) and is_name(other)):
            continue
        if resolve(other, guests) and not resolve(one, guests):
            claim_person("host", one, text, draft)
        elif resolve(one, guests) and not resolve(other, guests):
            claim_person("host", other, text, draft)  # she speaks with her host


def read_interviews(text: str, titled: list[str], draft: Draft) -> None:
    """Claims both sides of ``Ada Byron interviews the painter Carl Roe``."""
    goes = (one for one in _HOST_GOES.finditer(text, _INTRODUCED) if not _others_meet(one, text))
    for found in (*_GOES_WITH.finditer(text), *goes):
        host, guest = found["host"], found["guest"]
        if is_name(host) and is_name(guest) and resolve(host, [*titled, guest]) is None:
            claim_person("host", host, text, draft)
            if not guest_known(guest, draft):
                claim_person("guest", guest, text, draft)
    for found in _INTERVIEWS.finditer(text, _INTRODUCED):
        if is_met_in_story(found, [_party(found, "host"), _party(found, "guest")], text, draft):
            continue
        host = _party(found, "host")
        guest = without_trade(_party(found, "guest"), text)
        trade, _, bare = host.partition(" ")
        if _TRADE.match(trade) and is_name(bare) and not (found["before"] or found["behind"]):
            host, guest = guest, bare
        elif _TRADE.match(trade) and is_name(bare):
            host = bare
        called = _HOST_BEFORE.match(found[0]) or _CALLED_HOST.search(
            text, max(0, found.start() - _OFFICE_LETTERS), found.start()
        )
        told = (
            called
            or found["host2"]
            or found["host3"]
            or found["host4"]
            or found["host5"]
            or found["host6"]
            or found["host7"]
            or found["host8"]
            or found["before"]
            or found["behind"]
            or guest == bare
        )
        if "host" in (found["before"] or ""):
            host, guest = guest, host
        names = (
            not _BY_TRADE.match(host)
            and not _BY_TRADE.match(guest)
            and is_name(host)
            and is_name(guest)
            and resolve(host, [*titled, guest]) is None
        )
        if host in draft.values("show"):
            continue
        if not called and _signs_more(host, guest, draft.source.text):
            host, guest = guest, host
        clear = resolve(host, draft.values("guest")) is None and not resolve(
            guest, draft.values("host")
        )
        if told and names and clear:
            claim_person("host", host, text, draft)
            if not (guest_known(guest, draft) or _is_place(found)):
                claim_person("guest", guest, text, draft)


_TO_MEET = re.compile(
    r"\bto\s(?:meet|visit|see|interview|(?:talk|speak)\s(?:to|with))\s[^.!?]{0,80}$"
)
_TELLS_HOW = re.compile(r"\b(?:how|that|when|where|why)\b")
_BETWEEN = Form(
    r"(?<!\bto )(?<!\bin )(?<!\bat )(?<!\binto )(?<!\bfrom )(?<!\bover )(?<!\bthrough )"
    rf"(?<!\bacross )(?<!\bof )(?<!\bthe )\b(?P<name>{NAME})"
)


def _others_meet(found: re.Match[str], text: str) -> bool:
    """``Host Ada Byron tells how Carl Roe walked to meet Eve Low``: that is no meeting of hers."""
    between = text[found.end("host") : found.start("guest")]
    if not _TO_MEET.search(between):
        return False
    names = any(is_name(one["name"]) for one in _BETWEEN.finditer(between))
    return names or bool(_TELLS_HOW.search(between))


def _signs_more(one: str, other: str, text: str) -> bool:
    """Whether the quotes of a page are signed by one of two, who then is the guest."""
    signed = [
        len(re.findall(rf"(?m)^\W*(?:by )?{re.escape(name)}(?:, [^\n]{{0,60}})?\W*$", text))
        for name in (one, other)
    ]
    return signed[0] >= _SIGNED and signed[0] > 2 * signed[1]


def signed_by(name: str, text: str, draft: Draft) -> str:
    """Who speaks with somebody and signs the quotes of the page, unlike the other; or nobody."""
    for found in _CONVERSES.finditer(text, _INTRODUCED):
        one, other = found["one"], found["other"]
        met = is_name(one) and resolve(other, [name]) is not None
        if met and _signs_more(one, other, draft.source.text):
            return one
    return ""


_SIGNED = 3
"""Quotes with a name on a line of its own."""


def _party(found: re.Match[str], side: str) -> str:
    """The name of one side, whichever of the forms matched."""
    told = next(name for key, name in found.groupdict().items() if key.startswith(side) and name)
    return _OFFICE.sub("", _OF_SHOW.sub("", told))


_OF_SHOW = re.compile(r"^(?:\S+ ){0,4}?\S+['’]s (?=\S+ \S)")
"""``Night Radio's``, before whoever asks there"""

_PLACE = re.compile(r"\b(?:of|at|from|in|near) $")


def _is_place(found: re.Match[str]) -> bool:
    """``talks with the mayor of Castle Rock``: what stands behind ``of`` is not who is met."""
    return "guest" in found.groupdict() and _PLACE.search(found["before"] or "") is not None


def without_trade(name: str, text: str) -> str:
    """``Beekeeper Ada Byron`` → ``Ada Byron``; ``Joiner`` where the page calls her ``Ada`` too."""
    first, _, rest = name.partition(" ")
    if not is_name(rest):
        return name
    alone = rf"(?<!{re.escape(first)} )\b{re.escape(rest.split()[0])}\b"
    perhaps = bool(_LIKE_TRADE.search(first)) and bool(re.search(alone, text))
    return rest if _TRADE.match(first) or perhaps else name


def claim_person(field: str, name: str, text: str, draft: Draft) -> None:
    """Claims a person at the line that names them first; a page has one host by prose.

    ``Dr Ada``, whose name goes on in another caption, is nobody's full name.
    """
    if (field == "host" and draft.values("host")) or " " not in bare_name(name):
        return
    if field == "guest" and is_book(name, text):
        return
    if is_nobody(name, text):
        return
    if re.search(rf"\b{re.escape(name)} host {NAME}", text):
        return  # "Night Radio host Ada Byron" names a show first
    place = text.find(name)
    name = full_name(name, draft.source.text)
    draft.claim(field, name, _line_of(place, draft) if place >= 0 else 1)


def _line_of(place: int, draft: Draft) -> int:
    passed = 0
    for number, line in draft.source.told:
        passed += len(line) + 1
        if passed > place:
            return number
    return 1


def guest_known(name: str, draft: Draft) -> bool:
    """Whether somebody is a guest already, in any spelling."""
    return resolve(name, draft.values("guest")) is not None
