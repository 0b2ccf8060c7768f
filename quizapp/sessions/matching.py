"""A matching round: terms and their meanings, ideas and what explains them, to be paired again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from quizapp.model import Card, CardKind, Episode, SectionKind

SIZE = 5
"""Pairs in a round."""

LONGEST = 220
"""Characters of an explanation, where its sentences come to more."""

_STILL_SHORT = 320
"""A first sentence may be that long; what is longer is in no round."""

_FEW = 3
"""So many pairs of a sort make a round, where there are no more."""

_HEADED = (SectionKind.IDEA, SectionKind.INSIGHT, SectionKind.HIGHLIGHT, SectionKind.TAKEAWAY)


class Sort(StrEnum):
    """What the left sides of a round are: all of them the same."""

    TERM = "term"
    IDEA = "idea"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs together: a term and its meaning, an idea or a topic and what explains it."""

    left: str
    right: str
    sort: Sort = Sort.TOPIC


@dataclass(frozen=True, slots=True)
class Round:
    """Pairs, and the order in which their right sides lie; ``lying`` holds indexes of pairs."""

    pairs: tuple[Pair, ...]
    lying: tuple[int, ...]

    @property
    def rights(self) -> tuple[str, ...]:
        """The right sides as they lie."""
        return tuple(self.pairs[index].right for index in self.lying)

    @property
    def sort(self) -> Sort:
        """What the left sides are."""
        return self.pairs[0].sort if self.pairs else Sort.TOPIC

    def key(self, place: int) -> int:
        """Where the right side of the pair at ``place`` lies."""
        return self.lying.index(place)


def pairs(episode: Episode, cards: Iterable[Card]) -> tuple[Pair, ...]:
    """All pairs of an episode; no side stands twice, so that only one pairing is right."""
    found = [
        (section.heading.strip(), section.text, _sort(section.heading))
        for section in episode.sections
        if section.kind in _HEADED and section.heading and not section.heading.endswith("?")
    ]
    found += [
        (term, card.answer, Sort.TERM)
        for card in cards
        if card.kind is CardKind.DEFINITION and (term := _term(card.prompt))
    ]
    lefts: set[str] = set()
    rights: set[str] = set()
    single = []
    for left, text, sort in found:
        named, right = left.casefold(), _short(text)
        if right is None:
            continue
        told = right.casefold()
        if named not in lefts and told not in rights and named != told:
            single.append(Pair(left, _masked(left, right), sort))
        lefts.add(named)
        rights.add(told)
    return tuple(single)


def drawn(found: Sequence[Pair], number: int) -> Round:
    """Round ``number``, of one sort of pairs; the same pairs give the same round.

    The sorts take turns; where none has enough, the one that has most is drawn.
    """
    dice = Random(number)  # noqa: S311 - a draw, not a secret
    of_sort = {sort: [pair for pair in found if pair.sort is sort] for sort in Sort}
    enough = [some for some in of_sort.values() if len(some) >= SIZE]
    enough = enough or [some for some in of_sort.values() if len(some) >= _FEW]
    enough = enough or [max(of_sort.values(), key=len)]
    some = enough[number % len(enough)]
    chosen = dice.sample(some, min(SIZE, len(some)))
    return Round(tuple(chosen), tuple(dice.sample(range(len(chosen)), len(chosen))))


_STATES = re.compile(
    r"[.!]$|\b(?:is|are|was|were|has|have|had|can|cannot|could|should|must|may|might|will|would"
    r"|do|does|did)\b",
    re.IGNORECASE,
)
_TOPIC_WORDS = 6


def _sort(heading: str) -> Sort:
    """``Banks create money when they lend.`` is an idea, ``The Gold Standard Trap`` a topic."""
    states = _STATES.search(heading.strip()) or len(heading.split()) > _TOPIC_WORDS
    return Sort.IDEA if states else Sort.TOPIC


_ASKED = re.compile(
    r"What (?:is|are|was|were|does|do) (?:an? |the )?(?P<term>[^,?]+?)(?: mean| stand for)?\?$"
)
_TERM_WORDS = 6


def _term(prompt: str) -> str | None:
    """What a definition is asked for: ``early stopping`` of ``What is early stopping?``."""
    found = _ASKED.fullmatch(prompt.strip())
    term = found["term"].strip() if found else prompt.strip()
    if not term or term.endswith(("?", ".")) or len(term.split()) > _TERM_WORDS:
        return None
    return term[:1].upper() + term[1:]


def _masked(term: str, text: str) -> str:
    """The explanation without the words of what it explains: ``____ means to end it``.

    Phrases of it give it away as well, and so does its abbreviation.
    """
    words = re.findall(r"[\w'’-]+", term)
    phrases = [
        words[start:end]
        for end in range(len(words), 0, -1)
        for start in range(end)
        if words[start:end] == words or _tells(words[start:end])
    ]
    for phrase in sorted(phrases, key=len, reverse=True):
        name = r"[\s-]+".join(map(re.escape, phrase))
        text = re.sub(rf"\b(?:(?:an?|the) )?{name}(?:e?s)?\b", "____", text, flags=re.IGNORECASE)
    return re.sub(r"____(?:\s+____)+", "____", text)


_SMALL = frozenset("a an the of for and or in on to with by as at from is are its not no".split())


def _tells(phrase: Sequence[str]) -> bool:
    """Whether some words of a heading are a name: several, the first and last no small ones."""
    if len(phrase) == 1:
        return len(phrase[0]) > 1 and phrase[0][:2].isupper()
    return phrase[0].lower() not in _SMALL and phrase[-1].lower() not in _SMALL


_SENTENCE_END = re.compile(
    r"(?<!\b(?:Mr|Ms|Dr|St|vs|No))(?<!\bMrs)(?<![a-z]\.[a-z])[.!?][”\"’)]?\s+(?=[A-Z“\"‘(\d])"
)


def _short(text: str) -> str | None:
    """The first sentences of a text, whole; None where already the first is long."""
    text = " ".join(text.split())
    ends = [end.end() for end in _SENTENCE_END.finditer(text)] + [len(text)]
    fitting = [end for end in ends if end <= LONGEST]
    end = fitting[-1] if fitting else ends[0]
    return text[:end].strip() if end <= _STILL_SHORT else None
