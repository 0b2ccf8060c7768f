"""What a sentence near the top announces: ``In Episode 12, Ada Byron talks with Carl Roe``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading import announced_people
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.marks import mark
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import is_name_of_show, trimmed, uncapped

_WORDS = (
    rf"{BIG}[\w'’&-]*(?: (?:(?:of|the|and|in|on|for|with|to|a|&) ){{0,2}}{BIG}[\w'’&-]*){{0,5}}"
)

_WELCOMES = Form(
    rf"\b[Ww]elcome (?:back )?to (?P<show>{_WORDS}(?:\.[a-z]{{2,4}}\b)?),? "
    r"(?P<sort>(?:the|an?|your|our) (?:[a-z-]+ ){0,3}(?:podcast|show))\b",
    needs="elcome ",
)
"""``welcome to Night Radio, a podcast …``, also where captions cut the line"""

_HOSTED_SHOW = Form(
    rf"^(?P<show>{_WORDS}) (?:[Pp]odcast|[Ss]how),? (?:is )?(?:hosted|presented) by "
    rf"(?P<host>{NAME})\.?$",
    needs=" by ",
)
"""``Night Radio Podcast hosted by Ada Byron``, and nothing else"""

_ON_SHOW = Form(
    rf"^(?:This (?:week|month)|Today),? on (?P<show>{_WORDS})(?=\s?(?:\.\.\.|…|:|,))",
    needs=" on ",
)
"""``This week, on Night Radio...``"""

_BROUGHT = re.compile(
    rf"^(?!This |Today|The (?:show|podcast|episode)\b)(?P<show>{_WORDS}) is brought to you by\b"
)
"""``Night Radio is brought to you by Acme``: no advert stands there as the subject."""

_SHOWS_HOST = Form(
    rf"\b(?:alongside|joins|joined) (?P<show>{_WORDS}) host (?P<host>{NAME})\b", needs=" host "
)
"""``… joins Night Radio host Ada Byron``; whom one talks with may host another show."""

_PAID = re.compile(
    rf"^(?P<show>{_WORDS}) [-–—|] (?:[Pp]resented|[Ss]ponsored|[Pp]owered|[Bb]rought to you) by\b"
)
"""``Night Radio - Presented by Acme``"""

_PICTURE = re.compile(
    r"(?:^|\s)(?:logo|cover|artwork|avatar) (?:of|for) (?:the )?(?:podcast|show) "
    rf"(?P<show>{_WORDS})$"
)
"""``logo of podcast Night Radio``: what a reader says of a picture."""

_CODE = re.compile(r"^(?P<code>[A-Z]{2,5})[-# ]?(?P<number>\d{1,4})\s?[:|–—-]\s\S")
_BY = Form(rf"^[Bb]y (?P<name>{NAME})$", needs="y ")

_OF_CAPITALS = re.compile(
    r"\b[Ee]pisode #?(?P<number>\d{1,4}) of (?:the |our )?(?P<show>[A-Z]{2,}(?: [A-Z]{2,}){1,4})"
    r"(?: [a-z]+)? (?:podcast|show)\b"
)
"""``episode 12 of the NIGHT RADIO sleep podcast``"""

_RECORDED_AT = re.compile(
    rf"^(?P<show>{_WORDS})(?:,| [-–—|·])? (?:[Ee]pisode |[Ee]p\.? |[Nn]o\.? )?#?"
    r"(?P<number>\d{1,4})(?:,| [-–—|·]) (?:[Rr]ecorded|[Tt]aped|[Ff]ilmed|[Ll]ive) "
    r"(?:live )?(?:at|in|on|from|before) "
)
"""``Night Radio #12, recorded at the Old Mill``"""

_WHAT_IS = re.compile(rf"^What is (?P<show>{_WORDS})\?$")
"""``What is Night Radio?`` near the foot of a page that ``Night Radio`` stands above."""

_TELLS_OF = Form(rf"^(?P<host>{NAME}) (?:talks|speaks|writes|interviews|explores|chats)\b")

_READ = 2_000
"""Letters of each paragraph."""

_NEAR = 40
"""Blocks from the top."""


def read(draft: Draft) -> None:
    """Claims show, number and people that the prose of a page's top announces."""
    for block in draft.source.blocks[:_NEAR]:
        text = block.plain[:_READ]
        if block.is_item or block.sign == ">":
            continue
        announced_people.read(text, block.start, draft)
        _read_show(text, block.start, draft)
    _read_named_above(draft)
    _read_coded(draft)
    _read_creators(draft)
    _read_welcome(draft)


_OWN = re.compile(r"['’]s ")


def read_visits(draft: Draft) -> None:
    """Claims host and guest of a paragraph that says who visits whom, where nothing else does."""
    for block in draft.source.blocks[:_NEAR]:
        if not (block.is_item or block.sign == ">"):
            announced_people.read_visited(block.plain[:_READ], block.start, draft)


def _read_welcome(draft: Draft) -> None:
    top = draft.source.blocks[:_NEAR]
    found = _WELCOMES.search(" ".join(block.plain[:_READ] for block in top)[:_READ])
    name = trimmed(found["show"]) if found else ""
    person = is_name(name) and not _OWN.search(name) and is_spoken_of(name, draft.source.text)
    told = " " in name or (found is not None and found["sort"].endswith("podcast"))
    if told and not (draft.values("show") or person):
        draft.claim("show", name, top[0].start)


