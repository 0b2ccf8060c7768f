"""``Transcript`` as the name of a button, of a panel or in a menu, with nothing said below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Begun, Region
from quizapp.reading.wording import ends_sentence, word_count

_BUTTON = 160
"""Letters: of what is surely speech, and of what stands below a button."""

_NEAR, _TITLE_LINES = 6, 6
"""Blocks of a transcript that show its voices; lines from the top among which a menu stands."""

_GATE = re.compile(
    r"^(?:please )?(?:sign (?:up|in)|log ?in|register|upgrade|become a member|subscribe)\b.{0,40}"
    r"\b(?:read|see|view|unlock|get|access)\b|^no transcript\b"
    r"|^(?:the |an? |our )?(?:full )?transcript "
    r"(?:will be|is (?:not|only|coming|being|available))\b",
    re.IGNORECASE,
)
"""Instead of the transcript, what a reader must do to see it."""

_SPEAKING = 2
"""Marked turns, which show that not all is behind a gate."""

_PANEL = 3
"""Words on a button."""


def without_buttons(found: list[Region]) -> list[Region]:
    """``Transcript`` with nothing said below it is a button: what follows belongs further up."""
    done: list[Region] = []
    last = max((i for i, one in enumerate(found) if one.area.kind), default=-1)
    voices = Counter(name for one in found for name in _voices(one))
    for place, region in enumerate(found):
        words = " ".join(block.plain for block in region.blocks)
        false = (
            region.area is Area.TRANSCRIPT
            and place < last
            and not _is_spoken(region)
            and not _are_turns(region.blocks)
            and all(voices[name] == 1 for name in _voices(region))
            and (len(words) < _BUTTON or any(is_noise(block.plain) for block in region.blocks))
        )
        false = false or (place == 1 and _is_in_menu(region, found[place + 1 :]))
        false = false or _is_panel(region)
        if false and place == 1:
            done[0] = replace(done[0], blocks=done[0].blocks + region.blocks)
        elif not false:
            done.append(region)
    return done


def _is_spoken(region: Region) -> bool:
    return region.area is Area.TRANSCRIPT and Begun(list(region.blocks)).spoken()


def _is_in_menu(region: Region, below: Sequence[Region]) -> bool:
    """``Transcripts`` at the top, where it is a talk further down in which somebody speaks."""
    top = region.area is Area.TRANSCRIPT and region.line <= _TITLE_LINES
    silent = top and not _is_spoken(region) and not _are_turns(region.blocks)
    return silent and any(map(_is_spoken, below))


def _labels(blocks: Sequence[Block]) -> list[str]:
    """Who speaks, as often as it is marked: an excerpt stands below ``available on request``."""
    marks = (mark(block.text) for block in blocks)
    return [found.label for found in marks if found and found.label]


def _voices(region: Region) -> set[str]:
    """Who speaks at the beginning of a transcript, where its turns are marked."""
    if region.area is not Area.TRANSCRIPT:
        return set()
    return set(_labels(region.blocks[:_NEAR]))


def _are_turns(blocks: Sequence[Block]) -> bool:
    """Names on lines of their own, each with a sentence below it."""
    pairs = [(one, other) for one, other in pairwise(blocks) if is_name(one.plain)]
    several = len(pairs) > 1 or any(one.sign == "#" for one, _ in pairs)
    return several and all(ends_sentence(other.plain) for _, other in pairs)


def _is_panel(region: Region) -> bool:
    """``Transcript`` with nothing but buttons and the names of other panels below it."""
    if region.area is not Area.TRANSCRIPT or not region.blocks:
        return False
    if _GATE.match(region.blocks[0].plain):
        return len(_labels(region.blocks)) < _SPEAKING
    told = [block for block in region.blocks if not is_noise(block.plain)]
    return len(told) < len(region.blocks) and all(
        word_count(block.plain) <= _PANEL and not ends_sentence(block.plain) for block in told
    )
