"""The guest whom a page names by nothing but its prose: ``Potter Ada Byron explains …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.asks_him import asks
from quizapp.reading.block import Block
from quizapp.reading.callings import ROLE, SPEECH, TRADE
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.greetings_said import host_said
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import is_prose

_ENDING = r"(?:er|or|ist|ian|eer|wright|smith|man|woman)"
_TRADE = rf"(?:[a-z]+{_ENDING}|{TRADE}|(?i:{ROLE})|(?P<perhaps>[A-Z][a-z]+{_ENDING}))"
"""A word for what somebody does; ``Peter`` and ``Julian`` only end like one."""

_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"
_WITH_TRADE = Form(
    rf"\b(?P<trade>{_TRADE})\s{_TITLE}(?P<name>{NAME})(?=\s(?:\w+ly\s)?(?:{SPEECH})\b|,|\.|:|\s(?:about|on|how|why)\b)"
)
_WITH_CLAUSE = Form(
    rf"(?:^|[.!?]\s|,\s){_TITLE}(?P<name>{NAME}),\s(?:(?:an?|the|who|whose|head|chief|senior|lead|vice|{ROLE})\b)"
    rf"[^.!?]{{3,140}}?,\s(?:\w+ly\s)?(?:{SPEECH})\b",
    re.MULTILINE,
)
_PLAIN = Form(rf"(?<!\bthe )\b(?P<name>{NAME})(?=\s(?:\w+ly\s)?(?:{SPEECH})\b)")
_AS_HOST = re.compile(r"\b(?:host(?:s|ed)?|interviewer|moderator|presenter)\b", re.IGNORECASE)

_TELLING = frozenset({Area.HEADER, Area.SUMMARY, Area.DESCRIPTION, Area.HIGHLIGHTS})
_FIRST = 3
"""Paragraphs of each part that are read."""

_WHOLE = 30_000
_READ = 2_500
"""Characters of what is told about the episode; whom it is about stands at the start."""


_ALONE = re.compile(
    r"\b[Ii]n (?:this|an?|the|her|his) (?:\w+ )?"
    r"(?:talk|lecture|keynote|presentation|speech|monologue),? (?!with|to|between|about|on|and)"
)
"""``In this lecture Byron shows``: who speaks alone is nobody's guest."""


def read_guest(draft: Draft, told: Sequence[Block] | None = None) -> None:
    """Claims the one person whom summary and description introduce, where no guest is known.

    With two of them nobody can tell who asks and who answers. ``told`` are the blocks to look at,
    where they are not those of the parts that tell what an episode is about.
    """
    _read_speaker(draft)
    if draft.values("guest"):
        return
    text, line = _told(draft) if told is None else _joined(told)
    text = draft.own(text)
    if _ALONE.search(text):
        return
    greeting = host_said(draft.source.text[:_WHOLE])
    hosts = [*draft.values("host"), *draft.values("show"), *([greeting] if greeting else [])]
    named = names_introduced(text, draft.source.text[:_WHOLE])
    named |= {name for name in _of(_PLAIN, text) if name in " ".join(draft.values("title"))}
    guests = {
        name
        for name in named
        if resolve(name, hosts) is None
        and not any(name in host for host in hosts)
        and not asks(name, text)
        and not re.search(rf"{_COLLEAGUE}{re.escape(name)}\b", text)
        and (draft.values("host") or not re.search(rf"{_JOINED}{re.escape(name)}\b", text))
    }
    if len(guests) == 1:
        (guest,) = guests
        if told is not None or not _is_passing(guest, draft):
            draft.claim("guest", guest, line)
    elif not guests:
        _read_found(hosts, draft)


def _read_found(hosts: Sequence[str], draft: Draft) -> None:
    """Claims Ada of the title ``Ada Byron: Deep Sleep``, where the page says where to find her."""
    for title in [one for one in draft.claims if one.field == "title"]:
        name, colon, _ = title.value.partition(": ")
        told = rf"(?m:^)\W{{0,4}}(?:Where to find|Find|Connect with) {re.escape(name)}\b"
        found = bool(colon) and is_name(name) and re.search(told, draft.source.text)
        if found and resolve(name, hosts) is None and not any(name in host for host in hosts):
            draft.claim("guest", bare_name(name), title.line)
            return


