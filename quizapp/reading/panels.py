"""Those who sit on a panel, each with what they do, below ``Panelists:`` or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import word_count

_LABEL = re.compile(
    r"(?:(?:the|our) )?(?:panel|panell?ists?|panel members|discussants|guests|in conversation with)"
    r"\s?:?",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?P<name>[^,()–—|]{4,50}?)(?:,\s| \(| [–—|-] )(?P<told>\S.{1,120})")
"""``Ada Byron, potter, Lantern Works``"""
_LONGEST = 25
"""Words of such a line."""
_TWO = 2


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the people of such a list as guests; hands back the other blocks.

    One person below the label may be anything; two or more, each with an office, are a panel.
    """
    blocks = _read_moderator(_read_in_line(blocks, draft), draft)
    for place, block in enumerate(blocks):
        if not _LABEL.fullmatch(block.plain):
            continue
        people = _listed(blocks[place + 1 :])
        if len(people) < _TWO:
            continue
        for line, name in people:
            if name and resolve(name, [*draft.values("host"), *draft.values("guest")]) is None:
                draft.claim("guest", name, line)
        return [*blocks[:place], *blocks[place + 1 + len(people) :]]
    return list(blocks)


_IN_LINE = re.compile(
    r"(?:(?:the|our) )?"
    r"(?:panel|panell?ists?|panel members|discussants|guests|guest speakers)\s?:\s+"
    r"(?P<told>\S.{10,600})",
    re.IGNORECASE,
)
_HONOUR = re.compile(r"^(?:and )?(?:(?:Dr|Prof|Professor|Sir|Dame|Rev)\.? )?")


def _read_in_line(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes ``Panelists: Ada Byron, potter; Dr. Carl Roe, founder``; hands back the rest.

    Semicolons stand between the people; each has an office behind a comma.
    """
    rest: list[Block] = []
    for block in blocks:
        found = _IN_LINE.fullmatch(block.plain) if ";" in block.text[:_READ] else None
        parts = [_HONOUR.sub("", one.strip()) for one in found["told"].split(";")] if found else []
        told = [_TELLS.fullmatch(part.rstrip(".")) for part in parts]
        names = [bare_name(one["name"].strip()) for one in told if one and is_name(one["name"])]
        if len(names) < _TWO or len(names) < len(parts):
            rest.append(block)
            continue
        for name in names:
            if resolve(name, [*draft.values("host"), *draft.values("guest")]) is None:
                draft.claim("guest", name, block.start)
    return rest


_LEADS = re.compile(r"(?:(?:the|our) )?(?:moderator|chair|host|facilitator)\s?:", re.IGNORECASE)


def _read_moderator(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes ``Ada Byron, potter`` right below ``Moderator:`` as the host, above a panel."""
    places = [i for i, block in enumerate(blocks) if _LEADS.fullmatch(block.plain)]
    stage = _on_stage(draft) if places else []
    listed = bool(stage) or any(_LABEL.fullmatch(block.plain) for block in blocks)
    for place in places[:1] if listed else ():
        people = _listed(blocks[place + 1 : place + _TWO])
        if people and people[0][1] and not draft.values("host"):
            draft.claim("host", people[0][1], people[0][0])
            for line, name in stage:
                if name and resolve(name, [*draft.values("host"), *draft.values("guest")]) is None:
                    draft.claim("guest", name, line)
            return [*blocks[:place], *blocks[place + _TWO :]]
    return list(blocks)


_STAGE = re.compile(r"(?:the )?(?:speakers?|participants|presenters)\s?:?", re.IGNORECASE)


def _on_stage(draft: Draft) -> list[tuple[int, str]]:
    """The lines and names below ``Speakers:``, a part of its own, each with an office."""
    parts = [one for one in draft.source.regions if _STAGE.fullmatch(one.name)]
    return _listed(parts[0].blocks) if parts else []


_READ = 700
"""Letters of such a line."""


_LEADS_IT = re.compile(
    r"(?:the |our |your )?(?:co-?)?(?:host|moderator|presenter|interviewer|chair|facilitator)\b"
    r"(?! of\b|, (?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
"""``host`` behind a name, but not ``host of Night Radio`` or ``chair, Night Trust``: guests"""


def _listed(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The lines and names from the first block on, as far as each is a name and an office.

    Whoever leads the talk, ``Ada Byron, host``, has an empty name there.
    """
    people: list[tuple[int, str]] = []
    for block in blocks:
        found = _TELLS.fullmatch(_HONOUR.sub("", block.plain[:_READ]))
        short = word_count(block.plain) <= _LONGEST and ":" not in block.plain
        if not found or not short or not is_name(found["name"].strip()):
            break
        leads = _LEADS_IT.match(found["told"])
        people.append((block.start, "" if leads else bare_name(found["name"])))
    return people
