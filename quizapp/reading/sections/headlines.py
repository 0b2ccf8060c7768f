"""Headings between turns, which may be chapters."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.identity import fold
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.draft import Draft
from quizapp.reading.speakers import mark
from quizapp.reading.wording import looks_like_heading


def is_headline(piece: Block, following: Sequence[Block], labels: frozenset[str]) -> bool:
    """A heading between turns: marked as one, or a short line of its own before the next label."""
    if piece.sign == "#":
        return True
    text = piece.plain
    marked = bool(following) and mark(following[0].text, labels) is not None
    return marked and piece.spaced and looks_like_heading(text) and text[-1] not in "?:-"


def chapter_named(piece: Block, draft: Draft) -> str | None:
    """The chapter that a heading in a transcript names; with a time it makes one."""
    own = chapter_of(piece.text)
    if own:
        draft.chapters += [] if own in draft.chapters else [own]
        return own.title
    name = fold(piece.plain)
    return next((one.title for one in draft.chapters if fold(one.title) == name), None)
