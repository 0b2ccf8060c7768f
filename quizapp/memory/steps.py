"""Learning steps as a person writes them: ``1m 10m``; in seconds inside."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.errors import StudyError

MOST = 10
"""So many steps at most; who wants more wants days."""

_DAY = 86_400
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": _DAY}
_STEP = re.compile(r"(?P<number>[0-9]{1,6})(?P<unit>[smhd]?)", re.IGNORECASE)


def parse(text: str) -> tuple[int, ...]:
    """The steps in seconds; a number alone is minutes, nothing is no steps.

    Raises StudyError with one line that says what to write.
    """
    pieces = text.replace(",", " ").split()
    steps = tuple(map(_seconds, pieces))
    if len(steps) > MOST:
        raise StudyError(f"Give {MOST} steps at most.")
    return steps


def _seconds(piece: str) -> int:
    found = _STEP.fullmatch(piece)
    shown = piece if len(piece) <= 20 else f"{piece[:20]}…"
    if found is None:
        raise StudyError(
            f"“{shown}” is no step; give minutes or hours with blanks between, such as 1m 10m 1h."
        )
    seconds = int(found["number"]) * _UNITS[found["unit"].lower() or "m"]
    if not seconds:
        raise StudyError(f"“{shown}” is no time to wait; a step is a second at least.")
    if seconds >= _DAY:
        raise StudyError(
            f"“{shown}” is a day or more; give shorter steps, such as 10m 1h, since from a day on "
            "the memory model says when."
        )
    return seconds


def spell(steps: Iterable[int]) -> str:
    """The steps as they are written, each in the largest unit in which it is whole."""
    return " ".join(_spelt(one) for one in steps)


def _spelt(seconds: int) -> str:
    unit = next(unit for unit in "hms" if seconds % _UNITS[unit] == 0)
    return f"{seconds // _UNITS[unit]}{unit}"
