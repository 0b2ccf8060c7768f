"""Speech without names: turns at dashes, at chevrons, in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.reading.adverts import without_sounds
from quizapp.reading.block import Block
from quizapp.reading.chapters import is_stamped_speech, without_stamps
from quizapp.reading.draft import Draft
from quizapp.reading.sections.evidence import Spoken
from quizapp.reading.sections.headlines import chapter_named
from quizapp.reading.speakers import mark
from quizapp.reading.wording import ends_sentence, plain

DASH = re.compile(r"(?<=[.?!…\"”’')\]-])\s+-\s+(?=\S)")

_CHEVRON = re.compile(r"\s*>>+\s*")

FEW = 3
"""So many marks make a transcript a marked one."""

PARAGRAPH = 300
"""Letters of a paragraph that is made of timed lines."""


def dash_count(block: Block) -> int:
    """How many turns a block seems to hold by its dashes."""
    return (block.sign == "-") + len(DASH.findall(block.text))


def by_dashes(blocks: Sequence[Block]) -> Iterator[Spoken]:
    """Turns between dashes; what stands before the first of them comes paragraph by paragraph."""
    current: Spoken | None = None
    begun = False
    for block in blocks:
        parts = DASH.split(block.text)
        for place, part in enumerate(parts):
            marked = place > 0 or block.sign == "-"
            if current is None or marked or not begun:
                if current:
                    yield current
                begun = begun or marked
                current = Spoken(block.start, block.end, [plain(part)], marked=marked)
            else:
                current.parts.append(plain(part))
                current.end = block.end
    if current:
        yield current


def by_chevrons(blocks: Sequence[Block]) -> Iterator[Spoken]:
    """The turns that begin at ``>>``; a time on a line of its own is that of what is below."""
    current: Spoken | None = None
    at: int | None = None
    for block in blocks:
        time = mark(block.text, NO_LABELS)
        if time and time.seconds is not None and not time.rest:
            at = time.seconds
            continue
        parts = _CHEVRON.split(block.text)
        for place, part in enumerate(parts):
            if current is None or place > 0 or block.sign == ">":
                if current and current.text:
                    yield current
                current = Spoken(block.start, block.end, [plain(part)], seconds=at)
            elif part.strip():
                current.parts.append(plain(part))
                current.end = block.end
        at = None
    if current:
        yield current


def by_paragraphs(blocks: Sequence[Block], draft: Draft) -> Iterator[Spoken]:
    """No marks, no speakers: each paragraph for itself; short timed lines joined to paragraphs.

    A heading in between that has a time, or names a chapter, is one.
    """
    current: Spoken | None = None
    headline: str | None = None
    timed_lines = sum(1 for block in blocks if mark(block.text, NO_LABELS)) >= FEW
    at: int | None = None
    for block in blocks:
        if block.sign == "#":
            if (named := chapter_named(block, draft)) and current:
                yield current
                current = None
            headline = named
            continue
        found = mark(block.text, NO_LABELS)
        said = found.rest if found else block.text
        said = without_stamps(said) if is_stamped_speech(block.text) else said
        text = without_sounds(plain(said))
        at = found.seconds if found else at
        if not text:
            continue
        if current and not (timed_lines and _is_open(current)):
            yield current
            current = None
        if current is None:
            current = Spoken(block.start, block.end, seconds=at, chapter=headline)
        current.parts.append(text)
        current.end, at = block.end, None
    if current:
        yield current


NO_LABELS: frozenset[str] = frozenset()


def _is_open(spoken: Spoken) -> bool:
    """Whether a paragraph of timed lines is too short to end, or in the middle of a sentence."""
    length = sum(map(len, spoken.parts))
    return length < PARAGRAPH or (length < 3 * PARAGRAPH and not ends_sentence(spoken.parts[-1]))
