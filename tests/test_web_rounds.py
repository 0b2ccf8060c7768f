"""Studying ahead and cramming, what undo takes back, flags, and orders on the study page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from conftest import note
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import CardOf, Clock, post, rate, text_of
from web_material import LEARNING, learning_episode
from werkzeug.test import TestResponse

from quizapp import identity
from quizapp.model import Card, CardKind, CardStatus, Episode, Note, Rating
from quizapp.reading.documents import Document
from quizapp.sessions import rounds
from quizapp.store import deeds, library, progress
from quizapp.store.choosing import Choice
from quizapp.store.database import writing


@pytest.fixture
def order(shelf: Database, now: datetime) -> Iterator[Card]:
    """A card that asks for an order, in an episode whose pages name its recording."""
    source = library.cards(shelf, episode=LEARNING, kind=CardKind.TRUE_FALSE)[0].card.sources
    note_id = identity.note_id("hand", "ordered", "order", "order")
    card = Card(
        identity.card_id(note_id, "order", ""), note_id, CardKind.ORDER, "ordered",
        "In which order did they come?", "one → two → three", source,
        options=("three", "one", "two"), score=0.5,
    )  # fmt: skip
    text = "See https://www.youtube.com/watch?v=abcdefghijk\n" * 40
    with writing(shelf):
        library.save_episode(
            shelf,
            type(learning_episode())(slug="ordered", title="Put in order"),
            [Document(source[0].path, "", text)],
            [Note(note_id, "hand", "ordered", "order", "order", source, (card,))],
            now,
        )
    yield card


def begin(client: FlaskClient, **fields: object) -> str:
    began = post(client, "/ahead", **fields)
    assert began.status_code == 303, text_of(began)
    return str(began.location)


def turn(client: FlaskClient, address: str, rating: Rating) -> TestResponse:
    page = client.get(address)
    version = re.search(r'name="v" value="([^"]+)"', page.text)
    card = re.search(r'name="card" value="([^"]+)"', page.text)
    assert version and card
    return post(client, address, card=card[1], version=version[1], rating=int(rating))


def test_cramming_leaves_the_log_and_the_schedule_alone(
    client: FlaskClient, shelf: Database
) -> None:
    address = begin(client, episode=LEARNING, kind="true_false", counts=0)
    page = text_of(client.get(f"{address}?show=1"))
    assert "Practice: the schedule stays as it is" in page
    assert "10 min" not in page
    turn(client, address, Rating.AGAIN)
    assert "1 of 2" in text_of(client.get(address))
    turn(client, address, Rating.GOOD)
    done = text_of(client.get(address))
    assert "The round is over" in done
    assert "50 percent known" in done
    assert "The hard ones" in done
    assert progress.reviews(shelf) == ()
    assert progress.memories(shelf) == {}


def test_studying_ahead_counts(client: FlaskClient, shelf: Database) -> None:
    address = begin(client, episode=LEARNING, kind="choice", counts=1)
    assert "answers change the schedule" in text_of(client.get(address))
    turn(client, address, Rating.EASY)
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.EASY]
    post(client, f"{address}/undo")
    assert progress.reviews(shelf) == ()
    assert "0 of 1" in text_of(client.get(address))


def test_undo_in_a_cram_gives_the_turn_back(client: FlaskClient, shelf: Database) -> None:
    address = begin(client, kind="recall", counts=0)
    turn(client, address, Rating.AGAIN)
    post(client, f"{address}/undo")
    assert "0 of 4" in text_of(client.get(address))
    assert "no answer of this round" in text_of(
        client.get(post(client, f"{address}/undo").location)
    )


def test_two_tabs_do_not_answer_a_turn_twice(client: FlaskClient, shelf: Database) -> None:
    address = begin(client, kind="recall", counts=1)
    page = client.get(address).text
    version = re.search(r'name="v" value="([^"]+)"', page)
    assert version
    for _ in range(2):
        post(client, address, version=version[1], rating=3)
    assert len(progress.reviews(shelf)) == 1
    assert "not counted" in text_of(client.get(address))


@pytest.mark.parametrize(
    ("choice", "cards"),
    [
        (Choice(), 13),
        (Choice(episode=LEARNING), 8),
        (Choice(chapter="Backpropagation"), 2),
        (Choice(kinds=(CardKind.CLOZE, CardKind.CHOICE)), 4),
        (Choice(tag="nothing"), 0),
    ],
)
def test_a_round_has_the_cards_of_its_choice(
    shelf: Database, now: datetime, choice: Choice, cards: int
) -> None:
    if not cards:
        with pytest.raises(Exception, match="no card fits"):
            rounds.start(shelf, "x", choice, now, limit=50, counts=False)
        return
    number = rounds.start(shelf, "x", choice, now, limit=50, counts=False)
    assert len(rounds.standing(shelf, number, now).turns) == cards


def test_what_was_forgotten_lately_can_be_crammed(
    client: FlaskClient, shelf: Database, card_of: CardOf, clock: Clock
) -> None:
    rate(client, card_of(CardKind.CHOICE).id, Rating.AGAIN)
    rate(client, card_of(CardKind.RECALL).id, Rating.GOOD)
    clock.forward(timedelta(days=2))
    address = begin(client, forgotten=1, counts=0)
    assert "0 of 1" in text_of(client.get(address))
    clock.forward(timedelta(days=9))
    assert post(client, "/ahead", forgotten=1).status_code == 422


def test_a_card_set_aside_in_the_middle_leaves_the_round(
    client: FlaskClient, shelf: Database, now: datetime
) -> None:
    address = begin(client, kind="choice", counts=0)
    [card] = (one.card for one in library.cards(shelf, kind=CardKind.CHOICE))
    library.set_status(shelf, card.id, CardStatus.SUSPENDED, now)
    assert "The round is over" in text_of(client.get(address))


def test_a_buried_card_leaves_its_place_in_a_cram_to_another_until_it_is_asked_again(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    there = len(library.cards(shelf))
    for stored in library.cards(shelf)[:2]:
        post(client, f"/session/{stored.card.id}/bury", back="/study")
    first = begin(client, cards=there - 2, counts=0)
    assert f"0 of {there - 2}" in text_of(client.get(first))
    told = text_of(client.get(begin(client, cards=20, counts=0)))
    assert f"{there - 2} cards: there are no more that fit." in told
    clock.forward(timedelta(days=1))
    told = text_of(client.get(begin(client, cards=20, counts=0)))
    assert f"0 of {there}" in told and f"{there} cards: there are no more" in told
    assert "Buried" not in text_of(client.get("/cards"))
    card = library.cards(shelf)[0].card
    assert "buried until" not in text_of(client.get(f"/cards/{card.id}"))


def test_a_round_that_counts_says_that_siblings_wait(
    client: FlaskClient, shelf: Database, now: datetime
) -> None:
    pair = (CardKind.RECALL, CardKind.TRUE_FALSE)
    made = [note(n, kinds=pair, episode="pairs") for n in range(3)]
    library.save_episode(shelf, Episode("pairs", "Pairs"), (), made, now)
    told = text_of(client.get(begin(client, episode="pairs", cards=10, counts=1)))
    assert "3 cards, one of each fact" in told and "apart: 3 more wait." in told
    told = text_of(client.get(begin(client, episode="pairs", cards=6, counts=0)))
    assert "0 of 6" in told and "one of each fact" not in told


def test_undo_takes_back_answers_and_deeds_in_turn(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    recall, choice = card_of(CardKind.RECALL), card_of(CardKind.CHOICE)
    rate(client, recall.id, Rating.GOOD)
    post(client, f"/session/{choice.id}/edit", prompt="Mine?", back="/study")
    post(client, f"/session/{choice.id}/bury", back="/study")
    post(client, f"/session/{choice.id}/flag", reason="The answer is wrong", back="/study")
    assert library.card(shelf, choice.id).card.status is CardStatus.REJECTED
    assert deeds.flag(shelf, choice.id) == "The answer is wrong"
    assert "You flagged this card: The answer is wrong" in text_of(
        client.get(f"/cards/{choice.id}")
    )
    post(client, "/undo")
    stored = library.card(shelf, choice.id)
    assert stored.card.status is CardStatus.ACTIVE
    assert stored.buried_until and deeds.flag(shelf, choice.id) is None
    post(client, "/undo")
    assert library.card(shelf, choice.id).buried_until is None
    assert library.card(shelf, choice.id).card.prompt == "Mine?"
    post(client, "/undo")
    assert library.card(shelf, choice.id).card == choice
    assert len(progress.reviews(shelf)) == 1
    post(client, "/undo")
    assert progress.reviews(shelf) == ()
    last = post(client, "/undo", back="/study")
    assert "no answer to take back" in text_of(client.get(last.location))


def test_a_whole_note_comes_back_with_one_undo(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
    post(client, f"/session/{card.id}/note/suspend", back="/study")
    assert library.card(shelf, card.id).card.status is CardStatus.SUSPENDED
    taken = post(client, "/undo", back=f"/study/{LEARNING}")
    assert taken.location == f"/study/{LEARNING}?card={card.id}"
    assert library.card(shelf, card.id).card.status is CardStatus.ACTIVE


def test_a_flag_needs_a_reason(client: FlaskClient, shelf: Database, card_of: CardOf) -> None:
    card = card_of(CardKind.RECALL)
    refused = post(client, f"/session/{card.id}/flag", words="  ", back="/study")
    assert refused.status_code == 409
    assert "say in a few words" in text_of(refused)
    post(client, f"/session/{card.id}/flag", words="  too   easy ", reason="x", back="/study")
    assert deeds.flag(shelf, card.id) == "too easy"


def test_an_edit_that_is_no_card_is_no_deed(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    card = card_of(CardKind.CLOZE)
    fields = {"prompt": "no gap", "answer": "x", "back": "/study"}
    assert post(client, f"/session/{card.id}/edit", **fields).status_code == 422
    assert "no answer to take back" in text_of(client.get(post(client, "/undo").location))


def test_an_order_is_moved_by_its_buttons_without_a_script(
    client: FlaskClient, order: Card
) -> None:
    page = client.get(f"/study?card={order.id}")
    lying = [page.text.index(f'class="step">{text}<') for text in order.options or ()]
    assert lying == sorted(lying)
    moved = client.get(f"/study?card={order.id}&order=0&order=1&order=2&move=0-down")
    assert re.findall(r'name="order" value="(\d)"', moved.text)[:3] == ["1", "0", "2"]
    assert 'name="rating"' not in moved.text
    right = client.get(f"/study?card={order.id}&order=1&order=2&order=0&check=1")
    assert "Right" in text_of(right)
    assert text_of(right).count("in its place") == 3
    nearly = client.get(f"/study?card={order.id}&order=1&order=0&order=2&check=1")
    assert "Nearly" in text_of(nearly)
    assert re.search(r'value="2" class="rating proposed"', nearly.text)


@pytest.mark.parametrize("order_sent", ["order=0&order=0&order=1", "order=7", "order=x", ""])
def test_an_order_that_does_not_fit_is_left_out(
    client: FlaskClient, order: Card, order_sent: str
) -> None:
    page = client.get(f"/study?card={order.id}&{order_sent}&check=1")
    assert page.status_code == 200
    assert "verdict" not in page.text


def test_a_passage_leads_to_its_second_in_the_recording(
    client: FlaskClient, order: Card, card_of: CardOf
) -> None:
    page = client.get(f"/study?card={order.id}&show=1")
    assert "https://www.youtube.com/watch?v=abcdefghijk&amp;t=3635" in page.text
    assert "Listen from 1:00:35" in text_of(page)
    assert "Listen" not in client.get(f"/study?card={card_of(CardKind.CHOICE).id}&show=1").text


def test_a_true_sentence_is_not_repeated(client: FlaskClient, shelf: Database) -> None:
    true = next(
        one.card
        for one in library.cards(shelf, kind=CardKind.TRUE_FALSE)
        if one.card.answer == "True"
    )
    assert text_of(client.get(f"/study?card={true.id}&choice=0")).count(true.prompt) == 1


def test_missing_words_are_spelt_as_the_card_spells_them(
    client: FlaskClient, shelf: Database, card_of: CardOf, now: datetime
) -> None:
    card = card_of(CardKind.FINISH_QUOTE)
    library.edit_card(shelf, card.id, prompt=None, answer="builds an AGI", now=now)
    page = text_of(client.get(f"/study?card={card.id}&typed=builds+something"))
    assert "Missing: AGI" in page


def test_a_page_that_is_not_there_speaks_no_commands(client: FlaskClient) -> None:
    for path in ("/cards/nothing", "/study/nowhere", "/episodes/nowhere", "/nowhere"):
        page = client.get(path)
        assert page.status_code == 404
        assert "quizapp cards" not in page.text and "quizapp build" not in page.text


def test_the_end_of_a_session_names_the_hard_ones(
    client: FlaskClient, shelf: Database, card_of: CardOf, now: datetime
) -> None:
    card = card_of(CardKind.RECALL)
    rate(client, card.id, Rating.AGAIN)
    for one in library.cards(shelf):
        library.set_status(shelf, one.card.id, CardStatus.SUSPENDED, now)
    done = text_of(client.get("/study"))
    assert "1 answer given" in done
    assert "The hard ones" in done and card.prompt in done
    assert "Again 1×" in done
