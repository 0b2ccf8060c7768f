"""A printed interview: ``INTERVIEWER`` above each question, a surname above each answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.wording import ends_sentence

ASKERS = frozenset({"interviewer", "the interviewer", "moderator", "the moderator"})
"""Who asks in print without being named; ``Host`` and ``Question`` head other things too."""

_FEWEST = 2
"""Answers of each who is asked, and questions."""

_SHARE = 0.4
"""Of what stands below an asker, that asks: an interviewer also says something."""

_LONGEST = 30
"""Letters of a line with a surname."""

_MOST = 6
"""People who are asked in one interview."""

_HOUSE, _MOSTLY = 3, 0.7
"""Questions below the name of a magazine, and their share of what stands below it."""

_READ = 400
"""Texts in which whoever is asked has a full name."""


def surnames_below_asker(texts: Sequence[str], people: Sequence[str] = ()) -> Counter[str]:
    """The surnames in capitals that stand above sentences, where an asker takes turns with them.

    The asker may be the magazine's name: then it is handed back too, and whoever answers is one
    of ``people`` or has a full name in the texts.
    """
    heads = [
        (bare, below)
        for text, below in pairwise(texts)
        if len(text) <= _LONGEST and (bare := text.strip("*_ ")).isupper() and ends_sentence(below)
    ]
    asked = [below for bare, below in heads if bare.lower() in ASKERS]
    house = "" if asked else _house(heads)
    asked = asked or [below for bare, below in heads if bare == house]
    questions = sum(below.endswith("?") for below in asked)
    if questions < _FEWEST or questions < _SHARE * len(asked):
        return Counter()
    behind = Counter(
        bare
        for (above, _), (bare, _) in pairwise(heads)
        if (above.lower() in ASKERS or above == house) and bare not in (above, house)
    )
    often = {name for name, count in behind.items() if count >= _FEWEST and _is_surname(name)}
    if len(often) > _MOST:
        return Counter()
    if house:
        often = {name for name in often if _is_told(name, texts, people)}
        often |= {house} if often else set()
    return Counter(bare for bare, _ in heads if bare in often)


def _house(heads: Sequence[tuple[str, str]]) -> str:
    """The one line in capitals that stands above questions time and again."""
    counts = Counter(bare for bare, _ in heads)
    asked = Counter(bare for bare, below in heads if below.endswith("?"))
    found = [one for one, n in asked.items() if n >= _HOUSE and n >= _MOSTLY * counts[one]]
    return found[0] if len(found) == 1 else ""


def _is_surname(text: str) -> bool:
    return is_short_name(text.title())


def _is_told(surname: str, texts: Sequence[str], people: Sequence[str]) -> bool:
    """``Ada Byron``, of BYRON: known already, or named in one of the first texts."""
    last = surname.casefold()
    if any(name.split()[-1].casefold() == last for name in people):
        return True
    full = re.compile(rf"\b[A-Z][\w.'’-]{{1,20}} {re.escape(surname)}\b", re.IGNORECASE)
    found = (full.search(text) for text in texts[:_READ] if last in text.casefold())
    return any(one and is_name(one[0]) for one in found)
