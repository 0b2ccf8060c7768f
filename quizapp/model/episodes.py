"""A conversation as its source files tell it, and what was not understood of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quizapp.model.kinds import SectionKind


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in what the user gave that was not understood, in one line."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """``path:line: message``, as errors read everywhere."""
        return (
            f"{self.path}:{self.line}: {self.message}"
            if self.line
            else (f"{self.path}: {self.message}")
        )


@dataclass(frozen=True, slots=True)
class Omission:
    """Lines of a page that went into no part of the episode: why, and how they begin."""

    path: str
    line_start: int
    line_end: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file an episode was read from, and the layout that read it."""

    path: str
    layout: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the recording; ``seconds`` counts from its start."""

    seconds: int
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """One piece of a page: a question with its answer, an idea, a quote, a summary point.

    For ``qa`` the heading is the question and the text its answer. ``text`` has no bullets,
    emoji, citation numbers or quotation marks around the whole. Lines count from 1. ``inferred``
    says that no source states the chapter: the words tell it.
    """

    kind: SectionKind
    heading: str | None
    text: str
    path: str
    line_start: int
    line_end: int
    speaker: str | None = None
    chapter: str | None = None
    seconds: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says before the next one speaks; ``speaker`` only on evidence.

    ``inferred``: the chapter follows from the place among all that is said, no source states it.
    """

    text: str
    path: str
    line_start: int
    line_end: int
    speaker: str | None = None
    chapter: str | None = None
    seconds: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values that sources give for the same field, and where it stands."""

    value: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of an episode that its sources disagree on."""

    field: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A name as the transcript spells it, and as the curated pages of the episode do.

    ``line`` is that of the first turn with it, ``times`` how often it is said. Only where it is
    ``sure`` may the one stand for the other.
    """

    heard: str
    name: str
    path: str
    line: int
    times: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Episode:
    """One conversation, as all its source files together tell it."""

    slug: str
    title: str
    show: str | None = None
    number: int | None = None
    host: str | None = None
    guests: tuple[str, ...] = ()
    published: date | None = None
    duration_seconds: int | None = None
    description: str | None = None
    files: tuple[SourceFile, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    sections: tuple[Section, ...] = ()
    turns: tuple[Turn, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    misspellings: tuple[Misspelling, ...] = ()
