"""The verdicts on cards as ``check`` shows them, to people and to programs."""

from __future__ import annotations

from collections.abc import Sequence

import click

from quizapp.choosing.verdicts import Said, Tally, Verdicts
from quizapp.jsonforms import Json

_COLUMNS = ("made", *map(str, Said))
_NAME = 40
_REASONS = 5


def verdicts_json(verdicts: Verdicts) -> Json:
    """The verdicts as ``check --json`` gives them; shares are of the cards judged."""
    return {
        **_tally_json(verdicts.total),
        "kinds": [_tally_json(t) for t in verdicts.kinds],
        "rules": [_tally_json(t) for t in verdicts.rules],
        "sections": [_tally_json(t) for t in verdicts.sections],
        "reasons": [{"reason": reason, "cards": n} for reason, n in verdicts.reasons],
    }


def _tally_json(tally: Tally) -> Json:
    return {
        "name": tally.name,
        **{column: getattr(tally, column) for column in _COLUMNS},
        "shares": {str(said): tally.share(said) for said in Said},
    }


def show(verdicts: Verdicts) -> None:
    """Prints the verdicts, the sorts with the most cards turned down first."""
    click.echo("\nVerdicts: what you said of the cards")
    if not verdicts.total.judged:
        click.echo(
            "  nothing yet; keep, edit, reject or flag cards, and this says which rules do badly"
        )
        return
    for title, tallies in (
        ("kind", verdicts.kinds),
        ("rule", verdicts.rules),
        ("made of", verdicts.sections),
    ):
        _show_table(title, tallies)
    click.echo(_line(verdicts.total))
    for reason, cards in verdicts.reasons[:_REASONS]:
        click.echo(f"  flagged {cards} ×: {reason}")


def _show_table(title: str, tallies: Sequence[Tally]) -> None:
    heads = "".join(f"{column:>9}" for column in _COLUMNS)
    click.echo(f"  {title:<{_NAME}}{heads}{'bad':>7}")
    for tally in tallies:
        if tally.judged:
            click.echo(_line(tally))
    unjudged = sum(not tally.judged for tally in tallies)
    if unjudged:
        click.echo(f"  {f'({unjudged} more that nothing was said of)':<{_NAME}}")


def _line(tally: Tally) -> str:
    numbers = "".join(f"{getattr(tally, column):>9}" for column in _COLUMNS)
    bad = "" if tally.bad is None else f"{tally.bad:.0%}"
    return f"  {tally.name[:_NAME]:<{_NAME}}{numbers}{bad:>7}"
