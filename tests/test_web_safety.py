"""The pages and the world outside: errors, forged forms, foreign hosts, hostile words."""

from __future__ import annotations

import os
import re
import stat
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import PAGES, CardOf, post, rate, token_of
from web_material import (
    RIVERS,
    RIVERS_DOCUMENT,
    Draft,
    fill,
    note,
)

from quizapp.errors import StoreError
from quizapp.model import CardKind, Rating
from quizapp.store import library, progress
from quizapp.store.database import database_path
from quizapp.web import create_app
from quizapp.web.security import CONTENT_SECURITY_POLICY, secret_key, trusted_hosts

HOSTILE = "<script>alert(1)</script>\"'&<b>"


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
    client: FlaskClient, shelf: Database, card_of: CardOf, rating: str
) -> None:
    card = card_of(CardKind.RECALL)
    assert post(client, "/study", card=card.id, version=0, rating=rating).status_code == 400
    assert progress.reviews(shelf) == ()


def test_an_answer_to_a_suspended_card_is_refused_and_not_lost_in_silence(
    client: FlaskClient, card_of: CardOf
) -> None:
    card = card_of(CardKind.RECALL)
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
    assert not re.search(r"<script(?!(?: type=\"module\")? src=\"/static/)", text)
    assert not re.search(r'(?:href|src|action)="(?:https?:)?//', text)


def test_the_session_cookie_is_strict_and_out_of_reach_of_scripts(client: FlaskClient) -> None:
    cookie = client.get("/study").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_a_form_does_not_lead_to_another_site(
    client: FlaskClient, card_of: CardOf, where: str
) -> None:
    card = card_of(CardKind.RECALL)
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
