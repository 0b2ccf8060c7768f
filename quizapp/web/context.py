"""The passage a card comes from: its lines with a few around them, the excerpt marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlite_utils import Database

from quizapp.errors import NotFoundError
from quizapp.model import Card, Source
from quizapp.reading.documents import Document
from quizapp.store import library
from quizapp.store.recordings import recording

AROUND = 2
"""Lines shown before and after the cited ones."""

LONGEST = 700
"""Characters shown of a line that is a whole transcript."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; ``marked`` where it belongs to the excerpt."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, counted from 1; ``cited`` when the source names it."""

    number: int
    pieces: tuple[Piece, ...]
    cited: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A source with the lines it stands in; ``lines`` is empty when the file is not kept.

    ``link`` leads to the second in the recording, where both are known.
    """

    source: Source
    lines: tuple[Line, ...]
    link: str | None = None


def passages_of(db: Database, card: Card) -> tuple[Passage, ...]:
    """The passages of all sources of a card, the first one first."""
    timed = any(source.seconds is not None for source in card.sources)
    slug = library.origin(db, card)
    played = recording(library.documents(db, slug)) if timed else None
    return tuple(
        replace(
            passage(source, _document(db, slug, source)),
            link=f"{played}{source.seconds}" if played and source.seconds is not None else None,
        )
        for source in card.sources
    )


def _document(db: Database, slug: str, source: Source) -> Document | None:
    try:
        return library.document(db, slug, source.path)
    except NotFoundError:
        return None


def passage(source: Source, document: Document | None) -> Passage:
    """The lines of ``source`` in ``document`` with ``AROUND`` more on both sides.

    Lines without text around the cited ones are left out, so that the context says something.
    """
    lines = document.text.split("\n") if document else []
    if not 0 < source.line_start <= len(lines):
        return Passage(source, ())
    first, last = source.line_start, min(source.line_end, len(lines))
    before = _neighbours(lines, range(first - 1, 0, -1))
    after = _neighbours(lines, range(last + 1, len(lines) + 1))
    cited = range(first, last + 1)
    marks = _marks("\n".join(lines[first - 1 : last]), source.excerpt)
    shown = [_line(number, lines[number - 1], (), cited=False) for number in reversed(before)]
    start = 0
    for number in cited:
        text = lines[number - 1]
        shown.append(_line(number, text, _within(marks, start, len(text)), cited=True))
        start += len(text) + 1
    shown += [_line(number, lines[number - 1], (), cited=False) for number in after]
    return Passage(source, tuple(shown))


def _neighbours(lines: list[str], numbers: range) -> list[int]:
    return [number for number in numbers[: 4 * AROUND] if lines[number - 1].strip()][:AROUND]


def _marks(text: str, excerpt: str) -> list[tuple[int, int]]:
    """Where the excerpt stands in ``text``: white space may differ, ``…`` stands for a gap."""
    found: list[tuple[int, int]] = []
    position = 0
    for part in excerpt.split("…"):
        words = part.split()
        if not words:
            continue
        match = re.compile(r"\s+".join(map(re.escape, words))).search(text, position)
        if match is None:
            return []
        found.append(match.span())
        position = match.end()
    return found


def _within(marks: list[tuple[int, int]], start: int, length: int) -> tuple[tuple[int, int], ...]:
    cut = ((max(a - start, 0), min(b - start, length)) for a, b in marks)
    return tuple((a, b) for a, b in cut if a < b)


def _line(number: int, text: str, marks: tuple[tuple[int, int], ...], *, cited: bool) -> Line:
    low, high = _window(len(text), marks)
    pieces = list(_pieces(text, marks, low, high))
    if low > 0:
        pieces.insert(0, Piece("… ", marked=False))
    if high < len(text):
        pieces.append(Piece(" …", marked=False))
    return Line(number, tuple(pieces), cited)


def _window(length: int, marks: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    if length <= LONGEST:
        return 0, length
    if not marks:
        return 0, LONGEST
    margin = max(120, (LONGEST - (marks[-1][1] - marks[0][0])) // 2)
    return max(0, marks[0][0] - margin), min(length, marks[-1][1] + margin)


def _pieces(text: str, marks: tuple[tuple[int, int], ...], low: int, high: int) -> Iterator[Piece]:
    position = low
    for start, end in marks:
        if position < start:
            yield Piece(text[position:start], marked=False)
        yield Piece(text[start:end], marked=True)
        position = end
    if position < high:
        yield Piece(text[position:high], marked=False)
