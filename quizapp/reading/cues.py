"""A costly form, looked for only near the words without which it cannot stand.

The words of a text are found once, whatever number of forms is looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizapp.reading.forms import Form

_BEFORE = 200
_BEHIND = 400
"""Letters around a cue within which the whole form stands; lines are looked at whole."""

_WORD = re.compile(r"[a-z]+")
_known: set[str] = set()
"""The words of all forms."""


@dataclass(frozen=True, slots=True)
class Cued:
    """A form, the words that open its cue, and the cue: what stands where the word does."""

    form: Form
    words: tuple[str, ...]
    cue: Form

    def finditer(self, text: str, end: int | None = None) -> Iterator[re.Match[str]]:
        """The places of the form in a text (up to ``end``), in order."""
        stop = len(text) if end is None else min(end, len(text))
        for start, last in self._windows(text, stop):
            yield from self.form.finditer(text, start, last)

    def search(self, text: str, end: int | None = None) -> re.Match[str] | None:
        """The first place of the form in a text."""
        return next(self.finditer(text, end), None)

    def _windows(self, text: str, stop: int) -> Iterator[tuple[int, int]]:
        """Whole lines around each cue; those that touch are one."""
        start = end = -1
        for place in self._cues(text, stop):
            if end - _BEHIND > place:
                continue
            first = text.rfind("\n", 0, max(0, place - _BEFORE)) + 1
            last = text.find("\n", place + _BEHIND, stop)
            if first > end >= 0:
                yield start, end
                start = first
            start = first if start < 0 else start
            end = last if last >= 0 else stop
        if start >= 0:
            yield start, end

    def _cues(self, text: str, stop: int) -> list[int]:
        places = _places(text)
        said = [place for word in self.words for place in places.get(word, ()) if place < stop]
        return sorted(place for place in said if self.cue.stands(text, place))


def cued(form: Form, words: str, cue: str = "") -> Cued:
    """A form, the words (in small letters) with which its cues begin, and the cue in full."""
    opening = tuple(words.split())
    _known.update(opening)
    _places.cache_clear()
    return Cued(form, opening, Form(cue))


@lru_cache(maxsize=4)
def _places(text: str) -> dict[str, list[int]]:
    """Where the words of all forms stand in a text."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    said = _known.intersection(_WORD.findall(small))
    if "©" in small:
        said.add("©")
    return {word: _alone(word, small) for word in said}


def _alone(word: str, small: str) -> list[int]:
    """Where a word stands with no letter beside it."""
    found, place, length = [], small.find(word), len(word)
    while place >= 0:
        beside = (small[place - 1 : place], small[place + length : place + length + 1])
        if word == "©" or not any("a" <= letter <= "z" for letter in beside):
            found.append(place)
        place = small.find(word, place + length)
    return found
