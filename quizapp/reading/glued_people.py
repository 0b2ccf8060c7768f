"""People, day and length that an extraction glued to a line, or to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.datelines import read_date_line
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.fields import LONGEST_VALUE
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.times import READING_TIME, duration
from quizapp.reading.wording import word_count

_ROLE = r"(?:[Cc]o-?)?[Hh]ost|HOST|[Gg]uest|GUEST"

_CAST = Form(
    rf"(?:(?:Host|Guest)\s(?={BIG}))?(?P<name>(?!(?:Host|Guest){BIG}){BIG}.{{2,40}}?)\s?"
    rf"(?P<role>{_ROLE})(?={BIG}|\s|$)"
)

_ROLE_BEFORE = Form(rf"\b(?P<role>Host|Guest)s?\s(?P<name>{NAME}?)(?=\s(?:Host|Guest)s?\s|$)")

_ROLES_BEFORE = Form(rf"(?:(?:Host|Guest)s?\s{NAME}(?:\s|$)){{2,4}}")
"""``Host Ada Byron Guest Carl Roe``."""

_TAIL = re.compile(
    r"^(?P<head>[^\n]{2,200}?[a-z\d)”?!])"
    rf"(?P<cast>(?:(?<=[a-z\d)”?!])(?=[A-Z])?{NAME}(?:host|guest)(?=[A-Z\d]|\s|$))+)?"
    r"(?P<day>(?:(?<=[a-z\d)”?!])|(?<=guest|.host)|(?<=[a-z\d])\s)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,?\s)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\d{1,2},\s?(?:19|20)\d\d)?"
    r"(?P<length>\s?(?:\d{1,2}\s?h(?:\s?\d{1,2}\s?m(?:in)?)?|\d{1,3}\s?m(?:in)?))?$"
)
"""A title with all that was glued to its end."""

_LONGEST_GLUED = 300

_TITLE_WORDS = 4

_OTHER_DAY = re.compile(
    r"(?:^|[·•|,;.]\s)[A-Z]?[a-z]{2,12}(?:ed|en|t)\b(?:\s(?:from|in|with|by|using|to)\s[^·•|]{2,40})?"
    r"\s(?:on|at)$"
)
"""``Exported from Pocketful on``, before a day: what was done then, which the day's reader tells"""


def peeled(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Lines without the cast, date and length that an extraction glued to their ends."""
    return [
        replace(block, text=without_tail(block.text, block.start, draft))
        if len(block.text) < _LONGEST_GLUED
        else block
        for block in blocks
    ]


def without_tail(text: str, line: int, draft: Draft) -> str:
    """``Deep SleepAda ByronhostCarl RoeguestJun 5, 20221h 4m`` → ``Deep Sleep``."""
    found = _TAIL.match(text)
    if not found or not (found["cast"] or found["day"]) or READING_TIME.search(found["head"]):
        return text
    if _CAST.fullmatch(found["head"]):
        return text  # all of the line is names and roles
    names = [one for one in _CAST.finditer(found["cast"] or "") if is_name(one["name"])]
    day = published(found["day"]) if found["day"] else None
    if not (names or day):
        return text
    apart = text[len(found["head"]) :][:1].isspace()
    if apart and (word_count(found["head"]) < _TITLE_WORDS or _OTHER_DAY.search(found["head"])):
        return text
    for one in names:
        draft.claim(_field(one), bare_name(one["name"]), line)
    draft.claim("published", day.isoformat() if day else None, line)
    draft.claim("duration_seconds", duration(found["length"] or "") or None, line)
    return found["head"]


def read_cast(block: Block, draft: Draft) -> bool:
    """``Ada ByronhostCarl Roeguest``: names glued to their roles."""
    text = block.plain
    told = _ROLES_BEFORE.fullmatch(text) if len(text) < LONGEST_VALUE else None
    if told:
        for one in _ROLE_BEFORE.finditer(text):
            draft.claim(one["role"].lower(), bare_name(one["name"]), block.start)
        return True
    found = [one for one in _CAST.finditer(text) if is_name(one["name"])] if len(text) < 400 else []
    rest = text[found[-1].end() :] if found else ""
    if found and found[-1]["role"][0].isupper() and is_name(rest):
        return False  # the roles stand before the names
    if _are_glued(found):
        read_date_line(replace(block, text=rest), draft)
        length = _LENGTH_GLUED.search(rest)
        draft.claim("duration_seconds", duration(length[0]) if length else None, block.start)
        found = found if len(rest) < _BEHIND_CAST else []
    elif not found or sum(len(one[0]) for one in found) < 0.6 * len(text):
        return False
    for one in found:
        draft.claim(_field(one), bare_name(one["name"]), block.start)
    return bool(found)


def _field(found: re.Match[str]) -> str:
    """``Co-host`` is a host too."""
    return "guest" if found["role"].lower() == "guest" else "host"


_LENGTH_GLUED = re.compile(r"(?<=(?:19|20)\d\d)(?:\d{1,2}h(?:\s?\d{1,2}m)?|\d{1,3}m)(?![a-z])")
"""``May 7, 20201h 37mWatch on …``"""

_BEHIND_CAST = 60
"""Letters of a day, a length and a button that are glued to the people."""


def _are_glued(found: Sequence[re.Match[str]]) -> bool:
    """Whether host and guest follow each other from the start of a line, without any gap."""
    starts = [0, *(one.end() for one in found[:-1])]
    roles = {_field(one) for one in found if one[0].endswith(one["name"] + one["role"])}
    return len(roles) > 1 and starts == [one.start() for one in found]
