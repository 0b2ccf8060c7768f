"""A card as a study page shows it: which side, what was tried, which rating is proposed."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.grading import Grade, Verdict, grade
from quizapp.model import CardKind, Memory, Rating, StudyItem

TYPED_KINDS = frozenset(
    {CardKind.CLOZE, CardKind.FINISH_QUOTE, CardKind.NUMBER, CardKind.DEFINITION}
)
"""Kinds whose answer is short enough to type."""

_PROPOSED = {
    Grade.CORRECT: Rating.GOOD,
    Grade.PARTIAL: Rating.HARD,
    Grade.INCORRECT: Rating.AGAIN,
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the learner did with the question so far, as the address of the page says it."""

    shown: bool = False
    typed: str | None = None
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a card; ``mark`` says how it turned out, once the answer is shown."""

    index: int
    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Showing:
    """One side of one card."""

    item: StudyItem
    attempt: Attempt

    @property
    def version(self) -> int:
        """How often the card had been answered when it was shown."""
        return version(self.item.memory)

    @property
    def is_typed(self) -> bool:
        """Whether the answer can be typed."""
        return self.item.card.kind in TYPED_KINDS

    @property
    def answered(self) -> bool:
        """Whether the answer stands on the page."""
        return self.attempt.shown or bool(self.attempt.typed) or self._chosen is not None

    @property
    def _chosen(self) -> int | None:
        chosen, options = self.attempt.chosen, self.item.card.options or ()
        return chosen if chosen is not None and 0 <= chosen < len(options) else None

    @property
    def verdict(self) -> Verdict | None:
        """What became of a typed or chosen answer; None when there was none."""
        card = self.item.card
        if self._chosen is not None and card.answer_index is not None:
            right = self._chosen == card.answer_index
            return Verdict(Grade.CORRECT if right else Grade.INCORRECT, (), None)
        if self.is_typed and self.attempt.typed:
            return grade(
                self.attempt.typed, card.answer, accepted=card.accepted, question=card.prompt
            )
        return None

    @property
    def proposed(self) -> Rating:
        """The rating that the keyboard is on: Good, unless the attempt says otherwise."""
        verdict = self.verdict
        return Rating.GOOD if verdict is None else _PROPOSED[verdict.grade]

    @property
    def options(self) -> tuple[Option, ...]:
        """The options in their order, marked ``right`` and ``wrong`` once the answer is shown."""
        card = self.item.card
        if card.kind is CardKind.ORDER:
            return ()
        return tuple(
            Option(index, text, self._mark(index)) for index, text in enumerate(card.options or ())
        )

    @property
    def listed(self) -> tuple[str, ...]:
        """What is to be put in order, where the question does not name it already."""
        card = self.item.card
        options = card.options or () if card.kind is CardKind.ORDER else ()
        return () if all(option in card.prompt for option in options) else options

    @property
    def in_order(self) -> tuple[str, ...]:
        """The steps of an answer that is an order; nothing for other kinds."""
        card = self.item.card
        return tuple(card.answer.split(" → ")) if card.kind is CardKind.ORDER else ()

    def _mark(self, index: int) -> str | None:
        if not self.answered:
            return None
        if index == self.item.card.answer_index:
            return "right"
        return "wrong" if index == self._chosen else None


def version(memory: Memory | None) -> int:
    """How often a card was answered: an answer given on an older showing does not count."""
    return memory.reps if memory else 0
