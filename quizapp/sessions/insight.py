"""What the learner remembers, what comes, how right the predictions were: read and put together.

The figures of ``quizapp stats``; the pictures of the progress page are made of the same parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import NamedTuple

from sqlite_utils import Database

from quizapp import statistics, study
from quizapp.memory import calibration, simulation
from quizapp.memory.correction import Correction
from quizapp.memory.simulation import Growth, Workload
from quizapp.model import Episode
from quizapp.scheduling import DEFAULT_MODEL, Model
from quizapp.sessions.chances import online
from quizapp.statistics import (
    Ages,
    ChapterRecall,
    EpisodeRecall,
    Facts,
    Recalls,
    Retention,
    Statistics,
    Studied,
    Today,
)
from quizapp.store import library, standing, summaries
from quizapp.store.overview import Overview, overview
from quizapp.store.records import from_day, to_day
from quizapp.store.settings import day_of, memory_model
from quizapp.store.standing import Recalled
from quizapp.store.worked_out import kept


def progress_report(db: Database, now: datetime) -> Statistics:
    """Everything that ``quizapp stats`` shows."""
    day, model = day_of(db, now), memory_model(db)
    summaries.catch_up(db, model)
    found, better = log(db), online(db, model, day)
    used = better.used if better else None
    return statistics.report(
        today_of(db, now, found.studied),
        day,
        found.studied,
        found.recalls,
        standing.due(db, day, statistics.FORECAST_DAYS),
        episodes(db, day, model, used),
        calibration.measure([one.tally for one in summaries.predictions(db)]),
        facts(overview(db, day, model, used)),
        better.judged if better else None,
    )


def prepare(
    db: Database, now: datetime, watch: Callable[[str, int, int], None] = lambda *_: None
) -> None:
    """Sums up and counts what came in, so that the next look at it does not have to wait."""
    day, model = day_of(db, now), memory_model(db)
    summaries.catch_up(db, model, watch)
    better = online(db, model, day)
    overview(db, day, model, better.used if better else None)
    workloads(db, model)
    growths(db, model)


class Log(NamedTuple):
    """The log summed up: its study days, and what true retention counts."""

    studied: list[Studied]
    recalls: list[Recalls]


def log(db: Database) -> Log:
    """The whole log; the sums have to be caught up."""
    studied, recalls = [], []
    for number, answers, took, *told in summaries.days(db):
        day = from_day(number)
        studied.append(Studied(day, answers, took))
        recalls += [Recalls(day, False, *told[:2]), Recalls(day, True, *told[2:])]
    return Log(studied, recalls)


def recalls_of(db: Database, episode: str) -> list[Recalls]:
    """What true retention counts of an episode's cards; the sums have to be caught up."""
    return [Recalls(from_day(one.day), *one[1:]) for one in summaries.recalls_of(db, episode)]


def recalled_by_episode(found: Iterable[Overview]) -> dict[str, Ages]:
    """True retention of each episode over the last year."""
    return {one.slug: Ages(Retention(*one.young), Retention(*one.mature)) for one in found}


def today_of(db: Database, now: datetime, days: list[Studied]) -> Today:
    """What waits now, and what was answered today."""
    counts, day = study.counts(db, now), day_of(db, now)
    answered = sum(one.answers for one in days if one.day == day)
    return Today(counts.new, counts.learning, counts.due, answered)


def episodes(
    db: Database, day: date, model: Model, better: Correction | None = None
) -> tuple[EpisodeRecall, ...]:
    """Recall now of every episode and of its chapters, in the order of the library."""
    found = {one.slug: one.recall for one in overview(db, day, model, better)}
    slugs = list(found)
    kept = {span: _retention(db, day, span, slugs) for span in statistics.RETENTION_DAYS}
    recalls = []
    for episode in library.episodes(db):
        one = found.get(episode.slug, Recalled(episode.slug, 0, 0, None))
        chapters = chapters_of(db, episode, day, model, better) if one.seen else ()
        ages = {span: by_slug.get(episode.slug, Ages()) for span, by_slug in kept.items()}
        recalls.append(
            EpisodeRecall(
                episode.slug,
                one.cards,
                one.seen,
                one.recall,
                chapters or tuple(ChapterRecall(c.title, None) for c in episode.chapters),
                one.corrected,
                true_retention={span: one.both.share for span, one in ages.items()},
                young_retention={span: one.young.share for span, one in ages.items()},
                mature_retention={span: one.mature.share for span, one in ages.items()},
            )
        )
    return tuple(recalls)


def _retention(db: Database, day: date, days: int, slugs: list[str]) -> dict[str, Ages]:
    found: dict[str, dict[bool, Retention]] = {}
    cells = summaries.recalls_by_episode(db, to_day(day) - days + 1, slugs)
    for slug, mature, passed, failed in cells:
        found.setdefault(slug, {})[mature] = Retention(passed, failed)
    return {
        slug: Ages(one.get(False, Retention()), one.get(True, Retention()))
        for slug, one in found.items()
    }


def chapters_of(
    db: Database, episode: Episode, day: date, model: Model, better: Correction | None = None
) -> tuple[ChapterRecall, ...]:
    """Recall now of an episode's chapters, in the order of the recording."""
    found = standing.recall_by_chapter(db, episode.slug, day, model, better)
    nothing = Recalled(None, 0, 0, None)
    return tuple(
        ChapterRecall(one.title, mine.recall, mine.corrected)
        for one in episode.chapters
        for mine in (found.get(one.title, nothing),)
    )


def facts(found: Iterable[Overview]) -> Facts:
    """All notes with active cards, and how many of them are known on all sides."""
    known = [one.known for one in found]
    return Facts(
        sum(one.notes for one in known),
        sum(one.seen for one in known),
        sum(one.known for one in known),
    )


def workloads(db: Database, model: Model) -> list[Workload]:
    """What a year with other desired retentions would cost and give."""
    # The retention in force changes nothing of the others.
    rest = replace(model, desired_retention=DEFAULT_MODEL.desired_retention)
    found = kept(
        db,
        "workloads",
        (simulation.VERSION, rest),
        lambda: [asdict(one) for one in simulation.workloads(rest)],
    )
    return [Workload(**one) for one in found]


def growths(db: Database, model: Model) -> tuple[Growth, Growth]:
    """Plain scheduling of siblings, and from recognising to recalling, over a year."""
    plain, grown = kept(
        db,
        "growths",
        (simulation.VERSION, model),
        lambda: [asdict(one) for one in simulation.growths(model)],
    )
    return Growth(**plain), Growth(**grown)
