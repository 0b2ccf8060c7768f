"""The host as ordinary prose tells: ``Ada Byron and her guest``, ``she joins presenter Ada``."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.callings import TRADE
from quizapp.reading.cues import cued
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import claim_person, without_trade
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, trimmed

_READ = 6_000

_HONOUR = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"
_VERBS = (
    r"(?:(?:talks|talked|speaks|spoke|sits down|sat down|chats|chatted|walks|goes|travels)"
    r"\s(?:to|with)"
    r"|joins|joined|meets|met|visits|visited|asks|asked|tells|told|shows|showed|interviews|"
    r"interviewed|welcomes|questions)"
)
_MEETING = cued(
    Form(
        rf"\b(?P<one>{NAME})\s{_VERBS}\s(?:(?:the|an?|our)\s)?(?:[a-z][\w'’-]*\s){{0,4}}{_HONOUR}"
        rf"(?P<other>{NAME})"
    ),
    "talks talked speaks spoke sits sat chats chatted walks goes travels joins joined meets met "
    "visits visited asks asked tells told shows showed interviews interviewed welcomes questions",
    rf"{_VERBS}\s",
)
"""``Ada Byron joins Carl Roe on his night count``: of two, of whom one is known as the guest"""

_LED = cued(
    Form(
        rf"\b(?P<one>{NAME})\s(?:walks|takes|guides|leads|talks|steers)\s(?P<other>{NAME})\s"
        r"(?:through|over|across|into|around|along)\b"
    ),
    "walks takes guides leads talks steers",
    r"(?:walks|takes|guides|leads|talks|steers)\s[A-ZÀ-Þ]",
)
"""``Carl Roe walks Ada Byron through …``: whoever is led is the host."""

_HER_GUEST = Form(
    rf"\b(?P<name>{NAME}) and (?:his|her|their) guests?(?:,\s|\s(?:the |an? )?(?:[a-z-]+ ){{0,4}}"
    rf"(?={NAME}))",
    needs=" guest",
)
"""``Ada Byron and her guest, potter Carl Roe, …``"""

_THEN_GUEST = Form(
    rf"\b(?:from|by|with|of|to|is) (?P<name>{NAME})(?:[.;:]|,? and) (?:[Hh]is|[Hh]er|[Tt]heir) "
    r"guests?(?=[ ,:])",
    needs=" guest",
)
"""``Another good one from Ada Byron. Her guest Carl Roe …``"""

_AND_SHE = Form(
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey) and (?:(?:our |the )?(?:host|presenter) )?(?P<name>{NAME}) "
    r"(?:also )?(?:talk|discuss|speak|chat|explore|look|dig|cover|trace|unpack|compare|argue|"
    r"wonder|consider|work through|get into|sit down|go (?:through|over|into))\b",
    needs=" and ",
)
"""``Carl Roe mends bells. She and Ada Byron talk about …``: of her it is told, Ada asks."""

_TO_HOST = Form(
    r"\b(?:[Hh]e|[Ss]he) (?:(?:now|also|even) )?(?:tells|shows|admits to|explains to|confides in|"
    rf"confesses to|talks to|talks with|speaks to|speaks with) (?P<name>{NAME})",
)
"""``Carl Roe mends bells. He tells Ada Byron …``, now and not long ago"""

_TO_HOUSE = Form(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:recently )?(?:spoke|speaks|talked|talks|sat down) (?:to|with) "
    r"(?:the )?(?:[A-Z][\w&-]* ){0,3}[A-Z][\w&-]*['’]s? "
    rf"(?P<name>{NAME})"
)
"""``Carl Roe mends bells. He spoke to the Night Mail's Ada Byron …``: a house sends who asks."""

_ASKING = Form(
    rf"(?P<name>{NAME}) (?:spends|spent|visits|visited|sits|sat|follows|followed|walks|walked|"
    r"meets|met|goes|went|climbs|travels) [^.!?]{3,90} (?:and|to) asks?\b",
    needs=" ask",
)
"""``Ada Byron spends a day at his table and asks what …``"""

