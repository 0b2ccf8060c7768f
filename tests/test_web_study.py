"""A study session as forms: questions, answers, and what can be done to a card."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import CardOf, Clock, post, rate, text_of, token_of
from web_material import (
    RIVERS,
)

from quizapp import study
from quizapp.model import CardKind, CardStatus, Rating
from quizapp.store import library, progress


@pytest.mark.parametrize("kind", [
    CardKind.RECALL, CardKind.CLOZE, CardKind.CHOICE,
    CardKind.TRUE_FALSE, CardKind.FINISH_QUOTE, CardKind.ATTRIBUTION,
])  # fmt: skip
def test_a_question_does_not_give_its_answer_away(
    client: FlaskClient, card_of: CardOf, kind: CardKind
) -> None:
    card = card_of(kind)
    question = client.get(f"/study?card={card.id}")
    text = text_of(question)
    assert card.prompt.replace("____", "") in text.replace("____", "") or "____" in card.prompt
    assert ">Show answer</button>" in question.text
    assert 'name="rating"' not in question.text
    assert "settled" not in question.text
    if kind is CardKind.ATTRIBUTION:  # a title may name who said it
        assert text.count(card.answer) == 1
    if card.options:
        assert all(option in text for option in card.options)
    else:
        assert card.answer not in text
    answer = client.get(f"/study?card={card.id}&show=1")
    assert card.answer.split("; ")[0] in text_of(answer)
    assert answer.text.count('name="rating"') == 4


def test_the_buttons_bear_their_names_and_the_next_intervals(
    client: FlaskClient, card_of: CardOf
) -> None:
    page = client.get(f"/study?card={card_of(CardKind.RECALL).id}&show=1")
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
    card_of: CardOf,
    chosen: int,
    verdict: str,
    proposed: str,
) -> None:
    card = card_of(CardKind.CHOICE)
    page = client.get(f"/study?card={card.id}&choice={chosen}")
    assert verdict in text_of(page)
    assert "the answer" in text_of(page)
    assert re.search(rf'value="{proposed}" class="rating proposed"', page.text)


@pytest.mark.parametrize("choice", ["9", "-1", "x", ""])
def test_an_option_that_does_not_exist_leaves_the_question(
    client: FlaskClient, card_of: CardOf, choice: str
) -> None:
    page = client.get(f"/study?card={card_of(CardKind.CHOICE).id}&choice={choice}")
    assert ">Show answer</button>" in page.text


def test_true_or_false_shows_the_true_sentence(client: FlaskClient, card_of: CardOf) -> None:
    card = card_of(CardKind.TRUE_FALSE)
    page = client.get(f"/study?card={card.id}&choice=0")
    assert f'<p class="key">{card.explanation}</p>' in page.text


def test_a_typed_answer_is_graded_and_shown_beside_the_right_one(
    client: FlaskClient, card_of: CardOf
) -> None:
    card = card_of(CardKind.CLOZE)
    right = text_of(client.get(f"/study?card={card.id}&typed={card.answer.upper()}"))
    assert "Right" in right
    wrong = text_of(client.get(f"/study?card={card.id}&typed=photosynthesis"))
    assert "Not this time" in wrong
    assert "You wrote: photosynthesis" in wrong
    assert card.answer in wrong


def test_an_empty_answer_only_shows_the_right_one(client: FlaskClient, card_of: CardOf) -> None:
    card = card_of(CardKind.CLOZE)
    page = client.get(f"/study?card={card.id}&typed=+")
    assert card.answer in text_of(page)
    assert "You wrote" not in page.text


def test_the_source_opens_in_its_context_with_the_excerpt_marked(
    client: FlaskClient, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
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
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
    rate(client, card.id, Rating.GOOD)
    response = rate(client, card.id, Rating.AGAIN)
    assert response.status_code == 303
    assert "second answer was not counted" in client.get("/study").text
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_a_double_click_that_arrives_in_several_threads_is_one_answer(
    app: Flask, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
    forms = [(app.test_client(), {"card": card.id, "version": 0, "rating": 3}) for _ in range(6)]
    for client, form in forms:
        form["csrf_token"] = token_of(client)
    with ThreadPoolExecutor(len(forms)) as pool:
        answers = list(pool.map(lambda one: one[0].post("/study", data=one[1]), forms))
    assert {answer.status_code for answer in answers} == {303}
    assert len(progress.reviews(shelf)) == 1


def test_a_page_of_a_card_answered_since_leads_on(client: FlaskClient, card_of: CardOf) -> None:
    card = card_of(CardKind.RECALL)
    rate(client, card.id, Rating.GOOD)
    response = client.get(f"/study?card={card.id}&v=0&show=1")
    assert response.status_code == 302
    assert response.headers["Location"] == "/study"


def test_undo_takes_the_last_answer_back_and_shows_its_card(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
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
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
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
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.CHOICE)
    post(client, f"/cards/{card.id}/note/suspend", back="/study")
    assert library.card(shelf, card.id).card.status is CardStatus.SUSPENDED
    other = card_of(CardKind.RECALL)
    post(client, f"/cards/{other.id}/note/bury", back="/study")
    assert library.card(shelf, other.id).buried_until is not None


def test_an_edit_stays_and_leads_back_to_the_card(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
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
    card_of: CardOf,
    kind: CardKind,
    prompt: str,
    answer: str,
    problem: str,
) -> None:
    card = card_of(kind)
    response = post(client, f"/cards/{card.id}/edit", prompt=prompt, answer=answer, back="/study")
    assert response.status_code == 422
    assert problem in response.text
    assert f">{prompt}</textarea>" in response.text
    assert library.card(shelf, card.id).card == card


def test_the_key_of_a_choice_is_not_edited_away_from_its_options(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.CHOICE)
    post(client, f"/cards/{card.id}/edit", prompt="Where is the peak?", answer="x", back="/study")
    edited = library.card(shelf, card.id).card
    assert (edited.prompt, edited.answer) == ("Where is the peak?", card.answer)
