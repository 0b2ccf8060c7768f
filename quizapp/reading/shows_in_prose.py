"""The name of the show as the prose of a page gives it: ``in this episode of Night Radio``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.cues import cued
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name
from quizapp.reading.other_episodes import in_passing, is_other
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import NAME_OF_SHOW, is_name_of_show, trimmed, uncapped
from quizapp.reading.shows import is_capital, names_around, take_show_with_host

_OF_SHOW = cued(
    Form(
        r"\b(?:[Ee]pisode|[Ee]dition|[Ii]nstal+ment)\s(?:\d{1,4}\s)?(?:of|from)\s"
        rf"(?P<name>(?:[Tt]he )?{NAME_OF_SHOW})"
        r"(?=\s?[,.:;!?)]|\s\(|\s(?:podcast|show|is|was|with|in which|where|[a-z]+ed)\b|$)"
        rf"|\b(?:on|to|from) (?:[Tt]he )?(?P<name2>{NAME_OF_SHOW})"
        r"(?: (?:podcast\b|show(?=[,.:;!?)]|$| (?:with|where|that|hosted|in|and|is|was|by|has)\b))"
        r"|(?<=Show)(?!\w)|(?<=Podcast)(?!\w))"
        r"|\b[Nn]otes (?:from|on|to|for|about) (?:the )?(?:podcast |show )?"
        rf"(?P<name12>{NAME_OF_SHOW})"
        r"(?=,? (?:(?:the|its|their) )?[Ee]pisode (?:of|from|on|about|with|out|no\b|number|#?\d))"
        rf"|\b[Tt]his is (?P<name7>{NAME_OF_SHOW})(?=,\s(?:the|a|an|our|your)\s(?:[a-z]+\s){{0,3}}"
        r"(?:podcast|show|programme|program|series)\b)"
        r"|\b(?:(?:radio|podcast|tv|interview|audio) (?:series|show|programme|program)|"
        r"(?:recorded for|part of|given in|held in) (?:the|our) (?:[a-z]+ )?series) "
        rf"(?P<name4>(?:[Tt]he )?{NAME_OF_SHOW})(?=\s?[,.:;!?)]|$)"
        r"|\b[Ff]rom the (?:podcast|show|series|programme) "
        rf"(?P<name6>{NAME_OF_SHOW})(?=\s?[,.:;!?)]|$)"
        r"|\b(?:on|in|from|for|of) (?:my|our|his|her|their) (?:own )?(?:podcast|radio show|show),? "
        rf"(?P<name10>(?:[Tt]he )?{NAME_OF_SHOW})(?=\s?[,.:;!?)])"
        rf"|\b(?:[Oo]n|[Ii]n) (?:this|last) week['’]s (?P<name11>{NAME_OF_SHOW})"
        r"(?=,? (?:host|presenter)\b)"
        rf"|^(?:Heard|Aired|Broadcast) on (?P<name8>(?:[Tt]he )?{NAME_OF_SHOW})\s*$"
        rf"|^(?P<name5>(?:The )?{NAME_OF_SHOW}) episode\s*$"
        rf"|\b(?P<name9>(?:The )?{NAME_OF_SHOW} (?:Show|Podcast|Radio)) is (?:one of the|an?) "
        r"(?=[^.!?\n]{0,60}\b(?:podcasts?|show|series|programme)\b)"
        rf"|^(?!From )(?P<name3>(?:The )?{NAME_OF_SHOW} [Pp]odcast)\s*$",
        re.MULTILINE,
    ),
    "episode edition instalment installment podcast show programme program series radio tv "
    "interview audio heard aired broadcast week",
    r"(?:Heard|Aired|Broadcast) on |week['’]s |"
    r"pro(?:gramme|gram)|series|[Ee]pisode|[Ee]dition|[Ii]nstal+ment|[Pp]odcast|[Ss]how|"
    r"(?:radio|tv|interview|audio) (?:series|pro)",
)

_COUNT = re.compile(r",?\s(?:ep(?:isode)?\.?\s?#?|#|no\.?\s?)\d{1,4}$", re.IGNORECASE)
"""``Night Radio, Episode 12``"""

_KIND = re.compile(r"\s(?:podcast|show)$", re.IGNORECASE)

_PARTS = re.compile(r"\s+[|·•–—]\s+")

_COUNTED_OF = cued(
    Form(r"[Ee]pisode\s(?:no\.?\s|#)?(\d{1,4})\sof\s(?=[A-Z]|the\s[A-Z])"), "episode"
)

_NEAR = 8

_READ = 6_000


def read_show(draft: Draft) -> None:
    """Claims the show that the prose names: ``in this episode of Night Radio``."""
    _read_count(draft)
    _read_quoted(draft)
    if draft.values("show"):
        return
    _read_own(draft)
    if not draft.values("show"):
        _read_series(draft)
    take_show_with_host(list(draft.source.blocks[:_NEAR]), draft)
    _read_before_colon(draft)
    if draft.values("show"):
        return
    named = [_COUNT.sub("", one.value) for one in draft.source.fields if one.name == "site"]
    margins = [name.lower() for name in named]
    sure = [name for name in named if _is_site_twice(name.lower(), margins)]
    if sure and is_name_of_show(sure[0]):
        draft.claim("show", sure[0], 1)
        return
    told = draft.source.text[:_READ]
    sites = {one.value.lower() for one in draft.source.fields if one.name == "site"}
    for block in draft.source.blocks[:_NEAR]:
        for part in _PARTS.split(block.plain):
            titled = any(part in title for title in draft.values("title"))
            if part.lower() in sites and not titled and is_name_of_show(part):
                draft.claim("show", part, block.start)
                return
    names = [
        trimmed(_without_article(next(filter(None, found.groups())), draft))
        for found in _OF_SHOW.finditer(draft.source.text, _READ)
        if not (_is_of_other(found, draft) or (found["name3"] and found.start() > _HEAD))
    ]
    titles = " ".join(draft.values("title"))
    names = [_without_host(name) for name in names]
    names = [
        name
        for name in names
        if is_name_of_show(name) and _KIND.sub("", name).lower() not in titles.lower()
    ]
    if names and len({name.lower().removeprefix("the ") for name in names}) == 1:
        place = told.find(names[0])
        draft.claim("show", names[0], told.count("\n", 0, place) + 1 if draft.source.lines else 1)


_OUR = Form(
    r"\b(?:[Ee]pisode(?: #?\d{1,4})? of|[Oo]n|[Ff]or) our (?:own |weekly |monthly )?"
    rf"(?:podcast|radio show),? (?P<name>(?:[Tt]he )?{NAME_OF_SHOW})(?=\s?[.:;!?)]|$)",
    needs=" our ",
)
"""``They spoke for episode 12 of our podcast, Night Radio.``"""


_SORT_OF_SERIES = "(?:Webinar|Interview|Lecture|Podcast|Talk|Seminar|Speaker)"

_SERIES = Form(
    rf"^(?P<name>(?:The )?{NAME_OF_SHOW}) (?i:{_SORT_OF_SERIES}) series(?= [|·•–—] |$)"
    r"|^(?P<name5>(?:The )?(?!(?:Our|This|New|Latest|The|A) (?:\w+ )?Series\b)"
    rf"{NAME_OF_SHOW} {_SORT_OF_SERIES} Series)(?= [|·•–—] |$)"
    r"|\b(?:[Oo]n|[Ii]n) (?:this|last) (?:week|month)['’]s (?:live |new )?"
    rf"(?P<name2>{NAME_OF_SHOW})"
    r"(?=,? (?:our |your )?(?:host|presenter)\b)"
    rf"|(?:^|[.!?] )(?P<name4>{NAME_OF_SHOW}) is our (?:[a-z]+ ){{0,2}}series of "
    r"(?:[a-z]+ )?(?:talks|interviews|conversations|chats)\b"
    rf"|^Posted (?:on )?.{{6,24}} in (?P<name3>{NAME_OF_SHOW}) (?:webinars|podcasts|interviews)$",
    needs="s",
)
"""``Night Work webinar series | 52 min``, ``Night Work Webinar Series``;
``On this month's live Night Work, our host``"""


