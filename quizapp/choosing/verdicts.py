"""A person's verdicts on generated cards, counted by kind, by rule and by what they were made of.

Where many cards of a rule were turned down, it is the rule that should be mended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.choosing.rules import rule
from quizapp.model import CardKind


class Said(StrEnum):
    """What a person said of a card; the last word counts."""

    KEPT = "kept"
    EDITED = "edited"
    REJECTED = "rejected"
    FLAGGED = "flagged"
    """Rejected, with a reason."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A generated card as a rule made it, and what was said of it, if anything.

    ``section`` is the kind of section that it was made of, ``reason`` that of a flag.
    """

    generator: str
    kind: CardKind
    section: str
    prompt: str
    answer: str
    said: Said | None
    reason: str | None = None

    @property
    def rule(self) -> str:
        """What made it."""
        return rule(self.generator, self.kind, self.section, self.prompt, self.answer)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards of one sort were made, and what was said of them."""

    name: str
    made: int
    kept: int
    edited: int
    rejected: int
    flagged: int

    @property
    def judged(self) -> int:
        """Cards that a person has decided about."""
        return self.kept + self.edited + self.rejected + self.flagged

    def share(self, said: Said) -> float | None:
        """The part of the judged cards that a verdict fell on; None where none was judged."""
        return int(getattr(self, said)) / self.judged if self.judged else None

    @property
    def bad(self) -> float | None:
        """The part of the judged cards that were rejected or flagged; None without any."""
        return (self.rejected + self.flagged) / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The counts of a library: in all, by kind, by rule and by section; and why cards were flagged.

    Each list has the sort with the most cards turned down first. ``reasons`` are the commonest
    first.
    """

    total: Tally
    kinds: tuple[Tally, ...]
    rules: tuple[Tally, ...]
    sections: tuple[Tally, ...]
    reasons: tuple[tuple[str, int], ...]


def counted(cards: Iterable[Judged]) -> Verdicts:
    """The counts of some cards."""
    found = list(cards)
    reasons = Counter(c.reason for c in found if c.said is Said.FLAGGED and c.reason)
    return Verdicts(
        total=_tally("all", found),
        kinds=_by((c.kind.value, c) for c in found),
        rules=_by((c.rule, c) for c in found),
        sections=_by((c.section, c) for c in found),
        reasons=tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _by(named: Iterable[tuple[str, Judged]]) -> tuple[Tally, ...]:
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for name, card in named:
        groups[name].append(card)
    tallies = (_tally(name, cards) for name, cards in groups.items())
    return tuple(sorted(tallies, key=lambda t: (-(t.rejected + t.flagged), -t.edited, t.name)))


def _tally(name: str, cards: Iterable[Judged]) -> Tally:
    said = Counter(c.said for c in cards)
    verdicts = {str(one): said[one] for one in Said}
    return Tally(name=name, made=said.total(), **verdicts)
