"""What a browser prints above each page: its title and when it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

_STAMP = (
    r"(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4})|\d{4}-\d\d-\d\d),?\s"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_GAP = r"(?:\s{3,}|\t+)"
_BEHIND = re.compile(rf"^\s*(?P<name>\S(?:[^\s]|\s{{1,2}}(?=\S)){{0,150}}){_GAP}{_STAMP}\s*$")
_BEFORE = re.compile(rf"^\s*{_STAMP}{_GAP}(?P<name>\S.{{0,150}}?)\s*$")
_LONGEST = 300
_TOP, _NEAR = 3, 40
"""Lines within which the mark of the first page stands, and in which its title may come again."""


def without_print_marks(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines of a page without such marks; a title that only a mark tells stays."""
    rest = iter(lines)
    top = list(islice(rest, _NEAR))
    name = next(filter(None, (_name(raw) for _, raw in top[:_TOP])), "")
    if not name:
        return chain(top, rest)
    others = [raw.strip() for _, raw in top if _name(raw) is None]
    told = any(other and other in name for other in others)
    return _unmarked(chain(top, rest), name, told=told)


def _unmarked(
    lines: Iterable[tuple[int, str]], name: str, *, told: bool
) -> Iterator[tuple[int, str]]:
    for line, raw in lines:
        marked = _name(raw)
        if marked == name and not told:
            yield line, name
            told = True
        elif marked != name:
            yield line, raw


def _name(raw: str) -> str | None:
    """The title in a mark; None where a line is none."""
    if len(raw) > _LONGEST or not any(char.isdigit() for char in raw):
        return None
    found = _BEHIND.match(raw) or _BEFORE.match(raw)
    return found["name"] if found else None
