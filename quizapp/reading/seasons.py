"""Lines that only count an episode within its season, and what stands above them."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft

_ONLY_COUNTS = re.compile(
    r"(?:season|series|staffel|saison|temporada|stagione)\s\d{1,2}(?:\s?[,·|:–—-]?\s?"
    r"(?:ep(?:isode)?|e|folge|épisode|episodio|puntata)\.?\s?#?\d{1,4})?(?:\sof\s\d{1,3})?",
    re.IGNORECASE,
)
"""``Season 3, Episode 4``: which one of a show it is, and no title."""


def without_season(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without ``Season 3, Episode 4``; where others follow, right above is the show."""
    at = next((i for i, b in enumerate(candidates) if _ONLY_COUNTS.fullmatch(b.plain)), None)
    if at is None or len(candidates) == 1:
        return candidates
    counted = candidates[at]
    number = re.search(r"\d+(?=$|\sof\s)", counted.plain)
    if number is not None and not counted.plain[: number.start()].rstrip().lower().endswith(
        _YEARLY
    ):
        draft.claim("number", number[0], counted.start)
    above = candidates[at - 1] if at else None
    below = candidates[at + 1 :]
    if not below or above is None or above.end + 1 < counted.start or draft.values("show"):
        return [*candidates[:at], *below]
    draft.claim("show", above.plain, above.start)
    return [*candidates[: at - 1], *below]


_YEARLY = ("season", "series", "staffel", "saison", "temporada", "stagione")
