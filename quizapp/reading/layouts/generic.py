"""Any text: known headings where there are some, else forms that speak for themselves."""

from __future__ import annotations

from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.layout import Layout, read_by_regions
from quizapp.reading.regions import Region
from quizapp.reading.sections import leftovers, questions
from quizapp.reading.sections.items import worded


def _confidence(source: Source) -> float:
    return 0.1 if source.blocks else 0.0


def _unknown(region: Region, draft: Draft) -> None:
    rest = questions.read_pairs(worded(region.blocks), draft)
    leftovers.read(rest, draft)


def _read(draft: Draft) -> None:
    read_by_regions(draft, unknown=_unknown)


LAYOUT = Layout("generic", _confidence, _read)
