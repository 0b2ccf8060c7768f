"""Topics run together in a line of their own, behind the last answer, quote or idea of a part."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.glued import glued_items
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence, is_prose

_PARTS = frozenset(
    {
        Area.SUMMARY,
        Area.IDEAS,
        Area.INSIGHTS,
        Area.TAKEAWAYS,
        Area.QUOTES,
        Area.QA,
        Area.HIGHLIGHTS,
        Area.UNKNOWN,
    }
)
_SENTENCE_INSIDE = re.compile(r"[a-z]{2}[.!?][”\"’']?\s")
_WORDS = 14
"""Words of one topic; what is longer tells something."""

_TOLD = 2
"""Sentences above, without which such a line may be what the part is about."""


_SURELY = 4
"""So many topics are no chance, even where more of the part follows."""


def read(region: Region, draft: Draft) -> Region:
    """Reads such lines as topics; hands back the part without them."""
    if region.area not in _PARTS:
        return region
    told, rest = 0, []
    last = max((i for i, b in enumerate(region.blocks) if not is_noise(b.plain)), default=-1)
    for place, block in enumerate(region.blocks):
        fewest = 1 if place >= last else _SURELY
        if told >= _TOLD and len(topics := _topics(block, draft)) >= fewest:
            for topic in topics:
                draft.section(SectionKind.TOPIC, None, topic, block.start, block.end)
            continue
        told += is_prose(block.plain)
        rest.append(block)
    return region if len(rest) == len(region.blocks) else replace(region, blocks=tuple(rest))


def _topics(block: Block, draft: Draft) -> list[str]:
    """The items of a line that is nothing but short topics without a separator."""
    text = block.text
    if block.sign or ends_sentence(block.plain) or _SENTENCE_INSIDE.search(text):
        return []
    items = glued_items(text, draft.source.words)
    return items if all(len(item.split()) <= _WORDS for item in items) else []
