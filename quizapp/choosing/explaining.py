"""Why a card has its score: what raised it, what lowered it, and which checks it passed.

The reasons are worked out anew from the pages, by the rules by which the card was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp import quality
from quizapp.blanks import BLANK, blanks, worth
from quizapp.choosing import difficulty
from quizapp.choosing.difficulty import Asked, Experience
from quizapp.generators.drafting import MODEST
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.promise import promise
from quizapp.material.statement import Statement
from quizapp.model import Card, CardKind
from quizapp.model.reasons import Reason, weighed

_WRITTEN = {
    "qa": "a question that people wrote",
    "idea": "the heading of an idea",
    "insight": "the heading of an insight",
    "highlight": "the heading of a highlight",
    "takeaway": "the heading of a takeaway",
    "quote": "a quote with a known speaker",
    "chapters": "chapters that lie apart",
    "transcript": "a question of the host",
}
_SHARE = {
    CardKind.CLOZE: (0.55, 0.35, 0.0),
    CardKind.NUMBER: (0.55, 0.35, 0.0),
    CardKind.CHOICE: (0.5, 0.35, 0.0),
    CardKind.TRUE_FALSE: (0.5, 0.0, 0.2),
    CardKind.RECALL: (0.4, 0.0, 0.45),
    CardKind.DEFINITION: (0.4, 0.0, 0.5),
}
"""How much a kind's score counts its statement and its blank, and what it starts from."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A check of the table, and why a card does not pass it; None where it does."""

    number: int
    name: str
    gate: bool
    failure: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A card's score with its reasons, the strongest first, and the checks in their order.

    ``hard`` are the parts of its difficulty, which add up to it; none where what made it is not
    known.
    """

    card: Card
    reasons: tuple[Reason, ...]
    checks: tuple[Passed, ...]
    hard: tuple[Reason, ...] = ()

    @property
    def difficulty(self) -> float | None:
        """The chance that its first answer is wrong."""
        return sum(r.amount for r in self.hard) if self.hard else None


def explained(
    card: Card,
    material: Material,
    *,
    asked: Asked | None = None,
    seen: Experience = difficulty.NONE,
) -> Explanation:
    """What made a card's score, how it does in every check, and how hard it is.

    ``asked`` is the card as its difficulty is estimated, ``seen`` what first answers have taught.
    """
    found = sorted(_reasons(card, material), key=lambda r: (-abs(r.amount), r.name))
    failed = {f.check: f.reason for f in quality.failures(card, material)}
    checks = tuple(Passed(c.number, c.name, c.gate, failed.get(c.name)) for c in quality.CHECKS)
    hard = () if asked is None else difficulty.explained(asked, seen)
    return Explanation(card, tuple(found), checks, hard)


def _reasons(card: Card, material: Material) -> Iterator[Reason]:
    statement = _statement(card, material)
    if statement is None or card.kind not in _SHARE:
        yield Reason(
            next((_WRITTEN[t] for t in card.tags if t in _WRITTEN), "its kind"), card.score
        )
        return
    of_statement, of_blank, start = _SHARE[card.kind]
    parts = list(weighed(promise(statement, material), of_statement))
    phrase = next((b.phrase for b in blanks(statement, material) if b.text == card.answer), None)
    if of_blank and phrase is not None:
        parts += weighed(worth(phrase, statement, material), of_blank)
    if start:
        parts.append(Reason(f"its kind: {card.kind.value.replace('_', ' ')}", start))
    left = card.score - sum(r.amount for r in parts)
    if card.score < MODEST and left < 0:
        parts.append(Reason("asks little: many would know it unheard", left))
    elif abs(left) >= _NOTICED:
        parts.append(Reason("the way it is asked", left))
    yield from parts


_NOTICED = 0.005


def _statement(card: Card, material: Material) -> Statement | None:
    """The sentence that a card was made from, or None where it was made from a section."""
    texts = {fold(card.prompt.replace(BLANK, card.answer, 1)), fold(card.explanation or "")}
    texts |= {fold(t.partition("interview, ")[2]) for t in (card.prompt, card.explanation or "")}
    return next((s for s in material.statements if fold(s.text) in texts), None)
