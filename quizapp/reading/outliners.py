"""Notes of outliners, where everything is a bullet: ``- ## Quotes`` and what is indented below."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.reading.headings import area_of

_HEADING = re.compile(r"^(?P<indent>\s*)[-*]\s+(?P<heading>#{1,6}\s+\S.*)$")
_QUOTE = re.compile(r"^[-*]\s+(?P<quote>>\s?\S.*)$")
_BULLET = re.compile(r"^(?:[-*•]|\d{1,3}[.)])\s")
_FORM = 2
"""So many headings that are bullets make an outline."""

_TAB = 4


def without_outline(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered lines whose headings and quotes are no bullets, nor indented for being below one."""
    lines = _named_headed(lines)
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
            taken += [(number, "")] if quoted else []  # each bullet is a quote of its own
        elif quoted and not _BULLET.match(text):
            text = f"> {text}"
        quoted = quote is not None or (quoted and text.startswith("> "))
        taken.append((number, text if quoted else " " * (indent - depth) + text))
    return taken


_TOP = re.compile(r"^[-*]\s+(?P<text>\S.*)$")
_LONGEST = 120
_BELOW = re.compile(r"^(?:\t| {2,})\s*\S")
_IN_BOLD = re.compile(r"^(?:\*\*|__)(?P<name>[^*_]{2,60}?):?(?:\*\*|__):?$")
_TAGS = re.compile(r"(?:\s{1,8}#(?:\[\[[^\[\]]{1,60}\]\]|[\w/-]{1,40})){1,6}\s*$")
"""``Key Ideas #[[Idea]]``"""

_REFERENCE = re.compile(r"\s?\(\([\w-]{6,40}\)\)")
"""``((kP3x-91aQ))``: where another note has a bullet."""

_OWN = re.compile(r"^\s*(?:[-*]\s+)?(?:id|collapsed|card-[\w-]+|query-[\w-]+|logseq\.[\w.-]+):: ?")
"""What the outliner notes down for itself."""

_TASK = re.compile(
    r"^(?P<bullet>\s*[-*]\s+)(?:\{\{(?:\[\[)?(?P<roam>TODO|DONE)(?:\]\])?\}\}|"
    r"(?P<word>TODO|DOING|LATER|NOW|WAITING|DONE))\s+(?=\S)"
)
"""``- {{[[TODO]]}} call Ada``, ``- DONE call Ada``"""

_PROPERTY = re.compile(r"^[-*]\s+(?:\*\*)?[\w /-]{2,30}::")
"""``- Show:: Night Radio``"""


def _named_headed(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered lines in which ``- **Quotes** #quote`` above indented bullets is a heading.

    Only where all that is not indented is a bullet, as outliners write a page.
    """
    heads = _heads(lines)
    if not heads:
        return lines
    taken: list[tuple[int, str]] = []
    for number, line in lines:
        if _OWN.match(line):
            continue
        text = _REFERENCE.sub("", _TASK.sub(_ticked, line)) if line.strip() else line
        taken.append((number, f"- ## {heads[number]}" if number in heads else text))
    return taken


def _heads(lines: list[tuple[int, str]]) -> dict[int, str]:
    """The names of the bullets that head others, by lines; none where the page is no outline."""
    told = [(number, line) for number, line in lines if line.strip() and not _OWN.match(line)]
    if any(not (_TOP.match(line) or _BELOW.match(line) or _is_title(line)) for _, line in told):
        return {}
    heads: dict[int, str] = {}
    known = 0
    for (number, line), (_, below) in pairwise(told):
        found = _TOP.match(line) if _BELOW.match(below) and not _PROPERTY.match(line) else None
        name = _TAGS.sub("", found["text"]) if found and len(line) <= _LONGEST else ""
        bold = _IN_BOLD.match(name)
        area = area_of(bold["name"] if bold else name)
        known += area is not None
        if bold or area:
            heads[number] = bold["name"] if bold else name
    return heads if known >= _FORM else {}


def _is_title(line: str) -> bool:
    return line.startswith("# ") or bool(_PROPERTY.match(f"- {line}"))


def _ticked(found: re.Match[str]) -> str:
    done = "DONE" in (found["roam"], found["word"])
    return f"{found['bullet']}[{'x' if done else ' '}] "
