"""Progress: pictures of what is remembered, what is coming and how right the predictions are.

Each with a sentence that says what it means, and its numbers in a table.
"""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request, url_for

from quizapp import calibration, insight, simulation, statistics
from quizapp.scheduling import Model
from quizapp.statistics import Answers
from quizapp.store import library, standing, summaries
from quizapp.store.settings import memory_model, settings
from quizapp.web import charts_cards, charts_log, charts_memory
from quizapp.web.chart import Chart
from quizapp.web.connection import db, study_day

pages = Blueprint("progress", __name__)

SPANS = ("day", "week", "month")
_HARDEST = 10


@pages.get("/progress")
def show() -> str:
    """All charts, with what is remembered first."""
    day, model = study_day(), memory_model(db())
    summaries.catch_up(db(), model)
    cells = insight.answers(db())
    if not cells:
        return render_template("progress.html", charts=(), answers=0, streak=0, today=0)
    span = request.args.get("by", "week")
    span = span if span in SPANS else "week"
    streak = statistics.streak_days({one.day for one in cells}, day)
    shapes = standing.shapes(db())
    predictions = summaries.predictions(db())
    hardest = standing.hardest(db(), _HARDEST)
    charts = (
        *_memory(day, model),
        charts_log.retention_chart(cells, day, model.desired_retention, span),
        charts_cards.forecast_chart(
            statistics.forecast(standing.due(db(), day, statistics.FORECAST_DAYS), day)
        ),
        charts_log.calendar_chart(cells, day, streak),
        charts_log.time_chart(cells, day),
        charts_log.ratings_chart(cells),
        charts_log.kinds_chart(summaries.kinds(db())),
        charts_cards.hardest_chart(
            hardest, [url_for("cards.show", card_id=one.card_id) for one in hardest]
        ),
        charts_cards.intervals_chart(shapes),
        charts_cards.stability_chart(shapes),
        charts_cards.difficulty_chart(shapes),
        charts_memory.calibration_chart(
            predictions, calibration.measure([one.tally for one in predictions])
        ),
        charts_cards.workload_chart(
            simulation.workloads(model), model.desired_retention, _seconds(cells)
        ),
    )
    grows = settings(db()).recall_grows
    charts = (*charts, charts_cards.growth_chart(simulation.growths(model), on=grows))
    return render_template(
        "progress.html",
        charts=charts,
        span=span,
        spans=SPANS,
        streak=streak,
        today=sum(one.answers for one in cells if one.day == day),
        answers=sum(one.answers for one in cells),
    )


def _seconds(cells: list[Answers]) -> float:
    """How long an answer takes, as far as it was measured."""
    answers = sum(one.answers for one in cells)
    return sum(one.duration_ms for one in cells) / 1000 / answers


@pages.get("/progress/<slug>")
def episode(slug: str) -> str:
    """What is remembered of one conversation, along its chapters."""
    found = library.episode(db(), slug)
    return render_template("progress_episode.html", episode=found, charts=(_timeline(slug),))


def _memory(today: date, model: Model) -> tuple[Chart, ...]:
    recalled = standing.recall_by_episode(db(), today, model)
    titles = {one.slug: one.title for one in library.episodes(db())}
    addresses = {slug: url_for("progress.episode", slug=slug) for slug in titles}
    known = standing.known(db())
    facts = statistics.Facts(
        sum(one.notes for one in known),
        sum(one.seen for one in known),
        sum(one.known for one in known),
    )
    seen = [one for one in recalled if one.recall is not None]
    weakest = min(seen, key=lambda one: one.recall or 0, default=None)
    along = (_timeline(weakest.name),) if weakest and weakest.name else ()
    return (
        charts_memory.episodes_chart(recalled, titles, addresses),
        *along,
        charts_memory.known_chart(known, facts, titles),
    )


def _timeline(slug: str) -> Chart:
    today, model = study_day(), memory_model(db())
    return charts_memory.timeline_chart(
        library.episode(db(), slug),
        standing.recall_by_chapter(db(), slug, today, model),
        standing.ideas(db(), slug, today, model),
    )
