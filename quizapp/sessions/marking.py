"""What was given as an answer, of whatever kind, against what counts as right.

Options are marked by their index, orders by their steps, everything typed by ``grading``. A card
that can only be recalled aloud has no mark: the learner says.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from quizapp.grading import Grade, Verdict, grade
from quizapp.model import Card, CardKind, Given

STEP = " → "
"""Stands between the steps of an answer that is an order."""

SHORT_KINDS = frozenset(
    {CardKind.CLOZE, CardKind.FINISH_QUOTE, CardKind.NUMBER, CardKind.DEFINITION}
)
"""Kinds whose answer is short enough to type whenever they are asked."""

_POINTS = {Grade.CORRECT: 1.0, Grade.PARTIAL: 0.5, Grade.INCORRECT: 0.0}

_MOSTLY = 2 / 3
"""From this share of pairs in the right order, an order is nearly right."""


def mark(card: Card, given: Given) -> Verdict | None:
    """The verdict on an answer; None where nothing was given that could be marked."""
    if not given.fits(card):
        return None
    if card.kind is CardKind.ORDER:
        return _mark_order(card, given.order) if given.order else None
    if card.answer_index is not None:
        if given.chosen is None:
            return None
        right = given.chosen == card.answer_index
        return Verdict(Grade.CORRECT if right else Grade.INCORRECT, (), None)
    if given.typed and given.typed.strip():
        return grade(given.typed, card.answer, accepted=card.accepted, question=card.prompt)
    return None


def points(verdict: Verdict | None) -> float:
    """What an answer is worth in a quiz: 1, a half, or nothing."""
    return _POINTS[verdict.grade] if verdict else 0.0


def steps(card: Card) -> tuple[str, ...]:
    """The steps of an order, as they are right; nothing for other kinds."""
    return tuple(card.answer.split(STEP)) if card.kind is CardKind.ORDER else ()


def _mark_order(card: Card, order: tuple[int, ...]) -> Verdict:
    options = card.options or ()
    given = [options[index] for index in order]
    place: Mapping[str, int] = {step: number for number, step in enumerate(steps(card))}
    pairs = [place.get(a, -1) < place.get(b, -1) for a, b in combinations(given, 2)]
    if all(pairs):
        return Verdict(Grade.CORRECT, (), None)
    if sum(pairs) >= _MOSTLY * len(pairs):
        return Verdict(Grade.PARTIAL, (), "most of it is in the right order")
    return Verdict(Grade.INCORRECT, (), None)
