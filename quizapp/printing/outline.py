"""An episode as an outline: what was understood, checked at a glance by a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizapp.model import Chapter, Episode, Omission, Section, Turn

_FIRST = 60
"""Characters of a text that stand for it."""

_CHAPTERS = 3
_TURNS = 3
_OMISSIONS = 12
"""So many are shown of each; the rest is a number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an outline; ``sort`` says what it is, for those who print in colour.

    ``label`` is what stands before ``text``: the name of a fact, or the place in a file.
    """

    sort: str
    label: str
    text: str

    def __str__(self) -> str:
        """The line without colour."""
        return f"{self.label}{self.text}"


def outline(episode: Episode, omissions: Iterable[Omission] = ()) -> Iterator[Line]:
    """The outline: facts, chapters, each section and the turns, what was left out and why."""
    yield Line("title", episode.title, f"  [{episode.slug}]")
    yield from (Line("fact", f"  {name:<10} ", value) for name, value in _facts(episode))
    for file in episode.files:
        yield Line("fact", f"  {'file':<10} ", f"{file.path} ({file.layout})")
    yield from _doubts(episode)
    yield from _chapters(episode.chapters)
    yield from _sections(episode.sections)
    yield from _turns(episode.turns)
    paths = {file.path for file in episode.files}
    yield from _left_out([one for one in omissions if one.path in paths])


def _facts(episode: Episode) -> Iterator[tuple[str, str]]:
    number = f" #{episode.number}" if episode.number is not None else ""
    if episode.show:
        yield "show", episode.show + number
    elif number:
        yield "number", number.strip(" #")
    if episode.host:
        yield "host", episode.host
    if episode.guests:
        yield "guest", ", ".join(episode.guests)
    if episode.published:
        yield "published", episode.published.isoformat()
    if episode.duration_seconds:
        yield "duration", clock(episode.duration_seconds, hours=True)


def _doubts(episode: Episode) -> Iterator[Line]:
    """What the sources disagree on, and what the transcript spells otherwise."""
    for conflict in episode.conflicts:
        values = "; ".join(f"{v.value} ({v.path}:{v.line})" for v in conflict.values)
        yield Line("doubt", f"  {'conflict':<10} ", f"{conflict.field}: {values}")
    for one in episode.misspellings:
        stands = "is" if one.sure else "may be"
        times = f", {one.times} times" if one.times > 1 else ""
        text = f"“{one.heard}” {stands} {one.name} ({one.path}:{one.line}{times})"
        yield Line("doubt", f"  {'misspelt':<10} ", text)


def _chapters(chapters: Sequence[Chapter]) -> Iterator[Line]:
    if not chapters:
        return
    shown = [f"{clock(one.seconds)} {_short(one.title)}" for one in chapters]
    if len(shown) > _CHAPTERS + 1:
        shown = [*shown[:_CHAPTERS], "…", shown[-1]]
    yield Line("count", f"  {'chapters':<10} ", f"{len(chapters)}: " + " · ".join(shown))


def _sections(sections: Sequence[Section]) -> Iterator[Line]:
    counts = Counter(str(section.kind) for section in sections)
    told = ", ".join(f"{n} {kind}" for kind, n in counts.items()) or "none"
    yield Line("count", f"  {'sections':<10} ", told)
    for section in sections:
        place = f"{section.path}:{_lines(section.line_start, section.line_end)}"
        who = f" – {section.speaker}" if section.speaker else ""
        when = f" @ {clock(section.seconds)}" if section.seconds is not None else ""
        words = _short(section.heading or section.text)
        yield Line("part", f"    {section.kind:<10} {place}  ", f"{words}{who}{when}")


def _turns(turns: Sequence[Turn]) -> Iterator[Line]:
    if not turns:
        return
    named = Counter(turn.speaker for turn in turns if turn.speaker)
    told = ", ".join(f"{name} {n}" for name, n in named.most_common())
    nobody = len(turns) - named.total()
    told = ", ".join(part for part in (told, f"nobody named {nobody}" if nobody else "") if part)
    timed = sum(turn.seconds is not None for turn in turns)
    when = f"; {timed} with a time" if timed else ""
    count = f"{len(turns)}, {named.total()} with a speaker ({told}){when}"
    yield Line("count", f"  {'turns':<10} ", count)
    for turn in turns[:_TURNS]:
        place = f"{turn.path}:{_lines(turn.line_start, turn.line_end)}"
        who = f"{turn.speaker}: " if turn.speaker else ""
        yield Line("part", f"    {'turn':<10} {place}  ", who + _short(turn.text))


def _left_out(omissions: Sequence[Omission]) -> Iterator[Line]:
    if not omissions:
        return
    reasons = Counter(one.reason for one in omissions)
    told = ", ".join(f"{n} {reason}" for reason, n in reasons.most_common())
    yield Line("count", f"  {'left out':<10} ", told)
    for reason, group in groupby(sorted(omissions, key=lambda o: o.reason), lambda o: o.reason):
        found = list(group)
        for one in found[:_OMISSIONS]:
            place = f"{one.path}:{_lines(one.line_start, one.line_end)}"
            yield Line("omission", f"    {place}  ", f"{reason}: {one.text}")
        if len(found) > _OMISSIONS:
            yield Line("omission", "    ", f"… and {len(found) - _OMISSIONS} more: {reason}")


def _lines(start: int, end: int) -> str:
    return str(start) if start == end else f"{start}-{end}"


def _short(words: str) -> str:
    return words if len(words) <= _FIRST else words[: _FIRST - 1].rstrip() + "…"


def clock(seconds: int, *, hours: bool = False) -> str:
    """Seconds as players show them: ``4:05``, ``1:04:05``; with ``hours`` always ``0:04:05``."""
    whole, rest = divmod(seconds, 3600)
    if whole or hours:
        return f"{whole}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}"
