"""Any text: known headings where there are some, else forms that speak for themselves."""

from __future__ import annotations

from quizapp.reading.draft import Source
from quizapp.reading.layouts.layout import Layout, read_by_regions


def _confidence(source: Source) -> float:
    return 0.1 if source.blocks else 0.0


LAYOUT = Layout("generic", _confidence, read_by_regions)
