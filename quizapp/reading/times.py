"""Times and durations in all the forms that pages write them; whole seconds."""

from __future__ import annotations

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
"""``1:04:14``, ``90:09``, ``36:4``: hours, minutes and seconds, the hours may be missing."""

UNITS = (
    r"(?:\d{1,2}\s?h(?:ours?|rs?)?\s?)?\d{1,3}\s?m(?:in(?:ute)?s?)?"
    r"(?:\s?\d{1,2}\s?s(?:ec(?:ond)?s?)?)?"
)
"""``1m49s``, ``0h26m28s``."""

READING_TIME = re.compile(r"\b\d{1,3}[\s-]?min(?:ute)?s? read\b", re.IGNORECASE)
"""``5 min read``, of a page rather than of an episode."""

_UNITS = re.compile(
    r"^(?:(?P<h>\d{1,3})\s?h(?:ours?|rs?)?\.?,?\s?(?:and\s)?)?"
    r"(?:(?P<m>\d{1,4})\s?m(?:in(?:ute)?s?)?\.?,?\s?)?"
    r"(?:(?P<s>\d{1,4})\s?s(?:ec(?:ond)?s?)?\.?)?$",
    re.IGNORECASE,
)
_ISO = re.compile(r"^PT(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+)(?:\.\d+)?S)?$")
_DURATION = re.compile(
    r"(?<![\w.])(?:\d{1,2}\s?(?:hours?|hrs?|h)(?![a-z])\.?,?\s?(?:and\s)?(?:\d{1,2}\s?(?:minutes?|mins?|m)(?![a-z]))?"
    r"|\d{1,3}\s?(?:minutes?|mins?)(?![a-zA-Z]))(?:\s?\d{1,2}\s?(?:seconds?|secs?|s)(?![a-zA-Z]))?"
)


def seconds(text: str) -> int | None:
    """The seconds of one time; None where the text is no time.

    ``36:4`` is 36 minutes and 4 seconds; minutes above 59 stand without hours only (``90:09``).
    """
    bare = text.strip().strip("()[]@").strip()
    if ":" in bare:
        return _of_clock(bare)
    found = (_ISO if bare.startswith("PT") else _UNITS).match(bare)
    if not bare or not found or not any(found.groups()):
        return None
    return 3600 * int(found["h"] or 0) + 60 * int(found["m"] or 0) + int(found["s"] or 0)


def _of_clock(text: str) -> int | None:
    parts = re.split(r"[.,]", text)[0].split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if numbers[-1] > 59 or (len(numbers) == 3 and numbers[1] > 59):
        return None
    hours, minutes, rest = [0, *numbers][-3:]
    return 3600 * hours + 60 * minutes + rest


def clock_of(at: float) -> str:
    """How seconds are written on a clock: ``0:21``, ``1:02:03``."""
    minutes, rest = divmod(int(at), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def duration(text: str) -> int | None:
    """The seconds of a stated length: ``1h 37m``, ``97 min``, ``1:37:00``, ``PT97M``."""
    whole = seconds(text)
    if whole is not None:
        return whole
    found = _DURATION.search(text)
    return seconds(found[0]) if found else None


_LEADING = re.compile(
    rf"^(?:[(\[]@?({CLOCK}|{UNITS})[)\]]|({CLOCK})(?=\s|[-–—|]\s|[A-Z][a-z]))\s*[-–—:|]?\s*(?=\S)"
)
_LINKED = re.compile(
    rf"^[(\[]{{1,2}}@?(?P<time>{CLOCK}|{UNITS})(?:\s?[-–—]\s?{CLOCK})?[)\]]{{1,2}}"
    r"\((?:https?:/|[#/?])[^()\s]{1,400}\)\s*[-–—:|]?\s+(?=\S)"
    r"|^\(?https?://[^()\s?#]{1,300}[?#](?:[^()\s&]{1,100}&){0,9}t=(?P<seconds>\d{1,5})s?\)?"
    r"\s*[-–—:|]?\s+(?=\S)"
)
"""``[03:22](https://…) Text``, ``https://…?t=202 Text``: a time that leads to its place."""

_LONGEST_LINK = 600

_TRAILING = re.compile(rf"\s*[(\[]@?({CLOCK}|{UNITS})(?:\s?[-–—]\s?{CLOCK})?[)\]]\s*$")


def timed(text: str) -> tuple[int | None, str]:
    """A time at the start or (in brackets) at the end of a text, and the text without it."""
    first = text[:1]
    linked = _LINKED.match(text[:_LONGEST_LINK]) if first in "[(h" else None
    if linked:
        given = linked["time"] or f"{linked['seconds']}s"
        at = seconds(given)
        return (at, text[linked.end() :]) if at is not None else (None, text)
    found = _LEADING.match(text[:40]) if first in "([" or first.isdecimal() else None
    if found:
        at = seconds(found[1] or found[2])
        return (at, text[found.end() :]) if at is not None else (None, text)
    closed = text[-40:].rstrip().endswith((")", "]"))
    tail = _TRAILING.search(text[-40:]) if closed else None
    at = seconds(tail[1]) if tail else None
    if tail is None or at is None:
        return None, text
    return at, text[: len(text) - (len(text[-40:]) - tail.start())]
