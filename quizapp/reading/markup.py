"""Saved web pages: the main content as blocks, each with its lines in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.reading.block import Block
from quizapp.reading.blocks import labels_split
from quizapp.reading.elements import START, Elements
from quizapp.reading.names import is_name
from quizapp.reading.page import Field
from quizapp.reading.timed_rows import timed_rows
from quizapp.reading.wording import ends_sentence, is_quoted

_BEHIND_BAR = re.compile(r"^\s*[|–—·•:-]\s*(?P<name>[^|–—·•]{3,40}?)\s*$")


_COUNTED = re.compile(
    r"^(?:(?:full |podcast )?(?:transcript|show notes|summary|notes|interview)\s?[:|–—-]\s"
    r"|(?:episode|ep\.?|folge|#)\s?#?\d{1,4}\s?[:|–—-]\s)",
    re.IGNORECASE,
)
"""``Transcript: Deep Sleep``, ``Ep. 12: Deep Sleep``: what one of both titles has before it."""


_PIECE = re.compile(r"\s*<(?:p|div|h[1-6]|section|article|main|ul|ol|blockquote|header)\b", re.I)
_CLOSING = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>", re.IGNORECASE)
_CLOSED = 4
_TAGGED = 0.7
"""The share of lines that begin with a tag, where a text is markup through and through."""


def is_html(text: str) -> bool:
    """Whether a text is a web page, or the piece of one that a feed gives as its notes."""
    if START.match(text[:3000]):
        return True
    if _PIECE.match(text[:200]) is None or len(_CLOSING.findall(text)) < _CLOSED:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    tagged = sum(1 for line in lines if line.lstrip().startswith("<"))
    return tagged >= _TAGGED * len(lines)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved web page: its blocks, and the labelled values of its head and its margins."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]


def read_html(text: str) -> Saved:
    """The main content of a page, and what its head says of it."""
    only_main = bool(re.search(r"<(?:main|article)\b", text, re.IGNORECASE))
    reader = _read(text, only_main=only_main, whole=False, headed=_is_headed_above(text))
    if only_main and _is_small(reader, text):
        reader = _read(text, only_main=False, whole=False)
    if not reader.blocks:
        reader = _read(text, only_main=False, whole=True)
    found = _signed(timed_rows(_spoken_rows(reader.blocks, reader.rows), reader.rows))
    reader.fields += _behind_title(reader)
    if reader.title and not any(block.sign == "#" and block.level == 1 for block in found):
        found.insert(0, reader.title)
    elif reader.title:
        reader.fields.append(Field("page title", reader.title.text, reader.title.start))
    return Saved(labels_split(found), tuple(reader.fields))


_SPEAKER = re.compile(
    r"[A-Z]{1,3}|[A-Z]\.(?: ?[A-Z]\.){0,2}|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
)
_ROWS, _PAIR = 4, 2


def _spoken_rows(blocks: list[Block], rows: Sequence[tuple[Block, ...]]) -> list[Block]:
    """Rows of a table that say who speaks and what, ``AB`` beside ``Why?``, as one block each."""
    rows = [row for row in rows if len(row) == _PAIR]
    told = [(one, other) for one, other in rows if _SPEAKER.fullmatch(_voice(one))]
    voices = {_voice(one) for one, _ in told}
    if len(told) < _ROWS or len(told) < len(rows) - 1 or not 1 < len(voices) <= len(told) // 2:
        return blocks
    said = {id(other): _voice(one) for one, other in told}
    heads = {id(one) for one, _ in told}
    return [
        replace(block, text=f"{said[id(block)]}: {block.text}") if id(block) in said else block
        for block in blocks
        if id(block) not in heads
    ]


def _signed(blocks: list[Block]) -> list[Block]:
    """Blocks in which a name that ends a block quote signs it, as ``<cite>`` does."""
    return [
        replace(block, sign="—", text=block.plain.lstrip("—–- "))
        if block.sign == ">" == above.sign
        and is_name(block.plain.lstrip("—–- "))
        and (is_quoted(above.plain) or ends_sentence(above.plain))
        else block
        for above, block in zip([*blocks[:1], *blocks], blocks, strict=False)
    ]


def _voice(block: Block) -> str:
    return block.plain.rstrip(" :")


def _is_small(reader: Elements, text: str) -> bool:
    """Whether what is called an article is but a comment: most of a page stands elsewhere."""
    if re.search(r"<main\b", text, re.IGNORECASE) and reader.blocks:
        return False
    told = sum(len(block.text) for block in reader.blocks)
    if told > _ENOUGH:
        return False
    whole = _read(text, only_main=False, whole=False)
    return told < _SMALL * sum(len(block.text) for block in whole.blocks)


_ENOUGH = 4_000
"""Letters that surely are the page's own."""

_SMALL = 0.25


def _behind_title(reader: Elements) -> list[Field]:
    """The site's name, where the window's title gives it behind the heading of the page."""
    heading = next((b for b in reader.blocks if b.sign == "#" and b.level == 1), None)
    if heading is None or reader.title is None or not heading.text:
        return []
    name, title = _COUNTED.sub("", reader.title.text), _COUNTED.sub("", heading.text)
    rest = name[len(title) :] if title and name.startswith(title) else ""
    found = _BEHIND_BAR.match(rest)
    return [Field("site", found["name"], reader.title.start)] if found else []


_HEADED = re.compile(r"<(?P<tag>main|article|h1)\b", re.IGNORECASE)


def _is_headed_above(text: str) -> bool:
    """Whether the only main heading of a page stands above its main part, in the page's header."""
    tags = [found["tag"].lower() for found in _HEADED.finditer(text)]
    return tags[:1] == ["h1"] and tags.count("h1") == 1


def _read(text: str, *, only_main: bool, whole: bool, headed: bool = False) -> Elements:
    reader = Elements(only_main=only_main, whole=whole, headed=headed)
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader
