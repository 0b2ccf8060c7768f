"""Whole days out of the interval that the model wants: fuzz, order and bounds, as Anki has them."""

from __future__ import annotations

import hashlib
import math

MAXIMUM_INTERVAL = 36500
"""Days; a hundred years, as in Anki."""

_FUZZ_FROM = 2.5
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))
"""Anki's table: from, to, and the share of the days between them that goes into the spread."""


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
    minimum = min(minimum, MAXIMUM_INTERVAL)
    days = min(max(days, minimum), MAXIMUM_INTERVAL)
    if drawn is None or days < _FUZZ_FROM:
        return rounded(days)
    spread = spread_of(days)
    lower = min(max(rounded(days - spread), minimum), MAXIMUM_INTERVAL)
    upper = min(max(rounded(days + spread), minimum), MAXIMUM_INTERVAL)
    if lower == upper and 2 < upper < MAXIMUM_INTERVAL:
        upper += 1
    return lower + math.floor(drawn * (1 + upper - lower))


def spread_of(days: float) -> float:
    """How many days fuzz may take off or add."""
    if days < _FUZZ_FROM:
        return 0.0
    return 1.0 + sum(share * max(0.0, min(days, until) - start) for start, until, share in _FUZZ)


def rounded(days: float) -> int:
    """To the nearest day, halves up as in Anki; ``round`` would take them to the even one."""
    return math.floor(days + 0.5)
