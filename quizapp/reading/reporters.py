"""Whom a reporter of the radio hears: the guests of a piece that its host announces."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve

_TWICE = 2
"""Turns of whom a piece is about."""
_MOST = 2
"""People whom one piece hears at length."""


def read(draft: Draft) -> None:
    """Claims whom a reporter lets speak as guests; with nobody else there, the host asks her.

    ``ADA BYRON, HOST:`` and ``CARL ROE, BYLINE:`` make the piece; Eve Low, who speaks in it, is
    the guest. Where the host asks somebody herself, the voices of the piece before that are none.
    """
    told = [claim for claim in draft.claims if claim.field == "reporter"]
    if not told or draft.values("guest"):
        return
    makers = [*draft.values("host"), *(claim.value for claim in told)]
    said = [turn.speaker for turn in draft.turns if turn.speaker and is_name(turn.speaker)]
    others = [one for one in dict.fromkeys(said) if resolve(one, makers) is None]
    if not others:
        draft.claim("guest", told[0].value, told[0].line)
        return
    heard = [one for one in others if said.count(one) >= _TWICE]
    answering = answering_host(draft)
    heard = [one for one in heard if answering[one] >= _TWICE] or heard
    for name in heard if len(heard) <= _MOST else ():
        line = next(turn.line_start for turn in draft.turns if turn.speaker == name)
        draft.claim("guest", name, line)


def answering_host(draft: Draft, *, asked: bool = False) -> Counter[str]:
    """How often each of those who speak goes on behind the host; ``asked``: behind a question."""
    hosts = draft.values("host")
    return Counter(
        turn.speaker
        for above, turn in pairwise(draft.turns)
        if turn.speaker
        and (above.text.endswith("?") or not asked)
        and resolve(above.speaker or "", hosts) is not None
    )
