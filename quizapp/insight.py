"""What the learner remembers, what comes, how right the predictions were: read and put together.

The figures of ``quizapp stats``; the pictures of the progress page are made of the same parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from sqlite_utils import Database

from quizapp import calibration, correction, simulation, statistics, study
from quizapp.calibration import Calibration, Judged
from quizapp.correction import Correction, Traits
from quizapp.model import Episode, Memory
from quizapp.scheduling import DEFAULT_MODEL, Model, retrievability
from quizapp.simulation import Growth, Workload
from quizapp.statistics import (
    Ages,
    ChapterRecall,
    Corrected,
    EpisodeRecall,
    Facts,
    Recalls,
    Retention,
    Statistics,
    Studied,
    Today,
)
from quizapp.store import latest, library, standing, summaries
from quizapp.store.latest import Predicted
from quizapp.store.records import from_day, to_day
from quizapp.store.settings import day_of, memory_model, settings
from quizapp.store.worked_out import kept


def progress_report(db: Database, now: datetime) -> Statistics:
    """Everything that ``quizapp stats`` shows."""
    day, model = day_of(db, now), memory_model(db)
    summaries.catch_up(db, model)
    found, better = log(db), online(db, model)
    return statistics.report(
        today_of(db, now, found.studied),
        day,
        found.studied,
        found.recalls,
        standing.due(db, day, statistics.FORECAST_DAYS),
        episodes(db, day, model, better.used if better else None),
        calibration.measure([one.tally for one in summaries.predictions(db)]),
        facts(db),
        better.judged if better else None,
    )


@dataclass(frozen=True, slots=True)
class Online:
    """The online correction as it stands now, and how it did on the latest answers."""

    correction: Correction
    judged: Corrected

    @property
    def used(self) -> Correction | None:
        """The correction, unless it did no better than the model alone."""
        return self.correction if self.judged.used else None


def online(db: Database, model: Model) -> Online | None:
    """The correction of predicted recall; None where no fit found that it helps."""
    if not settings(db).correction:
        return None
    found = latest.latest(db, model, 2 * correction.REMEMBERED)
    came = [(one.traits, one.recalled) for one in found]
    # The earlier ones are learnt from only, so that the later ones meet what has learnt enough.
    begin = max(0, len(came) - correction.REMEMBERED)
    better = correction.corrected(came, begin, correction.REMEMBERED)
    judged = found[begin:]
    plain = _judged(judged, [one.traits.chance for one in judged])
    corrected = _judged(judged, better)
    helps = (corrected.log_loss or 0.0) < (plain.log_loss or 0.0)
    return Online(correction.learnt(came[begin:]), Corrected(plain, corrected, used=helps))


def _judged(answers: Sequence[Predicted], chances: Sequence[float]) -> Calibration:
    pairs = zip(answers, chances, strict=True)
    return calibration.measure(
        calibration.tally(Judged(chance, one.recalled, one.group) for one, chance in pairs)
    )


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely one card is recalled today: by the model, and corrected where that helps."""

    recall: float
    corrected: float | None


def chance(db: Database, memory: Memory, day: date) -> Chance:
    """The chance of recall of a card on a study day."""
    model = memory_model(db)
    recall = retrievability(memory, day, model)
    found = online(db, model)
    elapsed = (day - memory.last_day).days
    if found is None or found.used is None or elapsed < 1:
        return Chance(recall, None)
    return Chance(recall, found.used.predict(Traits(recall, elapsed, memory.lapses)))


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


def recalls_by_episode(db: Database, day: date, days: int) -> dict[str, Ages]:
    """True retention of each episode over the last ``days`` days."""
    found: dict[str, dict[bool, Retention]] = {}
    for slug, mature, passed, failed in summaries.recalls_by_episode(db, to_day(day) - days + 1):
        found.setdefault(slug, {})[mature] = Retention(passed, failed)
    return {
        slug: Ages(one.get(False, Retention()), one.get(True, Retention()))
        for slug, one in found.items()
    }


def today_of(db: Database, now: datetime, days: list[Studied]) -> Today:
    """What waits now, and what was answered today."""
    counts, day = study.counts(db, now), day_of(db, now)
    answered = sum(one.answers for one in days if one.day == day)
    return Today(counts.new, counts.learning, counts.due, answered)


def episodes(
    db: Database, day: date, model: Model, better: Correction | None = None
) -> tuple[EpisodeRecall, ...]:
    """Recall now of every episode and of its chapters, in the order of the library."""
    found = {one.name: one for one in standing.recall_by_episode(db, day, model, better)}
    kept = {span: recalls_by_episode(db, day, span) for span in statistics.RETENTION_DAYS}
    recalls = []
    for episode in library.episodes(db):
        one = found.get(episode.slug)
        chapters = chapters_of(db, episode, day, model, better) if one and one.seen else ()
        ages = {span: by_slug.get(episode.slug, Ages()) for span, by_slug in kept.items()}
        recalls.append(
            EpisodeRecall(
                episode.slug,
                one.cards if one else 0,
                one.seen if one else 0,
                one.recall if one else None,
                chapters or tuple(ChapterRecall(c.title, None) for c in episode.chapters),
                one.corrected if one else None,
                true_retention={span: one.both.share for span, one in ages.items()},
                young_retention={span: one.young.share for span, one in ages.items()},
                mature_retention={span: one.mature.share for span, one in ages.items()},
            )
        )
    return tuple(recalls)


def chapters_of(
    db: Database, episode: Episode, day: date, model: Model, better: Correction | None = None
) -> tuple[ChapterRecall, ...]:
    """Recall now of an episode's chapters, in the order of the recording."""
    found = standing.recall_by_chapter(db, episode.slug, day, model, better)
    nothing = standing.Recalled(None, 0, 0, None)
    return tuple(
        ChapterRecall(one.title, mine.recall, mine.corrected)
        for one in episode.chapters
        for mine in (found.get(one.title, nothing),)
    )


def facts(db: Database) -> Facts:
    """All notes with active cards, and how many of them are known on all sides."""
    found = standing.known(db)
    return Facts(
        sum(one.notes for one in found),
        sum(one.seen for one in found),
        sum(one.known for one in found),
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
