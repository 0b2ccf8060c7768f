"""How pages write a moment of a recording."""

from __future__ import annotations


def spelt(seconds: int) -> dict[str, str]:
    """The forms of a moment by their names in templates: ``4:14``, ``00:04:14``, ``4m14s``."""
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return {
        "clock": f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}",
        "full": f"{hours:02}:{minutes:02}:{rest:02}",
        "hours": f"{hours}:{minutes:02}:{rest:02}",
        "minutes": f"{seconds // 60:02}:{rest:02}",
        "letters": f"{hours}h{minutes:02}m{rest:02}s" if hours else f"{minutes}m{rest:02}s",
    }
