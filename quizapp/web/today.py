"""Today: what waits, how long it takes, where to begin, and what the week brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp import study
from quizapp.model import Counts
from quizapp.store import days, library, trash
from quizapp.store.days import Pace
from quizapp.store.library import Named
from quizapp.store.settings import save_settings, settings
from quizapp.web.charts import BarChart, bar_chart
from quizapp.web.connection import db, now, study_day
from quizapp.web.navigation import notify

pages = Blueprint("today", __name__)

RELIEF_DAYS = (3, 7, 14)
"""Over how many days a backlog can be spread."""

_BACKLOG = 30
"""So many cards overdue for two days or more are a backlog."""

_EPISODES = 30
"""Episodes that are listed; the others are in the library."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One episode, and what waits of it today."""

    episode: Named
    counts: Counts


@dataclass(frozen=True, slots=True)
class Backlog:
    """Cards that waited for days; ``until`` is the day until which they are spread, if any."""

    overdue: int
    due: int
    until: date | None


@pages.get("/")
def show() -> str:
    """What a person opens every morning."""
    instant = now()
    today = study_day()
    counts, shares = study.shares(db(), instant)
    episodes = library.names(db())
    pace, coming = days.pace(db()), days.coming(db(), today)
    return render_template(
        "today.html",
        counts=counts,
        minutes=minutes(counts, pace),
        pace=pace,
        waiting=_listed(episodes, shares),
        others=max(0, len(episodes) - _EPISODES),
        episodes=len(episodes),
        binned=trash.number(db()),
        cards=library.any_cards(db()),
        done=days.day(db(), today),
        streak=days.streak(db(), today),
        backlog=_backlog(today, coming[0][1]),
        relief_days=RELIEF_DAYS,
        next_due=None if counts.total else study.next_due(db(), instant),
        week=week(coming),
    )


@pages.post("/relief")
def relief() -> Response:
    """Spread a backlog over days, or stop spreading it."""
    over = request.form.get("days", -1, type=int)
    if over not in (0, *RELIEF_DAYS):
        raise BadRequest("A backlog is spread over 3, 7 or 14 days.")
    until = (study_day() + timedelta(days=over - 1)).isoformat() if over else ""
    save_settings(db(), replace(settings(db()), relief_until=until))
    notify(f"Spread over {over} days." if over else "Everything that is due is asked again.")
    return redirect(url_for(".show"), 303)


def minutes(counts: Counts, pace: Pace) -> int:
    """About how many minutes these cards take at this pace."""
    answers = counts.new * pace.answers_of_new + counts.learning + counts.due
    return max(1, round(answers * pace.seconds / 60))


def week(coming: Sequence[tuple[date, int]]) -> BarChart:
    """How many reviews fall due on each of these days, the first of which is today."""
    labels = ["Today", *(f"{day:%a}" for day, _ in coming[1:])]
    values = [(label, many) for label, (_, many) in zip(labels, coming, strict=True)]
    return bar_chart(values, width=420, height=90, gap=14)


def _listed(episodes: Sequence[Named], shares: Mapping[str, Counts]) -> list[Waiting]:
    """The episodes with most to do first, those without anything last."""
    none = Counts(0, 0, 0)
    found = [Waiting(episode, shares.get(episode.slug, none)) for episode in episodes]
    found.sort(key=lambda one: -one.counts.total)
    return found[:_EPISODES]


def _backlog(today: date, due: int) -> Backlog | None:
    """What piled up, where it is worth spreading or is being spread."""
    until = settings(db()).relief_until
    spreading = bool(until) and date.fromisoformat(until) >= today
    overdue = due - days.lately_due(db(), today)
    if not spreading and overdue < _BACKLOG:
        return None
    day = date.fromisoformat(until) if spreading else None
    return Backlog(overdue, due, day)
