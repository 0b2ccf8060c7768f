"""Geometry of the progress page's pictures: numbers in, SVG coordinates out.

Every picture is drawn in a box 340 wide, about as wide as a phone shows it, so that its text stays
as large there as on a desk. Colours are the style sheet's, by class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

WIDTH = 340.0
HEIGHT = 150.0
_LEFT = 34.0
_GAP = 0.2
_WEEKDAYS = 28.0
_FOOT = 18.0
"""Room that words below a picture take; a picture without such words ends so much higher."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of one series; ``title`` is what a pointer that rests on it is told."""

    x: float
    y: float
    width: float
    height: float
    css: str
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word on an axis."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a curve, or a fact on the timeline."""

    x: float
    y: float
    css: str
    title: str
    radius: float = 3.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points, as SVG writes them."""

    points: str
    css: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything in one picture; ``lines`` are the heights of the grid."""

    boxes: tuple[Box, ...] = ()
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()
    lines: tuple[float, ...] = ()
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its label, its parts from the bottom up, as class and value."""

    label: str
    parts: tuple[tuple[str, float], ...]
    title: str = ""

    @property
    def total(self) -> float:
        """As high as it stands."""
        return sum(value for _, value in self.parts)


def columns(found: Sequence[Column], *, most_labels: int = 7, unit: str = "") -> Drawing:
    """Stacked columns over a scale with a round number on top."""
    top = round_up(max((one.total for one in found), default=0))
    step = (WIDTH - _LEFT) / max(1, len(found))
    every = ceil(len(found) / most_labels) if found else 1
    boxes: list[Box] = []
    labels = _scale(top, unit)
    for number, one in enumerate(found):
        x, y = _LEFT + number * step, HEIGHT
        for css, value in one.parts:
            tall = HEIGHT * value / top
            y -= tall
            boxes.append(
                Box(_r(x + step * _GAP / 2), _r(y), _r(step * (1 - _GAP)), _r(tall), css, one.title)
            )
        if number % every == 0:
            labels.append(Label(_r(x + step / 2), HEIGHT + 16, one.label))
    return Drawing(tuple(boxes), labels=tuple(labels), lines=(0.0, HEIGHT / 2, HEIGHT))


def _scale(top: float, unit: str) -> list[Label]:
    return [
        Label(_LEFT - 5, _r(HEIGHT - HEIGHT * share + 4), f"{number(top * share)}{unit}", "end")
        for share in (0, 0.5, 1)
    ]


def shares(
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[float | None]]],
    *,
    low: float = 0.0,
    most_labels: int = 6,
) -> Drawing:
    """Curves of shares from ``low`` to 1 over labelled steps; a gap where there is no share."""
    step = (WIDTH - _LEFT - 10) / max(1, len(labels) - 1)
    every = ceil(len(labels) / most_labels) if labels else 1
    curves, dots = [], []
    for css, values in series:
        stretch: list[str] = []
        for number, value in enumerate([*values, None]):
            if value is None:
                if len(stretch) > 1:
                    curves.append(Curve(" ".join(stretch), css))
                stretch = []
                continue
            x, y = _r(_LEFT + number * step), _height(value, low)
            stretch.append(f"{x},{y}")
            dots.append(Dot(x, y, css, f"{labels[number]}: {percent(value)}"))
    words = [
        Label(_LEFT - 5, _r(_height(share, low) + 4), percent(share), "end")
        for share in (low, (1 + low) / 2, 1.0)
    ]
    words += [
        Label(_r(_LEFT + n * step), HEIGHT + 16, text)
        for n, text in enumerate(labels)
        if n % every == 0
    ]
    heights = (0.0, HEIGHT / 2, HEIGHT)
    return Drawing((), tuple(curves), tuple(dots), tuple(words), heights)


def against(points: Sequence[tuple[float, float, int]]) -> Drawing:
    """Predicted (across) against real recall (upwards), with the diagonal where both agree.

    A point is as large as the answers it stands for.
    """
    most = max((count for _, _, count in points), default=1)
    dots = tuple(
        Dot(_across(x), _height(y), "first", f"predicted {percent(x)}, recalled {percent(y)}",
            round(3 + 6 * (count / most) ** 0.5, 1))
        for x, y, count in points
    )  # fmt: skip
    diagonal = Curve(f"{_across(0)},{_height(0)} {_across(1)},{_height(1)}", "ideal")
    words = [Label(_LEFT - 5, _r(_height(s) + 4), percent(s), "end") for s in (0.0, 0.5, 1.0)]
    words += [Label(_across(s), HEIGHT + 16, percent(s)) for s in (0.0, 0.5, 1.0)]
    return Drawing((), (diagonal,), dots, tuple(words), (0.0, HEIGHT / 2, HEIGHT))


def calendar(values: Sequence[int], titles: Sequence[str], months: Sequence[str]) -> Drawing:
    """A square for each day, a column for each week from Monday on; darker for more answers."""
    weeks = ceil(len(values) / 7)
    side = (WIDTH - _WEEKDAYS) / max(1, weeks)
    most = max(values, default=0) or 1
    boxes = tuple(
        Box(
            _r(_WEEKDAYS + number // 7 * side),
            _r(16 + number % 7 * side),
            _r(side - 1.5),
            _r(side - 1.5),
            f"day-{ceil(4 * value / most)}",
            title,
        )
        for number, (value, title) in enumerate(zip(values, titles, strict=True))
    )
    labels = tuple(
        Label(_r(_WEEKDAYS + week * side), 10.0, text, "start")
        for week, text in enumerate(months)
        if text and week < weeks - 1
    )
    days = tuple(
        Label(0, _r(16 + (day + 0.5) * side + 3), text, "start")
        for day, text in ((0, "Mon"), (3, "Thu"), (6, "Sun"))
    )
    return Drawing(boxes, labels=labels + days, height=_r(16 + 7 * side - _FOOT))


def round_up(value: float) -> float:
    """The next round number, whose half is round as well."""
    if value <= 0:
        return 1.0
    power = 10.0 ** (len(str(int(value))) - 1) if value >= 1 else 0.1
    steps = (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if power >= 10 else (1, 2, 4, 6, 8, 10)
    return next(step * power for step in steps if step * power >= value)


def number(value: float) -> str:
    """A number as short as a scale needs it: 1500 is 1.5k."""
    if value >= 1000:
        return f"{value / 1000:.4g}k"
    return f"{value:.3g}"


def percent(share: float) -> str:
    """A share in percent."""
    return f"{100 * share:.0f}%"


FRESH = 0.995
"""From such a chance of recall on nothing fades yet."""


def chance(recall: float) -> str:
    """A predicted chance of recall: nothing is ever certain."""
    return "over 99%" if recall >= FRESH else percent(recall)


def _height(share: float, low: float = 0.0) -> float:
    return _r(HEIGHT * (1 - (max(share, low) - low) / (1 - low)))


def _across(share: float) -> float:
    return _r(_LEFT + (WIDTH - _LEFT - 10) * share)


def _r(value: float) -> float:
    return round(value, 2)


_ROW = 34.0


def meters(
    found: Sequence[tuple[str, float | None, str]], words: Callable[[float], str] = percent
) -> Drawing:
    """A bar from left to right for each share, its name above it; no bar without a share."""
    boxes, labels = [], []
    for index, (name, share, css) in enumerate(found):
        y = index * _ROW
        labels.append(Label(0, _r(y + 12), shortened(name), "start"))
        labels.append(Label(WIDTH, _r(y + 12), "–" if share is None else words(share), "end"))
        boxes.append(Box(0, _r(y + 18), WIDTH, 7, "track", name))
        if share is not None:
            boxes.append(Box(0, _r(y + 18), _r(WIDTH * share), 7, css, f"{name}: {words(share)}"))
    return Drawing(tuple(boxes), labels=tuple(labels), height=_r(max(1, len(found)) * _ROW - _FOOT))


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the timeline from ``start`` to ``end``, in seconds, with its mean recall."""

    start: float
    end: float
    title: str
    recall: float | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact on the timeline; ``hollow`` where it is known only that it is said about there."""

    at: float
    recall: float | None
    words: str
    hollow: bool = False


def timeline(bands: Sequence[Band], facts: Sequence[Fact], clock: Sequence[str]) -> Drawing:
    """Chapters as bands below, and above them each fact at its second, the higher the firmer.

    ``clock``: words for start, middle, end.
    """
    end = max((one.end for one in bands), default=0) or max((one.at for one in facts), default=1)
    scale = (WIDTH - _LEFT) / (end or 1)
    boxes = tuple(
        Box(_r(_LEFT + one.start * scale), HEIGHT - 12,
            _r(max(1.0, (one.end - one.start) * scale - 1)), 12, level(one.recall),
            one.title if one.recall is None else f"{one.title}: {chance(one.recall)}")
        for one in bands
    )  # fmt: skip
    room = HEIGHT - 26
    # What is still remembered stands close together: it gets all the room there is.
    low = 0.5 if all((one.recall or 0.0) >= 0.5 for one in facts) else 0.0
    dots = tuple(
        Dot(
            _r(_LEFT + one.at * scale),
            _r(4 + room * (1 - (one.recall or 0.0)) / (1 - low)),
            level(one.recall) + " hollow" * one.hollow,
            one.words,
        )
        for one in facts
    )
    labels = [
        Label(_LEFT - 5, _r(8 + room * (1 - share)), percent(low + share * (1 - low)), "end")
        for share in (0.0, 0.5, 1.0)
    ]
    ends = zip((_LEFT, (_LEFT + WIDTH) / 2, WIDTH), ("start", "middle", "end"), clock, strict=True)
    labels += [Label(_r(x), HEIGHT + 16, text, anchor) for x, anchor, text in ends]
    lines = tuple(_r(4 + room * (1 - share)) for share in (0.0, 0.5, 1.0))
    return Drawing(boxes, dots=dots, labels=tuple(labels), lines=lines)


def level(recall: float | None) -> str:
    """The class of a chance of recall: not seen, fading, shaky, firm."""
    if recall is None:
        return "unseen-yet"
    return "fading" if recall < 0.7 else "shaky" if recall < 0.9 else "firm"


def shortened(text: str, most: int = 40) -> str:
    """As much of a name as there is room for."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
