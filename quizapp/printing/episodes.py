"""What was understood of source texts, and what a build made of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from quizapp import jsonforms
from quizapp.model import BuildReport
from quizapp.printing.amounts import amount, listed
from quizapp.printing.output import colour, emit, problems

if TYPE_CHECKING:
    from quizapp.build import Parsed
    from quizapp.printing.outline import Line


def parsed(found: Parsed, as_json: bool) -> None:
    """The episodes of ``parse``, as JSON or as an outline that is checked at a glance."""
    if as_json:
        emit(
            {
                "episodes": [jsonforms.episode_json(e) for e in found.episodes],
                "problems": [jsonforms.problem_json(p) for p in found.problems],
            }
        )
    else:
        from quizapp.printing.outline import outline

        for episode in found.episodes:
            for line in outline(episode, found.omissions):
                click.echo(_coloured(line), color=colour(sys.stdout))
    problems(found.problems)


_STYLES: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {
    "title": ({"bold": True, "fg": "green"}, {"dim": True}),
    "fact": ({"fg": "cyan"}, {}),
    "count": ({"fg": "cyan", "bold": True}, {"bold": True}),
    "part": ({"dim": True}, {}),
    "doubt": ({"fg": "yellow", "bold": True}, {}),
    "omission": ({"dim": True}, {"fg": "yellow"}),
}
"""How the label and the text of each sort of line look in a terminal."""


def _coloured(line: Line) -> str:
    label, text = _STYLES[line.sort]
    return click.style(line.label, **label) + click.style(line.text, **text)


def built(report: BuildReport, as_json: bool) -> None:
    """What a build did."""
    if as_json:
        form = asdict(report)
        form["problems"] = [jsonforms.problem_json(p) for p in report.problems]
        del form["slugs"], form["unread"]
        emit(form)
    else:
        total = sum(report.cards.values())
        click.echo(
            f"{amount(report.episodes, 'episode')}, {amount(report.notes, 'note')}, "
            f"{amount(total, 'card')} in {report.seconds:.1f} s"
        )
        click.echo("  " + listed(report.cards))
        click.echo(
            f"  {report.new} new, {report.updated} updated, "
            f"{report.unchanged} unchanged, {report.removed} removed"
        )
        if report.rejected:
            click.echo(f"  candidates turned down: {listed(report.rejected)}")
    problems(report.problems)
