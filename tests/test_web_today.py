"""Today and settings: pace, streak, shares, a backlog that is spread, looks and what they cost."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import CardOf, Clock, post, text_of
from web_material import LEARNING, RIVERS

from quizapp import study
from quizapp.memory.workload import costs
from quizapp.model import CardKind, Rating
from quizapp.scheduling import Model, study_day
from quizapp.store import days, library, progress
from quizapp.store.database import writing
from quizapp.store.settings import day_of, save_settings, settings
from quizapp.web import today


def learn_all(db: Database, now: datetime) -> None:
    """Every card is learnt and comes back after days."""
    with writing(db):
        for stored in library.cards(db):
            study.answer(db, stored.card.id, Rating.EASY, now, duration_ms=6000)


def test_the_time_follows_the_learner_s_own_pace(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    assert not days.pace(shelf).own
    assert "About 5 minutes." in text_of(client.get("/"))
    for n in range(2):
        learn_all(shelf, clock.now + timedelta(minutes=n))
    pace = days.pace(shelf)
    assert pace.own and pace.seconds == 6
    clock.forward(timedelta(days=60))
    assert "About 1 minute at your pace" in text_of(client.get("/"))


def test_shares_add_up_to_what_waits(shelf: Database, now: datetime) -> None:
    counts, shares = study.shares(shelf, now)
    assert set(shares) == {LEARNING, RIVERS}
    assert sum(one.total for one in shares.values()) == counts.total


def test_the_streak_counts_study_days_up_to_today_or_yesterday(
    client: FlaskClient, shelf: Database, card_of: CardOf, clock: Clock
) -> None:
    assert days.streak(shelf, study_day(clock.now)) == 0
    for _ in range(3):
        study.answer(shelf, card_of(CardKind.RECALL).id, Rating.GOOD, clock.now)
        clock.forward(timedelta(days=1))
    assert days.streak(shelf, study_day(clock.now)) == 3
    assert "3 days in a row" in text_of(client.get("/"))
    clock.forward(timedelta(days=1))
    assert days.streak(shelf, study_day(clock.now)) == 0


def test_the_week_shows_what_comes_and_what_is_overdue(shelf: Database, now: datetime) -> None:
    learn_all(shelf, now)
    later = study_day(now) + timedelta(days=30)
    coming = days.coming(shelf, later)
    assert coming[0] == (later, 13)
    assert [many for _, many in coming[1:]] == [0] * 6


def test_a_backlog_is_spread_over_days_the_best_remembered_first(
    client: FlaskClient, shelf: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "_BACKLOG", 10)
    learn_all(shelf, clock.now)
    assert "piled up" not in text_of(client.get("/"))
    clock.forward(timedelta(days=40))
    assert "Cards have piled up" in text_of(client.get("/"))
    assert study.counts(shelf, clock.now).due == 13
    post(client, "/relief", days=3)
    assert "3 days" in text_of(client.get("/"))
    assert study.counts(shelf, clock.now).due == 5
    first = study.next_item(shelf, clock.now)
    assert first and first.memory
    assert first.memory.stability == max(
        one.memory.stability for one in library.cards(shelf) if one.memory
    )
    for _ in range(5):
        item = study.next_item(shelf, clock.now)
        assert item
        study.answer(shelf, item.card.id, Rating.GOOD, clock.now)
    assert study.next_item(shelf, clock.now) is None
    clock.forward(timedelta(days=1))
    assert study.counts(shelf, clock.now).due == 4
    post(client, "/relief", days=0)
    assert study.counts(shelf, clock.now).due == 8


@pytest.mark.parametrize("over", ["-1", "4", "x", ""])
def test_a_backlog_is_not_spread_over_anything_else(
    client: FlaskClient, shelf: Database, over: str
) -> None:
    assert post(client, "/relief", days=over).status_code == 400
    assert settings(shelf).relief_until == ""


@pytest.mark.parametrize(
    ("order", "first"), [("forgotten", min), ("saving", max), ("nonsense", None)]
)
def test_reviews_come_in_the_order_that_was_chosen(
    shelf: Database, now: datetime, order: str, first: object
) -> None:
    ratings = [Rating.EASY, Rating.GOOD] * 7
    for stored, rating in zip(library.cards(shelf), ratings, strict=False):
        study.answer(shelf, stored.card.id, Rating.GOOD, now)
        study.answer(shelf, stored.card.id, rating, now + timedelta(hours=1))
    later = now + timedelta(days=50)
    save_settings(shelf, type(settings(shelf))(review_order=order))
    item = study.next_item(shelf, later)
    assert item and item.memory
    if callable(first):
        known = [one.memory.stability for one in library.cards(shelf) if one.memory]
        assert item.memory.stability == first(known)


def test_more_retention_costs_more_reviews(client: FlaskClient, shelf: Database) -> None:
    found = costs([(30.0, 100), (200.0, 50)], Model())
    assert [one.reviews for one in found] == sorted(one.reviews for one in found)
    assert next(one.multiple for one in found if one.retention == 0.9) == 1
    assert costs([], Model())[0].multiple < 1
    page = text_of(client.get("/settings"))
    assert "97 percent" in page


def test_what_costs_are_counted_for(client: FlaskClient, shelf: Database, now: datetime) -> None:
    learn_all(shelf, now)
    assert "Reviews a day for the 13 cards" in text_of(client.get("/settings"))


NUMBERS = {"new_per_day": 20, "reviews_per_day": 200, "desired_retention": 90,
           "learn_ahead_minutes": 20}  # fmt: skip


def test_looks_hold_on_every_page(client: FlaskClient, shelf: Database) -> None:
    post(client, "/settings", **NUMBERS, theme="dark", contrast="more", text_size="130")
    for path in ("/", "/study", "/nowhere"):
        page = client.get(path).text
        assert 'data-theme="dark" data-contrast="more" data-text="130"' in page
    post(client, "/settings", **NUMBERS)
    assert settings(shelf).theme == "dark", "what a form leaves out stays"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"theme": "pink"}, "Choose one of these"),
        ({"text_size": "400"}, "Choose one of these"),
        ({"zone": "Middle/Earth"}, "Give a zone by its name"),
        ({"learning_steps": "10m 1d"}, "“1d” is a day or more; give shorter steps"),
        ({"learning_steps": "soon"}, "“soon” is no step; give minutes or hours"),
        ({"relearning_steps": "0m"}, "“0m” is no time to wait"),
        ({"relearning_steps": "1 " * 11}, "Give 10 steps at most"),
        ({"rollover_hour": "24"}, "Give a whole number from 0 to 23"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(
    client: FlaskClient, shelf: Database, fields: dict[str, str], words: str
) -> None:
    page = post(client, "/settings", **NUMBERS, **fields)
    assert page.status_code == 422
    assert words in text_of(page)
    (name,) = fields
    assert f'Nothing was saved: <a href="#{name}">' in page.text
    assert page.text.count(" autofocus") == 1
    assert settings(shelf) == type(settings(shelf))()


def test_the_zone_decides_what_day_it_is(client: FlaskClient, clock: Clock) -> None:
    assert "Monday 5 January" in text_of(client.get("/"))
    post(client, "/settings", **NUMBERS, zone="pacific/auckland")
    clock.forward(timedelta(hours=8))
    assert "Tuesday 6 January" in text_of(client.get("/"))


def test_steps_hold_from_the_next_answer_on(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    assert "1m 10m" in client.get("/settings").text
    post(client, "/settings", **NUMBERS, learning_steps="5, 1H", relearning_steps="90s")
    chosen = settings(shelf)
    assert (chosen.learning_steps, chosen.relearning_steps) == ((300, 3600), (90,))
    assert 'value="5m 1h"' in client.get("/settings").text
    item = study.next_item(shelf, clock.now)
    assert item and item.intervals[Rating.AGAIN] == timedelta(minutes=5)
    after = study.answer(shelf, item.card.id, Rating.GOOD, clock.now)
    assert after.interval == timedelta(hours=1)
    post(client, "/settings", **NUMBERS, learning_steps="")
    clock.forward(timedelta(hours=1))
    assert study.answer(shelf, item.card.id, Rating.HARD, clock.now).state == "review"


def test_another_beginning_of_the_day_holds_from_now_on_and_moves_no_day_of_the_past(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    """Answered at half past four; with days from five on these would be the days before."""
    for _ in range(3):
        clock.now = clock.now.replace(hour=4, minute=30)
        item = study.next_item(shelf, clock.now)
        assert item
        study.answer(shelf, item.card.id, Rating.EASY, clock.now)
        clock.forward(timedelta(days=1))
    today = study_day(clock.now)
    log = list(progress.answers_by_day(shelf))
    known, waiting = progress.memories(shelf), days.coming(shelf, today, 30)
    post(client, "/settings", **NUMBERS, rollover_hour="5")
    study.rebuild(shelf)
    assert list(progress.answers_by_day(shelf)) == log
    assert progress.memories(shelf) == known
    assert days.coming(shelf, today, 30) == waiting
    assert days.streak(shelf, day_of(shelf, clock.now)) == 3
    assert day_of(shelf, clock.now) == today - timedelta(days=1), "half past four is night now"


def test_a_database_that_cannot_be_read_still_gives_a_page(app: Flask, filled: Path) -> None:
    client = app.test_client()
    (filled / "quizapp.db").write_bytes(b"nothing of a database" * 100)
    for rest in filled.glob("quizapp.db-*"):
        rest.unlink()
    page = client.get("/")
    assert page.status_code == 503
    assert "not a database" in text_of(page)
