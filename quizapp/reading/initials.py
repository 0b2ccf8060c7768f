"""Who is meant by initials: ``A.B.``, ``AB`` for Ada Byron, among those who take part."""

from __future__ import annotations

import re
from collections.abc import Sequence

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){2,4}")
_PARTS = re.compile(r"[\s-]+")


def of_initials(text: str, people: Sequence[str]) -> str | None:
    """The one of ``people`` whose initials these are; None where it is nobody or stays open."""
    if not (text.isupper() and _INITIALS.fullmatch(text)):
        return None
    wanted = "".join(char for char in text if char.isalpha())
    meant = [name for name in people if _initials(name) == wanted]
    return meant[0] if len(meant) == 1 else None


def _initials(name: str) -> str:
    """``Ada Byron-Roe`` → ``ABR``."""
    return "".join(part[0] for part in _PARTS.split(name) if part and part[0].isupper())
