"""The curve of forgetting of one card: what it was, is and will be likely to recall, as a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.scheduling import Model, forgetting_curve
from quizapp.store.history import Answered

WIDTH, HEIGHT = 640.0, 180.0
_STEPS = 24
_LOWEST = 0.99


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the curve: where an answer was given, or today; ``label`` names it."""

    x: float
    y: float
    label: str
    lapse: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """The line up to today and from there on, in SVG coordinates; ``grid`` are its levels.

    ``now`` is the chance of recall today, ``later`` what it will be on ``until``.
    """

    past: str
    future: str
    answers: tuple[Mark, ...]
    today: Mark
    grid: tuple[Mark, ...]
    first: date
    until: date
    now: float
    later: float
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class _Point:
    day: float
    recall: float


def curve(answers: Sequence[Answered], today: date, due: date, model: Model) -> Curve | None:
    """The curve from the first answer until some time after the card is due; None without one."""
    if not answers:
        return None
    first = answers[0].day
    ahead = max(14, (max(due, today) - today).days * 3 // 2)
    until = max(today, answers[-1].day) + timedelta(days=ahead)
    past = list(_points(answers, min(today, until), model, first))
    future = list(_stretch(answers[-1], (today - first).days, (until - first).days, model, first))
    lowest = min(_LOWEST, *(p.recall for p in (*past, *future)))
    floor = max(0.0, int(lowest * 10) / 10)
    days = max(1, (until - first).days)

    def place(point: _Point) -> tuple[float, float]:
        return (
            round(point.day / days * WIDTH, 1),
            round((1 - point.recall) / (1 - floor) * HEIGHT, 1),
        )

    at_now = future[0]
    return Curve(
        past=_line(map(place, past)),
        future=_line(map(place, future)),
        answers=tuple(
            Mark(*place(_Point((one.day - first).days, 1.0)), str(one.review.rating.name.title()),
                 one.review.rating == 1)
            for one in answers
        ),
        today=Mark(*place(at_now), "Today"),
        grid=tuple(
            Mark(0.0, place(_Point(0, level / 10))[1], f"{level * 10} %")
            for level in range(round(floor * 10), 11)
            if round(10 - floor * 10) <= 5 or level % 2 == 0
        ),
        first=first,
        until=until,
        now=at_now.recall,
        later=future[-1].recall,
    )  # fmt: skip


def _points(
    answers: Sequence[Answered], today: date, model: Model, first: date
) -> Iterator[_Point]:
    """Down after each answer and up again with the next one; several of one day are the last."""
    days = [one.day for one in answers[1:]] + [max(today, answers[-1].day)]
    for one, next_day in zip(answers, days, strict=True):
        if next_day > one.day or one is answers[-1]:
            yield from _stretch(one, (one.day - first).days, (next_day - first).days, model, first)


def _stretch(answer: Answered, start: int, end: int, model: Model, first: date) -> Iterator[_Point]:
    recall = forgetting_curve(model)
    since = (answer.day - first).days
    steps = max(1, min(_STEPS, end - start))
    for step in range(steps + 1):
        day = start + round((end - start) * step / steps)
        yield _Point(day, recall(answer.stability, max(0, day - since)))


def _line(points: Iterator[tuple[float, float]]) -> str:
    return " ".join(f"{'L' if index else 'M'}{x} {y}" for index, (x, y) in enumerate(points))
