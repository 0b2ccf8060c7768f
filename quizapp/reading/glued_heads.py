"""``Night RadioDeep SleepEpisode 7May 4, 20201h 2m``: a show and a title in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.labels import field_of, glued_fields
from quizapp.reading.names import BIG
from quizapp.reading.noise import is_noise
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.times import duration
from quizapp.reading.wording import word_count

_SEAM = re.compile(r"(?<=[a-zß-öø-ÿ)?!”])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]*\s)")
_BEHIND = re.compile(
    r"(?P<count>(?<=[a-z\d?!)])(?:Episode|Ep\.?)\s?#?(?P<number>\d{1,4}?))?"
    r"(?P<day>(?<=[a-z\d?!)])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"\s\d{1,2},\s(?:19|20)\d\d)?(?P<length>\d{1,2}h(?:\s?\d{1,2}m)?|\d{1,3}m)?$"
)
_CAST = Form(rf"^{BIG}[^|\n]{{2,60}}?(?:host|guest)(?={BIG}).{{2,60}}?(?:host|guest)(?={BIG}|\s|$)")
_LONGEST = 200


_TWICE = re.compile(r"^(?P<show>[A-Z][^|\n]{2,40}?)(?P=show)(?=[A-ZÀ-Þ])")
_NEAR = 6


def without_twice(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes ``Night RadioNight Radio`` off a line that goes on with glued people."""
    rest = list(blocks)
    for place, block in enumerate(rest[:_NEAR]):
        found = _TWICE.match(block.plain) if len(block.text) < _LONGEST else None
        if found and is_name_of_show(found["show"]) and _CAST.search(block.plain[found.end() :]):
            draft.claim("show", found["show"], block.start)
            rest[place] = replace(block, text=block.plain[found.end() :])
    return rest


def _names_people(block: Block) -> bool:
    """``Ada ByronhostCarl Roeguest`` or ``Host NameAda ByronGuest NameCarl Roe``."""
    fields = [field for _, field, _ in glued_fields(block.plain[:_LONGEST])]
    return bool(_CAST.search(block.plain)) or fields[:_PEOPLE] in (["host", "guest"], ["host"])


_PEOPLE = 2


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the show off the line of a title, where the line below glues people to their roles."""
    blocks = without_twice(blocks, draft)
    if not blocks or blocks[0].level or draft.values("show"):
        return list(blocks)
    near = pairwise(blocks[: _NEAR + 1])
    place = next((at for at, (_, below) in enumerate(near) if _names_people(below)), None)
    if place is None or (place == 0 and blocks[0].start != 1):
        return list(blocks)
    first = blocks[place]
    text = first.plain
    behind = _BEHIND.search(text) if len(text) < _LONGEST else None
    head = text[: behind.start()] if behind else text
    seams = [found.start() for found in _SEAM.finditer(head)]
    if len(seams) != 1 or is_noise(text):
        return list(blocks)
    show, title = head[: seams[0]].strip(), head[seams[0] :].strip()
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
    return [*blocks[:place], replace(first, text=title), *blocks[place + 1 :]]
