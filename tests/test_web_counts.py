"""The cards of an episode are counted alike on every page, and each is called what it is."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import post, text_of
from web_material import LEARNING

from quizapp.labels import Label, label
from quizapp.model import CardStatus
from quizapp.sessions import deeds
from quizapp.store import library, search

REASON = "The answer is wrong"
EACH = {Label.SUSPENDED: 2, Label.FLAGGED: 1, Label.REJECTED: 3, Label.RETIRED: 1}


@pytest.fixture
def total(shelf: Database, now: datetime) -> int:
    """The episode with some cards of every label; how many cards it has."""
    ids = [one.card.id for one in library.cards(shelf, episode=LEARNING)]
    for card_id in ids[:2]:
        library.set_status(shelf, card_id, CardStatus.SUSPENDED, now)
    for card_id in ids[2:5]:
        library.set_status(shelf, card_id, CardStatus.REJECTED, now)
    deeds.flag(shelf, ids[5], REASON, now)
    shelf.execute("UPDATE cards SET retired = 1 WHERE id = ?", (ids[6],))
    return len(ids) - 1


def test_every_page_counts_the_cards_of_an_episode_alike(
    client: FlaskClient, shelf: Database, now: datetime, total: int
) -> None:
    active = total - 6
    page = text_of(client.get(f"/episodes/{LEARNING}"))
    assert f"Cards {total} {active} active, 2 suspended, 1 flagged, 3 rejected" in page
    assert f"All ({total}) Active ({active}) Suspended (2) Flagged (1) Rejected (3)" in page
    assert "No longer in the source (1)" in page
    assert f"of {total} cards looked over" in text_of(client.get(f"/episodes/{LEARNING}/curate"))
    assert f"Its {total} cards" in text_of(client.get(f"/episodes/{LEARNING}/delete"))
    assert f"{total} cards: 0 of {active} active ones seen" in text_of(client.get("/library"))
    assert search.search(shelf, f"episode:{LEARNING}", now).total == total
    post(client, f"/episodes/{LEARNING}/delete")
    assert f"{total} cards, deleted" in text_of(client.get("/library"))


def test_the_words_of_a_search_add_up_and_find_what_is_listed_under_them(
    client: FlaskClient, shelf: Database, now: datetime, total: int
) -> None:
    found = {one: search.search(shelf, f"is:{one} episode:{LEARNING}", now) for one in Label}
    assert {one: found[one].total for one in EACH} == EACH
    assert sum(found[one].total or 0 for one in Label if one is not Label.RETIRED) == total
    for one, cards in found.items():
        assert {label(stored) for stored in cards.cards} == {one}
    for one in EACH:
        listed = client.get(f"/episodes/{LEARNING}?status={one}").text
        there = {stored.card.id for stored in found[one].cards}
        assert set(re.findall(r'<li id="(\w+)"', listed)) == there


def test_a_flagged_card_is_called_so_with_its_reason(client: FlaskClient, total: int) -> None:
    for address in ("/cards?q=is:flagged", f"/episodes/{LEARNING}?status=flagged"):
        page = text_of(client.get(address))
        assert f"Flagged: {REASON}" in page
        assert "Rejected:" not in page
    assert REASON not in text_of(client.get("/cards?q=is:rejected"))
    assert "1 card" in text_of(client.get("/cards?q=is:flagged"))


def test_asked_again_a_card_is_not_called_flagged(
    client: FlaskClient, shelf: Database, now: datetime, total: int
) -> None:
    (stored,) = search.search(shelf, "is:flagged", now).cards
    address = f"/cards/{stored.card.id}"
    assert f"You flagged this card: {REASON}" in text_of(client.get(address))
    post(client, f"{address}/unsuspend", back=address)
    page = text_of(client.get(address))
    assert "Status Active" in page
    assert "flagged" not in page
    assert search.search(shelf, "is:flagged", now).total == 0
