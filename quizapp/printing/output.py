"""Where the printing goes: values, problems and progress; in colour where that can be seen."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

import click

from quizapp.model import Problem

_SHOWN_PROBLEMS = 20


def emit(form: object) -> None:
    """One JSON value on stdout."""
    click.echo(json.dumps(form, ensure_ascii=False, indent=2))


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A progress line on stderr while work goes on; nothing where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def advance(what: str, done: int, of: int) -> None:
            bar.update(task, description=what[:50], completed=done, total=of or None)

        yield advance


def problems(found: Sequence[Problem]) -> None:
    """Each problem as one line on stderr; a long list is cut with its count."""
    for problem in found[:_SHOWN_PROBLEMS]:
        # A file's name may hold a line's end.
        text = " ".join(str(problem).splitlines())
        click.echo(click.style(text, fg="yellow"), err=True, color=colour(sys.stderr))
    if len(found) > _SHOWN_PROBLEMS:
        click.echo(f"… and {len(found) - _SHOWN_PROBLEMS} more of this kind", err=True)


def colour(stream: TextIO) -> bool:
    """Whether to print in colour: in a terminal that can, unless NO_COLOR says otherwise."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
