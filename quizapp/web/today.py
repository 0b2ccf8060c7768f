"""Today: what waits, how long it takes, where to begin, and what the week brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from quizapp import study
from quizapp.model import Counts, Episode
from quizapp.scheduling import study_day
from quizapp.statistics import DueDay, forecast
from quizapp.store import figures, library, queue
from quizapp.web.charts import BarChart, bar_chart
from quizapp.web.connection import db, now

pages = Blueprint("today", __name__)

SECONDS_AN_ANSWER = 12
"""What most people need for a card, reading included."""

ANSWERS_OF_A_NEW_CARD = 2
"""Both learning steps; more when it is forgotten, which nobody knows beforehand."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One episode, and what waits of it today."""

    episode: Episode
    counts: Counts


@pages.get("/")
def show() -> str:
    """What a person opens every morning."""
    instant = now()
    today = study_day(instant)
    counts = study.counts(db(), instant)
    episodes, stored = library.episodes(db()), library.episode_counts(db())
    return render_template(
        "today.html",
        counts=counts,
        minutes=minutes(counts),
        waiting=[
            Waiting(episode, study.counts(db(), instant, episode=episode.slug))
            for episode in episodes
            if stored[episode.slug].active
        ],
        episodes=len(episodes),
        reviewed=queue.done_on(db(), today).answers,
        next_due=None if counts.total else study.next_due(db(), instant),
        week=week(forecast(figures.standings(db()), today, days=7)),
    )


def minutes(counts: Counts) -> int:
    """About how many minutes these cards take."""
    answers = counts.new * ANSWERS_OF_A_NEW_CARD + counts.learning + counts.due
    return max(1, round(answers * SECONDS_AN_ANSWER / 60))


def week(days: Sequence[DueDay]) -> BarChart:
    """How many reviews fall due on each of these days, the first of which is today."""
    labels = ["Today", *(f"{day.date:%a}" for day in days[1:])]
    values = [(label, day.due) for label, day in zip(labels, days, strict=True)]
    return bar_chart(values, width=420, height=90, gap=14)
