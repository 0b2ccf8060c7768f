"""Rows of a saved page's tables that have a time: one line each, as text has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.tables import columns_of, row_text

Row = tuple[Block, ...]

_FEWEST = 2
"""Rows with a time."""


def timed_rows(blocks: list[Block], rows: Sequence[Row]) -> list[Block]:
    """The blocks with ``01:15`` and ``The queue`` beside it as ``01:15 The queue``.

    The row above that names the columns says which is what, and is none.
    """
    known = {id(block) for block in blocks}
    rows = [row for row in rows if all(id(cell) in known for cell in row)]
    joined: dict[int, Block | None] = {}
    columns: list[str] = []
    heads: Row = ()
    count = 0
    for row in rows:
        cells = [cell.plain for cell in row]
        timed = sum(time_alone(cell) is not None for cell in cells)
        if not timed:
            columns = columns_of(cells)
            heads = row if "time" in columns else ()
            continue
        joined |= dict.fromkeys(id(cell) for cell in heads)
        heads = ()
        joined |= dict.fromkeys(id(cell) for cell in row)
        joined[id(row[0])] = replace(row[0], text=_text(cells, columns), end=row[-1].end)
        count += 1
    if count < _FEWEST:
        return blocks
    found = (joined.get(id(block), block) for block in blocks)
    return [block for block in found if block is not None]


def _text(cells: Sequence[str], columns: Sequence[str]) -> str:
    if len(columns) == len(cells):
        return row_text(cells, columns)
    time = next(cell for cell in cells if time_alone(cell) is not None)
    return f"{time} " + " – ".join(
        cell for cell in cells if cell is not time and not cell.isdigit()
    )
