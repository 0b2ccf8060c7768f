"""How well it is remembered, out of the summed log and the schedules; pure, over plain values.

*True retention* is the share of cards in review that were recalled, counting a card's first answer
of a day only; *mature* cards are those with a stability of 21 days or more before the answer.
*Calibration* compares the chance of recall that the model gave before an answer with what came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from quizapp.memory.calibration import Calibration

RETENTION_DAYS = (7, 30, 365)
FORECAST_DAYS = 30
YEAR = 365

PERIODS = {"day": 14, "week": 12, "month": 12}
"""How true retention is told through time, and how many of each: weeks begin on Monday."""

_DAY = timedelta(days=1)


class Studied(NamedTuple):
    """A study day: its answers, and the milliseconds they took."""

    day: date
    answers: int
    duration_ms: int


class Recalls(NamedTuple):
    """What true retention counts on a study day, of young cards or of mature ones."""

    day: date
    mature: bool
    passed: int
    failed: int


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
    recall_corrected: float | None = None


@dataclass(frozen=True, slots=True)
class EpisodeRecall:
    """An episode's active cards, how many of them were seen, and their mean predicted recall.

    ``recall`` is the model's, ``recall_corrected`` with the online correction, None where it is
    off. The retentions are by days looked back.
    """

    slug: str
    cards: int
    seen: int
    recall: float | None
    chapters: tuple[ChapterRecall, ...]
    recall_corrected: float | None = None
    true_retention: Mapping[int, float | None] = field(default_factory=dict)
    young_retention: Mapping[int, float | None] = field(default_factory=dict)
    mature_retention: Mapping[int, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """Notes: all, those of which a card was seen, and those known, which means on all sides."""

    notes: int
    seen: int
    known: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """The online correction, judged on the latest answers, each predicted by those before it.

    ``plain`` is the model alone on the same answers; ``used``, whether what is shown is corrected.
    """

    plain: Calibration
    corrected: Calibration
    used: bool


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
    young_retention: Mapping[int, float | None]
    mature_retention: Mapping[int, float | None]
    retention_by: Mapping[str, tuple[Period, ...]]
    correction: Corrected | None


@dataclass(frozen=True, slots=True)
class Retention:
    """Passed and failed reviews of one span of time; the share is None without any."""

    passed: int = 0
    failed: int = 0

    @property
    def reviews(self) -> int:
        """All that were asked."""
        return self.passed + self.failed

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.passed / self.reviews if self.reviews else None

    def __add__(self, other: Retention) -> Retention:
        """Both together."""
        return Retention(self.passed + other.passed, self.failed + other.failed)


@dataclass(frozen=True, slots=True)
class Ages:
    """True retention of young cards and of mature ones."""

    young: Retention = Retention()
    mature: Retention = Retention()

    @property
    def both(self) -> Retention:
        """Of all cards."""
        return self.young + self.mature


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a week or a month, both ends included, and what was recalled in it."""

    since: date
    until: date
    ages: Ages


def retention(
    recalls: Iterable[Recalls], since: date, until: date, *, mature: bool | None = None
) -> Retention:
    """What was recalled from ``since`` to ``until``, both included; of young or mature cards."""
    passed = failed = 0
    for one in recalls:
        if since <= one.day <= until and mature in (None, one.mature):
            passed += one.passed
            failed += one.failed
    return Retention(passed, failed)


def true_retention(
    recalls: Iterable[Recalls], today: date, days: int, *, mature: bool | None = None
) -> float | None:
    """The share recalled among cards in review over the last ``days`` days, today included."""
    return retention(recalls, today - (days - 1) * _DAY, today, mature=mature).share


def by_period(recalls: Iterable[Recalls], today: date, name: str) -> tuple[Period, ...]:
    """True retention by ``name`` of ``PERIODS``, up to the one of today, which is not over yet."""
    begins = [_begin(today, name)]
    while len(begins) < PERIODS[name]:
        begins.append(_begin(begins[-1] - _DAY, name))
    sums = {begin: (Retention(), Retention()) for begin in reversed(begins)}
    for one in recalls:
        begin = _begin(one.day, name)
        if begin in sums and one.day <= today:
            young, mature = sums[begin]
            counted = Retention(one.passed, one.failed)
            sums[begin] = (young, mature + counted) if one.mature else (young + counted, mature)
    ends = [begin - _DAY for begin in list(sums)[1:]] + [today]
    return tuple(
        Period(begin, end, Ages(*ages))
        for (begin, ages), end in zip(sums.items(), ends, strict=True)
    )


def _begin(day: date, name: str) -> date:
    if name == "month":
        return day.replace(day=1)
    return day - day.weekday() * _DAY if name == "week" else day


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
    studied: Sequence[Studied],
    recalls: Sequence[Recalls],
    due: Mapping[date, int],
    episodes: Sequence[EpisodeRecall],
    calibration: Calibration,
    facts: Facts,
    correction: Corrected | None = None,
) -> Statistics:
    """The object of ``quizapp stats``, on study day ``day``."""
    return Statistics(
        today=today,
        true_retention=_shares(recalls, day),
        forecast=forecast(due, day),
        streak_days=streak_days((one.day for one in studied), day),
        episodes=tuple(episodes),
        calibration=calibration,
        facts=facts,
        young_retention=_shares(recalls, day, mature=False),
        mature_retention=_shares(recalls, day, mature=True),
        retention_by={name: by_period(recalls, day, name) for name in PERIODS},
        correction=correction,
    )


def _shares(
    recalls: Sequence[Recalls], day: date, *, mature: bool | None = None
) -> dict[int, float | None]:
    return {span: true_retention(recalls, day, span, mature=mature) for span in RETENTION_DAYS}


def to_json(statistics: Statistics) -> dict[str, object]:
    """The object of ``stats --json``: dates as text, days looked back as keys."""
    form = asdict(statistics)
    form.update(_spans(statistics))
    form["episodes"] = [{**asdict(one), **_spans(one)} for one in statistics.episodes]
    form["forecast"] = [
        {"date": day.date.isoformat(), "due": day.due} for day in statistics.forecast
    ]
    form["retention_by"] = {
        name: [_period(one) for one in periods] for name, periods in statistics.retention_by.items()
    }
    return form


def _spans(one: Statistics | EpisodeRecall) -> dict[str, object]:
    return {
        name: {str(days): share for days, share in shares.items()}
        for name, shares in (
            ("true_retention", one.true_retention),
            ("young_retention", one.young_retention),
            ("mature_retention", one.mature_retention),
        )
    }


def _period(one: Period) -> dict[str, object]:
    return {
        "from": one.since.isoformat(),
        "to": one.until.isoformat(),
        "young": asdict(one.ages.young),
        "mature": asdict(one.ages.mature),
    }
