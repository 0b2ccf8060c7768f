"""Lists whose bullets alone say how deep an item stands: ``●``, then ``○``, then ``■``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from quizapp.reading.block import Block

_DEPTHS = {"●": 0, "•": 0, "○": 1, "◦": 1, "■": 2, "▪": 2, "□": 2}
"""How deep word processors put each bullet."""

_STEP = 4
"""Blanks by which a list is indented."""


def indented(single: Sequence[Block]) -> list[Block]:
    """Items below one with the bullet of a higher level, indented as if the page had done so.

    Text that was copied out of a word processor loses its indents and keeps its bullets.
    """
    done: list[Block] = []
    for listed, run in groupby(single, key=lambda block: block.sign in _DEPTHS):
        items = list(run)
        done += _of_list(items) if listed and _is_flat(items) else items
    return done


def _is_flat(items: Sequence[Block]) -> bool:
    """Whether a list begins with its highest bullet, has deeper ones, and no indents."""
    depths = [_DEPTHS[block.sign] for block in items]
    level = len({block.indent for block in items}) == 1
    return level and depths[0] == 0 and any(depths)


def _of_list(items: Sequence[Block]) -> list[Block]:
    return [replace(b, indent=b.indent + _STEP * _DEPTHS[b.sign]) for b in items]
