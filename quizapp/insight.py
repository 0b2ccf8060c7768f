"""What the learner remembers, what comes, how right the predictions were: read and put together.

The figures of ``quizapp stats``; the pictures of the progress page are made of the same parts.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from sqlite_utils import Database

from quizapp import calibration, statistics, study
from quizapp.model import Episode
from quizapp.scheduling import Model
from quizapp.statistics import Answers, ChapterRecall, EpisodeRecall, Facts, Statistics, Today
from quizapp.store import library, standing, summaries
from quizapp.store.records import from_day
from quizapp.store.settings import day_of, memory_model


def progress_report(db: Database, now: datetime) -> Statistics:
    """Everything that ``quizapp stats`` shows."""
    day, model = day_of(db, now), memory_model(db)
    summaries.catch_up(db, model)
    cells = answers(db)
    return statistics.report(
        today_of(db, now, cells),
        day,
        cells,
        standing.due(db, day, statistics.FORECAST_DAYS),
        episodes(db, day, model),
        calibration.measure([one.tally for one in summaries.predictions(db)]),
        facts(db),
    )


def answers(db: Database) -> list[Answers]:
    """The log by study day; the sums have to be caught up."""
    day_of = lru_cache(maxsize=None)(from_day)
    return [
        Answers(day_of(day), state, rating, bool(first), bool(mature), answers, ms)
        for day, state, rating, first, mature, answers, ms in summaries.days(db)
    ]


def today_of(db: Database, now: datetime, cells: list[Answers]) -> Today:
    """What waits now, and what was answered today."""
    counts, day = study.counts(db, now), day_of(db, now)
    answered = sum(one.answers for one in cells if one.day == day)
    return Today(counts.new, counts.learning, counts.due, answered)


def episodes(db: Database, day: date, model: Model) -> tuple[EpisodeRecall, ...]:
    """Recall now of every episode and of its chapters, in the order of the library."""
    found = {one.name: one for one in standing.recall_by_episode(db, day, model)}
    recalls = []
    for episode in library.episodes(db):
        one = found.get(episode.slug)
        chapters = chapters_of(db, episode, day, model) if one and one.seen else ()
        recalls.append(
            EpisodeRecall(
                episode.slug,
                one.cards if one else 0,
                one.seen if one else 0,
                one.recall if one else None,
                chapters or tuple(ChapterRecall(c.title, None) for c in episode.chapters),
            )
        )
    return tuple(recalls)


def chapters_of(
    db: Database, episode: Episode, day: date, model: Model
) -> tuple[ChapterRecall, ...]:
    """Recall now of an episode's chapters, in the order of the recording."""
    found = standing.recall_by_chapter(db, episode.slug, day, model)
    return tuple(
        ChapterRecall(one.title, found[one.title].recall if one.title in found else None)
        for one in episode.chapters
    )


def facts(db: Database) -> Facts:
    """All notes with active cards, and how many of them are known on all sides."""
    found = standing.known(db)
    return Facts(
        sum(one.notes for one in found),
        sum(one.seen for one in found),
        sum(one.known for one in found),
    )
