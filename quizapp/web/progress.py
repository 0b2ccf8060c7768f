"""Progress: pictures of what is remembered, what is coming and how right the predictions are.

Each with a sentence that says what it means, and its numbers in a table.
"""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, render_template, request, url_for

from quizapp import statistics
from quizapp.memory import calibration
from quizapp.memory.correction import Correction
from quizapp.sessions import insight
from quizapp.sessions.chances import online as online_correction
from quizapp.statistics import Studied
from quizapp.store import library, standing, summaries
from quizapp.store.overview import Overview, overview
from quizapp.store.overview import shapes as all_shapes
from quizapp.store.settings import memory_model, settings
from quizapp.store.worked_out import if_free
from quizapp.web import charts_cards, charts_log, charts_memory, charts_timeline
from quizapp.web.chart import Chart
from quizapp.web.connection import db, study_day

pages = Blueprint("progress", __name__)

_HARDEST = 10


@pages.get("/progress")
def show() -> str:
    """All charts, with what is remembered first."""
    day, model = study_day(), memory_model(db())
    if_free(db(), lambda: summaries.catch_up(db(), model))
    studied, recalls = insight.log(db())
    if not studied:
        return render_template("progress.html", charts=(), answers=0, streak=0, today=0)
    span = _span()
    streak = statistics.streak_days({one.day for one in studied}, day)
    kinds = summaries.kinds(db())
    predictions = summaries.predictions(db())
    hardest = standing.hardest(db(), _HARDEST)
    titles = {one.slug: one.title for one in library.episodes(db())}
    online = online_correction(db(), model, day)
    used = online.used if online else None
    found = overview(db(), day, model, used)
    shapes, by_episode = all_shapes(found), insight.recalled_by_episode(found)
    charts = (
        *_memory(found, titles, used),
        charts_log.retention_chart(recalls, day, model.desired_retention, span),
        charts_log.recalled_chart(by_episode, titles, _addresses(by_episode.keys() & titles)),
        charts_cards.forecast_chart(
            statistics.forecast(standing.due(db(), day, statistics.FORECAST_DAYS), day)
        ),
        charts_log.calendar_chart(studied, day, streak),
        charts_log.time_chart(studied, day),
        charts_log.ratings_chart(kinds),
        charts_log.kinds_chart(kinds),
        charts_cards.hardest_chart(
            hardest, [url_for("cards.show", card_id=one.card_id) for one in hardest]
        ),
        charts_cards.intervals_chart(shapes),
        charts_cards.stability_chart(shapes),
        charts_cards.difficulty_chart(shapes),
        charts_memory.calibration_chart(
            predictions,
            calibration.measure([one.tally for one in predictions]),
            online.judged if online else None,
        ),
        charts_cards.workload_chart(
            insight.workloads(db(), model), model.desired_retention, _seconds(studied)
        ),
    )
    grows = settings(db()).recall_grows
    charts = (*charts, charts_cards.growth_chart(insight.growths(db(), model), on=grows))
    return render_template(
        "progress.html",
        charts=charts,
        span=span,
        streak=streak,
        today=sum(one.answers for one in studied if one.day == day),
        answers=sum(one.answers for one in studied),
    )


def _span() -> str:
    span = request.args.get("by", "week")
    return span if span in statistics.PERIODS else "week"


def _seconds(studied: list[Studied]) -> float:
    """How long an answer takes, as far as it was measured."""
    answers = sum(one.answers for one in studied)
    return sum(one.duration_ms for one in studied) / 1000 / answers


@pages.get("/progress/<slug>")
def episode(slug: str) -> str:
    """What is remembered of one conversation, along its chapters, and how it was recalled."""
    found, model = library.episode(db(), slug), memory_model(db())
    if_free(db(), lambda: summaries.catch_up(db(), model))
    online = online_correction(db(), model, study_day())
    charts = (
        _timeline(slug, online.used if online else None),
        charts_log.retention_chart(
            insight.recalls_of(db(), slug),
            study_day(),
            model.desired_retention,
            _span(),
            whose=" of its cards",
        ),
    )
    return render_template("progress_episode.html", episode=found, charts=charts, span=_span())


def _memory(
    found: list[Overview], titles: dict[str, str], used: Correction | None
) -> tuple[Chart, ...]:
    recalled, known = [one.recall for one in found], [one.known for one in found]
    seen = [one for one in recalled if one.shown is not None]
    weakest = min(seen, key=lambda one: one.shown or 0, default=None)
    along = (_timeline(weakest.name, used),) if weakest and weakest.name else ()
    return (
        charts_memory.episodes_chart(recalled, titles, _addresses(titles)),
        *along,
        charts_memory.known_chart(known, insight.facts(found), titles),
    )


def _addresses(slugs: Iterable[str]) -> dict[str, str]:
    """Where each episode's own progress is."""
    return {slug: url_for("progress.episode", slug=slug) for slug in slugs}


def _timeline(slug: str, used: Correction | None) -> Chart:
    today, model = study_day(), memory_model(db())
    return charts_timeline.timeline_chart(
        library.episode(db(), slug),
        standing.recall_by_chapter(db(), slug, today, model, used),
        standing.ideas(db(), slug, today, model, used),
        corrected=used is not None,
    )
