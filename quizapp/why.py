"""The explanation of one card's score, as the terminal shows it."""

from __future__ import annotations

from typing import Any

import click

from quizapp.explaining import Explanation

_BAR = 20
"""Characters of the longest bar."""


def explanation_json(found: Explanation) -> dict[str, Any]:
    """The explanation as ``cards --why --json`` gives it."""
    return {
        "id": found.card.id,
        "score": found.card.score,
        "reasons": [{"name": r.name, "amount": round(r.amount, 4)} for r in found.reasons],
        "checks": [
            {"number": c.number, "check": c.name, "gate": c.gate, "failure": c.failure}
            for c in found.checks
        ],
    }


def show(found: Explanation) -> None:
    """Prints the card, its reasons with bars, and its checks."""
    card = found.card
    click.echo(f"{card.id}  {card.kind}\n\n{card.prompt}\n→ {card.answer}\n")
    click.echo(f"score {card.score:.2f}: where it stands among the new cards")
    top = max((abs(r.amount) for r in found.reasons), default=1.0) or 1.0
    for reason in found.reasons:
        bar = ("+" if reason.amount >= 0 else "-") * max(1, round(_BAR * abs(reason.amount) / top))
        click.echo(f"  {reason.amount:+.2f}  {bar:<{_BAR}}  {reason.name}")
    click.echo("\nchecks")
    for check in found.checks:
        mark = "passed" if check.failure is None else f"failed: {check.failure}"
        click.echo(f"  {check.number:>2}  {check.name:<16} {mark}")
