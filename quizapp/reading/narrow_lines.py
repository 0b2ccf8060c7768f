"""Long talks in short wrapped lines (``>> It is late,`` above ``and the bridge``).

Captions that were saved as a text have thousands of lines of half a sentence each. What begins
small behind a line that has not ended goes on there: such lines are put together before
anything else looks at them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quizapp.reading.headings import area_named

Line = tuple[int, str]

_FEWEST = 200
"""Lines right below each other; fewer are read one by one."""

_NARROW = 64
"""Letters of a line, at the most, on average."""

_GOING_ON = 0.4
"""Share of the lines that begin with a small letter, at the least."""

_MARK = ">>"
_MARKED = 0.02
"""Share of the lines that begin with the sign of another voice, at the least."""

_ENDS = tuple(".!?:…”\"')]")
_LONGEST = 400
"""Letters of what is put together, at the most."""

_NAME_OF_PART = 20
"""Letters."""


def joined(lines: Iterable[Line]) -> tuple[list[Line], dict[int, int]]:
    """The lines, those of one sentence put together; and where each of these ends."""
    done: list[Line] = []
    ends: dict[int, int] = {}
    for run in _runs(list(lines)):
        if _is_narrow(run):
            _join(run, done, ends)
        else:
            done += run
    return done, ends


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between blank ones; those with what is blank behind them."""
    first = 0
    for place, (_, text) in enumerate(lines):
        if not text.strip():
            yield lines[first : place + 1]
            first = place + 1
    yield lines[first:]


def _is_narrow(run: Sequence[Line]) -> bool:
    if len(run) < _FEWEST:
        return False
    marked = sum(text.startswith(_MARK) for _, text in run)
    small = sum(text[:1].islower() for _, text in run)
    letters = sum(len(text) for _, text in run)
    return (
        marked >= _MARKED * len(run)
        and small >= _GOING_ON * len(run)
        and letters <= _NARROW * len(run)
    )


def _join(run: Sequence[Line], done: list[Line], ends: dict[int, int]) -> None:
    first, told = run[0][0], run[0][1].rstrip()
    for (_, before), (number, text) in pairwise(run):
        if _goes_on(before.rstrip(), text) and len(told) < _LONGEST:
            told = f"{told} {text.strip()}"
            ends[first] = number
        else:
            done.append((first, told))
            first, told = number, text.rstrip()
    done.append((first, told))


def _goes_on(before: str, text: str) -> bool:
    """Whether a sentence goes on from one line to the next; ``key ideas`` begins a part."""
    if not text[:1].islower() or before.endswith(_ENDS):
        return False
    return not (_names_part(text) or _names_part(before))


def _names_part(text: str) -> bool:
    return len(text) <= _NAME_OF_PART and area_named(text) is not None
