"""Quotes below ``In her own words``: where a page has one guest, the guest says them."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft

_OWN_WORDS = re.compile(r"\bin (?:his|her|their) (?:own )?words\b", re.IGNORECASE)


def read(draft: Draft) -> None:
    """Gives the quotes of such a part that nobody signs to the one guest."""
    guests = draft.values("guest")
    if len(guests) != 1:
        return
    lines = {
        line
        for region in draft.source.regions
        if region.area is Area.QUOTES and _OWN_WORDS.search(region.name)
        for block in region.blocks
        for line in range(block.start, block.end + 1)
    }
    draft.sections[:] = [
        replace(one, speaker=guests[0])
        if one.kind is SectionKind.QUOTE and one.speaker is None and one.line_start in lines
        else one
        for one in draft.sections
    ]
