"""Longer answers: how much of what is right was said, in one number and three bands.

The bands were tuned on graded answers to school questions, split by question (see
``tests/benchmarks/grading.py``); what else was tried stands in ``docs/grading.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.grading.contradictions import contradictions
from quizapp.grading.negation import denied, negation
from quizapp.grading.points import pointed
from quizapp.grading.verdict import Doubt, Grade, Verdict
from quizapp.grading.wording import Comparison, Wording, closeness, rarity, shown

CORRECT_FROM = 0.28
"""Score from which a longer answer is correct: above it more answers are right than wrong."""

PARTIAL_FROM = 0.15
"""Score from which something of a longer answer is there."""

TERM_CORRECT_FROM = 0.6
"""Score from which a term, a name or what stood in a blank is correct: nearly all of it."""

TERM_PARTIAL_FROM = 0.28
"""Score from which something of a term is there."""

BETA = 2.0
"""How many times more it counts to cover the answer than to say nothing else."""

QUESTION_WEIGHT = 0.25
"""What a word of the question counts: repeating it shows little."""

_LISTED = 8


def blend(comparison: Comparison) -> Verdict:
    """How much of the answer is covered, rare words counting more, and how little is added.

    Of a long answer its point is enough, but nothing in all of it may be contradicted.
    """
    best = max(_targets(comparison), key=_score)
    near = _near(best)
    missing = listed([k for k in best.right.keywords if not near[k]], best)
    band = _band(_score(best), best.right)
    doubts = contradictions(comparison) if band is not Grade.INCORRECT else []
    if band is not Grade.INCORRECT and best is not comparison:
        doubts = [_softened(doubt, comparison, best) for doubt in doubts] + contradictions(best)
    if any(doubt.sure for doubt in doubts):
        band = Grade.PARTIAL
    notes = dict.fromkeys(doubt.note for doubt in doubts)
    return Verdict(band, missing, "; ".join(notes) or None)


def _softened(doubt: Doubt, comparison: Comparison, point: Comparison) -> Doubt:
    """Only a hint where it is the rest of a long answer, not its point, that denies something."""
    unspoken = not denied(point.typed) and negation(point) is None
    return replace(doubt, sure=False) if unspoken and doubt == negation(comparison) else doubt


def score(comparison: Comparison) -> float:
    """How much of what is right was said, from 0 to 1, whatever may contradict it."""
    return max(map(_score, _targets(comparison)))


def _targets(comparison: Comparison) -> list[Comparison]:
    point = pointed(comparison)
    return [comparison] if point is None else [comparison, point]


def _near(comparison: Comparison) -> dict[str, float]:
    """For each root of the answer how near what was typed comes to it."""
    typed, right = comparison.typed, comparison.right
    return {r: closeness(r, right, typed, typed=False) for r in right.roots}


def _band(score: float, right: Wording) -> Grade:
    term = right.is_term
    correct = TERM_CORRECT_FROM if term else CORRECT_FROM
    partial = TERM_PARTIAL_FROM if term else PARTIAL_FROM
    if score >= correct:
        return Grade.CORRECT
    return Grade.PARTIAL if score >= partial else Grade.INCORRECT


def _score(comparison: Comparison) -> float:
    """The F-measure (van Rijsbergen, 1979) of coverage and overlap, from 0 to 1.

    Coverage is the share of the answer's words that were typed, overlap the share of the typed
    words that are the answer's, each word weighted by its rarity.
    """
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    covered = _share(_near(comparison), right, asked)
    back = {r: closeness(r, typed, right, typed=True) for r in typed.roots}
    overlap = _share(back, typed, asked)
    square = BETA * BETA
    return (1 + square) * covered * overlap / (square * overlap + covered or 1.0)


def _share(near: Mapping[str, float], wording: Wording, asked: Wording) -> float:
    total = reached = 0.0
    for key, reach in near.items():
        weight = rarity(wording.roots[key]) * (QUESTION_WEIGHT if key in asked.roots else 1.0)
        total += weight
        reached += weight * reach
    return reached / total if total else 0.0


def listed(keywords: Sequence[str], comparison: Comparison) -> tuple[str, ...]:
    """Missing keywords as the answer has them, in order; the rarest where they are many."""
    right, asked = comparison.right.roots, comparison.asked.roots
    new = [k for k in keywords if k not in asked] or list(keywords)
    kept = set(sorted(new, key=lambda k: -rarity(right[k]))[:_LISTED])
    return tuple(shown(right[k]) for k in new if k in kept)
