"""What sections and cards are, how a card stands, and what a learner presses."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class SectionKind(StrEnum):
    """What a section of a source page is."""

    SUMMARY = "summary"
    HIGHLIGHT = "highlight"
    IDEA = "idea"
    INSIGHT = "insight"
    TAKEAWAY = "takeaway"
    QUOTE = "quote"
    QA = "qa"
    TOPIC = "topic"


class CardKind(StrEnum):
    """How a card asks."""

    RECALL = "recall"
    CLOZE = "cloze"
    CHOICE = "choice"
    TRUE_FALSE = "true_false"
    ATTRIBUTION = "attribution"
    FINISH_QUOTE = "finish_quote"
    DEFINITION = "definition"
    NUMBER = "number"
    INTERVIEW = "interview"
    ORDER = "order"


class CardStatus(StrEnum):
    """Whether a card is asked."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    """A person set it aside for now."""
    REJECTED = "rejected"
    """A person said no."""
    RETIRED = "retired"
    """Its source no longer yields it."""


class Rating(IntEnum):
    """What the learner presses; the numbers are Anki's."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class LearningState(StrEnum):
    """Where a card stands in its schedule."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"
