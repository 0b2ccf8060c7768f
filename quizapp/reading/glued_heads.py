"""``Night RadioDeep SleepEpisode 7May 4, 20201h 2m``: a show and a title in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.dates import find_date, published
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.glued import is_familiar
from quizapp.reading.glued_people import read_cast
from quizapp.reading.labels import field_of, glued_fields
from quizapp.reading.names import BIG
from quizapp.reading.noise import is_noise
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.times import duration
from quizapp.reading.title_parts import is_lone_number
from quizapp.reading.wording import is_prose, word_count

_SEAM = re.compile(r"(?<=[a-zß-öø-ÿ)?!”])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]*\s)")
_BEHIND = re.compile(
    r"(?P<season>(?<=[a-z\d?!)])(?:Season|Series|S)\s?\d{1,2}\s?[·•,:|–-]?\s?"
    r"(?=(?:Episode|Ep\.?|E)\s?#?\d))?"
    r"(?P<count>(?:(?<=[a-z\d?!)])|(?<=[·•,:|–-]\s)|(?<=[·•,:|–-]))(?:Episode|Ep\.?|E(?=\d))\s?#?"
    r"(?P<number>\d{1,4}?))?"
    r"(?P<day>(?<=[a-z\d?!)])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"\s\d{1,2},\s(?:19|20)\d\d)?(?P<length>\d{1,2}h(?:\s?\d{1,2}m)?|\d{1,3}m)?$"
)
_CAST = Form(rf"^{BIG}[^|\n]{{2,60}}?(?:host|guest)(?={BIG}).{{2,60}}?(?:host|guest)(?={BIG}|\s|$)")
_LONGEST = 200


_TWICE = re.compile(r"^(?P<show>[A-Z][^|\n]{2,40}?)(?P=show)(?=[A-ZÀ-Þ])")
_NEAR = 6
_HEAD = 16
"""Blocks from the top within which the people stand: a menu may come before them."""


def without_twice(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes ``Night RadioNight Radio`` off a line that goes on with glued people."""
    rest = list(blocks)
    for place, block in enumerate(rest[:_NEAR]):
        found = _TWICE.match(block.plain) if len(block.text) < _LONGEST else None
        if found and is_name_of_show(found["show"]) and _CAST.search(block.plain[found.end() :]):
            draft.claim("show", found["show"], block.start)
            rest[place] = replace(block, text=block.plain[found.end() :])
    return rest


