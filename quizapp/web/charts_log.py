"""Charts out of the log: what was recalled, when was studied, for how long, with which ratings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from quizapp.model import CardKind, Rating
from quizapp.statistics import Ages, Period, Recalls, Retention, Studied, by_period, retention
from quizapp.store.summaries import KindCell
from quizapp.web.chart import Cell, Chart
from quizapp.web.chart_shapes import (
    Column,
    calendar,
    columns,
    level,
    meters,
    percent,
    shares,
    shortened,
)
from quizapp.web.wording import KINDS

_DAY = timedelta(days=1)
_CALENDAR_WEEKS = 26
_SHOWN = 10
LEVELS = (("firm", "90% and more"), ("shaky", "70% to 90%"), ("fading", "less than 70%"))
"""What the colours of a share of recall say."""

_RATINGS = tuple((one.name.capitalize(), int(one)) for one in Rating)


def retention_chart(
    recalls: Sequence[Recalls], today: date, desired: float, span: str, *, whose: str = ""
) -> Chart:
    """True retention of young and mature cards, by day, week or month.

    ``whose``: words for the cards of one conversation.
    """
    periods = by_period(recalls, today, span)
    young = [one.ages.young.share for one in periods]
    mature = [one.ages.mature.share for one in periods]
    lowest = min((share for share in (*young, *mature) if share is not None), default=0.5)
    year = retention(recalls, today - 364 * _DAY, today)
    return Chart(
        name="retention",
        title="Recalled",
        sentence=_retention_sentence(year, desired, whose),
        drawing=shares(
            [_axis(one, span) for one in periods],
            (("first", young), ("second", mature)),
            low=0.5 if lowest >= 0.5 else 0.0,
        ),
        head=(span.capitalize(), "Young cards", "Mature cards", "All"),
        rows=tuple(
            (
                _period(one, span),
                _told(one.ages.young),
                _told(one.ages.mature),
                _told(one.ages.both),
            )
            for one in periods
            if year.reviews
        ),
        legend=(("first", "young"), ("second", "mature: firm for three weeks or more")),
        axes=f"Share recalled, by {span}",
    )


def _axis(one: Period, span: str) -> str:
    return f"{one.since:%b}" if span == "month" else _short(one.since)


def _period(one: Period, span: str) -> str:
    if span == "month":
        return f"{one.since:%B %Y}"
    return _short(one.since) if span == "day" else f"{_short(one.since)} to {_short(one.until)}"


def _told(one: Retention) -> str:
    if one.share is None:
        return "–"
    return f"{percent(one.share)} of {one.reviews:,}"


def recalled_chart(
    found: dict[str, Ages], titles: dict[str, str], addresses: dict[str, str]
) -> Chart:
    """True retention of each episode over the last year, the one least recalled first."""
    asked = {slug: ages for slug, ages in found.items() if slug in titles and ages.both.reviews}
    order = sorted(asked, key=lambda slug: (asked[slug].both.share or 0.0, slug))
    sentence = "No card has come back for review yet."
    if order:
        low, high = order[0], order[-1]
        sentence = (
            f"Least recalled in the last year: “{shortened(titles[low], 60)}”, with "
            f"{percent(asked[low].both.share or 0.0)} of {asked[low].both.reviews:,}."
        )
    if len(order) > 1:
        sentence += (
            f" Best: “{shortened(titles[high], 60)}”, {percent(asked[high].both.share or 0)}."
        )
    return Chart(
        name="recalled",
        title="Recalled, by episode",
        sentence=sentence,
        drawing=meters(
            [
                (titles[slug], share, level(share))
                for slug in order[:_SHOWN]
                for share in (asked[slug].both.share,)
            ]
        ),
        head=("Episode", "Young cards", "Mature cards", "All"),
        rows=tuple(
            (
                titles[slug],
                _told(asked[slug].young),
                _told(asked[slug].mature),
                _told(asked[slug].both),
            )
            for slug in order
        ),
        legend=LEVELS,
        axes="Share of reviews recalled in the last year, the lowest first",
        links=tuple(addresses[slug] for slug in order),
    )


def _retention_sentence(year: Retention, desired: float, whose: str) -> str:
    if year.share is None:
        return "No card has come back for review yet."
    gap = year.share - desired
    so = "as much as" if abs(gap) < 0.02 else "more than" if gap > 0 else "less than"
    return (
        f"Of the {year.reviews:,} reviews{whose} in the last year you knew {percent(year.share)}, "
        f"{so} the {percent(desired)} you aim at."
    )


def calendar_chart(studied: Sequence[Studied], today: date, streak: int) -> Chart:
    """The days of half a year, darker where more was answered."""
    monday = today - today.weekday() * _DAY
    first = monday - (_CALENDAR_WEEKS - 1) * 7 * _DAY
    answers = Counter({one.day: one.answers for one in studied if one.day >= first})
    days = [first + n * _DAY for n in range((today - first).days + 1)]
    months = [
        f"{day:%b}" if number == 0 or day.month != (day - 7 * _DAY).month else ""
        for number, day in enumerate(days[::7])
    ]
    months = [text if n == 0 or not months[n - 1] else "" for n, text in enumerate(months)]
    begun = max(first, min((one.day for one in studied), default=today))
    studied_days = sum(1 for day in days if answers[day])
    since = (today - begun).days + 1
    weeks = [days[n : n + 7] for n in range(0, len(days), 7)]
    return Chart(
        name="calendar",
        title="Days studied",
        sentence=f"You studied on {studied_days} of the last {_count(since, 'day')}; "
        f"{_count(streak, 'day')} in a row now.",
        drawing=calendar(
            [answers[day] for day in days],
            [f"{_short(day)}: {_count(answers[day], 'answer')}" for day in days],
            months,
        ),
        head=("Week from", "Days studied", "Answers"),
        rows=tuple(
            (_short(week[0]), sum(1 for day in week if answers[day]), sum(answers[d] for d in week))
            for week in reversed(weeks)
        ),
        axes="A square a day, a column a week; the stronger its colour, the more answers",
    )


def time_chart(studied: Sequence[Studied], today: date) -> Chart:
    """Minutes of study by week."""
    weeks: defaultdict[int, int] = defaultdict(int)
    first = today - 12 * 7 * _DAY
    for one in studied:
        if one.day > first:
            weeks[(today - one.day).days // 7] += one.duration_ms
    found = []
    for number in reversed(range(12)):
        minutes = weeks[number] / 60_000
        found.append((_short(today - (number * 7 + 6) * _DAY), minutes))
    average = sum(minutes for _, minutes in found[-4:]) / 28
    return Chart(
        name="time",
        title="Time",
        sentence=f"Over the last four weeks you studied {_minutes(average)} a day on average.",
        drawing=columns([Column(a, (("first", b),), f"{a}: {b:.0f} minutes") for a, b in found]),
        head=("Week from", "Minutes"),
        rows=tuple((label, f"{minutes:.0f}") for label, minutes in found),
        axes="Minutes a week",
    )


def ratings_chart(cells: Sequence[KindCell]) -> Chart:
    """Which buttons were pressed on cards in learning, young and mature ones."""
    groups = {"Learning": Counter[int](), "Young": Counter[int](), "Mature": Counter[int]()}
    for one in cells:
        in_review = one.state == "review"
        group = "Learning" if not in_review else "Mature" if one.mature else "Young"
        groups[group][one.rating] += one.answers
    rows: list[tuple[Cell, ...]] = []
    found = []
    for group, counts in groups.items():
        total = sum(counts.values())
        rows.append((group, *(counts[rating] for _, rating in _RATINGS)))
        for name, rating in _RATINGS:
            share = counts[rating] / total if total else 0.0
            label = group if rating == Rating.HARD else ""
            css = "bad" if rating == Rating.AGAIN else f"rating-{rating}"
            found.append(Column(label, ((css, 100 * share),), f"{group}, {name}: {counts[rating]}"))
        found.append(Column("", ()))
    total = sum(one.answers for one in cells)
    again = sum(one.answers for one in cells if one.rating == Rating.AGAIN)
    return Chart(
        name="ratings",
        title="Buttons",
        sentence=f"{percent(again / total)} of your {total:,} answers were Again."
        if total
        else "No answers yet.",
        drawing=columns(found[:-1], most_labels=99, unit="%"),
        head=("Cards", *(name for name, _ in _RATINGS)),
        rows=tuple(rows),
        legend=(("bad", "Again"), ("rating-2", "Hard"), ("rating-3", "Good"), ("rating-4", "Easy")),
        axes="Share of the answers on cards of each age",
    )


def kinds_chart(cells: Sequence[KindCell]) -> Chart:
    """Recall and time by the kind of card."""
    rows, found = [], []
    for kind in sorted({one.kind for one in cells}):
        mine = [one for one in cells if one.kind == kind]
        firsts = [one for one in mine if one.first and one.state == "review"]
        passed = sum(one.answers for one in firsts if one.rating != Rating.AGAIN)
        asked = sum(one.answers for one in firsts)
        answers = sum(one.answers for one in mine)
        seconds = sum(one.duration_ms for one in mine) / 1000 / answers
        share = passed / asked if asked else None
        name = KINDS[CardKind(kind)]
        rows.append((share if share is not None else 2.0, name, answers, f"{seconds:.0f} s"))
        if share is not None:
            found.append((name, share))
    rows.sort()
    found.sort(key=lambda one: one[1])
    sentence = "No kind of card has come back for review yet."
    if found:
        sentence = f"Hardest for you is “{found[0][0]}”, with {percent(found[0][1])} recalled."
    if len(found) > 1:
        sentence += f" Easiest is “{found[-1][0]}”, with {percent(found[-1][1])}."
    return Chart(
        name="kinds",
        title="By kind of card",
        sentence=sentence,
        drawing=meters([(name, share, level(share)) for name, share in found]),
        head=("Kind", "Recalled", "Answers", "Seconds an answer"),
        rows=tuple(
            (name, percent(share) if share <= 1 else "–", answers, seconds)
            for share, name, answers, seconds in rows
        ),
        legend=LEVELS,
        axes="Share recalled in review",
    )


def _minutes(minutes: float) -> str:
    return _count(round(minutes), "minute") if minutes >= 1 else "less than a minute"


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
