"""Titles once all of a page is read: without the show and the people that it names elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import Section, SectionKind
from quizapp.reading.called_shows import without_sort
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.numbering import unnumbered
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, is_no_person, uncapped
from quizapp.reading.shows_with_hosts import without_shows_as_people
from quizapp.reading.wording import word_count

_SIGN = re.compile(r"\s+[|·•–—/-]\s+|\s*\|\s*")
_BAR = re.compile(r"\s*\|\s*")
_AND = re.compile(r"\s*(?:,\s*(?:and\s|&\s)?|\s(?:and|&|\+|x|×)\s)\s*")
"""Between several people of a title: ``Ada Byron & Carl Roe``."""

_SMALL = frozenset({"the", "podcast", "show", "a"})
_PAGE = re.compile(
    r"^(?:full |podcast |episode |listening |reading )?"
    r"(?:transcript|summary|notes|show notes|recap)(?: (?:and|&) (?:\w+|q ?& ?a))?$",
    re.I,
)
_ADDRESSED = re.compile(r"^(?:Dr|Prof|Professor|Sir|Dame)\b")
_TITLE_WORDS = 4
_WITH = re.compile(r",? with [A-ZÀ-Þ][^|,]{3,40}$")
"""``Night Radio with Ada Byron``, behind a title"""


_ON_SHOW = re.compile(r"(?P<who>[^,:]{4,40}?) on (?P<show>\S.{2,50})$")
"""``Ada Byron on Night Radio``, of a guest and a show that are known"""

_SITE_OF = re.compile(
    r"(?:\sFan)?\s(?:Wiki|Wikia|Fandom)$|"
    r"^(?:[Ff]rom |[Oo]n )?(?:[Oo]ur|[Tt]he) [Pp]odcast:? (?=[A-Z])|"
    r"(?<=\w)\s(?:[Pp]odcast|[Ee]pisode|[Ss]how)\s(?:[Nn]otes|[Ss]ummar(?:y|ies)|[Tt]ranscripts?|[Rr]ecaps?)$"
)
"""``Night Radio Wiki``, ``Night Radio podcast notes``"""


def settle(draft: Draft) -> None:
    """Takes off the ends of each title a show, a sort of page, or somebody who takes part.

    The headings of sections lose the numbers that count them.
    """
    without_shows_as_people(draft)
    draft.sections[:] = _without_teasers(draft.sections)
    draft.sections[:] = unnumbered(
        [one for one in draft.sections if not (_is_aim(one, draft) or _is_title(one, draft))]
    )
    for place, claim in enumerate(draft.claims):
        if claim.field == "show":
            named = _as_written(_SITE_OF.sub("", claim.value), draft)
            claim = replace(claim, value=without_sort(named, draft.source.text, draft.people))
            draft.claims[place] = claim
            ends = list(_SIGN.finditer(claim.value))
            if ends and _PAGE.match(claim.value[ends[-1].end() :]):
                bare = claim.value[: ends[-1].start()]
                draft.claims[place] = replace(claim, value=uncapped(bare))
            elif ends and _PAGE.match(claim.value[: ends[0].start()]):
                draft.claims[place] = replace(claim, value=claim.value[ends[0].end() :])
        if claim.field == "title":
            _find_show(claim.value, claim.line, draft)
            _find_show_before(claim.value, claim.line, draft)
            shows = {_key(show) for show in draft.values("show")}
            bare = _bare(_without_file_words(claim.value, draft), shows, draft.people)
            bare = _without_site_behind(_without_show_before(bare, draft), draft)
            draft.claims[place] = replace(claim, value=bare)


def _as_written(show: str, draft: Draft) -> str:
    """``Bread & Salt`` of a show that is ``Bread and Salt`` where somebody says it."""
    written = show.replace(" and ", " & ")
    top = draft.source.blocks[:_TOP] if written != show else ()
    first = draft.turns[0].line_start if draft.turns else None
    above = [block.plain for block in top if first is None or block.end < first]
    return written if any(written in text and show not in text for text in above) else show


def _without_site_behind(title: str, draft: Draft) -> str:
    """``Deep Sleep | Lidmark``, a window's title: both stand on lines of their own below it.

    The show is known, and is another one.
    """
    head, bar, site = title.rpartition(" | ")
    if not bar or not draft.values("show"):
        return title
    top = [block.plain for block in draft.source.blocks[:_TOP]]
    return head if head in top and site in top else title


_TOP = 20
"""Blocks within which the page's own head stands, below the window's title and a menu."""


_COUNTED = re.compile(
    r"^(?P<show>[^\W_].{2,50}?)[ ,]{1,2}(?:ep(?:isode)?\.? ?#?|#|s\d{1,2}e)(?P<number>\d{1,4})"
    r"[ :–-]{1,3}(?P<title>[^\W_].{3,150})$",
    re.IGNORECASE,
)
"""``Night Radio ep 12 Deep Sleep``"""
_OF_FILE = re.compile(
    r"(?:[ _-](?:FINAL|[vV]\d{1,2}|mp3|wav|m4a)|"
    r"(?:[ _-](?:[Ff]inal|[Ee]dit|[Mm]ix|[Mm]aster|[Dd]raft|[Rr]aw|[Cc]opy|[Ee]xport|[Rr]ough)){2}"
    r"){1,5}(?:\.(?:mp3|wav|m4a|docx?|txt))?$"
)
"""``FINAL v2``, ``raw mix``: what a file of a recording has behind its name."""


def _without_file_words(title: str, draft: Draft) -> str:
    """``Night Radio ep 12 Deep Sleep FINAL v2``, as a file is called, of a show that is known."""
    found = _COUNTED.match(title)
    shows = {_key(show) for show in draft.values("show")}
    if found is None or _key(found["show"]) not in shows:
        return title
    if not draft.values("number"):
        draft.claim("number", int(found["number"]), 1)
    return _OF_FILE.sub("", found["title"]).strip(" -_") or title


_CODED = re.compile(
    r"(?P<code>[A-Z]{2,6})\s?#?(?P<number>\d{1,4})\s?[-–—:|]\s(?P<title>\S.{3,150})"
)
"""``NRL 12 - Deep Sleep``, of Night Radio London"""


def _without_show_before(title: str, draft: Draft) -> str:
    """``Night Radio: Why We Sleep``, ``NR 12 - Deep Sleep`` of a show that is known by now."""
    coded = _CODED.fullmatch(title)
    for show in draft.values("show"):
        initials = "".join(word[0] for word in show.removeprefix("The ").split()).upper()
        if coded and coded["code"] == initials:
            if not draft.values("number"):
                draft.claim("number", int(coded["number"]), 1)
            return coded["title"]
        head, _, told = title.partition(": ")
        head = _SORT_OF_PAGE.sub("", head)
        if head.casefold() == show.casefold() and word_count(told) >= _OWN_WORDS:
            return told
    return title


_SORT_OF_PAGE = re.compile(
    r"\s(?:recap|summary|notes|highlights|transcript|replay)$", re.IGNORECASE
)


def _find_show_before(title: str, line: int, draft: Draft) -> None:
    """Claims the show of ``Night Radio recap: Deep Sleep``, which the page names again so."""
    head, colon, told = title.partition(": ")
    name = _SORT_OF_PAGE.sub("", head)
    if draft.values("show") or not colon or name == head or word_count(told) < _OWN_WORDS:
        return
    again = draft.source.text.count(name) - draft.source.text.count(title)
    others = draft.source.text.count(f"{head}: ") > draft.source.text.count(title)
    if word_count(name) < _AGAIN or again < _AGAIN or not is_name_of_show(name):
        return
    if (others or is_no_person(name)) and not resolve(name, draft.people):
        draft.claim("show", name, line)


_AGAIN = 2
_OWN_WORDS = 3
"""Words behind the show's name that make a title."""

