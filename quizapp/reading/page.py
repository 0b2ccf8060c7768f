"""What one file says: the form in which a layout hands its reading to the assembling."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.model import Chapter, Omission, Problem, Section, Turn

HOST = "@host"
"""Stands as a turn's speaker where the file shows that the host speaks, but not the name."""

GUEST = "@guest"
"""The same for the guest."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that a page gives for a field of the episode.

    ``field`` is one of ``title``, ``fallback_title``, ``show``, ``number``, ``host``, ``guest``,
    ``person`` (somebody who takes part, in a role that is not said), ``published``,
    ``released`` (the same day, where the page says expressly that it is the episode's),
    ``duration_seconds``, ``description``, ``abstract`` (a description, where no page gives a
    better one). ``value`` is normalised: a date in ISO form, a duration in seconds, a number
    in digits.
    """

    field: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value as a file writes it: a line of front matter, an entry of a JSON object."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption of a timed transcript; ``speaker`` as it is marked, if it is."""

    text: str
    line: int
    end: int
    seconds: int | None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One file, read.

    ``path`` is relative to the folder that was given (the file's name when a file was given),
    ``root`` is that folder. ``confidence`` runs from 0 to 1: how sure the layout was.
    """

    path: str
    layout: str
    confidence: float
    claims: tuple[Claim, ...]
    chapters: tuple[Chapter, ...]
    sections: tuple[Section, ...]
    turns: tuple[Turn, ...]
    problems: tuple[Problem, ...]
    root: str = ""
    cues: tuple[Cue, ...] = ()
    omissions: tuple[Omission, ...] = ()

    def values(self, field: str) -> tuple[str, ...]:
        """All values that the page claims for ``field``, in the order of their lines."""
        return tuple(claim.value for claim in self.claims if claim.field == field)

    @property
    def folder(self) -> str:
        """The folder the file stands in: pages of one folder may belong together."""
        inner = self.path.rpartition("/")[0]
        return f"{self.root}/{inner}".rstrip("/")
