"""What breaks into a transcript and does not end it: an advert, a box, a list of other episodes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quizapp.reading.adverts import is_break
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence, is_prose

_NEAR = 12
"""Blocks below an interruption within which somebody speaks again."""

_BEFORE = 60
"""Blocks above it that tell who speaks."""

_COMMENTS = re.compile(r"\b(?:comments?|repl(?:y|ies)|responses|reviews|credits|staff)\b", re.I)
"""Those who speak may write there too, and be named."""


def back_at(blocks: Sequence[Block], place: int, inside: Sequence[Block]) -> int | None:
    """Where somebody speaks again who has spoken above; None where the transcript is over.

    ``inside`` are the blocks of the transcript above; at ``place`` stands what breaks into it.
    """
    if _COMMENTS.search(blocks[place].plain):
        return None
    voices = _voices(inside[-_BEFORE:])
    near = range(place + 1, min(len(blocks) - 1, place + 1 + _NEAR))
    back = next((i for i in near if _speaks(blocks[i], blocks[i + 1], voices)), None)
    if is_break(blocks[place].plain):
        return back or _last(blocks, place, voices)
    return back if back is not None and _goes_on(blocks[back:], voices) else None


def pauses(block: Block, current: Region, inside: Sequence[Block]) -> bool:
    """Whether a part breaks into what stands below no heading, where people may speak as well.

    ``ADVERTISEMENT`` does; so does ``Related`` where two have taken turns above it.
    """
    if current.area is not Area.HEADER:
        return False
    return is_break(block.plain) or _is_talk(inside[-_BEFORE:])


def _is_talk(inside: Sequence[Block]) -> bool:
    """Whether two voices have spoken more than once each, by the names at their words."""
    marks = (mark(block.text) for block in inside)
    said = Counter(one.label for one in marks if one and one.label and ends_sentence(one.rest))
    often = [label for label, count in said.items() if count > 1]
    named = [is_name(one.title()) or is_short_name(one.title()) for one in often]
    return sum(named) > 1


def _goes_on(blocks: Sequence[Block], voices: frozenset[str]) -> bool:
    """Whether more than one line of a list begins as what somebody says: a talk goes on."""
    below = [*blocks[1 : _NEAR + 1], None]
    said = sum(_speaks(one, other, voices) for one, other in zip(blocks, below, strict=False))
    return said > 1


def is_pause(block: Block, head: Block) -> bool:
    """Whether a block of an interruption goes to the reader of the talk all the same.

    ``ADVERTISEMENT`` does, and the paragraphs below it, with which whoever spoke may go on.
    """
    said = is_prose(block.plain) and not is_noise(block.plain)
    return is_break(head.plain) and (block is head or said)


def _last(blocks: Sequence[Block], place: int, voices: frozenset[str]) -> int | None:
    """The last block of a page, where somebody speaks in it."""
    last = len(blocks) - 1
    if not place < last <= place + _NEAR:
        return None
    return last if _speaks(blocks[last], None, voices) else None


def _voices(inside: Sequence[Block]) -> frozenset[str]:
    """The names that stand before or above sentences, and times with nothing before them."""
    below = [*inside[1:], None]
    found = (_voice(one, other) for one, other in zip(inside, below, strict=False))
    return frozenset(one for one in found if one is not None)


def _speaks(block: Block, below: Block | None, voices: frozenset[str]) -> bool:
    """Whether one of the voices speaks, by the whole name or by a part of it."""
    if _voice(block, below) in voices:
        return True
    short = block.plain if is_short_name(block.plain) else None
    found = mark(block.text) if short is None else None
    short = found.label if found and is_short_name(found.label or "") else short
    said = found.rest if found and found.rest else below.plain if below else ""
    parts = {part for voice in voices for part in (voice.split()[0], voice.split()[-1])}
    return short in parts and ends_sentence(said)


def _voice(block: Block, below: Block | None) -> str | None:
    """``Ada Byron: It is late.``, or ``Ada Byron`` above it; None where no sentence stands."""
    found = mark(block.text)
    label = found.label if found else None
    written = block.plain.title() if block.plain.isupper() else block.plain
    if label is None and is_name(written):
        label = block.plain
    said = found.rest if found and found.rest else below.plain if below else ""
    return label if label and ends_sentence(said) else None