_CUT = ("...", "…")
_TEASERS = 2


def _without_teasers(sections: list[Section]) -> list[Section]:
    """The sections without the cut beginnings of other episodes, where several stand together."""
    cut = [
        one.kind is SectionKind.HIGHLIGHT and one.heading is not None and one.text.endswith(_CUT)
        for one in sections
    ]
    if sum(cut) < _TEASERS:
        return sections
    return [one for one, is_cut in zip(sections, cut, strict=True) if not is_cut]


def _is_title(section: Section, draft: Draft) -> bool:
    """``Topic: Deep Sleep`` below ``# Deep Sleep`` says what the page is called."""
    titles = {title.casefold() for title in draft.values("title")}
    return section.kind is SectionKind.TOPIC and section.text.casefold() in titles


_AIM = re.compile(
    r"^(?:After|By the end of|On completing|At the end of|Having (?:read|finished|completed)|"
    r"When you have (?:read|finished|completed)|Once you have (?:read|finished))\b[^.!?]{0,80}?,?\s"
    r"(?:you|students|learners|readers|listeners)(?: should|['’]ll| will| can| ought to)\b"
)
"""``After this unit you should be able to …``: what is to be learned, and nothing of it yet."""


def _is_aim(section: Section, draft: Draft) -> bool:
    found = section.kind is not SectionKind.QUOTE and _AIM.match(section.text)
    if found:
        draft.drop(section.line_start, section.line_end, "what is to be learned", section.text)
    return bool(found)


def _find_show(title: str, line: int, draft: Draft) -> None:
    """Claims the one part of ``Deep Sleep | Night Radio`` that the page names again as the show."""
    parts = _BAR.split(title)
    if draft.values("show") or len(parts) != 2:
        return
    text = draft.source.text
    again = [part for part in parts if text.count(part) > text.count(title)]
    if len(again) == 1 and is_name_of_show(again[0]) and not resolve(again[0], draft.people):
        draft.claim("show", again[0], line)


def _bare(title: str, shows: set[str], people: list[str]) -> str:
    bare = title
    while True:
        ends = list(_SIGN.finditer(bare))
        if not ends:
            return bare
        head, tail = bare[: ends[-1].start()], bare[ends[-1].end() :]
        first = bare[: ends[0].start()]
        behind_bar = "|" in ends[-1][0]
        sure = word_count(head) >= _TITLE_WORDS or _ADDRESSED.match(tail)
        signed = resolve(bare_name(tail), people) and sure
        named = _names(tail, head, people) if behind_bar else signed and is_name(bare_name(tail))
        told = _WITH.sub("", tail)
        on = _ON_SHOW.match(told) if behind_bar else None
        of_guest = on and _key(on["show"]) in shows and resolve(bare_name(on["who"]), people)
        if _key(told) in shows or of_guest or _PAGE.match(tail) or named:
            bare = head
        elif _key(first) in shows:
            bare = bare[ends[0].end() :]
        else:
            return bare
        if not bare:
            return title


def _names(tail: str, head: str, people: list[str]) -> bool:
    """Whether a person stands behind a title, known to take part or told by the form of both."""
    several = _AND.split(tail)
    if len(several) > 1:
        return all(is_name(one) and resolve(one, people) for one in map(bare_name, several))
    name = bare_name(tail)
    if not is_name(name):
        return False
    apart = word_count(head) >= _TITLE_WORDS and not is_name(head)
    return bool(resolve(name, people) or _ADDRESSED.match(tail) or apart)


def _key(name: str) -> str:
    words = re.sub(r"[^\w\s]", " ", name.lower().replace("&", " and ")).split()
    return " ".join(word for word in words if word not in _SMALL)
