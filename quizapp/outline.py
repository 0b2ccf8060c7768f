"""An episode as an outline: what was understood, checked at a glance by a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizapp.model import Episode, Section

_FIRST = 60
"""Characters of a text that stand for it."""


def outline(episode: Episode) -> Iterator[str]:
    """The lines of the outline: facts, files, counts, then each section with its lines."""
    yield f"{episode.title}  [{episode.slug}]"
    yield from (f"  {name:<10} {value}" for name, value in _facts(episode))
    for conflict in episode.conflicts:
        values = "; ".join(f"{v.value} ({v.path}:{v.line})" for v in conflict.values)
        yield f"  conflict   {conflict.field}: {values}"
    for file in episode.files:
        yield f"  file       {file.path} ({file.layout})"
    counts = Counter(str(s.kind) for s in episode.sections)
    yield "  sections   " + (", ".join(f"{n} {k}" for k, n in counts.items()) or "none")
    for section in episode.sections:
        yield _line(section)
    named = sum(t.speaker is not None for t in episode.turns)
    if episode.turns:
        yield f"  turns      {len(episode.turns)}, {named} with a speaker"


def _facts(episode: Episode) -> Iterator[tuple[str, str]]:
    number = f" #{episode.number}" if episode.number is not None else ""
    if episode.show:
        yield "show", episode.show + number
    if episode.host:
        yield "host", episode.host
    if episode.guests:
        yield "guest", ", ".join(episode.guests)
    if episode.published:
        yield "published", episode.published.isoformat()
    if episode.duration_seconds:
        hours, rest = divmod(episode.duration_seconds, 3600)
        yield "duration", f"{hours}:{rest // 60:02}:{rest % 60:02}"
    if episode.chapters:
        yield "chapters", str(len(episode.chapters))


def _line(section: Section) -> str:
    words = section.heading or section.text
    shown = words if len(words) <= _FIRST else words[: _FIRST - 1] + "…"
    who = f" – {section.speaker}" if section.speaker else ""
    return f"    {section.kind:<10} {section.path}:{section.line_start}  {shown}{who}"
