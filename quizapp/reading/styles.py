"""Headings known by their form: written as other headings of the page are that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.headings import area_named, area_of
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.wording import EMOJI, is_prose, looks_like_heading, plain, word_count

_LEVEL = 6
_BOLD = 7
_WORDS = 7
_KNOWN = 2
"""So many known headings of one form make it the form of the page's headings."""


def styled(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which lines in the form of known headings are marked as headings too."""
    forms = [_form(block) for block in blocks]
    known = [form is not None and area_of(b.text) is not None for form, b in _with(forms, blocks)]
    counts = Counter(form for form, one in zip(forms, known, strict=True) if one)
    said = Counter(block.text for form, block in _with(forms, blocks) if form)
    heads = _above_all_known(blocks, forms)
    nested = False
    for place, (form, block) in enumerate(_with(forms, blocks)):
        if form is None or counts[form] < _KNOWN or said[block.text] > 1:
            continue
        if known[place]:
            nested = form == "emoji" and _is_led(blocks[place + 1 : place + 2])
        elif place and known[place - 1] and forms[place - 1] == form:
            nested = True
        if not nested:
            heads.add(place)
    return [
        replace(block, sign="#", level=_LEVEL) if place in heads else block
        for place, block in enumerate(blocks)
    ]


def _above_all_known(blocks: Sequence[Block], forms: Sequence[str | None]) -> set[int]:
    """Where lines with emoji head prose above the first heading that is known, if any is.

    ``📚 The book`` and ``🚀 The photo``: below a known heading they are its items.
    """
    first = next(
        (i for i, b in enumerate(blocks) if looks_like_heading(b.plain) and area_of(b.text)),
        len(blocks),
    )
    heads = [
        place
        for place, block in enumerate(blocks[:first])
        if forms[place] == "emoji"
        and any(is_prose(below.plain) and below.spaced for below in blocks[place + 1 : place + 2])
    ]
    marks = {blocks[place].text[:1] for place in heads}
    return set(heads) if len(marks) >= _ALONE else set()


_ALONE = 3
"""So many emoji above prose make it the form of a page's headings, where none is known."""


def _is_led(following: Sequence[Block]) -> bool:
    """Whether an emoji leads the short line below, though it be worded as a name."""
    return any(
        not block.sign
        and (word_count(block.text) <= _WORDS or block.text.endswith("?"))
        and bool(EMOJI.match(block.text))
        for block in following
    )


def _with(forms: Sequence[str | None], blocks: Sequence[Block]) -> list[tuple[str | None, Block]]:
    return list(zip(forms, blocks, strict=True))


def _form(block: Block) -> str | None:
    """How a line of its own is written, if that sets it apart: capitals, an emoji, a colon."""
    text = block.text
    if block.sign == "#" and block.level == _BOLD and block.plain[-1:] not in ("?", '"', "”"):
        person = is_name(block.plain.strip(":")) and area_of(text) is None
        return None if person or word_count(text) > _WORDS else "bold"
    if block.sign == "1":
        return "numbered" if word_count(text) <= _WORDS and area_named(text) else None
    if block.sign or not block.spaced or len(text) > 80 or word_count(text) > _WORDS:
        return None
    bare = plain(text)
    person = is_name(bare.strip(":").title()) and area_of(text) is None
    if not looks_like_heading(bare) or person:
        return None
    if bare.isupper() and sum(char.isalpha() for char in bare) > 2:
        return "capitals"
    if not text.isascii() and EMOJI.match(text):
        return "emoji"
    if bare.endswith(":") and not is_short_name(bare.rstrip(":")):
        return "colon"
    return None
