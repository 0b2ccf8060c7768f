"""Lists that lost their bullets and kept their indents: lines set in below a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.asking import asks
from quizapp.reading.block import Block
from quizapp.reading.marks import mark
from quizapp.reading.wording import looks_like_heading, word_count

_STEP = 2
"""Blanks by which a line is set in, at least."""

_HEAD_WORDS = 9
_LISTS, _LINES = 2, 2
"""Lists of so many lines each that show the form; a shorter one may stand beside them."""


def bulleted(single: Sequence[Block]) -> list[Block]:
    """Lines that are set in below headings, one below the other, as items of one depth."""
    if sum(block.indent >= _STEP and not block.sign for block in single) < _LISTS * _LINES:
        return list(single)
    found = _without_speakers(single, [run for run in _runs(single) if _is_list(single, *run)])
    if sum(end - start >= _LINES for start, end in found) < _LISTS:
        return list(single)
    done = list(single)
    for start, end in found:
        depth = single[start].indent
        for place in range(start, end):
            done[place] = replace(single[place], sign="•", indent=depth)
    return done


def _runs(single: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where lines that are set in stand right below each other: the first, and behind the last."""
    start: int | None = None
    for place, block in enumerate(single):
        inside = block.indent >= _STEP and not block.sign
        if start is not None and (not inside or block.spaced):
            yield start, place
            start = None
        if inside and start is None:
            start = place
    if start is not None:
        yield start, len(single)


def _is_list(single: Sequence[Block], start: int, end: int) -> bool:
    """Whether a heading at the margin is above, and each line begins as a sentence does."""
    head, lines = single[start - 1] if start else None, single[start:end]
    if head is None or head.sign not in ("", "#") or head.indent >= lines[0].indent:
        return False
    if mark(head.text) or not looks_like_heading(head.plain.rstrip(":")):
        return False
    if word_count(head.plain) > _HEAD_WORDS or min(b.indent for b in lines) < lines[0].indent:
        return False
    below = end < len(single) and single[end].indent >= _STEP
    if below or any(one.start + 1 < other.start for one, other in pairwise(lines)):
        return False
    return not any(_goes_on(block) or asks(block.text) or "?" in block.text[-2:] for block in lines)


def _without_speakers(
    single: Sequence[Block], runs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The lists without what is set in below a name that comes again: somebody says that."""
    heads = Counter(single[start - 1].plain for start, _ in runs)
    return [run for run in runs if heads[single[run[0] - 1].plain] == 1]


def _goes_on(block: Block) -> bool:
    """Whether a line begins in the middle of a sentence, as those of a wrapped paragraph do."""
    return not block.text or block.text[0].islower()
