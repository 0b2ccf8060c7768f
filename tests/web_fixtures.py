"""What the tests of the pages share: a filled library, a clock to move, and a client."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_material import LEARNING, RIVERS, fill
from werkzeug.test import TestResponse

from quizapp import study
from quizapp.model import Card, CardKind, Rating
from quizapp.store import library
from quizapp.store.database import connect, database_path

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

CardOf = Callable[[CardKind], Card]


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
    """A home with two episodes in its library."""
    fill(home, now)
    return home


@pytest.fixture
def app(filled: Path, clock: Clock) -> Flask:
    # Here, so that the tests of other rooms do not load the pages.
    from quizapp.web import create_app

    app = create_app(filled, now=clock, patience=60)
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def shelf(filled: Path) -> Iterator[Database]:
    """The filled library, as another program sees it."""
    db = connect(database_path(filled))
    yield db
    db.close()


@pytest.fixture
def card_of(shelf: Database) -> CardOf:
    """The first card of a kind."""
    return lambda kind: library.cards(shelf, kind=kind)[0].card


def text_of(response: TestResponse) -> str:
    """The page as text: no tags, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def token_of(client: FlaskClient) -> str:
    """The token of the client's session."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/study").text)
    assert found
    return found[1]


def post(client: FlaskClient, address: str, **fields: object) -> TestResponse:
    """Sends a form with its token."""
    return client.post(address, data={"csrf_token": token_of(client), **fields})


def rate(client: FlaskClient, card_id: str, rating: Rating, version: int = 0) -> TestResponse:
    """Answers a card that was shown after ``version`` answers."""
    return post(client, "/study", card=card_id, version=version, rating=int(rating))


def answer_everything(db: Database, now: datetime, episode: str | None = None) -> None:
    """Answers Easy until nothing is left."""
    while item := study.next_item(db, now, episode=episode):
        study.answer(db, item.card.id, Rating.EASY, now)
