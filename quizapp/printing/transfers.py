"""What went out to Anki and other programs, and what came in from them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from quizapp.printing.amounts import amount
from quizapp.printing.output import emit

if TYPE_CHECKING:
    from quizapp.exchange.export import ExportReport
    from quizapp.incoming.decks import DeckReport
    from quizapp.incoming.libraries import LibraryReport
    from quizapp.incoming.live import SyncReport
    from quizapp.incoming.taking import ProgressReport


def exported(report: ExportReport) -> None:
    """What an export wrote."""
    click.echo(
        f"{amount(report.cards, 'card')} of {amount(report.notes, 'note')} written to {report.path}"
    )
    if report.gone:
        from quizapp.incoming.wording import named

        click.echo(
            f"  {amount(len(report.gone), 'card')} not made any more or rejected; who has them "
            f"from an earlier export keeps them: {named(list(report.gone))}"
        )


def progress_imported(report: ProgressReport, as_json: bool) -> None:
    """What ``import-progress`` took in, and what it passed over and why."""
    from quizapp.incoming.wording import lines, report_json

    if as_json:
        emit(report_json(report))
        return
    for line in lines(report):
        click.echo(line)


def decks_imported(report: DeckReport, as_json: bool) -> None:
    """What ``import`` took in."""
    from quizapp.incoming.wording import deck_json, deck_lines

    if as_json:
        emit(deck_json(report))
        return
    for line in deck_lines(report):
        click.echo(line)


def library_imported(report: LibraryReport, as_json: bool) -> None:
    """What ``import`` added out of a library."""
    from quizapp.incoming.wording import library_lines

    if as_json:
        emit(asdict(report) | {"path": str(report.path)})
        return
    for line in library_lines(report):
        click.echo(line)


def synced(report: SyncReport, as_json: bool) -> None:
    """What ``sync-anki`` sent and fetched, or would have."""
    from quizapp.incoming.wording import sync_json, sync_lines

    if as_json:
        emit(sync_json(report))
        return
    for line in sync_lines(report):
        click.echo(line)
