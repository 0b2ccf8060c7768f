"""What the commands print: for people by default, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TextIO

import click

from quizapp import jsonforms
from quizapp.media import told
from quizapp.model import (
    BuildReport,
    Memory,
    Problem,
    Rating,
    Review,
    StoredCard,
    StudyItem,
)

if TYPE_CHECKING:
    from quizapp.build import Parsed
    from quizapp.calibration import Calibration
    from quizapp.diagnosis import Finding
    from quizapp.exchange.export import ExportReport
    from quizapp.incoming.decks import DeckReport
    from quizapp.incoming.libraries import LibraryReport
    from quizapp.incoming.live import SyncReport
    from quizapp.incoming.taking import ProgressReport
    from quizapp.outline import Line
    from quizapp.quality.report import Report, Row
    from quizapp.refitting import Refit
    from quizapp.statistics import EpisodeRecall, Statistics
    from quizapp.verdicts import Verdicts

_SHOWN_PROBLEMS = 20
_SHOWN_FINDINGS = 3


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
        from quizapp.outline import outline

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


def colour(stream: TextIO) -> bool:
    """Whether to print in colour: in a terminal that can, unless NO_COLOR says otherwise."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


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
            f"{_amount(report.episodes, 'episode')}, {_amount(report.notes, 'note')}, "
            f"{_amount(total, 'card')} in {report.seconds:.1f} s"
        )
        click.echo("  " + _listed(report.cards))
        click.echo(
            f"  {report.new} new, {report.updated} updated, "
            f"{report.unchanged} unchanged, {report.removed} removed"
        )
        if report.rejected:
            click.echo(f"  candidates turned down: {_listed(report.rejected)}")
    problems(report.problems)


def cards(found: Sequence[StoredCard], memory: bool, as_json: bool) -> None:
    """The cards of ``cards``."""
    if as_json:
        emit({"cards": [jsonforms.stored_card_json(c, memory) for c in found]})
        return
    for stored in found:
        card = stored.card
        click.echo(f"{card.id}  {card.kind:<12} {card.status:<9} {told(card.prompt)}")
        click.echo(f"{'':34}→ {told(card.answer)}")
        if memory and stored.memory:
            state = stored.memory
            click.echo(f"{'':34}{state.state}, due {state.due:%Y-%m-%d %H:%M} UTC")
    click.echo(_amount(len(found), "card"))


def item(found: StudyItem | None, later: datetime | None, as_json: bool) -> None:
    """The card of ``next``, or null and when the next one comes."""
    if as_json:
        emit(_item_json(found) if found else None)
    elif found is None:
        when = f"; the next card is due {later:%Y-%m-%d %H:%M}" if later else ""
        click.echo(f"Nothing is due{when}.")
    else:
        card = found.card
        click.echo(f"{card.id}  {card.kind}\n\n{told(card.prompt)}")
        for number, option in enumerate(card.options or (), start=1):
            click.echo(f"  {number}. {option}")
        click.echo(f"\n→ {told(card.answer)}\n")
        click.echo("   ".join(f"{r.name.lower()} {span(t)}" for r, t in found.intervals.items()))
        counts = found.counts
        click.echo(f"{counts.new} new, {counts.learning} learning, {counts.due} due")


def _item_json(found: StudyItem) -> jsonforms.Json:
    return {
        "card": jsonforms.card_json(found.card),
        "memory": jsonforms.memory_json(found.memory),
        "intervals": {r.name.lower(): span(t) for r, t in found.intervals.items()},
        "interval_seconds": {
            r.name.lower(): int(t.total_seconds()) for r, t in found.intervals.items()
        },
        "counts": asdict(found.counts),
    }


def span(time: timedelta) -> str:
    """A length of time as a button shows it: ``10m``, ``3d``, ``2.1mo``, ``1.4y``."""
    seconds, days = time.total_seconds(), time.total_seconds() / 86_400
    for limit, divisor, unit in ((60, 1, "s"), (3_600, 60, "m"), (86_400, 3_600, "h")):
        if seconds < limit:
            return f"{seconds / divisor:.0f}{unit}"
    if days < 30:
        return f"{days:.0f}d"
    return f"{days / 30.4:.1f}mo" if days < 365 else f"{days / 365.25:.1f}y"