def _read_series(draft: Draft) -> None:
    """Claims the series of talks that a house names above one of them, and not the house."""
    for block in draft.source.blocks[:_TOP]:
        found = _SERIES.search(block.plain[:_HEAD])
        name = next(filter(None, found.groups()), "") if found else ""
        if name and is_name_of_show(name) and not resolve(name, draft.people):
            draft.claim("show", name, block.start)
            return


_RECAP = Form(
    r"\b(?:recap|transcript|summary|write-up|record|version|notes?|highlights|excerpts?) "
    r"(?:of|from) (?:our|the|a) (?:(?:latest|recent|first|last|live|monthly|weekly) )?"
    rf"(?P<name>{NAME_OF_SHOW} (?:Sessions?|Series|Talks|Conversations|Dialogues|Chats|Live|Hour|"
    r"Hours|Club|Evenings|Mornings|Lunch|Lunches|Show|Exchange|Forum)) "
    r"(?:webinar|webcast|podcast|live ?stream|talk|session|event|conversation|interview|panel)\b",
)
"""``an edited recap of our Night Work Sessions webinar``"""


def _read_own(draft: Draft) -> None:
    """Claims what a house calls its podcast where it introduces a talk, and not the house."""
    for block in draft.source.blocks[:_TOP]:
        told = block.plain[:_HEAD]
        found = _OUR.search(told) or _RECAP.search(told)
        name = trimmed(found["name"]) if found else ""
        if found and is_name_of_show(name) and not is_other(block.plain, found.start()):
            draft.claim("show", name, block.start)
            return


