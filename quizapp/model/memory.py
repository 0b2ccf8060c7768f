"""What a learner did with cards, and where it left each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.model.cards import Card
from quizapp.model.kinds import LearningState, Rating


@dataclass(frozen=True, slots=True)
class Memory:
    """The schedule of one card for one learner.

    ``stability`` is in days, ``difficulty`` from 1 to 10, ``step`` the learning step while in
    ``learning`` or ``relearning`` and else None, ``due`` and ``last_review`` are aware and carry
    the learner's offset at the last review. ``interval`` is what the button promised: minutes of
    a learning step, or whole study days from that of the last review to that of ``due``.
    ``last_day`` is the study day of the last review, as it was then: where days begin may have
    been set anew since. A new card has no memory.
    """

    card_id: str
    state: LearningState
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    interval: timedelta
    reps: int
    lapses: int
    last_day: date


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, as the log keeps it.

    ``reviewed_at`` carries the learner's offset at that moment.
    """

    id: int
    card_id: str
    rating: Rating
    reviewed_at: datetime
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards wait today, after the limits of the day."""

    new: int
    learning: int
    due: int

    @property
    def total(self) -> int:
        """All that wait."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class StudyItem:
    """The card to study now, and what each rating would do to it."""

    card: Card
    memory: Memory | None
    intervals: Mapping[Rating, timedelta]
    counts: Counts


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the library keeps it: with a person's edits applied, and its schedule.

    ``changed_at`` is when its content last changed (UTC). ``edited`` says that a person changed
    prompt or answer; ``buried_until`` is the study day on which it is asked again, ``flag`` the
    reason with which a person last flagged it.
    """

    card: Card
    changed_at: datetime
    memory: Memory | None = None
    edited: bool = False
    buried_until: date | None = None
    flag: str | None = None
