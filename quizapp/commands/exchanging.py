"""Commands that write for Anki and other programs, and take in what comes from them."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.commands.group import check_episode, cli, json_option, library, now
from quizapp.printing import output, transfers


@cli.command()
@click.argument("slugs", nargs=-1)
@click.option("--to", required=True, type=click.Path(path_type=Path), help=".apkg, .csv or .json")
@click.option("--with-progress", is_flag=True, help="With schedule and history.")
@click.option("--by-chapter", is_flag=True, help="For Anki: a deck for each chapter.")
@click.option(
    "--for",
    "program",
    type=click.Choice(["anki", "quizlet", "mochi", "remnote"]),
    help="Text in the form that another program imports; anki: a CSV with clozes.",
)
@click.pass_obj
def export(
    home: Path,
    slugs: tuple[str, ...],
    to: Path,
    with_progress: bool,
    by_chapter: bool,
    program: str | None,
) -> None:
    """Write cards for Anki, as a table or as JSON; no SLUG: all episodes.

    An Anki package that is imported again updates what changed and keeps every schedule.
    """
    from quizapp.outgoing import export_library

    with library(home) as db:
        for slug in slugs:
            check_episode(db, slug)
        report = export_library(
            *(db, to, now(db)),
            episodes=slugs,
            with_progress=with_progress,
            by_chapter=by_chapter,
            program=program,
        )
    transfers.exported(report)


@cli.command()
@click.option("--to", required=True, type=click.Path(path_type=Path), help=".csv or .json")
@click.pass_obj
def reviews(home: Path, to: Path) -> None:
    """Write the review log: card_id, rating, reviewed_at, duration_ms; a table, or JSON."""
    from quizapp.exchange.reviews import write_reviews
    from quizapp.store import progress

    with library(home) as db:
        count = write_reviews(progress.reviews(db), to)
    click.echo(f"{count} reviews written to {to}")


@cli.command(name="import-progress")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--edits", is_flag=True, help="Take over words you changed in Anki.")
@click.option("--tags", is_flag=True, help="Take over tags you added in Anki.")
@json_option
@click.pass_obj
def import_progress(home: Path, file: Path, edits: bool, tags: bool, as_json: bool) -> None:
    """Bring reviews back that you made in Anki; what is known already is skipped.

    FILE is an .apkg or .colpkg, a bare collection.anki2, or a .csv that `quizapp reviews` wrote.
    Suspensions come along; what you suspended here stays so.
    """
    from quizapp.incoming import progress as incoming
    from quizapp.sessions import insight

    with library(home) as db, output.progress(quiet=as_json) as progress:
        report = incoming.import_progress(
            db, file, now(db), edits=edits, tags=tags, progress=progress
        )
        insight.prepare(db, now(db), progress)
    transfers.progress_imported(report, as_json)


@cli.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def import_file(home: Path, file: Path, as_json: bool) -> None:
    """Take in an Anki deck of somebody else's (.apkg, .colpkg), or a library as .json.

    Basic and cloze notes come as text with their pictures and sounds, each deck as an episode of
    its own. A newer package of the same deck updates its cards. For your own progress there is
    import-progress. Of a library that `quizapp export --to FILE.json` wrote, what is missing here
    is added.
    """
    from quizapp.incoming.decks import import_decks
    from quizapp.incoming.libraries import import_library
    from quizapp.sessions import insight

    with library(home) as db:
        if file.suffix.lower() == ".json":
            report = import_library(db, file, now(db))
            if report.reviews:
                with output.progress(quiet=as_json) as progress:
                    insight.prepare(db, now(db), progress)
            transfers.library_imported(report, as_json)
        else:
            transfers.decks_imported(import_decks(db, file, now(db)), as_json)


@cli.command(name="sync-anki")
@click.option("--address", help="Where AnkiConnect listens.  [default: 127.0.0.1:8765]")
@click.option("--key", envvar="ANKICONNECT_API_KEY", help="AnkiConnect's key, if it asks for one.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@json_option
@click.pass_obj
def sync_anki(
    home: Path, address: str | None, key: str | None, dry_run: bool, as_json: bool
) -> None:
    """Push new and changed cards to a running Anki, and pull its reviews.

    Anki needs its add-on AnkiConnect (2055492159), which listens on this machine.
    """
    from quizapp.exchange.ankiconnect import ADDRESS, AnkiConnect
    from quizapp.incoming import live
    from quizapp.sessions import insight

    with library(home) as db, output.progress(quiet=as_json) as progress:
        anki = AnkiConnect(address or ADDRESS, key)
        report = live.sync(db, anki, now(db), dry_run=dry_run, watch=progress)
        if report.progress.added and not dry_run:
            insight.prepare(db, now(db), progress)
    transfers.synced(report, as_json)
