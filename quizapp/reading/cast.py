"""Who takes part: host and guests, from what the page says about them."""

from __future__ import annotations

import re

from quizapp.model import SectionKind
from quizapp.reading.adverts import bids_welcome
from quizapp.reading.cues import cued
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.people import (
    NAME,
    TRADE,
    called_guests,
    called_hosts,
    conversed_with,
    is_name,
    is_spoken_of,
    resolve,
)
from quizapp.reading.roles import speaks_of_guest
from quizapp.reading.wording import is_prose

_READ = 30_000
"""So many characters of a page are searched for people; transcripts only say names at the start."""

_INTRODUCED = 6_000
"""Characters within which a page says who talks with whom."""

_BYLINE = re.compile(r"^(?P<name>[A-Z][^\W\d_a-z][^:,\n]{1,40}), HOST:", re.MULTILINE)

_FIRST_TURNS = 6
"""So many turns from the start may hold the welcome."""

_GOES_WITH = cued(
    re.compile(
        r"\b[Ii]n (?:this|today['’]s) (?:week['’]s )?(?:episode|instal+ment|edition),?\s"
        rf"(?P<host>{NAME})\s"
        rf"[a-z]+s\s[^.!?\n]{{0,100}}?\b(?:with|to|by)\s(?:(?:the|an?)\s)?"
        rf"(?:[a-z][\w'’-]*\s){{1,4}}(?P<guest>{NAME})"
    ),
    "in",
    r"[Ii]n (?:this|today['’]s) ",
)
"""``In this episode, Ada Byron walks along a brook with the painter Carl Roe``."""

_INTERVIEWS = cued(
    re.compile(
        rf"\b(?P<host>{NAME})\s(?:(?:talks|speaks|spoke|sits down|sat down|chats)\s(?:to|with)"
        rf"|(?:asks|visits|questions|meets|calls)(?=\s(?:the|a|an)\s))"
        rf"\s(?P<before>(?:[a-z][\w'’-]*\s){{0,6}})(?P<guest>{NAME})"
        r"(?P<behind>,\s(?:(?:who|an?|the)\s(?!host)|(?:[a-z-]+\s){1,3}(?:of|at|for|from|in|and)\s))?"
        rf"|\b(?P<host2>{NAME})\s(?:interviews|interviewed|is joined by|welcomes)"
        rf"\s(?:[a-z][\w'’-]*\s){{0,6}}(?P<guest2>{NAME})"
        rf"|\b(?P<host4>{NAME})['’]s?\s(?:[a-z]+\s){{0,2}}(?:interview|conversation|talk|chat|discussion)"
        rf"\swith\s(?:the\s)?(?:[a-z][\w'’-]*\s){{0,4}}(?P<guest4>{NAME})"
        rf"|(?m:^)(?P<host5>{NAME})\s(?:with|meets|in conversation with)\s(?P<guest5>{NAME})"
        r"(?=,\s[a-z])"
        rf"|\b(?P<guest6>{NAME}),\s[a-z][^,.\n]{{3,60}},\s(?:talks|speaks|chats|spoke|talked)\s(?:to|with)"
        rf"\s(?P<host6>{NAME})(?=[.,\s])"
        rf"|\b[Cc]onversation between (?P<host7>{NAME}) and (?:the )?"
        rf"(?:[a-z][\w'’-]*\s){{1,4}}(?P<guest7>{NAME})"
        rf"|\b(?P<guest3>{NAME})\s(?:joins|joined)\s(?:host\s)?(?P<host3>{NAME})"
    ),
    "talks talked speaks spoke sits sat chats interview conversation talk chat discussion asks "
    "visits questions meets calls interviews interviewed is welcomes joins joined with",
    r"(?:talks|talked|speaks|spoke|sits down|sat down|chats|interview|conversation|talk|chat|"
    r"discussion)\s(?:to|with)\s|(?:asks|visits|questions|meets|calls)\s(?:the|an?)\s|"
    r"(?:interviews|interviewed|is joined by|welcomes|joins|joined)\s|"
    r"(?:with|meets)\s[A-ZÀ-Þ]|[Cc]onversation between ",
)
"""``Ada Byron talks to the painter Carl Roe``: whoever is described is the guest."""

_PREFIX = re.compile(rf"^(?P<name>{NAME})(?:\s?(?::|\s[-–—|]\s|,\s)|\s(?:on|talks|explains)\s)")
_BAR = re.compile(rf"\s\|\s(?P<name>{NAME})$")
_WITH = re.compile(
    rf"\b(?:with|w/|feat\.?|ft\.?|featuring)\s(?:the\s)?(?:[a-z][\w-]*\s){{0,3}}(?:Dr\.?\s|Prof\.?\s)?(?P<name>{NAME})"
)
_BY_TRADE = re.compile(r"^[A-Z][a-z]+(?:er|or|ist|ian|eer|wright|smith)\s\S+\s\S")
"""``Boatbuilder Ada Byron``, or ``Peter Paul Roe``: at the start of a sentence nothing tells."""

