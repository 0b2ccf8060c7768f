"""The search language: Anki's words where they fit, read into a tree. Pure; ``search`` makes SQL.

``double descent`` finds cards with both words, ``"double descent"`` the phrase, ``a or b`` with
either, ``-a`` without it; round brackets group. ``field:value`` asks for a fact about the card.
Whatever is typed means something, so that half a query can be searched while it grows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

MOST_TERMS = 60
"""More than anybody types; what is longer is cut off."""

_TOKEN = re.compile(
    r"""
    (?P<minus>-(?=\S))
    | (?P<open>\()
    | (?P<close>\))
    | (?P<field>[A-Za-z]+):(?:"(?P<quoted_value>[^"]*)(?:"|$)|(?P<value>[^\s()"]*))
    | "(?P<phrase>[^"]*)(?P<end>"|$)
    | (?P<word>[^\s()"]+)
    """,
    re.VERBOSE,
)
_INSIDE = re.compile(r"(?P<field>[A-Za-z]+):(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """Text to find; whole words where it is ``exact``, else its last word may go on."""

    text: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the card: ``is`` ``due``, ``tag`` ``ai``."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """Everything in it holds; with nothing in it, any card will do."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of these holds."""

    parts: tuple[Node, ...]


Node: TypeAlias = Words | Fact | Not | All | Either


def parse(text: str) -> All:
    """The tree of a query; never fails."""
    tokens = list(_TOKEN.finditer(text))[: 4 * MOST_TERMS]
    reader = _Reader(tokens)
    parts: list[Node] = []
    while reader.left:
        if (part := reader.either()) != All(()):
            parts.append(part)
        reader.skip("close")  # one too many closes nothing
    return All(tuple(parts)) if len(parts) != 1 else _as_all(parts[0])


def _as_all(node: Node) -> All:
    return node if isinstance(node, All) else All((node,))


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    @property
    def left(self) -> bool:
        return self.at < len(self.tokens)

    def skip(self, name: str) -> bool:
        if self.left and self.tokens[self.at][name] is not None:
            self.at += 1
            return True
        return False

    def _is_word(self, word: str) -> bool:
        return self.left and (self.tokens[self.at]["word"] or "").lower() == word

    def either(self) -> Node:
        parts = [self.all()]
        while self._is_word("or"):
            self.at += 1
            parts.append(self.all())
        there = tuple(part for part in parts if part != All(()))
        return there[0] if len(there) == 1 else Either(there) if there else All(())

    def all(self) -> Node:
        parts: list[Node] = []
        while self.left and not self._is_word("or") and self.tokens[self.at]["close"] is None:
            if self._is_word("and"):
                self.at += 1
            elif (part := self.one()) is not None:
                parts.append(part)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def one(self) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        if token["minus"]:
            if not self.left or self.tokens[self.at]["close"] is not None:
                return None
            part = self.one()
            return None if part is None else Not(part)
        if token["open"] is not None:
            if self.depth >= MOST_TERMS:
                return None
            self.depth += 1
            inner = self.either()
            self.depth -= 1
            self.skip("close")
            return inner
        return _leaf(token)


def _leaf(token: re.Match[str]) -> Node:
    if token["field"]:
        quoted = token["quoted_value"]
        return Fact(token["field"].lower(), token["value"] if quoted is None else quoted)
    if token["phrase"] is not None:
        # As in Anki, the quotation marks may stand around the whole: "tag:two words".
        inside = _INSIDE.fullmatch(token["phrase"])
        if inside:
            return Fact(inside["field"].lower(), inside["value"])
        return Words(token["phrase"], exact=bool(token["end"]))
    return Words(token["word"], exact=False)
