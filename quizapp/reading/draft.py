"""A page while it is being read: where the readers of its parts put what they find."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

from quizapp.model import Chapter, Omission, Problem, Section, SectionKind, Turn
from quizapp.reading.bare_marks import with_signs
from quizapp.reading.block import Block
from quizapp.reading.blocks import blocks
from quizapp.reading.bodies import is_body
from quizapp.reading.glued import LooseWords
from quizapp.reading.names import is_name
from quizapp.reading.odd_marks import with_known_marks
from quizapp.reading.page import Claim, Cue, Field
from quizapp.reading.people import merged
from quizapp.reading.region import Region
from quizapp.reading.regions import regions
from quizapp.reading.show_names import bare_show
from quizapp.reading.spelt_names import with_names
from quizapp.reading.stacked_marks import with_marks
from quizapp.reading.times import timed
from quizapp.reading.wording import plain, unquoted

_CLOCK_BEHIND = re.compile(
    r"[(\[]@?(?P<hours>\d{1,2}:(?=\d{1,2}:))?\d{1,3}:(?P<exact>\d\d)?[^()\[\]]{0,20}[)\]]\s*$"
)
_TIMED_BEHIND = re.compile(
    r"^.{2,140}[(\[]@?((?:\d{1,2}:)?\d{1,3}:\d\d)(?:\s?[-–—]\s?[\d:]{4,8})?[)\]]\W{0,4}$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|#\d{1,2}[.:)]?)\s+(?=\S)")
"""A heading's place in its list."""

PROBLEM_LIMIT = 20
"""A page reports no more lines than this one by one."""


class Source:
    """The content of one file, as its layouts look at it.

    ``lines`` are numbered as on disk; they need not be all lines (front matter is left out).
    ``ready`` are blocks that were made from markup, ``cues`` the captions of a timed
    transcript, ``fields`` labelled values from outside of the text. ``voices`` are labels that
    surely mark speakers, where that was found out by looking at the page as a whole.
    """

    voices: frozenset[str] = frozenset()

    def __init__(
        self,
        path: str,
        lines: list[tuple[int, str]],
        *,
        fields: tuple[Field, ...] = (),
        cues: tuple[Cue, ...] = (),
        chapters: tuple[Chapter, ...] = (),
        ready: tuple[Block, ...] | None = None,
    ) -> None:
        self.path = path
        self.lines = lines
        self.fields = fields
        self.cues = cues
        self.chapters = chapters
        self._ready = ready

    def with_talk(self, blocks: tuple[Block, ...], voices: frozenset[str]) -> Source:
        """The same content with a talk marked in its blocks, and the labels of its speakers."""
        marked = copy(self)
        marked.__dict__.pop("regions", None)
        marked.__dict__["blocks"] = blocks
        marked.voices = voices
        return marked

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, items and headings."""
        told = blocks(self.lines) if self._ready is None else self._ready
        return with_names(with_signs(with_known_marks(with_marks(told))))

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Headings with known names, and what stands under each."""
        return regions(self.blocks)

    @cached_property
    def told(self) -> list[tuple[int, str]]:
        """What is said, without markup, by lines."""
        if self._ready is not None:
            return [(block.start, block.plain) for block in self._ready]
        return [(line, plain(text) if "*" in text else text.strip()) for line, text in self.lines]

    @cached_property
    def text(self) -> str:
        """All that is said, without markup; the lines of one paragraph run on."""
        if self._ready is not None:
            return "\n".join(line for _, line in self.told)
        inner = {n for b in self.blocks if b.end > b.start for n in range(b.start + 1, b.end + 1)}
        parts = ((" " if number in inner else "\n") + line for number, line in self.told)
        return "".join(parts)[1:]

    @cached_property
    def words(self) -> LooseWords:
        """Words that stand alone somewhere else than in one place only, or without seams."""
        return LooseWords(self.text)


_OWN = re.compile(r"(?<=\w)['’]s$")
"""``Ada Byron's``, of whom something is told"""


_ROLE_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ]{2})(?:host|guest)$")
"""``Ada Byronhost``, whose role an extraction glued to the name"""

_PEOPLE = frozenset({"host", "guest", "person"})


def _renamed(speaker: str | None, names: Mapping[str, str]) -> str | None:
    return names.get(speaker, speaker) if speaker else speaker


@dataclass(slots=True)
class Draft:
    """What was found so far in one page."""

    source: Source
    claims: list[Claim] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    dropped: list[Omission] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    """Sentences about other episodes, whose people are not those of this one."""
    _people: tuple[int, list[str]] = field(default=(0, []))
    _times_behind: bool | None = None
    """So many claims were there when these people were known."""

    @property
    def path(self) -> str:
        """The path of the page."""
        return self.source.path

    def rename(self, names: Mapping[str, str]) -> None:
        """Calls people otherwise wherever they speak or take part: from one name to another."""
        self.turns[:] = [replace(one, speaker=_renamed(one.speaker, names)) for one in self.turns]
        self.cues[:] = [replace(one, speaker=_renamed(one.speaker, names)) for one in self.cues]
        self.sections[:] = [
            replace(one, speaker=_renamed(one.speaker, names)) for one in self.sections
        ]
        self.claims[:] = [
            replace(one, value=names.get(one.value, one.value)) if one.field in _PEOPLE else one
            for one in self.claims
        ]

    def claim(self, name: str, value: str | int | None, line: int) -> None:
        """Takes a value for a field of the episode, once."""
        text = str(value).strip() if value is not None else ""
        text = bare_show(text) if name == "show" else text
        text = _ROLE_GLUED.sub("", _OWN.sub("", text)) if name in _PEOPLE else text
        if name in _PEOPLE and is_body(text):
            return
        if name == "show" and " & " in text and all(map(is_name, text.split(" & "))):
            return  # "Ada Byron & Carl Roe" make it
        if text and not any(c.field == name and c.value == text for c in self.claims):
            self.claims.append(Claim(name, text, line))

    def values(self, name: str) -> list[str]:
        """The values claimed for a field so far."""
        return [claim.value for claim in self.claims if claim.field == name]

    def own(self, text: str) -> str:
        """A text without what it says of other episodes; places stay what they are."""
        for sentence in self.elsewhere:
            text = text.replace(sentence, " " * len(sentence))
        return text

    @property
    def people(self) -> list[str]:
        """The full names of those who take part, as far as known."""
        if self._people[0] != len(self.claims):
            named = (c.value for c in self.claims if c.field in ("guest", "host", "person"))
            self._people = (len(self.claims), merged(named))
        return list(self._people[1])

    def section(
        self,
        kind: SectionKind,
        heading: str | None,
        text: str,
        start: int,
        end: int,
        speaker: str | None = None,
        seconds: int | None = None,
    ) -> None:
        """Takes a section, its texts freed of markup; one without words is none."""
        said = unquoted(plain(text))
        if heading and heading.endswith((")", "]")):
            at, heading = self.timed(heading)
            seconds = at if seconds is None else seconds
        head = _NUMBER.sub("", plain(heading or "").strip().strip(":–—-").strip()) or None
        if any(char.isalnum() for char in said):
            self.sections.append(
                Section(kind, head, said, self.path, start, end, speaker=speaker, seconds=seconds)
            )

    def timed(self, heading: str) -> tuple[int | None, str]:
        """A heading without its time; one behind it counts where others have theirs there too.

        ``Psalm of the sea (107:23)`` alone tells no time.
        """
        at, bare = timed(heading)
        clock = _CLOCK_BEHIND.search(heading[-40:]) if at is not None else None
        if not clock or not heading.startswith(bare) or clock["hours"]:
            return at, bare
        return (at, bare) if clock["exact"] and self._has_times_behind() else (None, heading)

    def _has_times_behind(self) -> bool:
        """Whether two short lines of the page or more end in a time."""
        if self._times_behind is None:
            told = {found[1] for found in _TIMED_BEHIND.finditer(self.source.text)}
            self._times_behind = len(told) > 1
        return self._times_behind

    def problem(self, line: int, message: str) -> None:
        """Notes a line that was not understood; a bounded number of them."""
        if len(self.problems) < PROBLEM_LIMIT:
            self.problems.append(Problem(self.path, line, message))

    def drop(self, start: int, end: int, reason: str, text: str) -> None:
        """Notes that lines were left out on purpose."""
        shown = text if len(text) <= 60 else text[:59].rstrip() + "…"
        self.dropped.append(Omission(self.path, start, end, reason, shown))

    def not_understood(self, block: Block) -> None:
        """Notes that a block was left out."""
        words = block.plain.split()
        shown = " ".join(words[:6])[:60] + ("…" if len(words) > 6 else "")
        self.problem(
            block.start,
            f"not understood: “{shown}”; put it under a heading that says what it is",
        )
