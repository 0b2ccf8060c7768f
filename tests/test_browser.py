"""A real browser at a real server: keys, focus, screens, and a session without a script."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from sqlite_utils import Database
from web_material import LEARNING, fill
from werkzeug.serving import make_server

from quizapp.errors import QuizappError
from quizapp.model import Card, CardKind, Rating
from quizapp.store import library, progress
from quizapp.store.database import connect, database_path
from quizapp.web import create_app
from quizapp.web.server import serve

if os.environ.get("CI") == "true":
    from playwright import sync_api as playwright
else:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SERVER = """
import sys
from pathlib import Path
from quizapp.web.server import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(home: Path, now: datetime, port: int) -> Iterator[str]:
    """A server in a process of its own, ended by SIGTERM as a service manager does it."""
    environment = {**os.environ, "QUIZAPP_NOW": now.isoformat(), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(home), str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in line
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=20)
        process.stdout.close()
    assert code == 0


@dataclass
class Visit:
    """A page, and everything that went wrong on it."""

    page: playwright.Page
    base: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name: str) -> playwright.Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def focused(self) -> str:
        return str(
            self.page.evaluate(
                "(e => e.getAttribute('aria-label') ?? e.textContent.trim())"
                "(document.activeElement)"
            )
        )

    def shows_answer(self) -> None:
        playwright.expect(self.button("Again")).to_be_visible()

    def asks(self) -> None:
        playwright.expect(self.button("Show answer")).to_be_visible()


def note_failure(visit: Visit, request: playwright.Request) -> None:
    # What a page still loads when the next one is opened is broken off, and rightly.
    if request.failure != "net::ERR_ABORTED":
        visit.complaints.append(f"{request.url}: {request.failure}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[playwright.Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium on this machine")
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def filled(home: Path, now: datetime) -> Path:
    fill(home, now)
    return home


@pytest.fixture
def shelf(filled: Path) -> Iterator[Database]:
    db = connect(database_path(filled))
    yield db
    db.close()


@pytest.fixture
def server(filled: Path, now: datetime) -> Iterator[str]:
    """The app in a thread of the test: quicker to start than the server that is shipped."""
    listening = make_server("127.0.0.1", 0, create_app(filled, now=lambda: now), threaded=True)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.fixture
