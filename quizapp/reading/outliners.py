"""Notes of outliners, where everything is a bullet: ``- ## Quotes`` and what is indented below."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^(?P<indent>\s*)[-*]\s+(?P<heading>#{1,6}\s+\S.*)$")
_QUOTE = re.compile(r"^[-*]\s+(?P<quote>>\s?\S.*)$")
_BULLET = re.compile(r"^(?:[-*•]|\d{1,3}[.)])\s")
_FORM = 2
"""So many headings that are bullets make an outline."""

_TAB = 4


def without_outline(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered lines whose headings and quotes are no bullets, nor indented for being below one."""
    if sum(1 for _, line in lines if "#" in line and _HEADING.match(line)) < _FORM:
        return lines
    taken: list[tuple[int, str]] = []
    depth: int | None = None
    quoted = False
    for number, line in lines:
        bare = line.expandtabs(_TAB)
        indent = len(bare) - len(bare.lstrip())
        head = _HEADING.match(line)
        if head:
            depth, quoted = None, False
            taken.append((number, head["heading"]))
            continue
        text = bare.strip()
        if not text:
            quoted = False
            taken.append((number, line))
            continue
        depth = indent if depth is None else min(depth, indent)
        quote = _QUOTE.match(text)
        if quote:
            text = quote["quote"]
        elif quoted and not _BULLET.match(text):
            text = f"> {text}"
        quoted = quote is not None or (quoted and text.startswith("> "))
        taken.append((number, text if quoted else " " * (indent - depth) + text))
    return taken
