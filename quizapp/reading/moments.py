"""When something was said: words found again in a timed or attributed transcript, near-equal."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

LIKE = 78
"""Of 100, by rapidfuzz's partial_ratio: a quote smoothed by an editor. Chance gives 60 at most."""

ALIKE = 92
"""Of 100: the same words, but for a few letters. So like a short quote has to be."""

_FEWEST = 4
_SHORT = 7
"""Words: below the first a text is not looked for; below the second it must be ``ALIKE``."""

_LONGEST = 40
"""Words of a text that are looked for; the rest of it follows them."""

_RARE = 200
"""A word that is said more often than this tells no place."""

_ASKED = 16
"""So many words of a text are asked where they are said, as long as they are rare."""

_TRIED = 4
"""So many places are compared letter by letter."""

_WORDS = re.compile(r"[^\W_]+")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[[^\[\]]{0,30}\])\s*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of what was said: its time and speaker where known, and where it stands."""

    text: str
    seconds: int | None
    speaker: str | None
    chapter: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text was found: the moment it begins in, and who says all of it, if one does."""

    moment: Moment
    speaker: str | None
    likeness: float


class Moments:
    """All that was said in an episode, searched by its words."""

    def __init__(self, moments: Iterable[Moment]) -> None:
        self._moments = [moment for moment in moments if moment.text]
        self._words: list[str] = []
        self._starts: list[int] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        for moment in self._moments:
            self._starts.append(len(self._words))
            self._words += words_of(moment.text)
        for place, word in enumerate(self._words):
            self._places[word].append(place)

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self._words)

    def find(self, text: str) -> Found | None:
        """Where a text was said; None where nothing is like enough, or too little was asked for.

        Of equal places a timed one counts, then the later: openings repeat what comes later.
        """
        wanted = max((words_of(part) for part in _CUT.split(text)), key=len, default=[])
        wanted = wanted[:_LONGEST]
        if len(wanted) < _FEWEST:
            return None
        best: tuple[float, bool, int] = (0.0, False, -1)
        whole = " ".join(wanted)
        for start in self._likely(wanted):
            low = max(0, start - 3)
            window = " ".join(self._words[low : start + len(wanted) + 6])
            aligned = fuzz.partial_ratio_alignment(whole, window, score_cutoff=LIKE)
            if aligned:
                place = low + window.count(" ", 0, aligned.dest_start)
                timed = self._moment_at(place).seconds is not None
                best = max(best, (aligned.score, timed, place))
        likeness, _, at = best
        if at < 0 or likeness < (ALIKE if len(wanted) < _SHORT else LIKE):
            return None
        first = bisect_right(self._starts, at) - 1
        last = bisect_right(self._starts, at + len(wanted) - 2) - 1
        speakers = {moment.speaker for moment in self._moments[first : max(first, last) + 1]}
        speaker = speakers.pop() if len(speakers) == 1 else None
        return Found(self._moments[first], speaker, likeness)

    def _moment_at(self, place: int) -> Moment:
        return self._moments[bisect_right(self._starts, place) - 1]

    def _likely(self, wanted: list[str]) -> Iterator[int]:
        """The places that most of the rarer words point to."""
        votes: Counter[int] = Counter()
        told = sorted(
            ((len(self._places[w]), i, w) for i, w in enumerate(wanted) if w in self._places)
        )
        for count, offset, word in told[:_ASKED]:
            if count > _RARE or votes.total() > _RARE:
                break
            for place in self._places[word]:
                start = max(0, place - offset)
                votes[start // 6] += 1
        sums = {near: votes[near] + votes[near - 1] + votes[near + 1] for near in votes}
        likely = sorted(sums, key=lambda near: (-sums[near], -votes[near], -near))[:_TRIED]
        return iter(sorted({6 * near + 3 for near in likely}))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; an apostrophe parts none."""
    return _WORDS.findall(text.lower().replace("'", "").replace("’", ""))