def answered(memory: Memory, rating: Rating, as_json: bool) -> None:
    """What an answer did to a card's schedule."""
    if as_json:
        emit({"card_id": memory.card_id, "rating": int(rating)} | _schedule(memory))
    else:
        click.echo(f"{rating.name.lower()}: again in {span(memory.interval)}")


def _schedule(memory: Memory) -> jsonforms.Json:
    return {"memory": jsonforms.memory_json(memory)}


def undone(review: Review | None, as_json: bool) -> None:
    """Which review ``undo`` took back."""
    if as_json:
        emit(
            review
            and {
                "card_id": review.card_id,
                "rating": int(review.rating),
                "reviewed_at": review.reviewed_at.isoformat(),
            }
        )
    elif review:
        click.echo(f"took back {review.rating.name.lower()} on {review.card_id}")
    if review is None:
        click.echo("there is no answer of today to take back", err=True)


def checked(
    report: Report, found: Sequence[Problem], as_json: bool, verdicts: Verdicts | None = None
) -> None:
    """The quality report, and what a person said of the cards of a library."""
    from quizapp import verdict_table

    if as_json:
        emit(
            {
                "cards": report.cards,
                "acceptable": report.acceptable,
                "share": report.share,
                "gate_failures": report.gate_failures,
                "checks": [_row_json(row) for row in report.rows],
                "verdicts": None if verdicts is None else verdict_table.verdicts_json(verdicts),
            }
        )
    else:
        for row in report.rows:
            _print_row(row)
        share = "" if report.share is None else f" ({report.share:.0%})"
        click.echo(
            f"{report.acceptable} of {_amount(report.cards, 'card')} acceptable{share}, "
            f"{_amount(report.gate_failures, 'gate failure')}"
        )
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


def _print_row(row: Row) -> None:
    gate = "gate" if row.gate else ""
    failures = len(row.findings) + len(row.remarks)
    click.echo(f"{row.number:>3} {row.name:<16} {gate:<5} {failures:>4}")
    for finding in row.findings[:_SHOWN_FINDINGS]:
        click.echo(f"      {finding.card.id} {finding.reason}: {told(finding.card.prompt)[:70]}")
    for remark in row.remarks:
        click.echo(f"      {remark}")


def exported(report: ExportReport) -> None:
    """What an export wrote."""
    click.echo(
        f"{_amount(report.cards, 'card')} of {_amount(report.notes, 'note')} "
        f"written to {report.path}"
    )
    if report.gone:
        from quizapp.incoming.wording import named

        click.echo(
            f"  {_amount(len(report.gone), 'card')} not made any more or rejected; who has them "
            f"from an earlier export keeps them: {named(list(report.gone))}"
        )


def progress_imported(report: ProgressReport, as_json: bool) -> None:
    """What ``import-progress`` took in, and what it passed over and why."""
    from quizapp.incoming.wording import lines, report_json

    if as_json:
        emit(report_json(report))
        return
    for line in lines(report):
        click.echo(line)


def decks_imported(report: DeckReport, as_json: bool) -> None:
    """What ``import`` took in."""
    from quizapp.incoming.wording import deck_json, deck_lines

    if as_json:
        emit(deck_json(report))
        return
    for line in deck_lines(report):
        click.echo(line)


def library_imported(report: LibraryReport, as_json: bool) -> None:
    """What ``import`` added out of a library."""
    from quizapp.incoming.wording import library_lines

    if as_json:
        emit(asdict(report) | {"path": str(report.path)})
        return
    for line in library_lines(report):
        click.echo(line)


def synced(report: SyncReport, as_json: bool) -> None:
    """What ``sync-anki`` sent and fetched, or would have."""
    from quizapp.incoming.wording import sync_json, sync_lines

    if as_json:
        emit(sync_json(report))
        return
    for line in sync_lines(report):
        click.echo(line)


