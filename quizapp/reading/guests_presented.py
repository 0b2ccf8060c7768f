"""Guests whom the host of a talk presents to the listeners, each by what they are.

``Carl Roe is a potter who has …``, a host says, and then it is he who answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve

_IS = (
    r" (?:is|was|has been) (?:also |now )?"
    r"(?P<what>(?:an?|the|one of|head of|director of|professor of) [^.!?\n]{3,160}"
    r"|with the [A-Z][^.!?\n]{3,80})"
)
_COLLEAGUE = re.compile(
    r"\b(?:hosts?|co-?hosts?|presenters?|reporters?|correspondents?|producers?|colleagues?|"
    r"contributors?|intern|late|died|killed|our|my)\b",
    re.IGNORECASE,
)
"""Said of somebody who works for the show, or who is not there."""

_BIDDEN = re.compile(r"\b(?:thanks|thank|welcome|with us|for joining)\b", re.IGNORECASE)
"""What a host says to guests, and rarely to who is there every week."""

_TWICE, _MOST = 2, 4
"""Turns of a guest; guests of one talk."""


def read(draft: Draft) -> None:
    """Claims all who speak beside the one host, where the host presents each of them so."""
    hosts = draft.values("host")
    if len(hosts) != 1 or not draft.turns or draft.values("guest"):
        return
    said = [turn.speaker for turn in draft.turns if turn.speaker]
    host = resolve(hosts[0], sorted(set(said)))
    others = [one for one in dict.fromkeys(said) if one != host]
    if host is None or not 0 < len(others) <= _MOST:
        return
    if not all(is_name(one) and said.count(one) >= _TWICE for one in others):
        return
    asked = [turn.text for turn in draft.turns if turn.speaker == host]
    if not any(_BIDDEN.search(text) for text in asked):
        return
    if all(_is_presented(one, asked) for one in others):
        for name in others:
            line = next(turn.line_start for turn in draft.turns if turn.speaker == name)
            draft.claim("guest", name, line)


def _is_presented(name: str, texts: Sequence[str]) -> bool:
    """Whether a sentence of the host's tells what somebody is, and that is no colleague."""
    form = re.compile(rf"(?:^|[.!?,] (?:and )?)(?:Dr\.? |Professor )?(?i:{re.escape(name)}){_IS}")
    found = [one for text in texts for one in form.finditer(text)]
    return bool(found) and not any(_COLLEAGUE.search(one["what"]) for one in found)
