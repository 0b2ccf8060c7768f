"""Citation numbers that an extraction left at the ends of sentences: ``their powers 1 2.``"""

from __future__ import annotations

import re
from itertools import pairwise

_AT_END = re.compile(
    r"(?P<before>[^\W_][)\"”’%]{0,2})(?P<numbers>(?:\s\d{1,2}){1,6})(?P<stop>[.!?]?)$"
)

_GAP = 6
"""So many numbers of the count may be missing before two that follow each other."""


class Citations:
    """Removes the numbers of one page, which count up from 1 as the page goes on.

    Only the count tells ``in the top 10.`` from a citation: a number is one when it is the next
    of the count, or stands right after such a one. Before the citations there may be a figure
    that belongs to the text: ``published in 2014 1.``
    """

    def __init__(self) -> None:
        self._next = 1

    def removed(self, text: str) -> str:
        """The text without the citation numbers at its end."""
        found = _AT_END.search(text[-60:])
        if not found:
            return text
        end = found.end("numbers") - found.end()
        for place in re.finditer(r"\s(?=\d)", found["numbers"]):
            tail = found["numbers"][place.start() :]
            if self._continue([int(number) for number in tail.split()]):
                return text[: len(text) + end - len(tail)] + found["stop"]
        return text

    def _continue(self, numbers: list[int]) -> bool:
        counted = all(after == before + 1 for before, after in pairwise(numbers))
        gap = _GAP if counted and len(numbers) > 1 else 0
        expected = max(self._next, min(numbers[0], self._next + gap))
        for number in numbers:
            if number > expected:
                return False
            expected = max(expected, number + 1)
        if expected == self._next and len(numbers) == 1:
            return False
        self._next = expected
        return True