_TRADE = re.compile(rf"^{TRADE}$")
_OFFICE = re.compile(r"^(?:Host|Presenter|Moderator|Interviewer|Reporter|Journalist)\s(?=\S+\s\S)")
_LIKE_TRADE = re.compile(r"(?:er|or|ist|ian|eer|wright|smith|man|woman)$")

_QUESTIONS_FOR = re.compile(rf"\b[Qq]uestions (?:for|with|to) (?P<name>{NAME})$")
_WITH_AT_END = re.compile(
    rf"[,–—|(:-]\s?(?:with|w/|feat\.?|ft\.?|featuring)\s(?:the\s)?(?:[a-z][\w-]*\s){{0,3}}(?:Dr\.?\s|Prof\.?\s)?(?P<name>{NAME})\)?$"
)
"""Set apart from the title, it needs no more evidence."""

_BARS = re.compile(r"\s+[|·•–—]\s+")
_BY = re.compile(
    r"^(?:(?:posted|written|published|words|text)\s)?(?:by|hosted by)\s|\s(?:on|in)\s.*$",
    re.IGNORECASE,
)
_SHORT = 40
_SIGNED = re.compile(
    rf"^(?:(?i:interview(?:ed)?|words|questions|text|asked) )?(?i:by):?\s(?P<name>{NAME})"
    r"(?=$|\s[|·•,–—-])"
)
_INTERVIEW = 3
_TOP = 15
"""Blocks above the first question."""

_SHOWS_NAME = re.compile(
    rf"^(?:The\s)?(?P<name>{NAME})(?:['’]s)?\s(?:Podcast|Show|Experience|Hour|Report)\b"
)


def read_cast(draft: Draft) -> None:
    """Claims host and guests where the page gives evidence; leaves open what it does not tell."""
    text = draft.source.text[:_READ]
    for name in called_hosts(text):
        _claim("host", name, text, draft)
    _read_told(text, draft)
    hosted = _named_by_show(text, draft)
    if hosted:
        _claim("host", hosted, text, draft)
    _read_both(text, draft)
    titled = _of_title(text, draft)
    _read_interviews(text, titled, draft)
    other = None if titled else _perhaps_of_title(text, draft)
    for name in [*called_guests(text), *titled, *([] if other else conversed_with(text))]:
        if titled and name not in titled and _speaks_with(titled[0], name, text):
            _claim("host", name, text, draft)
        host = _host_named(name, draft)
        if host:
            if not draft.values("host"):
                _claim("host", host, text, draft)
        elif not resolve(name, draft.values("host")) and not _guest_known(name, draft):
            _claim("guest", name, text, draft)
    _read_conversing(text, draft)


_WITH_BOTH = cued(
    re.compile(
        rf"^\W{{0,3}}(?:With|Featuring|Guests?:?)\s(?P<one>{NAME})(?:,\s[a-z][^,\n]{{2,60}},?)?\s(?:and|&)"
        rf"\s(?:[a-z][\w'’-]*\s){{0,3}}(?P<other>{NAME})\W{{0,3}}$",
        re.MULTILINE,
    ),
    "with featuring guest guests",
    r"(?:With|Featuring|Guests?:?)\s",
)


def _read_both(text: str, draft: Draft) -> None:
    """``With Ada Byron and Carl Roe``: both are guests, where the host is somebody else."""
    hosts = draft.values("host")
    for found in _WITH_BOTH.finditer(text):
        names = (found["one"], found["other"])
        if hosts and all(is_name(name) and resolve(name, hosts) is None for name in names):
            for name in names:
                if not _guest_known(name, draft):
                    _claim("guest", name, text, draft)


_TOLD = cued(
    re.compile(
        r"\b(?:[Hh]e|[Ss]he|[Tt]hey|(?P<guest>(?:[A-Z][\w'’-]+\s){0,2}[A-Z][\w'’-]+))\s"
        r"(?:also\s|then\s)?(?:tells|told|explains (?:\w+ )?to|shows|describes (?:\w+ )?to)\s"
        rf"(?P<host>{NAME})\s(?:why|what|how|that|which|about|of|where|when|with|who)\b"
    ),
    "tells told shows explains describes",
    r"(?:tells|told|shows|(?:explains|describes) (?:\w+ )?to)\s[A-ZÀ-Þ]",
)
"""``She tells Carl Roe why``: whoever is told is the host."""

