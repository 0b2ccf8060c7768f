"""Tables of phrases by their meaning, compiled once into one pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def words(text: str) -> str:
    """Any one of the words of a text, as a part of a pattern."""
    return either(text.split())


def either(parts: Iterable[str]) -> str:
    """Any one of several parts, as a part of a pattern; the first that fits counts."""
    return f"(?:{'|'.join(parts)})"


def table(
    groups: Mapping[str, Iterable[str]], *, before: str = "", after: str = ""
) -> re.Pattern[str]:
    """One pattern for the phrases of all groups, in their order, whatever their case.

    The names of the groups say what their phrases have in common. ``before`` and ``after`` stand
    around every phrase.
    """
    phrases = either(phrase for group in groups.values() for phrase in group)
    return re.compile(f"{before}{phrases}{after}", re.IGNORECASE)