def statistics(found: Statistics, as_json: bool) -> None:
    """Recall progress."""
    from quizapp.statistics import YEAR, to_json

    if as_json:
        emit(to_json(found))
        return
    today = found.today
    click.echo(
        f"today     {today.due} due, {today.learning} learning, {today.new} new; "
        f"{today.reviewed} answered, {_amount(found.streak_days, 'day')} in a row"
    )
    for name, kept in (
        ("retention", found.true_retention),
        ("  young", found.young_retention),
        ("  mature", found.mature_retention),
    ):
        spans = "  ".join(f"{days} days {_share(share):>3}" for days, share in kept.items())
        click.echo(f"{name:<9} {spans}")
    facts = found.facts
    click.echo(
        f"facts     {facts.known:,} known on all sides, {facts.seen:,} seen, {facts.notes:,} in all"
    )
    for episode in found.episodes:
        click.echo(
            f"{episode.slug}: {episode.seen} of {_amount(episode.cards, 'card')} seen, "
            f"predicted recall {_recall(episode)}, recalled in a year "
            f"{_share(episode.true_retention.get(YEAR))}"
        )
    click.echo(f"predicted {_calibration(found.calibration)}")
    if found.correction:
        used = "is used" if found.correction.used else "is of no help and not used"
        click.echo(
            f"corrected {_calibration(found.correction.corrected)}; the model alone on the same "
            f"{_calibration(found.correction.plain)}; the correction {used}"
        )
    coming = [f"{day.date:%a} {day.due}" for day in found.forecast[:7]]
    click.echo("coming    " + "  ".join(coming))


def refitted(found: Refit, as_json: bool) -> None:
    """What ``fit`` found, in figures."""
    outcome = found.outcome
    if as_json:
        emit(
            {
                "reviews": found.answers,
                "trials": outcome.trials,
                "judged": outcome.judged,
                "before": asdict(outcome.before),
                "after": asdict(outcome.after),
                "with_correction": asdict(outcome.corrected),
                "without_correction": asdict(outcome.uncorrected),
                "kept": found.kept,
                "correction": outcome.correction,
                "parameters": outcome.parameters and list(outcome.parameters),
                "rescheduled": found.rescheduled,
            }
        )
        return
    click.echo(
        f"{_amount(found.answers, 'review')}, {outcome.trials:,} of them on a later day than the "
        f"card's first; judged on the latest {outcome.judged:,}"
    )
    for name, one in (
        ("before", outcome.before),
        ("fitted", outcome.after),
    ):
        click.echo(f"{name:<16} log loss {one.log_loss:.4f}   RMSE(bins) {one.rmse_bins:.4f}")
    if found.kept:
        click.echo("kept: the fitted model predicts later reviews better, and is used from now on")
    else:
        click.echo("not kept: it predicts later reviews no better than the model in use")
    click.echo(f"the correction of predicted recall, on the latest {outcome.corrected.reviews:,}:")
    for name, one in (("without", outcome.uncorrected), ("with", outcome.corrected)):
        click.echo(f"{name:<16} log loss {one.log_loss:.4f}   RMSE(bins) {one.rmse_bins:.4f}")
    if outcome.correction:
        click.echo("on: the chances that are shown are corrected; no due day changes")
    else:
        click.echo("off: it predicts later reviews no better")
    if found.rescheduled:
        click.echo(f"{_amount(found.rescheduled, 'card')} rescheduled")
    elif found.kept:
        click.echo("cards keep their due days; quizapp fit --reschedule gives them new ones")


def _calibration(found: Calibration) -> str:
    if found.log_loss is None or found.rmse_bins is None:
        return "nothing to compare yet"
    return (
        f"log loss {found.log_loss:.4f}, RMSE(bins) {found.rmse_bins:.4f} over "
        f"{_amount(found.reviews, 'review')}"
    )


def _recall(episode: EpisodeRecall) -> str:
    """What is shown, and what the model alone says where that is another."""
    if episode.recall_corrected is None:
        return _share(episode.recall)
    return f"{_share(episode.recall_corrected)} (by the model alone {_share(episode.recall)})"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def diagnosis(findings: Sequence[Finding]) -> None:
    """What ``doctor`` saw."""
    for finding in findings:
        mark = "!" if finding.trouble else " "
        click.echo(f"{mark} {finding.what:<16} {finding.state}")


def _listed(counts: Mapping[str, int]) -> str:
    ordered = sorted(Counter(counts).items(), key=lambda kv: (-kv[1], kv[0]))
    return ", ".join(f"{name} {count}" for name, count in ordered) or "none"


def _amount(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
