"""Metadata whose labels stand on lines of their own, with the values on the lines below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.dates import find_date, labels_other_day
from quizapp.reading.draft import Draft
from quizapp.reading.fields import take_field
from quizapp.reading.headings import area_of
from quizapp.reading.labels import field_of
from quizapp.reading.names import bare_name, is_name, split_names
from quizapp.reading.wording import is_prose, word_count

_PEOPLE = frozenset({"host", "guest", "person"})
_NEVER_ALONE = frozenset("name no number with about people feat description subtitle".split())
"""Words that are labels only where a colon says so."""

_LONGEST = 25
"""Words of a value."""

_FORM = 2
"""One such label may be a heading; two are a table."""


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes ``Host``, and below it ``Ada Byron``; hands back what is no such pair."""
    blocks = _without_other_days(blocks)
    fields = [_field(block) for block in blocks]
    labels = [
        place
        for place, field in enumerate(fields[:-1])
        if field and not fields[place + 1] and _is_value(blocks[place + 1])
    ]
    listed = [place for place in labels if _lists_people(blocks[place], blocks[place + 1])]
    labels = labels if len(labels) >= _FORM else listed
    if not labels or _named_above(blocks, labels[0], fields[labels[0]]):
        return list(blocks)
    taken: set[int] = set()
    for place in labels:
        field, value = fields[place] or "", blocks[place + 1]
        if take_field(field, value.text, value.start, draft):
            taken |= {place, place + 1}
            more = place + 2
            while field in _PEOPLE and more < len(blocks) and is_name(blocks[more].plain):
                take_field(field, blocks[more].text, blocks[more].start, draft)
                taken.add(more)
                more += 1
    return [block for place, block in enumerate(blocks) if place not in taken]


def _without_other_days(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without ``Last edited`` and the day below it, which is not the episode's."""
    pairs = [
        place
        for place, (one, below) in enumerate(pairwise(blocks))
        if labels_other_day(one.plain) and len(below.text) <= _DAY and find_date(below.plain)
    ]
    dropped = {place + step for place in pairs for step in (0, 1)}
    return [block for place, block in enumerate(blocks) if place not in dropped]


_DAY = 40
"""Letters of a day with its hour."""


def _lists_people(label: Block, value: Block) -> bool:
    """``Guests:``, and below it ``Ada Byron, Carl Roe``: with a colon one such pair is enough."""
    names = split_names(value.plain)
    return label.plain.endswith(":") and len(names) > 1 and _field(label) in _PEOPLE


def read_listed_below(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the names below ``With``, each with a line about who that is; hands back the rest."""
    start = next((i for i, b in enumerate(blocks) if b.plain.lower().rstrip(":") in _LISTING), None)
    if start is None or start + 1 >= len(blocks) or not is_name(blocks[start + 1].plain):
        return list(blocks)
    place, named = start + 1, 0
    while place < len(blocks):
        text = blocks[place].plain
        if is_name(text):
            draft.claim("guest", bare_name(text), blocks[place].start)
            named += 1
        elif text.lower() not in ("and", "&") and not _tells_who(blocks[place], blocks[place - 1]):
            break
        place += 1
    return [*blocks[:start], *blocks[place:]]


def _tells_who(block: Block, above: Block) -> bool:
    """``Professor of Law at Leeds`` right below a name."""
    text = block.plain
    below = is_name(above.plain) and not block.spaced and not block.sign
    return (
        below
        and ":" not in text
        and not is_prose(text.rstrip("."))
        and word_count(text) <= _LONGEST
    )


_LISTING = frozenset({"with", "featuring", "contributors", "on the panel"})


def read_roles_below(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes ``Ada Byron``, and below it ``Host``; hands back what is no such pair."""
    rest: list[Block] = []
    for block in blocks:
        role = _role(block.plain)
        if role and rest and is_name(rest[-1].plain):
            draft.claim(role, bare_name(rest.pop().plain), block.start)
        else:
            rest.append(block)
    if draft.values("guest") or not draft.values("host"):
        return rest
    for one, below in pairwise(rest):
        if is_name(one.plain) and _tells_who(below, one) and not _CREW.search(below.plain):
            draft.claim("guest", bare_name(one.plain), one.start)
    return rest


_CREW = re.compile(
    r"\b(?:produc\w+|editor|edited|engineer\w*|sound|music|research\w* by|mix\w*|intern)\b",
    re.IGNORECASE,
)
"""Who makes a show, and is no guest of it."""


def _role(text: str) -> str | None:
    """``Host``, ``Host of Night Radio``"""
    found = _OF_SHOW.match(text)
    return _ROLES.get(found["role"].lower() if found else text.lower().rstrip(" :"))


_OF_SHOW = re.compile(
    r"^(?:The )?(?P<role>Host|Co-host|Presenter|Interviewer)(?: of |, | and creator of )"
    r"(?:the )?[A-Z“\"].{2,60}$"
)
_ROLES = {
    "host": "host", "co-host": "host", "cohost": "host", "presenter": "host",
    "interviewer": "host", "guest": "guest", "special guest": "guest", "interviewee": "guest",
}  # fmt: skip


def _field(block: Block) -> str | None:
    text = block.plain.rstrip(" :")
    if len(text) > 30 or text.lower() in _NEVER_ALONE or block.is_item:
        return None
    return field_of(text)


def _is_value(block: Block) -> bool:
    text = block.plain
    told = is_prose(text) and not text.endswith(("?", "!"))
    return not told and word_count(text) <= _LONGEST and area_of(text) is None


def _named_above(blocks: Sequence[Block], place: int, field: str | None) -> bool:
    """Whether names stand above their roles: ``Ada Byron``, and below it ``Host``."""
    return field in _PEOPLE and place > 0 and is_name(blocks[place - 1].plain)
