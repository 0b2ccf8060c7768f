"""Transcript pages: perhaps a list of chapters, then what was said."""

from __future__ import annotations

from quizapp.reading.areas import Area
from quizapp.reading.draft import Source
from quizapp.reading.layouts.layout import Layout, read_by_regions


def _confidence(source: Source) -> float:
    """The share of the page that stands under a heading for transcripts."""
    whole = sum(len(block.text) for block in source.blocks)
    spoken = sum(
        len(block.text)
        for region in source.regions
        if region.area is Area.TRANSCRIPT
        for block in region.blocks
    )
    return round(0.95 * spoken / whole, 2) if spoken and spoken > 0.5 * whole else 0.0


LAYOUT = Layout("transcript", _confidence, read_by_regions)
