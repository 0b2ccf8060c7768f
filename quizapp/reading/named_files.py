"""The show and the number in a file's name: ``night-radio-s02e05-deep-sleep.vtt``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.reading.draft import Draft
from quizapp.reading.file_names import title_of_file
from quizapp.reading.show_names import is_name_of_show, trimmed

_PARTS = re.compile(
    r"^(?:\d{1,3}\s)?(?P<show>[^\W\d_][\w'’& ]{2,60}?)\s"
    r"(?:(?:s\d{1,2}\s?e|ep(?:isode)?\.?\s?|#)(?P<number>\d{1,4})|(?P<bare>0\d{1,3}))"
    r"(?:\s(?P<title>\S.*))?$",
    re.IGNORECASE,
)
_READ = 3_000
"""Letters of what is said first, where the show's name is looked for."""

_SMALL = frozenset("of the and in on for with to a an & by at from".split())


@dataclass(frozen=True, slots=True)
class NamedFile:
    """The words of a file's name: of the show, the number, the title behind it (or nothing)."""

    show: str
    number: int
    title: str
    told: bool
    """Whether the number is marked as an episode's: ``ep9``, not ``009``."""


def parted(path: str) -> NamedFile | None:
    """The parts of a file's name that bears a number between show and title."""
    found = _PARTS.match(title_of_file(path))
    if found is None:
        return None
    number = int(found["number"] or found["bare"])
    title = (found["title"] or "").strip(" .")
    return NamedFile(found["show"].strip(), number, title, found["number"] is not None)


def read(draft: Draft) -> str | None:
    """Claims show and number of a file's name, as far as the text knows them; returns the title."""
    named = parted(draft.path)
    if named is None:
        return None
    known = [one for one in draft.values("show") if _folded(one) == _folded(named.show)]
    said = None if draft.values("show") else _said(named.show, draft)
    if said:
        draft.claim("show", said, 1)
    sure = bool(known or said)
    if not draft.values("number") and (sure or named.told):
        draft.claim("number", named.number, 1)
    return named.title[0].upper() + named.title[1:] if sure and named.title else None


def _folded(name: str) -> str:
    return re.sub(r"\W+", "", name.casefold().removeprefix("the "))


_PAIRED = re.compile(r"(?=\b([A-Z][\w'’]{1,20})(?: ([A-Z][\w'’]{1,20}))(?: ([A-Z][\w'’]{1,20}))?)")


def _written_apart(word: str, told: str) -> str | None:
    """``Night Radio``, where the file is called ``nightradio-s2e4``."""
    for found in _PAIRED.finditer(told):
        for words in (found.groups()[:2], found.groups()):
            if None not in words and _folded(" ".join(words)) == word:
                return re.escape(" ".join(words))
    return None


def _said(show: str, draft: Draft) -> str | None:
    """A show's words as somebody writes them in a text: with capitals."""
    told = " ".join(turn.text for turn in draft.turns[:8])[:_READ]
    words = show.casefold().removeprefix("the ").split()
    form = r"[\s-]".join(rf"{re.escape(word)}(?:['’]s)?" for word in words)
    if len(words) == 1 and (apart := _written_apart(words[0], told)):
        form = apart
    for found in re.finditer(rf"\b(?:the\s)?{form}\b", told, re.IGNORECASE):
        big = [word for word in found[0].split() if word.lower() not in _SMALL]
        name = trimmed(found[0])
        if all(word[0].isupper() for word in big) and is_name_of_show(name):
            return name[0].upper() + name[1:]
    return None
