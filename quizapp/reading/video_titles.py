"""The title of a video with its channel behind a bar: ``Why Wells Freeze in May | Night Radio``."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.wording import word_count

_VIEWS = re.compile(r"\d[\d.,]{0,12}\s?[KMB]?\s(?:views|subscribers)\b", re.IGNORECASE)
"""``48,112 views``, right below the title of a video"""

_SORT = re.compile(
    r"^(?:how to|why|what|when|who|top|my|your|part)\b|"
    r"\b(?:interview|documentary|explained|clips?|lecture|keynote|full|official|trailer|live|"
    r"highlights|review|summary|guide|tutorial|story|stories|masterclass|course|secrets?|truth)\b",
    re.IGNORECASE,
)
"""``Full Interview``, ``How to Sleep``: what a video is, or more of its title."""

_NEAR = 2
"""Lines below a title in which its views are counted."""

_TITLE_WORDS = 4


def read(draft: Draft) -> None:
    """Claims what stands behind the one bar as the show, where a page tells no other."""
    place = next((i for i, one in enumerate(draft.claims) if one.field == "title"), None)
    if place is None or draft.values("show"):
        return
    claim = draft.claims[place]
    title, bar, show = claim.value.rpartition(" | ")
    if not bar or "|" in title or word_count(title) < _TITLE_WORDS or word_count(show) < 2:
        return
    below = [block for block in draft.source.blocks if 0 < block.start - claim.line <= _NEAR]
    counted = any(_VIEWS.match(block.plain) for block in below)
    if not counted or is_name(show) or _SORT.search(show) or not is_name_of_show(show):
        return
    draft.claims[place] = replace(claim, value=title)
    draft.claim("show", show, claim.line)
