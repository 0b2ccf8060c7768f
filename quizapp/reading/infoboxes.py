"""The box of facts above a wiki page: ``{{Infobox``, ``| title = Deep Sleep``, ``}}``."""

from __future__ import annotations

import re

from quizapp.reading.labels import field_of
from quizapp.reading.page import Field

_OPENS = re.compile(r"^\s*\{\{\s*infobox\b", re.IGNORECASE)
_ROW = re.compile(r"^\s*\|\s*(?P<name>[A-Za-z][\w -]{1,30}?)\s*=\s*(?P<value>\S.*)$")
_DAY = re.compile(
    r"\{\{\s*(?:start|film|release|air|end)[\w -]{0,12}\|"
    r"(?P<year>(?:19|20)\d\d)\|(?P<month>\d{1,2})\|(?P<day>\d{1,2})[^{}]{0,40}\}\}",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,100}\|)?([^\[\]|]{1,100})\]\]")
_MARKUP = re.compile(r"<ref[^<>]{0,200}/>|<[^<>]{0,200}>|'{2,5}|\{\{[^{}|]{0,60}\}\}")
_LONGEST = 80
"""Lines of a box."""

_NEAR = 10


def split_infobox(
    lines: list[tuple[int, str]],
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    """The fields of the box at the top, and the other lines; no fields where there is none."""
    start = next((i for i, (_, line) in enumerate(lines[:_NEAR]) if _OPENS.match(line)), None)
    if start is None:
        return (), lines
    inside = lines[start : start + _LONGEST]
    end = next((i for i, (_, line) in enumerate(inside) if line.strip() == "}}"), None)
    found = [(n, _ROW.match(line)) for n, line in inside[:end]] if end else []
    rows = [Field(row["name"].lower(), _value(row["value"]), n) for n, row in found if row]
    if end is None or not any(field_of(row.name) for row in rows):
        return (), lines
    rest = [*lines[:start], *lines[start + end + 1 :]]
    return tuple(rows), rest


def _value(text: str) -> str:
    day = _DAY.search(text)
    if day:
        return f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}"
    return " ".join(_MARKUP.sub(" ", _LINK.sub(r"\1", text)).split())
