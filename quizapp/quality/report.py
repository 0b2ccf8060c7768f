"""The quality report: every check, how many cards fail it, and which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp import quality
from quizapp.material import Material
from quizapp.model import Card, Rejection
from quizapp.quality import deck
from quizapp.quality.coverage import Unasked, coverage


@dataclass(frozen=True, slots=True)
class Finding:
    """A card that fails a check, and why."""

    card: Card
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A check of the table with what it found; ``remarks`` are about a whole deck."""

    number: int
    name: str
    gate: bool
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """How many cards there are, how many are acceptable by the table, and the table."""

    cards: int
    acceptable: int
    rows: tuple[Row, ...]
    sections: int = 0
    unasked: tuple[Unasked, ...] = ()
    """Of how many sections that should have a card, and those that have none."""

    @property
    def gate_failures(self) -> int:
        """Findings of gate checks."""
        return sum(len(row.findings) for row in self.rows if row.gate)

    @property
    def share(self) -> float | None:
        """The acceptable part of the cards, from 0 to 1; None without cards."""
        return self.acceptable / self.cards if self.cards else None


Deck = tuple[Material, Sequence[Card], Sequence[Rejection] | None]
"""An episode, its cards, and the candidates that were turned down where they are known."""


def report(decks: Iterable[Deck]) -> Report:
    """Every check over the cards of each episode, and what no card asks."""
    findings: dict[str, list[Finding]] = {check.name: [] for check in quality.CHECKS}
    twins: list[Finding] = []
    remarks: list[str] = []
    unasked: list[Unasked] = []
    total = acceptable = sections = 0
    for material, cards, rejections in decks:
        covered = coverage(material, cards, rejections)
        sections += covered.sections
        unasked.extend(covered.unasked)
        doubled = {t.card.id: t for t in deck.duplicates(cards)}
        twins.extend(Finding(t.card, f"asks what {t.of} asks") for t in doubled.values())
        remarks.extend(f"{material.episode.slug}: {r}" for r in deck.imbalances(cards))
        for card in cards:
            failed = quality.failures(card, material)
            for failure in failed:
                findings[failure.check].append(Finding(card, failure.reason))
            total += 1
            gate = any(f.gate for f in failed)
            acceptable += not gate and len(failed) + (card.id in doubled) <= quality.TOLERATED
    rows = [Row(c.number, c.name, c.gate, tuple(findings[c.name])) for c in quality.CHECKS]
    (first, duplicates), (second, balance) = quality.DECK_CHECKS
    rows.append(Row(first, duplicates, gate=False, findings=tuple(twins)))
    rows.append(Row(second, balance, gate=False, remarks=tuple(remarks)))
    ordered = tuple(sorted(rows, key=lambda row: row.number))
    return Report(total, acceptable, ordered, sections, tuple(unasked))
