"""Recall progress and the fit of the memory model, in figures."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from quizapp.printing.amounts import amount, share
from quizapp.printing.output import emit

if TYPE_CHECKING:
    from quizapp.memory.calibration import Calibration
    from quizapp.sessions.refitting import Refit
    from quizapp.statistics import EpisodeRecall, Statistics


def statistics(found: Statistics, as_json: bool) -> None:
    """Recall progress."""
    from quizapp.statistics import YEAR, to_json

    if as_json:
        emit(to_json(found))
        return
    today = found.today
    click.echo(
        f"today     {today.due} due, {today.learning} learning, {today.new} new; "
        f"{today.reviewed} answered, {amount(found.streak_days, 'day')} in a row"
    )
    for name, kept in (
        ("retention", found.true_retention),
        ("  young", found.young_retention),
        ("  mature", found.mature_retention),
    ):
        spans = "  ".join(f"{days} days {share(part):>3}" for days, part in kept.items())
        click.echo(f"{name:<9} {spans}")
    facts = found.facts
    click.echo(
        f"facts     {facts.known:,} known on all sides, {facts.seen:,} seen, {facts.notes:,} in all"
    )
    for episode in found.episodes:
        click.echo(
            f"{episode.slug}: {episode.seen} of {amount(episode.cards, 'card')} seen, "
            f"predicted recall {_recall(episode)}, recalled in a year "
            f"{share(episode.true_retention.get(YEAR))}"
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
        f"{amount(found.answers, 'review')}, {outcome.trials:,} of them on a later day than the "
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
        click.echo(f"{amount(found.rescheduled, 'card')} rescheduled")
    elif found.kept:
        click.echo("cards keep their due days; quizapp fit --reschedule gives them new ones")


def _calibration(found: Calibration) -> str:
    if found.log_loss is None or found.rmse_bins is None:
        return "nothing to compare yet"
    return (
        f"log loss {found.log_loss:.4f}, RMSE(bins) {found.rmse_bins:.4f} over "
        f"{amount(found.reviews, 'review')}"
    )


def _recall(episode: EpisodeRecall) -> str:
    """What is shown, and what the model alone says where that is another."""
    if episode.recall_corrected is None:
        return share(episode.recall)
    return f"{share(episode.recall_corrected)} (by the model alone {share(episode.recall)})"
