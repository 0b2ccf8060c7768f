"""Captions copied off a player: a time on every other line, or before every few words.

Thousands of lines of half a sentence each are put together to paragraphs before anything else
looks at them, each with the time of its first words. Times that are written out for those who
hear the page (``5 seconds`` below ``0:05``) are no words of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from quizapp.reading.block import Block
from quizapp.reading.headings import area_named
from quizapp.reading.marks import COUNTED
from quizapp.reading.names import is_name
from quizapp.reading.speakers import is_role
from quizapp.reading.times import CLOCK, clock_of, seconds
from quizapp.reading.wording import ends_sentence

Line = tuple[int, str]

_SPOKEN = re.compile(
    r"^(?=\d)(?:(?P<h>\d{1,2}) hours?)?(?:(?:^|, )(?P<m>\d{1,2}) minutes?)?"
    r"(?:(?:^|, )(?P<s>\d{1,2}) seconds?)?$"
)
"""``1 hour, 2 minutes, 5 seconds``"""

_TIMED = re.compile(
    rf"^\s*(?P<time>[(\[]?{CLOCK}[)\]]?)(?:\s+(?:[-–—|:]\s+)?|$|(?<=[\d\])])(?=[^\W\d]))(?P<rest>.*)$"
)
"""A time alone, before some words, or glued to them."""

_BEGINS = re.compile(r"^(?:>>|[-–—] |\[|\(|[A-ZÀ-Þ][^:.?!,]{0,40}:\s)")
"""What may mark another voice, or a sound."""

_FEWEST = 60
"""Times in a run; fewer lines are read one by one."""

_PACE = 12
"""Seconds from one time to the next, on average: chapters are minutes apart."""

_LONGEST = 240
"""Letters of what stands below one time."""

_GOING_ON = 0.3
"""Share of the captions that begin with a small letter, at the least."""

_NAMED = 0.05
"""Share of the captions from which on names on lines of their own mark who speaks."""

PARAGRAPH, _ENDLESS = 300, 900
"""Letters from which a paragraph ends with a sentence, and at which it ends anyway."""

_TITLE_WORDS = 10


@dataclass(slots=True)
class _Entry:
    """A time and the lines below or beside it."""

    at: int
    line: int
    told: list[Line]


def joined(lines: Iterable[Line], read: Callable[[list[Line]], Iterable[Block]]) -> Iterator[Block]:
    """The blocks of a text: of captions copied into it, and what ``read`` makes of the rest."""
    rest = list(_without_spoken(list(lines)))
    while run := _next_run(rest):
        first, last, entries = run
        yield from read(rest[:first])
        yield from _paragraphs(entries)
        rest = rest[last:]
    yield from read(rest)


def _without_spoken(lines: list[Line]) -> Iterator[Line]:
    """The lines without times in words, where they stand right below or beside the same time."""
    at: int | None = None
    for number, raw in lines:
        text = raw.strip()
        if at is not None and text.endswith(("s", "d", "r", "e")) and _told(text) == at:
            at = None
            continue
        found = _TIMED.match(raw) if text[:1] in "([0123456789" and len(text) < _LONGEST else None
        at = seconds(found["time"]) if found and not found["rest"] else None
        if found and found["rest"][:1].isdecimal():
            raw = _without_told(raw, found["time"], found["rest"])
        yield number, raw


def _told(text: str) -> int | None:
    found = _SPOKEN.match(text) if len(text) <= len("10 hours, 10 minutes, 10 seconds") else None
    if found is None:
        return None
    return 3600 * int(found["h"] or 0) + 60 * int(found["m"] or 0) + int(found["s"] or 0)


_TOLD_BEFORE = re.compile(
    r"^(?P<told>(?:\d{1,2} hours?)?(?:,? ?\d{1,2} minutes?)?(?:,? ?\d{1,2} seconds?)?)\s?(?=\D)"
)


def _without_told(raw: str, time: str, rest: str) -> str:
    """``0:05 5 seconds people think`` → ``0:05 people think``"""
    found = _TOLD_BEFORE.match(rest)
    told = found["told"] if found else ""
    if not found or not told or _told(told) != seconds(time):
        return raw
    return f"{time} {rest[found.end() :]}"


def _next_run(lines: Sequence[Line]) -> tuple[int, int, list[_Entry]] | None:
    """Where the next run of captions begins and ends, and its entries."""
    first = 0
    entries: list[_Entry] = []
    apart = False
    for place, (number, raw) in enumerate(lines):
        text = raw.strip()
        if not text:
            apart = True
            continue
        entry = _entry(number, text)
        falls = entry is not None and bool(entries) and entry.at < entries[-1].at
        if (entry is None and not _goes_on(entries, text, apart=apart)) or falls:
            if _is_run(entries):
                return first, place, entries
            entries = []
        apart = False
        if entry is not None:
            first = first if entries else place
            entries.append(entry)
        elif entries:
            entries[-1].told.append((number, text))
    return (first, len(lines), entries) if _is_run(entries) else None


def _entry(number: int, text: str) -> _Entry | None:
    """The caption that a line begins, with a time and perhaps with words."""
    timely = text[:1] in "([0123456789" and len(text) < _LONGEST
    found = _TIMED.match(text) if timely else None
    at = seconds(found["time"]) if found else None
    if found is None or at is None or _TIMED.match(found["rest"]):
        return None  # also "0:00 - 0:06"
    return _Entry(at, number, [(number, found["rest"])] if found["rest"] else [])


def _goes_on(entries: Sequence[_Entry], text: str, *, apart: bool) -> bool:
    """Whether a line without a time belongs to the caption above; no part of a page does."""
    if not entries or len(text) >= _LONGEST or len(entries[-1].told) >= _LINES:
        return False
    if apart and entries[-1].told:
        return False
    return not text.startswith("#") and area_named(text.strip("*_#: ")) is None


_LINES = 3
"""Lines of one caption, and a title below it."""


def _is_run(entries: Sequence[_Entry]) -> bool:
    """Whether times are seconds apart and many lines go on with a sentence, as captions do.

    Turns, quotes, chapters and sentences with times begin with capitals.
    """
    if len(entries) < _FEWEST or entries[-1].at - entries[0].at > _PACE * len(entries):
        return False
    told = [one.told[0][1] for one in entries if one.told]
    if sum(text[:1].islower() for text in told) < _GOING_ON * len(entries):
        return False
    every = [text for one in entries for _, text in one.told]
    return sum(map(_is_voice, every)) < _NAMED * len(entries)


def _is_voice(text: str) -> bool:
    name = text.rstrip(":").removeprefix(">>").strip()
    return len(name) < _NAME and (is_name(name) or is_role(name) or bool(COUNTED.match(name)))


_NAME = 40
"""Letters of a name on a line of its own."""


def _paragraphs(entries: Sequence[_Entry]) -> Iterator[Block]:
    """Paragraphs with the time of their first words; a line below a caption's may be a title."""
    wrapped = any(not _is_title(text) for one in entries for _, text in one.told[1:])
    current: list[str] = []
    start = end = at = length = 0
    for entry, following in zip_longest(entries, entries[1:]):
        for place, (number, text) in enumerate(entry.told):
            head = place > 0 and not wrapped and _is_title(text)
            over = length >= _ENDLESS or (length >= PARAGRAPH and ends_sentence(current[-1]))
            if current and (head or over or _BEGINS.match(text)):
                yield Block(f"[{clock_of(at)}] {' '.join(current)}", start, end)
                current, length = [], 0
            if head:
                time = f"[{clock_of(following.at)}] " if following else ""
                yield Block(f"{time}{text}", number, number, "#", level=_LEVEL)
                continue
            if not current:
                start, at = min(entry.line, number), entry.at
            current.append(text)
            length += len(text)
            end = number
    if current:
        yield Block(f"[{clock_of(at)}] {' '.join(current)}", start, end)


_LEVEL = 6
"""Of a chapter's title inside of a talk: no part of the page is below it."""


def _is_title(text: str) -> bool:
    """``Meanders`` between two captions, which go on with sentences otherwise."""
    return len(text.split()) <= _TITLE_WORDS and text[:1].isupper() and text[-1:] not in ".,?!…:;"
