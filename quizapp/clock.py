"""The one place that asks what time it is; everything else takes ``now`` as an argument."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import tzlocal

from quizapp.errors import QuizappError


def learner_zone() -> ZoneInfo:
    """The learner's time zone, as the machine is set."""
    return tzlocal.get_localzone()


def now() -> datetime:
    """This instant in the learner's zone, or ``QUIZAPP_NOW`` with the offset it states.

    Raises QuizappError if ``QUIZAPP_NOW`` is not an ISO 8601 instant with an offset.
    """
    fixed = os.environ.get("QUIZAPP_NOW")
    if not fixed:
        return datetime.now(UTC).astimezone(learner_zone())
    try:
        instant = datetime.fromisoformat(fixed)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise QuizappError(
            f"QUIZAPP_NOW is {fixed!r}; "
            "give an instant with an offset, as 2026-01-31T09:00:00+01:00"
        )
    return instant
