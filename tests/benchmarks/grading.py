"""Grading of typed answers: time, and agreement with people on answers to unseen questions.

``python -m tests.benchmarks.grading`` reads ``../shared/data/short-answers.jsonl`` beside the
checkout: school children's answers to science questions, each called correct or incorrect by a
person. The questions are split by a hash of their text; bands and weights were chosen on two
thirds of them, and the figure is of the last third (only between two readings of when a *not*
contradicts was the choice made with all in view). An answer counts as called correct only when
its grade is ``correct``. Nothing of the file is used at run time.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from rapidfuzz import fuzz

from quizapp.grading import Grade, Verdict, grade
from tests.benchmarks.figures import Figure, Skipped, by_turns, seconds, show
from tests.conftest import FACTS

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "short-answers.jsonl"
ROUNDS = 5
PEER = "rapidfuzz.fuzz.WRatio"


@dataclass(frozen=True, slots=True)
class Answer:
    """A typed answer, what is right, and what a person said of it."""

    question: str
    right: str
    typed: str
    correct: bool

    @property
    def unseen(self) -> bool:
        """Whether its question took no part in the tuning: one in three."""
        return hashlib.sha256(self.question.encode()).digest()[0] % 3 == 0

    @property
    def verdict(self) -> Verdict:
        """What quizapp says of it."""
        return grade(self.typed, self.right, question=self.question)


def graded_answers() -> list[Answer]:
    """The answers that people graded; none where the file is not there."""
    if not DATA.exists():
        return []
    rows = map(json.loads, DATA.read_text(encoding="utf-8").splitlines())
    return [
        Answer(r["question"], r["reference_answers"][0], r["answer"], r["label"] == "correct")
        for r in rows
    ]


def macro_f1(truth: Sequence[bool], called: Sequence[bool]) -> float:
    """The mean of the F-measures of the two classes, correct and incorrect."""
    pairs = Counter(zip(truth, called, strict=True))
    wrong = pairs[True, False] + pairs[False, True]
    return sum(2 * pairs[c, c] / max(1, 2 * pairs[c, c] + wrong) for c in (True, False)) / 2


def agreement(answers: Sequence[Answer], calls_correct: Callable[[Answer], bool]) -> float:
    """Macro-F1 of a grader on some answers."""
    return macro_f1([a.correct for a in answers], [calls_correct(a) for a in answers])


def _is_correct(answer: Answer) -> bool:
    return answer.verdict.grade is Grade.CORRECT


def _likeness(answer: Answer) -> float:
    return fuzz.WRatio(answer.typed, answer.right, processor=str.lower)


def _best_threshold(answers: Sequence[Answer]) -> float:
    """Where the peer does best on the questions that it may be tuned on."""
    scores = [_likeness(a) for a in answers]
    truth = [a.correct for a in answers]
    return max(range(20, 96, 2), key=lambda t: macro_f1(truth, [s >= t for s in scores]))


def _agreement_figures(answers: Sequence[Answer]) -> list[Figure]:
    unseen = [a for a in answers if a.unseen]
    seen = [a for a in answers if not a.unseen]
    silent = [a for a in unseen if a.verdict.note is None]
    threshold = _best_threshold(seen)
    peer = f"{PEER} ≥ {threshold:.0f}, tuned on the same questions"
    return [
        Figure(
            f"grading, macro-F1, {name} ({len(some):,} answers)",
            "",
            agreement(some, _is_correct),
            peer,
            agreement(some, lambda a: _likeness(a) >= threshold),
        )
        for name, some in (
            ("unseen questions", unseen),
            ("unseen, graded without a note", silent),
            ("questions tuned on", seen),
        )
    ]


def _typed(chance: random.Random) -> list[tuple[str, str, str]]:
    """Question, right and typed answers, every pair of facts, the typed words in a new order."""
    triples = []
    for (question, right), (_, other) in product(FACTS, FACTS):
        words = other.split()
        chance.shuffle(words)
        triples.append((question, right, " ".join(words)))
    return triples


def _speed() -> Figure:
    """Time of one answer that was never typed before, to a card that was seen before."""
    chance = random.Random(0)

    def ours() -> float:
        triples = _typed(chance)
        return seconds(lambda: [grade(t, right, question=q) for q, right, t in triples])

    def theirs() -> float:
        triples = _typed(chance)
        return seconds(lambda: [fuzz.WRatio(t, right) for _, right, t in triples])

    ours()
    each = [1000 * time / len(FACTS) ** 2 for time in by_turns(ours, theirs, ROUNDS)]
    return Figure("grading of one answer", "ms", each[0], PEER, each[1])


def figures() -> list[Figure | Skipped]:
    """Time of one answer, and agreement with people where their grades are at hand."""
    answers = graded_answers()
    if not answers:
        reason = f"there is no {'/'.join(DATA.parts[-3:])} beside the checkout"
        return [_speed(), Skipped("grading, macro-F1", reason)]
    return [_speed(), *_agreement_figures(answers)]


def _bands(answers: Sequence[Answer]) -> None:
    """How many answers of each kind fall into each band."""
    counted = Counter((a.verdict.grade, a.verdict.note is not None, a.correct) for a in answers)
    for (band, noted, correct), count in sorted(counted.items()):
        said = "correct" if correct else "incorrect"
        print(f"{band:10} {'with a note' if noted else '':12} people: {said:10} {count:5}")


if __name__ == "__main__":
    show(figures())
    _bands([answer for answer in graded_answers() if answer.unseen])