_CONVERSES = cued(
    re.compile(
        rf"(?m:^)\W{{0,3}}(?P<one>{NAME})\W{{0,3}}\s"
        r"(?:in conversation with|talks (?:to|with)|speaks (?:to|with)|meets|with)"
        rf"\s\W{{0,3}}(?P<other>{NAME})"
    ),
    "with meets talks speaks",
    r"(?:with|meets|talks to|speaks to)\s\W{0,3}[A-ZÀ-Þ]",
)


def _read_told(text: str, draft: Draft) -> None:
    """Claims who is told things as the host, if it is one person only."""
    named = {found["host"] for found in _TOLD.finditer(text, _INTRODUCED) if is_name(found["host"])}
    named = {name for name in named if resolve(name, draft.values("guest")) is None}
    if len(named) == 1 and not draft.values("host"):
        _claim("host", named.pop(), text, draft)


def _read_conversing(text: str, draft: Draft) -> None:
    """``Ada Byron in conversation with Carl Roe``: he is the guest, so she is the host."""
    for found in _CONVERSES.finditer(text, _INTRODUCED):
        one, other = found["one"], found["other"]
        guests = draft.values("guest")
        if draft.values("host") or not (is_name(one) and is_name(other)):
            continue
        if resolve(other, guests) and not resolve(one, guests):
            _claim("host", one, text, draft)


