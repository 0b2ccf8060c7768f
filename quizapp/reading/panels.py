"""Those who sit on a panel, each on a line with what they do, below ``Panelists:``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import word_count

_LABEL = re.compile(
    r"(?:(?:the|our) )?(?:panel|panell?ists?|panel members|discussants|guests|in conversation with)"
    r"\s?:",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?P<name>[^,()–—|]{4,50}?)(?:,\s| \(| [–—|-] )(?P<told>\S.{1,120})")
"""``Ada Byron, potter, Lantern Works``"""
_LONGEST = 25
"""Words of such a line."""
_TWO = 2


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the people of such a list as guests; hands back the other blocks.

    One person below the label may be anything; two or more, each with an office, are a panel.
    """
    for place, block in enumerate(blocks):
        if not _LABEL.fullmatch(block.plain):
            continue
        people = _listed(blocks[place + 1 :])
        if len(people) < _TWO:
            continue
        for line, name in people:
            if resolve(name, [*draft.values("host"), *draft.values("guest")]) is None:
                draft.claim("guest", name, line)
        return [*blocks[:place], *blocks[place + 1 + len(people) :]]
    return list(blocks)


def _listed(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The lines and names from the first block on, as far as each is a name and an office."""
    people: list[tuple[int, str]] = []
    for block in blocks:
        found = _TELLS.fullmatch(block.plain)
        short = word_count(block.plain) <= _LONGEST and ":" not in block.plain
        if not found or not short or not is_name(found["name"].strip()):
            break
        people.append((block.start, bare_name(found["name"])))
    return people
