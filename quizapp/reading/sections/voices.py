"""Whose labels mark a talk, by what the rest of its page tells."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.sections.unmarked import NO_LABELS
from quizapp.reading.speakers import mark, trusted_labels


def known(pieces: Sequence[Block], draft: Draft) -> frozenset[str]:
    """The labels, among those of a talk that was found on the page, which mark these pieces."""
    labels = draft.source.voices
    found = (mark(piece.text, labels) for piece in pieces) if labels else ()
    return frozenset(one.label for one in found if one and one.label)


_MOMENTS = 2
_SHORT = 8
"""Paragraphs of a transcript of one moment only."""


def trusted_elsewhere(pieces: Sequence[Block], draft: Draft) -> frozenset[str]:
    """The labels of a short transcript by all that the page has, as of moments of one talk."""
    parts = [one for one in draft.source.regions if one.area is Area.TRANSCRIPT]
    if len(parts) < _MOMENTS or len(pieces) > _SHORT:
        return NO_LABELS
    labels = trusted_labels((b.text for one in parts for b in one.blocks), draft.people, pairs=True)
    own = {found.label for piece in pieces if (found := mark(piece.text, labels))}
    return frozenset(label for label in labels if label in own)