def _read_interviews(text: str, titled: list[str], draft: Draft) -> None:
    """Claims both sides of ``Ada Byron interviews the painter Carl Roe``."""
    for found in _GOES_WITH.finditer(text):
        host, guest = found["host"], found["guest"]
        if is_name(host) and is_name(guest) and resolve(host, [*titled, guest]) is None:
            _claim("host", host, text, draft)
            if not _guest_known(guest, draft):
                _claim("guest", guest, text, draft)
    for found in _INTERVIEWS.finditer(text, _INTRODUCED):
        host = _party(found, "host")
        guest = _without_trade(_party(found, "guest"), text)
        trade, _, bare = host.partition(" ")
        if _TRADE.match(trade) and is_name(bare) and not (found["before"] or found["behind"]):
            host, guest = guest, bare
        told = (
            found["host2"]
            or found["host3"]
            or found["host4"]
            or found["host5"]
            or found["host6"]
            or found["host7"]
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
        clear = resolve(host, draft.values("guest")) is None and not resolve(
            guest, draft.values("host")
        )
        if told and names and clear:
            _claim("host", host, text, draft)
            if not _guest_known(guest, draft):
                _claim("guest", guest, text, draft)


def _party(found: re.Match[str], side: str) -> str:
    """The name of one side, whichever of the forms matched."""
    told = next(name for key, name in found.groupdict().items() if key.startswith(side) and name)
    return _OFFICE.sub("", told)


def _without_trade(name: str, text: str) -> str:
    """``Beekeeper Ada Byron`` → ``Ada Byron``; ``Joiner`` where the page calls her ``Ada`` too."""
    first, _, rest = name.partition(" ")
    if not is_name(rest):
        return name
    alone = rf"(?<!{re.escape(first)} )\b{re.escape(rest.split()[0])}\b"
    perhaps = bool(_LIKE_TRADE.search(first)) and bool(re.search(alone, text))
    return rest if _TRADE.match(first) or perhaps else name


def _perhaps_of_title(text: str, draft: Draft) -> str | None:
    """A name that begins the title and comes again: who talks with whom is then open."""
    for title in draft.values("title"):
        found = _PREFIX.match(title)
        if found and is_name(found["name"]) and text.count(found["name"]) > 1:
            return found["name"]
    return None


def read_speaking(draft: Draft) -> None:
    """Takes the speakers of a transcript as people, and as host or guest where that is told.

    The one who bids welcome is the host; one whom the title names is a guest, if not the host.
    """
    lines: dict[str, int] = {}
    for turn in draft.turns:
        if turn.speaker and is_name(turn.speaker):
            lines.setdefault(turn.speaker, turn.line_start)
    for turn in draft.turns[:_FIRST_TURNS]:
        if turn.speaker in lines and bids_welcome(turn.text) and not draft.values("host"):
            draft.claim("host", turn.speaker, turn.line_start)
    for found in _BYLINE.finditer(draft.source.text[:_READ]):
        name = resolve(found["name"], list(lines))
        if name and not draft.values("host"):
            draft.claim("host", name, lines[name])
    for section in draft.sections:
        if section.speaker and is_name(section.speaker):
            lines.setdefault(section.speaker, section.line_start)
    titles = " ".join(draft.values("title"))
    shows = " ".join(draft.values("show"))
    for name, line in lines.items():
        known = resolve(name, [*draft.values("host"), *draft.values("guest")])
        if known is None and name in shows and not draft.values("host"):
            draft.claim("host", name, line)
        elif known is None and name in titles:
            draft.claim("guest", name, line)
        else:
            draft.claim("person", name, line)


def read_author(draft: Draft) -> None:
    """Claims who signs a page beside its day and speaks of ``my guest`` as the host."""
    if draft.values("host"):
        return
    told = draft.source.text[:_READ]
    mine = speaks_of_guest(told)
    near = draft.source.blocks[:_TOP]
    for place, block in enumerate(near):
        if block.is_item or is_prose(block.plain):
            continue
        parts = [part.strip() for part in _BARS.split(block.plain)]
        around = [*near[max(0, place - 2) : place], *near[place + 1 : place + 3]]
        beside = [other for other in around if not other.text.isalnum()]
        dates = [*parts, *(other.plain for other in beside if len(other.text) < _SHORT)]
        dated = any(find_date(part) for part in dates)
        for part in parts:
            name = _BY.sub("", part)
            if not is_name(name) or not (dated or name != part):
                continue
            if not mine and not _is_told(name, told):
                continue
            others = [*draft.values("guest"), *draft.values("show"), *draft.values("title")]
            if resolve(name, draft.values("guest")) is None and not any(
                name in other for other in others
            ):
                draft.claim("host", name, block.start)
                return


def _is_told(name: str, text: str) -> bool:
    """``She tells Ada why``, where the page is signed by Ada Byron."""
    first = re.escape(name.split()[0])
    return bool(re.search(rf"\b(?:tells|told|explains to|shows|with|asks) {first}\b", text))


def read_interviewer(draft: Draft) -> None:
    """Claims who signs a printed interview, of questions and answers throughout, as its host."""
    asked = [one for one in draft.sections if one.kind is SectionKind.QA]
    if draft.values("host") or len(asked) < _INTERVIEW or len(asked) < 0.7 * len(draft.sections):
        return
    for block in draft.source.blocks[:_TOP]:
        found = _SIGNED.match(block.plain)
        if found and block.start < asked[0].line_start and is_name(found["name"]):
            if resolve(found["name"], draft.values("guest")) is None:
                draft.claim("host", found["name"], block.start)
            return


def _speaks_with(guest: str, name: str, text: str) -> bool:
    """``Ada Byron … in conversation with Carl Roe``: she is the guest, so he is the host."""
    return bool(
        re.search(
            rf"{re.escape(guest)}\b[^\n!?]{{0,600}}\b"
            rf"(?:in (?:a )?conversation|talks|speaks|sits down) with {re.escape(name)}",
            text,
        )
    )


def _claim(field: str, name: str, text: str, draft: Draft) -> None:
    if field == "host" and draft.values("host"):
        return
    place = text.find(name)
    draft.claim(field, name, _line_of(place, draft) if place >= 0 else 1)


def _line_of(place: int, draft: Draft) -> int:
    passed = 0
    for number, line in draft.source.told:
        passed += len(line) + 1
        if passed > place:
            return number
    return 1


def _guest_known(name: str, draft: Draft) -> bool:
    return resolve(name, draft.values("guest")) is not None


def _host_named(name: str, draft: Draft) -> str | None:
    """The name, where the show is called after it."""
    shows = " ".join(draft.values("show")).lower()
    return name if name.lower() in shows else None


def _named_by_show(text: str, draft: Draft) -> str | None:
    """The person a show is called after, where the text speaks of that person too."""
    for show in draft.values("show"):
        found = _SHOWS_NAME.match(show)
        name = found["name"] if found else ""
        if not is_name(name):
            continue
        first, last = re.escape(name.split()[0]), name.split()[-1]
        elsewhere = text.replace(show, " ")
        spoken = re.search(
            rf"[(\[]{first} (?:laugh|chuckl|sigh)"
            rf"|\b(?:I['’]m|I am|host,?|with|me,?|at|by) {first}\s\w*{re.escape(last[:4])}",
            draft.source.text,
        )
        if spoken or is_spoken_of(name, elsewhere):
            return name
    return None


def _of_title(text: str, draft: Draft) -> list[str]:
    """``Ada Byron: Engines`` and ``Engines, with Ada Byron``, where the text speaks of her."""
    found = [
        match["name"]
        for title in draft.values("title")
        for match in (_PREFIX.match(title), _WITH.search(title), _BAR.search(title))
        if match
    ]
    titles = draft.values("title")
    sure = [m["name"] for title in titles if (m := _WITH_AT_END.search(title))]
    asked = [m["name"] for title in titles if (m := _QUESTIONS_FOR.search(title))]
    sure, found = sure + asked, found + asked
    told = speaks_of_guest(text)
    return [
        name
        for name in found
        if is_name(name)
        and (name in sure or is_spoken_of(name, text) or (told and _begins_sentence(name, text)))
    ]


def _begins_sentence(name: str, text: str) -> bool:
    """``Ada Byron sailed …`` at the start of a line."""
    return bool(re.search(rf"(?m)^{re.escape(name)}\s[a-z]+\s", text))
