"""Host and guest of a talk that tells neither: who names the other speaker first, and the show."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quizapp.reading import reporters
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import merged, resolve
from quizapp.reading.show_names import is_name_of_show

_FIRST = 6
"""Turns in which a host says who is there."""

_SAID = re.compile(r"\b(?:this is|welcome (?:back )?to|listening to|watching)\s(?:the\s)?$")
"""What stands before the show's name."""

_BEFORE = 30


def read(draft: Draft) -> None:
    """Claims as host who opens the talk with the show's name, as guest whom the host names."""
    _read_show(draft)
    first = draft.turns[0] if draft.turns else None
    if first is None or not first.speaker or not is_name(first.speaker):
        return
    told = {turn.speaker for turn in draft.turns if turn.speaker and is_name(turn.speaker)}
    others = told - {first.speaker}
    if not draft.values("host") and not draft.values("guest") and others:
        named = any(_says_show(first.text, show) for show in draft.values("show"))
        if named and _named_by(first.speaker, others, draft):
            draft.claim("host", first.speaker, first.line_start)
    hosts = draft.values("host")
    _take_thanked(hosts, told, draft)
    if draft.values("guest"):
        return
    if len(hosts) > 1:
        _take_met_by_several(hosts, told, draft)
    if len(hosts) != 1:
        return
    host = resolve(hosts[0], sorted(told))
    heard = _heard_once(draft) - {first.speaker}
    told = {one for one in told if one == host or not (one in heard or _reports(one, draft))}
    several = _introduced_by(host, told - {host}, draft) if host else []
    name = _named_by(host, told - {host}, draft) if host else None
    headed = _told_above(host, told - {host}, draft) if host and not name else []
    for one in several or ([name] if name else headed):
        draft.claim("guest", one, first.line_start)


def _told_above(host: str, others: set[str], draft: Draft) -> list[str]:
    """All who speak beside the host, where one line near the top names them: ``Ada Byron on …``.

    A line that names the host among them, or what they do every week, tells of those who make it,
    unless it is a list of all voices.
    """
    begun = draft.turns[0].line_start
    name = re.escape(host)
    voices = "|".join(re.escape(one) for one in (host, *sorted(others)))
    listed = re.compile(rf"(?:(?:{voices})(?:,? and |, | & |$))+")
    beside = re.compile(rf"{name}(?:,| and | & )|(?:,|\band|&) {name}\b")
    for block in draft.source.blocks[:_TOP] if 0 < len(others) <= _MOST else ():
        text = block.plain
        named = block.end < begun and all(one in text for one in others)
        named = named and (listed.fullmatch(text) is not None or not beside.search(text))
        if named and not _MAKERS.search(text) and not any(_is_cohost(one, draft) for one in others):
            return sorted(others, key=text.find)
    return []


_TOP = 25
"""Blocks above a talk that may say who is in it."""
_MAKERS = re.compile(
    r"\b(?:hosts?|hosted|produced|producers?|editors?|edited(?! (?:for|and)\b)|"
    r"reporters?|presented|presenters?|by|"
    r"(?:every|each) (?:week|month|day|year|fortnight|[a-z]+day|episode|time)|"
    r"(?:our|the) team|as (?:always|ever|usual))\b",
    re.IGNORECASE,
)
"""What is said of those who make a show."""


_THANKS = re.compile(r"\b[Tt]hank(?:s| you)(?:,| to you)? (?:both|all|all three)\b")
_LAST = 6
"""Turns in which a host takes leave."""
_REST = 12
"""Words beside the names in what stands before the thanks."""
_LIVE = 2
"""Answers to the host, from which on a reporter is talked with, and does not only report."""
_PART = re.compile(r"(?<=[a-zà-ž]{2})[.!?;](?:\s|$)")


def _take_thanked(hosts: list[str], told: set[str], draft: Draft) -> None:
    """Claims those of whom the host takes leave: ``Ada Byron and Carl Roe, thank you both.``"""
    answering = reporters.answering_host(draft, asked=True)
    for turn in draft.turns[-_LAST:]:
        speaker = turn.speaker or ""
        thanks = _THANKS.search(turn.text)
        if resolve(speaker, hosts) is None or thanks is None:
            continue
        before = _PART.split(turn.text[: thanks.start()].rstrip(" .,!;:–—-"))[-1]
        named = [one for one in sorted(told - {speaker}) if one in before]
        if len(before.split()) - sum(len(one.split()) for one in named) > _REST:
            continue
        named = [one for one in named if not any(other.endswith(f" {one}") for other in named)]
        others = [one for one in named if resolve(one, [*hosts, *draft.values("guest")]) is None]
        for one in others if len(named) > 1 else ():
            made = _is_cohost(one, draft) or _is_of_house(one, draft)
            if not (made or (_reports(one, draft) and answering[one] < _LIVE)):
                draft.claim("guest", one, turn.line_start)


def _is_cohost(name: str, draft: Draft) -> bool:
    """Whether a page calls somebody so anywhere: ``my co-host Carl Roe``."""
    called = rf"(?:{re.escape(name)}|{re.escape(name.split()[0])})\b"
    told = re.compile(
        rf"\b[Cc]o-?host\W{{1,3}}{called}|\b[Cc]o-?hosts\b[^.!?]{{1,40}}\b{called}"
        rf"|\b{called}[,(]? {{0,1}}(?:\(|is |and )?(?:my |our |the |your )?[Cc]o-?host"
    )
    texts = (one.plain for one in draft.source.blocks if "host" in one.plain)
    return any(told.search(text) for text in texts)


