"""Rows of Markdown tables as lines of text: ``| Host | Ada Byron |`` → ``Host: Ada Byron``."""

from __future__ import annotations

import re

_DIVIDER = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_TIME = re.compile(r"^\W*\d{1,3}:\d")


def is_divider(line: str) -> bool:
    """``|---|---|``: the line between a table's head and its body."""
    return "|" in line and len(line) < 400 and bool(_DIVIDER.match(line))


def row_text(line: str) -> str | None:
    """The cells of a row as text; None where a line is no row.

    The first of two cells is the label of the second, a time stands before its title.
    """
    bare = line.strip()
    if len(bare) < 5 or bare[0] != "|" or bare[-1] != "|" or len(bare) > 4000:
        return None
    cells = [cell.strip() for cell in _CELL.split(bare[1:-1])]
    told = [cell for cell in cells if cell]
    if len(cells) < 2 or len(told) < 2:
        return told[0] if told else None
    head, *rest = told
    between = " " if _TIME.match(head) else ": "
    return head.rstrip(" :") + between + " – ".join(rest)
