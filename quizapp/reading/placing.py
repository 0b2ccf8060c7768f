"""Gives the parts of an episode their second, chapter and speaker, as far as the sources tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from quizapp.model import Chapter, Conflict, ConflictValue, Section, SectionKind, Turn
from quizapp.reading.moments import ALIKE, Found, Moment, Moments
from quizapp.reading.page import Page

_Part = TypeVar("_Part", Section, Turn)
_Named = Callable[[str | None], str | None]

_SAID = 6
"""Words of a quote that only one person can have said so."""

_OPENING = 160
"""Characters of a turn that are looked for in a timed transcript."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The sections and turns with their places, and what was found to disagree."""

    sections: tuple[Section, ...]
    turns: tuple[Turn, ...]
    conflicts: tuple[Conflict, ...]


def placed(
    pages: Sequence[Page],
    sections: Sequence[Section],
    turns: Sequence[Turn],
    chapters: Sequence[Chapter],
    named: _Named,
) -> Placed:
    """Each part with its own time, or that of the transcript it is found in; then its chapter.

    ``named`` gives the full name of a speaker.
    """
    turns = [_in_chapter(turn, chapters) for turn in turns]
    sections = [_in_chapter(section, chapters) for section in sections]
    heard = [turn for turn in turns if _tells(turn)]
    cued = {page.path for page in pages if page.cues}
    moments = [
        Moment(cue.text, cue.seconds, named(cue.speaker), None, page.path, cue.line)
        for page in pages
        for cue in page.cues
    ]
    moments += [
        Moment(turn.text, turn.seconds, turn.speaker, turn.chapter, turn.path, turn.line_start)
        for turn in heard
        if turn.path not in cued
    ]
    timed = any(moment.seconds is not None or moment.chapter for moment in moments)
    paths = {moment.path for moment in moments}
    untold = [section for section in sections if _is_sought(section, paths, timed=timed)]
    untimed = {turn.path for turn in turns if turn.seconds is None} if cued else set()
    if not moments or not (untold or untimed):
        return Placed(_within(sections), tuple(turns), ())
    index = Moments(moments)
    conflicts: list[Conflict] = []
    sections = [
        _found(section, index, chapters, conflicts)
        if _is_sought(section, paths, timed=timed)
        else section
        for section in sections
    ]
    clocked = {page.path for page in pages if any(c.seconds is not None for c in page.cues)}
    turns = [_timed(turn, index, chapters) if clocked - {turn.path} else turn for turn in turns]
    return Placed(_within(sections), tuple(turns), tuple(conflicts))


def _tells(turn: Turn) -> bool:
    return turn.seconds is not None or turn.chapter is not None or turn.speaker is not None


def _is_sought(section: Section, paths: set[str], *, timed: bool) -> bool:
    """Quotes are; of questions, those that may be the host's own words, where times are known.

    What a file says of its quotes is held against other files' transcripts, not against its own.
    """
    if section.kind is SectionKind.QUOTE:
        other = bool(paths - {section.path})
        return section.speaker is None or other or (timed and section.seconds is None)
    return timed and section.kind is SectionKind.QA and section.seconds is None


def _found(
    section: Section, index: Moments, chapters: Sequence[Chapter], conflicts: list[Conflict]
) -> Section:
    if section.kind is SectionKind.QA and section.seconds is None:
        said = index.find(section.heading or "")
        sure = said is not None and said.likeness >= ALIKE
        return _at(section, said, chapters) if said and sure else section
    if section.kind is not SectionKind.QUOTE:
        return section
    said = index.find(section.text)
    if said is None:
        return section
    section = _at(section, said, chapters)
    sure = said.likeness >= ALIKE and len(section.text.split()) >= _SAID
    if not sure or said.speaker is None or said.speaker == section.speaker:
        return section
    if section.speaker is not None:
        conflicts.append(_disagreement(section, said))
        return replace(section, speaker=None)
    return replace(section, speaker=said.speaker)


def _disagreement(section: Section, said: Found) -> Conflict:
    there = said.moment
    return Conflict(
        "speaker",
        (
            ConflictValue(section.speaker or "", section.path, section.line_start),
            ConflictValue(said.speaker or "", there.path, there.line),
        ),
    )


def _at(section: Section, said: Found, chapters: Sequence[Chapter]) -> Section:
    """The section at the moment it was found in; its own time and chapter come first."""
    if section.seconds is not None:
        return section
    timed = _in_chapter(replace(section, seconds=said.moment.seconds), chapters)
    return replace(timed, chapter=timed.chapter or said.moment.chapter)


def _timed(turn: Turn, index: Moments, chapters: Sequence[Chapter]) -> Turn:
    """A turn without a time, at that of another file's words, where they are the same."""
    if turn.seconds is not None:
        return turn
    said = index.find(turn.text[:_OPENING])
    if said is None or said.likeness < ALIKE or said.moment.seconds is None:
        return turn
    return _in_chapter(replace(turn, seconds=said.moment.seconds), chapters)


def _in_chapter(part: _Part, chapters: Sequence[Chapter]) -> _Part:
    """A part with its own time, and the chapter which that time falls into."""
    if part.seconds is None or part.chapter is not None:
        return part
    place = bisect_right(chapters, part.seconds, key=lambda chapter: chapter.seconds)
    return replace(part, chapter=chapters[place - 1].title) if place else part


def _within(sections: Sequence[Section]) -> tuple[Section, ...]:
    """A highlight has the time of the first quote inside of it."""
    quotes = [s for s in sections if s.kind is SectionKind.QUOTE and s.seconds is not None]
    return tuple(_with_quote(section, quotes) for section in sections)


def _with_quote(section: Section, quotes: Sequence[Section]) -> Section:
    if section.seconds is not None or section.kind is SectionKind.QUOTE:
        return section
    inside = next(_inside(section, quotes), None)
    if inside is None:
        return section
    return replace(section, seconds=inside.seconds, chapter=section.chapter or inside.chapter)


def _inside(section: Section, quotes: Sequence[Section]) -> Iterator[Section]:
    for quote in quotes:
        if (
            quote.path == section.path
            and section.line_start <= quote.line_start
            and quote.line_end <= section.line_end
            and quote.text in section.text
        ):
            yield quote
