"""How well it is remembered, out of the summed log and the schedules; pure, over plain values.

*True retention* is the share of cards in review that were recalled, counting a card's first answer
of a day only; *mature* cards are those with a stability of 21 days or more before the answer.
*Calibration* compares the chance of recall that the model gave before an answer with what came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import NamedTuple

from quizapp.calibration import Calibration
from quizapp.model import LearningState, Rating

RETENTION_DAYS = (7, 30, 365)
FORECAST_DAYS = 30

_DAY = timedelta(days=1)
_AGAIN, _REVIEW = int(Rating.AGAIN), str(LearningState.REVIEW)


class Answers(NamedTuple):
    """Answers of one study day that are alike, and the milliseconds they took.

    ``state`` and ``mature`` are the card's before the answer, ``first`` its first of that day.
    """

    day: date
    state: str
    rating: int
    first: bool
    mature: bool
    answers: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Today:
    """What waits today within the limits, and how many answers were given."""

    new: int
    learning: int
    due: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class DueDay:
    """How many reviews fall due on a study day; the first day holds what is overdue as well."""

    date: date
    due: int


@dataclass(frozen=True, slots=True)
class ChapterRecall:
    """Mean predicted recall of a chapter's seen cards now, None when none was seen."""

    title: str
    recall: float | None


@dataclass(frozen=True, slots=True)
class EpisodeRecall:
    """An episode's active cards, how many of them were seen, and their mean predicted recall."""

    slug: str
    cards: int
    seen: int
    recall: float | None
    chapters: tuple[ChapterRecall, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Notes: all, those of which a card was seen, and those known, which means on all sides."""

    notes: int
    seen: int
    known: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything that ``quizapp stats`` shows; retention by days looked back."""

    today: Today
    true_retention: Mapping[int, float | None]
    forecast: tuple[DueDay, ...]
    streak_days: int
    episodes: tuple[EpisodeRecall, ...]
    calibration: Calibration
    facts: Facts


@dataclass(frozen=True, slots=True)
class Retention:
    """Passed and failed reviews of one span of time; the share is None without any."""

    passed: int
    failed: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.passed / (self.passed + self.failed) if self.passed + self.failed else None


def reviews_only(cells: Iterable[Answers]) -> list[Answers]:
    """What true retention counts: the first answer of a day on cards in review."""
    return [one for one in cells if one.first and one.state == _REVIEW]


def retention(
    reviews: Iterable[Answers], since: date, until: date, *, mature: bool | None = None
) -> Retention:
    """What was recalled from ``since`` to ``until``, both included; of young or mature cards.

    ``reviews`` are those of ``reviews_only``.
    """
    passed = failed = 0
    for day, _, rating, _, old, answers, _ in reviews:
        if since <= day <= until and mature in (None, old):
            if rating == _AGAIN:
                failed += answers
            else:
                passed += answers
    return Retention(passed, failed)


def true_retention(
    cells: Iterable[Answers], today: date, days: int, *, mature: bool | None = None
) -> float | None:
    """The share recalled among cards in review over the last ``days`` days, today included."""
    reviews = reviews_only(cells)
    return retention(reviews, today - (days - 1) * _DAY, today, mature=mature).share


def forecast(due: Mapping[date, int], today: date, days: int = FORECAST_DAYS) -> tuple[DueDay, ...]:
    """How many cards seen before fall due on each of the next ``days`` days, from today on."""
    return tuple(DueDay(day, due.get(day, 0)) for day in (today + n * _DAY for n in range(days)))


def streak_days(days: Iterable[date], today: date) -> int:
    """Study days in a row with an answer, up to today; today itself may still be to come."""
    studied = set(days)
    last = today if today in studied else today - _DAY
    length = 0
    while last - length * _DAY in studied:
        length += 1
    return length


def report(
    today: Today,
    day: date,
    cells: Sequence[Answers],
    due: Mapping[date, int],
    episodes: Sequence[EpisodeRecall],
    calibration: Calibration,
    facts: Facts,
) -> Statistics:
    """The object of ``quizapp stats``, on study day ``day``."""
    return Statistics(
        today=today,
        true_retention={span: true_retention(cells, day, span) for span in RETENTION_DAYS},
        forecast=forecast(due, day),
        streak_days=streak_days((one.day for one in cells), day),
        episodes=tuple(episodes),
        calibration=calibration,
        facts=facts,
    )


def to_json(statistics: Statistics) -> dict[str, object]:
    """The object of ``stats --json``: dates as text, days looked back as keys."""
    form = asdict(statistics)
    form["true_retention"] = {str(days): share for days, share in statistics.true_retention.items()}
    form["forecast"] = [
        {"date": day.date.isoformat(), "due": day.due} for day in statistics.forecast
    ]
    return form