_HEARD = re.compile(
    r"^(?:Heard|Aired|Broadcast|First heard|First broadcast) on (?P<show>\S.{2,48})$|"
    r"^(?:HEARD|AIRED|BROADCAST|FIRST HEARD|FIRST BROADCAST) ON "
    r"(?P<capitals>(?!ON |AIR\b)[^\Wa-z_][^a-z ]{0,24} [^a-z]{2,40})$"
)
"""``Heard on Night Radio``, a line on the page of a broadcaster"""

_DAY = re.compile(
    r"\d|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)s?\b"
)
_TOP = 20


def read_heard(draft: Draft) -> None:
    """Claims the show on which a piece was heard, and not the station whose page it is."""
    for block in draft.source.blocks[:_TOP]:
        found = _HEARD.match(block.plain) if len(block.text) < _NAME_LENGTH else None
        name = (found["show"] or uncapped(found["capitals"])).strip(" .") if found else ""
        dated = find_date(name) is not None or _DAY.search(name) is not None
        if name and not dated and is_name_of_show(name) and not draft.values("show"):
            draft.claim("show", name, block.start)


def _read_before_colon(draft: Draft) -> None:
    """Claims the show before a title, ``Night Radio: Deep Sleep``, of which the page has more."""
    around = frozenset(names_around(draft)) if not draft.values("show") else ()
    for claim in [one for one in draft.claims if one.field == "title"]:
        name, colon, rest = claim.value.partition(": ")
        if not (colon and rest and name in around):
            continue
        if not (resolve(name, draft.people) or is_spoken_of(name, draft.source.text[:_READ])):
            draft.claim("show", name, claim.line)
            return


_QUOTED = re.compile(
    r"\b(?:[Pp]odcast|[Rr]adio show|[Rr]adio programme|[Aa]udio series) "
    r"(?:\"(?P<name>[^\"“”\n]{3,50})\"|“(?P<name2>[^\"“”\n]{3,50})”)"
    r"(?:,? \(?(?:[Ee]pisode|[Ee]p\.?|#) ?#?(?P<number>\d{1,4})\b)?"
)
"""``Transcript of the podcast "Night Radio", episode 12``"""


def _read_quoted(draft: Draft) -> None:
    """Claims the show whose name stands between quotation marks near the top, and its count."""
    for block in draft.source.blocks[:_NEAR] if not draft.values("show") else ():
        found = _QUOTED.search(block.plain[:_HEAD])
        name = trimmed(found["name"] or found["name2"]) if found else ""
        if found is None or is_other(block.plain, found.start()) or not is_name_of_show(name):
            continue
        draft.claim("show", name, block.start)
        if found["number"] and not draft.values("number"):
            draft.claim("number", int(found["number"]), block.start)
        return


_HEAD = 1_200
"""Letters within which a line such as ``The Night Podcast`` may be the page's show."""


