"""The labels that pages give their metadata, before a colon or glued to what follows."""

from __future__ import annotations

import re

FIELD_OF_LABEL = {
    label: field
    for field, labels in {
        "title": "title | episode title | name",
        "show": "show | podcast | series | channel | podcast name | show name | program",
        "number": "episode | episode number | ep | number | episode no | no",
        "host": "host | hosts | hosted by | interviewer | presenter | moderator | podcaster | "
        "host name | hosts names",
        "guest": "guest | guests | interviewee | featuring | feat | with | special guest | "
        "guest name | guests names",
        "person": "speaker | speakers | participants | people",
        "published": "date | posted | posted on",
        "released": "published | publish date | release date | released | air date | aired | "
        "published on | publication date | pubdate | date published | first published | "
        "first aired | originally aired | original air date | aired on | released on",
        "duration_seconds": "duration | length | runtime | run time | running time",
        "description": "description | about | subtitle",
    }.items()
    for label in labels.split(" | ")
}

_NEVER_GLUED = frozenset("name no ep number with feat featuring people about description".split())
"""Labels that many other words and sentences begin with."""


def field_of(label: str) -> str | None:
    """The field that a label names: ``Air-Date`` → released."""
    return FIELD_OF_LABEL.get(label.lower().replace("_", " ").replace("-", " ").strip())


def _written(label: str) -> str:
    first, *others = label.split()
    words = [first.capitalize(), *(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in others)]
    return r"\s".join(words)


_GLUED = re.compile(
    r"(?:^|(?<=[a-zß-öø-ÿ\d)]))(?P<label>"
    + "|".join(
        _written(label)
        for label in sorted(FIELD_OF_LABEL, key=len, reverse=True)
        if label not in _NEVER_GLUED
    )
    + r")(?=[A-ZÀ-ÖØ-Þ\d#“\"])"
)


def glued_fields(text: str) -> list[tuple[str, str, str]]:
    """``ShowNight RadioEpisode12`` → the labels, their fields, and the values behind them.

    Empty where a text does not begin with such a label.
    """
    found = list(_GLUED.finditer(text))
    if not found or found[0].start() != 0:
        return []
    ends = [one.start() for one in found[1:]] + [len(text)]
    return [
        (one["label"], field_of(one["label"]) or "", text[one.end() : end].strip())
        for one, end in zip(found, ends, strict=True)
    ]
