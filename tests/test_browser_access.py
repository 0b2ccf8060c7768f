"""What axe says of every page and state (WCAG 2.2 AA); journeys by keyboard and by drag."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from browser_visits import Visit, sync_api
from sqlite_utils import Database
from web_fixtures import CardOf, answer_everything
from web_material import LEARNING, RIVERS, give_ideas, learning_episode

from quizapp import identity
from quizapp.model import Card, CardKind, Given, Note, Rating
from quizapp.reading.documents import Document
from quizapp.sessions import deeds, quizzing, rounds
from quizapp.sessions.quizzing import Wanted
from quizapp.store import library, progress, quizzes
from quizapp.store.choosing import Choice
from quizapp.store.database import writing

playwright = sync_api()

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core, as the package that brings it has it; it is no part of quizapp."""
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        if os.environ.get("CI") == "true":
            pytest.fail("axe-playwright-python is not installed")
        pytest.skip("axe-playwright-python, which brings axe-core, is not installed")
    return (Path(package.origin).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture
def order(shelf: Database, now: datetime) -> Iterator[Card]:
    """A card that asks for an order."""
    source = library.cards(shelf, episode=LEARNING)[0].card.sources
    note_id = identity.note_id("hand", "ordered", "order", "order")
    card = Card(
        identity.card_id(note_id, "order", ""), note_id, CardKind.ORDER, "ordered",
        "In which order did they come?", "one → two → three", source,
        options=("three", "one", "two"), score=0.5,
    )  # fmt: skip
    with writing(shelf):
        library.save_episode(
            shelf,
            type(learning_episode())(slug="ordered", title="Put in order"),
            [Document(source[0].path, "", "nothing\n")],
            [Note(note_id, "hand", "ordered", "order", "order", source, (card,))],
            now,
        )
    yield card


def violations(one: Visit, axe: str) -> list[str]:
    one.page.evaluate(axe)
    found: dict[str, Any] = one.page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def states(shelf: Database, card_of: CardOf, order: Card, now: datetime) -> list[str]:
    """Every page, and every state of the study page."""
    asked = {kind: f"/study?card={card_of(kind).id}" for kind in (
        CardKind.RECALL, CardKind.CLOZE, CardKind.CHOICE, CardKind.TRUE_FALSE,
    )}  # fmt: skip
    quiz = quizzing.start(shelf, Wanted(questions=3), now)
    done = quizzing.start(shelf, Wanted(kinds=(CardKind.CLOZE,), questions=2), now)
    for place, typed in ((1, "nothing like it"), (2, quizzes.quiz(shelf, done).questions[1])):
        words = typed if isinstance(typed, str) else typed.card.answer
        quizzing.answer(shelf, done, place, Given(typed=words), now)
    cram = rounds.start(shelf, "Cram", Choice(), now, limit=5, counts=False)
    over = rounds.start(shelf, "Over", Choice(kinds=(CardKind.CHOICE,)), now, limit=1, counts=False)
    rounds.answer(shelf, over, "1-0", Rating.HARD, now)
    flagged = card_of(CardKind.FINISH_QUOTE).id
    deeds.flag(shelf, flagged, "The quote is not his", now)
    give_ideas(shelf, RIVERS, now)
    picked = "&".join(f"pick-{place}=0" for place in range(5))
    return [
        "/", "/library", f"/episodes/{LEARNING}", "/progress", "/exchange", "/settings",
        "/quiz", f"/quiz/{RIVERS}", f"/quiz/run/{quiz}", f"/quiz/result/{done}",
        f"/matching/{RIVERS}", f"/matching/{RIVERS}?{picked}", f"/matching/{LEARNING}",
        "/ahead", f"/round/{cram}", f"/round/{over}",
        "/nowhere", f"/cards/{card_of(CardKind.CHOICE).id}", "/offline",
        "/library/add", *(f"/episodes/{LEARNING}/{way}" for way in ("curate", "rebuild", "delete")),
        "/cards", "/cards?q=foo:bar", "/cards?q=nothing+like+it", "/cards/new",
        f"/cards/{card_of(CardKind.CHOICE).id}/edit", f"/cards/{flagged}",
        *asked.values(),
        f"{asked[CardKind.RECALL]}&show=1&source=1",
        f"{asked[CardKind.RECALL]}&edit=1",
        f"{asked[CardKind.CLOZE]}&typed=something+else",
        f"{asked[CardKind.CHOICE]}&choice=0",
        f"{asked[CardKind.TRUE_FALSE]}&choice=1",
        f"/study?card={order.id}", f"/study?card={order.id}&order=0&order=1&order=2&check=1",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    visit: Callable[..., Visit],
    axe: str,
    shelf: Database,
    card_of: CardOf,
    order: Card,
    now: datetime,
    scheme: str,
) -> None:
    one = visit("/", color_scheme=scheme, viewport={"width": 1000, "height": 800})
    found = {}
    for path in states(shelf, card_of, order, now):
        one.open(path)
        found[path] = violations(one, axe)
    one.open(f"/study?card={card_of(CardKind.RECALL).id}")
    one.press("?")
    found["keys"] = violations(one, axe)
    one.press("Escape", "*")
    found["flag"] = violations(one, axe)
    answer_everything(shelf, now)
    for path in ("/", "/study"):
        one.open(path)
        found[f"{path}, done"] = violations(one, axe)
    one.open("/settings")
    one.page.get_by_label("Learning steps", exact=True).fill("10m 1d")
    one.button("Save").click()
    one.page.get_by_text("is a day or more").wait_for()
    found["settings, refused"] = violations(one, axe)
    one.complaints = [line for line in one.complaints if "404" not in line and "422" not in line]
    assert {path: some for path, some in found.items() if some} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_high_contrast_with_large_text(
    visit: Callable[..., Visit], axe: str, card_of: CardOf, theme: str
) -> None:
    one = visit("/settings", viewport={"width": 375, "height": 667})
    one.page.get_by_label("Theme").select_option(theme)
    one.page.get_by_label("Contrast").select_option("more")
    one.page.get_by_label("Text size").select_option("150")
    one.button("Save").click()
    for path in ("/", "/settings", "/quiz", f"/study?card={card_of(CardKind.CHOICE).id}&choice=0"):
        one.open(path)
        assert violations(one, axe) == [], path
        wide = "document.documentElement.scrollWidth <= innerWidth"
        assert one.page.evaluate(wide), path


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_new_page_is_wider_than_its_screen(
    visit: Callable[..., Visit],
    shelf: Database,
    card_of: CardOf,
    order: Card,
    now: datetime,
    width: int,
) -> None:
    one = visit("/", viewport={"width": width, "height": 640})
    for path in states(shelf, card_of, order, now):
        one.open(path)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width, path
    one.complaints = [line for line in one.complaints if "404" not in line]


def test_nothing_covers_the_source_on_a_phone(visit: Callable[..., Visit], card_of: CardOf) -> None:
    path = f"/study?card={card_of(CardKind.CHOICE).id}&choice=0"
    one = visit(path, viewport={"width": 375, "height": 667})
    for name in ("Source", "Edit", "Bury", "Suspend", "Again", "Good"):
        assert one.button(name).evaluate(
            "e => { const r = e.getBoundingClientRect();"
            " const x = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);"
            " return e.contains(x) }"
        ), name
    one.button("Source").click()
    playwright.expect(one.page.locator("#source")).to_be_in_viewport()


def test_an_order_is_put_by_arrow_keys(visit: Callable[..., Visit], order: Card) -> None:
    one = visit(f"/study?card={order.id}")
    steps = one.page.locator("[data-ordering] .step")
    assert steps.all_inner_texts() == ["three", "one", "two"]
    one.page.get_by_role("button", name="Move down: three").focus()
    one.press("ArrowDown", "ArrowDown")
    assert steps.all_inner_texts() == ["one", "two", "three"]
    assert one.focused == "Move up: three"
    one.button("Check").click()
    one.shows_answer()
    playwright.expect(one.page.get_by_text("Right", exact=True)).to_be_visible()
    assert one.focused == "Good"


def test_an_order_is_put_by_drag(visit: Callable[..., Visit], order: Card, shelf: Database) -> None:
    one = visit(f"/study?card={order.id}")
    steps = one.page.locator("[data-ordering] .step")
    boxes = [step.bounding_box() for step in steps.all()]
    mouse, (first, _, last) = one.page.mouse, boxes
    assert first and last
    mouse.move(first["x"] + 5, first["y"] + 5)
    mouse.down()
    mouse.move(last["x"] + 5, last["y"] + last["height"] - 1, steps=12)
    mouse.up()
    assert steps.all_inner_texts() == ["one", "two", "three"]
    one.page.locator("main").click(position={"x": 2, "y": 2})
    one.press("Enter")
    one.shows_answer()
    one.press("3")
    one.asks()
    assert [review.card_id for review in progress.reviews(shelf)] == [order.id]


def test_an_order_is_put_without_a_script(visit: Callable[..., Visit], order: Card) -> None:
    one = visit(f"/study?card={order.id}", java_script_enabled=False)
    one.page.get_by_role("button", name="Move down: three").click()
    one.page.get_by_role("button", name="Move down: three").click()
    one.button("Check").click()
    playwright.expect(one.page.get_by_text("Right", exact=True)).to_be_visible()


def test_a_quiz_with_the_keyboard_alone(visit: Callable[..., Visit], shelf: Database) -> None:
    one = visit("/quiz")
    one.page.get_by_label("Questions").select_option("5")
    one.button("Start the quiz").press("Enter")
    for place in range(1, 6):
        playwright.expect(one.page.locator("#counts")).to_contain_text(f"Question {place} of 5")
        question = quizzes.quiz(shelf, 1).open_question
        assert question
        if question.card.options:
            one.press(str((question.card.answer_index or 0) + 1))
        else:
            one.page.keyboard.type(question.card.answer)
            one.press("Enter")
        while quizzes.quiz(shelf, 1).questions[place - 1].given is None:
            one.page.wait_for_timeout(50)
    heading = one.page.get_by_role("heading", level=1)
    playwright.expect(heading).to_have_text("5 of 5 right")
    assert progress.reviews(shelf) == ()


def test_a_clock_runs_down(visit: Callable[..., Visit], shelf: Database, now: datetime) -> None:
    number = quizzing.start(shelf, Wanted(questions=1, seconds_each=9), now)
    one = visit(f"/quiz/run/{number}")
    timer = one.page.get_by_role("timer")
    playwright.expect(timer).to_have_text(re.compile("0:0[6-9]"))
    playwright.expect(timer).to_have_text(re.compile("0:0[0-5]"), timeout=15_000)


def test_a_card_is_flagged_with_the_keyboard_and_brought_back(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    card = card_of(CardKind.RECALL)
    one = visit(f"/study?card={card.id}")
    one.press("*")
    one.button("The question is unclear").press("Enter")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("flagged")
    assert library.card(shelf, card.id).card.status == "rejected"
    one.press("u")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("without its flag")
    assert library.card(shelf, card.id).card.status == "active"


def test_the_reasons_of_a_flag_are_reached_and_chosen_by_keys(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    card = card_of(CardKind.RECALL)
    one = visit(f"/study?card={card.id}")
    one.press("*")
    reasons = one.page.locator("details.more[open] button[name=reason]")
    playwright.expect(reasons.first).to_be_focused()
    one.press("2")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("flagged")
    assert library.card(shelf, card.id).card.status == "rejected"


def test_the_question_mark_shows_the_keys(visit: Callable[..., Visit], card_of: CardOf) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    one.press("?")
    dialog = one.page.get_by_role("dialog", name="Keys")
    playwright.expect(dialog).to_be_visible()
    one.press("Space")
    one.press("Escape")
    playwright.expect(dialog).to_be_hidden()
    one.page.locator("main").focus()
    one.press("Space")
    one.shows_answer()


def test_two_buttons_are_enough_for_who_wants_them(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    one = visit("/settings")
    one.page.get_by_label("Rating buttons").select_option("two")
    one.page.get_by_label("Times on the buttons").select_option("hidden")
    one.button("Save").click()
    one.open(f"/study?card={card_of(CardKind.RECALL).id}")
    one.press("Space")
    one.shows_answer()
    playwright.expect(one.button("Hard")).to_have_count(0)
    assert one.page.locator(".rating small").count() == 0
    one.press("2")
    one.asks()
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_a_page_weighs_less_than_a_hundred_kilobytes_and_asks_no_other_host(
    visit: Callable[..., Visit],
    shelf: Database,
    card_of: CardOf,
    order: Card,
    now: datetime,
    server: str,
) -> None:
    card = card_of(CardKind.CHOICE).id
    answer_everything(shelf, now)
    for path in (
        *("/", f"/study?card={card}&choice=0&source=1", f"/episodes/{LEARNING}", "/progress"),
        *("/quiz", "/ahead", "/settings", "/library", "/library/add", "/cards", f"/cards/{card}"),
    ):
        one = visit(path)
        loaded: list[list[Any]] = one.page.evaluate(
            "['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
            ".map(entry => [entry.name, entry.decodedBodySize, entry.encodedBodySize])"
        )
        # Sixteen charts with their tables are more, once unpacked.
        most = 150_000 if path == "/progress" else 100_000
        assert 1000 < sum(size for _, size, _ in loaded) < most, (path, loaded)
        assert 500 < sum(size for _, _, size in loaded) < 30_000, ("on their way", path, loaded)
        assert all(url.startswith(server) for url, *_ in loaded), loaded


def test_the_app_can_be_installed(visit: Callable[..., Visit]) -> None:
    one = visit("/")
    manifest: dict[str, Any] = one.page.evaluate(
        "fetch(document.querySelector('link[rel=manifest]').href).then(r => r.json())"
    )
    assert manifest["start_url"] == "/" and manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        assert one.page.request.get(f"{one.base}/static/{icon['src']}").ok, icon


def test_nothing_lies_on_the_check_of_an_order(visit: Callable[..., Visit], order: Card) -> None:
    one = visit(f"/study?card={order.id}", viewport={"width": 375, "height": 667})
    check = one.button("Check").last
    assert check.evaluate(
        "e => { e.scrollIntoView({block: 'end'}); const r = e.getBoundingClientRect();"
        " return e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)) }"
    )
