"""Unmarked quotes inside highlights: a paragraph that says ``I`` among others that say ``she``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region
from quizapp.reading.sections.items import Item
from quizapp.reading.wording import ends_sentence, is_prose, word_count

_OWN = re.compile(r"\b(?:I|me|my|mine|myself|I['’](?:m|ve|d|ll))\b")
_MARKED = re.compile(r"[“\"«][^“”\"«»]{1,600}[”\"»]")
"""What is said in quotation marks, whoever says ``I`` there."""

_ADDRESSED = re.compile(
    r"\b(?:you|your|this (?:episode|conversation|interview|podcast|show)|listen(?:ed|ing)?|"
    r"listeners?|subscri\w+|reminded me|my favou?rite|I find (?:that|this|it))\b|^As an? \w+, I\b",
    re.IGNORECASE,
)
"""Whoever writes the page speaks so, to those who read it or of what was said."""

_LONGEST = 45
"""Words of such a quote."""
_FORM = 2
"""Such paragraphs on a page: a single one may be its writer's."""
_SAID = frozenset({Area.QUOTES, Area.QA, Area.TRANSCRIPT, Area.NOISE})
"""Parts of a page in which others than whoever writes say ``I``."""


def unmarked(items: Sequence[Item], page: Iterable[Region]) -> frozenset[int]:
    """The lines of short paragraphs in the guest's own words, below others that tell of her.

    There are none where the page says ``I`` elsewhere too: then whoever writes it does.
    """
    if not all(item.head for item in items):
        return frozenset()
    found = {
        block.start
        for item in items
        for above, block in pairwise(item.body)
        if _is_said(block) and not (above.sign or _OWN.search(_bare(above)))
    }
    others = [b for r in page if r.area not in _SAID for b in r.blocks if b.start not in found]
    if len(found) < _FORM or any(_OWN.search(_bare(block)) for block in others):
        return frozenset()
    return frozenset(found)


def _is_said(block: Block) -> bool:
    text = block.plain
    own = bool(_OWN.search(_bare(block))) and not _ADDRESSED.search(text)
    return own and _is_short(block) and is_prose(text) and ends_sentence(text)


def _is_short(block: Block) -> bool:
    return not block.sign and ":" not in block.plain and word_count(block.plain) <= _LONGEST


def _bare(block: Block) -> str:
    return _MARKED.sub("", block.plain)
