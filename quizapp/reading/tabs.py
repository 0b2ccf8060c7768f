"""Names of panels side by side, of which the first is open: ``Highlights``, ``Transcript``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.chapters import chapter_of
from quizapp.reading.marks import mark
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence, word_count

_FEWEST, _TOLD = 2, 60
"""Moments that show the form; words of what is told of one, at most on average."""


def opened(parts: Sequence[Region]) -> list[Region]:
    """The regions, with moments below ``Highlights`` and ``Transcript`` read as highlights."""
    done = list(parts)
    for place, (one, other) in enumerate(pairwise(parts), start=1):
        beside = one.area is Area.HIGHLIGHTS and not one.blocks
        if beside and other.area is Area.TRANSCRIPT and _are_moments(other):
            done[place] = replace(other, area=Area.HIGHLIGHTS, name=one.name)
            done[place - 1] = replace(one, area=Area.NOISE)
        if _is_button(other, parts[:place]):
            done[place] = replace(other, area=Area.NOISE)
    return done


def _is_button(region: Region, above: Sequence[Region]) -> bool:
    """``Show the full transcript`` behind the beginning of one, where nobody goes on to speak."""
    if region.area is not Area.TRANSCRIPT or not is_noise(region.name):
        return False
    said = any(ends_sentence(block.plain) or mark(block.text) for block in region.blocks)
    return not said and any(one.area is Area.TRANSCRIPT and one.blocks for one in above)


def _are_moments(region: Region) -> bool:
    """Headings with times above a few statements each, which nobody speaks."""
    heads = [b for b in region.blocks if b.sign == "#" and chapter_of(b.plain)]
    told = [b for b in region.blocks if b not in heads and any(map(str.isalnum, b.plain))]
    said = any((found := mark(b.text)) and found.label for b in told)
    words = sum(word_count(b.plain) for b in told)
    return (
        len(heads) >= _FEWEST
        and not said
        and all(ends_sentence(b.plain) for b in told)
        and words <= _TOLD * len(heads)
    )
