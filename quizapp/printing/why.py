"""The explanation of one card's score, as the terminal shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from quizapp.choosing.explaining import Explanation
from quizapp.media import told
from quizapp.model.reasons import Reason

_BAR = 20
"""Characters of the longest bar."""


def explanation_json(found: Explanation) -> dict[str, Any]:
    """The explanation as ``cards --why --json`` gives it."""
    return {
        "id": found.card.id,
        "score": found.card.score,
        "reasons": [_reason_json(r) for r in found.reasons],
        "difficulty": None if found.difficulty is None else round(found.difficulty, 4),
        "difficulty_reasons": [_reason_json(r) for r in found.hard],
        "checks": [
            {"number": c.number, "check": c.name, "gate": c.gate, "failure": c.failure}
            for c in found.checks
        ],
    }


def _reason_json(reason: Reason) -> dict[str, Any]:
    return {"name": reason.name, "amount": round(reason.amount, 4)}


def show(found: Explanation) -> None:
    """Prints the card, its reasons and those of its difficulty with bars, and its checks."""
    card = found.card
    click.echo(f"{card.id}  {card.kind}\n\n{told(card.prompt)}\n→ {told(card.answer)}\n")
    click.echo(f"score {card.score:.2f}: where it stands among the new cards")
    _show_reasons(found.reasons)
    if found.difficulty is not None:
        click.echo(f"\ndifficulty {found.difficulty:.2f}: within an idea, the easy comes first")
        _show_reasons(found.hard)
    click.echo("\nchecks")
    for check in found.checks:
        mark = "passed" if check.failure is None else f"failed: {check.failure}"
        click.echo(f"  {check.number:>2}  {check.name:<16} {mark}")


def _show_reasons(reasons: Sequence[Reason]) -> None:
    top = max((abs(r.amount) for r in reasons), default=1.0) or 1.0
    for reason in reasons:
        bar = ("+" if reason.amount >= 0 else "-") * max(1, round(_BAR * abs(reason.amount) / top))
        click.echo(f"  {reason.amount:+.2f}  {bar:<{_BAR}}  {reason.name}")
