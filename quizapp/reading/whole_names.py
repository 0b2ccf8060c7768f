"""The whole names of speakers who are marked by one of their names alone: ``Byron:``, ``Ada:``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quizapp.reading.draft import Draft
from quizapp.reading.names import is_short_name
from quizapp.reading.nobodies import is_nobody
from quizapp.reading.people import bearers, resolve

_MOST = 30
"""Speakers of one talk; a list of names is none."""
_LONGEST = 20
"""Letters of such a mark."""

_TOLD = r"(?P<told>(?=[A-ZÀ-Þ]|(?:the|an?|my|our) )[^.!?]{4,90})"
_PRESENTED = re.compile(
    r"\b(?:[Tt]hat['’]s|[Tt]his is|[Ww]e have|[Hh]ere (?:is|are)|[Jj]oined by|[Ww]elcome,?|[Mm]eet|"
    r"[Ww]ith (?:me|us)(?: \w+){0,2} (?:is|are)|[Mm]y guests?(?: \w+)? (?:is|are)) "
    rf"{_TOLD}"
)
"""What is said of who is there: of others, as of whom one has read, nothing is told by it."""
_OWN = re.compile(rf"\b(?:I['’]m|I am|[Mm]y name is) {_TOLD}")


def restore(draft: Draft) -> None:
    """Calls whoever is marked ``Byron`` by ``Ada Byron``, where the page tells one such name.

    What a page has in small letters too is a word and no name; so is what two persons bear.
    """
    marked = {turn.speaker for turn in draft.turns if turn.speaker}
    short = sorted(one for one in marked if " " not in one and _is_mark(one, draft.people))
    if not short or len(marked) > _MOST:
        return
    whole = {one: name for one in short if (name := _whole(one, _telling(one, draft), draft))}
    often = Counter(whole.values())
    whole = {one: name for one, name in whole.items() if often[name] == 1 and name not in marked}
    if whole:
        draft.rename(whole)


def _telling(speaker: str, draft: Draft) -> str:
    """What tells who a speaker is: all above the talk, its first words, who is presented in it.

    Elsewhere in a talk somebody may well speak of a namesake, and no one presents themselves as
    somebody else.
    """
    begun = draft.turns[0].line_start
    told = [block.plain for block in draft.source.blocks if block.end < begun]
    for place, turn in enumerate(draft.turns):
        own = turn.speaker == speaker
        if place == 0 and not own:
            told.append(turn.text)
        told += (one["told"] for one in (_OWN if own else _PRESENTED).finditer(turn.text))
    return "\n".join(told)


def _is_mark(word: str, people: Iterable[str]) -> bool:
    short = len(word) <= _LONGEST and is_short_name(word)
    return short and resolve(word, list(people)) in (None, word)


def _whole(word: str, text: str, draft: Draft) -> str | None:
    """The one whole name of a page that begins or ends with a word."""
    small = rf"(?<![\w’'-]){re.escape(word.lower())}(?![\w’'-])"
    if re.search(small, draft.source.text):
        return None
    shows = {show.casefold() for show in draft.values("show")}
    names = [
        name
        for name in bearers(word, text)
        if name.casefold() not in shows and not is_nobody(name, text)
    ]
    return names[0] if len(names) == 1 else None
