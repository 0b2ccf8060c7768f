"""One reader for each area of a page, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.sections import (
    descriptions,
    highlights,
    points,
    questions,
    quotes,
    summaries,
    topics,
    transcripts,
)

Reader = Callable[[Region, Draft], None]


def nothing(region: Region, draft: Draft) -> None:
    """Reads a region that says nothing about the conversation."""


READERS: Mapping[Area, Reader] = {
    Area.SUMMARY: summaries.read,
    Area.HIGHLIGHTS: highlights.read,
    Area.IDEAS: points.read,
    Area.INSIGHTS: points.read,
    Area.TAKEAWAYS: points.read,
    Area.QUOTES: quotes.read,
    Area.QA: questions.read,
    Area.TOPICS: topics.read,
    Area.CHAPTERS: topics.read_chapter_list,
    Area.TRANSCRIPT: transcripts.read,
    Area.DESCRIPTION: descriptions.read,
    Area.DETAILS: descriptions.read_details,
    Area.NOISE: nothing,
}
"""Which reader reads which area; ``HEADER`` and ``UNKNOWN`` belong to the layout."""
