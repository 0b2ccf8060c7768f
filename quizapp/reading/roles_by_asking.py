"""Host and guest whom a page tells the wrong way round, or as two guests: the talk itself tells.

``The artist Ada Byron talks with the curator Carl Roe`` leaves open who asks whom, and so does
``Ada Byron in Conversation with Carl Roe``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve

_FEWEST = 8
"""Turns of both, at least."""
_ASKS, _ANSWERS = 0.45, 0.2
"""Shares of turns with a question: of whoever asks at least, of whoever answers at most."""
_OTHER = {"host": "guest", "guest": "host"}


@dataclass(slots=True)
class _Exchange:
    """The turns of two people, those of them that ask something, and who begins."""

    said: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    first: str = ""

    def is_asked_by(self, asker: str, other: str) -> bool:
        """Whether one of two begins and asks, and the other one answers."""
        if self.said.total() < _FEWEST or self.first != asker or not self.said[other]:
            return False
        asks = self.asked[asker] >= _ASKS * self.said[asker]
        return asks and self.asked[other] <= _ANSWERS * self.said[other]


def read(draft: Draft) -> None:
    """Makes whoever asks the host, where nothing on the page calls the other one so."""
    hosts, guests = draft.values("host"), draft.values("guest")
    if len(hosts) == 1 and len(guests) == 1:
        _turn_round(hosts[0], guests[0], draft)
    elif not hosts and len(guests) == len(_OTHER):
        _part(guests, draft)


def _turn_round(host: str, guest: str, draft: Draft) -> None:
    told = _exchange([host, guest], draft)
    if told.is_asked_by(guest, host) and not _is_called_host(host, draft.source.text):
        draft.claims[:] = [
            replace(one, field=_OTHER[one.field]) if one.field in _OTHER else one
            for one in draft.claims
        ]


def _part(guests: Sequence[str], draft: Draft) -> None:
    """Makes one of two guests the host, who asks the other; nobody else speaks there."""
    told = _exchange(guests, draft)
    others = {turn.speaker for turn in draft.turns if turn.speaker} - set(guests)
    if any(resolve(one, guests) is None for one in others):
        return
    asker = told.first
    other = next((one for one in guests if one != asker), "")
    if asker and told.is_asked_by(asker, other):
        draft.claims[:] = [
            replace(one, field="host") if (one.field, one.value) == ("guest", asker) else one
            for one in draft.claims
        ]


def _exchange(people: Sequence[str], draft: Draft) -> _Exchange:
    told = _Exchange()
    for turn in draft.turns:
        who = resolve(turn.speaker, people) if turn.speaker else None
        if who:
            told.first = told.first or who
            told.said[who] += 1
            told.asked[who] += "?" in turn.text
    return told


def _is_called_host(name: str, text: str) -> bool:
    """``Host: Ada Byron``, ``Ada Byron (host)``, ``interviewed by Ada Byron``"""
    bare = re.escape(name)
    role = (
        r"(?:host(?:s|ed)?|interview(?:er|ed|s)?|moderat(?:or|ed)|present(?:er|ed)|asks|questions)"
    )
    form = rf"\b{role}\b\W{{0,4}}(?:by\W{{1,3}})?{bare}|{bare}\W{{1,4}}(?:the |your |our )?{role}\b"
    return re.search(form, text, re.IGNORECASE) is not None
