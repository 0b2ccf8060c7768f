"""Long work: a page says how far it is and leads on, with a script and without."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from browser_visits import Visit, sync_api
from flask.testing import FlaskClient
from sqlite_utils import Database
from test_web_library import PAGE, paste
from web_fixtures import post, text_of
from web_material import LEARNING, RIVERS
from werkzeug.serving import make_server

from quizapp.errors import SourceError
from quizapp.intake import preview
from quizapp.store import library

playwright = sync_api()

REVIEWS = "card_id,rating,reviewed_at,duration_ms\n"


@pytest.fixture
def client(filled: Path, now: datetime) -> FlaskClient:
    """A client whose server waits for no work."""
    from quizapp.web import create_app

    return create_app(filled, now=lambda: now, patience=0).test_client()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The first reading stops after its first words until this is set."""
    opened, read = threading.Event(), preview.of_files
    calls = count()

    def slowly(db: Database, paths: list[Path], progress: Callable[..., None]) -> preview.Ready:
        progress("forests.txt", 2, 5)
        assert next(calls) or opened.wait(60)
        return read(db, paths, progress)

    monkeypatch.setattr(preview, "of_files", slowly)
    yield opened
    opened.set()


def over(client: FlaskClient, address: str) -> None:
    """Waits until the work on that page is over."""
    for _ in range(1200):
        if client.get(f"{address}/state").json["over"]:
            return
        time.sleep(0.05)
    pytest.fail("the work is not over after a minute")


def test_a_page_says_how_far_it_is_and_leads_on_without_a_script(
    client: FlaskClient, shelf: Database, gate: threading.Event
) -> None:
    given = paste(client).location
    address = client.get(given).location
    assert address.startswith("/work/")
    while "forests.txt" not in (page := client.get(address).text):
        time.sleep(0.01)
    assert re.search(r'<progress [^>]*max="5" value="2"', page)
    assert '<meta http-equiv="refresh"' in page
    assert client.get(f"{address}/state").json == {
        "step": "forests.txt", "done": 2, "of": 5, "over": False,
    }  # fmt: skip
    assert client.get("/study").status_code == 200, "everything else goes on"
    gate.set()
    over(client, address)
    response = client.get(address)
    assert (response.status_code, response.location.partition("?")[0]) == (303, given)
    assert "Rosa Almeida" in client.get(response.location).text
    stored = post(client, given)
    over(client, stored.location)
    assert client.get(stored.location).location.endswith("/curate")
    assert len(library.episodes(shelf)) == 3


def test_what_goes_wrong_is_told_in_one_line_and_nothing_is_lost(
    client: FlaskClient, shelf: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = paste(client).location

    def never(*_: object) -> None:
        raise SourceError("the disk is full; make room")

    with monkeypatch.context() as patch:
        patch.setattr(preview, "of_files", never)
        response = post(client, given)
        if response.location:  # not over yet when the request was answered
            over(client, response.location)
            response = client.get(response.location)
        assert response.status_code == 422
        assert "the disk is full; make room" in text_of(response)
    assert len(library.episodes(shelf)) == 2
    address = client.get(given).location
    over(client, address)
    assert client.get(client.get(address).location).status_code == 200, "it can be stored still"


def test_a_file_that_comes_back_from_elsewhere_has_a_page_of_its_work(
    client: FlaskClient, tmp_path: Path
) -> None:
    for part, name, content, title, told in (
        (
            "progress",
            "log.csv",
            "card_id,rating,reviewed_at,duration_ms\n",
            "Bringing",
            "0 reviews",
        ),
        ("decks", "deck.apkg", "no deck", "Taking the cards in", "deck.apkg: "),
        ("decks", "library.json", "{", "Taking the cards in", "library.json"),
    ):
        (tmp_path / name).write_text(content, "utf-8")
        with (tmp_path / name).open("rb") as file:
            sent = post(client, f"/exchange/{part}", file=(file, name))
        if sent.status_code == 422:  # over before the request was answered
            assert told in text_of(sent), name
            continue
        assert sent.status_code == 303 and sent.location.startswith("/work/")
        waiting = client.get(sent.location)
        if title not in text_of(waiting):
            assert told in text_of(waiting)
        over(client, sent.location)
        assert told in text_of(client.get(sent.location)), name


def test_work_of_another_page_or_of_another_run_is_none_of_this_one(client: FlaskClient) -> None:
    assert client.get("/work/nothing").status_code == 404
    address = client.get(f"/episodes/{LEARNING}/rebuild").location
    over(client, address)
    number = address.rpartition("/")[2]
    given = paste(client).location
    assert client.get(f"{given}?seen={number}").location.startswith("/work/")


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_in_the_browser_the_page_goes_on_by_itself(
    client: FlaskClient, chromium: playwright.Browser, gate: threading.Event, script: bool
) -> None:
    listening = make_server("127.0.0.1", 0, client.application, threaded=True)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    context = chromium.new_context(java_script_enabled=script)
    visit = Visit(context.new_page(), f"http://127.0.0.1:{listening.server_port}")
    try:
        visit.open("/library/add")
        visit.page.get_by_role("textbox", name="Text", exact=True).fill(PAGE)
        visit.button("Read the text").click()
        visit.page.get_by_text("forests.txt").wait_for()
        bar = visit.page.locator("progress")
        assert bar.get_attribute("value") == "2"
        box = bar.bounding_box()
        assert box and box["width"] > 300 and box["height"] > 5
        gate.set()
        visit.page.get_by_role("heading", name="What was understood").wait_for()
        visit.button("Store and look over the cards").click()
        visit.page.wait_for_url("**/curate")
    finally:
        context.close()
        listening.shutdown()
        thread.join()
        listening.server_close()


def test_a_server_that_is_killed_while_it_stores_leaves_it_to_be_stored(
    client: FlaskClient, shelf: Database, filled: Path, gate: threading.Event, now: datetime
) -> None:
    from quizapp.web import create_app

    given = paste(client).location
    address = post(client, given).location
    while "forests.txt" not in client.get(address).text:
        time.sleep(0.01)
    # Another server takes over; of the first one nothing is heard any more.
    other = create_app(filled, now=lambda: now, patience=60).test_client()
    assert post(other, given).location.endswith("/curate")
    gate.set()
    over(client, address)
    (slug,) = {one.slug for one in library.episodes(shelf)} - {LEARNING, RIVERS}
    (document,) = library.documents(shelf, slug)
    assert Path(document.root, document.path).is_file(), "where it is kept"
    assert not list((filled / "incoming").iterdir())
