"""Guests who speak in a talk, by the one sentence above it that names them beside the host."""

from __future__ import annotations

import re

from quizapp.reading.callings import TRADE
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve

_WITH = re.compile(
    r"\b(?:(?:talks?|talked|talking|speaks?|spoke|speaking|chats?|chatted|sits? down|sat down|"
    r"in conversation|(?:is|was) joined) (?:to|with|by)|interviews|interviewed|meets|met|asks|"
    r"asked|welcomes|welcomed|hosts|moderates)\b"
)
_TELL = re.compile(
    r"\b(?:tell|told|join|joined|explain to|explained to|talk to|talk with|speak to|speak with|"
    r"talked to|talked with|spoke to|spoke with|show|showed)\b"
)
_CLAUSE = re.compile(r"\b(?:who|whose|whom|that|which)\b(?:,[^,;–—]{0,80},)?[^,;–—]*")
"""``who builds bridges with Tom Hale``: whoever is named in it is told about, and no guest."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_READ = 300
"""Lines above a talk, at most."""
_MOST = 4
"""Guests of one talk."""
_TWICE = 2
"""Turns of a guest."""


def read(draft: Draft) -> None:
    """Claims all who speak beside the host, where one sentence above the talk names them so.

    ``Ada Byron sat down with Carl Roe, who …, and Eve Low``: the guests stand behind the verb;
    ``Carl Roe and Eve Low tell host Ada Byron``: before it. A second host stands with the first.
    Without the host, ``Potter Carl Roe and weaver Eve Low follow …`` says what each guest is.
    """
    if not draft.values("host") and draft.turns:
        _read_told(draft)
    hosts = draft.values("host")
    if len(hosts) != 1 or not draft.turns:
        return
    said = [turn.speaker for turn in draft.turns if turn.speaker and is_name(turn.speaker)]
    host = resolve(hosts[0], sorted(set(said)))
    everyone = [one for one in dict.fromkeys(said) if one != host]
    often = [one for one in everyone if said.count(one) >= _TWICE]
    if host is not None and not _read_named(host, everyone, draft) and often != everyone:
        _read_named(host, often, draft)


def _read_named(host: str, others: list[str], draft: Draft) -> bool:
    """Claims the others as guests, where a sentence above the talk names them all so."""
    known = draft.values("guest")
    if not 1 < len(others) <= _MOST or len(known) >= len(others):
        return False
    first = draft.turns[0].line_start
    above = [one for one in draft.source.blocks if one.end < first][:_READ]
    for block in above:
        for sentence in _SENTENCE.split(block.plain):
            listed = _lists_all(sentence, others) or _names_all(sentence, host, others)
            if listed or _calls_all(sentence, host, others):
                for name in others:
                    if resolve(name, known) is None:
                        draft.claim("guest", name, block.start)
                return True
    return False


def _read_told(draft: Draft) -> None:
    """Claims as host whom all others ``tell how`` it was, in a sentence above the talk."""
    voices = list(dict.fromkeys(one.speaker for one in draft.turns if one.speaker))
    if not 1 < len(voices) <= _MOST + 1 or not all(map(is_name, voices)):
        return
    first = draft.turns[0].line_start
    above = [one for one in draft.source.blocks if one.end < first][:_READ]
    for block in above:
        for sentence in _SENTENCE.split(block.plain):
            host = _told_in(sentence, voices)
            if host and resolve(host, draft.values("guest")) is None:
                draft.claim("host", host, block.start)
                return


def _told_in(sentence: str, voices: list[str]) -> str:
    """To whom all the others are said to tell something; nobody where one is missing."""
    for verb in _TELL_ONE.finditer(sentence) if len(sentence) <= _LONGEST else ():
        behind = sentence[verb.end() :]
        told = next((one for one in voices if behind.startswith(f"{one} ")), "")
        asks = told and _HOW.match(behind, len(told) + 1)
        others = [one for one in voices if one != told]
        if asks and all(one in sentence[: verb.start()] for one in others):
            return told
    return ""


_LONGEST = 1_000
"""Letters of a sentence that tells who is there."""
_TELL_ONE = re.compile(r"\b(?:tells?|told|shows?|showed|explains? to|explained to|talks? to) ")
_HOW = re.compile(r"(?:how|why|what|where|when|who|about|of|that|the|their|his|her)\b")
"""What is told: ``tell Ada Byron how it broke``"""

_LISTS = re.compile(r"^(?:[Ww]ith|[Ff]eaturing|[Gg]uests?:) ")


def _lists_all(sentence: str, others: list[str]) -> bool:
    """``With Carl Roe and Eve Low.``: nothing but the guests."""
    found = _LISTS.match(sentence)
    rest = sentence[found.end() :] if found else ""
    for name in others:
        rest = rest.replace(name, "", 1) if name in rest else "missing"
    return bool(found) and not rest.replace("and", "").replace("Dr", "").strip(" ,.&")


_CALLED = re.compile(
    r"(?:^|[\s,(])(?P<what>[a-z-]+(?:er|or|ist|ian|eer|wright|smith|man|woman)|"
    rf"{TRADE}) (?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?$"
)
_NO_CALLING = frozenset(
    "after over under for or nor other another former later never ever her their together either "
    "rather whether mother father brother sister partner daughter host co-host presenter producer "
    "reporter editor interviewer moderator correspondent narrator chair".split()
)
_CALLING_LETTERS = 60
"""Before a name"""


def _calls_all(sentence: str, host: str, others: list[str]) -> bool:
    """``Potter Carl Roe and weaver Eve Low follow the thread``: the guests, and what each is."""
    if host in sentence or len(sentence) > _LONGEST:
        return False
    for name in others:
        place = sentence.find(name)
        before = sentence[max(0, place - _CALLING_LETTERS) : place] if place > 0 else ""
        found = _CALLED.search(before)
        if found is None or found["what"].lower() in _NO_CALLING:
            return False
    return True


def _names_all(sentence: str, host: str, others: list[str]) -> bool:
    """Whether all stand on the guests' side of the verb, and the host alone on the other."""
    sentence = _without_clauses(sentence, host)
    if host not in sentence or any(name not in sentence for name in others):
        return False
    place = sentence.index(host)
    behind = [sentence.index(name) for name in others]
    verb = _WITH.search(sentence, place)
    if verb and all(verb.end() <= one for one in behind):
        return True
    told = list(_TELL.finditer(sentence, 0, place))
    return bool(told) and all(one < told[-1].start() for one in behind)


def _without_clauses(sentence: str, host: str) -> str:
    """A sentence without what is told of the guests; a clause of the host's tells who is there."""

    def left(found: re.Match[str]) -> str:
        of_host = host in found[0] or sentence[: found.start()].rstrip(" ,").endswith(host)
        return found[0] if of_host else " "

    return _CLAUSE.sub(left, sentence)
