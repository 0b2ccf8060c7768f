"""The head of an archive's typescript: the house and its project stand above the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.wording import is_prose

_TOP = 12
"""Blocks from the top within which such a head stands."""
_LONGEST = 100
"""Letters of a line of it."""
_HOUSE = re.compile(
    r"(?:[\w'’.&,-]+ ){0,7}(?:library|libraries|archives?|museum|university|historical society|"
    r"(?:special|local|manuscript) collections?|oral history (?:project|program|programme|"
    r"collection|archive|series|cent(?:er|re)|office|department|unit)|"
    r"(?:department|division) of (?:special )?collections?(?: and archives)?)",
    re.IGNORECASE,
)
"""``HARBOUR COUNTY LIBRARY``"""
_PROJECT = re.compile(
    r"(?:[\w'’&-]+ ){1,5}oral history (?:project|program|programme|collection|series)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:narrator|interviewee|interviewer|respondent|informant|interviewed by|transcribed|"
    r"transcriber|transcribed by|accession|access|restrictions)\s?(?:no\.?|number)?\s?:"
    r"|(?:interview )?(?:conducted|interviewed|transcribed) by (?-i:[A-Z])[^.:]{2,60}$",
    re.IGNORECASE,
)
"""The labels of such a head, below the title."""
_COUNT = re.compile(
    r"^(?:oral history )?(?:interview|transcript|tape|accession|recording|item|cassette)"
    r"\s(?:no\.?|number|nr\.?|#)\s?:?\s?(?:(?P<number>\d{1,4})|[\w./-]{1,20})$",
    re.IGNORECASE,
)


_WITH = re.compile(r"(?:oral history )?interview (?:with|of) [A-Z][^.:]{3,60}$", re.IGNORECASE)
"""``INTERVIEW WITH ADA BYRON``, right below the project in whose course it was made"""


def without_houses(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates for the title without the house, the project and the count above it."""
    if not _is_typescript(draft.source.blocks):
        return candidates
    return [b for b in candidates if not (_names_house(b) or _COUNT.match(b.plain[:_LONGEST]))]


def without_rows(blocks: list[Block], draft: Draft) -> list[Block]:
    """The lines of a typescript's top without the rows of its head, and who tells, claimed.

    ``Place: Her home`` and ``Length: 48 minutes`` stand right beside ``Narrator: Ada Byron``.
    """
    if not _is_typescript(draft.source.blocks):
        return blocks
    read_narrator(draft)
    told = {b.start for b in draft.source.blocks[: 2 * _TOP] if _ASKED.match(b.plain)}
    rows = [b for b in draft.source.blocks[: 2 * _TOP] if _is_row(b)]
    for row in [*rows, *reversed(rows)]:
        if told.intersection(range(row.start - _BESIDE, row.start + _BESIDE + 1)):
            told.add(row.start)
    return [b for b in blocks if b.start not in told or not _is_row(b)]


def _is_row(block: Block) -> bool:
    """Whether a line is a label and what it stands for, and not what somebody says."""
    found = _ROW.match(block.plain[:_LONGEST])
    return found is not None and not (found["label"].isupper() or is_prose(block.plain))


_BESIDE = 2
"""Lines between two rows, at most."""


_ROW = re.compile(r"(?P<label>[A-Z][\w ]{2,30}): \S")
"""``Place: Her home``"""


_ANSWERS = re.compile(
    r"(?:narrator|interviewee|respondent|informant)\s?:\s+(?:(?:Mrs?|Ms|Miss|Dr)\.?\s)?"
    r"(?P<name>[^(),:;]{4,60}?)(?:\s?[(,;].{0,80})?",
    re.IGNORECASE,
)


def read_narrator(draft: Draft) -> None:
    """Claims whom an archive asked; ``Narrator`` is its word for those who tell their lives."""
    if not _is_typescript(draft.source.blocks):
        return
    _read_conductor(draft)
    for block in draft.source.blocks[: 2 * _TOP] if not draft.values("guest") else ():
        found = _ANSWERS.fullmatch(block.plain) if len(block.text) < 2 * _LONGEST else None
        name = bare_name(found["name"].strip()) if found else ""
        if is_name(name) and resolve(name, draft.values("host")) is None:
            draft.claim("guest", name, block.start)


_CONDUCTED = Form(rf"^(?:[Ii]nterview )?[Cc]onducted by (?P<name>{NAME})\.?$", needs="onducted by ")


def _read_conductor(draft: Draft) -> None:
    """Claims as host who ``conducted`` the interview, by the head of the typescript."""
    for block in draft.source.blocks[: 2 * _TOP] if not draft.values("host") else ():
        found = _CONDUCTED.match(block.plain) if len(block.text) < _LONGEST else None
        if found and is_name(found["name"]):
            if resolve(found["name"], draft.values("guest")) is None:
                draft.claim("host", bare_name(found["name"]), block.start)
            return


def read_project(draft: Draft) -> None:
    """Claims the project in whose course the interviews of an archive were made as the show.

    ``Interview no. 41`` counts those of the project.
    """
    if draft.values("show"):
        return
    _read_counted(draft)
    if draft.values("show") or not _is_typescript(draft.source.blocks):
        return
    for block in draft.source.blocks[:_TOP]:
        counted = _COUNT.match(block.plain[:_LONGEST])
        if counted and counted["number"] and not draft.values("number"):
            draft.claim("number", int(counted["number"]), block.start)
        told = _names_house(block) and _PROJECT.fullmatch(block.plain)
        if told and not (is_noise(block.plain) or draft.values("show")):
            draft.claim("show", uncapped(block.plain), block.start)


def _read_counted(draft: Draft) -> None:
    """``Mill Road Oral History Project, Interview no. 17`` on one line, on any archive's page."""
    for block in draft.source.blocks[:_TOP]:
        name, _, count = block.plain[:_LONGEST].partition(", ")
        counted = _COUNT.match(count) if _PROJECT.fullmatch(name) else None
        if counted and is_name_of_show(name):
            draft.claim("show", uncapped(name), block.start)
            if counted["number"] and not draft.values("number"):
                draft.claim("number", int(counted["number"]), block.start)
            return


def _is_typescript(blocks: Sequence[Block]) -> bool:
    """Whether a house or project stands at the top, and labels of an archive below it."""
    top = blocks[:_TOP]
    housed = any(map(_names_house, top))
    asked = sum(bool(_ASKED.match(block.plain)) for block in blocks[: 2 * _TOP])
    headed = any(_is_project(one) and _WITH.match(below.plain) for one, below in pairwise(top))
    return housed and asked + headed > 1


def _is_project(block: Block) -> bool:
    return len(block.text) < _LONGEST and _PROJECT.fullmatch(block.plain) is not None


def _names_house(block: Block) -> bool:
    return len(block.text) < _LONGEST and _HOUSE.fullmatch(block.plain) is not None
