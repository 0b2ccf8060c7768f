"""A table of times with what was said beside each, by several people in one row.

``0:33 Intro. [Recording date: May 2, 2016.] Ada Byron: Why? Guest: So.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.marks import mark, speakers_split
from quizapp.reading.speakers import trusted_labels
from quizapp.reading.times import CLOCK

_ROW = re.compile(rf"[(\[]?(?P<time>{CLOCK})[)\]]?\s*[-–—|:]?\s*")
_TIMELY = frozenset("([0123456789")

_FEWEST = 2
"""Rows."""

_SPOKEN = 0.6
"""Share of rows in which somebody is marked."""

_LONG = 100
"""Letters of a row that is said; titles of chapters are shorter."""

_APART = 2
"""More paragraphs of a speaker each than so many a row: a talk with a few times between them."""

_RECORDED = re.compile(
    rf"^(?P<time>[(\[]?{CLOCK}[)\]]?\s*)?(?:Intro(?:duction)?[.:]?\s*)?"
    r"[(\[]Record(?:ing date|ed)(?: on)?\b:?[^\[\]()]{2,60}[)\]]\s*",
    re.IGNORECASE,
)
"""``0:33 Intro. [Recording date: May 2, 2016.]``: when a talk was recorded, said by nobody."""


def within(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The rows of such a table among blocks, each in one block; empty where there is none."""
    if sum(block.text[:1] in _TIMELY for block in blocks) < _FEWEST:
        return []
    rows = _rows(blocks)
    long = [row for row in rows if len(row.text) >= _LONG]
    if len(long) < max(_FEWEST, _SPOKEN * len(rows)):
        return []
    pieces = [part for row in rows for part in speakers_split(without_day(row.text))]
    labels = trusted_labels(pieces, draft.people)
    if sum(mark(block.text, labels) is not None for block in blocks) > _APART * len(rows):
        return []
    found = [one.label for piece in pieces if (one := mark(piece, labels)) and one.label]
    spoken = sum(any(f"{label}:" in row.text for label in labels) for row in rows)
    several = len(set(found)) > 1 and len(found) > len(rows)
    told = several and spoken >= _SPOKEN * len(rows)
    return [replace(row, text=without_day(row.text)) for row in rows] if told else []


def _rows(blocks: Sequence[Block]) -> list[Block]:
    """The rows with their times; what stands behind the last one in lines of its own is none."""
    rows: list[Block] = []
    alone = False
    for block in blocks:
        if time_alone(block.plain) is not None:
            rows.append(block)
            alone = True
        elif block.text[:1] in _TIMELY and _ROW.match(block.text):
            rows.append(block)
            alone = False
        elif rows and alone:
            rows[-1] = _joined(rows[-1], block)
            alone = False
        elif rows and len(block.text) >= _LONG:
            rows[-1] = _joined(rows[-1], block)
    return rows


def _joined(row: Block, block: Block) -> Block:
    return replace(row, text=f"{row.text} {block.text}", end=block.end)


def without_day(text: str) -> str:
    """A row without the day of the recording above the talk."""
    found = _RECORDED.match(text[:_HEAD])
    return (found["time"] or "") + text[found.end() :] if found else text


_HEAD = 200