def _take_met_by_several(hosts: list[str], told: set[str], draft: Draft) -> None:
    """Claims as guest the only other one who speaks, whom one of the hosts calls by name."""
    known = {one for host in hosts if (one := resolve(host, sorted(told))) is not None}
    others = told - known
    if len(known) != len(hosts) or len(others) != 1:
        return
    name = next((met for host in sorted(known) if (met := _named_by(host, others, draft))), None)
    if name:
        draft.claim("guest", name, draft.turns[0].line_start)


def _reports(name: str, draft: Draft) -> bool:
    """Whether somebody is of those who make the show: ``ADA BYRON, BYLINE:``, ``our reporter``."""
    form = rf"\b{re.escape(name)},? [(\[]?(?:byline|reporter|correspondent)\b"
    sent = r"\b(?:our|the show['’]s) (?:[a-z-]+ ){0,2}(?:reporter|correspondent) "
    sent += rf"{re.escape(name)}\b"
    return re.search(f"{form}|{sent}", draft.source.text, re.IGNORECASE) is not None


def _heard_once(draft: Draft) -> set[str]:
    """Whoever speaks once where others go back and forth: a voice on a tape, and no guest."""
    known = merged(sorted({turn.speaker for turn in draft.turns if turn.speaker}, key=len)[::-1])
    said = (turn.speaker for turn in draft.turns if turn.speaker)
    counts = Counter(resolve(one, known) or one for one in said)
    often = sum(count >= _TALKS for count in counts.values())
    return {name for name, count in counts.items() if count == 1} if often > 1 else set()


_TALKS = 4
"""Turns of somebody who talks with the host, rather than being heard."""


def _is_of_house(name: str, draft: Draft) -> bool:
    """``our own Ada Byron``, ``our science reporter Ada Byron``"""
    called = r"(?:own|(?:[a-z-]+ ){0,2}(?:reporter|correspondent|producer|editor))"
    return re.search(rf"\b[Oo]ur {called} {re.escape(name)}\b", draft.source.text) is not None


_MOST = 4
_HOSTS_TOO = re.compile(r"\bco-?hosts?\b|\bas (?:always|ever|usual)\b|\breporter\b", re.IGNORECASE)


def _introduced_by(host: str, others: set[str], draft: Draft) -> list[str]:
    """Several who speak, each named in full in the host's words before they first do; or nobody.

    Some are heard first, and named as soon as the host goes on: ``Carl Roe is a bell founder.``
    """
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    said = last = ""
    for turn in draft.turns:
        if turn.speaker in others:
            last = turn.speaker or ""
            before.setdefault(last, said)
        elif turn.speaker == host:
            said = turn.text
            behind.setdefault(last, said)
    if not 1 < len(others) <= _MOST:
        return []
    told = {one: f"{before[one]} {_who(one, behind.get(one, ''))}" for one in before}
    met = [one for one in told if one in told[one] and not _HOSTS_TOO.search(told[one])]
    return met if len(met) == len(others) else []


_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def _who(name: str, text: str) -> str:
    """The first sentence of a text, where it says who somebody is; empty elsewhere."""
    if not text.startswith(name) or not _IS.match(text[len(name) :]):
        return ""
    end = _SENTENCE_END.search(text, len(name))
    return text[: end.end()] if end else text


_IS = re.compile(r" (?:is|was|has|works|runs|leads|heads|teaches|studies|makes|owns|keeps)\b")


_PARTED = re.compile(r"\s[-–—|·•]\s|:\s")


def _read_show(draft: Draft) -> None:
    """``Night Radio - Deep Sleep``, where somebody says first ``This is Night Radio``."""
    said = " ".join(turn.text for turn in draft.turns[:_FIRST])[:_READ]
    place, claim = next(
        ((i, c) for i, c in enumerate(draft.claims) if c.field == "title"), (0, None)
    )
    if draft.values("show") or claim is None or not said:
        return
    for bar in list(_PARTED.finditer(claim.value))[:_BARS]:
        sides = claim.value[: bar.start()].strip(), claim.value[bar.end() :].strip()
        for show, title in (sides, sides[::-1]):
            if title and is_name_of_show(show) and show in said and _says_show(said, show):
                draft.claims[place] = replace(claim, value=title)
                draft.claim("show", show, claim.line)
                return


_READ, _BARS = 900, 3
"""Letters of what is said first; the signs between which a title is parted."""


def _says_show(text: str, show: str) -> bool:
    """``This is the Tally Room``"""
    bare, small = show.lower().removeprefix("the "), text.lower()
    place = small.find(bare)
    behind = small[place + len(bare) :].lstrip('”"')
    ends = not behind or behind[0] in ".,!?;:–—-" or _GOES_ON.match(behind) is not None
    return place >= 0 and ends and bool(_SAID.search(small[max(0, place - _BEFORE) : place]))


_GOES_ON = re.compile(
    r"\s(?:and|with|where|from|podcast|show|i['’]m|i am|my name|today|the (?:show|podcast))\b"
)


def _named_by(speaker: str, others: set[str], draft: Draft) -> str | None:
    """The one other speaker whom somebody calls by the whole name in the first turns."""
    said = [turn.text for turn in draft.turns[:_FIRST] if turn.speaker == speaker]
    named = [one for one in sorted(others) if any(one in text for text in said)]
    if not named and len(others) == 1:
        first = re.escape(next(iter(others)).split()[0])
        called = re.compile(rf"(?:^|[.!?…,]\s){first}(?=[,.!?])")
        named = sorted(others) if any(called.search(text) for text in said) else []
    return named[0] if len(named) == 1 else None
