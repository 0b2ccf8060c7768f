"""Of two who speak, the one whom the other asks throughout is the guest, the other the host."""

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
    """Claims as the guest whoever answers the one host, and asks next to nothing.

    Where the guest is known instead, whoever asks is the host.
    """
    hosts, guests = draft.values("host"), draft.values("guest")
    if len(speakers) != _TWO or len(hosts) + len(guests) != 1:
        return
    known = [name for name in speakers if resolve(name, [*hosts, *guests]) is not None]
    if len(known) != 1:
        return
    other = next(name for name in speakers if name != known[0])
    host, guest = (known[0], other) if hosts else (other, known[0])
    replies = [turn for turn in draft.turns if turn.speaker == guest]
    asking = [turn for turn in draft.turns if turn.speaker == host]
    if min(len(replies), len(asking)) < _TURNS or _host_together(replies, draft):
        return
    asked = _questions(asking)
    if asked >= _QUESTIONS and _TIMES * _questions(replies) <= asked:
        field, turns = ("guest", replies) if hosts else ("host", asking)
        draft.claim(field, other, turns[0].line_start)


def _host_together(replies: Sequence[Turn], draft: Draft) -> bool:
    near = draft.turns[:_FIRST]
    return any(_TOGETHER.search(turn.text) for turn in near) or bool(
        _ALSO_HERE.match(replies[0].text)
    )


def _questions(turns: Sequence[Turn]) -> int:
    return sum(turn.text.count("?") for turn in turns)
