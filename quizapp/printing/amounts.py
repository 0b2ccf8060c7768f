"""Numbers as people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta


def span(time: timedelta) -> str:
    """A length of time as a button shows it: ``10m``, ``3d``, ``2.1mo``, ``1.4y``."""
    seconds, days = time.total_seconds(), time.total_seconds() / 86_400
    for limit, divisor, unit in ((60, 1, "s"), (3_600, 60, "m"), (86_400, 3_600, "h")):
        if seconds < limit:
            return f"{seconds / divisor:.0f}{unit}"
    if days < 30:
        return f"{days:.0f}d"
    return f"{days / 30.4:.1f}mo" if days < 365 else f"{days / 365.25:.1f}y"


def listed(counts: Mapping[str, int]) -> str:
    """Counts by name, the most first."""
    ordered = sorted(Counter(counts).items(), key=lambda kv: (-kv[1], kv[0]))
    return ", ".join(f"{name} {count}" for name, count in ordered) or "none"


def amount(number: int, noun: str) -> str:
    """A number with its noun: ``1 card``, ``1,200 cards``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def share(value: float | None) -> str:
    """A share in percent, or a dash where there is none."""
    return "–" if value is None else f"{value:.0%}"
