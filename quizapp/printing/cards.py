"""Cards, and what is done to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import click

from quizapp import jsonforms
from quizapp.media import told
from quizapp.model import Memory, Rating, Review, StoredCard, StudyItem
from quizapp.printing.amounts import amount, span
from quizapp.printing.output import emit


def cards(found: Sequence[StoredCard], memory: bool, as_json: bool) -> None:
    """The cards of ``cards``."""
    if as_json:
        emit({"cards": [jsonforms.stored_card_json(c, memory) for c in found]})
        return
    for stored in found:
        card = stored.card
        click.echo(f"{card.id}  {card.kind:<12} {card.status:<9} {told(card.prompt)}")
        click.echo(f"{'':34}→ {told(card.answer)}")
        if memory and stored.memory:
            state = stored.memory
            click.echo(f"{'':34}{state.state}, due {state.due:%Y-%m-%d %H:%M} UTC")
    click.echo(amount(len(found), "card"))


def item(found: StudyItem | None, later: datetime | None, as_json: bool) -> None:
    """The card of ``next``, or null and when the next one comes."""
    if as_json:
        emit(_item_json(found) if found else None)
    elif found is None:
        when = f"; the next card is due {later:%Y-%m-%d %H:%M}" if later else ""
        click.echo(f"Nothing is due{when}.")
    else:
        card = found.card
        click.echo(f"{card.id}  {card.kind}\n\n{told(card.prompt)}")
        for number, option in enumerate(card.options or (), start=1):
            click.echo(f"  {number}. {option}")
        click.echo(f"\n→ {told(card.answer)}\n")
        click.echo("   ".join(f"{r.name.lower()} {span(t)}" for r, t in found.intervals.items()))
        counts = found.counts
        click.echo(f"{counts.new} new, {counts.learning} learning, {counts.due} due")


def _item_json(found: StudyItem) -> jsonforms.Json:
    return {
        "card": jsonforms.card_json(found.card),
        "memory": jsonforms.memory_json(found.memory),
        "intervals": {r.name.lower(): span(t) for r, t in found.intervals.items()},
        "interval_seconds": {
            r.name.lower(): int(t.total_seconds()) for r, t in found.intervals.items()
        },
        "counts": asdict(found.counts),
    }


def answered(memory: Memory, rating: Rating, as_json: bool) -> None:
    """What an answer did to a card's schedule."""
    if as_json:
        emit({"card_id": memory.card_id, "rating": int(rating)} | _schedule(memory))
    else:
        click.echo(f"{rating.name.lower()}: again in {span(memory.interval)}")


def _schedule(memory: Memory) -> jsonforms.Json:
    return {"memory": jsonforms.memory_json(memory)}


def undone(review: Review | None, as_json: bool) -> None:
    """Which review ``undo`` took back."""
    if as_json:
        emit(
            review
            and {
                "card_id": review.card_id,
                "rating": int(review.rating),
                "reviewed_at": review.reviewed_at.isoformat(),
            }
        )
    elif review:
        click.echo(f"took back {review.rating.name.lower()} on {review.card_id}")
    if review is None:
        click.echo("there is no answer of today to take back", err=True)
