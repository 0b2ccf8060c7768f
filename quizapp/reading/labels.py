"""The labels that pages give their metadata, before a colon or glued to what follows."""

from __future__ import annotations

import re

from quizapp.reading.other_languages import FIELD_LABELS

_LABELS = {
    "title": "title | episode title | name | full title",
    "show": """aired podcast | show | podcast | series | channel | podcast name | show name |
        program | programme""",
    "number": "episode | episode number | ep | number | episode no | no",
    "host": """host | hosts | hosted by | interviewer | presenter | moderator | podcaster |
        host name | hosts names | interview | in the chair | chair |
        chaired by | moderated by | interviewed by | presented by | host and producer""",
    "guest": """guest | guests | interviewee | featuring | feat | with | special guest |
        guest name | guests names | our guest | today s guest | in conversation with |
        featured guest | featured guests | featured expert | featured experts |
        featured speaker | featured speakers | featured doctor | featured physician |
        featured provider | expert guest | guest expert | guest speaker""",
    "person": """speaker | speakers | participants | people | present | in the studio | voices |
        cast | taking part | attending | attendees | attendee | invitees | in attendance |
        panel | panellists | panelists |
        in the room | on stage | on the panel | in conversation | around the table |
        at the table""",
    "published": """date | posted | posted on | month | year | date of interview |
        interview date | date interviewed | date of the interview""",
    "released": """pub date | published | publish date | published date | release date | released |
        air date | aired |
        published on | published at | released at | aired at | publication date | pubdate |
        date published | first published |
        first aired | originally aired | airdate | first release | premiered | original air date |
        aired on | released on""",
    "duration_seconds": "duration | length | runtime | run time | running time",
    "description": """description | about | subtitle | ai description | ai summary |
        show notes description | short description""",
}
FIELD_OF_LABEL = {
    " ".join(label.split()): field
    for table in (FIELD_LABELS, _LABELS)
    for field, labels in table.items()
    for label in labels.split("|")
}
"""The field of each label; English ones count where another language has the word as well."""

_OF_THE_EPISODE = re.compile(r"^(?:episode|podcast) (?=\w+ |dates?$|hosts?$|guests?$|length$)")
_MORE = re.compile(r"\(s\)|\s*/.*$")
"""What labels carry along: ``Guest(s)``, ``Host / owner``."""

_NEVER_GLUED = frozenset(
    "name no ep number with feat featuring people about description present voices cast attending "
    "panel".split()
)
"""Labels that many other words and sentences begin with."""


def _bare(label: str) -> str:
    return " ".join(re.sub(r"[_\-'’.#]", " ", _MORE.sub("", label.lower())).split())


def field_of(label: str) -> str | None:
    """The field that a label names: ``Air-Date`` → released."""
    first, slash, second = label.lower().partition("/")
    if slash and _bare(first) == "owner":
        return field_of(second)
    bare = _bare(label)
    return FIELD_OF_LABEL.get(bare) or FIELD_OF_LABEL.get(_OF_THE_EPISODE.sub("", bare))


def _written(label: str) -> str:
    first, *others = label.split()
    words = [first.capitalize(), *(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in others)]
    return r"\s".join(words)


_GLUED = re.compile(
    r"(?:^|(?<=[a-zß-öø-ÿ\d)?!”\"…]))(?P<label>"
    + "|".join(
        _written(label)
        for label in sorted(FIELD_OF_LABEL, key=lambda label: (-len(label), label))
        if label not in _NEVER_GLUED
    )
    + r"|Number(?=\d)|Ep(?=\d))(?=[A-ZÀ-ÖØ-Þ\d#“\"])"
)


def glued_fields(text: str) -> list[tuple[str, str, str]]:
    """``ShowNight RadioEpisode12`` → the labels, their fields, and the values behind them.

    Empty where a text does not begin with such a label.
    """
    if _GLUED.match(text) is None:
        return []
    found = list(_GLUED.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    return [
        (one["label"], field, _without_roles(text[one.end() : end].strip(), field))
        for one, end in zip(found, ends, strict=True)
        for field in [field_of(one["label"]) or ""]
    ]


_ROLE_BEHIND = re.compile(r"(?<=[a-zß-öø-ÿ.)])\s?(?:co-?host|host|guest)(?=[A-ZÀ-ÖØ-Þ]|$)")


def _without_roles(value: str, field: str) -> str:
    """``Ada ByronhostEve Lowhost`` of a host → ``Ada Byron, Eve Low``."""
    roles = {
        found[0].strip().removeprefix("co").lstrip("-") for found in _ROLE_BEHIND.finditer(value)
    }
    if roles != {field}:
        return value
    return ", ".join(part for part in _ROLE_BEHIND.split(value) if part)
