"""Progress: what is remembered, what is coming, and how right the predictions are."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, render_template

from quizapp import study
from quizapp.statistics import DueDay
from quizapp.store import library
from quizapp.store.settings import settings
from quizapp.web.charts import BarChart, bar_chart
from quizapp.web.connection import db, now

pages = Blueprint("progress", __name__)

_SPANS = {7: "the last 7 days", 30: "the last 30 days", 365: "the last year"}


@pages.get("/progress")
def show() -> str:
    """The figures of ``quizapp stats``, as a person reads them."""
    report = study.progress_report(db(), now())
    return render_template(
        "progress.html",
        report=report,
        spans=_SPANS,
        desired=settings(db()).desired_retention,
        forecast=forecast_chart(report.forecast),
        titles={episode.slug: episode.title for episode in library.episodes(db())},
        seen=any(episode.seen for episode in report.episodes),
    )


def forecast_chart(days: Sequence[DueDay]) -> BarChart:
    """The coming reviews, a bar a day."""
    values = [(f"{day.date.day} {day.date:%b}", day.due) for day in days]
    return bar_chart(values, width=620, height=110, gap=5)
