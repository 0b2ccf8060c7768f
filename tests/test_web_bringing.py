"""Progress comes back by upload."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from flask.testing import FlaskClient
from hostile_packages import collection, package
from sqlite_utils import Database
from web_fixtures import CardOf, Clock, post, text_of

from quizapp.model import CardKind
from quizapp.store import library, progress


def upload(client: FlaskClient, path: Path, **fields: str) -> tuple[int, str]:
    found = post(
        client, "/exchange/progress", file=(BytesIO(path.read_bytes()), path.name), **fields
    )
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
