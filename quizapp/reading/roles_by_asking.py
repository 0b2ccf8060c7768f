"""Host and guest whom a sentence told the wrong way round: in the talk itself the guest asks.

``The artist Ada Byron talks with the curator Carl Roe`` leaves open who asks whom.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve

_FEWEST = 8
"""Turns of both, at least."""
_ASKS, _ANSWERS = 0.45, 0.2
"""Shares of turns with a question: of whoever asks at least, of whoever answers at most."""
_OTHER = {"host": "guest", "guest": "host"}


def read(draft: Draft) -> None:
    """Makes whoever asks the host, where nothing on the page calls the other one so."""
    hosts, guests = draft.values("host"), draft.values("guest")
    if len(hosts) != 1 or len(guests) != 1:
        return
    host, guest = hosts[0], guests[0]
    said: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    first = ""
    for turn in draft.turns:
        who = resolve(turn.speaker, [host, guest]) if turn.speaker else None
        if who:
            first = first or who
            said[who] += 1
            asked[who] += "?" in turn.text
    if sum(said.values()) < _FEWEST or first != guest or not said[host]:
        return
    wrong = asked[guest] >= _ASKS * said[guest] and asked[host] <= _ANSWERS * said[host]
    if wrong and not _is_called_host(host, draft.source.text):
        draft.claims[:] = [
            replace(one, field=_OTHER[one.field]) if one.field in _OTHER else one
            for one in draft.claims
        ]


def _is_called_host(name: str, text: str) -> bool:
    """``Host: Ada Byron``, ``Ada Byron (host)``, ``interviewed by Ada Byron``"""
    bare = re.escape(name)
    role = (
        r"(?:host(?:s|ed)?|interview(?:er|ed|s)?|moderat(?:or|ed)|present(?:er|ed)|asks|questions)"
    )
    form = rf"\b{role}\b\W{{0,4}}(?:by\W{{1,3}})?{bare}|{bare}\W{{1,4}}(?:the |your |our )?{role}\b"
    return re.search(form, text, re.IGNORECASE) is not None
