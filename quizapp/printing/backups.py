"""What was backed up and restored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from quizapp.printing.amounts import amount
from quizapp.printing.output import emit

if TYPE_CHECKING:
    from quizapp.store.backups import Backup, Restored


def backed_up(made: Backup, as_json: bool) -> None:
    """Where the copy is, and what it holds."""
    if as_json:
        emit({"path": str(made.path), "bytes": made.size, **made.rows})
        return
    click.echo(f"{_told(made.rows)} written to {made.path}")


def restored(found: Restored, as_json: bool) -> None:
    """What the library holds now, and where what it held is kept."""
    if as_json:
        kept = None if found.kept is None else str(found.kept)
        paths = {"path": str(found.path), "from": str(found.source), "kept": kept}
        emit({**paths, **found.rows})
        return
    click.echo(f"{_told(found.rows)} restored from {found.source}")
    if found.kept is not None:
        click.echo(f"  what was here before is kept in {found.kept}")


def _told(rows: Mapping[str, int]) -> str:
    nouns = (("episodes", "episode"), ("cards", "card"), ("reviews", "review"))
    return ", ".join(amount(rows[name], noun) for name, noun in nouns)
