"""Exports of summary tools in JSON: their keys are the labels and the headings of a page.

``{"podcast": "Night Radio", "takeaways": ["…"], "qa": [{"question": "…", "answer": "…"}]}`` is
read as a page with the label ``Podcast`` and the parts ``Takeaways`` and ``Q&A``.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quizapp.reading.areas import Area
from quizapp.reading.draft import Source
from quizapp.reading.headings import area_named
from quizapp.reading.labels import field_of
from quizapp.reading.page import Field
from quizapp.reading.times import clock_of, seconds

Entry = Mapping[str, object]

_HEADINGS = "heading headline title name label term word concept idea point takeaway insight lesson"
_TEXTS = (
    "text content quote body description explanation details detail summary definition meaning "
    "value statement"
)
_SPEAKERS = "speaker author said_by who attribution person name speaker_name by"
_STARTS = "start time timestamp start_time starttime start_seconds seconds at offset start_ms"
_NAMES = "name title full_name"
_ROLES = frozenset({"host", "guest"})
_NAMED = _ROLES | {"show"}
"""What may be an object with a name; ``{"episode": {…}}`` holds the labels of the episode."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_UNIT = re.compile(r" (?P<unit>seconds|secs?|s|minutes|mins?|ms)$")
_DEEPEST = 6
_DONE = ("done", "completed", "checked")
"""What entries have that are to be ticked off."""


