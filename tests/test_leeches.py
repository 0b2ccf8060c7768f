"""Leeches by real answers: what is chosen happens, undo takes it back, new words bring one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from quizapp import study
from quizapp.model import CardStatus, Note, Rating
from quizapp.store import leeches, library
from quizapp.store.settings import save_settings, settings

DAY = timedelta(days=1)


@pytest.fixture
def card_id(save: Callable[..., object], make_note: Callable[..., Note]) -> str:
    note = make_note(0)
    save(note)
    return note.cards[0].id


def lapse(db: Database, card_id: str, times: int, now: datetime) -> datetime:
    """Forgets a card so often, and learns it again each time but the last."""
    study.answer(db, card_id, Rating.EASY, now)
    for number in range(times):
        now += 400 * DAY
        study.answer(db, card_id, Rating.AGAIN, now)
        if number < times - 1:
            study.answer(db, card_id, Rating.GOOD, now + timedelta(minutes=10))
    return now


def choose(db: Database, action: str) -> None:
    save_settings(db, replace(settings(db), leech_action=action))


def test_a_leech_is_marked_at_eight_lapses(db: Database, card_id: str, now: datetime) -> None:
    lapse(db, card_id, 7, now)
    assert leeches.leeches(db) == ()
    study.answer(db, card_id, Rating.GOOD, now + 3000 * DAY)
    study.answer(db, card_id, Rating.AGAIN, now + 4000 * DAY)
    (leech,) = leeches.leeches(db)
    assert leech.card_id == card_id and not leech.set_aside
    assert library.card(db, card_id).card.status is CardStatus.ACTIVE
    assert "leech" in library.card(db, card_id).card.tags


@pytest.mark.parametrize("action", ["suspend", "reword"])
def test_undo_takes_back_what_a_lapse_did(
    db: Database, card_id: str, now: datetime, action: str
) -> None:
    choose(db, action)
    at = lapse(db, card_id, 8, now)
    assert library.card(db, card_id).card.status is CardStatus.SUSPENDED
    assert study.undo(db, at)
    assert library.card(db, card_id).card.status is CardStatus.ACTIVE
    assert leeches.leeches(db) == ()


def test_it_is_one_again_after_four_more(db: Database, card_id: str, now: datetime) -> None:
    choose(db, "suspend")
    at = lapse(db, card_id, 8, now)
    library.set_status(db, card_id, CardStatus.ACTIVE, at)
    for number in range(1, 5):
        study.answer(db, card_id, Rating.GOOD, at + timedelta(minutes=10))
        at += 400 * DAY
        assert library.card(db, card_id).card.status is CardStatus.ACTIVE, number
        study.answer(db, card_id, Rating.AGAIN, at)
    assert library.card(db, card_id).card.status is CardStatus.SUSPENDED


def test_new_words_bring_a_leech_back(db: Database, card_id: str, now: datetime) -> None:
    choose(db, "reword")
    at = lapse(db, card_id, 8, now)
    library.edit_card(db, card_id, prompt="Why, in a word?", answer=None, now=at)
    assert library.card(db, card_id).card.status is CardStatus.ACTIVE
    (leech,) = leeches.leeches(db)
    assert not leech.set_aside


def test_new_words_do_not_undo_a_suspension_of_ones_own(
    db: Database, card_id: str, now: datetime
) -> None:
    choose(db, "suspend")
    at = lapse(db, card_id, 8, now)
    library.edit_card(db, card_id, prompt="Why, in a word?", answer=None, now=at)
    assert library.card(db, card_id).card.status is CardStatus.SUSPENDED
