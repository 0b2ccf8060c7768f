"""Progress comes back by upload."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hostile_packages import collection, package
from sqlite_utils import Database
from web_fixtures import CardOf, Clock, post, text_of

from quizapp.model import CardKind
from quizapp.store import library, progress
from quizapp.web import create_app


def upload(client: FlaskClient, path: Path, to: str = "progress", **fields: str) -> tuple[int, str]:
    found = post(client, f"/exchange/{to}", file=(BytesIO(path.read_bytes()), path.name), **fields)
    return found.status_code, text_of(found)


def test_a_package_comes_back(
    client: FlaskClient, shelf: Database, card_of: CardOf, tmp_path: Path, clock: Clock
) -> None:
    card = card_of(CardKind.RECALL)
    before = len(progress.reviews(shelf))
    back = package({"collection.anki2": collection([(card.id, 1, "", "a\x1fb")])},
                   tmp_path / "back.apkg")  # fmt: skip
    status, text = upload(client, back)
    assert status == 200
    assert "1 review added, 0 known already, on 1 card of yours" in text
    assert len(progress.reviews(shelf)) == before + 1
    clock.forward(timedelta(minutes=1))
    status, text = upload(client, back, edits="1", tags="1")
    assert "0 reviews added, 1 known already" in text
    assert library.card(shelf, card.id).card == card


def test_chapters_become_decks_where_that_is_ticked(client: FlaskClient, shelf: Database) -> None:
    chapter = next(
        one.card.source.chapter for one in library.cards(shelf) if one.card.source.chapter
    )
    plain, chosen = (
        client.get(f"/exchange/cards?format=csv{more}").get_data(as_text=True)
        for more in ("", "&by_chapter=1")
    )
    deck = re.compile(f"::\\d\\d {re.escape(chapter)}")
    assert deck.search(chosen)
    assert not deck.search(plain)
    assert "A deck for each chapter" in text_of(client.get("/exchange"))


def test_a_bad_file_is_one_line_beside_the_form(client: FlaskClient, tmp_path: Path) -> None:
    bad = tmp_path / "<b>evil.apkg"
    bad.write_bytes(b"PK\x03\x04 nothing")
    status, text = upload(client, bad)
    assert status == 422
    assert "evil.apkg: the package is damaged; export it from Anki again" in text
    assert str(tmp_path) not in text


def test_no_file_is_a_bad_request(client: FlaskClient) -> None:
    assert post(client, "/exchange/progress").status_code == 400
    assert post(client, "/exchange/decks").status_code == 400


def test_somebody_elses_deck_is_taken_in_and_asked(client: FlaskClient, tmp_path: Path) -> None:
    notes = [("t1", 1, "sea", "What is slack water?\x1fStill water"), ("t2", 1, "", "Ebb?\x1fOut")]
    theirs = package({"collection.anki2": collection(notes)}, tmp_path / "theirs.apkg")
    assert "Take cards in" in text_of(client.get("/exchange"))
    status, text = upload(client, theirs, "decks")
    assert status == 200
    assert "2 cards of 1 deck: 2 new, 0 updated" in text
    assert "What is slack water?" in text_of(client.get("/study/deck-sea-tides"))
    assert "2 cards of 1 deck: 0 new, 0 updated" in upload(client, theirs, "decks")[1]


def test_a_library_as_json_is_taken_in(
    client: FlaskClient, shelf: Database, tmp_path: Path
) -> None:
    file = tmp_path / "library.JSON"
    file.write_bytes(client.get("/exchange/cards?format=json&with_progress=1").data)
    cards = len(library.cards(shelf))
    status, text = upload(client, file, "decks")
    assert status == 200
    assert f"0 episodes, 0 cards and 0 reviews added; {cards} cards" in text


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.json", b"{", "a.json:1: is no JSON"),
        ("a.apkg", b"PK\x03\x04 nothing", "a.apkg: the package is damaged"),
        ("a.png", b"\x89PNG", "a.png: is no collection of Anki"),
        ("a.apkg", b"", "a.apkg: the file is empty"),
    ],
)
def test_what_is_no_deck_is_one_line_beside_its_form(
    client: FlaskClient, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    found = post(client, "/exchange/decks", file=(BytesIO(content), name))
    assert found.status_code == 422
    page = BeautifulSoup(found.data, "html.parser")
    [problem] = page.select("[role=alert]")
    assert problem.get_text().startswith(says)
    assert problem.find_parent("section")["aria-labelledby"] == "in"


def test_an_empty_library_takes_cards_in(tmp_path: Path) -> None:
    page = text_of(create_app(tmp_path / "new").test_client().get("/exchange"))
    assert "There is nothing to take out yet" in page
    assert "Take cards in" in page
    assert "Bring progress back" not in page