def _read_show(text: str, line: int, draft: Draft) -> None:
    counted = _OF_CAPITALS.search(text)
    hosted = _HOSTED_SHOW.match(text)
    pictured = _PICTURE.search(text) or _PAID.match(text)
    hosted = hosted or _SHOWS_HOST.search(text)
    live = _RECORDED_AT.match(text)
    counted = counted or live
    found = counted or hosted or pictured or _ON_SHOW.match(text) or _BROUGHT.match(text)
    name = trimmed(uncapped(found["show"])) if found else ""
    if not found or draft.values("show") or not is_name_of_show(name):
        return
    draft.claim("show", name, line)
    if counted and not draft.values("number"):
        draft.claim("number", int(counted["number"]), line)
    if hosted and is_name(hosted["host"]) and not draft.values("host"):
        draft.claim("host", bare_name(hosted["host"]), line)


def _read_named_above(draft: Draft) -> None:
    """The first line of a page, which a question further down asks what it is."""
    blocks = draft.source.blocks
    first = blocks[0] if blocks else None
    asked = [b for b in blocks if len(b.text) < _LONGEST and _WHAT_IS.match(b.plain)]
    for block in asked if first and not draft.values("show") else ():
        found = _WHAT_IS.match(block.plain)
        if not (first and found) or found["show"] != first.plain:
            continue
        draft.claim("show", first.plain, first.start)
        below = next((b for b in blocks if b.start > block.end), None)
        told = _TELLS_OF.match(below.plain) if below else None
        if told and is_name(told["host"]) and not draft.values("host"):
            draft.claim("host", bare_name(told["host"]), below.start if below else block.start)
        return


def _read_coded(draft: Draft) -> None:
    """``Mad Night Radio``, ``by Ada Byron``, and below ``MNR-079: Deep Sleep``: show and host."""
    top = draft.source.blocks[:_TOP]
    coded = next((b for b in top[1:] if _CODE.match(b.plain)), None)
    found = _CODE.match(coded.plain) if coded else None
    if not found or draft.values("show") or not is_name_of_show(top[0].plain):
        return
    initials = "".join(word[0].upper() for word in top[0].plain.split() if word[0].isalpha())
    if initials.removeprefix("T") != found["code"].removeprefix("T"):
        return
    draft.claim("show", top[0].plain, top[0].start)
    for block in top[1:]:
        signed = _BY.match(block.plain)
        if signed and is_name(signed["name"]) and not draft.values("host"):
            draft.claim("host", bare_name(signed["name"]), block.start)


_TOP = 6
_LONGEST = 80

_CREATORS = re.compile(r"^(?:creators|hosts?|people) (?:&|and) guests?$", re.IGNORECASE)
_ROLES = {"host": "host", "co-host": "host", "guest": "guest"}
_FEWEST = 2


def _read_creators(draft: Draft) -> None:
    """``Creators & Guests``, with names below it, each with what is said of that person.

    A line such as ``Host`` above a name tells the role; else those besides the host are guests.
    """
    blocks = draft.source.blocks
    place = next((i for i, b in enumerate(blocks) if _CREATORS.match(b.plain)), None)
    if place is None or _roles_stand_below(blocks[place + 1 : place + 3]):
        return
    named: list[tuple[str, str, int]] = []
    for before, block in zip(blocks[place:], blocks[place + 1 : place + _NEAR], strict=False):
        if block.sign == "#" or _WHAT_IS.match(block.plain):
            break
        if is_name(block.plain) and not block.is_item:
            role = before.plain.lower()
            named.append((_ROLES.get(role, "" if before is blocks[place] else role), *_of(block)))
    told = [one for one in named if one[0] in _ROLES.values()]
    for role, name, line in told:
        draft.claim(role, name, line)
    hosts = draft.values("host")
    names = list(dict.fromkeys(name for _, name, _ in named))
    if told or len(names) < _FEWEST or draft.values("guest"):
        return
    if sum(resolve(name, hosts) is not None for name in names) == 1:
        for _, name, line in named:
            draft.claim("guest" if resolve(name, hosts) is None else "host", name, line)


def without_creators(blocks: Sequence[Block]) -> list[Block]:
    """The blocks above ``Creators & Guests``, and those from the next question or heading on."""
    place = next((i for i, b in enumerate(blocks) if _CREATORS.match(b.plain)), None)
    named = place is not None and any(is_name(b.plain) for b in blocks[place + 1 : place + 3])
    if place is None or not named or _roles_stand_below(blocks[place + 1 : place + 3]):
        return list(blocks)
    ends = (
        i
        for i, b in enumerate(blocks)
        if i > place and (b.sign == "#" or _WHAT_IS.match(b.plain) or mark(b.text))
    )
    below = blocks[next(ends, len(blocks)) :]
    return [*blocks[:place], *(block for block in below if not _WHAT_IS.match(block.plain))]


def _roles_stand_below(blocks: Sequence[Block]) -> bool:
    """``Ada Byron``, and below it ``Host``."""
    return len(blocks) == _FEWEST and blocks[1].plain.lower() in _ROLES


def _of(block: Block) -> tuple[str, int]:
    return bare_name(block.plain), block.start


_COUNTED = re.compile(
    r"^ep(?:isode)?\.?\s?#?(?P<number>\d{1,4})\s?[:|–—-]\s(?P<title>\S.+)$", re.IGNORECASE
)


def read_count_of_title(draft: Draft) -> None:
    """``Ep 59 – Deep Sleep`` further down gives the number of a page called ``Deep Sleep``."""
    titles = {title.casefold() for title in draft.values("title")}
    for block in draft.source.blocks if titles and not draft.values("number") else ():
        found = _COUNTED.match(block.plain) if len(block.text) < _HEADING else None
        if found and found["title"].casefold() in titles:
            draft.claim("number", int(found["number"]), block.start)
            return


_HEADING = 200
"""Letters."""
