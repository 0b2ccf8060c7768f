"""The series of a house, told at the head of one of its talks, and not the house itself.

``Night Radio / Episode 12`` below a title, ``Night Mail: conversations with our bakers`` above
it, ``Evening Conversations | Harbour Library`` below it, and the project of an archive's record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.kickers import is_shelf
from quizapp.reading.names import is_name
from quizapp.reading.show_names import NAME_OF_SHOW, is_name_of_show

_COUNTED = re.compile(
    r"^(?P<show>[A-Z][^|/·•:?!\d]{2,40}?)\s[/|·•]\s(?:[Ee]pisode|EPISODE|[Ee]p\.?)\s?#?"
    r"(?P<number>\d{1,4})$"
)
"""``Night Radio / Episode 12``"""
_SHELVED = re.compile(
    r"^(?P<shelf>[^|/·•›»>:\d]{3,30}) [|/·•›»>] (?P<show>[A-Z][^|/·•›»>:?!\d]{2,40}?),? "
    r"(?:[Ee]pisode|EPISODE|[Ee]p\.?|#|No\.?)\s?#?(?P<number>\d{1,4})$"
)
"""``Interviews | Night Radio, Episode 12``: a department, and the show of the piece below."""
_MOTTO = re.compile(
    r"^(?P<show>[A-Z][^|/·•:?!.]{2,40}?): (?:our |a |an )?(?:[a-z]+ ){0,2}"
    r"(?:conversations|interviews|talks|a (?:podcast|series)|podcast|series of \w+) "
    r"(?:with|by|about|on|from|for) [^.?!]{3,60}$"
)
"""``Night Mail: conversations with our bakers``"""
_HOUSED = re.compile(
    r"^(?P<show>(?:[A-Z][\w'’&-]*|of|the|at|in|on|and)(?: (?:[A-Z][\w'’&-]*|of|the|at|in|on|and))"
    r"{0,4} (?:Conversations|Talks|Lectures|Interviews|Dialogues|Sessions|Evenings))"
    r" [|·•] (?P<house>[A-Z][^|·•:?!\d]{3,50})$"
)
"""``Evening Conversations | Harbour Library``"""
_HOUSE = re.compile(
    r"\b(?:Library|Museum|University|College|School|Society|Institute|Foundation|Archives?|"
    r"Galler(?:y|ies)|Theat(?:re|er)|Academy|Trust|Cent(?:re|er)|Bookshop|Books)\b"
)
_LATEST = re.compile(
    r"\b[Ii]n (?:the|our) (?:latest|newest|most recent|last) "
    r"(?:session|webinar|episode|edition) of "
    rf"(?P<show>(?:[Tt]he )?{NAME_OF_SHOW})(?=, | (?:we|our)\b)"
)
"""``In the latest session of Night Work, our …``"""
_SERIES = re.compile(
    r"^(?P<show>[A-Z][^.?!:;,]{2,40}?) is (?:our|the magazine['’]s) (?:[a-z]+ ){0,2}series of "
    r"(?:[a-z]+ )?(?:talks|interviews|conversations|chats)\b"
)
"""``Hands at Night is our monthly series of conversations with …``"""
_NUMBERED = (_COUNTED, _SHELVED)
_PROJECT = frozenset({"project", "oral history project", "interview project", "interview series"})
_RECORD = frozenset({"interviewee", "interviewer", "narrator", "interviewed by"})
_TOP, _WORDS, _BESIDE, _HEAD = 25, 14, 2, 900
"""Blocks from the top; words of such a line; blocks beside a title; letters of prose read."""


def read(blocks: list[Block], draft: Draft) -> list[Block]:
    """Claims such a series as the show; hands back the blocks without the line that tells it."""
    if draft.values("show"):
        return blocks
    top = draft.source.blocks[:_TOP]
    titles = [place for place, block in enumerate(top) if block.level == 1]
    if len(titles) == 1:
        for place in (*range(titles[0] + 1, len(top)), *range(titles[0])):
            found = _beside_title(top[place], place - titles[0])
            if found is None or not _could_be_show(found, draft):
                continue
            draft.claim("show", found["show"], top[place].start)
            if found.re in _NUMBERED and not draft.values("number"):
                draft.claim("number", int(found["number"]), top[place].start)
            return [one for one in blocks if one.start != top[place].start]
    _read_project(top, draft)
    _read_latest(top, draft)
    return blocks


def _beside_title(block: Block, away: int) -> re.Match[str] | None:
    """A line that names the show, by how far from the title it stands; above it counts less."""
    text = block.plain
    if block.is_item or block.sign == "☰" or len(text.split()) > _WORDS:
        return None
    if counted := _COUNTED.match(text):
        return counted
    shelved = _SHELVED.match(text)
    if shelved and is_shelf(shelved["shelf"]):
        return shelved
    if -_BESIDE <= away < 0:
        return _MOTTO.match(text)
    housed = _HOUSED.match(text) if 0 < away <= _BESIDE else None
    return housed if housed and _HOUSE.search(housed["house"]) else None


def _could_be_show(found: re.Match[str], draft: Draft) -> bool:
    """Whether the name is no person's; ``Ada Byron | Episode 12`` may be one of hers."""
    name = found["show"]
    welcomed = re.search(rf"\b(?:to|of|on|from) {re.escape(name)}\b", draft.source.text)
    person = found.re is _COUNTED and is_name(name) and welcomed is None
    return is_name_of_show(name) and not (person or name in draft.people or is_shelf(name))


def _read_project(top: Sequence[Block], draft: Draft) -> None:
    """The project in the record of an archive, beside who asked and who answered."""
    labels = {block.plain.lower().rstrip(" :"): place for place, block in enumerate(top)}
    for label in _PROJECT & labels.keys() if _RECORD & labels.keys() else ():
        value = top[labels[label] + 1] if labels[label] + 1 < len(top) else None
        if value and len(value.plain.split()) > 1 and not value.plain.endswith("."):
            draft.claim("show", value.plain, value.start)
            return


def _read_latest(top: Sequence[Block], draft: Draft) -> None:
    for block in top if not draft.values("show") else ():
        text = block.plain[:_HEAD]
        found = _LATEST.search(text) or _SERIES.match(text)
        if found and is_name_of_show(found["show"]):
            draft.claim("show", found["show"], block.start)
            return
