"""The quality report, and what is said of the installation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizapp import jsonforms
from quizapp.media import told
from quizapp.model import Problem
from quizapp.printing.amounts import amount
from quizapp.printing.output import emit, problems

if TYPE_CHECKING:
    from quizapp.choosing.verdicts import Verdicts
    from quizapp.diagnosis import Finding
    from quizapp.quality.coverage import Unasked
    from quizapp.quality.report import Report, Row


_SHOWN_FINDINGS, _SHOWN_SECTIONS = 3, 12


def checked(
    report: Report, found: Sequence[Problem], as_json: bool, verdicts: Verdicts | None = None
) -> None:
    """The quality report, and what a person said of the cards of a library."""
    from quizapp.printing import verdict_table

    if as_json:
        emit(
            {
                "cards": report.cards,
                "acceptable": report.acceptable,
                "share": report.share,
                "gate_failures": report.gate_failures,
                "checks": [_row_json(row) for row in report.rows],
                "sections": report.sections,
                "unasked": [_unasked_json(one) for one in report.unasked],
                "verdicts": None if verdicts is None else verdict_table.verdicts_json(verdicts),
            }
        )
    else:
        for row in report.rows:
            _print_row(row)
        share = "" if report.share is None else f" ({report.share:.0%})"
        click.echo(
            f"{report.acceptable} of {amount(report.cards, 'card')} acceptable{share}, "
            f"{amount(report.gate_failures, 'gate failure')}"
        )
        _print_unasked(report)
        if verdicts is not None:
            verdict_table.show(verdicts)
    problems(found)


def _row_json(row: Row) -> jsonforms.Json:
    return {
        "number": row.number,
        "name": row.name,
        "gate": row.gate,
        "failures": len(row.findings) + len(row.remarks),
        "cards": [
            {"id": f.card.id, "kind": str(f.card.kind), "prompt": f.card.prompt, "reason": f.reason}
            for f in row.findings
        ],
        "remarks": list(row.remarks),
    }


def _unasked_json(one: Unasked) -> jsonforms.Json:
    section = one.section
    return {
        "episode": one.episode,
        "path": section.path,
        "line_start": section.line_start,
        "line_end": section.line_end,
        "kind": str(section.kind),
        "heading": section.heading,
        "reason": one.reason,
    }


def _print_unasked(report: Report) -> None:
    """The sections that no card asks: the first of them, each with its place and the reason."""
    if not report.unasked:
        return
    click.echo(f"\n{len(report.unasked)} of {amount(report.sections, 'section')} without a card")
    for one in report.unasked[:_SHOWN_SECTIONS]:
        section = one.section
        named = told(" ".join((section.heading or section.text).split()))[:50]
        click.echo(f"  {section.path}:{section.line_start} {named}: {one.reason}")
    left = len(report.unasked) - _SHOWN_SECTIONS
    if left > 0:
        click.echo(f"  and {left} more; --json lists all")


def _print_row(row: Row) -> None:
    gate = "gate" if row.gate else ""
    failures = len(row.findings) + len(row.remarks)
    click.echo(f"{row.number:>3} {row.name:<16} {gate:<5} {failures:>4}")
    for finding in row.findings[:_SHOWN_FINDINGS]:
        click.echo(f"      {finding.card.id} {finding.reason}: {told(finding.card.prompt)[:70]}")
    for remark in row.remarks:
        click.echo(f"      {remark}")


def diagnosis(findings: Sequence[Finding]) -> None:
    """What ``doctor`` saw."""
    for finding in findings:
        mark = "!" if finding.trouble else " "
        click.echo(f"{mark} {finding.what:<16} {finding.state}")
