"""Grading of typed answers: time, and agreement with people on answers to unseen questions.

``python -m tests.benchmarks.grading`` reads ``../shared/data/short-answers.jsonl`` beside the
checkout: school children's answers to science questions, each called correct or incorrect by a
person. An answer counts as called correct only when its grade is ``correct``.

Five folds by question: where correct begins is chosen on four of them and judged on the fifth, for
quizapp and for each baseline alike, so that no answer is judged by a bound that its own question
had a part in. The rules and the other weights are the program's own for all folds; they were tuned
on two thirds of the questions. Beside them stands what an agreement is worth here: that of a
grader who knows how people graded the other answers to the same question, which nothing at run
time can. Nothing of the file is used at run time.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest.mock import patch

from rapidfuzz import fuzz, process

from quizapp.grading import Grade, Verdict, grade, wording
from quizapp.language import content_stems, plain_words
from tests.benchmarks.figures import Figure, Skipped, by_turns, seconds, show
from tests.conftest import FACTS

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "short-answers.jsonl"
ROUNDS = 5
FOLDS = 5
BOUNDS = [n / 100 for n in range(5, 91)]
"""Where correct may begin."""

blend = importlib.import_module("quizapp.grading.blend")
PEER = "rapidfuzz.fuzz.WRatio"


@dataclass(frozen=True, slots=True)
class Answer:
    """A typed answer, what is right, and what a person said of it."""

    question: str
    right: str
    typed: str
    correct: bool

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


def folds(answers: Sequence[Answer]) -> list[int]:
    """The fold of each answer, that of its question: by turns in the order of their hashes."""
    questions = {a.question for a in answers}
    ordered = sorted(questions, key=lambda q: hashlib.sha256(q.encode()).digest())
    place = {question: number % FOLDS for number, question in enumerate(ordered)}
    return [place[a.question] for a in answers]


def across_folds(answers: Sequence[Answer], calls: Callable[[float], Sequence[bool]]) -> float:
    """Macro-F1 of a grader whose bound is chosen without the questions that it is judged on."""
    truth = [a.correct for a in answers]
    fold = folds(answers)
    by_bound = {bound: calls(bound) for bound in BOUNDS}
    called = [False] * len(answers)
    for one in range(FOLDS):
        others = [i for i, f in enumerate(fold) if f != one]
        seen = [truth[i] for i in others]
        best = max(BOUNDS, key=lambda b: macro_f1(seen, [by_bound[b][i] for i in others]))
        called = [
            by_bound[best][i] if f == one else c
            for i, (f, c) in enumerate(zip(fold, called, strict=True))
        ]
    return macro_f1(truth, called)


def by_score(scores: Sequence[float]) -> Callable[[float], Sequence[bool]]:
    """A grader that calls correct what scores a bound or more."""
    return lambda bound: [score >= bound for score in scores]


def quizapp_calls(answers: Sequence[Answer]) -> Callable[[float], Sequence[bool]]:
    """What quizapp calls correct, were its bound of longer answers another."""
    read = wording.read
    scores = [
        blend.score(wording.Comparison(read(a.typed), read(a.right), read(a.question)))
        for a in answers
    ]
    surely, perhaps = (_called(answers, bound) for bound in (2.0, -1.0))
    return lambda bound: [
        s or (p and score >= bound) for s, p, score in zip(surely, perhaps, scores, strict=True)
    ]


def _called(answers: Sequence[Answer], bound: float) -> list[bool]:
    """What is called correct with another bound; beyond all scores, what the rules alone say."""
    with patch.object(blend, "CORRECT_FROM", bound):
        return [a.verdict.grade is Grade.CORRECT for a in answers]


def overlap(answer: Answer) -> float:
    """Plain token overlap: the Dice coefficient of the two sets of words."""
    typed, right = set(plain_words(answer.typed)), set(plain_words(answer.right))
    return 2 * len(typed & right) / (len(typed) + len(right) or 1)


def coverage(answer: Answer) -> float:
    """Plain keyword coverage: the share of the answer's content stems that were typed."""
    right = set(content_stems(answer.right))
    return len(right & set(content_stems(answer.typed))) / (len(right) or 1)


def likeness(answer: Answer) -> float:
    """What a library for comparing texts says of the two."""
    return fuzz.WRatio(answer.typed, answer.right, processor=str.lower) / 100


def of_others(answers: Sequence[Answer]) -> list[float]:
    """For each answer the share of correct ones among those most like it to the same question."""
    by_question = defaultdict(list)
    for number, answer in enumerate(answers):
        by_question[answer.question].append(number)
    shares = [0.0] * len(answers)
    for numbers in by_question.values():
        texts = [answers[n].typed.lower() for n in numbers]
        table = process.cdist(texts, texts, scorer=fuzz.token_sort_ratio)
        for row, number in zip(table, numbers, strict=True):
            weights = [(float(w) / 100) ** 8 for w in row]
            pairs = [
                (w, answers[n].correct)
                for w, n in zip(weights, numbers, strict=True)
                if n != number
            ]
            shares[number] = sum(w for w, c in pairs if c) / (sum(w for w, _ in pairs) or 1.0)
    return shares


def _agreement_figures(answers: Sequence[Answer]) -> list[Figure]:
    ours = across_folds(answers, quizapp_calls(answers))
    peers = (
        ("token overlap", [overlap(a) for a in answers]),
        ("plain keyword coverage", [coverage(a) for a in answers]),
        (PEER, [likeness(a) for a in answers]),
        ("the grades of the other answers to the question", of_others(answers)),
    )
    name = f"grading, macro-F1, {FOLDS} folds by question ({len(answers):,} answers)"
    return [
        Figure(name, "", ours, peer, across_folds(answers, by_score(scores)))
        for peer, scores in peers
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
    _bands(graded_answers())
