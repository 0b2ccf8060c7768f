"""The log and the schedules as they are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from quizapp import study
from quizapp.model import Note, Rating, Settings
from quizapp.store import library, progress
from quizapp.store.records import from_day, from_ms, offset_minutes, to_day, to_ms
from quizapp.store.settings import save_settings, settings

Save = Callable[..., library.Changes]


@pytest.fixture
def card_id(save: Save, make_note: Callable[..., Note]) -> str:
    """A stored card."""
    note = make_note()
    save(note)
    return note.cards[0].id


def test_a_new_card_has_no_memory(db: Database, card_id: str) -> None:
    assert progress.memory(db, card_id) is None
    assert progress.memories(db) == {} and progress.reviews(db) == ()


def test_a_schedule_comes_back_as_it_was_saved(db: Database, card_id: str, now: datetime) -> None:
    for rating in (Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.EASY):
        after = study.answer(db, card_id, rating, now)
        stored = progress.memory(db, card_id)
        assert stored == after
        assert stored.due.utcoffset() == now.utcoffset()
        now = after.due


def test_the_log_cannot_be_shortened_or_reworded(db: Database, card_id: str, now: datetime) -> None:
    study.answer(db, card_id, Rating.GOOD, now)
    for sql in ("DELETE FROM reviews", "UPDATE reviews SET rating = 4"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(sql)
    assert [review.rating for review in progress.reviews(db)] == [Rating.GOOD]


def test_a_card_with_reviews_cannot_be_deleted(db: Database, card_id: str, now: datetime) -> None:
    study.answer(db, card_id, Rating.GOOD, now)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("DELETE FROM cards WHERE id = ?", (card_id,))


def test_the_log_is_in_order_of_time_and_can_be_asked_for_one_card(
    db: Database, save: Save, make_note: Callable[..., Note], now: datetime
) -> None:
    save(make_note(0), make_note(1))
    one, other = (stored.card.id for stored in library.cards(db))
    study.answer(db, other, Rating.GOOD, now + timedelta(minutes=5))
    study.answer(db, one, Rating.HARD, now)
    assert [review.card_id for review in progress.reviews(db)] == [one, other]
    assert [review.rating for review in progress.reviews(db, one)] == [Rating.HARD]
    by_card = {card: [r.rating for r in log] for card, log in progress.reviews_by_card(db)}
    assert by_card == {one: [Rating.HARD], other: [Rating.GOOD]}


def test_a_card_can_be_unburied(db: Database, card_id: str, now: datetime) -> None:
    study.bury(db, card_id, now)
    assert progress.buried_until(db, card_id) == date(2026, 1, 6)
    progress.unbury(db, card_id)
    assert progress.buried_until(db, card_id) is None
    assert study.counts(db, now).new == 1


def test_settings_have_defaults_and_keep_what_was_set(db: Database) -> None:
    assert settings(db) == Settings()
    wanted = Settings(new_per_day=5, desired_retention=0.85, parameters=(0.5,) * 21)
    save_settings(db, wanted)
    assert settings(db) == wanted
    save_settings(db, Settings())
    assert settings(db) == Settings()
    assert db.execute("SELECT count(*) FROM settings").fetchone() == (0,)


def test_a_setting_of_a_newer_version_is_left_alone(db: Database) -> None:
    db.execute("INSERT INTO settings VALUES ('me', 'telepathy', 'true')")
    assert settings(db) == Settings()


@given(
    st.integers(min_value=0, max_value=4_000_000_000_000),
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_instants_and_days_come_back(milliseconds: int, offset: int) -> None:
    instant = from_ms(milliseconds, offset)
    assert (to_ms(instant), offset_minutes(instant)) == (milliseconds, offset)
    assert instant == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    day = instant.astimezone(UTC).date()
    assert to_day(day) == milliseconds // 86_400_000
    assert from_day(to_day(day)) == day
