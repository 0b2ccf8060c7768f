"""Whom a note above captions names with the show: ``High Ground with Ada Byron``."""

from __future__ import annotations

import re

from quizapp.reading.names import bare_name, is_name
from quizapp.reading.page import Field
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.titles import parse_title

_HEAD = 3_000
"""Letters of a file above which its notes stand."""
_WITH = re.compile(
    r"(?:NOTE )?(?P<show>[A-ZÀ-Þ][^:|,#()\n\d]{1,50}?),? (?:with|hosted by|presented by) "
    r"(?P<host>[^,:|()\n]{4,60})"
)


def read_people(text: str, title: str) -> tuple[Field, ...]:
    """Host and guest, where the line for the title counts an episode of the show."""
    counted = parse_title(title)
    if counted.show is None or counted.number is None or not is_name_of_show(counted.show):
        return ()
    lines = [raw.strip() for raw in text[:_HEAD].partition("-->")[0].split("\n")]
    fields: list[Field] = []
    for number, line in enumerate(lines, start=1):
        found = _WITH.fullmatch(line) if len(line) < _LONGEST else None
        host = bare_name(found["host"].rstrip(" .")) if found else ""
        if found and found["show"].casefold() == counted.show.casefold() and is_name(host):
            fields.append(Field("host", host, number))
        guest = _GUEST.fullmatch(line) if len(line) < _LONGEST else None
        if guest:
            fields.append(Field("guest", guest["value"], number))
    return tuple(fields) if fields and fields[0].name == "host" else ()


_LONGEST = 130
_GUEST = re.compile(r"(?:NOTE )?guests?:\s+(?P<value>\S.*)", re.IGNORECASE)
