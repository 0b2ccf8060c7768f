"""Overview pages: a numbered summary, ideas with explanations, quotes, topics."""

from __future__ import annotations

from quizapp.reading.areas import Area
from quizapp.reading.draft import Source
from quizapp.reading.layouts.layout import Layout, areas_of, read_by_regions


def _confidence(source: Source) -> float:
    areas = areas_of(source)
    points = 0.4 * (Area.IDEAS in areas) + 0.3 * (Area.QUOTES in areas)
    return points + 0.15 * (Area.SUMMARY in areas) if points else 0.0


LAYOUT = Layout("at_a_glance", _confidence, read_by_regions)
