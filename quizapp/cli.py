"""The entry point: runs a command; every error is one line on stderr and an exit code."""

from __future__ import annotations

import os
import sqlite3
import sys

import click

from quizapp.commands import exchanging, keeping, learning, making
from quizapp.commands.group import cli
from quizapp.errors import QuizappError, SourceError

COMMANDS = (making, learning, exchanging, keeping)
"""The modules whose commands are there once they are imported."""


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
