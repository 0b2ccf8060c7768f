"""The guest whom nobody calls so: of two who speak, the one whom the host asks throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import Turn
from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve

_TWO = 2

_TURNS = 3
"""Of each of the two; somebody in a clip says less."""

_QUESTIONS = 3
_TIMES = 6
"""So many times the questions of the other one are the host's."""

_FIRST = 6
"""Turns from the start, in which those who host together say so."""

_TOGETHER = re.compile(
    r"\bco-?hosts?\b|\bas (?:always|ever|usual)\b|\b(?:your|our|the|are) hosts\b|"
    r"\bwe(?:['’]re| are) your\b|\b(?:my|our) (?:producer|colleague|reporter|editor)s?\b",
    re.IGNORECASE,
)
_ALSO_HERE = re.compile(r"^\W*and (?:I['’]m|I am|my name is|me,) ", re.IGNORECASE)
"""``And I'm Carl Roe.``, as the second of two hosts says"""


def read(speakers: Sequence[str], draft: Draft) -> None:
    """Claims as the guest whoever answers the one host, and asks next to nothing."""
    hosts = draft.values("host")
    others = [name for name in speakers if resolve(name, hosts) is None]
    if len(speakers) != _TWO or len(hosts) != 1 or len(others) != 1 or draft.values("guest"):
        return
    replies = [turn for turn in draft.turns if turn.speaker == others[0]]
    host = next(name for name in speakers if name != others[0])
    asking = [turn for turn in draft.turns if turn.speaker == host]
    if min(len(replies), len(asking)) < _TURNS or _host_together(replies, draft):
        return
    asked = _questions(asking)
    if asked >= _QUESTIONS and _TIMES * _questions(replies) <= asked:
        draft.claim("guest", others[0], replies[0].line_start)


def _host_together(replies: Sequence[Turn], draft: Draft) -> bool:
    near = draft.turns[:_FIRST]
    return any(_TOGETHER.search(turn.text) for turn in near) or bool(
        _ALSO_HERE.match(replies[0].text)
    )


def _questions(turns: Sequence[Turn]) -> int:
    return sum(turn.text.count("?") for turn in turns)
