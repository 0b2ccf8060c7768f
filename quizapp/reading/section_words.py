"""The words of a section, and how like texts are to them: by stems, the rarer the weightier."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from quizapp.model import Section, SectionKind
from quizapp.reading.stems import Weights, stems

_IN_TEXT, _AGAIN = 0.3, 0.1
"""What a title's word counts in the text instead of the heading, and each time it comes again."""


@dataclass(frozen=True, slots=True)
class SectionWords:
    """The stems of a section: those of its heading (a quote is all heading), and of its text."""

    heading: frozenset[str]
    text: Counter[str]

    @classmethod
    def of(cls, section: Section) -> SectionWords:
        """The words of a section."""
        heading = section.text if section.kind is SectionKind.QUOTE else section.heading or ""
        return cls(frozenset(stems(heading)), Counter(stems(section.text)))

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each stem is there; those of a heading twice more."""
        if not self.heading or self.text.keys() == self.heading:
            return self.text
        return self.text + Counter(dict.fromkeys(self.heading, 2))

    @property
    def all(self) -> frozenset[str]:
        """Every stem of a section, once."""
        return self.heading | self.text.keys()

    def takes_up(self, one: str) -> float:
        """How much of a title's stem is here: 1 in the heading, less in the text."""
        if one in self.heading:
            return 1.0
        times = self.text.get(one, 0)
        return min(0.8, _IN_TEXT + _AGAIN * times) if times else 0.0


class StemLikeness:
    """Texts by their stems, and how like each of them is to a section, from 0 to 1."""

    def __init__(self, texts: Iterable[Mapping[str, int]], weights: Weights) -> None:
        self._weights = weights
        self._has: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, text in enumerate(texts):
            for one, weight in self._vector(text).items():
                self._has[one].append((number, weight))

    def _vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        found = {one: self._weights.of(one) * (1 + log(times)) for one, times in counts.items()}
        length = sqrt(sum(weight * weight for weight in found.values())) or 1.0
        return {one: weight / length for one, weight in found.items()}

    def of(self, words: SectionWords) -> dict[int, float]:
        """The texts that share a stem with a section, by their numbers."""
        likeness: dict[int, float] = defaultdict(float)
        for one, weight in self._vector(words.counts).items():
            for number, there in self._has.get(one, ()):
                likeness[number] += weight * there
        return likeness
