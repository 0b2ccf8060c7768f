"""Who takes part: host and guests, from what the page says about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading import having_on, surnames_asked
from quizapp.reading.callings import called_guests, called_hosts, conversed_with
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.hosts_and_guests import found_at, linked, own_show, told_abroad
from quizapp.reading.meetings import (
    claim_person,
    guest_known,
    read_both,
    read_both_on,
    read_conversing,
    read_interviews,
    read_joined,
    read_told,
    signed_by,
)
from quizapp.reading.met import read_met, read_telling
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.other_episodes import told_of_others
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.prose_hosts import read_prose_hosts, read_with_guest
from quizapp.reading.roles import speaks_of_guest
from quizapp.reading.signatures import READ
from quizapp.reading.signed_hosts import shows_below_names
from quizapp.reading.told_to import teller

_PREFIX = Form(rf"^(?P<name>{NAME})(?:\s?(?::|\s[-–—|]\s|,\s)|\s(?:on|talks|explains)\s)")

_BAR = Form(rf"\s\|\s(?P<name>{NAME})$", needs="|")
_BAR_OF = Form(rf"\s\|\s(?P<name>{NAME}) \([^()|#\d]{{3,60}}\)$", needs="|")
"""``Deep Sleep | Ada Byron (Analytical Engines)``: who speaks, and from where."""

_CONVERSED = re.compile(
    r"\b(?:conversations?|interview(?:s|ed)?|guests?|(?:talk|speak|chat)s? (?:to|with)|asks)\b"
)

_WITH = Form(
    rf"\b(?:with|w/|feat\.?|ft\.?|featuring)\s(?:the\s)?(?:[a-z][\w-]*\s){{0,3}}(?:Dr\.?\s|Prof\.?\s)?(?P<name>{NAME})"
)

_QUESTIONS_FOR = Form(rf"\b[Qq]uestions (?:for|with|to) (?P<name>{NAME})$", needs="uestions")
_LESSONS_FROM = Form(
    r"\b(?:[Ii]deas|[Ll]essons|[Ii]nsights|[Tt]akeaways|[Rr]ules|[Tt]ips|[Tt]hings|[Tt]houghts|"
    rf"[Qq]uotes)\b[^|]{{0,60}} from (?P<name>{NAME})$",
    needs=" from ",
)
"""``6 Ideas on Salt from Ada Byron``"""

_WITH_AT_END = Form(
    rf"[,–—|(:-]\s?(?:with|w/|feat\.?|ft\.?|featuring)\s(?:the\s)?(?:[a-z][\w-]*\s){{0,3}}(?:Dr\.?\s|Prof\.?\s)?(?P<name>{NAME})\)?$"
)
"""Set apart from the title, it needs no more evidence."""

_SHOWS_NAME = Form(
    rf"^(?:The\s)?(?P<name>{NAME})(?:['’]s)?\s(?:Podcast|Show|Experience|Hour|Report)\b"
)


def read_cast(draft: Draft) -> None:
    """Claims host and guests where the page gives evidence; leaves open what it does not tell."""
    draft.elsewhere += told_of_others(draft.source.regions)
    text = draft.own(draft.source.text[:READ])
    own = None if draft.people or draft.values("show") else own_show(text)
    if own and not _others_told(own[0], text, draft):
        draft.claim("host", own[0], 1)
        draft.claim("show", own[1], 1)
    others = [*told_abroad(text), *found_at(text), *linked(text)]
    for field in ("host", "guest"):
        if not draft.values(field):
            for name in (one for told, one in others if told == field):
                draft.claim(field, name, 1)
    _read_labelled(draft)
    signed = shows_below_names(text)
    for name in (one for one in called_hosts(text) if one not in signed):
        claim_person("host", name, text, draft)
    having_on.read(text, draft)
    read_with_guest(text, draft)
    read_told(text, draft)
    met = read_met(text, draft)
    hosted = _named_by_show(text, draft)
    if hosted:
        claim_person("host", hosted, text, draft)
    read_both(text, draft)
    read_joined(text, draft)
    titled = _of_title(text, draft)
    read_titled(draft)
    read_interviews(text, titled, draft)
    known = draft.values("guest") or (not titled and _perhaps_of_title(text, draft))
    aside = [] if known else [*met, *having_on.met_in_stories(text, draft)]
    conversed = [] if known else [name for name in conversed_with(text) if name not in aside]
    for name in tuple(conversed):
        other = signed_by(name, text, draft) or teller(name, text, draft)
        if other:
            claim_person("host", name, text, draft)
            claim_person("guest", other, text, draft)
            conversed.remove(name)
    for name in [*called_guests(text), *titled, *conversed]:
        if titled and name not in titled and _speaks_with(titled[0], name, text):
            claim_person("host", name, text, draft)
        host = _host_named(name, draft)
        if host:
            if not draft.values("host"):
                claim_person("host", host, text, draft)
        elif not resolve(name, draft.values("host")) and not guest_known(name, draft):
            claim_person("guest", name, text, draft)
    read_telling(text, draft)
    read_conversing(text, draft)
    read_both_on(text, draft)
    read_prose_hosts(text, draft)
    _read_named_in_title(draft)
    surnames_asked.read_guest(draft)


def _read_labelled(draft: Draft) -> None:
    """``Speaker: Ada Byron`` beside ``Interviewer: Carl Roe``: one asks, the other is the guest."""
    hosts = draft.values("host")
    others = [one for one in draft.values("person") if resolve(one, hosts) is None]
    if len(hosts) == len(others) == 1 and not draft.values("guest"):
        claim_person("guest", others[0], draft.source.text[:READ], draft)


def _read_named_in_title(draft: Draft) -> None:
    """Claims Ada of ``Deep Sleep | Ada Byron | Night Radio #12``, where the page tells her life.

    The host is known to be another, and nobody else is named in the title.
    """
    hosts = draft.values("host")
    lines = {claim.line for claim in draft.claims if claim.field == "title"}
    named = [one.value for one in draft.claims if one.field == "person" and one.line in lines]
    others = [one for one in named if resolve(one, hosts) is None]
    if len(hosts) != 1 or len(others) != 1 or draft.values("guest"):
        return
    lives = r"(?:is (?:an?|the|one)|works|teaches|runs|lives)\b"
    told = rf"(?m:^)\W{{0,4}}(?:Dr\.? |Prof\.? )?{re.escape(others[0])} {lives}"
    if re.search(told, draft.source.text):
        claim_person("guest", others[0], draft.source.text[:READ], draft)


_TITLED_BOTH = Form(rf"^(?P<one>{NAME}) (?:and|&) (?P<other>{NAME})(?=$|[:,] | on )", needs=" ")
_TITLED_DR = Form(rf"^(?:Dr|Prof|Professor)\.? (?P<name>{NAME})(?: [-–—] |: )")
_TITLED_OF = Form(rf"^(?P<name>{NAME}), [A-Z][\w&. -]{{1,30}}, on ", needs=", on ")
"""``Ada Byron, Night Mills, on Flour``"""


def read_titled(draft: Draft) -> None:
    """``Ada Byron and Carl Roe``, where the host is known to be another: both are guests."""
    called = [m["name"] for show in draft.values("show") if (m := _SHOWS_NAME.match(show))]
    hosts = draft.values("host") or [name for name in called if is_name(name)]
    for title in draft.values("title"):
        both = _TITLED_BOTH.match(title)
        one = _TITLED_OF.match(title) or _TITLED_DR.match(title)
        names = [both["one"], both["other"]] if both and hosts else [one["name"]] if one else []
        if not names and _is_talked_with(title, draft):
            names = [title]
        told = all(is_name(name) and resolve(name, hosts) is None for name in names)
        for name in names if told and not draft.values("guest") else ():
            draft.claim("guest", bare_name(name), 1)


_OUR_TALK = re.compile(r"\b(?:[Ii]n our (?:conversation|interview|talk)|[Ww]e talk(?:ed)? about)\b")


def _is_talked_with(title: str, draft: Draft) -> bool:
    """``Episode 7: Ada Byron``, above ``Ada Byron is a potter. In our conversation …``."""
    text = draft.own(draft.source.text[:READ])
    counted = bool(draft.values("number")) and is_name(title)
    return counted and _begins_sentence(title, text) and bool(_OUR_TALK.search(text))


def _others_told(host: str, text: str, draft: Draft) -> bool:
    """Whether a text tells who is host or guest: then a show of somebody's own is another one."""
    told = [*called_hosts(text), *called_guests(text), *_of_title(text, draft)]
    told += [name for _, name in (*told_abroad(text), *found_at(text))]
    titled = _perhaps_of_title(text, draft)
    return any(resolve(name, [host]) is None for name in [*told, *([titled] if titled else [])])


