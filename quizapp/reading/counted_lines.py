"""A line of a show, its count and a length: ``Night Radio | Series 2, episode 5 | 31 min``."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.datelines import BETWEEN, NUMBERED, read_date_line, read_with
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.labels import field_of
from quizapp.reading.names import is_name
from quizapp.reading.show_names import SHOW_WORD, is_name_of_show, uncapped
from quizapp.reading.times import duration
from quizapp.reading.wording import is_prose

_OF_SEASON = re.compile(
    r"(?:season|series|s)\s?#?\d{1,2}\s?[,:–—-]?\s?(?:episode|ep\.?|e|part)\s?#?(?P<number>\d{1,4})"
    r"(?:\s(?:of|/)\s\d{1,3})?",
    re.IGNORECASE,
)
"""``Series 2, episode 5``"""

_KIND = re.compile(r"(?<=\w)\s(?:podcast|audio series|podcast series)$")
"""``Night Radio podcast``: what it is, in small letters."""

_GENRE = (
    r"(?:arts?|business|comedy|culture|economics|education|entertainment|fiction|finance|food|"
    r"government|health|history|kids|leisure|literature|mathematics|medicine|music|nature|news|"
    r"philosophy|politics|psychology|religion|science|society|spirituality|sports?|technology|"
    r"travel|true crime|tv|film|wellness)"
)
_GENRES = re.compile(rf"{_GENRE}(?:(?:,? (?:&|and) |, | / ){_GENRE}){{0,4}}", re.IGNORECASE)
"""``Economics, History`` at the end of the line: what the show is filed under"""

_LONGEST = 160


def read(block: Block, draft: Draft) -> bool:
    """Takes show, number, day and length of a line that tells nothing else; whether it is one."""
    text = block.plain
    recorded = _RECORDED.fullmatch(text) if len(text) < _LONGEST else None
    if recorded:
        draft.claim("number", int(recorded["number"]), block.start)
        return True
    if len(text) < _LONGEST and _read_sentences(text, block.start, draft):
        return True
    parts = [part.strip() for part in BETWEEN.split(text)] if len(text) < _LONGEST else []
    numbers = [number for part in parts if (number := _number(part))]
    others = [
        part for part in parts if not (_number(part) or _is_measure(part) or _SORT.fullmatch(part))
    ]
    if len(numbers) != 1 or len(others) != 1:
        return False
    name = _KIND.sub("", others[0])
    person = name == others[0] and is_name(name) and not SHOW_WORD.search(name)
    if _GENRES.fullmatch(name) and parts[-1] == others[0]:
        return False
    if is_prose(text) or person or field_of(name) or not is_name_of_show(others[0]):
        return False
    sure = others[0] != name or len(parts) > _PAIR
    if not sure or draft.values("show"):
        return False
    sorts = any(_SORT.fullmatch(part) for part in parts)
    if sorts and draft.source.text.count(name) < _PAIR:
        return False  # "Podcast | Deep Sleep | Episode 5"
    if not read_with(name, block.start, draft, text):
        draft.claim("show", uncapped(name), block.start)
    draft.claim("number", numbers[0], block.start)
    for part in parts:
        if _is_measure(part):
            read_date_line(Block(part, block.start, block.end, "", 0, 0), draft)
    return True


def _read_sentences(text: str, line: int, draft: Draft) -> bool:
    """``Season 5, episode 9. Published 3 May 2020. 88 minutes.``: the same, with full stops."""
    parts = re.split(r"\.\s+", text.rstrip(". "))
    numbers = [number for part in parts if (number := _number(part))]
    if len(parts) < _PAIR or len(numbers) != 1:
        return False
    if not all(_number(part) or _is_measure(part) for part in parts):
        return False
    draft.claim("number", numbers[0], line)
    for part in parts:
        if _is_measure(part):
            read_date_line(Block(part, line, line, "", 0, 0), draft)
    return True


_RECORDED = re.compile(
    r"(?:episode|ep\.?|show|no\.|#)\s?#?(?P<number>\d{1,4})[,.:]?\s(?:was )?recorded\b.*",
    re.IGNORECASE,
)
"""``Episode 5, recorded in the harbour``"""

_SORT = re.compile(r"(?:audio |video )?(?:podcast|interview|series|show|audio|listen)s?", re.I)
"""``Podcast``, above a title: what the page is of"""

_SPELT = re.compile(r"(?:number|no\.?|nr\.?|instal+ment|programme)\s?(?P<number>\d{1,4})", re.I)
"""``Number 9``"""

_PAIR = 2
"""``Deep Sleep | Episode 5`` may as well be a title."""


def _number(part: str) -> int | None:
    found = _OF_SEASON.fullmatch(part) or NUMBERED.fullmatch(part) or _SPELT.fullmatch(part)
    digits = next(filter(None, found.groups()), None) if found else None
    return int(digits) if digits else None


def _is_measure(part: str) -> bool:
    return find_date(part) is not None or bool(duration(part))
