"""Commands for the app and the data as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.commands.group import cli
from quizapp.printing import checks


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
@click.pass_obj
def doctor(home: Path) -> None:
    """Say what is installed, where the data is, and whether the database is sound."""
    from quizapp import diagnosis

    findings = diagnosis.examine(home)
    checks.diagnosis(findings)
    if any(f.trouble for f in findings):
        raise SystemExit(1)
