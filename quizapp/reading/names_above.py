"""A talk whose turns stand below names: ``Ada Byron [00:18:58]``, and what she says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.speakers import mark
from quizapp.reading.wording import is_quoted

_TURNS, _VOICES = 3, 2
"""Of a talk, at least."""


def are_turns(blocks: Sequence[Block]) -> bool:
    """Whether people take turns below their names, with times that never fall, and one asks.

    Quotes have their names below them, are in quotation marks, or ask nothing.
    """
    marked = [(place, mark(block.text)) for place, block in enumerate(blocks)]
    heads = [(place, m) for place, m in marked if m and m.label and not m.rest and _named(m.label)]
    if len(heads) < _TURNS or len({m.label for _, m in heads}) < _VOICES:
        return False
    times = [m.seconds for _, m in heads if m.seconds is not None]
    if len(times) != len(heads) or any(one > other for one, other in pairwise(times)):
        return False
    places = [place for place, _ in heads]
    said = [blocks[one + 1 : other] for one, other in pairwise([*places, len(blocks)])]
    if not all(said) or any(block.is_item for told in said for block in told):
        return False
    if places[0] > 1 or any(is_quoted(told[0].plain) for told in said):
        return False
    return any(told[-1].plain.endswith("?") for told in said)


def _named(label: str) -> bool:
    return is_name(label) or is_short_name(label)
