"""Rows of tables as lines of text: ``| Host | Ada Byron |`` → ``Host: Ada Byron``.

Where the head names the columns, a row is written as such things are elsewhere:
``| Quote | Who |`` → ``“…” – Ada Byron``, ``| Question | Answer |`` → ``Q: … A: …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_DIVIDER = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_TIME = re.compile(r"^\W*\d{1,3}:\d")
_LONGEST = 4000

_COLUMNS = {
    name: role
    for role, names in {
        "quote": "quote | quotes | quotation | line | saying | what was said | said",
        "who": "who | speaker | by | said by | name | person | who said it | attribution | source",
        "question": "question | questions | q | asked",
        "answer": "answer | answers | a | reply | response",
        "time": "time | timestamp | times | timestamps | at | start | when | minute | timecode",
        "text": "text | words | transcript | content | utterance | dialogue | what they said",
        "count": "# | no | no. | nr | nr. | number | №",
    }.items()
    for name in names.split(" | ")
}
"""What heads of columns say, in small letters."""


def is_divider(line: str) -> bool:
    """``|---|---|``: the line between a table's head and its body."""
    return "|" in line and len(line) < 400 and bool(_DIVIDER.match(line))


def cells_of(line: str) -> list[str]:
    """The cells of a row; none where a line is no row."""
    bare = line.strip()
    if len(bare) < 5 or bare[0] != "|" or bare[-1] != "|" or len(bare) > _LONGEST:
        return []
    return [cell.strip() for cell in _CELL.split(bare[1:-1])]


def with_rows(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Numbered lines with the rows of tables as text; heads and dividers are empty lines."""
    held: tuple[int, str] | None = None
    columns: list[str] = []
    for number, raw in lines:
        if held is not None:
            divided = is_divider(raw)
            columns = columns_of(cells_of(held[1])) if divided else columns
            yield held[0], "" if divided and columns else row_text(cells_of(held[1]), columns)
            held = None
        if "|" not in raw:
            columns = []
            yield number, raw
        elif is_divider(raw):
            yield number, ""
        elif cells_of(raw) and not columns:
            held = number, raw
        else:
            yield number, row_text(cells_of(raw), columns) or raw
    if held is not None:
        yield held[0], row_text(cells_of(held[1]), columns)


def columns_of(head: Sequence[str]) -> list[str]:
    """The roles of the columns that a head names; none where it names fewer than two of them."""
    roles = [_COLUMNS.get(cell.lower().strip(" *_:"), "") for cell in head]
    return (
        roles
        if len([role for role in roles if role]) >= min(2, len(roles))
        or ("time" in roles or "count" in roles)
        else []
    )


def row_text(cells: Sequence[str], columns: Sequence[str] = ()) -> str:
    """The cells of a row as text.

    Without roles, the first of two cells is the label of the second, a time stands before its
    title.
    """
    if len(columns) == len(cells) and columns:
        written = _by_columns(dict(zip(columns, cells, strict=True)), cells, columns)
        if written:
            return written
    told = [cell for cell in cells if cell]
    if len(cells) < 2 or len(told) < 2:
        return told[0] if told else ""
    head, *rest = told
    between = " " if _TIME.match(head) else ": "
    return head.rstrip(" :") + between + " – ".join(rest)


def _by_columns(by_role: dict[str, str], cells: Sequence[str], columns: Sequence[str]) -> str:
    quote, who = by_role.get("quote"), by_role.get("who")
    question, answer = by_role.get("question"), by_role.get("answer")
    time = by_role.get("time", "")
    if by_role.get("text") and by_role.get("who"):
        return f"{time} {by_role['who']}: {by_role['text']}".strip()
    if quote and "who" in by_role:
        marked = quote if quote[0] in '“"«„' else f"“{quote}”"
        at = f" ({time})" if time else ""
        return f"{marked} – {who}{at}" if who else marked + at
    if question and answer:
        return f"Q: {question} A: {answer}"
    others = [
        cell for cell, role in zip(cells, columns, strict=True) if cell and role in ("", "who")
    ]
    if time:
        return " ".join([time, " – ".join(others)])
    if by_role.get("count") and others:
        return f"{by_role['count'].rstrip('.)')}. " + ": ".join(others)
    return ""
