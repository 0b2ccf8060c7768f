"""Who leads a talk of three or more, by the one sentence above it that names them all."""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve

_WITH = re.compile(
    r"\b(?:(?:talks?|talked|speaks?|spoke|chats?|chatted|sits? down|sat down|"
    r"(?:is|was) in conversation|(?:is|was) joined)(?: (?:live|again|recently|today|online|"
    r"on stage|over \w+))? (?:to|with|by)|interviews|interviewed|"
    r"welcomes|welcomed|hosts|hosted|moderates|moderated)\b"
)
_LEADS = re.compile(r"\b(?:host|presenter|moderator|interviewer)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_READ = 300
"""Lines above a talk, at most."""
_FEWEST, _MOST = 2, 5
"""Those whom one person leads through a talk."""


def read(draft: Draft) -> None:
    """Claims the host, where a sentence has one name before its verb and all others behind it.

    ``Ada Byron, who mends bells, spoke with Carl Roe, a founder, and Eve Low``: and Ada begins.
    """
    if draft.values("host") or not draft.turns:
        return
    people = draft.people
    voices = (resolve(turn.speaker, people) for turn in draft.turns if turn.speaker)
    named = list(dict.fromkeys(name for name in voices if name))
    first = resolve(draft.turns[0].speaker or "", named)
    others = [name for name in named if name != first]
    if first is None or not _FEWEST <= len(others) <= _MOST:
        return
    if resolve(first, draft.values("guest")) is not None:
        return
    top = draft.turns[0].line_start
    for block in [one for one in draft.source.blocks if one.end < top][:_READ]:
        if first not in block.plain:
            continue
        for sentence in _SENTENCE.split(block.plain):
            if _leads(first, others, sentence):
                draft.claim("host", first, block.start)
                for name in others:
                    if resolve(name, draft.values("guest")) is None:
                        draft.claim("guest", name, block.start)
                return


def _leads(host: str, others: list[str], sentence: str) -> bool:
    """Whether one name stands before the verb of a sentence, and all the others behind it."""
    if host not in sentence or any(name not in sentence for name in others):
        return False
    verb = _WITH.search(sentence, sentence.index(host))
    if verb is None or _LEADS.search(sentence, verb.end()):
        return False
    return all(sentence.index(name) >= verb.end() for name in others)
