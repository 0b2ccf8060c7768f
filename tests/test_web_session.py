"""What pages say of themselves: what undo would do, what takes a place, where the bin is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import CardOf, post, rate, text_of
from web_material import LEARNING, RIVERS, give_ideas

from quizapp.model import CardKind, Given, Rating
from quizapp.sessions import quizzing, rounds
from quizapp.store import quizzes
from quizapp.store.choosing import Choice
from quizapp.store.settings import save_settings, settings


def idle(page: str) -> bool:
    """Whether Undo has nothing to do; it says why then."""
    found = re.search(r'<div id="undo">(.*?)</div>', page, re.S)
    assert found and "Undo" in found[1]
    assert ("disabled" in found[1]) == ("Nothing to take back yet" in found[1])
    return "disabled" in found[1]


def test_undo_is_idle_until_there_is_something_to_take_back(
    client: FlaskClient, card_of: CardOf
) -> None:
    assert idle(client.get("/study").text)
    rate(client, card_of(CardKind.RECALL).id, Rating.GOOD)
    assert not idle(client.get("/study").text)
    post(client, "/undo")
    assert idle(client.get("/study").text)
    post(client, f"/session/{card_of(CardKind.CHOICE).id}/bury", back="/study")
    assert not idle(client.get("/study").text)


@pytest.mark.parametrize("counts", [False, True])
def test_undo_in_a_round_is_idle_at_its_beginning(
    client: FlaskClient, shelf: Database, now: datetime, counts: bool
) -> None:
    number = rounds.start(shelf, "All", Choice(), now, limit=5, counts=counts)
    assert idle(client.get(f"/round/{number}").text)
    version = rounds.standing(shelf, number, now).version
    rounds.answer(shelf, number, version, Rating.GOOD, now)
    assert not idle(client.get(f"/round/{number}").text)


def test_a_new_card_that_goes_is_told_to_be_replaced(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    save_settings(shelf, replace(settings(shelf), new_per_day=3))
    for act, said in (("bury", "buried until tomorrow"), ("suspend", "suspended")):
        card_id = card_of(CardKind.RECALL).id if act == "bury" else card_of(CardKind.CLOZE).id
        before = text_of(client.get("/"))
        told = text_of(
            client.get(post(client, f"/session/{card_id}/{act}", back="/study").location)
        )
        assert f"The card is {said}; another new card takes its place." in told
        assert "3 cards for today" in before and "3 cards for today" in text_of(client.get("/"))


def test_without_another_new_card_nothing_takes_its_place(
    client: FlaskClient, card_of: CardOf
) -> None:
    card_id = card_of(CardKind.RECALL).id
    told = text_of(client.get(post(client, f"/session/{card_id}/bury", back="/study").location))
    assert "The card is buried until tomorrow." in told


def test_an_empty_today_tells_of_the_bin(client: FlaskClient) -> None:
    post(client, f"/episodes/{RIVERS}/delete")
    post(client, f"/episodes/{LEARNING}/delete")
    page = client.get("/")
    assert "2 episodes in the bin" in text_of(page)
    assert 'href="/library#deleted"' in page.text
    assert 'id="deleted"' in client.get("/library").text
    post(client, f"/episodes/{LEARNING}/restore")
    assert "in the bin" not in text_of(client.get("/"))


def test_what_was_right_in_a_quiz_is_folded_below_what_was_missed(
    client: FlaskClient, shelf: Database, now: datetime
) -> None:
    number = quizzing.start(shelf, quizzing.Wanted(episode=LEARNING, questions=4), now)
    for place, question in enumerate(quizzes.quiz(shelf, number).questions, 1):
        card = question.card
        given = Given(chosen=card.answer_index) if card.options else Given(typed=card.answer)
        quizzing.answer(shelf, number, place, given if place > 1 else Given(), now)
    page = client.get(f"/quiz/result/{number}").text
    missed, right = page.index("What was missed"), page.index("What was right")
    assert missed < right
    assert '<details class="sections"><summary>3 questions</summary>' in page[right:]


def test_sources_that_agree_stand_together_where_others_disagree(
    client: FlaskClient, shelf: Database
) -> None:
    said = ("2020-05-08", "a.txt", 1), ("2020-05-15", "b.txt", 2), ("2020-05-15", "c.txt", 3)
    values = [{"value": value, "path": path, "line": line} for value, path, line in said]
    conflicts = "json_set(conflicts, '$[0].values', json(?))"
    sql = f"UPDATE episodes SET conflicts = {conflicts} WHERE slug = ?"
    shelf.execute(sql, (json.dumps(values), LEARNING))
    page = text_of(client.get(f"/episodes/{LEARNING}"))
    assert "15 May 2020 b.txt, line 2 c.txt, line 3 8 May 2020 a.txt, line 1" in page


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/study", "Suspend the card"),
        (f"/episodes/{LEARNING}/curate", "Reject the card"),
        (f"/matching/{RIVERS}", "Pick this letter"),
        ("/quiz/run/1", "Choose an option"),
    ],
)
def test_every_page_with_keys_shows_them(
    client: FlaskClient, shelf: Database, now: datetime, address: str, key: str
) -> None:
    quizzing.start(shelf, quizzing.Wanted(episode=LEARNING, questions=4), now)
    give_ideas(shelf, RIVERS, now)
    page = client.get(address)
    assert '<dialog id="keys"' in page.text and 'data-dialog="keys"' in page.text
    assert key in text_of(page)
    assert key in text_of(client.get("/settings"))


def test_what_is_missed_in_a_quiz_stands_with_the_lines_it_comes_from_alone(
    client: FlaskClient, shelf: Database, now: datetime
) -> None:
    number = quizzing.start(shelf, quizzing.Wanted(episode=LEARNING, questions=2), now)
    quizzing.end(shelf, number, now)
    page = client.get(f"/quiz/result/{number}").text
    rows = re.findall(r"<tr([^>]*)>\s*<th scope=\"row\">", page)
    assert rows and all("cited" in one for one in rows)
