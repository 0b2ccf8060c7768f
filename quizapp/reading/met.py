"""Who is met in an article: ``Ada Byron builds mills. She talks to Carl Roe about …``."""

from __future__ import annotations

from quizapp.reading.callings import SPEECH
from quizapp.reading.cues import cued
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import claim_person, guest_known, without_trade
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import is_prose

_READ = 6_000

_TALKS = r"(?:talks|talked|speaks|spoke|sits down|sat down|chats|chatted)"
_MET = cued(
    Form(
        rf"(?:(?m:^)|[.!?]\s)(?:He|She|They)\s(?:\w+\s)?{_TALKS}\s"
        rf"(?:(?:to|with)\s(?P<name>{NAME})(?=\s(?:about|for|on|of|in)\b|[,.])"
        rf"|about\s[^.!?\n]{{1,80}}?\b(?:podcast|show|programme)\swith\s(?P<name2>{NAME})(?=[,.\s]))"
    ),
    "he she they",
    rf"(?:He|She|They)\s(?:\w+\s)?{_TALKS}\s",
)
_TELLS = cued(
    Form(
        r"(?:(?m:^)|[.!?]\s)(?:(?:In|On|Over|During) (?:this|our|today['’]s|the|an?) "
        r"[^.,!?\n]{2,40}?,? )?(?:[Hh]e|[Ss]he)\s(?:tells|told|shows|explains to)\s"
        r"(?:(?:[A-Z][\w'’&-]*\s){1,4}(?:host|presenter)\s|[A-Z][\w& -]{1,30}['’]s\s)?"
        rf"(?P<name>{NAME})(?=\s(?:why|what|how|that|which|about|of|where|when|who)\b)"
        rf"|(?:(?m:^)|[.!?]\s)In this (?:episode|conversation|interview|talk),? (?:he|she) {_TALKS}"
        rf"\s(?:to|with)\s(?:[a-z-]+\s){{0,5}}(?P<name2>{NAME})"
    ),
    "he she",
    rf"(?:[Hh]e|[Ss]he)\s(?:tells|told|shows|explains)\s|(?:he|she)\s{_TALKS}\s",
)
_CAME = cued(
    Form(
        r"(?:(?m:^)|[.!?]\s)(?:He|She)\s(?:came on(?:to)?|appeared on|was (?:a guest )?on|"
        r"joined us on|visited|was our guest on)\s(?:our|the|my|this)\s"
        r"(?:podcast|show|programme|program|series)\b"
    ),
    "he she",
    r"(?:He|She)\s(?:came|appeared|was|joined|visited)\s",
)
_SUBJECT = Form(
    rf"(?:(?m:^)|[.!?]\s|[a-z]\s)(?P<name>{NAME})(?:,\s[^.!?\n]{{2,90}}?,)?\s(?:\w+ly\s)?(?:[a-z]+|{SPEECH})\b"
)


def read_met(text: str, draft: Draft) -> frozenset[str]:
    """Claims whom ``she talks to`` as host, and her as guest, where the page is signed so.

    Hands back the names of whom nothing tells: they may be either.
    """
    if draft.values("host"):
        return frozenset()
    open_names = set()
    for found in _MET.finditer(text, _READ):
        name = found["name"] or found["name2"]
        told = _told_before(text[: found.start() + 1], draft)
        if not is_name(name) or told is None or resolve(name, [told]):
            continue
        if not (found["name2"] or _signs(name, draft)):
            open_names.add(name)
            continue
        claim_person("host", name, text, draft)
        if not guest_known(told, draft):
            claim_person("guest", told, text, draft)
    return frozenset(open_names)


def read_telling(text: str, draft: Draft) -> None:
    """``Ada Byron builds mills. She tells Carl Roe why …``: he is the host, so she is a guest."""
    for found in _TELLS.finditer(text, _READ) if not draft.values("guest") else ():
        told = _told_before(text[: found.start() + 1], draft)
        hosts = draft.values("host")
        other = found["name"] or found["name2"]
        if told and resolve(other, hosts) and resolve(told, hosts) is None:
            claim_person("guest", told, text, draft)
            return
    for found in _CAME.finditer(text, _READ) if not draft.values("guest") else ():
        told = _told_before(text[: found.start() + 1], draft)
        if told and resolve(told, draft.values("host")) is None:
            claim_person("guest", told, text, draft)
            return


def _told_before(text: str, draft: Draft) -> str | None:
    """The first one whom a text tells of, as far as it goes on telling of that person."""
    for found in _SUBJECT.finditer(text):
        name = without_trade(found["name"], text)
        start, end = text.rfind("\n", 0, found.start("name")) + 1, text.find("\n", found.end())
        told = is_prose(text[start : end if end >= 0 else len(text)])
        if told and is_name(name) and name not in draft.values("show"):
            return name
    return None


def _signs(name: str, draft: Draft) -> bool:
    """Whether a name stands on a line of its own, as that of whoever wrote or asks."""
    bare = name.casefold()
    near = (block.plain.casefold().strip(" .:") for block in draft.source.blocks[:_TOP])
    return any(text in (bare, f"by {bare}", f"interview by {bare}") for text in near)


_TOP = 20
"""Blocks."""
