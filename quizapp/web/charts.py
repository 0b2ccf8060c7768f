"""Geometry of the small pictures: numbers in, SVG coordinates out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from quizapp.model import Chapter


@dataclass(frozen=True, slots=True)
class Bar:
    """One column of a bar chart; the origin is the top left corner."""

    x: float
    y: float
    width: float
    height: float
    value: int
    label: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Columns in a box of ``width`` by ``height``."""

    bars: tuple[Bar, ...]
    width: float
    height: float


def bar_chart(
    values: Sequence[tuple[str, int]], *, width: float, height: float, gap: float
) -> BarChart:
    """One bar per labelled value, the greatest as high as the box; a nought is a thin line."""
    most = max((value for _, value in values), default=0) or 1
    step = (width + gap) / max(1, len(values))
    bars = []
    for index, (label, value) in enumerate(values):
        tall = max(2.0, height * value / most)
        bars.append(
            Bar(round(index * step, 2), round(height - tall, 2), round(step - gap, 2),
                round(tall, 2), value, label)
        )  # fmt: skip
    return BarChart(tuple(bars), width, height)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A chapter on the timeline: where it starts and how long it is, in the chart's width."""

    chapter: Chapter
    x: float
    width: float
    cards: int
    level: int
    """How many cards it has beside the others, from 0 (none) to 3."""


def timeline(
    chapters: Sequence[Chapter],
    duration_seconds: int | None,
    cards: Mapping[str, int],
    *,
    width: float,
) -> tuple[Stretch, ...]:
    """The chapters along the recording, each with its number of cards.

    Without a known duration the last chapter is as long as the others on average.
    """
    if not chapters:
        return ()
    starts = [chapter.seconds for chapter in chapters]
    end = starts[-1] + max(60, starts[-1] // max(1, len(starts) - 1))
    if duration_seconds and duration_seconds > starts[-1]:
        end = duration_seconds
    scale = width / end
    ends = [*starts[1:], end]
    most = max((cards.get(chapter.title, 0) for chapter in chapters), default=0)
    return tuple(
        Stretch(
            chapter=chapter,
            x=round(start * scale, 2),
            width=round(max(0, stop - start) * scale, 2),
            cards=cards.get(chapter.title, 0),
            # Where no card knows its chapter, none stands out.
            level=ceil(3 * cards.get(chapter.title, 0) / most) if most else 1,
        )
        for chapter, start, stop in zip(chapters, starts, ends, strict=True)
    )