def _read_count(draft: Draft) -> None:
    """Claims the number in ``episode 12 of Night Radio``, where that is the page's show."""
    if draft.values("number"):
        return
    text = draft.source.text
    shows = [show.lower().removeprefix("the ") for show in draft.values("show")]
    summed = _SUMMED.search(text[:_READ])
    if summed:
        draft.claim("number", int(summed["number"]), 1)
        return
    for counted in _COUNTED_OF.finditer(text, _READ):
        of = text[counted.end() : counted.end() + _NAME_LENGTH].lower().removeprefix("the ")
        if not _is_of_other(counted, draft) and (not shows or of.startswith(tuple(shows))):
            draft.claim("number", int(counted[1]), 1)
            return


def _is_of_other(found: re.Match[str], draft: Draft) -> bool:
    """Whether an episode is named in passing, and is not the page's."""
    text = draft.source.text
    first = text.rfind("\n", 0, found.start()) + 1
    last = text.find("\n", found.end())
    line = text[first : last if last >= 0 else len(text)]
    start, end = found.start() - first, found.end() - first
    if is_other(line, start):
        return True
    people = [*draft.values("host"), *draft.values("guest")]
    counts = any(char.isdigit() for char in found[0])
    return bool(people and counts and in_passing(line, start, end, people))


_SUMMED = re.compile(
    r"\b(?:(?:summary|transcript|notes|recap|write-up) (?:of|for|to)|"
    r"(?:(?i:frequently asked|your|listeners?['’]?|listener) )?"
    r"(?i:questions|quotes|takeaways|lessons|highlights|ideas|insights|answers) "
    r"(?:about|from|to|on)) (?:the )?[Ee]pisode #?(?P<number>\d{1,4})\b"
)
"""``a preview of the summary of episode #117``, ``Questions from Episode 12 with Ada Byron``"""

_WITH = Form(rf"^(?P<show>[A-Z].*?),? with (?P<host>{NAME})$", needs=" with ")


def _without_host(name: str) -> str:
    """``Night Radio with Ada Byron`` → ``Night Radio``"""
    found = _WITH.match(name)
    return found["show"] if found and is_name(found["host"]) else name


_NAME_LENGTH = 80
"""Letters within which a show's name stands."""


def _without_article(name: str, draft: Draft) -> str:
    """``the Night Radio`` → ``Night Radio``, unless the page writes ``The Night Radio`` too."""
    bare = name.removeprefix("the ")
    written = bare != name and f"The {bare}" in draft.source.text
    return f"The {bare}" if written else bare


def _is_site_twice(name: str, margins: Sequence[str]) -> bool:
    """Whether the margins give a name twice, or as that of ``Night Radio Collective``."""
    longer = sum(one.startswith(f"{name} ") for one in margins) if " " in name else 0
    return margins.count(name) + longer > 1


_CREDITED = re.compile(
    r"(?P<show>[^\W\d_][^.,:;!?]{2,50}) is (?:produced(?: and \w+)? by|a (?:co-?)?production of) "
    r"(?P<maker>[A-Z][^.,;!?]{2,60})"
)
_HOUSE = re.compile(
    r"\b(?:Audio|Media|Productions?|Studios?|Radio|FM|Networks?|Podcasts?|Pictures|Films?|House|"
    r"Company|Press|College|University|Museum|Library|Foundation|Society|Trust)\b"
)
_FOOT = 30
"""Blocks at the end of a page."""


def read_produced(draft: Draft) -> None:
    """Claims the one show of ``Night Radio is produced by Ada Byron`` at the foot of its page.

    What somebody says, or a part of the page tells, is no credit: ``Rust is produced by water``.
    """
    if draft.values("show"):
        return
    parts = [(one.line_start, one.line_end) for one in draft.sections]
    parts += [(one.line_start, one.line_end) for one in draft.turns]
    told = {line for start, end in parts for line in range(start, end + 1)}
    found = {
        one["show"].strip(): block.start
        for block in draft.source.blocks[-_FOOT:]
        if block.start not in told and not block.is_item
        if (one := _CREDITED.match(block.plain)) and is_name_of_show(one["show"].strip())
        if _HOUSE.search(one["maker"]) or is_name(one["maker"].split(" and ")[0].strip())
    }
    name, line = next(iter(found.items()), ("", 0))
    if len(found) == 1 and is_capital(name) and resolve(name, draft.people) is None:
        draft.claim("show", name, line)
