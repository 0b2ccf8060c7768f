"""How times, dates and kinds read on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from quizapp.labels import Label, label
from quizapp.model import (
    CardKind,
    Conflict,
    ConflictValue,
    LearningState,
    Memory,
    Rating,
    SectionKind,
)
from quizapp.scheduling import ROLLOVER, day_start, due_day, study_day

BLANK = "____"

KINDS = {
    CardKind.RECALL: "Recall",
    CardKind.CLOZE: "Fill the gap",
    CardKind.CHOICE: "Choose",
    CardKind.TRUE_FALSE: "True or false",
    CardKind.ATTRIBUTION: "Who said it",
    CardKind.FINISH_QUOTE: "Finish the quote",
    CardKind.DEFINITION: "Definition",
    CardKind.NUMBER: "Number",
    CardKind.INTERVIEW: "From the interview",
    CardKind.ORDER: "In order",
}

LABELS = {
    Label.ACTIVE: "Active",
    Label.SUSPENDED: "Suspended",
    Label.FLAGGED: "Flagged",
    Label.REJECTED: "Rejected",
    Label.RETIRED: "No longer in the source",
}

STATES = {
    LearningState.NEW: "New",
    LearningState.LEARNING: "Learning",
    LearningState.REVIEW: "In review",
    LearningState.RELEARNING: "Learning again",
}

RATINGS = {rating: rating.name.capitalize() for rating in Rating}

SECTIONS = {
    SectionKind.SUMMARY: "Summary",
    SectionKind.HIGHLIGHT: "Highlights",
    SectionKind.IDEA: "Ideas",
    SectionKind.INSIGHT: "Insights",
    SectionKind.TAKEAWAY: "Takeaways",
    SectionKind.QUOTE: "Quotes",
    SectionKind.QA: "Questions and answers",
    SectionKind.TOPIC: "Topics",
}

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30.4375 * _DAY, 365.25 * _DAY


def amount(number: int, noun: str) -> str:
    """``1 card``, ``2 cards``, ``1,204 cards``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def interval(span: timedelta) -> str:
    """A short length of time, as it stands on a rating: ``10 min``, ``4 days``, ``2.3 mo``."""
    seconds = span.total_seconds()
    if seconds < _HOUR:
        return f"{max(1, round(seconds / _MINUTE))} min"
    if seconds < _DAY:
        return f"{round(seconds / _HOUR)} h"
    if seconds < _MONTH:
        return amount(round(seconds / _DAY), "day")
    if seconds < _YEAR:
        return f"{seconds / _MONTH:.1f} mo".replace(".0 ", " ")
    return f"{seconds / _YEAR:.1f} y".replace(".0 ", " ")


def span(seconds: int) -> str:
    """How long something took: ``40 s``, ``6 min``, ``1 h 20 min``."""
    if seconds < _MINUTE:
        return f"{seconds}\xa0s"
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return f"{hours}\xa0h {minutes}\xa0min" if hours else f"{minutes}\xa0min"


def clock(seconds: int) -> str:
    """A place in a recording: ``36:04``, ``1:07:14``."""
    hours, rest = divmod(seconds, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def long_date(day: date) -> str:
    """``Friday 8 May``."""
    return f"{day:%A} {day.day} {day:%B}"


def full_date(day: date) -> str:
    """``8 May 2020``."""
    return f"{day.day} {day:%B %Y}"


def fact(value: str, field: str) -> str:
    """A value as a source gives it, in the form the page uses for that field."""
    if field == "duration_seconds" and value.isdecimal():
        return clock(int(value))
    if field == "published":
        try:
            return full_date(date.fromisoformat(value))
        except ValueError:
            return value
    return value


def moment(instant: datetime, now: datetime) -> str:
    """An instant in the learner's zone: ``14 January 2026, 09:05``."""
    local = instant.astimezone(now.tzinfo)
    return f"{full_date(local.date())}, {local:%H:%M}"


def comes(memory: Memory, now: datetime, rollover: time = ROLLOVER) -> str:
    """When a card comes, in words; one in review by its day, wherever its days began then."""
    due = memory.due
    if memory.state is LearningState.REVIEW and now.tzinfo is not None:
        due = day_start(due_day(memory), now.tzinfo, rollover)
    return when(due, now, rollover)


def when(due: datetime, now: datetime, rollover: time = ROLLOVER) -> str:
    """When something comes, in words: ``in 12 minutes, at 14:32``; ``tomorrow``; ``in 3 days, …``.

    Days are study days: at two at night, tomorrow begins at four.
    """
    zone = now.tzinfo
    if zone is None or due <= now:
        return "now"
    day = study_day(due, zone, rollover)
    days = (day - study_day(now, zone, rollover)).days
    if days == 0:
        left = due - now
        minutes = max(1, round(left.total_seconds() / _MINUTE))
        words = amount(minutes, "minute") if minutes < 90 else f"{round(minutes / 60)} hours"
        return f"in {words}, at {due.astimezone(zone):%H:%M}"
    if days == 1:
        return f"tomorrow, {long_date(day)}"
    if days < 300:
        return f"in {days} days, on {long_date(day)}"
    return f"on {full_date(day)}"


_LETTERS_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")


def _with_article(piece: str, filling: str) -> str:
    """``a(n)`` before a blank as ``a`` or ``an`` once the blank is filled, by its first sound."""
    spelt = filling[:2].isupper() and filling[:1] in _LETTERS_SAID_WITH_A_VOWEL
    vowel = spelt or (not filling[:2].isupper() and filling[:1].lower() in "aeiou")
    return re.sub(r"\b([Aa])\(n\) $", r"\1n " if vowel else r"\1 ", piece)


def gaps(prompt: str, answer: str | None = None) -> Iterator[tuple[str, bool]]:
    """The pieces of a prompt, each with whether it is a blank.

    With ``answer`` the blanks are filled from it; ``; `` joins the answers of several.
    """
    pieces = re.split(r"_{3,}", prompt)
    blanks = len(pieces) - 1
    fillings = [BLANK] * blanks
    if answer is not None and blanks:
        parts = answer.split("; ") if blanks > 1 else [answer]
        if len(parts) == blanks:
            fillings = parts
    for index, piece in enumerate(pieces):
        if piece:
            filled = answer is not None and index < blanks
            yield (_with_article(piece, fillings[index]) if filled else piece), False
        if index < blanks:
            yield fillings[index], True


def by_value(conflict: Conflict) -> list[tuple[str, list[ConflictValue]]]:
    """What sources say that disagree: each value with its places, the one most give first."""
    said: dict[str, list[ConflictValue]] = {}
    for one in conflict.values:
        said.setdefault(one.value, []).append(one)
    return sorted(said.items(), key=lambda item: -len(item[1]))


FILTERS: tuple[Callable[..., object], ...] = (
    label,
    by_value,
    amount,
    interval,
    span,
    clock,
    long_date,
    full_date,
    fact,
    moment,
    comes,
    when,
    gaps,
)

TABLES = {
    "KINDS": KINDS,
    "LABELS": LABELS,
    "STATES": STATES,
    "RATINGS": RATINGS,
    "SECTIONS": SECTIONS,
}
