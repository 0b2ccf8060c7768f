"""Charts of the cards as they stand: what is coming, how firm they sit, what costs most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.media import told
from quizapp.memory.simulation import CARDS, Growth, Workload
from quizapp.statistics import DueDay
from quizapp.store.standing import Hard, Shape
from quizapp.web.chart import Chart
from quizapp.web.chart_shapes import Column, Drawing, columns, meters, percent, shortened

_STABILITY = ("<1", "1", "2", "4", "8", "16", "1mo", "2mo", "4mo", "8mo", "1y", "3y")
_STABILITY_WORDS = (
    "less than a day", "1 day", "2 to 3 days", "4 to 7 days", "8 to 15 days", "16 to 31 days",
    "1 to 2 months", "2 to 4 months", "4 to 8 months", "8 to 17 months", "17 to 34 months",
    "more than 34 months",
)  # fmt: skip
_INTERVALS = ("min", "1", "2", "4", "8", "16", "1mo", "2mo", "4mo", "8mo", "1y", "3y")
_INTERVAL_WORDS = ("minutes: in learning", *_STABILITY_WORDS[1:])
_MATURE = 5


def forecast_chart(days: Sequence[DueDay]) -> Chart:
    """The coming reviews, a column a day."""
    total = sum(day.due for day in days)
    busiest = max(days, key=lambda day: day.due)
    sentence = f"Nothing comes back in the next {len(days)} days."
    if total:
        a_day = f", {total / len(days):.0f} a day" if total >= len(days) else ""
        noun = "review" if total == 1 else "reviews"
        sentence = (
            f"{total:,} {noun} in the next {len(days)} days{a_day}; most "
            f"on {busiest.date:%A}, {busiest.date.day} {busiest.date:%B} ({busiest.due:,})."
        )
    return Chart(
        name="forecast",
        title="Coming back",
        sentence=sentence,
        drawing=columns(
            [
                Column(
                    f"{day.date.day} {day.date:%b}",
                    (("second" if number == 0 else "first", day.due),),
                    f"{day.date.day} {day.date:%b}: {day.due}",
                )
                for number, day in enumerate(days)
            ],
            most_labels=5,
        ),
        head=("Day", "Reviews"),
        rows=tuple((f"{day.date:%a} {day.date.day} {day.date:%b}", day.due) for day in days),
        legend=(("second", "today, with what is overdue"), ("first", "later")),
        axes="Reviews by day",
    )


def intervals_chart(shapes: Sequence[Shape]) -> Chart:
    """How long cards rest until they are asked again."""
    counts = _counted((one.interval, one.cards) for one in shapes)
    total, long = sum(counts.values()), sum(n for key, n in counts.items() if key > _MATURE)
    return _histogram(
        "intervals", "Intervals", "by days until the next review",
        f"{percent(long / total)} of the cards you have seen rest for a month or longer."
        if long else "No card you have seen rests for as long as a month yet.",
        counts, _INTERVALS, _INTERVAL_WORDS,
    )  # fmt: skip


def stability_chart(shapes: Sequence[Shape]) -> Chart:
    """After how long recall has fallen to nine in ten."""
    counts = _counted((one.stability, one.cards) for one in shapes)
    total = sum(counts.values())
    half, seen = "", 0
    for key in sorted(counts):
        seen += counts[key]
        if 2 * seen >= total:
            half = _STABILITY_WORDS[key]
            break
    return _histogram(
        "stability", "Stability", "by days until recall has fallen to 90%",
        f"Half of your cards have fallen to a recall of 90% after {half}, or sooner."
        if half else "No card has a stability yet.",
        counts, _STABILITY, _STABILITY_WORDS,
    )  # fmt: skip


def difficulty_chart(shapes: Sequence[Shape]) -> Chart:
    """How hard cards are for the learner, from 1 to 10."""
    counts = _counted((one.difficulty, one.cards) for one in shapes)
    names = tuple(str(number) for number in range(11))
    total, hard = sum(counts.values()), sum(n for key, n in counts.items() if key >= 8)
    return _histogram(
        "difficulty", "Difficulty", "by difficulty, from 1, easy, to 10, hard",
        f"{percent(hard / total)} of your cards are hard for you (8 and more)."
        if hard else "None of your cards is hard for you (8 and more).",
        {key: counts.get(key, 0) for key in range(1, 11)}, names, names,
    )  # fmt: skip


def _counted(pairs: Iterable[tuple[int, int]]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for key, cards in pairs:
        counts[key] += cards
    return counts


def _histogram(
    name: str,
    title: str,
    axes: str,
    sentence: str,
    counts: dict[int, int] | Counter[int],
    short: Sequence[str],
    words: Sequence[str],
) -> Chart:
    keys = range(min(counts, default=0), max(counts, default=0) + 1)
    found = [
        Column(short[key], (("first", counts.get(key, 0)),), f"{words[key]}: {counts.get(key, 0)}")
        for key in keys
    ]
    rows = tuple((words[key], counts.get(key, 0)) for key in keys)
    drawing = columns(found, most_labels=12)
    return Chart(name, title, sentence, drawing, (title, "Cards"), rows, axes=f"Cards {axes}")


def hardest_chart(cards: Sequence[Hard], addresses: Sequence[str]) -> Chart:
    """The cards forgotten most often."""
    most = max((one.lapses for one in cards), default=1)
    sentence = "No card in review was forgotten yet."
    if cards:
        sentence = (
            f"“{shortened(told(cards[0].prompt), 70)}” was forgotten {cards[0].lapses} times. "
            "Hard cards often want other words: open one and edit it."
        )
    drawing = meters([(told(one.prompt), one.lapses / most, "bad") for one in cards])
    return Chart(
        name="hardest",
        title="Hardest cards",
        sentence=sentence,
        drawing=_with_counts(drawing, cards),
        head=("Question", "Forgotten", "Answers", "Difficulty"),
        rows=tuple(
            (told(one.prompt), one.lapses, one.reps, f"{one.difficulty:.1f}") for one in cards
        ),
        axes="How often each was forgotten",
        links=tuple(addresses),
    )


def _with_counts(drawing: Drawing, cards: Sequence[Hard]) -> Drawing:
    """Beside each bar stands how often, not which share of the most."""
    counts = iter(cards)
    labels = tuple(
        replace(one, text=str(next(counts).lapses)) if one.anchor == "end" else one
        for one in drawing.labels
    )
    return replace(drawing, labels=labels)


def workload_chart(found: Sequence[Workload], desired: float, seconds: float) -> Chart:
    """What a year with another desired retention would cost and give."""
    now = min(found, key=lambda one: abs(one.retention - desired))
    less = found[max(0, found.index(now) - 1)]
    sentence = (
        f"Aiming at {percent(now.retention)} a card costs about {now.answers:.0f} answers in its "
        f"first year, and {percent(now.recall)} are known at its end."
    )
    if less is not now:
        sentence += (
            f" At {percent(less.retention)} it would be {less.answers:.0f} answers and "
            f"{percent(less.recall)}."
        )
    return Chart(
        name="workload",
        title="At another desired retention",
        sentence=sentence,
        drawing=columns(
            [
                Column(
                    percent(one.retention),
                    (("second" if one is now else "first", one.answers),),
                    f"{percent(one.retention)}: {one.answers:.1f} answers",
                )
                for one in found
            ]
        ),
        head=("Aim", "Answers a card", "Minutes for 100 cards", "Known after the year"),
        rows=tuple(
            (
                percent(one.retention),
                f"{one.answers:.1f}",
                f"{100 * one.answers * seconds / 60:.0f}",
                percent(one.recall),
            )
            for one in found
        ),
        legend=(("second", "nearest to your setting"), ("first", "others")),
        axes=f"Answers a card in a year; {CARDS} cards simulated with your memory model",
    )


def growth_chart(found: Sequence[Growth], *, on: bool) -> Chart:
    """What it saves to begin with the easy kinds of a fact and to give them up for recall."""
    plain, grown = found
    saved = 1 - grown.answers / plain.answers
    state = "It is on." if on else "It is off; the settings turn it on."
    return Chart(
        name="growth",
        title="From recognising to recalling",
        sentence=f"Easy kinds first would take {percent(saved)} fewer answers in a year, with "
        f"{percent(grown.recall)} recalled at its end instead of {percent(plain.recall)}. {state}",
        drawing=columns(
            [
                Column(
                    one.name,
                    (("second" if (one is grown) == on else "first", one.answers),),
                    f"{one.name}: {one.answers:.1f} answers a fact",
                )
                for one in found
            ]
        ),
        head=("Scheduling", "Answers a fact", "Recalled", "Known one way or the other"),
        rows=tuple(
            (one.name, f"{one.answers:.1f}", percent(one.recall), percent(one.either))
            for one in found
        ),
        legend=(("second", "your setting"), ("first", "the other")),
        axes="Answers in a year to a fact with a choice and a recall card; simulated",
    )
