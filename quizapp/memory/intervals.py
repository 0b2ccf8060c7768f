"""Whole days out of the interval that the model wants: fuzz, order and bounds, as Anki has them."""

from __future__ import annotations

import hashlib
import math

MAXIMUM_INTERVAL = 36500
"""Days; a hundred years, as in Anki."""

_FUZZ_FROM = 2.5
_WEEK, _WEEKS = 7.0, 20.0
_EARLY, _MIDDLE, _LATE = 0.15, 0.1, 0.05
"""Of the days up to a week, up to weeks and beyond: Anki's share of them that is spread."""

_OF_WEEK = _EARLY * (_WEEK - _FUZZ_FROM)
_OF_WEEKS = _OF_WEEK + _MIDDLE * (_WEEKS - _WEEK)


def not_before(wanted: float, scheduled: int) -> int:
    """The least days for an interval after one of ``scheduled`` (0: the card was in learning)."""
    if scheduled and rounded(wanted) > scheduled:
        return scheduled + 1
    return max(1, scheduled) if scheduled <= rounded(wanted + spread_of(wanted)) else 1


def latest(wanted: float) -> int:
    """The most that ``not_before`` can say."""
    return max(1, rounded(wanted + spread_of(wanted)))


def at_most(wanted: float, minimum: int) -> int:
    """No less than the latest day that ``fuzzed`` can pick, with this minimum or a lower one."""
    days = max(wanted, minimum)
    return min(rounded(days + spread_of(days)) + 1, MAXIMUM_INTERVAL)


def earliest(wanted: float) -> int:
    """No later than the first day that ``fuzzed`` can pick; 0 where there is no spread."""
    days = min(wanted, MAXIMUM_INTERVAL)
    return rounded(days - spread_of(days)) if days >= _FUZZ_FROM else 0


def draw(card_id: str, repetition: int) -> float:
    """From 0 to below 1, the same for the same card and repetition on every machine."""
    digest = hashlib.sha256(f"{card_id}:{repetition}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def fuzzed(days: float, minimum: int, drawn: float | None) -> int:
    """The day that ``drawn`` picks from the spread around ``days``, as in Anki (fuzz.rs).

    None picks the day in the middle, which is what Anki schedules with its fuzz turned off.
    """
    least = minimum if minimum < MAXIMUM_INTERVAL else MAXIMUM_INTERVAL
    middle = min(days, MAXIMUM_INTERVAL) if days > least else least
    if drawn is None or middle < _FUZZ_FROM:
        return rounded(middle)
    spread = spread_of(middle)
    # Written out, and whole numbers above zero: it is done for each answer of a long log.
    lower, upper = int(middle - spread + 0.5), int(middle + spread + 0.5)
    if lower < least:
        lower = least
    if upper < least:
        upper = least
    elif upper > MAXIMUM_INTERVAL:
        upper = MAXIMUM_INTERVAL
    if lower == upper and 2 < upper < MAXIMUM_INTERVAL:
        upper += 1
    return lower + int(drawn * (1 + upper - lower))


def spread_of(days: float) -> float:
    """How many days fuzz may take off or add."""
    if days < _FUZZ_FROM:
        return 0.0
    if days < _WEEK:
        return 1.0 + _EARLY * (days - _FUZZ_FROM)
    if days < _WEEKS:
        return 1.0 + (_OF_WEEK + _MIDDLE * (days - _WEEK))
    return 1.0 + (_OF_WEEKS + _LATE * (days - _WEEKS))


def rounded(days: float) -> int:
    """To the nearest day, halves up as in Anki; ``round`` would take them to the even one."""
    return math.floor(days + 0.5)
