"""A slow machine in a real browser: keys on a page that is still coming, an answer that is late."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from browser_visits import Visit, sync_api
from sqlite_utils import Database
from web_fixtures import CardOf
from web_material import LEARNING
from werkzeug.serving import make_server
from werkzeug.wsgi import ClosingIterator

from quizapp.model import CardKind
from quizapp.store import library

playwright = sync_api()

pytestmark = pytest.mark.browser

LATE = 0.3
"""Seconds that a slow machine takes for what is done at once elsewhere."""


@pytest.fixture
def server(filled: Path, now: datetime) -> Iterator[str]:
    """The app on a slow machine: scripts and forms are late, pages come by halves."""
    from quizapp.web import create_app

    app = create_app(filled, now=lambda: now)
    prompt = app.wsgi_app

    def late(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].endswith(".js") or environ["REQUEST_METHOD"] == "POST":
            time.sleep(LATE)
        parts = prompt(environ, start)
        return ClosingIterator(_by_halves(parts), getattr(parts, "close", None))

    app.wsgi_app = late  # type: ignore[assignment,method-assign]
    listening = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


def _by_halves(parts: Iterable[bytes]) -> Iterator[bytes]:
    first, heading, rest = b"".join(parts).partition(b"</h1>")
    yield first + heading
    if rest:
        time.sleep(4 * LATE)  # the first half is shown only when the scripts in the head have come
        yield rest


def test_a_key_waits_for_the_page_that_it_meets_half_come(
    visit: Callable[..., Visit], card_of: CardOf
) -> None:
    one = visit("/settings")
    card = card_of(CardKind.RECALL)
    one.page.evaluate("path => { location.href = path }", f"/study?card={card.id}")
    one.page.locator("#prompt").wait_for()
    one.press("e")
    playwright.expect(one.page.get_by_label("Question", exact=True)).to_be_focused()


def test_what_was_set_aside_is_back_without_a_new_page_and_keys_go_on(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    first, card = card_of(CardKind.CHOICE), card_of(CardKind.RECALL)
    one = visit(f"/study?card={first.id}")
    one.press("-")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("buried")
    one.open(f"/study?card={card.id}")
    one.press("@")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("suspended")
    one.button("Bring it back").click()
    one.press("u")
    playwright.expect(one.page.locator("#prompt")).to_have_text(first.prompt)
    assert library.card(shelf, card.id).card.status == "active"
    assert library.card(shelf, first.id).buried_until is None


def test_a_card_of_ones_own_is_stored_once_however_often_it_is_sent(
    visit: Callable[..., Visit], shelf: Database
) -> None:
    one = visit("/cards/new")
    one.page.get_by_label("Question", exact=True).fill("What is written once?")
    one.page.get_by_label("Answer", exact=True).fill("A card")
    one.page.get_by_role("button", name="Store").dblclick()
    playwright.expect(one.page.get_by_role("status")).to_contain_text("stored")
    found = [s for s in library.cards(shelf) if s.card.prompt == "What is written once?"]
    assert len(found) == 1


def test_a_decision_that_does_not_arrive_is_told_and_can_be_made_again(
    visit: Callable[..., Visit],
) -> None:
    # What a worker has taken over no longer comes by the route that breaks it off here.
    one = visit(f"/episodes/{LEARNING}/curate", service_workers="block")
    shown = one.page.locator("#prompt").inner_text()
    one.page.route("**/curate", lambda route: route.abort())
    one.press("r")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("not recorded")
    playwright.expect(one.page.locator("#prompt")).to_have_text(shown)
    meant = ("ERR_FAILED", "registration blocked")
    one.complaints = [line for line in one.complaints if not any(why in line for why in meant)]
    one.page.unroute("**/curate")
    one.press("r", "r")
    playwright.expect(one.page.get_by_text("1 of ")).to_be_visible()
    playwright.expect(one.page.locator("#prompt")).not_to_have_text(shown)
    time.sleep(2 * LATE)
    assert one.page.get_by_text("1 of ").count() == 1, "the second was for a card not seen yet"
