"""The front matter of a Markdown file: ``key: value`` between two lines of dashes."""

from __future__ import annotations

import re

from quizapp.reading.page import Field

_NAMED = re.compile(r"^(?:name|full_name|title):\s*", re.IGNORECASE)
"""``- name: Ada Byron``: an entry of several values, of which the others are indented."""

_WIKI = re.compile(r"\[\[([^\[\]|]{1,100})(?:\|([^\[\]|]{1,100}))?\]\]")
"""``[[Ada Byron]]``, ``[[page|Ada Byron]]``: links of notes."""

_LONGEST = 200
"""Lines; what goes on without an end is no front matter."""


def split_front_matter(
    lines: list[tuple[int, str]],
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    """The fields of the front matter, and the lines behind it; no fields where there is none."""
    first = next((i for i, (_, line) in enumerate(lines) if line.strip()), None)
    if first is None:
        return (), lines
    if lines[first][1].strip() != "---":
        stamped = _STAMPED.match(lines[first][1])
        return _split_stamp(lines, first, stamped) if stamped else _split_properties(lines, first)
    inside = lines[first + 1 : first + _LONGEST]
    last = next((i for i, (_, line) in enumerate(inside) if line.strip() in ("---", "...")), None)
    if last is None or not any(":" in line for _, line in inside[:last]):
        return (), lines
    return tuple(_fields(inside[:last])), lines[first + last + 2 :]


_STAMPED = re.compile(r"^\s*date (?P<day>(?:19|20)\d\d-\d\d(?:-\d\d)?) (?P<rest>\S.*)$")
"""``date 2022-05-14 A town without a ferry``: the day that an archive put before the text."""


def _split_stamp(
    lines: list[tuple[int, str]], first: int, found: re.Match[str]
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    number = lines[first][0]
    text = (number, found["rest"])
    return (Field("date", found["day"], number),), [*lines[:first], text, *lines[first + 1 :]]


_PROPERTY = re.compile(r"^(?P<name>[A-Za-z][\w -]{1,30})::\s(?P<value>.*)$")
_FORM = 2


def _split_properties(
    lines: list[tuple[int, str]], first: int
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    """``title:: Deep Sleep`` and the like at the top, as notes of outliners have them."""
    fields = []
    for number, line in lines[first : first + _LONGEST]:
        found = _PROPERTY.match(line)
        if not found:
            break
        fields.append(Field(found["name"].lower(), _value(found["value"]), number))
    if len(fields) < _FORM:
        return (), lines
    return tuple(fields), lines[first + len(fields) :]


def _fields(lines: list[tuple[int, str]]) -> list[Field]:
    fields: list[Field] = []
    for number, line in lines:
        stripped = line.strip()
        if stripped.startswith("- ") and fields:
            last = fields[-1]
            told = _NAMED.sub("", _value(stripped[2:]))
            joined = f"{last.value}, {told.strip(chr(34) + chr(39))}".lstrip(", ")
            fields[-1] = Field(last.name, joined, last.line)
            continue
        name, colon, value = stripped.partition(":")
        if colon and not line.startswith((" ", "\t")):
            fields.append(Field(name.strip().lower(), _value(value), number))
    return fields


def _value(text: str) -> str:
    bare = _WIKI.sub(lambda found: found[2] or found[1], text.strip())
    if bare.startswith("[") and bare.endswith("]"):
        return ", ".join(_value(part) for part in bare[1:-1].split(","))
    return bare.strip("\"'")
