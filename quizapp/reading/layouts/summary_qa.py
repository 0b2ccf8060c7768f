"""Summary pages: a TL;DR, insights, blocks of questions and answers, takeaways."""

from __future__ import annotations

from quizapp.reading.areas import Area
from quizapp.reading.asking import QUESTION_MARK
from quizapp.reading.draft import Source
from quizapp.reading.layouts.layout import Layout, areas_of, read_by_regions

_MARKED = 2


def _confidence(source: Source) -> float:
    areas = areas_of(source)
    marked = sum(1 for block in source.blocks if QUESTION_MARK.match(block.text))
    if Area.QA not in areas or marked < _MARKED:
        return 0.0
    further = areas & {Area.SUMMARY, Area.INSIGHTS, Area.TAKEAWAYS}
    return 0.6 + 0.1 * len(further)


LAYOUT = Layout("summary_qa", _confidence, read_by_regions)