_MEETS_HIM = Form(
    rf"(?m:^)(?P<guest>{NAME}) [a-z][^\n]{{10,600}}?\b(?P<name>{NAME}) "
    r"(?:sits|sat) down with (?:him|her|them)\b",
    needs=" down with ",
)
"""``Carl Roe runs a mill. In this episode Ada Byron sits down with him``"""

_JOINS = Form(
    rf"(?m:^)(?P<guest>{NAME}) (?!hosts|presents)[a-z][^\n]{{10,600}}?[.!] (?:She|He|They) "
    r"(?:joins|joined|sits down with|sat down with) "
    r"(?P<host>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)\b",
    needs=" ",
)
"""``Carl Roe mends bells. He joins Ada to talk about …``, where Ada Byron is known as the host"""

_TO_TALK = Form(
    rf"(?m:^)(?P<guest>{NAME}) (?!hosts|presents)[a-z][^\n]{{10,600}}?[.!] (?:She|He|They) "
    rf"(?:joins|joined|sits down with|sat down with) (?:the |our )?(?:[a-z-]+ ){{0,3}}"
    rf"(?P<host>{NAME}) (?:[^.!?\n]{{0,80}}? )?to (?:talk|speak|chat) about (?:his|her|their) ",
    needs=" to ",
)
"""``Carl Roe found a diary. He joined librarian Ada Byron on stage to talk about his book``"""

_EVERY_WEEK = Form(
    r"\b(?:[Ee]very|[Ee]ach) (?:(?:second|other|third|single) )?"
    r"(?:[Ww]eek|[Mm]onth|[Dd]ay|[Ff]ortnight|[Ee]pisode|"
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?P<name>{NAME}) "
    r"(?:talks|speaks|chats|sits down) (?:to|with) (?!him\b|her\b|them\b)[a-z]",
)
"""``Every second Thursday, Ada Byron talks to people who …``"""

_PRESENTER = Form(
    r"\b(?:(?:joins?|joined|with|tells|told|asks|to|and|meets|shows) (?:the |our |your )?presenter"
    r"|(?:[Tt]he|[Oo]ur|[Yy]our) (?:presenter|host|interviewer|podcaster) (?:is|was))"
    rf" {_HONOUR}(?P<name>{NAME})",
)
"""``She joins presenter Ada Byron``, ``The presenter is Ada Byron``"""

_PRESENTING = ("presenter", "host", "interviewer", "podcaster")

_WORDS = r"[A-Z][\w'’&-]*(?: (?:(?:of|the|and|in|on|for|to|a|&) )?[A-Z][\w'’&-]*){0,5}"
_MADE_BY = Form(
    rf"(?:(?m:^)|[.!?] )(?P<show>{_WORDS}) is (?:an?|the) "
    r"(?:(?!television|tv|comic|book)[a-z-]+ ){0,4}"
    r"(?:show|podcast|programme|program|series)(?: [a-z]+ [a-z ]{2,40}?)?,? "
    r"(?:by|from|hosted by|made by|run by|presented by|with) "
    rf"(?:the )?(?:[a-z][\w-]* ){{0,4}}{_HONOUR}(?P<name>{NAME})",
)
"""``Night Radio is a show by the structural engineer Ada Byron``"""

_HOSTS = Form(
    rf"(?P<name>{NAME}) (?:hosts|presents) (?P<show>{_WORDS}), (?:an?|the|our) "
    r"(?:[a-z][\w-]* ){0,3}(?:podcast|show|programme|program|series)\b",
    needs=", ",
)
"""``Ada Byron hosts Night Radio, a podcast about bells.``"""

