"""The commands: arguments in, printing out, nothing else.

Modules that take time to load are imported by the commands that need them, so that answering a
card in a script does not wait for a tagger.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs

from quizapp import __version__, clock, printing, resources
from quizapp.errors import NotFoundError, QuizappError, SourceError
from quizapp.model import CardKind, CardStatus, Rating

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

_RATINGS = [rating.name.lower() for rating in Rating]
_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
_episode = click.option("--episode", metavar="SLUG", help="Only this episode.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    envvar="QUIZAPP_HOME",
    type=click.Path(path_type=Path),
    help="The folder of your data.  [default: the platform's application folder]",
)
@click.version_option(__version__, prog_name="quizapp")
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Remember what you heard: study cards out of the pages written about an episode."""
    context.obj = home or platformdirs.user_data_path("quizapp", appauthor=False)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_json
def parse(paths: tuple[Path, ...], as_json: bool) -> None:
    """Read source texts and show the episodes found in them; stores nothing."""
    from quizapp import build

    with printing.progress(quiet=as_json) as progress:
        parsed = build.parse(paths, progress=progress)
    printing.parsed(parsed, as_json)
    if parsed.unread or not parsed.episodes:
        raise SystemExit(1)


@cli.command()
@_paths
@_json
@click.pass_obj
def build(home: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Make cards of source texts and store them; run again, it updates in place.

    Without PATHS the bundled episode is built.
    """
    from quizapp import build as building

    with _library(home) as db:
        with printing.progress(quiet=as_json) as progress:
            report = building.build(db, _given(paths), clock.now(), progress=progress)
        printing.built(report, as_json)
    if report.unread or not report.episodes:
        raise SystemExit(1)


@cli.command()
@_episode
@click.option("--kind", type=click.Choice([k.value for k in CardKind]), help="Only this kind.")
@click.option(
    "--status", type=click.Choice([s.value for s in CardStatus]), help="Only this status."
)
@click.option("--memory", is_flag=True, help="With each card's schedule.")
@click.option("--why", metavar="ID", help="What made this card's score, and its checks.")
@_json
@click.pass_obj
def cards(
    home: Path,
    episode: str | None,
    kind: str | None,
    status: str | None,
    memory: bool,
    why: str | None,
    as_json: bool,
) -> None:
    """List stored cards, in the order in which they are introduced."""
    from quizapp.store import library

    with _library(home) as db:
        if why is not None:
            from quizapp import checking
            from quizapp import why as terminal

            explanation = checking.why(db, why)
            if as_json:
                printing.emit(terminal.explanation_json(explanation))
            else:
                terminal.show(explanation)
            return
        _check_episode(db, episode)
        found = library.cards(
            db,
            episode=episode,
            kind=CardKind(kind) if kind else None,
            status=CardStatus(status) if status else None,
        )
        printing.cards(found, memory, as_json)


@cli.command(name="next")
@_episode
@_json
@click.pass_obj
def next_card(home: Path, episode: str | None, as_json: bool) -> None:
    """Show the card to study now, with what each rating would do."""
    from quizapp import study

    with _library(home) as db:
        _check_episode(db, episode)
        now = _now(db)
        item = study.next_item(db, now, episode=episode)
        later = None if item else study.next_due(db, now, episode=episode)
        printing.item(item, later, as_json)


@cli.command()
@click.argument("card_id")
@click.argument("rating", type=click.Choice(_RATINGS, case_sensitive=False))
@_json
@click.pass_obj
def answer(home: Path, card_id: str, rating: str, as_json: bool) -> None:
    """Record one review of a card, as the study page does."""
    from quizapp import study

    pressed = Rating[rating.upper()]
    with _library(home) as db:
        memory = study.answer(db, card_id, pressed, _now(db))
        printing.answered(memory, pressed, as_json)


@cli.command()
@_json
@click.pass_obj
def undo(home: Path, as_json: bool) -> None:
    """Take the last answer of today back."""
    from quizapp import study

    with _library(home) as db:
        review = study.undo(db, _now(db))
    printing.undone(review, as_json)
    if review is None:
        raise SystemExit(1)


@cli.command(name="study")
@_episode
@click.pass_obj
def study_here(home: Path, episode: str | None) -> None:
    """Study here in the terminal, as in the browser; :? lists the commands."""
    from quizapp.terminal import Session

    with _library(home) as db:
        _check_episode(db, episode)
        Session(db, lambda: _now(db), episode).run()


@cli.command()
@_paths
@click.option("--strict", is_flag=True, help="Exit 1 when a gate check fails.")
@_json
@click.pass_obj
def check(home: Path, paths: tuple[Path, ...], strict: bool, as_json: bool) -> None:
    """Report the quality of the cards: every check, its failures, the cards that fail.

    With PATHS the cards that a build would make of them; else those in the library, and what you
    said of them (kept, edited, rejected, flagged), by kind and by the rule that made them.
    """
    from quizapp import checking

    verdicts = None
    if paths:
        with printing.progress(quiet=as_json) as progress:
            report, problems = checking.of_sources(paths, progress=progress)
    else:
        with _library(home) as db:
            report, problems = checking.of_library(db), ()
            verdicts = checking.of_people(db)
    printing.checked(report, problems, as_json, verdicts)
    if problems or (strict and report.gate_failures):
        raise SystemExit(1)


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option("--port", default=5000, show_default=True, help="Port to serve on; 0: a free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser there.")
@click.pass_obj
def serve(home: Path, host: str, port: int, open_browser: bool) -> None:
    """Serve the browser app until Ctrl+C."""
    from quizapp.web.server import serve as run

    run(home, host=host, port=port, open_browser=open_browser)


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

    with _library(home) as db:
        for slug in slugs:
            _check_episode(db, slug)
        report = export_library(
            *(db, to, _now(db)),
            episodes=slugs,
            with_progress=with_progress,
            by_chapter=by_chapter,
            program=program,
        )
    printing.exported(report)


@cli.command()
@click.option("--to", required=True, type=click.Path(path_type=Path), help=".csv or .json")
@click.pass_obj
def reviews(home: Path, to: Path) -> None:
    """Write the review log: card_id, rating, reviewed_at, duration_ms; a table, or JSON."""
    from quizapp.exchange.reviews import write_reviews
    from quizapp.store import progress

    with _library(home) as db:
        count = write_reviews(progress.reviews(db), to)
    click.echo(f"{count} reviews written to {to}")


@cli.command(name="import-progress")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--edits", is_flag=True, help="Take over words you changed in Anki.")
@click.option("--tags", is_flag=True, help="Take over tags you added in Anki.")
@_json
@click.pass_obj
def import_progress(home: Path, file: Path, edits: bool, tags: bool, as_json: bool) -> None:
    """Bring reviews back that you made in Anki; what is known already is skipped.

    FILE is an .apkg or .colpkg, a bare collection.anki2, or a .csv that `quizapp reviews` wrote.
    Suspensions come along; what you suspended here stays so.
    """
    from quizapp import insight
    from quizapp.incoming import progress as incoming

    with _library(home) as db, printing.progress(quiet=as_json) as progress:
        report = incoming.import_progress(
            db, file, _now(db), edits=edits, tags=tags, progress=progress
        )
        insight.prepare(db, _now(db), progress)
    printing.progress_imported(report, as_json)


@cli.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@_json
@click.pass_obj
def import_file(home: Path, file: Path, as_json: bool) -> None:
    """Take in an Anki deck of somebody else's (.apkg, .colpkg), or a library as .json.

    Basic and cloze notes come as text with their pictures and sounds, each deck as an episode of
    its own. A newer package of the same deck updates its cards. For your own progress there is
    import-progress. Of a library that `quizapp export --to FILE.json` wrote, what is missing here
    is added.
    """
    from quizapp import insight
    from quizapp.incoming.decks import import_decks
    from quizapp.incoming.libraries import import_library

    with _library(home) as db:
        if file.suffix.lower() == ".json":
            report = import_library(db, file, _now(db))
            if report.reviews:
                with printing.progress(quiet=as_json) as progress:
                    insight.prepare(db, _now(db), progress)
            printing.library_imported(report, as_json)
        else:
            printing.decks_imported(import_decks(db, file, _now(db)), as_json)


@cli.command(name="sync-anki")
@click.option("--address", help="Where AnkiConnect listens.  [default: 127.0.0.1:8765]")
@click.option("--key", envvar="ANKICONNECT_API_KEY", help="AnkiConnect's key, if it asks for one.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@_json
@click.pass_obj
def sync_anki(
    home: Path, address: str | None, key: str | None, dry_run: bool, as_json: bool
) -> None:
    """Push new and changed cards to a running Anki, and pull its reviews.

    Anki needs its add-on AnkiConnect (2055492159), which listens on this machine.
    """
    from quizapp import insight
    from quizapp.exchange.ankiconnect import ADDRESS, AnkiConnect
    from quizapp.incoming import live

    with _library(home) as db, printing.progress(quiet=as_json) as progress:
        anki = AnkiConnect(address or ADDRESS, key)
        report = live.sync(db, anki, _now(db), dry_run=dry_run, watch=progress)
        if report.progress.added and not dry_run:
            insight.prepare(db, _now(db), progress)
    printing.synced(report, as_json)


@cli.command()
@_json
@click.pass_obj
def stats(home: Path, as_json: bool) -> None:
    """Show recall progress: today, what is remembered, what comes."""
    from quizapp import insight

    with _library(home) as db:
        printing.statistics(insight.progress_report(db, _now(db)), as_json)


@cli.command()
@click.option("--reschedule", is_flag=True, help="Give all cards new due days by the new model.")
@_json
@click.pass_obj
def fit(home: Path, reschedule: bool, as_json: bool) -> None:
    """Fit the memory model to your own reviews; kept only where it predicts later ones better."""
    from quizapp import insight, refitting

    with _library(home) as db:
        found = refitting.refit(db, reschedule=reschedule)
        insight.prepare(db, clock.now())
        printing.refitted(found, as_json)


@cli.command()
@click.pass_obj
def doctor(home: Path) -> None:
    """Say what is installed, where the data is, and whether the database is sound."""
    from quizapp import diagnosis

    findings = diagnosis.examine(home)
    printing.diagnosis(findings)
    if any(f.trouble for f in findings):
        raise SystemExit(1)


@contextmanager
def _library(home: Path) -> Iterator[Database]:
    from quizapp.store.database import database_path, open_database

    db = open_database(database_path(home))
    try:
        yield db
    finally:
        db.close()


def _now(db: Database) -> datetime:
    """This instant in the zone that the learner has set, or else in the machine's."""
    from quizapp.store.settings import in_zone, settings

    return in_zone(clock.now(), settings(db))


def _check_episode(db: Database, slug: str | None) -> None:
    """Raise NotFoundError for an episode that the library does not have, naming what is like it."""
    from quizapp.store import library

    known = [episode.slug for episode in library.episodes(db)]
    if slug is None or slug in known:
        return
    meant = get_close_matches(slug, known, n=3, cutoff=0.4) or known[:3]
    advice = f"did you mean {' or '.join(meant)}?" if meant else "quizapp build adds episodes"
    raise NotFoundError(f"there is no episode {slug!r}; {advice}")


def _given(paths: Sequence[Path]) -> Sequence[Path]:
    return paths or (resources.source_texts(),)


def main() -> None:
    """Run a command; every error is one line on stderr and an exit code."""
    try:
        # Click's own printing of a mistake takes four lines; commands return no value but an exit.
        raise SystemExit(cli.main(prog_name="quizapp", standalone_mode=False))
    except click.UsageError as error:
        _misused(error)
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(130) from None
    except QuizappError as error:
        _fail(str(error))
    except sqlite3.Error as error:
        from quizapp.store.database import explain

        _fail(str(explain(error)))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except (OSError, UnicodeError) as error:
        _fail(str(SourceError(f"the system refused this ({error})")))


def _misused(error: click.UsageError) -> None:
    """Say in one line what was wrong with the words of the command, and where its help is."""
    if error.ctx is not None and not sys.argv[1:]:
        click.echo(error.ctx.get_help(), err=True)
        raise SystemExit(2)
    command = error.ctx.command_path if error.ctx else "quizapp"
    message = " ".join(error.format_message().split()).rstrip(".")
    click.echo(f"{command}: {message}; see {command} --help", err=True)
    raise SystemExit(2)


def _fail(line: str) -> None:
    click.echo(line, err=True)
    raise SystemExit(1)