def _perhaps_of_title(text: str, draft: Draft) -> str | None:
    """A name that begins the title and comes again: who talks with whom is then open."""
    for title in draft.values("title"):
        found = _PREFIX.match(title)
        if found and is_name(found["name"]) and text.count(found["name"]) > 1:
            return found["name"]
    return None


def _speaks_with(guest: str, name: str, text: str) -> bool:
    """``Ada Byron … in conversation with Carl Roe``: she is the guest, so he is the host."""
    return bool(
        re.search(
            rf"{re.escape(guest)}\b[^\n!?]{{0,600}}\b"
            r"(?:(?:in|her|his|their) (?:a )?conversation|talks|speaks|sits down) with "
            rf"{re.escape(name)}"
            rf"|\b[Ii]n (?:this|an?|the|our) (?:[a-z]+ )?(?:conversation|interview|talk|chat) with "
            rf"{re.escape(name)},? (?:s?he|they) ",
            text,
        )
    )


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
        for match in (form.search(title) for form in (_PREFIX, _WITH, _BAR, _BAR_OF))
        if match
    ]
    titles, shows = draft.values("title"), draft.values("show")
    beside = [m["name"] for title in titles if shows and (m := _BAR.search(title))]
    beside += [m["name"] for title in titles if (m := _BAR_OF.search(title))]
    beside = beside if beside and _CONVERSED.search(text) else []
    sure = [m["name"] for title in titles if (m := _WITH_AT_END.search(title))]
    forms = (_QUESTIONS_FOR, _LESSONS_FROM)
    asked = [m["name"] for title in titles for form in forms if (m := form.search(title))]
    asked = [name for name in asked if _comes_again(name, text)]
    sure, found = sure + asked, found + asked
    told = speaks_of_guest(text)
    return [
        name
        for name in found
        if is_name(name)
        and (
            name in sure
            or is_spoken_of(name, text)
            or (_is_other(name, draft.values("host")) and is_spoken_of(name.split()[0], text))
            or ((told or name in beside) and _begins_sentence(name, text))
        )
    ]


def _comes_again(name: str, text: str) -> bool:
    """Whether a text says more of somebody than a title does: ``Lessons from Dam Removal`` not."""
    return len(re.findall(rf"\b{re.escape(name.split()[-1])}\b", text)) > 1


def _is_other(name: str, hosts: Sequence[str]) -> bool:
    """Whether the host is known, and somebody else."""
    return bool(hosts) and all(name.split()[0] not in host.split() for host in hosts)


def _begins_sentence(name: str, text: str) -> bool:
    """``Ada Byron sailed …`` at the start of a line."""
    return bool(re.search(rf"(?m)^{re.escape(name)}\s[a-z]+\s", text))