def visit(chromium: playwright.Browser, server: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page in a fresh context; afterwards nothing may have been complained about."""
    visits: list[Visit] = []
    with ExitStack() as contexts:

        def _visit(path: str = "/study", **options: object) -> Visit:
            context = chromium.new_context(**options)
            contexts.callback(context.close)
            one = Visit(context.new_page(), server)
            one.page.on("console", lambda message: one.complaints.append(message.text))
            one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
            one.page.on("requestfailed", lambda request: note_failure(one, request))
            one.open(path)
            visits.append(one)
            return one

        yield _visit
    for one in visits:
        assert one.complaints == []


@pytest.fixture
def card_of(shelf: Database) -> Callable[[CardKind], Card]:
    return lambda kind: library.cards(shelf, kind=kind)[0].card


def answer_with_keys(visit: Visit, rating: str) -> None:
    visit.asks()
    visit.press("Space")
    visit.shows_answer()
    visit.press(rating)


def test_ten_cards_with_the_keyboard_alone_and_the_same_state_after_a_restart(
    chromium: playwright.Browser, filled: Path, now: datetime, shelf: Database
) -> None:
    port = free_port()
    page = chromium.new_page()
    with running(filled, now, port) as base:
        visit = Visit(page, base)
        visit.open("/")
        page.get_by_role("link", name="Start").press("Enter")
        for number in range(10):
            playwright.expect(page.locator("#counts")).to_contain_text(f"{13 - number} new")
            answer_with_keys(visit, "4")
        playwright.expect(page.locator("#counts")).to_contain_text("3 new")
        assert len(progress.reviews(shelf)) == 10
        last = progress.reviews(shelf)[-1]
        visit.press("u")
        playwright.expect(page.get_by_role("status")).to_contain_text("Taken back: Easy")
        playwright.expect(page.locator("#counts")).to_contain_text("4 new")
        taken_back = page.locator("#prompt").inner_text()
    with running(filled, now, port):
        visit.open("/study")
        playwright.expect(page.locator("#counts")).to_contain_text("4 new")
        assert page.locator("#prompt").inner_text() == taken_back
    page.close()
    reviews = progress.reviews(shelf)
    assert len(reviews) == 9
    assert last.card_id not in {review.card_id for review in reviews}
    assert all(review.rating is Rating.EASY and review.duration_ms for review in reviews)


def test_the_focus_moves_to_show_answer_and_then_to_good(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    assert one.focused == "Show answer"
    one.press("Enter")
    one.shows_answer()
    assert one.focused == "Good"
    one.press("Enter")
    one.asks()


def test_keys_pressed_faster_than_the_server_answers_are_kept(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    one.page.locator("main").focus()
    one.press("Space", "2")
    playwright.expect(one.page.locator("#counts")).to_contain_text("12 new")
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.HARD]


def test_a_key_held_down_answers_once(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    for _ in range(6):
        one.page.keyboard.down("Enter")
    one.page.keyboard.up("Enter")
    one.shows_answer()
    assert progress.reviews(shelf) == ()


def test_a_digit_chooses_an_option_and_then_rates(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.CHOICE).id}")
    one.press("1")
    one.shows_answer()
    assert one.focused == "Again"
    playwright.expect(one.page.get_by_text("Not this time")).to_be_visible()
    one.press("3")
    one.asks()
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_options_are_buttons_named_by_their_text(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    card = card_of(CardKind.ATTRIBUTION)
    one = visit(f"/study?card={card.id}")
    for option in card.options or ():
        playwright.expect(one.button(option)).to_be_visible()
    one.button(card.answer).click()
    one.shows_answer()
    playwright.expect(one.page.get_by_text("Right", exact=True)).to_be_visible()
    assert one.focused == "Good"


def test_keys_are_left_alone_while_typing(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.CLOZE).id}")
    box = one.page.get_by_role("textbox", name="Your answer")
    playwright.expect(box).to_be_focused()
    one.page.keyboard.type("u e-1 backprop")
    playwright.expect(box).to_have_value("u e-1 backprop")
    box.fill("backprop")
    one.press("Enter")
    one.shows_answer()
    playwright.expect(one.page.get_by_text("Right", exact=True)).to_be_visible()
    assert progress.reviews(shelf) == ()


def test_space_in_an_empty_box_shows_the_answer(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(f"/study?card={card_of(CardKind.CLOZE).id}")
    one.press("Space")
    one.shows_answer()
    assert "You wrote" not in one.page.inner_text("main")


def test_check_grades_what_was_typed(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(f"/study?card={card_of(CardKind.FINISH_QUOTE).id}")
    one.page.get_by_label("Your answer").fill("nothing like it")
    one.button("Check").click()
    one.shows_answer()
    assert one.focused == "Again"


def test_the_letters_do_what_they_do_in_anki(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    card = card_of(CardKind.RECALL)
    one = visit(f"/study?card={card.id}")
    one.press("e")
    playwright.expect(one.page.get_by_label("Question")).to_be_focused()
    one.page.get_by_label("Question").fill("Why do meanders wander?")
    one.button("Save").click()
    playwright.expect(one.page.locator("#prompt")).to_have_text("Why do meanders wander?")
    one.press("-")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("buried until tomorrow")
    assert library.card(shelf, card.id).buried_until is not None
    shown = one.page.locator("main").get_attribute("data-face")
    one.press("@")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("suspended")
    assert one.page.locator("main").get_attribute("data-face") != shown
    one.button("Bring it back").click()
    playwright.expect(one.page.get_by_role("status")).to_contain_text("The card is back")
    one.press("Control+z")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("no answer to take back")
    one.open(f"/study?card={card_of(CardKind.CHOICE).id}")
    one.press("i")
    playwright.expect(one.page.get_by_role("heading", name="Where it comes from")).to_be_visible()


def test_an_edit_that_is_no_card_is_not_lost(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(f"/study?card={card_of(CardKind.CLOZE).id}&show=1&edit=1")
    one.page.get_by_label("Question").fill("My words without a gap.")
    one.button("Save").click()
    playwright.expect(one.page.get_by_role("alert")).to_contain_text("Leave a blank")
    playwright.expect(one.page.get_by_label("Question")).to_have_value("My words without a gap.")
    one.page.get_by_label("Question").fill("My words with a ____.")
    one.button("Save").click()
    playwright.expect(one.page.locator("#prompt")).to_contain_text("My words with a")
    one.complaints = [line for line in one.complaints if "422" not in line]


def test_the_source_opens_and_closes_in_place(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}&show=1")
    marked = one.page.locator("#source mark").first
    playwright.expect(marked).to_be_hidden()
    one.button("Source").click()
    playwright.expect(marked).to_be_visible()
    playwright.expect(one.button("Source")).to_have_attribute("aria-expanded", "true")
    one.press("s")
    playwright.expect(marked).to_be_hidden()


def test_every_button_of_a_session_has_its_name(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    names = ("Again", "Hard", "Good", "Easy", "Undo", "Edit", "Suspend", "Bury", "Source")
    one.button("Show answer").click()
    for name in names:
        playwright.expect(one.button(name)).to_have_count(1)
        playwright.expect(one.page.get_by_role("button", name=name)).to_have_count(1)


def test_two_tabs_do_not_answer_one_card_twice(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    path = f"/study?card={card_of(CardKind.RECALL).id}&show=1"
    first, second = visit(path), visit(path)
    first.button("Good").click()
    first.asks()
    second.button("Again").click()
    playwright.expect(second.page.get_by_role("status")).to_contain_text("not counted")
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(
    chromium: playwright.Browser, filled: Path, now: datetime, shelf: Database
) -> None:
    port, page = free_port(), chromium.new_page()
    with running(filled, now, port) as base:
        visit = Visit(page, base)
        visit.open("/study")
        visit.press("Space")
        visit.shows_answer()
    visit.button("Easy").click()
    playwright.expect(page.get_by_role("status")).to_contain_text("does not answer")
    visit.shows_answer()
    with running(filled, now, port):
        visit.button("Easy").click()
        visit.asks()
    page.close()
    assert len(progress.reviews(shelf)) == 1


def test_a_session_works_without_a_script(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card], shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}", java_script_enabled=False)
    one.button("Show answer").click()
    one.button("Source").click()
    playwright.expect(one.page.locator("#source mark").first).to_be_visible()
    one.button("Good").click()
    one.asks()
    one.open(f"/study?card={card_of(CardKind.CHOICE).id}")
    one.page.locator(".options button").first.click()
    playwright.expect(one.page.get_by_text("Not this time")).to_be_visible()
    one.button("Again").click()
    one.button("Undo").click()
    playwright.expect(one.page.get_by_role("status")).to_contain_text("Taken back: Again")
    one.button("Suspend").click()
    playwright.expect(one.page.get_by_role("status")).to_contain_text("The card is suspended")
    reviews = progress.reviews(shelf)
    assert [(review.rating, review.duration_ms) for review in reviews] == [(Rating.GOOD, None)]


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_screen(
    visit: Callable[..., Visit],
    card_of: Callable[[CardKind], Card],
    width: int,
    scheme: str,
) -> None:
    one = visit("/", viewport={"width": width, "height": 640}, color_scheme=scheme)
    studied = [f"/study?card={card_of(kind).id}" for kind in (CardKind.CHOICE, CardKind.CLOZE)]
    for path in (
        "/",
        *studied,
        f"{studied[0]}&choice=0&source=1",
        f"{studied[1]}&typed=something+else",
        f"{studied[0]}&edit=1",
        "/library",
        f"/episodes/{LEARNING}",
        f"/cards/{card_of(CardKind.CHOICE).id}",
        "/progress",
        "/exchange",
        "/settings",
    ):
        one.open(path)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_ratings_are_in_reach_of_a_thumb(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    one = visit(
        f"/study?card={card_of(CardKind.CHOICE).id}&choice=0&source=1",
        viewport={"width": 320, "height": 568},
    )
    for name in ("Again", "Hard", "Good", "Easy"):
        box = one.button(name).bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44
        assert 400 < box["y"] < 568 - box["height"]


def test_text_stands_out_from_its_ground(
    visit: Callable[..., Visit], card_of: Callable[[CardKind], Card]
) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, for every text that is smaller than large."""
    for scheme in ("light", "dark"):
        one = visit("/", color_scheme=scheme)
        for path in (
            "/",
            f"/study?card={card_of(CardKind.CHOICE).id}&choice=0",
            f"/study?card={card_of(CardKind.CLOZE).id}&typed=else&source=1",
            f"/episodes/{LEARNING}",
            "/settings",
        ):
            one.open(path)
            assert one.page.evaluate(FAINT_TEXTS) == [], (scheme, path)


FAINT_TEXTS = """() => {
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const shade = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return parts(getComputedStyle(document.documentElement).backgroundColor);
  };
  return [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && !e.closest('svg, .unseen, .skip'))
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => {
      const [a, b] = [shade(parts(getComputedStyle(e).color)), shade(ground(e))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.outerHTML.slice(0, 80)];
    })
    .filter(([contrast]) => contrast < 4.5);
}"""


def test_a_taken_port_is_told_in_one_line_with_what_to_do(
    server: str, filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port = int(server.rpartition(":")[2])
    with pytest.raises(QuizappError) as raised:
        serve(filled, port=port)
    assert f"port {port} on 127.0.0.1 is taken" in str(raised.value)
    assert "--port" in str(raised.value)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("host", "port", "advice"),
    [
        ("127.0.0.1", 70000, "--port"),
        ("no.such.host.invalid", 0, "--host"),
        ("192.0.2.1", 0, "--host"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_in_one_line(
    home: Path, host: str, port: int, advice: str
) -> None:
    with pytest.raises(QuizappError, match=advice) as raised:
        serve(home, host=host, port=port)
    assert "\n" not in str(raised.value)


def test_ctrl_c_ends_the_server_in_peace(filled: Path, now: datetime) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(filled), "0"],
        env={**os.environ, "QUIZAPP_NOW": now.isoformat(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert "http://127.0.0.1:" in process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")
