"""Quotes behind labels of the page's own: ``On fear: “It is late.” – Ada Byron``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.attributions import split_attribution
from quizapp.reading.block import Block
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import is_prose

_LABELLED = re.compile(r"^(?:\*\*|__)?[^\W\d_][^:“”\"]{2,40}:(?:\*\*|__)?\s(?P<quote>[“\"].{10,})$")
_FORM = 2
"""So many of a form are no chance."""


def without_labels(blocks: Sequence[Block], people: Sequence[str]) -> list[Block]:
    """Blocks without the words that say what a quote is about, where somebody signs it behind."""
    found = {id(block): quote for block in blocks if (quote := _quote(block, people))}
    if len(found) < _FORM:
        return list(blocks)
    return [replace(block, text=found.get(id(block), block.text)) for block in blocks]


_SPOKEN = re.compile(
    r"^(?:\*\*|__)?(?P<name>[^\W\d_][^:“”\"*]{1,40}?)(?:\*\*|__)?:(?:\*\*|__)?\s(?P<quote>[^“\"].+)$"
)
_MOST = 0.6


def with_speakers_behind(blocks: Sequence[Block], people: Sequence[str]) -> list[Block]:
    """``Ada Byron: It is late.`` as ``“It is late.” – Ada Byron``, where most quotes are so."""
    found = [_SPOKEN.match(block.text) for block in blocks]
    said = [one for one in found if one and resolve(one["name"], people) and is_prose(one["quote"])]
    if len(said) < max(_FORM, _MOST * len(blocks)):
        return list(blocks)
    return [
        replace(block, text=f"“{one['quote']}” – {resolve(one['name'], people)}")
        if one in said and one
        else block
        for block, one in zip(blocks, found, strict=True)
    ]


def _quote(block: Block, people: Sequence[str]) -> str | None:
    """What is quoted behind a label that is nobody's name, with its speaker."""
    labelled = _LABELLED.match(block.text)
    if labelled is None:
        return None
    label = block.text[: labelled.start("quote")].strip("*_: ")
    if is_name(label) or resolve(label, people) is not None:
        return None
    said = split_attribution(labelled["quote"], people)
    return labelled["quote"] if said and said[1].speaker else None