_THAT_SHE_MAKES = Form(
    rf"\b(?P<show>{_WORDS}), (?:the|an?) (?:[a-z-]+ ){{0,3}}"
    rf"(?:show|podcast|programme|program|series) (?:that |which )?(?P<name>{NAME}) "
    r"(?:records|hosts|makes|presents|runs|produces|publishes)\b",
    needs=", ",
)
"""``Night Radio, the podcast that Ada Byron records``"""

_LONGEST = 40
"""Letters of a show's name."""

_DATED, _BESIDE = re.compile(r"\b[Ii]n (?:1\d{3}|20\d\d)\b"), 30
"""What happened in a year is history, and no talk of a host's."""


def read_show_made(text: str, draft: Draft) -> None:
    """Claims a show and who makes it, where the page says so and names neither."""
    near = text[:_READ]
    found = _MADE_BY.search(near) if " is a" in near or " is the" in near else None
    if found is None and (" hosts " in near or " presents " in near):
        found = _HOSTS.search(near)
    found = found or _THAT_SHE_MAKES.search(near)
    if found is None or not is_name(found["name"]):
        return
    hosts, known = draft.values("host"), draft.values("show")
    if hosts and (known or resolve(found["name"], hosts) is None):
        return
    show = trimmed(found["show"])
    if len(show) > _LONGEST or not is_name_of_show(show) or (known and show not in known):
        return
    if not hosts:
        claim_person("host", bare_name(found["name"]), text, draft)
    if not known:
        draft.claim("show", show, 1)
        _shorten_titles(show, draft)


def _shorten_titles(show: str, draft: Draft) -> None:
    """``Deep Sleep: Night Radio`` → ``Deep Sleep``, now that the show is known."""
    for place, claim in enumerate(draft.claims):
        title = claim.value.removesuffix(f": {show}") if claim.field == "title" else claim.value
        if title != claim.value:
            draft.claims[place] = replace(claim, value=title)


_OWN = Form(
    rf"\b(?P<name>{NAME})['’]s? (?:own |weekly |daily |new |radio |long-running ){{0,2}}"
    rf"(?:podcast|show|programme|program|series),? (?P<show>{_WORDS})(?= [a-z(–—]|[.,:;)]|$)",
)
"""``Ada Byron's podcast Night Radio asks …``"""


def _read_own_show(text: str, draft: Draft) -> None:
    """Claims show and host of a page that tells whose show it is, at its start."""
    found = _OWN.search(text[:_TOP])
    if found is None or draft.values("host") or not is_name(found["name"]):
        return
    show, known = trimmed(found["show"]), draft.values("show")
    if resolve(found["name"], draft.values("guest")) is not None or (known and show not in known):
        return
    if not is_name_of_show(show) or text.count(show) < _TWICE:
        return
    draft.claim("host", bare_name(found["name"]), 1)
    if not known:
        draft.claim("show", show, 1)


_TOP = 1_500
_TWICE = 2
"""A show that is told of once may be another one."""


def read_prose_hosts(text: str, draft: Draft) -> None:
    """Claims the host whom the first paragraphs tell, where nothing else does."""
    read_show_made(text, draft)
    _read_own_show(text, draft)
    _read_joining(text[:_READ], draft)
    if draft.values("host"):
        return
    name = _with_guest(text[:_READ], draft) or _of_guest(text[:_READ], draft)
    name = name or _of_habit(text[:_READ], draft)
    if name:
        claim_person("host", name, text, draft)


def _read_joining(text: str, draft: Draft) -> None:
    """Claims the guest who joins the host whom the page knows, in the sentence behind the first."""
    hosts = draft.values("host")
    told = None if hosts or draft.values("guest") else _TO_TALK.search(text)
    if told and is_name(told["guest"]) and is_name(told["host"]):
        claim_person("host", bare_name(told["host"]), text, draft)
        claim_person("guest", bare_name(told["guest"]), text, draft)
        return
    found = _JOINS.search(text) if hosts and not draft.values("guest") else None
    if found is None or not is_name(found["guest"]) or resolve(found["host"], hosts) is None:
        return
    if resolve(found["guest"], hosts) is None:
        claim_person("guest", bare_name(found["guest"]), text, draft)


