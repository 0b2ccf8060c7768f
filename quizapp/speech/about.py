"""What a talk is about in a few words, by its title."""

from __future__ import annotations

import re

from quizapp.material import Material
from quizapp.sentences.names import Names

_TOPIC = 8
"""Words."""


def topic(material: Material) -> str | None:
    """What the talk is about in a few words: as its pages say it, else as its title does."""
    if material.subject.text:
        return material.subject.text
    names, title = material.names, material.names.title
    parts = [_of_what(p, names) for p in re.split(r": | [—–|-] |\? ", title)]
    fit = [p for p in parts if p and len(p.split()) <= _TOPIC and not _is_name(p, names)]
    best = max(fit, key=lambda p: (material.aboutness(p), -len(p)), default=None)
    return best if best and (len(fit) == 1 or material.aboutness(best) > 0) else None


def _of_what(part: str, names: Names) -> str:
    """A part of a title without the guest who speaks in it: ``Dr. Anneke Vos on bees``."""
    for name in names.people:
        found = re.match(rf"(?:\w+\.? )?{re.escape(name)}(?:,? \w+)? (?:on|about) (?=\w)", part)
        if found is not None:
            part = part[found.end() :]
        part = re.sub(rf"(?<=\w),? with (?:\w+\.? )?{re.escape(name)}\b.*$", "", part)
    return part.strip(" .“”\"'")


def _is_name(part: str, names: Names) -> bool:
    """Whether a part of a title only names who speaks: ``with Anneke Vos``, ``Dr. Anneke Vos``."""
    return (
        names.mentions(part) and len(part.split()) <= max(len(p.split()) for p in names.people) + 2
    )
