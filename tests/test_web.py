"""The pages as a browser without a script gets them: what stands on them, and in which state."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import PAGES, CardOf, Clock, answer_everything, post, rate, text_of
from web_material import (
    LEARNING,
    RIVERS,
)

from quizapp import study
from quizapp.model import CardKind, CardStatus, Rating
from quizapp.store import library
from quizapp.store.settings import settings
from quizapp.web import create_app


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there(client: FlaskClient, page: str) -> None:
    response = client.get(page)
    assert response.status_code == 200
    assert response.text.count("<h1") == 1


@pytest.mark.parametrize("page", ["/", "/study", "/library", "/progress", "/exchange", "/settings"])
def test_an_empty_library_leads_on_from_every_page(home: Path, now: datetime, page: str) -> None:
    response = create_app(home, now=lambda: now).test_client().get(page)
    assert response.status_code == 200
    leads = (
        'class="button primary" href="/"',
        'class="button primary" href="/library/add"',
        "quizapp build",
        "Keys in a study session",
    )
    assert any(lead in response.text for lead in leads)


def test_the_first_visit_can_begin_with_the_bundled_episode(home: Path, now: datetime) -> None:
    client = create_app(home, now=lambda: now, patience=60).test_client()
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert found
    response = client.post("/library/example", data={"csrf_token": found[1]})
    assert response.headers["Location"] == "/"
    text = text_of(client.get("/"))
    assert "cards are ready" in text
    assert "20 new 0 learning 0 due" in text


def test_every_template_compiles(app: Flask) -> None:
    names = [name for name in app.jinja_env.list_templates() if not name.startswith("anki/")]
    assert "study.html" in names
    for name in names:
        app.jinja_env.get_template(name)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page(client: FlaskClient, page: str) -> None:
    links = set(re.findall(r'(?:href|src)="(/[^"#]*)', client.get(page).text))
    assert links
    for link in links:
        response = client.get(unescape(link))
        assert response.status_code in (200, 302), link
        response.close()


def test_today_counts_what_waits_and_says_how_long_it_takes(client: FlaskClient) -> None:
    text = text_of(client.get("/"))
    assert "Monday 5 January" in text
    assert "13 cards for today" in text
    assert "13 new 0 learning 0 due" in text
    assert "About 5 minutes" in text
    assert "Ilya Sutskever: Deep Learning" in text
    assert "8 new" in text


def test_today_says_so_when_everything_is_done(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    answer_everything(shelf, clock.now)
    text = text_of(client.get("/"))
    assert "Done for today" in text
    assert "13 answers given today" in text
    assert "The next card is due in" in text


def test_nothing_left_to_study_says_when_the_next_card_is_due(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    answer_everything(shelf, clock.now)
    response = client.get("/study")
    assert "<h1>Nothing left to study</h1>" in response.text
    assert "The next card is due in" in text_of(response)
    clock.forward(timedelta(days=30))
    assert "Nothing left" not in client.get("/study").text


def test_one_finished_episode_leads_to_the_others(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    answer_everything(shelf, clock.now, RIVERS)
    text = text_of(client.get(f"/study/{RIVERS}"))
    assert "Nothing left to study" in text
    assert "Study the other episodes" in text


def test_an_episode_shows_what_is_known_and_where_its_sources_disagree(
    client: FlaskClient,
) -> None:
    text = text_of(client.get(f"/episodes/{LEARNING}"))
    for words in ("Lex Fridman Podcast", "No. 94", "Lex Fridman", "1:37:40", "36:04"):
        assert words in text
    assert "Where the sources disagree" in text
    assert "8 May 2020" in text
    assert "15 May 2020" in text
    assert "The conviction" not in text
    assert "learning.txt , lines 5–6" in text


def test_the_cards_of_an_episode_can_be_filtered(client: FlaskClient) -> None:
    text = text_of(client.get(f"/episodes/{LEARNING}?kind=true_false&status=active"))
    assert "GPT-2 is a transformer with 15 billion parameters" in text
    assert "Which three things" not in text
    assert client.get(f"/episodes/{LEARNING}?kind=nonsense").status_code == 200


def test_a_card_page_tells_its_source_its_history_and_its_memory(
    client: FlaskClient, clock: Clock, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
    assert rate(client, card.id, Rating.GOOD).status_code == 303
    text = text_of(client.get(f"/cards/{card.id}"))
    assert card.answer in text
    assert card.source.path in text
    assert "Stability" in text
    assert "5 January 2026, 09:00 Good" in text


def test_progress_shows_the_figures_once_there_are_any(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    assert "Nothing to show yet" in client.get("/progress").text
    answer_everything(shelf, clock.now)
    clock.forward(timedelta(days=20))
    answer_everything(shelf, clock.now)
    text = text_of(client.get("/progress"))
    assert "in the last year you knew 100%, more than the 90% you aim at" in text
    assert "How well it predicts you" in text


@pytest.mark.parametrize(
    ("ending", "start"), [("apkg", b"PK"), ("csv", b"#separator"), ("json", b"{")]
)
def test_the_cards_download_as_a_file(client: FlaskClient, ending: str, start: bytes) -> None:
    response = client.get(f"/exchange/cards?format={ending}&episode={RIVERS}&with_progress=1")
    assert response.status_code == 200
    assert f"{RIVERS}.{ending}" in response.headers["Content-Disposition"]
    assert response.data.startswith(start)


def test_nothing_to_export_is_told_without_inner_paths(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    for stored in library.cards(shelf):
        library.set_status(shelf, stored.card.id, CardStatus.SUSPENDED, clock.now)
    response = client.get("/exchange/cards?format=apkg")
    assert response.status_code == 422
    assert "there is no card to export" in response.text
    assert "tmp" not in text_of(response)


def test_the_review_log_downloads_as_csv(client: FlaskClient, card_of: CardOf) -> None:
    card = card_of(CardKind.RECALL)
    rate(client, card.id, Rating.GOOD)
    response = client.get("/exchange/reviews.csv")
    assert response.text.splitlines()[0] == "card_id,rating,reviewed_at,duration_ms"
    assert card.id in response.text


def test_settings_are_kept_and_hold(client: FlaskClient, shelf: Database, clock: Clock) -> None:
    wanted = {"new_per_day": 5, "reviews_per_day": 100, "desired_retention": 85,
              "learn_ahead_minutes": 0}  # fmt: skip
    assert post(client, "/settings", **wanted).status_code == 303
    kept = settings(shelf)
    assert (kept.new_per_day, kept.desired_retention) == (5, 0.85)
    assert study.counts(shelf, clock.now).new == 5


@pytest.mark.parametrize("typed", ["-1", "1000", "many", "", "1.5", "٣"])
def test_a_setting_out_of_range_is_refused_beside_its_field(
    client: FlaskClient, shelf: Database, typed: str
) -> None:
    response = post(
        client, "/settings", new_per_day=typed, reviews_per_day=100, desired_retention=85,
        learn_ahead_minutes=0,
    )  # fmt: skip
    assert (response.status_code == 422) == (typed != "٣")
    if typed != "٣":
        assert "Give a whole number from 0 to 999" in response.text
        assert settings(shelf).new_per_day == 20