def read_summary_json(path: str, text: str) -> Source | None:
    """The parts and labels of an export; None where no key names a part of a summary."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(data, list) and len(data) == 1:
        data = data[0]
    if not isinstance(data, dict):
        return None
    page = _Written(text)
    page.take(data)
    return Source(path, page.lines, fields=tuple(page.fields)) if page.parts else None


def read_labels(entry: Entry, text: str) -> tuple[Field, ...]:
    """The labels of an object and of those inside of it, as above the cues of a transcript."""
    page = _Written(text)
    page.take({key: value for key, value in entry.items() if not _has_entries(value)})
    return tuple(one for one in page.fields if one.name != "name")


def read_parts(entry: Entry, text: str) -> list[tuple[int, str]]:
    """The lines of the parts of a summary that stand beside a transcript: ``"takeaways": […]``."""
    page = _Written(text)
    for key, value in entry.items():
        if area_named(_words(key)) is not Area.CHAPTERS:
            page.take({key: value})
    return page.lines if page.parts else []


def _has_entries(value: object) -> bool:
    return isinstance(value, list) and len(value) > _MANY and isinstance(value[0], dict)


_MANY = 8
"""Objects in a list; those who take part are fewer."""


@dataclass(slots=True)
class _Written:
    """An export that is being written as a page, each line with its number in the file."""

    text: str
    lines: list[tuple[int, str]] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    parts: int = 0
    _place: int = 0
    _line: int = 1

    def take(self, entry: Entry, depth: int = 0) -> None:
        """Takes the keys of an object: labels, parts, and objects that hold more of both."""
        for key, value in entry.items():
            label = _words(key)
            area = area_named(label)
            named = None if area and area.kind else field_of(_UNIT.sub("", label))
            if named and self._take_field(label, named, value):
                continue
            if area and (area.kind or area is Area.CHAPTERS):
                self._take_part(label, area, value)
            elif isinstance(value, dict) and area is not Area.NOISE and depth < _DEEPEST:
                self.take(value, depth + 1)

    def _take_field(self, label: str, named: str, value: object) -> bool:
        if isinstance(value, dict) and named not in _NAMED:
            return False
        unit = _UNIT.search(label)
        if unit and isinstance(value, int | float) and math.isfinite(value):
            value = clock_of(value * _SECONDS.get(unit["unit"][:2], 1))
        people = list(_people(value, named))
        told = people or [(_UNIT.sub("", label), _scalar(value))]
        told = [(name, text) for name, text in told if text]
        self.fields += [Field(name, text, self._found(text)) for name, text in told]
        return bool(told)

    def _take_part(self, label: str, area: Area, value: object) -> None:
        written = list(_part(area, value))
        if not written:
            return
        self.parts += area is not Area.CHAPTERS
        self.lines += [(self._found(written[0][0]), f"## {label.capitalize()}")]
        for anchor, line in written:
            number = self._found(anchor)
            self.lines += [(number, "")]
            self.lines += [(number, one) for one in line.split("\n")]

    def _found(self, value: str) -> int:
        """The line on which a value stands, from the last one on."""
        for written in (json.dumps(value, ensure_ascii=False), json.dumps(value)):
            place = self.text.find(written, self._place, self._place + _AHEAD)
            if place >= 0:
                self._line += self.text.count("\n", self._place, place)
                self._place = place
                break
        return self._line


_AHEAD = 100_000
"""Letters behind the last value within which the next one stands."""

_SECONDS = {"mi": 60, "ms": 0.001}
"""How many are in a unit, by the first letters of its name."""


def _words(key: str) -> str:
    """``keyTakeaways``, ``key_takeaways`` → ``key takeaways``."""
    return " ".join(_SEAM.sub(" ", key[:80]).lower().split())


def _scalar(value: object) -> str:
    if isinstance(value, str):
        bare = html.unescape(_TAG.sub(" ", value)) if "</" in value or "<br" in value else value
        return " ".join(bare.split())
    if isinstance(value, list):
        return ", ".join(filter(None, (_scalar(one) for one in value if not isinstance(one, list))))
    if isinstance(value, dict):
        return _first(value, _NAMES)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _people(value: object, named: str) -> Iterator[tuple[str, str]]:
    """``[{"name": "Ada Byron", "role": "host"}]`` → each with the role as a label."""
    for entry in value if isinstance(value, list) and named == "person" else []:
        role = _first(entry, "role type") if isinstance(entry, dict) else ""
        if isinstance(entry, dict) and field_of(role) in _ROLES:
            yield role, _first(entry, _NAMES)


def _first(entry: Entry, names: str) -> str:
    """The text that an object gives under one of several keys, the first key counting most."""
    told = {_words(key).replace(" ", "_"): value for key, value in entry.items()}
    found = (told[name] for name in names.split() if isinstance(told.get(name), str))
    return next((text for one in found if (text := str(one).strip())), "")


def _part(area: Area, value: object) -> Iterator[tuple[str, str]]:
    """The lines of a part, each with a text by which it is found in the file."""
    if isinstance(value, str):
        if value.strip():
            yield value, value.strip()
        return
    if isinstance(value, dict):
        for inner in value.values():
            yield from _part(area, inner) if isinstance(inner, str | list) else ()
        return
    for entry in value if isinstance(value, list) else []:
        told = _entry(area, entry) if isinstance(entry, dict) else _bare(area, entry)
        if told:
            yield told


def _bare(area: Area, value: object) -> tuple[str, str] | None:
    if not isinstance(value, str) or not value.strip():
        return None
    text = _scalar(value)
    return value, _quoted(text) if area is Area.QUOTES else f"- {text}"


def _entry(area: Area, entry: Entry) -> tuple[str, str] | None:
    question, answer = _first(entry, "question q"), _first(entry, "answer a response")
    if question and answer:
        return question, f"Q: {question}\nA: {answer}"
    if area is Area.CHAPTERS:
        return _chapter(entry)
    text, heading = _first(entry, _TEXTS), _first(entry, _HEADINGS)
    if area is Area.QUOTES and text:
        at = _at(entry)
        time = "" if at is None else f" ({clock_of(at)})"
        speaker = _first(entry, _SPEAKERS)
        return text, _quoted(_scalar(text)) + (f" – {speaker}{time}" if speaker else time)
    box = "[ ] " if any(name in entry for name in _DONE) else ""
    told = _scalar(text or heading)
    both = f"**{heading.rstrip(' :')}:** {told}" if text and heading and heading != text else told
    return (heading or text, f"- {box}{both}") if told else None


def _chapter(entry: Entry) -> tuple[str, str] | None:
    title, at = _first(entry, _HEADINGS), _at(entry)
    return (title, f"{clock_of(at)} {_scalar(title)}") if title and at is not None else None


def _quoted(text: str) -> str:
    return text if text[:1] in '“"«„' else f"“{text}”"


def _at(entry: Entry) -> float | None:
    """The second at which a chapter or a quote begins."""
    told = {_words(key).replace(" ", "_"): value for key, value in entry.items()}
    value = next((told[name] for name in _STARTS.split() if name in told), None)
    if isinstance(value, str):
        return seconds(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    named = next(name for name in _STARTS.split() if name in told)
    value = value / 1000 if named.endswith("_ms") else value
    return value if 0 <= value < _LATEST else None


_LATEST = 100_000
"""Seconds; nothing begins later."""
