"""Short labels of speakers that are written otherwise: ``Gwen`` for Gwendolyn, ``KORZCAK``."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.people import sounds_like

_SHORTEST = 3
"""Letters of a first name that is cut short."""

_LONG = 5
"""Letters of a name in which two may have changed places."""


def spelt_otherwise(label: str, known: Sequence[str]) -> str | None:
    """The one of ``known`` whose first or last name a short label cuts short or misspells."""
    if " " in label:
        return None
    small = label.lower()
    near = [name for name in known if _is_near(small, name.lower().split())]
    return near[0] if len(set(near)) == 1 else None


def _is_near(label: str, parts: Sequence[str]) -> bool:
    cut = len(label) >= _SHORTEST and parts[0] != label and parts[0].startswith(label)
    return cut or any(_is_misspelt(label, part) for part in (parts[0], parts[-1]))


def _is_misspelt(label: str, part: str) -> bool:
    """Letters that changed places or were doubled; ``Maria`` and ``Mario`` are two people."""
    if min(len(label), len(part)) < _LONG or label[0] != part[0]:
        return False
    return sorted(label) == sorted(part) or sounds_like(label, part)