def without_joined(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the show out of ``Night RadioDeep Sleep`` below lines ``Night Radio``, ``Deep Sleep``.

    The show stands first, and is the shorter one.
    """
    lines = [block for block in blocks[:_TOP] if len(block.text) < _LONGEST]
    for place, block in enumerate(lines):
        above = [one for one in lines[:place] if one.plain]
        for at, show in enumerate(above):
            title = block.plain.removeprefix(show.plain)
            below = [one.plain for one in above[at + 1 :]]
            shorter = word_count(show.plain) < word_count(title)
            if title == block.plain or title not in below or not shorter:
                continue
            if not draft.values("show") and is_name_of_show(show.plain) and not is_noise(show.text):
                draft.claim("show", show.plain, show.start)
                return [one for one in blocks if one is not block]
    return list(blocks)


def _names_people(block: Block) -> bool:
    """``Ada ByronhostCarl Roeguest`` or ``Host NameAda ByronGuest NameCarl Roe``."""
    fields = [field for _, field, _ in glued_fields(block.plain[:_LONGEST])]
    return bool(_CAST.search(block.plain)) or fields[:_PEOPLE] in (["host", "guest"], ["host"])


_PEOPLE = 2
_ROLE = Form(rf"^{BIG}[^|\n]{{2,60}}[^\W\dA-Z_](?:host|guest)$")


def _begin_people(blocks: Sequence[Block]) -> bool:
    """Whether the first of some lines glues people to their roles, or two of them do, one each."""
    each = [_ROLE.match(block.plain[:_LONGEST]) for block in blocks[:_PEOPLE]]
    return _names_people(blocks[0]) or (len(each) == _PEOPLE and all(each))


def _above_people(blocks: Sequence[Block]) -> int | None:
    """The place of the line above people with roles; a day and a length may stand between."""
    below = next((at for at in range(1, len(blocks)) if _begin_people(blocks[at:])), None)
    if below is None:
        return None
    place = below - 1
    while place > 0 and (_tells_day(blocks[place].plain) or is_lone_number(blocks[place].plain)):
        place -= 1  # also "enMay 4, 2020" below "May 4, 20201h 2m", and "Ep. 12"
    while place > 0 and is_prose(blocks[place].plain) and not _is_glued(blocks[place].plain):
        place -= 1  # what the episode is about
    return place


def _above_day(blocks: Sequence[Block], draft: Draft) -> int | None:
    """The place of a glued line above a day, on a page that glues people further down."""
    glued = (at for at, below in enumerate(blocks[1:]) if _tells_day(below.plain))
    place = next((at for at in glued if _is_glued(blocks[at].plain)), None)
    cast = [block for block in draft.source.blocks[:_PAGE] if _names_people(block)]
    if place is None or not cast:
        return None
    read_cast(cast[0], draft)
    return place


def _is_glued(text: str) -> bool:
    """``Night RadioWho Keeps the Harbour Open?``: short, and with one seam."""
    seams = len(_SEAM.findall(text)) if len(text) < _LONGEST_GLUED else 0
    return seams == 1 and not is_familiar(text)


_LONGEST_GLUED, _PAGE = 120, 40
"""Letters; blocks within which such people stand."""


def _tells_day(text: str) -> bool:
    return len(text) < _DATED and find_date(text) is not None


_IN_A_SEASON = re.compile(r"^(?:Season|Series)\s?\d{1,2}(?=[A-Z“\"])")
"""``Night RadioSeries 3Salt``: which season, between show and title."""
_TOP = 12
"""Lines of a menu above the first one."""
_DATED = 40
"""Letters of a line with a day, a length and a language."""


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the show off the line of a title, where the line below glues people to their roles."""
    blocks = without_joined(without_twice(blocks, draft), draft)
    if not blocks or blocks[0].level or draft.values("show"):
        return list(blocks)
    place = _above_people(blocks[:_HEAD])
    place = _above_day(blocks[:_HEAD], draft) if place is None else place
    if place is None or (place == 0 and blocks[0].start > _TOP):
        return list(blocks)
    first = blocks[place]
    text = first.plain
    behind = _BEHIND.search(text) if len(text) < _LONGEST else None
    head = text[: behind.start()] if behind else text
    seams = [found.start() for found in _SEAM.finditer(head.partition(" | ")[0])]
    if len(seams) != 1 or is_noise(text):
        return list(blocks)
    show, title = head[: seams[0]].strip(), _IN_A_SEASON.sub("", head[seams[0] :].strip())
    if not is_name_of_show(show) and is_name_of_show(title):
        show, title = title, show
    if not is_name_of_show(show) or field_of(show) or min(map(word_count, (show, title))) < 2:
        return list(blocks)
    draft.claim("show", show, first.start)
    if behind and behind["number"]:
        draft.claim("number", int(behind["number"]), first.start)
    if behind and behind["day"]:
        day = published(behind["day"])
        draft.claim("published", day.isoformat() if day else None, first.start)
    if behind and behind["length"]:
        draft.claim("duration_seconds", duration(behind["length"]), first.start)
    above = [one for one in blocks[:place] if not _is_of_app(one)]
    return [*above, replace(first, text=title), *blocks[place + 1 :]]


def _is_of_app(block: Block) -> bool:
    """The name of an app or its menu in a line, above what it shows."""
    text = block.plain
    told = block.level or is_prose(text) or any(sign in text for sign in ':#“"')
    return not told and len(text) < _DATED and not any(char.isdigit() for char in text)
