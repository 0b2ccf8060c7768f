"""Which cards of an episode ask again what another one asks or tells.

Another side of one fact is worth a card, but later: whoever has just learnt that GPT-2 is a
transformer with so many parameters has nothing new to learn from a blank in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from quizapp import language
from quizapp.hidden import BLANK
from quizapp.model import CardKind


class Asking(Protocol):
    """A card as far as it is told what it asks and how good it is."""

    @property
    def id(self) -> str:
        """What tells it from others."""

    @property
    def kind(self) -> CardKind:
        """Of which kind it is."""

    @property
    def prompt(self) -> str:
        """What it asks."""

    @property
    def answer(self) -> str:
        """What is to be answered."""

    @property
    def score(self) -> float:
        """How much it is worth asking, from 0 to 1."""


_MOST = 0.75
"""Of the words of a card that have a meaning: told by another one, they ask little that is new."""
_LATE = {CardKind.CHOICE: 1, CardKind.ORDER: 1, CardKind.TRUE_FALSE: 2}
"""Kinds that give way to others where two ask the same."""
_ONCE = frozenset({CardKind.ORDER, CardKind.TRUE_FALSE})
"""Of these only one is new by itself: a running order teaches no more the second time, and of
sentences to be judged readers keep a third."""
_BY_HEART = frozenset({CardKind.FINISH_QUOTE, CardKind.ATTRIBUTION})
"""Somebody's own words are new, whatever else tells of the same."""
_FRESH, _AGAIN, _LAST = range(3)


def turns(cards: Iterable[Asking]) -> dict[str, int]:
    """By the id of a card, when its turn comes: 0, 1 or 2.

    0 is what is new, 1 what asks again what a better card asks or tells, and 2 what asks it for the
    third time, or in a kind that gives way to others.
    """
    found: dict[str, int] = {}
    told: list[set[str]] = []
    retold: list[set[str]] = []
    kinds: set[CardKind] = set()
    ends: list[frozenset[str]] = []
    for card in sorted(cards, key=lambda c: (_LATE.get(c.kind, 0), -c.score, c.id)):
        own = _told(card)
        again = card.kind not in _BY_HEART and _is_told(own, told)
        ended = _ended(card)
        again = again or (ended is not None and ended in ends)
        ends += [ended] if ended is not None else []
        if again or (card.kind in _ONCE and card.kind in kinds):
            third = _is_told(own, retold)
            found[card.id] = _LAST if third or card.kind in _LATE else _AGAIN
            retold.append(own)
        else:
            found[card.id] = _FRESH
            told.append(own)
        kinds.add(card.kind)
    return found


def _is_told(own: set[str], others: Iterable[set[str]]) -> bool:
    """Whether one of the others tells most of what a card tells."""
    return bool(own) and any(len(own & other) >= _MOST * len(own) for other in others)


def _told(card: Asking) -> set[str]:
    """The stems of what somebody has read who has answered a card."""
    if card.kind is CardKind.TRUE_FALSE:
        text = card.prompt
    elif BLANK in card.prompt:
        text = card.prompt.replace(BLANK, card.answer)
    else:
        text = f"{card.prompt} {card.answer}"
    return set(language.content_stems(text))


_WHY_IT_ENDED = re.compile(
    r"^(?P<label>[^?:]{2,60}: )?Why (?:did|was|were) (?P<what>[^?,]{2,80}?) "
    r"(?:end|ended|decline|fall|collapse|disappear|vanish|fail|break up|come to an end|given up|"
    r"abandoned)(?:,[^?]*)?\?$"
)


def _ended(card: Asking) -> frozenset[str] | None:
    """What a card asks the end of, in whichever words: ``Why did the League decline?``; or None."""
    found = _WHY_IT_ENDED.match(card.prompt)
    if found is None:
        return None
    named = found["what"] if not _IT.fullmatch(found["what"]) else found["label"] or ""
    return frozenset(language.content_stems(named)) or None


_IT = re.compile(r"it|they|this|that", re.IGNORECASE)