def _of_habit(text: str, draft: Draft) -> str | None:
    """Who sits down with ``him``, the guest told of before, or talks to people each week."""
    met = _MEETS_HIM.search(text)
    if met and is_name(met["name"]) and is_name(met["guest"]):
        host, guest = bare_name(met["name"]), bare_name(met["guest"])
        if resolve(guest, draft.values("guest") or [guest]) and not resolve(host, [guest]):
            if not draft.values("guest"):
                claim_person("guest", guest, text, draft)
            return host
    found = _EVERY_WEEK.search(text)
    if found is None or not is_name(found["name"]):
        return None
    name = bare_name(found["name"])
    return name if resolve(name, draft.values("guest")) is None else None


def read_with_guest(text: str, draft: Draft) -> None:
    """Claims the host of ``an hour with Ada Byron and her guest``, before such an hour is hers."""
    name = None if draft.values("host") else _with_guest(text[:_READ], draft)
    if name:
        claim_person("host", name, text, draft)


def _with_guest(text: str, draft: Draft) -> str | None:
    """The one name that stands with a word for the host."""
    presents = any(word in text for word in _PRESENTING)
    found = [*_HER_GUEST.finditer(text), *(_PRESENTER.finditer(text) if presents else ())]
    found += _THEN_GUEST.finditer(text)
    found += _AND_SHE.finditer(text) if draft.values("guest") else ()
    names = {bare_name(without_trade(one["name"], text)) for one in found}
    told = {n for n in names if is_name(n) and resolve(n, draft.values("guest")) is None}
    return told.pop() if len(told) == 1 else None


def _of_guest(text: str, draft: Draft) -> str | None:
    """The one who is told to meet somebody whom the page knows as its guest."""
    guests = draft.values("guest")
    named = guests or draft.values("person")
    forms = (_TO_HOST, _TO_HOUSE, _ASKING) if len(named) == 1 else ()
    shown = [one for form in forms for one in form.finditer(text)]
    told = {name for one in shown if is_name(name := _bare(one["name"], text))}
    told = {name for name in told if resolve(name, named) is None}
    if len(guests) != 1:
        return told.pop() if len(told) == 1 else None
    for found in (*_MEETING.finditer(text), *_LED.finditer(text)):
        if _DATED.search(text, max(0, found.start() - _BESIDE), found.end() + _BESIDE):
            continue
        one, other = (_bare(found[side], text) for side in ("one", "other"))
        met = [name for name in (one, other) if resolve(name, guests) is not None]
        rest = [name for name in (one, other) if resolve(name, guests) is None]
        if len(met) == 1 and is_name(rest[0]) and not _is_trade(rest[0]):
            told.add(rest[0])
    return told.pop() if len(told) == 1 else None


def _bare(name: str, text: str) -> str:
    return bare_name(without_trade(name, text))


def _is_trade(name: str) -> bool:
    """``Potter Ada``, of ``Potter Ada Byron-Roe``, is cut off her name."""
    return bool(re.match(rf"{TRADE}\s", name))


_QUOTES = 3


def read_signer(draft: Draft) -> None:
    """Claims the only one beside the host who is quoted throughout, on a page without guests."""
    hosts = draft.values("host")
    if not hosts or draft.values("guest") or draft.turns:
        return
    said = [one for one in draft.sections if one.kind is SectionKind.QUOTE and one.speaker]
    names = {one.speaker for one in said if resolve(one.speaker or "", hosts) is None}
    name = names.pop() if len(names) == 1 else None
    if name and is_name(name) and sum(one.speaker == name for one in said) >= _QUOTES:
        draft.claim("guest", name, said[0].line_start)
