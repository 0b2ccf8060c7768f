"""What a learner can set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner can set; days are study days.

    The limit on reviews also holds new cards back. ``learn_ahead_minutes``: so much early a
    learning card comes when nothing else is left. ``learning_steps`` and ``relearning_steps`` are
    seconds, ``rollover_hour`` is when a study day begins. ``parameters`` are FSRS-6's 21, or none
    for the model's own. ``review_order`` is one of ``study.ORDERS``; ``relief_until`` the study day
    (ISO) until which a backlog is spread, ``zone`` a time zone's name, both empty for none.
    ``theme``, ``contrast`` and ``text_size`` (percent) say how the pages look.

    ``leech_action``: ``mark`` tags a leech, ``suspend`` sets it aside as well, ``reword`` until it
    is worded anew. ``recall_grows``: easy kinds of a note come first and give way to recall.
    ``correction``: predicted recall is corrected by what came, which a fit found to help.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    learn_ahead_minutes: int = 20
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    rollover_hour: int = 4
    desired_retention: float = 0.9
    parameters: tuple[float, ...] = ()
    leech_action: str = "mark"
    recall_grows: bool = False
    correction: bool = False
    review_order: str = "day"
    relief_until: str = ""
    two_buttons: bool = False
    show_intervals: bool = True
    zone: str = ""
    theme: str = "system"
    contrast: bool = False
    text_size: int = 100

    @property
    def rollover(self) -> time:
        """When a study day begins, local time."""
        return time(self.rollover_hour)
