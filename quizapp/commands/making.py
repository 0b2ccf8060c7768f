"""Commands that read source texts and show the cards made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from quizapp import clock, resources
from quizapp.commands.group import (
    check_episode,
    cli,
    episode_option,
    json_option,
    library,
    paths_argument,
)
from quizapp.model import CardKind, CardStatus
from quizapp.printing import cards as shown
from quizapp.printing import checks, episodes, output


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def parse(paths: tuple[Path, ...], as_json: bool) -> None:
    """Read source texts and show the episodes found in them; stores nothing."""
    from quizapp import build

    with output.progress(quiet=as_json) as progress:
        parsed = build.parse(paths, progress=progress)
    episodes.parsed(parsed, as_json)
    if parsed.unread or not parsed.episodes:
        raise SystemExit(1)


@cli.command()
@paths_argument
@json_option
@click.pass_obj
def build(home: Path, paths: tuple[Path, ...], as_json: bool) -> None:
    """Make cards of source texts and store them; run again, it updates in place.

    Without PATHS the bundled episode is built.
    """
    from quizapp import build as building

    with library(home) as db:
        with output.progress(quiet=as_json) as progress:
            report = building.build(db, _given(paths), clock.now(), progress=progress)
        episodes.built(report, as_json)
    if report.unread or not report.episodes:
        raise SystemExit(1)


@cli.command()
@episode_option
@click.option("--kind", type=click.Choice([k.value for k in CardKind]), help="Only this kind.")
@click.option(
    "--status", type=click.Choice([s.value for s in CardStatus]), help="Only this status."
)
@click.option("--memory", is_flag=True, help="With each card's schedule.")
@click.option("--why", metavar="ID", help="What made this card's score, and its checks.")
@json_option
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
    from quizapp.store import library as shelf

    with library(home) as db:
        if why is not None:
            from quizapp import checking
            from quizapp.printing import why as terminal

            explanation = checking.why(db, why)
            if as_json:
                output.emit(terminal.explanation_json(explanation))
            else:
                terminal.show(explanation)
            return
        check_episode(db, episode)
        found = shelf.cards(
            db,
            episode=episode,
            kind=CardKind(kind) if kind else None,
            status=CardStatus(status) if status else None,
        )
        shown.cards(found, memory, as_json)


@cli.command()
@paths_argument
@click.option("--strict", is_flag=True, help="Exit 1 when a gate check fails.")
@json_option
@click.pass_obj
def check(home: Path, paths: tuple[Path, ...], strict: bool, as_json: bool) -> None:
    """Report the quality of the cards: every check, its failures, the cards that fail.

    With PATHS the cards that a build would make of them; else those in the library, and what you
    said of them (kept, edited, rejected, flagged), by kind and by the rule that made them.
    """
    from quizapp import checking

    verdicts = None
    if paths:
        with output.progress(quiet=as_json) as progress:
            report, problems = checking.of_sources(paths, progress=progress)
    else:
        with library(home) as db:
            report, problems = checking.of_library(db), ()
            verdicts = checking.of_people(db)
    checks.checked(report, problems, as_json, verdicts)
    if problems or (strict and report.gate_failures):
        raise SystemExit(1)


def _given(paths: Sequence[Path]) -> Sequence[Path]:
    return paths or (resources.source_texts(),)
