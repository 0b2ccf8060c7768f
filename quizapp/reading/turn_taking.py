"""A census of what begins with names: do few of them take turns, and do they speak?

Whatever the marks of a talk look like, this is what tells them from entries of a list, from
labelled facts and from quotes: the same few labels come again and again, one after the other,
before whole sentences that are said to somebody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quizapp.reading.wording import ends_sentence

_HALF = 0.5

_TO_SOMEBODY = re.compile(r"\b(?:I|I['’]\w{1,2}|me|my|you|your|we|us|our)\b|\?", re.IGNORECASE)
"""What people say to each other, rather than what is told of them."""

_QUOTING = ("“", '"', "«", "„")

_CLOSING = "*_`|> "
"""Signs of markup behind what is said."""


def is_spoken(text: str) -> bool:
    """Whether a text asks, or is said by one who speaks to another."""
    return _TO_SOMEBODY.search(text) is not None


@dataclass(frozen=True, slots=True)
class Said:
    """What stands behind a label: the place of its block, the label, and the words."""

    place: int
    label: str
    text: str


@dataclass(frozen=True)
class TurnTaking:
    """What is said behind labels of one form, in the order of the page."""

    said: Sequence[Said]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each label comes."""
        return Counter(one.label for one in self.said)

    @cached_property
    def voices(self) -> list[str]:
        """The labels that come again."""
        return [label for label, count in self.counts.items() if count > 1]

    @property
    def reach(self) -> int:
        """The blocks from the first label to the last."""
        return self.said[-1].place - self.said[0].place + 1 if self.said else 0

    def takes_turns(self, fewest: int = 2) -> bool:
        """Whether ``fewest`` labels or more come again, and mostly another one follows each."""
        changes = sum(one.label != other.label for one, other in pairwise(self.said))
        again = sum(self.counts[label] for label in self.voices)
        return (
            len(self.voices) >= fewest
            and again >= _HALF * len(self.said)
            and changes >= _HALF * (len(self.said) - 1)
        )

    def bear(self, labels: Iterable[str], share: float) -> bool:
        """Whether these labels are at least ``share`` of all."""
        return sum(self.counts[label] for label in set(labels)) >= share * len(self.said)

    @property
    def is_whole(self) -> bool:
        """Whether at least half of what is said are whole sentences."""
        return self._is_half(ends_sentence(one.text.rstrip(_CLOSING)) for one in self.said)

    @property
    def is_spoken(self) -> bool:
        """Whether at least half is said to somebody."""
        return self._is_half(is_spoken(one.text) for one in self.said)

    @property
    def is_quoted(self) -> bool:
        """Whether at least half begins with a quotation mark, as quotes do."""
        return self._is_half(one.text[:1] in _QUOTING for one in self.said)

    def asking(self, label: str) -> float:
        """The share of what is said behind a label that asks something."""
        own = [one.text for one in self.said if one.label == label]
        return sum("?" in text for text in own) / len(own) if own else 0.0

    def _is_half(self, told: Iterable[bool]) -> bool:
        return sum(told) >= _HALF * len(self.said)
