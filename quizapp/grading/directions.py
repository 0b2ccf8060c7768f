"""The right words tied the wrong way round: *rises, falls, rises* for *falls, rises, falls*.

Words that say which way something goes are read as steps on scales. Two kinds of mistakes show in
them that comparing words does not see: two scales tied to each other the wrong way round (*the
longer, the higher*), and a course run backwards.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from quizapp.grading.negation import NEGATIONS
from quizapp.grading.synonyms import root
from quizapp.grading.verdict import Doubt
from quizapp.grading.wording import Comparison, read

_SCALES = (
    "fall decrease decline sink reduce lower | rise increase climb raise",
    "low | high",
    "short | long",
    "small tiny shrink | big large great grow",
    "slow | fast quick rapid",
    "weak weaken | strong strengthen",
    "cold cool | hot warm",
    "thin | thick",
    "loose | tight",
    "narrow | wide broad",
    "shallow | deep",
    "late after | early before",
    "bad | good",
    "poor | rich",
    "cheap | expensive",
    "negative | positive",
)
"""One way and the other, scale by scale."""

_FORMS = {"lower": "low", "lowers": "lower", "lowered": "lower", "lowering": "lower"}
"""*Lower* compares more often than it does something."""

_SENTENCE = re.compile(r"[.;!?](?:\s|$)")

_COMPARED = re.compile(r"\bthan\b", re.IGNORECASE)
"""What stands behind it goes the other way by itself: *it is faster than a slow one*."""

COURSE = 3
"""Steps from which one and the same scale runs a course: *falls, rises, falls*."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A word that goes one way on a scale, as it was written."""

    word: str
    scale: int
    way: int


@cache
def _ways() -> dict[str, tuple[int, int]]:
    """Root of a word → its scale, and which way it goes."""
    return {
        root(word): (number, way)
        for number, scale in enumerate(_SCALES)
        for way, words in zip((-1, 1), scale.split("|"), strict=True)
        for word in words.split()
    }


@lru_cache(maxsize=1024)
def _steps(text: str) -> tuple[tuple[_Step, ...], ...]:
    """The steps of each sentence; a *not* turns the next one round."""
    return tuple(tuple(_sentence_steps(s)) for s in _SENTENCE.split(text) if s.strip())


def _sentence_steps(sentence: str) -> Iterator[_Step]:
    turned = 1
    for token in read(_COMPARED.split(sentence)[0]).tokens:
        if token in NEGATIONS:
            turned = -1
        elif found := _ways().get(root(_FORMS.get(token, token))):
            yield _Step(token, found[0], turned * found[1])
            turned = 1


def tie(comparison: Comparison) -> Doubt | None:
    """Two things that go together in the answer and against each other in what was typed."""
    typed, right = _ties(comparison.typed.text), _ties(comparison.right.text)
    for scales, (way, words) in typed.items():
        meant, _ = right.get(scales, (0, ""))
        if way * meant < 0:
            return Doubt(f"{words}, or the other way round?")
    return None


@lru_cache(maxsize=1024)
def _ties(text: str) -> dict[tuple[int, int], tuple[int, str]]:
    """Pairs of scales → whether they go together (1) or against each other (-1), and the words.

    Left out where a text has it both ways.
    """
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    words: dict[tuple[int, int], str] = {}
    for one, other in _neighbours(_steps(text)):
        scales = min(one.scale, other.scale), max(one.scale, other.scale)
        found[scales].add(one.way * other.way)
        words.setdefault(scales, f"“{one.word}” with “{other.word}”")
    return {s: (min(ways), words[s]) for s, ways in found.items() if len(ways) == 1}


def _neighbours(sentences: Iterable[tuple[_Step, ...]]) -> Iterator[tuple[_Step, _Step]]:
    """Steps on two scales that stand next to each other in a sentence; each in one pair only.

    Scales with unlike numbers of steps are not tied one to one: *falls, then rises, as it grows*.
    """
    for steps in sentences:
        count = Counter(step.scale for step in steps)
        at = 0
        while at + 1 < len(steps):
            one, other = steps[at : at + 2]
            if one.scale == other.scale or count[one.scale] != count[other.scale]:
                at += 1
            else:
                yield one, other
                at += 2


def course(comparison: Comparison) -> Doubt | None:
    """A course of three steps or more that was typed backwards."""
    typed, right = _courses(comparison.typed.text), _courses(comparison.right.text)
    for scale, steps in right.items():
        ways = [step.way for step in steps]
        if len(steps) >= COURSE and [-s.way for s in typed.get(scale, ())] == ways:
            return Doubt(f"first “{steps[0].word}”, then “{steps[1].word}”")
    return None


@lru_cache(maxsize=1024)
def _courses(text: str) -> dict[int, tuple[_Step, ...]]:
    """Scale → its steps in order, without repetitions."""
    found: dict[int, list[_Step]] = defaultdict(list)
    for sentence in _steps(text):
        for step in sentence:
            found[step.scale].append(step)
    return {
        scale: tuple(next(same) for _, same in groupby(steps, key=lambda s: s.way))
        for scale, steps in found.items()
    }
