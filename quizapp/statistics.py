"""How well it is remembered, out of the log and the schedules; pure functions over plain values.

*True retention* is the share of cards in review that were recalled, counting a card's first answer
of a day only. *Calibration* compares the chance of recall that the model gave before an answer
with what came: log loss, and RMSE(bins) as the open-spaced-repetition benchmark defines it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from quizapp.model import Counts, Episode, LearningState, Rating
from quizapp.scheduling import DEFAULT_MODEL, Model, forgetting_curve

RETENTION_DAYS = (7, 30, 365)
FORECAST_DAYS = 30

_DAY = timedelta(days=1)
_AGAIN, _REVIEW = int(Rating.AGAIN), str(LearningState.REVIEW)
_CERTAIN = 1e-4
"""A prediction is kept this far from 0 and 1, so that one surprise does not outweigh all else."""


class Answered(NamedTuple):
    """One answer as the log keeps it, with how the card stood before it.

    ``stability`` (days) and ``elapsed_days`` (since the review before) are None for a new card.
    A tuple, because a log has hundreds of thousands.
    """

    card_id: str
    day: date
    rating: int
    state: str
    stability: float | None
    elapsed_days: int | None
    reps: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an active card stands: its chapter, and its schedule when it was ever answered."""

    card_id: str
    episode: str
    chapter: str | None
    state: str = LearningState.NEW
    stability: float | None = None
    last_day: date | None = None
    due_day: date | None = None


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
class Calibration:
    """How far predictions are from what came, over ``reviews`` answers; None without any."""

    log_loss: float | None
    rmse_bins: float | None
    reviews: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything that ``quizapp stats`` shows; retention by days looked back."""

    today: Today
    true_retention: Mapping[int, float | None]
    forecast: tuple[DueDay, ...]
    streak_days: int
    episodes: tuple[EpisodeRecall, ...]
    calibration: Calibration


def report(
    today: date,
    counts: Counts,
    answered: Sequence[Answered],
    cards: Sequence[Standing],
    episodes: Sequence[Episode],
    model: Model = DEFAULT_MODEL,
) -> Statistics:
    """All figures at once; ``answered`` is the log, ``cards`` are all active cards."""
    days = Counter(one.day for one in answered)
    firsts = firsts_of_day(answered)
    return Statistics(
        today=Today(counts.new, counts.learning, counts.due, days[today]),
        true_retention={span: true_retention(firsts, today, span) for span in RETENTION_DAYS},
        forecast=forecast(cards, today),
        streak_days=streak_days(days, today),
        episodes=episode_recall(episodes, cards, today, model),
        calibration=calibration(firsts, model),
    )


def firsts_of_day(answered: Iterable[Answered]) -> list[Answered]:
    """Each card's first answer of each study day; the later ones only repeat it."""
    return [one for one in answered if one.elapsed_days is None or one.elapsed_days > 0]


def true_retention(firsts: Iterable[Answered], today: date, days: int) -> float | None:
    """The share recalled among cards in review over the last ``days`` days, today included."""
    since = today - days * _DAY
    ratings = [one.rating for one in firsts if one.state == _REVIEW and since < one.day <= today]
    if not ratings:
        return None
    return sum(rating != _AGAIN for rating in ratings) / len(ratings)


def forecast(
    cards: Iterable[Standing], today: date, days: int = FORECAST_DAYS
) -> tuple[DueDay, ...]:
    """How many cards seen before fall due on each of the next ``days`` days, from today on."""
    due = Counter(max(card.due_day, today) for card in cards if card.due_day)
    return tuple(DueDay(day, due[day]) for day in (today + n * _DAY for n in range(days)))


def streak_days(days: Iterable[date], today: date) -> int:
    """Study days in a row with an answer, up to today; today itself may still be to come."""
    studied = set(days)
    last = today if today in studied else today - _DAY
    length = 0
    while last - length * _DAY in studied:
        length += 1
    return length


def episode_recall(
    episodes: Iterable[Episode],
    cards: Iterable[Standing],
    today: date,
    model: Model = DEFAULT_MODEL,
) -> tuple[EpisodeRecall, ...]:
    """Recall now of every episode and of its chapters, in the order given."""
    chances: dict[tuple[str, str | None], list[float]] = {}
    totals: Counter[str] = Counter()
    curve = forgetting_curve(model)
    for card in cards:
        totals[card.episode] += 1
        if card.stability is not None and card.last_day is not None:
            chance = curve(card.stability, max(0, (today - card.last_day).days))
            chances.setdefault((card.episode, card.chapter), []).append(chance)
    return tuple(_one_episode(one, totals[one.slug], chances) for one in episodes)


def _one_episode(
    episode: Episode, cards: int, chances: Mapping[tuple[str, str | None], list[float]]
) -> EpisodeRecall:
    seen = [
        chance for (slug, _), some in chances.items() if slug == episode.slug for chance in some
    ]
    chapters = tuple(
        ChapterRecall(chapter.title, _mean(chances.get((episode.slug, chapter.title), ())))
        for chapter in episode.chapters
    )
    return EpisodeRecall(episode.slug, cards, len(seen), _mean(seen), chapters)


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def calibration(firsts: Iterable[Answered], model: Model = DEFAULT_MODEL) -> Calibration:
    """Log loss and RMSE(bins) over answers given at least a study day after the one before.

    RMSE(bins) groups answers by days elapsed, answers before, and lapses (Expertium, "Metrics of
    the SRS benchmark"): the root of the mean, weighted by the groups' sizes, of the squared
    difference between mean prediction and mean recall.
    """
    losses: list[float] = []
    bins: dict[tuple[float, float, float], list[float]] = {}
    curve = forgetting_curve(model)
    for _, _, rating, _, stability, elapsed, reps, lapses in firsts:
        if stability is None or not elapsed:
            continue
        chance = curve(stability, elapsed)
        came = rating != _AGAIN
        right = chance if came else 1 - chance
        losses.append(-math.log(min(max(right, _CERTAIN), 1 - _CERTAIN)))
        group = bins.setdefault(_bin(elapsed, reps, lapses), [0, 0.0])
        group[0] += 1
        group[1] += chance - came
    if not losses:
        return Calibration(None, None, 0)
    squares = math.fsum(error**2 / size for size, error in bins.values())
    return Calibration(
        log_loss=math.fsum(losses) / len(losses),
        rmse_bins=math.sqrt(squares / len(losses)),
        reviews=len(losses),
    )


@cache
def _bin(elapsed: int, reps: int, lapses: int) -> tuple[float, float, float]:
    return (
        _step(elapsed, 2.48, 3.62, 2),
        _step(reps + 1, 1.99, 1.89, 0),
        _step(lapses, 1.65, 1.73, 0) if lapses else 0.0,
    )


def _step(value: int, scale: float, base: float, digits: int) -> float:
    """Bins that widen by ``base``, with the benchmark's constants."""
    return round(scale * base ** math.floor(math.log(value, base)), digits)


def to_json(statistics: Statistics) -> dict[str, object]:
    """The object of ``stats --json``: dates as text, days looked back as keys."""
    form = asdict(statistics)
    form["true_retention"] = {str(days): share for days, share in statistics.true_retention.items()}
    form["forecast"] = [
        {"date": day.date.isoformat(), "due": day.due} for day in statistics.forecast
    ]
    return form
