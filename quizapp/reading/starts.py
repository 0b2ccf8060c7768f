"""Where the chapters of a recording start in a transcript that has no times.

A share of the time is about the same share of the words; near that place the words of the
chapter's title begin to be said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from quizapp.model import Chapter, Turn
from quizapp.reading.stems import Weights, stems

_PACE = (60, 260)
"""Words a minute of a transcript that goes through the whole recording."""

_WIDTH = 30
_FARTHEST = 0.05
"""A start is looked for so many places to either side, up to this share of all words away."""

_AFTER, _BEFORE = 100, 150
"""Words in which a title's words speak for a start, and those in which they speak against it."""

_FAR, _UNEVEN, _FIRST = 0.3, 0.9, 0.1
"""What it costs to be a whole ``_FARTHEST`` away, and for two neighbours to differ by as much.

Before the first chapters stands what pages leave out: there little is asked.
"""


def by_times(
    turns: Sequence[Turn], chapters: Sequence[Chapter], places: Sequence[int]
) -> list[int]:
    """The word at which each chapter starts, by the times of the turns that begin at ``places``."""
    timed = [(t.seconds, at) for t, at in zip(turns, places, strict=True) if t.seconds is not None]
    end = places[-1] + 1 if places else 0
    return [next((at for s, at in timed if s >= c.seconds), end) for c in chapters]


def by_words(
    words: Sequence[str], chapters: Sequence[Chapter], length: int, weights: Weights
) -> list[int] | None:
    """The word at which each chapter starts; None where the words cannot be all that was said.

    ``words`` are all that were said, as stems; one that tells nothing may be empty.
    """
    minutes = length / 60
    if not minutes or not _PACE[0] <= len(words) / minutes <= _PACE[1]:
        return None
    said: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        said[word].append(at)
    titles = [
        {one: weights.of(one) ** 2 for one in stems(chapter.title) if one in said}
        for chapter in chapters
    ]
    step = max(1.0, _FARTHEST * len(words) / _WIDTH)
    expected = [chapter.seconds / length * len(words) for chapter in chapters]
    offsets = range(-_WIDTH, _WIDTH + 1)

    def begins(title: dict[str, float], at: float) -> float:
        """Whether a title's words are said from here on, and not just before; from -0.5 to 1."""
        whole = sum(title.values())
        if not whole:
            return 0.0
        after = sum(w for one, w in title.items() if _within(said[one], at, at + _AFTER))
        before = sum(w for one, w in title.items() if _within(said[one], at - _BEFORE, at))
        return (after - before / 2) / whole

    best = [0.0 if offset == 0 else -1.0 for offset in offsets]
    ways: list[list[int]] = []
    for number, title in enumerate(titles[1:], 1):
        stiff = (_FIRST if number == 1 else _UNEVEN) * 4 / _WIDTH**2
        came, sums = [], []
        for here, offset in enumerate(offsets):
            reached = [worth - stiff * (here - there) ** 2 for there, worth in enumerate(best)]
            there = max(range(len(reached)), key=reached.__getitem__)
            far = _FAR * (offset / _WIDTH) ** 2
            came.append(there)
            sums.append(reached[there] + begins(title, expected[number] + offset * step) - far)
        ways.append(came)
        best = sums
    here = max(range(len(best)), key=best.__getitem__)
    found = []
    for number in range(len(chapters) - 1, 0, -1):
        found.append(round(expected[number] + offsets[here] * step))
        here = ways[number - 1][here]
    found.append(0)
    return [min(len(words), max(0, at)) for at in sorted(found)]


def _within(places: Sequence[int], start: float, end: float) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
