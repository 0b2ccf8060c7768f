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

from quizapp.grading.negation import CLAUSE, NEGATIONS
from quizapp.grading.synonyms import root
from quizapp.grading.verdict import Doubt
from quizapp.grading.wording import Comparison, read

_SCALES = (
    "fall decrease decline sink reduce lowers | rise increase climb raise",
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

_SENTENCE = re.compile(r"[.;!?](?:\s|$)")

_TURN = re.compile(
    rf"{CLAUSE.pattern}|\b(?:when|which|who|although|though|unless|until)\b|"
    r"\bas(?=\s(?:an?|he|it|she|the|their|there|these|they|this|those|we|you)\b)",
    re.I,
)
"""Where a *not* has nothing more to turn."""

_LESS = frozenset({"less", "least"})
"""What turns the word right behind it: *less deep*."""

_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|as)\b|\bthe (?:more|less|\w+er)\b.*\bthe (?:more|less|\w+er)\b",
    re.I,
)
"""Words with which a text only says what goes with what."""

_THEN = frozenset("then again later after afterwards before finally once until".split())
"""Words of a clause that tells one thing after the other."""

_COMPARED = re.compile(r"\bthan\b", re.IGNORECASE)
"""What stands behind it goes the other way by itself: *it is faster than a slow one*."""

COURSE = 3
"""Steps from which one and the same scale runs a course: *falls, rises, falls*."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A word that goes one way on a scale, as it was written, and the clause that it stands in."""

    word: str
    scale: int
    way: int
    clause: int


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
    """The steps of each sentence; a *not* turns the next one of its clause round."""
    return tuple(tuple(_sentence_steps(s)) for s in _SENTENCE.split(text) if s.strip())


def _sentence_steps(sentence: str) -> Iterator[_Step]:
    for number, clause in enumerate(_TURN.split(_COMPARED.split(sentence)[0])):
        turned, before = 1, ""
        for token in read(clause).tokens:
            if token in NEGATIONS:
                turned = -1
            elif found := _ways().get(root(token)):
                way = -turned if before in _LESS else turned
                yield _Step(token, found[0], way * found[1], number)
                turned = 1
            before = token


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


def bearing(comparison: Comparison) -> Doubt | None:
    """What goes one way in the answer and the other way in what was typed, of two that differ.

    *Salt rises and the level falls* for *salt falls and the level rises*; where one only says
    what happens if the other does, both turned say the same. Words that go the same way in both
    show that the rest is told of something else.
    """
    if _CONDITION.search(comparison.right.text):
        return None
    typed, right = _bearings(comparison.typed.text), _bearings(comparison.right.text)
    ways = {(s.scale, s.way) for steps in _steps(comparison.right.text) for s in steps}
    for scale in sorted(scale for scale, way in ways if way > 0 and (scale, -1) in ways):
        told = [word for word, s in typed if s == scale and (word, s) in right]
        if told and all(typed[w, scale][0] != right[w, scale][0] for w in told):
            step = typed[told[0], scale][1]
            return Doubt(f"does “{step}” go with “{comparison.typed.roots[told[0]]}”?")
    return None


@lru_cache(maxsize=1024)
def _bearings(text: str) -> dict[tuple[str, int], tuple[int, str]]:
    """Keywords of clauses with one step, and its scale → which way it goes, and its word.

    Left out where a text has it both ways.
    """
    found: dict[tuple[str, int], set[tuple[int, str]]] = defaultdict(set)
    for sentence in _SENTENCE.split(text):
        steps = {
            number: list(same)
            for number, same in groupby(_sentence_steps(sentence), key=lambda step: step.clause)
        }
        clauses = _TURN.split(_COMPARED.split(sentence)[0])
        for number, (step, *more) in steps.items():
            for word in () if more else read(clauses[number]).keywords:
                if word not in _ways():
                    found[word, step.scale].add((step.way, step.word))
    return {key: min(ways) for key, ways in found.items() if len({way for way, _ in ways}) == 1}


def course(comparison: Comparison) -> Doubt | None:
    """A course of three steps or more that was typed backwards.

    Two things that are told of in another order run no course: *the poor got richer, the rich
    poorer*.
    """
    typed, right = _courses(comparison.typed.text), _courses(comparison.right.text)
    for scale, steps in right.items():
        ways = [step.way for step in steps]
        if len(steps) < COURSE or [-s.way for s in typed.get(scale, ())] != ways:
            continue
        changes = _changes(comparison.right.text, scale)
        if not changes or changes != _changes(comparison.typed.text, scale):
            return Doubt(f"first “{steps[0].word}”, then “{steps[1].word}”")
    return None


def _changes(text: str, scale: int) -> list[tuple[int, ...]]:
    """Which way the clauses on a scale go, in no order, where each says what became of what.

    Empty where one tells a course of its own, or says of one step alone.
    """
    if not _THEN.isdisjoint(read(text).tokens):
        return []
    found = [
        tuple(step.way for step in steps)
        for sentence in _steps(text)
        for _, same in groupby(sentence, key=lambda step: step.clause)
        if (steps := [step for step in same if step.scale == scale])
    ]
    return sorted(found) if all(len(ways) > 1 for ways in found) else []


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
