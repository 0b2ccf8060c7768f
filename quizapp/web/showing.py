"""A card as a study page shows it: which side, what was tried, which rating is proposed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizapp.grading import Grade, Verdict
from quizapp.model import Card, CardKind, Given, Memory, Rating, StudyItem
from quizapp.sessions import marking
from quizapp.web.giving import Shown

TYPED_KINDS = marking.SHORT_KINDS
"""Kinds whose answer is short enough to type."""

_PROPOSED = {
    Grade.CORRECT: Rating.GOOD,
    Grade.PARTIAL: Rating.HARD,
    Grade.INCORRECT: Rating.AGAIN,
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the learner did with the question so far, as the address of the page says it.

    ``checked``: the order that lies there is meant as the answer.
    """

    shown: bool = False
    given: Given = field(default_factory=Given)
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a card; ``mark`` says how it turned out, once the answer is shown."""

    index: int
    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an order as it is right; ``mark`` says whether it lay in its place."""

    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Showing:
    """One side of one card; ``stamp`` names the turn where the session counts turns itself."""

    item: StudyItem
    attempt: Attempt
    stamp: str | None = None

    @property
    def version(self) -> str:
        """Names this showing: an answer to an older one does not count."""
        return self.stamp or str(version(self.item.memory))

    @property
    def is_typed(self) -> bool:
        """Whether the answer can be typed."""
        return self.item.card.kind in TYPED_KINDS

    @property
    def is_order(self) -> bool:
        """Whether the answer is an order to be put."""
        card = self.item.card
        return card.kind is CardKind.ORDER and bool(card.options)

    @property
    def answered(self) -> bool:
        """Whether the answer stands on the page."""
        attempt = self.attempt
        return attempt.shown or bool(attempt.given.typed) or self._chosen is not None

    @property
    def _chosen(self) -> int | None:
        given = self.attempt.given
        return given.chosen if given.fits(self.item.card) else None

    @property
    def verdict(self) -> Verdict | None:
        """What became of a given answer; None when there was none."""
        card, given = self.item.card, self.attempt.given
        if self.is_order and not self.attempt.checked:
            return None
        if given.typed and not self.is_typed:
            return None
        return marking.mark(card, given)

    @property
    def missing(self) -> tuple[str, ...]:
        """The words that a typed answer lacks, spelt as the card spells them."""
        verdict = self.verdict
        return tuple(_as_spelt(word, self.item.card) for word in verdict.missing) if verdict else ()

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
    def shown(self) -> Shown:
        """The steps of an order as they lie."""
        return Shown(self.item.card, self.attempt.given.order)

    @property
    def in_order(self) -> tuple[Step, ...]:
        """The steps of an answer that is an order, as they are right; nothing for other kinds."""
        card, order = self.item.card, self.attempt.given.order
        options = card.options or ()
        lay = [options[index] for index in order] if self.verdict else []
        return tuple(
            Step(text, None if not lay else "right" if lay[place] == text else "wrong")
            for place, text in enumerate(marking.steps(card))
        )

    @property
    def explanation(self) -> str | None:
        """What is said after the answer; nothing that the question has said already."""
        card = self.item.card
        told = card.explanation
        return None if told and told.strip() == card.prompt.strip() else told

    def _mark(self, index: int) -> str | None:
        if not self.answered:
            return None
        if index == self.item.card.answer_index:
            return "right"
        return "wrong" if index == self._chosen else None


def version(memory: Memory | None) -> int:
    """How often a card was answered: an answer given on an older showing does not count."""
    return memory.reps if memory else 0


def _as_spelt(word: str, card: Card) -> str:
    """Grading folds case and accents away; ``agi`` is ``AGI`` where the answer has it so."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    found = next(filter(None, map(pattern.search, (card.answer, *card.accepted))), None)
    return found.group() if found else word
