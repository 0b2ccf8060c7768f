"""Who answers in a printed interview: the full name of whoever has a surname above each answer."""

from __future__ import annotations

from itertools import pairwise

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.surnames_above import ASKERS, surnames_below_asker
from quizapp.reading.wording import ends_sentence

_NAMES = Form(rf"\b(?P<name>{NAME})")

_TOP = 12
"""Blocks above the first question in which whoever is asked has a full name."""


def read_guest(draft: Draft) -> None:
    """Claims whom the head of a printed interview names in full, and its answers by surname."""
    blocks = draft.source.blocks
    surnames = surnames_below_asker([block.text for block in blocks])
    if not surnames or draft.values("guest"):
        return
    heads = ASKERS | {surname.lower() for surname in surnames}
    first = next(
        place
        for place, (head, below) in enumerate(pairwise(blocks))
        if head.plain.lower() in heads and ends_sentence(below.plain)
    )
    for surname in surnames:
        told = {
            (bare_name(name), block.start)
            for block in blocks[max(0, first - _TOP) : first]
            for name in (found["name"] for found in _NAMES.finditer(block.plain))
            if name.split()[-1].casefold() == surname.casefold() and is_name(name)
        }
        names = {name for name, _ in told}
        if len(names) == 1 and resolve(next(iter(names)), draft.values("host")) is None:
            draft.claim("guest", *min(told, key=lambda one: one[1]))
