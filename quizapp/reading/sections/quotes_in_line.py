"""Quotes that an extraction ran together into one line, with their speakers and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.forms import Form
from quizapp.reading.glued import split_glued
from quizapp.reading.names import NAME, is_name
from quizapp.reading.times import CLOCK
from quizapp.reading.wording import is_prose

_TEXT = r"[“\"](?P<text>[^“”\"]{8,600})[”\"]"
_BULLET = r"\s?(?:[-–•*]\s|\d{1,2}[.)]\s)?"
_SIGN = r"\s?(?:[-–—―~]\s?)?"
_BY = rf"[(\[]?(?P<by>{NAME})?"
_END = r"[)\]]?\s?(?:[|·]\s?)?"
_TIME = r"[(\[]?(?P<time>{clock})[)\]]?"
_TIMED_FIRST = Form(
    rf"{_BULLET}{_TIME.format(clock=CLOCK)}\s?(?:(?P<who>{NAME}):\s?)?{_TEXT}{_SIGN}{_BY}{_END}",
    needs=":",
)
"""``4:10 “It is late.” – Ada Byron``, ``[4:10] Ada Byron: “It is late.”``"""

_NAMED_FIRST = Form(
    rf"{_BULLET}(?P<who>{NAME})(?::|\s[–—-])\s?{_TEXT}(?:\s?{_TIME.format(clock=CLOCK)})?(?P<by>)"
)
"""``Ada Byron: “It is late.”``"""

_NAMED_BEHIND = Form(
    rf"{_BULLET}{_TEXT}{_SIGN}{_BY}"
    rf"(?:,?\s?(?:[·|]\s?)?{_TIME.format(clock=CLOCK)})?{_END}(?P<who>)"
)
"""``“It is late.” – Ada Byron (4:10)``"""

_MOST_PEOPLE = 10
_MARKS = '“”"'
_ALL = 0.9
"""So much of a line is quotes, where it is nothing else."""


def quotes_in(text: str, people: Sequence[str]) -> list[str]:
    """The quotes that fill a line, each signed and timed in one way; empty where it is none."""
    return _marked(text) or _signed(split_glued(text)) or by_people(text, people)


def _marked(text: str) -> list[str]:
    for form in (_TIMED_FIRST, _NAMED_FIRST, _NAMED_BEHIND):
        found = list(form.finditer(text))
        if found and sum(len(one[0]) for one in found) >= _ALL * len(text.strip()):
            return [_written(one) for one in found]
    return []


def _written(one: re.Match[str]) -> str:
    by = one["by"] or one["who"]
    signed = f" – {by}" if by else ""
    timed = f" ({one['time']})" if one["time"] else ""
    return f"“{one['text'].strip()}”{signed}{timed}"


def by_people(text: str, people: Sequence[str]) -> list[str]:
    """Quotes that fill a text, each with one of those who take part glued behind it."""
    if not people:
        return []
    names = "|".join(re.escape(name) for name in people[:_MOST_PEOPLE])
    form = re.compile(
        rf"(?:[(\[](?P<at>{CLOCK})[)\]]\s?)?(?P<text>.{{8,600}}?[.!?…”\"])\s?(?:[-–—―~]\s?)?(?P<by>{names})"
        rf"(?:,?\s?[(\[]?(?P<time>{CLOCK})[)\]]?)?(?=[A-ZÀ-Þ“\"(\[]|\s*$)"
    )
    found = list(form.finditer(text))
    if sum(len(one[0]) for one in found) < _ALL * len(text):
        return []
    return [
        f"“{one['text'].strip(_MARKS)}” – {one['by']}"
        + (f" ({one['at'] or one['time']})" if one["at"] or one["time"] else "")
        for one in found
    ]


def _signed(pieces: list[str]) -> list[str]:
    """``It is late.Ada Byron``: quotes without marks, each with the name glued behind it."""
    told, names = pieces[::2], pieces[1::2]
    if not names or len(told) != len(names):
        return []
    if not all(map(is_prose, told)) or not all(map(is_name, names)):
        return []
    return [f"“{text}” – {name}" for text, name in zip(told, names, strict=True)]