_COLLEAGUE = (
    r"\b(?:[Oo]ur|[Tt]he show['’]s) (?:[a-z-]+ ){0,3}"
    r"(?:reporter|correspondent|producer|colleague|editor|columnist) "
)
"""``Our reporter Ada Byron spent a week there``: one of those who make the show"""


_JOINED = (
    r"(?:^|[.!?] )(?:[Hh]e|[Ss]he|[Tt]hey) (?:joins|joined) (?:(?:the|our|an?) )?(?:[a-z-]+ ){0,3}"
)
"""``Carl Roe mends bells. He joined librarian Ada Byron``: of him it is told, she may ask."""


def _is_passing(name: str, draft: Draft) -> bool:
    """Whether only a highlight names somebody, once: ``Ada Byron, a doctor, described it``."""
    blocks = [block for region in draft.source.regions for block in region.blocks]
    told = {
        id(block)
        for region in draft.source.regions
        if region.area is Area.HIGHLIGHTS
        for block in region.blocks
    }
    last = name.split()[-1]
    naming = [block for block in blocks if last in block.plain]
    return len(naming) == 1 and id(naming[0]) in told and naming[0].plain.count(last) == 1


_ABOUT = re.compile(
    r"^about (?:the |our |today['’]s )?(?:guest )?(?:speaker|lecturer|guest|panellist)$",
    re.IGNORECASE,
)
_WHO = Form(
    rf"^{_TITLE}(?P<name>{NAME})(?:,| \([^()]{{2,30}}\))? "
    r"(?:is|was|has|works|teaches|leads|holds)\b"
)


def _read_speaker(draft: Draft) -> None:
    """Claims whom ``About the speaker`` tells of, where the name stands at the top too."""
    if draft.values("guest"):
        return
    top = [block.plain for block in draft.source.regions[0].blocks[:_WHOLE_TOP]]
    for region in draft.source.regions:
        first = region.blocks[0] if region.blocks and _ABOUT.match(region.name) else None
        found = _WHO.match(first.plain) if first else None
        if first is None or found is None or not is_name(found["name"]):
            continue
        name = bare_name(found["name"])
        if any(name in line for line in top) and resolve(name, draft.values("host")) is None:
            draft.claim("guest", name, first.start)
            return


_WHOLE_TOP = 20
"""Blocks"""


def _told(draft: Draft) -> tuple[str, int]:
    telling = [
        block
        for region in draft.source.regions
        if region.area in _TELLING
        for block in [b for b in region.blocks if is_prose(b.plain)][:_FIRST]
    ]
    return _joined(telling)


def _joined(telling: Sequence[Block]) -> tuple[str, int]:
    """The start of what blocks tell, and its first line."""
    text = " ".join(block.plain[:_READ] for block in telling)
    return text[:_READ], telling[0].start if telling else 1


def _stands_alone(name: str, before: str, text: str) -> bool:
    """Whether a name comes without the word before it too: ``Astronomer`` is none of hers."""
    return text.count(name) > text.count(f"{before} {name}")


_AT_START = Form(
    rf"(?:^|[.!?]\s)(?:[A-Z][\w-]*\s(?:[a-z-]+\s){{0,2}}(?=[a-z]))?(?P<trade>{_TRADE})\s{_TITLE}(?P<name>{NAME})(?=\s[a-z]+(?:s|ed|d|t)\s)",
    re.MULTILINE,
)
"""Whoever the first sentence is about, whatever it says that they do."""


def names_introduced(text: str, whole: str) -> set[str]:
    """The names before which a text says what they do: ``potter Ada Byron on glue``."""
    names = _of(_WITH_CLAUSE, text)
    for found in [*_WITH_TRADE.finditer(text), *_AT_START.finditer(text)]:
        before = text[max(0, found.start() - 20) : found.end("trade")]
        alone = not found["perhaps"] or _stands_alone(found["name"], found["perhaps"], whole)
        if alone and is_name(found["name"]) and not _AS_HOST.search(before):
            names.add(bare_name(found["name"]))
    return names


def _of(pattern: Form, text: str) -> set[str]:
    return {bare_name(found["name"]) for found in pattern.finditer(text) if is_name(found["name"])}
