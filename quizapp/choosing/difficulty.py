"""How hard a new card is: estimated from what it asks, corrected by how its like were answered.

A difficulty is the chance, from 0 to 1, that the first answer is wrong. The estimate is a sum of
visible parts; they are guesses, and reviews set them right: where a kind of card, or a rule that
makes them, has been answered for the first time often enough, its cards move towards what was seen.

How far is the posterior mean of a beta-binomial model (Gelman et al., Bayesian Data Analysis, 3rd
ed., 2.4): with ``n`` first answers, ``w`` of them wrong where ``e`` was expected on average, a
share of ``(w + PRIOR * e) / (n + PRIOR)`` is believed. The cards of the group are moved by as much,
on the scale of log odds, as the group's expectation is; a rule starts from where its kind has moved
to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, log

from rapidfuzz import fuzz

from quizapp.choosing.rules import rule
from quizapp.model import Card, CardKind
from quizapp.model.reasons import Reason, total

ENOUGH = 10
"""First answers from which a kind or a rule corrects the estimate of its cards."""

PRIOR = 20.0
"""How many answers the estimate is worth."""

_LEAST, _MOST = 0.05, 0.95
_SHOWN = 3
"""Options that a choice has where nothing makes it easier or harder."""

_OF_KIND = {
    CardKind.TRUE_FALSE: 0.3,
    CardKind.CHOICE: 0.3,
    CardKind.ATTRIBUTION: 0.3,
    CardKind.CLOZE: 0.45,
    CardKind.ORDER: 0.5,
    CardKind.FINISH_QUOTE: 0.55,
    CardKind.DEFINITION: 0.55,
    CardKind.NUMBER: 0.6,
    CardKind.RECALL: 0.6,
    CardKind.INTERVIEW: 0.65,
}
_AN_OPTION = 0.04
_LIKENESS = 0.1
_A_WORD, _SHORT, _LONGEST = 0.01, 3, 20
_A_PLACE, _PLACES = 0.05, 3
_A_BLANK = 0.1


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a card makes it hard: ``places`` are those that tell it, ``rule`` is what made it."""

    kind: CardKind
    rule: str
    answer: str
    options: tuple[str, ...] | None
    answer_index: int | None
    places: int


def asked(card: Card, generator: str) -> Asked:
    """A card as its difficulty is estimated."""
    section = next(iter(card.tags), "")
    return Asked(
        card.kind,
        rule(generator, card.kind, section, card.prompt, card.answer),
        card.answer,
        card.options,
        card.answer_index,
        len(card.sources),
    )


@dataclass(slots=True)
class Seen:
    """First answers to one sort of card: how many, how many wrong, and how many were expected."""

    answers: int = 0
    wrong: int = 0
    expected: float = 0.0

    @property
    def shift(self) -> float:
        """By how much the cards of this sort move, in log odds; 0 with too few answers."""
        if self.answers < ENOUGH:
            return 0.0
        mean = self.expected / self.answers
        believed = (self.wrong + PRIOR * mean) / (self.answers + PRIOR)
        return _logit(believed) - _logit(mean)


@dataclass(frozen=True, slots=True)
class Experience:
    """First answers by kind and by rule."""

    kinds: Mapping[CardKind, Seen] = field(default_factory=dict)
    rules: Mapping[str, Seen] = field(default_factory=dict)


NONE = Experience()


def experience(answers: Iterable[tuple[Asked, bool]]) -> Experience:
    """What first answers teach; each is a card and whether the answer was right."""
    kinds: defaultdict[CardKind, Seen] = defaultdict(Seen)
    rules: defaultdict[str, Seen] = defaultdict(Seen)
    known = [(card, right, estimate(card)) for card, right in answers]
    for card, right, expected in known:
        _count(kinds[card.kind], right, expected)
    for card, right, expected in known:
        _count(rules[card.rule], right, _moved(expected, kinds[card.kind].shift))
    return Experience(dict(kinds), dict(rules))


def _count(seen: Seen, right: bool, expected: float) -> None:
    seen.answers += 1
    seen.wrong += not right
    seen.expected += expected


def estimate(card: Asked) -> float:
    """The difficulty before any answer."""
    return min(_MOST, max(_LEAST, total(_parts(card))))


def difficulty(card: Asked, seen: Experience = NONE) -> float:
    """The difficulty, corrected by the first answers to cards of its kind and of its rule."""
    by_kind, by_rule = _groups(card, seen)
    return _moved(estimate(card), by_kind.shift + by_rule.shift)


def explained(card: Asked, seen: Experience = NONE) -> tuple[Reason, ...]:
    """What makes a card hard or easy, in parts that add up to its difficulty."""
    parts = list(_parts(card))
    at = estimate(card)
    rest = at - sum(p.amount for p in parts)
    if abs(rest) > 1e-9:
        parts.append(Reason("no card is quite easy or impossible", rest))
    for name, group in zip((card.kind.value, card.rule), _groups(card, seen), strict=True):
        if group.shift:
            moved = _moved(at, group.shift)
            words = f"first answers, {name}: {group.wrong} of {group.answers} wrong"
            parts.append(Reason(words, moved - at))
            at = moved
    return tuple(parts)


def _groups(card: Asked, seen: Experience) -> tuple[Seen, Seen]:
    return seen.kinds.get(card.kind, Seen()), seen.rules.get(card.rule, Seen())


def _parts(card: Asked) -> Iterable[Reason]:
    yield Reason(f"its kind: {card.kind.value.replace('_', ' ')}", _OF_KIND[card.kind])
    if card.options and card.answer_index is not None:
        yield from _of_options(card.options, card.answer_index)
    elif card.kind is not CardKind.ORDER:
        words = len(card.answer.split())
        if words > _SHORT:
            long = min(words, _LONGEST) - _SHORT
            yield Reason(f"an answer of {words} words", _A_WORD * long)
    blanks = card.answer.count("; ") + 1 if card.kind is CardKind.CLOZE else 1
    if blanks > 1:
        yield Reason(f"{blanks} blanks", _A_BLANK * (blanks - 1))
    more = min(card.places, _PLACES) - 1
    if more > 0:
        yield Reason(f"told in {card.places} places", -_A_PLACE * more)


def _of_options(options: tuple[str, ...], key: int) -> Iterable[Reason]:
    more = len(options) - _SHOWN
    if more and len(options) > 2:
        yield Reason(f"{len(options)} options", _AN_OPTION * more)
    others = [o for i, o in enumerate(options) if i != key]
    if len(others) > 1:
        near = max(fuzz.ratio(options[key].lower(), other.lower()) for other in others) / 100
        yield Reason("an option that looks like the answer", _LIKENESS * near)


def _logit(share: float) -> float:
    inside = min(1 - 1e-6, max(1e-6, share))
    return log(inside / (1 - inside))


def _moved(share: float, by: float) -> float:
    return 1 / (1 + exp(-(_logit(share) + by))) if by else share
