"""Moments of an episode as Readwise keeps them: bullets, with parts and a time below each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.reading.areas import Area
from quizapp.reading.headings import area_named, area_of

_BULLET = re.compile(r"^(?P<indent>\s*)[-*]\s+(?P<text>\S.*)$")
_LABEL = re.compile(r"^\s*(?P<name>[A-Z][\w ]{2,30}):\s*$")
_TIME = re.compile(
    r"\s{0,8}\(\[(?:Time )?(?P<time>\d{1,2}(?::\d\d){1,2})\]\([^()\s]{0,400}\)\)\s*$"
)
"""``([Time 0:14:22](https://…))`` at the end of what it is the time of."""

_VOICE = re.compile(r"^(?:Speaker \d{1,2}|Unknown(?: Speaker)?|(?:[A-Z][\w.'’-]+ ?){1,4})$")
_PARTS = frozenset({Area.SUMMARY, Area.TRANSCRIPT, Area.TAKEAWAYS})
_LONGEST = 200
_DEEPEST = 2
"""Bullets may stand below one that heads them all, and that below the page's own."""

_Line = tuple[int, str]


@dataclass(slots=True)
class _Moment:
    """A bullet, and the lines that are indented below it."""

    number: int
    head: str
    depth: int
    body: list[_Line] = field(default_factory=list)

    @property
    def labelled(self) -> bool:
        """Whether what is below it has parts such as ``Summary:``."""
        return any(_part_of(line) for _, line in self.body)

    @property
    def names_part(self) -> bool:
        """``- Key takeaways`` above a list."""
        listed = any(_NUMBERED.match(line) for _, line in self.body)
        return listed and area_named(self.head) is not None

    @property
    def time(self) -> str:
        """When it is said, where that stands at its end."""
        found = next((one for _, line in reversed(self.body) if (one := _TIME.search(line))), None)
        return found["time"] if found else ""


_NUMBERED = re.compile(r"^\s+(?:\d{1,2}[.)]|[-*•])\s")


def _part_of(line: str) -> Area | None:
    label = _LABEL.match(line) if len(line) <= _LONGEST else None
    area = area_of(label["name"]) if label else None
    return area if area in _PARTS else None


def without_bullets(lines: list[_Line]) -> list[_Line]:
    """Numbered lines in which each moment is a heading, with its parts below it."""
    if not any("([" in line and _TIME.search(line[-_LONGEST * 3 :]) for _, line in lines):
        return lines
    if not any(line[:1].isspace() and _part_of(line) for _, line in lines):
        return lines
    taken: list[_Line] = []
    quoted = False
    for part in _moments(lines):
        labelled = isinstance(part, _Moment) and part.labelled
        if quoted and isinstance(part, _Moment) and not (labelled or part.names_part):
            taken.append((part.number, "## Highlights"))
        if isinstance(part, _Moment):
            quoted = labelled
        taken += _written(part)
    return taken


def _moments(lines: list[_Line]) -> Iterator[_Line | _Moment]:
    """The moments, and the lines between them."""
    moment: _Moment | None = None
    for number, line in lines:
        bare = line.expandtabs(4)
        depth = len(bare) - len(bare.lstrip())
        if moment and (not line.strip() or depth > moment.depth):
            moment.body.append((number, line))
            continue
        if moment:
            yield moment
        found = _BULLET.match(line)
        moment = _Moment(number, found["text"], depth) if found else None
        if moment is None:
            yield number, line
    if moment:
        yield moment


def _written(part: _Line | _Moment, deep: int = 0) -> Iterator[_Line]:
    if not isinstance(part, _Moment):
        yield part
        return
    inner = list(_moments(part.body)) if deep < _DEEPEST else []
    nested = [one for one in inner if isinstance(one, _Moment) and one.labelled]
    if nested and not any(_part_of(one[1]) for one in inner if not isinstance(one, _Moment)):
        yield part.number, "## Highlights"
        for one in inner:
            yield from _written(one, deep + 1)
    elif part.names_part and not part.labelled:
        yield part.number, f"## {part.head}"
        yield from ((number, _TIME.sub("", line)) for number, line in part.body)
        yield part.number, "## Highlights"
    elif part.labelled:
        yield part.number, f"### [{part.time}] {part.head}" if part.time else f"### {part.head}"
        yield from _with_parts(part.body)
    else:
        yield part.number, f"- {part.head}"
        yield from part.body


_SURE = re.compile(r"^(?:Speaker \d{1,2}|Unknown(?: Speaker)?)$")


def _is_voice(text: str, often: int) -> bool:
    """Whether a line is but who speaks: a name of two words, or one that stands there again."""
    if not _VOICE.match(text):
        return False
    return bool(_SURE.match(text)) or len(text.split()) > 1 or often > 1


def _with_parts(body: list[_Line]) -> Iterator[_Line]:
    """The parts of a moment; its summary is its own text, and needs no heading."""
    said = False
    voice: _Line | None = None
    names = Counter(line.strip() for _, line in body)
    for number, line in body:
        text = _TIME.sub("", line).strip()
        area = _part_of(line)
        if area is not None:
            said = area is Area.TRANSCRIPT
            yield number, "" if area is Area.SUMMARY else f"#### {text.rstrip(':')}"
        elif said and _is_voice(text, names[text]):
            voice = number, text
        elif voice and text:
            yield voice[0], ""
            yield number, f"{voice[1]}: {text}"
            voice = None
        else:
            yield number, text
