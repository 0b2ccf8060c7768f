"""What words tell apart: their stems, and how much each weighs among the texts of an episode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

from quizapp.reading.moments import words_of

_SMALL = frozenset(
    """a about above actually after again all almost also always am an and another any are around as
    ask at away back be because been before being best better between big both but by call came
    can cant centuries century come could day days decade decades did didnt different do does
    doesnt doing done dont down each else even ever every few find first for from gave get give
    go goes going gone gonna good got great had has have havent having he her here him his hour
    hours how i if im in into is isnt it its itself ive just keep kind knew know last least less
    let like likely little long look lot made make making many may me mean might mine minute
    minutes month months more most much must my need never new next no nobody not nothing now of
    off often oh okay old on once one only or other others our out over own part people per
    perhaps put question quite rather really right said same say says second seconds see seem
    seems seen she should show since so some somebody someone something sometimes sort still
    such sure take taken tell tells than that thats the their them then there these they theyre
    thing things think this those though three through thus time to today together told too took
    toward towards two um under until up upon us use used uses using very via want was wasnt way
    ways we week weeks well went were weve what whats when where whether which while who whole
    whom whose why will with within without wont word work would wouldnt year years yes yet you
    your youre youve""".split()
)

_ENDINGS = (
    ("isations", ""),
    ("izations", ""),
    ("isation", ""),
    ("ization", ""),
    ("ations", ""),
    ("ation", ""),
    ("sions", "d"),
    ("sion", "d"),
    ("sive", "d"),
    ("ities", ""),
    ("ity", ""),
    ("ings", ""),
    ("ing", ""),
    ("ness", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ers", ""),
    ("es", ""),
    ("ed", ""),
    ("ly", ""),
    ("er", ""),
    ("s", ""),
)
_LEAST = 4
"""Letters that a stem keeps."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What is left of a word in small letters without its ending: ``explosive`` → ``explod``."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST - (ending == "s"):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                continue
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > _LEAST and word[-1] in "ei":
        word = word[:-1]
    return word[:-1] if len(word) > _LEAST and word[-1] == word[-2] else word


def stems(text: str) -> list[str]:
    """The stems of a text's words, in their order, without those that tell nothing."""
    return [stem(word) for word in words_of(text) if tells(word)]


def tells(word: str) -> bool:
    """Whether a word in small letters tells anything of what a text is about."""
    return len(word) > 1 and word not in _SMALL


class Weights:
    """How much a stem weighs: the more, the fewer of the texts have it."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        distinct = [set(text) for text in texts]
        self._counts = Counter(one for text in distinct for one in text)
        self._most = len(distinct) + 1
        self._known: dict[str, float] = {}

    def of(self, one: str) -> float:
        """The weight of a stem: near 0 when every text has it."""
        found = self._known.get(one)
        if found is None:
            found = self._known[one] = log(self._most / (self._counts[one] + 0.5))
        return found
