"""A session in a terminal: what is typed, what is printed, what the log keeps."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from console import Console
from sqlite_utils import Database
from web_fixtures import CardOf, answer_everything
from web_material import LEARNING

from quizapp import study
from quizapp.model import CardKind, CardStatus, Rating, Settings
from quizapp.store import library, progress
from quizapp.store.settings import save_settings, settings
from quizapp.terminal import Session

Sit = Callable[..., tuple[Session, str]]


@pytest.fixture
def sit(shelf: Database, now: datetime) -> Sit:
    """Sits through a session in which these lines are typed, then leaves; what was printed."""

    def _sit(
        *lines: str, card: str | None = None, episode: str | None = None
    ) -> tuple[Session, str]:
        typed, printed = iter(lines), []

        def ask(prompt: str) -> str:
            printed.append(prompt)
            line = next(typed, None)
            if line is None:
                raise EOFError
            return line

        session = Session(shelf, lambda: now, episode, ask, printed.append)
        session.again = card
        session.run()
        return session, "\n".join(printed)

    return _sit


def test_a_card_is_shown_answered_and_kept(sit: Sit, shelf: Database, card_of: CardOf) -> None:
    card = card_of(CardKind.RECALL)
    session, printed = sit("", "4", card=card.id)
    assert card.prompt in printed and card.answer in printed
    assert session.answers == {Rating.EASY: 1}
    assert [one.rating for one in progress.reviews(shelf, card.id)] == [Rating.EASY]
    assert "1 answer: 1 Easy." in printed


def test_what_is_typed_is_graded_and_proposes_the_rating(
    sit: Sit, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.CLOZE)
    _, printed = sit("something else entirely", "", card=card.id)
    assert "Not this time." in printed and "[Enter: Again]" in printed
    assert progress.reviews(shelf, card.id)[0].rating is Rating.AGAIN
    other = card_of(CardKind.NUMBER) if library.cards(shelf, kind=CardKind.NUMBER) else card
    _, printed = sit(other.answer, "", card=other.id)
    assert "Right." in printed


def test_options_are_chosen_by_number(sit: Sit, shelf: Database, card_of: CardOf) -> None:
    card = card_of(CardKind.CHOICE)
    assert card.options and card.answer_index is not None
    wrong = next(n for n in range(len(card.options)) if n != card.answer_index)
    _, printed = sit("nine", "99", str(wrong + 1), "7", "", card=card.id)
    assert printed.count("Give the number of an option") == 2
    assert "Give the number of a rating" in printed
    assert progress.reviews(shelf, card.id)[0].rating is Rating.AGAIN


def test_undo_edit_suspend_bury_flag_and_source(
    sit: Sit, shelf: Database, card_of: CardOf, now: datetime
) -> None:
    card = card_of(CardKind.RECALL)
    _, printed = sit("", "3", ":u", card=card.id)
    assert "Taken back: Good." in printed
    assert progress.reviews(shelf) == ()
    sit(":e", "Mine?", "Ours", card=card.id)
    stored = library.card(shelf, card.id)
    assert (stored.card.prompt, stored.card.answer, stored.edited) == ("Mine?", "Ours", True)
    _, printed = sit(":s", ":?", ":nonsense", card=card.id)
    assert card.source.path in printed and printed.count("leave; nothing is lost") == 2
    sit(":b", card=card.id)
    assert library.card(shelf, card.id).buried_until
    sit(":x", card=card_of(CardKind.CLOZE).id)
    sit(":f", "It is wrong", card=card_of(CardKind.CHOICE).id)
    statuses = {kind: card_of(kind).status for kind in (CardKind.CLOZE, CardKind.CHOICE)}
    assert CardStatus.SUSPENDED in statuses.values() or CardStatus.REJECTED in statuses.values()
    _, printed = sit(":f", "", card=card_of(CardKind.ATTRIBUTION).id)
    assert "a card is flagged with a reason" in printed


def test_an_answer_given_elsewhere_meanwhile_is_not_counted_twice(
    shelf: Database, card_of: CardOf, now: datetime
) -> None:
    card, printed = card_of(CardKind.RECALL), []

    def ask(prompt: str) -> str:
        printed.append(prompt)
        if "[Enter" not in prompt:
            return ""
        if progress.reviews(shelf):
            raise EOFError
        study.answer(shelf, card.id, Rating.GOOD, now)
        return "1"

    session = Session(shelf, lambda: now, None, ask, printed.append)
    session.again = card.id
    session.run()
    assert len(progress.reviews(shelf)) == 1
    assert session.answers == {}
    assert any("answered elsewhere" in line for line in printed)


def test_settings_hold_here_too(sit: Sit, shelf: Database, card_of: CardOf) -> None:
    save_settings(shelf, Settings(two_buttons=True, show_intervals=False))
    _, printed = sit("", "2", "", card=card_of(CardKind.RECALL).id)
    assert "1 Again  3 Good  [Enter: Good]" in printed
    assert "Give the number of a rating" in printed


def test_when_nothing_is_left_it_says_when_the_next_card_comes(
    sit: Sit, shelf: Database, now: datetime
) -> None:
    answer_everything(shelf, now)
    _, printed = sit()
    assert "Nothing left to study. The next card is due 2026-" in printed


def test_a_session_of_one_episode(sit: Sit, shelf: Database) -> None:
    sit(*["", "4", ""] * 30, episode=LEARNING)
    asked = {library.card(shelf, one.card_id).card.episode for one in progress.reviews(shelf)}
    assert asked == {LEARNING}


def test_the_command_leaves_quietly_when_its_input_ends(filled: Path, now: datetime) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "--home", str(filled), "study"],
        input="\n3\n",
        env={**os.environ, "QUIZAPP_NOW": now.isoformat()},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "→" in done.stdout


def test_commands_keep_to_the_zone_and_the_day_that_are_set(filled: Path, shelf: Database) -> None:
    """Nine in Berlin is nine in the evening in Auckland: the day before, where days begin late."""
    chosen = replace(settings(shelf), zone="Pacific/Auckland", rollover_hour=22)
    save_settings(shelf, chosen)
    card = library.cards(shelf)[0].card
    assert Console(filled)("answer", card.id, "easy", "--json").code == 0
    (given,) = progress.reviews(shelf)
    assert given.reviewed_at.utcoffset() == timedelta(hours=13)
    ((_, day, _),) = progress.answers_by_day(shelf)
    assert day == date(2026, 1, 4), "before ten in the evening it is the day before"
    assert Console(filled)("stats", "--json").json["today"]["reviewed"] == 1
    assert Console(filled)("undo").code == 0
