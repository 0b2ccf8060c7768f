"""The pages as a browser without a script gets them: content, states, safety."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_material import (
    LEARNING,
    RIVERS,
    RIVERS_DOCUMENT,
    Draft,
    fill,
    note,
)
from werkzeug.test import TestResponse

from quizapp import study
from quizapp.errors import StoreError
from quizapp.model import CardKind, CardStatus, Rating, StoredCard
from quizapp.store import library, progress
from quizapp.store.database import connect, database_path
from quizapp.store.settings import settings
from quizapp.web import create_app
from quizapp.web.security import CONTENT_SECURITY_POLICY, secret_key, trusted_hosts

PAGES = (
    "/",
    "/study",
    f"/study/{LEARNING}",
    "/library",
    f"/episodes/{LEARNING}",
    f"/episodes/{RIVERS}",
    "/progress",
    "/exchange",
    "/settings",
)

HOSTILE = "<script>alert(1)</script>\"'&<b>"


class Clock:
    """A clock that a test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, span: timedelta) -> None:
        self.now += span


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def filled(home: Path, now: datetime) -> Path:
    fill(home, now)
    return home


@pytest.fixture
def app(filled: Path, clock: Clock) -> Flask:
    app = create_app(filled, now=clock)
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def shelf(filled: Path) -> Iterator[Database]:
    db = connect(database_path(filled))
    yield db
    db.close()


@pytest.fixture
def card_of(shelf: Database) -> Callable[[CardKind], StoredCard]:
    """The first card of a kind."""
    return lambda kind: library.cards(shelf, kind=kind)[0]


