"""Commands with which a person learns, and sees how it goes."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp import clock
from quizapp.commands.group import check_episode, cli, episode_option, json_option, library, now
from quizapp.model import Rating
from quizapp.printing import cards as shown
from quizapp.printing import figures

_RATINGS = [rating.name.lower() for rating in Rating]


@cli.command(name="next")
@episode_option
@json_option
@click.pass_obj
def next_card(home: Path, episode: str | None, as_json: bool) -> None:
    """Show the card to study now, with what each rating would do."""
    from quizapp import study

    with library(home) as db:
        check_episode(db, episode)
        moment = now(db)
        item = study.next_item(db, moment, episode=episode)
        later = None if item else study.next_due(db, moment, episode=episode)
        shown.item(item, later, as_json)


@cli.command()
@click.argument("card_id")
@click.argument("rating", type=click.Choice(_RATINGS, case_sensitive=False))
@json_option
@click.pass_obj
def answer(home: Path, card_id: str, rating: str, as_json: bool) -> None:
    """Record one review of a card, as the study page does."""
    from quizapp import study

    pressed = Rating[rating.upper()]
    with library(home) as db:
        memory = study.answer(db, card_id, pressed, now(db))
        shown.answered(memory, pressed, as_json)


@cli.command()
@json_option
@click.pass_obj
def undo(home: Path, as_json: bool) -> None:
    """Take the last answer of today back."""
    from quizapp import study

    with library(home) as db:
        review = study.undo(db, now(db))
    shown.undone(review, as_json)
    if review is None:
        raise SystemExit(1)


@cli.command(name="study")
@episode_option
@click.pass_obj
def study_here(home: Path, episode: str | None) -> None:
    """Study here in the terminal, as in the browser; :? lists the commands."""
    from quizapp.terminal import Session

    with library(home) as db:
        check_episode(db, episode)
        Session(db, lambda: now(db), episode).run()


@cli.command()
@json_option
@click.pass_obj
def stats(home: Path, as_json: bool) -> None:
    """Show recall progress: today, what is remembered, what comes."""
    from quizapp.sessions import insight

    with library(home) as db:
        figures.statistics(insight.progress_report(db, now(db)), as_json)


@cli.command()
@click.option("--reschedule", is_flag=True, help="Give all cards new due days by the new model.")
@json_option
@click.pass_obj
def fit(home: Path, reschedule: bool, as_json: bool) -> None:
    """Fit the memory model to your own reviews; kept only where it predicts later ones better."""
    from quizapp.sessions import insight, refitting

    with library(home) as db:
        found = refitting.refit(db, reschedule=reschedule)
        insight.prepare(db, clock.now())
        figures.refitted(found, as_json)
