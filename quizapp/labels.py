"""What is said of a card wherever cards are listed or counted: one of five words, and only one."""

from __future__ import annotations

from enum import StrEnum

from quizapp.model import StoredCard


class Label(StrEnum):
    """How a card stands with the learner; ``FLAGGED`` is a card rejected with a reason.

    An episode's cards are those of the first four; what its source has dropped is counted apart.
    """

    ACTIVE = "active"
    SUSPENDED = "suspended"
    FLAGGED = "flagged"
    REJECTED = "rejected"
    RETIRED = "retired"


def label(stored: StoredCard) -> Label:
    """The word for a card."""
    found = Label(stored.card.status)
    return Label.FLAGGED if found is Label.REJECTED and stored.flag else found
