"""Commands for the app and the data as a whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizapp import clock
from quizapp.commands.group import cli, json_option
from quizapp.printing import backups, checks

_yes = click.option("--yes", is_flag=True, help="Replace what is there without asking.")


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
@click.option("--to", required=True, type=click.Path(path_type=Path), help="The file to write.")
@_yes
@json_option
@click.pass_obj
def backup(home: Path, to: Path, yes: bool, as_json: bool) -> None:
    """Copy the library into one file, also while the app is serving.

    The copy is looked through before it takes the place of an older one.
    """
    from quizapp.store.backups import back_up
    from quizapp.store.database import database_path

    sure = yes or (to.is_file() and _agreed(f"{to} is there already; replace it?", as_json))
    backups.backed_up(back_up(database_path(home), to, replace=sure), as_json)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@_yes
@json_option
@click.pass_obj
def restore(home: Path, file: Path, yes: bool, as_json: bool) -> None:
    """Put a backup in the place of the library, also while the app is serving.

    What is there now is kept beside it, in a file that is named. In a terminal you are asked first.
    Who uses Anki runs import-progress or sync-anki before the next export.
    """
    from quizapp.store.backups import holds_anything
    from quizapp.store.backups import restore as put_back
    from quizapp.store.database import database_path

    database = database_path(home)
    if not yes and _is_asked(as_json) and file.is_file() and holds_anything(database):
        click.confirm(f"Replace the library by {file}? It is kept beside it", abort=True, err=True)
    backups.restored(put_back(database, file, clock.now()), as_json)


def _agreed(question: str, as_json: bool) -> bool:
    """Whether a person who can be asked says yes."""
    return _is_asked(as_json) and click.confirm(question, err=True)


def _is_asked(as_json: bool) -> bool:
    return sys.stdin.isatty() and not as_json


@cli.command()
@click.pass_obj
def doctor(home: Path) -> None:
    """Say what is installed, where the data is, and whether the database is sound."""
    from quizapp import diagnosis

    findings = diagnosis.examine(home)
    checks.diagnosis(findings)
    if any(f.trouble for f in findings):
        raise SystemExit(1)
