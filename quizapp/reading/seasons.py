"""Lines that only count an episode within its season, and what stands above them."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name

_ONLY_COUNTS = re.compile(
    r"(?:season|series|staffel|saison|temporada|stagione)\s\d{1,2}(?:\s?[,·|:–—-]?\s?"
    r"(?:ep(?:isode)?|e|folge|épisode|episodio|puntata)\.?\s?#?\d{1,4})?(?:\sof\s\d{1,3})?",
    re.IGNORECASE,
)
"""``Season 3, Episode 4``: which one of a show it is, and no title."""


def only_counts(text: str) -> bool:
    """Whether a line only counts an episode within its season."""
    return _ONLY_COUNTS.fullmatch(text) is not None


def without_season(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without ``Season 3, Episode 4``; where others follow, right above is the show."""
    candidates = [b for b in candidates if not _counts_of_show(b, draft)] or candidates
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
    if not below or above is None or draft.values("show"):
        return [*candidates[:at], *below]
    if above.end + 1 < counted.start and not _stands_over(above, counted, below[0]):
        return [*candidates[:at], *below]
    if not (at > _SEVERAL and is_name(above.plain)):  # who publishes it, below show, title and day
        draft.claim("show", above.plain, above.start)
    return [*candidates[: at - 1], *below]


def _stands_over(above: Block, counted: Block, below: Block) -> bool:
    """``NIGHT RADIO``, ``Season 3, Episode 4``, ``Deep Sleep``, with empty lines between them."""
    near = counted.start <= above.end + _APART and below.start <= counted.end + _APART
    return near and above.plain.isupper() and not below.plain.isupper()


_APART = 2
_SEVERAL = 2
_OF_SHOW = re.compile(r"ep(?:isode)?\.?\s#?\d{1,4}\sof\s(?P<show>.{2,60})", re.IGNORECASE)
"""``Episode 12 of Night Radio``"""


def _counts_of_show(block: Block, draft: Draft) -> bool:
    """Whether a line says only the number of an episode and the show, which is known already."""
    found = _OF_SHOW.fullmatch(block.plain)
    shows = [show.casefold().removeprefix("the ") for show in draft.values("show")]
    return found is not None and found["show"].casefold().removeprefix("the ") in shows


_YEARLY = ("season", "series", "staffel", "saison", "temporada", "stagione")