def text_of(response: TestResponse) -> str:
    """The page as text: no tags, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def token_of(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/study").text)
    assert found
    return found[1]


def post(client: FlaskClient, address: str, **fields: object) -> TestResponse:
    return client.post(address, data={"csrf_token": token_of(client), **fields})


def rate(client: FlaskClient, card_id: str, rating: Rating, version: int = 0) -> TestResponse:
    return post(client, "/study", card=card_id, version=version, rating=int(rating))


# Every page, and the states of those that have several


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there(client: FlaskClient, page: str) -> None:
    response = client.get(page)
    assert response.status_code == 200
    assert response.text.count("<h1") == 1


@pytest.mark.parametrize("page", ["/", "/study", "/library", "/progress", "/exchange", "/settings"])
def test_an_empty_library_leads_on_from_every_page(home: Path, now: datetime, page: str) -> None:
    response = create_app(home, now=lambda: now).test_client().get(page)
    assert response.status_code == 200
    leads = ('class="button primary" href="/"', "quizapp build", "Keys in a study session")
    assert any(lead in response.text for lead in leads)


def test_the_first_visit_can_begin_with_the_bundled_episode(home: Path, now: datetime) -> None:
    client = create_app(home, now=lambda: now).test_client()
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


def answer_everything(db: Database, now: datetime, episode: str | None = None) -> None:
    while item := study.next_item(db, now, episode=episode):
        study.answer(db, item.card.id, Rating.EASY, now)


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
    client: FlaskClient, clock: Clock, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
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
    assert "In the last 7 days 100%" in text
    assert "How well it predicts you" in text


# Studying


@pytest.mark.parametrize("kind", [
    CardKind.RECALL, CardKind.CLOZE, CardKind.CHOICE,
    CardKind.TRUE_FALSE, CardKind.FINISH_QUOTE, CardKind.ATTRIBUTION,
])  # fmt: skip
def test_a_question_does_not_give_its_answer_away(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard], kind: CardKind
) -> None:
    card = card_of(kind).card
    question = client.get(f"/study?card={card.id}")
    text = text_of(question)
    assert card.prompt.replace("____", "") in text.replace("____", "") or "____" in card.prompt
    assert ">Show answer</button>" in question.text
    assert 'name="rating"' not in question.text
    assert "settled" not in question.text
    if card.options:
        assert all(option in text for option in card.options)
    else:
        assert card.answer not in text
    answer = client.get(f"/study?card={card.id}&show=1")
    assert card.answer.split("; ")[0] in text_of(answer)
    assert answer.text.count('name="rating"') == 4


def test_the_buttons_bear_their_names_and_the_next_intervals(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    page = client.get(f"/study?card={card_of(CardKind.RECALL).card.id}&show=1")
    for name in ("Again", "Hard", "Good", "Easy"):
        assert f'aria-label="{name}"' in page.text
    assert "Again 1 min Hard 6 min Good 10 min Easy" in text_of(page)
    for name in ("Undo", "Edit", "Suspend", "Bury", "Source"):
        assert f"<span>{name}</span></button>" in page.text


@pytest.mark.parametrize(
    ("chosen", "verdict", "proposed"), [(0, "Not this time", "1"), (1, "Right", "3")]
)
def test_a_chosen_option_is_marked_and_a_rating_proposed(
    client: FlaskClient,
    card_of: Callable[[CardKind], StoredCard],
    chosen: int,
    verdict: str,
    proposed: str,
) -> None:
    card = card_of(CardKind.CHOICE).card
    page = client.get(f"/study?card={card.id}&choice={chosen}")
    assert verdict in text_of(page)
    assert "the answer" in text_of(page)
    assert re.search(rf'value="{proposed}" class="rating proposed"', page.text)


@pytest.mark.parametrize("choice", ["9", "-1", "x", ""])
def test_an_option_that_does_not_exist_leaves_the_question(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard], choice: str
) -> None:
    page = client.get(f"/study?card={card_of(CardKind.CHOICE).card.id}&choice={choice}")
    assert ">Show answer</button>" in page.text


def test_true_or_false_shows_the_true_sentence(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.TRUE_FALSE).card
    page = client.get(f"/study?card={card.id}&choice=0")
    assert f'<p class="key">{card.explanation}</p>' in page.text


def test_a_typed_answer_is_graded_and_shown_beside_the_right_one(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.CLOZE).card
    right = text_of(client.get(f"/study?card={card.id}&typed={card.answer.upper()}"))
    assert "Right" in right
    wrong = text_of(client.get(f"/study?card={card.id}&typed=photosynthesis"))
    assert "Not this time" in wrong
    assert "You wrote: photosynthesis" in wrong
    assert card.answer in wrong


def test_an_empty_answer_only_shows_the_right_one(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.CLOZE).card
    page = client.get(f"/study?card={card.id}&typed=+")
    assert card.answer in text_of(page)
    assert "You wrote" not in page.text


def test_the_source_opens_in_its_context_with_the_excerpt_marked(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    closed = client.get(f"/study?card={card.id}&show=1")
    assert re.search(r'id="source" class="sources" hidden', closed.text)
    opened = client.get(f"/study?card={card.id}&show=1&source=1")
    assert re.search(r'id="source" class="sources">', opened.text)
    assert "<mark>A meander moves because" in opened.text
    assert "An oxbow lake is what stays" in opened.text


def test_an_answer_is_recorded_with_its_time_and_leads_to_the_next_card(
    client: FlaskClient, shelf: Database
) -> None:
    item = study.next_item(shelf, datetime.fromisoformat("2026-01-05T09:00+01:00"))
    assert item
    response = post(client, "/study", card=item.card.id, version=0, rating=3, duration_ms="4200")
    assert response.status_code == 303
    assert response.headers["Location"] == "/study"
    (review,) = progress.reviews(shelf)
    assert (review.card_id, review.rating, review.duration_ms) == (
        item.card.id, Rating.GOOD, 4200,
    )  # fmt: skip
    assert item.card.prompt.split("____")[0] not in text_of(client.get("/study"))


def test_a_second_answer_to_the_same_showing_is_not_counted(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    rate(client, card.id, Rating.GOOD)
    response = rate(client, card.id, Rating.AGAIN)
    assert response.status_code == 303
    assert "second answer was not counted" in client.get("/study").text
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_a_double_click_that_arrives_in_several_threads_is_one_answer(
    app: Flask, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    forms = [(app.test_client(), {"card": card.id, "version": 0, "rating": 3}) for _ in range(6)]
    for client, form in forms:
        form["csrf_token"] = token_of(client)
    with ThreadPoolExecutor(len(forms)) as pool:
        answers = list(pool.map(lambda one: one[0].post("/study", data=one[1]), forms))
    assert {answer.status_code for answer in answers} == {303}
    assert len(progress.reviews(shelf)) == 1


def test_a_page_of_a_card_answered_since_leads_on(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    rate(client, card.id, Rating.GOOD)
    response = client.get(f"/study?card={card.id}&v=0&show=1")
    assert response.status_code == 302
    assert response.headers["Location"] == "/study"


def test_undo_takes_the_last_answer_back_and_shows_its_card(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    rate(client, card.id, Rating.HARD)
    response = post(client, "/undo", back=f"/study/{RIVERS}")
    assert response.headers["Location"] == f"/study/{RIVERS}?card={card.id}"
    page = client.get(response.headers["Location"])
    assert "Taken back: Hard" in page.text
    assert card.prompt in text_of(page)
    assert progress.reviews(shelf) == ()
    post(client, "/undo", back="/study")
    assert "There is no answer to take back" in client.get("/study").text


def test_suspending_is_at_once_and_can_be_taken_back(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    post(client, f"/cards/{card.id}/suspend", back="/study")
    assert library.card(shelf, card.id).card.status is CardStatus.SUSPENDED
    page = client.get("/study")
    assert "The card is suspended" in page.text
    assert f'action="/cards/{card.id}/unsuspend"' in page.text
    post(client, f"/cards/{card.id}/unsuspend", back="/study")
    assert library.card(shelf, card.id).card.status is CardStatus.ACTIVE


def test_a_buried_card_rests_until_tomorrow_or_until_it_is_called_back(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    item = study.next_item(shelf, clock.now)
    assert item
    post(client, f"/cards/{item.card.id}/bury", back="/study")
    following = study.next_item(shelf, clock.now)
    assert following
    assert following.card.id != item.card.id
    post(client, f"/cards/{item.card.id}/unbury", back="/study")
    again = study.next_item(shelf, clock.now)
    assert again
    assert again.card.id == item.card.id


def test_all_cards_of_a_note_are_set_aside_together(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.CHOICE).card
    post(client, f"/cards/{card.id}/note/suspend", back="/study")
    assert library.card(shelf, card.id).card.status is CardStatus.SUSPENDED
    other = card_of(CardKind.RECALL).card
    post(client, f"/cards/{other.id}/note/bury", back="/study")
    assert library.card(shelf, other.id).buried_until is not None


def test_an_edit_stays_and_leads_back_to_the_card(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    form = client.get(f"/study?card={card.id}&v=0&show=1&edit=1")
    assert "Save</button>" in form.text
    back = f"/study?card={card.id}&v=0&show=1"
    assert back in unescape(form.text)
    response = post(
        client, f"/cards/{card.id}/edit", prompt="Why do rivers move?", answer="Erosion.", back=back
    )
    assert response.headers["Location"] == back
    stored = library.card(shelf, card.id)
    assert (stored.card.prompt, stored.card.answer, stored.edited) == (
        "Why do rivers move?", "Erosion.", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "prompt", "answer", "problem"),
    [
        (CardKind.RECALL, "", "An answer", "needs a question and an answer"),
        (CardKind.RECALL, "A question?", " ", "needs a question and an answer"),
        (CardKind.CLOZE, "No blank here.", "word", "Leave a blank"),
        (CardKind.CLOZE, "____ and ____.", "only one", "Give 2 answers"),
    ],
)
def test_an_edit_that_is_no_card_is_asked_again_with_what_was_typed(
    client: FlaskClient,
    shelf: Database,
    card_of: Callable[[CardKind], StoredCard],
    kind: CardKind,
    prompt: str,
    answer: str,
    problem: str,
) -> None:
    card = card_of(kind).card
    response = post(client, f"/cards/{card.id}/edit", prompt=prompt, answer=answer, back="/study")
    assert response.status_code == 422
    assert problem in response.text
    assert f">{prompt}</textarea>" in response.text
    assert library.card(shelf, card.id).card == card


def test_the_key_of_a_choice_is_not_edited_away_from_its_options(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.CHOICE).card
    post(client, f"/cards/{card.id}/edit", prompt="Where is the peak?", answer="x", back="/study")
    edited = library.card(shelf, card.id).card
    assert (edited.prompt, edited.answer) == ("Where is the peak?", card.answer)


# Exchange and settings


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


def test_the_review_log_downloads_as_csv(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
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


# Errors


@pytest.mark.parametrize(
    "address",
    ["/nothing", "/study/nobody", "/episodes/nobody", "/cards/none", "/study?card=none",
     "/exchange/cards?episode=nobody", "/static/nothing.css"],
)  # fmt: skip
def test_what_is_not_there_is_a_page_with_404(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "There is nothing here" in response.text
    assert "Traceback" not in response.text


def test_the_wrong_method_or_format_is_a_page_with_its_status(client: FlaskClient) -> None:
    assert client.get("/undo").status_code == 405
    assert client.get("/exchange/cards?format=exe").status_code == 400
    assert post(client, "/study", card="none", version=0, rating=3).status_code == 404


@pytest.mark.parametrize("rating", ["", "0", "5", "good"])
def test_an_unknown_rating_is_refused(
    client: FlaskClient, shelf: Database, card_of: Callable[[CardKind], StoredCard], rating: str
) -> None:
    card = card_of(CardKind.RECALL).card
    assert post(client, "/study", card=card.id, version=0, rating=rating).status_code == 400
    assert progress.reviews(shelf) == ()


def test_an_answer_to_a_suspended_card_is_refused_and_not_lost_in_silence(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard]
) -> None:
    card = card_of(CardKind.RECALL).card
    post(client, f"/cards/{card.id}/suspend", back="/study")
    response = rate(client, card.id, Rating.GOOD)
    assert response.status_code == 409
    assert "suspended" in response.text


def test_a_mistake_of_ours_is_a_page_without_its_insides(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.testing = False
    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr(library, "episodes", lambda _db: 1 / 0)
    response = app.test_client().get("/library")
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert "ZeroDivisionError" not in response.text


def test_a_library_that_cannot_be_read_is_a_page_with_503(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_db: Database) -> None:
        raise StoreError("the database is locked; end the other program")

    monkeypatch.setattr(library, "episodes", locked)
    response = app.test_client().get("/library")
    assert response.status_code == 503
    assert "end the other program" in response.text


def test_a_damaged_library_stops_the_start_in_one_line(home: Path, now: datetime) -> None:
    home.mkdir()
    database_path(home).write_bytes(b"this is not a database" * 100)
    with pytest.raises(StoreError) as raised:
        create_app(home, now=lambda: now)
    assert "\n" not in str(raised.value)


# Safety


POSTS = ("/study", "/undo", "/cards/x/suspend", "/cards/x/bury", "/cards/x/edit", "/settings")


@pytest.mark.parametrize("address", POSTS)
@pytest.mark.parametrize("token", [None, "", "wrong", "ünïcode"])
def test_a_form_without_the_right_token_is_refused(
    client: FlaskClient, address: str, token: str | None
) -> None:
    token_of(client)
    fields = {} if token is None else {"csrf_token": token}
    response = client.post(address, data=fields)
    assert response.status_code == 400
    assert "earlier visit" in response.text


def test_a_form_without_a_session_is_refused(client: FlaskClient) -> None:
    assert client.post("/undo", data={"csrf_token": ""}).status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.x", "a b"])
def test_a_foreign_host_is_refused(client: FlaskClient, host: str) -> None:
    response = client.get("/", headers={"Host": host})
    assert response.status_code == 400
    assert "13 cards" not in response.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.1:5000", "[::1]:5000"])
def test_the_own_hosts_are_trusted(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_server_for_other_machines_trusts_its_own_names_only() -> None:
    assert "192.0.2.7" in trusted_hosts("192.0.2.7")
    assert "[fe80::1]" in trusted_hosts("fe80::1")
    everywhere = trusted_hosts("0.0.0.0")
    assert "0.0.0.0" not in everywhere
    assert len(everywhere) > len(trusted_hosts("127.0.0.1"))


@pytest.mark.parametrize("page", [*PAGES, "/nothing", "/static/quizapp.css"])
def test_every_answer_carries_the_headers(client: FlaskClient, page: str) -> None:
    response = client.get(page)
    assert response.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Referrer-Policy" in response.headers
    assert "Permissions-Policy" in response.headers
    response.close()


@pytest.mark.parametrize("page", PAGES)
def test_no_page_needs_an_inline_style_script_or_another_host(
    client: FlaskClient, page: str
) -> None:
    text = client.get(page).text
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", text)
    assert not re.search(r"<script(?! type=\"module\" src=\"/static/)", text)
    assert not re.search(r'(?:href|src|action)="(?:https?:)?//', text)


def test_the_session_cookie_is_strict_and_out_of_reach_of_scripts(client: FlaskClient) -> None:
    cookie = client.get("/study").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_a_form_does_not_lead_to_another_site(
    client: FlaskClient, card_of: Callable[[CardKind], StoredCard], where: str
) -> None:
    card = card_of(CardKind.RECALL).card
    response = post(client, f"/cards/{card.id}/bury", back=where)
    assert response.headers["Location"] == "/"


def test_hostile_words_on_a_card_stay_words(home: Path, now: datetime) -> None:
    document = RIVERS_DOCUMENT
    hostile = note(
        document,
        RIVERS,
        Draft(
            CardKind.CHOICE,
            f"{HOSTILE} ____ {{{{ 7*7 }}}}?",
            HOSTILE,
            "How rivers remember",
            options=(HOSTILE, "</button><img src=x onerror=alert(1)>", "plain"),
            explanation=HOSTILE,
        ),
    )
    fill(home, now, extra=(hostile,))
    client = create_app(home, now=lambda: now).test_client()
    card = hostile.cards[0].id
    for address in (
        f"/study?card={card}",
        f"/study?card={card}&choice=1",
        f"/study?card={card}&edit=1",
        f"/study?card={card}&typed={HOSTILE}&choice=0",
        f"/cards/{card}",
        f"/cards/{card}/edit",
        f"/episodes/{RIVERS}",
    ):
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
        assert "49" not in re.sub(r"\d{3,}", "", text.split("<main", 1)[1].split("Hard")[0])


def test_the_session_key_is_kept_private_in_the_home(home: Path) -> None:
    key = secret_key(home)
    assert secret_key(home) == key
    assert len(key) == 64
    if os.name == "posix":
        assert stat.S_IMODE((home / "secret_key").stat().st_mode) == 0o600
    assert secret_key(home.parent / "other") != key


def test_a_damaged_session_key_is_told_in_one_line(home: Path) -> None:
    home.mkdir()
    (home / "secret_key").write_bytes(b"short")
    with pytest.raises(StoreError, match="delete this file"):
        secret_key(home)
