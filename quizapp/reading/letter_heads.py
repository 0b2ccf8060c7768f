"""The flat head of a letter's page: ``Night RadioSubscribeSign in``, ``Ada ByronJun 4, 2021``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from quizapp.reading.dates import find_date
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name

_BUTTON = r"(?:Subscribe|Sign in|Sign up|Log in|Get app|Share|Follow)"
_MASTHEAD = re.compile(rf"^(?P<name>[^\W_].{{2,49}}?)(?P<buttons>{_BUTTON}{{2,4}})$")
_BUTTONS = re.compile(_BUTTON)
_ROW = re.compile(rf"{_BUTTON}{{2,4}}")
"""``SubscribeSign in``, with the name on the line above"""

_SIGNED = Form(
    rf"^(?P<name>{NAME})"
    r"(?P<day>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? .{3,9})"
    r"(?:\s?[∙·•]\s?Paid)?$"
)
_TOP, _NEAR = 4, 12
"""Lines within which the head begins, and within which it ends."""

_LONGEST = 80


def unglued(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines of a page, those of such a head one by one as the site shows them."""
    rest = iter(lines)
    top = list(islice(rest, _NEAR))
    place = next((i for i, (_, raw) in enumerate(top[:_TOP]) if _masthead(raw)), None)
    if place is None:
        return chain(top, rest)
    parted = ((line, part) for line, raw in top for part in (_masthead(raw) or _signed(raw)))
    return chain(parted, rest)


def _masthead(raw: str) -> list[str]:
    """The name of a letter and its buttons, or those alone; empty where a line is none such."""
    if len(raw) > _LONGEST:
        return []
    if _ROW.fullmatch(raw.strip()):
        return _BUTTONS.findall(raw)
    found = _MASTHEAD.match(raw.strip())
    return [found["name"].strip(), *_BUTTONS.findall(found["buttons"])] if found else []


def _signed(raw: str) -> list[str]:
    """Who signs a page and the day of it, or the line as it is."""
    found = _SIGNED.match(raw.strip()) if len(raw) <= _LONGEST else None
    if found is None or not is_name(found["name"]) or find_date(found["day"]) is None:
        return [raw]
    return [found["name"], found["day"]]
