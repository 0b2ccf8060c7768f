"""Whole journeys through the library and the cards in a real browser, by keyboard and by thumb."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_visits import Visit, free_port, note_console, note_failure, running
from sqlite_utils import Database
from test_browser_access import axe, violations  # noqa: F401  (axe is a fixture)
from test_browser_screens import FAINT_TEXTS
from test_web_library import PAGE
from web_fixtures import CardOf, Clock
from web_material import LEARNING, RIVERS

from quizapp import study
from quizapp.model import CardKind, Rating
from quizapp.store import library, trash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@contextmanager
def visiting(chromium: Browser, base: str) -> Iterator[Visit]:
    context = chromium.new_context()
    one = Visit(context.new_page(), base)
    one.page.on("console", lambda message: note_console(one, message.text))
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("requestfailed", lambda request: note_failure(one, request))
    one.page.on(
        "request",
        lambda asked: None if asked.url.startswith(base) else one.complaints.append(asked.url),
    )
    yield one
    context.close()
    assert one.complaints == []


def test_a_page_is_pasted_curated_studied_edited_and_found_after_a_restart(
    chromium: Browser, home: Path, now: datetime
) -> None:
    port = free_port()
    with running(home, now, port) as base, visiting(chromium, base) as one:
        page = one.page
        one.open("/library")
        page.get_by_role("link", name="Add an episode").click()
        page.get_by_label("Text", exact=True).fill(PAGE)
        one.button("Read the text").click()
        page.get_by_role("heading", name="What was understood").wait_for()
        assert page.get_by_text("Rosa Almeida").count()
        one.button("Store and look over the cards").click()

        page.get_by_text("0 of").wait_for()
        page.wait_for_load_state()
        first = page.locator("#prompt").inner_text()
        one.press("r")
        page.get_by_text("1 of").wait_for()
        one.press("u")
        page.get_by_text("0 of").wait_for()
        assert page.locator("#prompt").inner_text() == first
        one.press("k")
        page.get_by_text("1 of").wait_for()
        one.press("e")
        page.get_by_label("Question", exact=True).fill("Why do zebras have stripes, in the end?")
        one.button("Save").click()
        page.get_by_text("2 of").wait_for()
        page.wait_for_load_state()
        one.press("x")
        page.get_by_text("3 of").wait_for()
        one.button("Keep all that are left").click()
        page.get_by_role("heading", name="Cards", exact=True).wait_for()

        page.get_by_role("link", name="Study").first.click()
        asked = page.locator("#prompt").inner_text()
        same = page.locator("#prompt", has_text=asked)
        one.button("Show answer").click()
        one.button("Good").click()
        same.wait_for(state="detached")
        one.button("Undo").click()
        same.wait_for()
        one.button("Show answer").or_(one.button("Good")).first.click()
        if same.count():
            one.button("Good").click()
        same.wait_for(state="detached")

    with running(home, now, port) as base, visiting(chromium, base) as one:
        page = one.page
        one.open("/cards")
        one.press("/")
        page.keyboard.type("zebra stri")
        page.wait_for_url("**q=zebra*stri")
        page.get_by_text("1 card", exact=True).wait_for()
        page.get_by_role("link", name="zebras").click()
        page.get_by_text("Edited by you").wait_for()
        one.open("/cards?q=rated:1")
        page.get_by_text("1 card", exact=True).wait_for()
        one.open("/cards?q=is:rejected")
        page.get_by_text("1 card", exact=True).wait_for()


def test_a_folder_and_a_zip_are_given_in_the_browser(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    folder = tmp_path / "rosa"
    (folder / "inside").mkdir(parents=True)
    (folder / "inside" / "page.txt").write_text(PAGE, "utf-8")
    with zipfile.ZipFile(tmp_path / "rosa.zip", "w") as archive:
        archive.writestr("rosa/page.txt", PAGE)
    one = visit("/library/add")
    for box, given, button in (
        ("#folder", folder, "Read the folder"),
        ("#files", tmp_path / "rosa.zip", "Read the files"),
    ):
        one.open("/library/add")
        one.page.locator(box).set_input_files(given)
        one.button(button).click()
        one.page.get_by_role("heading", name="What was understood").wait_for()
        assert one.page.get_by_text("Rosa Almeida").count()
        one.button("Discard").click()
        one.page.get_by_text("Nothing was stored").wait_for()


def test_many_cards_are_tagged_with_the_keyboard_alone(visit: Callable[..., Visit]) -> None:
    one = visit("/cards")
    one.press("/")
    one.page.keyboard.type("kind:cloze")
    one.page.wait_for_url("**q=kind*")
    one.page.locator(".found > li").nth(5).wait_for(state="detached")
    one.page.get_by_text("Change many cards").focus()
    one.press("Enter", "Tab", "Space")
    assert one.page.locator("input[name=card]:checked").count() >= 1
    one.page.get_by_label("Tag", exact=True).focus()
    one.page.keyboard.type("exam")
    one.press("Enter")  # presses nothing: which button would it be?
    one.press("Tab", "Enter")
    one.page.get_by_text("tagged “exam”").wait_for()
    assert one.page.locator(".tag", has_text="exam").count() >= 1


def test_the_newest_query_wins(visit: Callable[..., Visit]) -> None:
    one = visit("/cards")
    box = one.page.get_by_role("searchbox")
    box.press_sequentially("is:suspended", delay=40)
    one.page.get_by_text("No card is found").wait_for()
    box.fill("")
    one.page.locator(".found > li").nth(5).wait_for()
    box.fill("foo:bar")
    one.page.get_by_text("there is no search word foo:").wait_for()
    assert one.page.evaluate("document.activeElement.id") == "q"


def test_an_episode_is_deleted_and_brought_back(visit: Callable[..., Visit]) -> None:
    one = visit(f"/episodes/{LEARNING}")
    one.page.get_by_role("link", name="Delete").click()
    assert one.focused == "Keep it"
    one.button("Delete").click()
    one.page.get_by_role("heading", name="In the bin").wait_for()
    one.page.locator("#notices").get_by_role("button", name="Bring it back").click()
    one.page.get_by_text("is back.").wait_for()
    one.open(f"/episodes/{LEARNING}")
    assert one.page.get_by_role("heading", name="Cards", exact=True).count()


def test_without_a_script_everything_here_works(visit: Callable[..., Visit]) -> None:
    one = visit("/cards", java_script_enabled=False)
    one.page.get_by_role("searchbox").fill("kind:choice")
    one.button("Search").click()
    one.page.get_by_text("Choose").first.wait_for()
    one.open(f"/episodes/{LEARNING}/curate")
    one.button("Keep K").or_(one.button("Keep")).first.click()
    one.page.get_by_text("1 of").wait_for()
    one.open("/cards/new")
    one.page.get_by_label("Question", exact=True).fill("Who wrote this?")
    one.page.get_by_label("Answer", exact=True).fill("I did")
    one.button("Store the card").click()
    one.page.get_by_text("The card is stored").wait_for()
    one.open("/cards?q=kind:recall wrote")
    assert one.page.get_by_text("Who wrote this?").count()


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_their_screen_and_can_be_read(
    visit: Callable[..., Visit], card_of: CardOf, width: int, scheme: str
) -> None:
    one = visit("/library/add", viewport={"width": width, "height": 640}, color_scheme=scheme)
    for path in (
        "/library",
        "/library/add",
        "/cards",
        "/cards?q=foo:bar",
        "/cards/new",
        f"/cards/{card_of(CardKind.CHOICE).id}",
        f"/episodes/{LEARNING}/curate",
        f"/episodes/{LEARNING}/delete",
        f"/episodes/{LEARNING}",
    ):
        one.open(path)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert one.page.evaluate(FAINT_TEXTS) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_here(
    visit: Callable[..., Visit],
    axe: str,  # noqa: F811
    shelf: Database,
    clock: Clock,
    scheme: str,
) -> None:
    answered = library.cards(shelf, episode=LEARNING)[0].card.id
    for _ in range(3):
        study.answer(shelf, answered, Rating.GOOD, clock())
    trash.delete(shelf, RIVERS, clock())
    one = visit("/library/add", color_scheme=scheme, viewport={"width": 1000, "height": 800})
    found = {}
    for path in (
        "/library", "/library/add", "/cards", "/cards?q=foo:bar", "/cards?q=nowhere", "/cards/new",
        f"/cards/{answered}", f"/cards/{answered}/edit", f"/episodes/{LEARNING}",
        f"/episodes/{LEARNING}/curate", f"/episodes/{LEARNING}/delete",
        f"/episodes/{LEARNING}/rebuild",
    ):  # fmt: skip
        one.open(path)
        one.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        found[path] = violations(one, axe)
    one.open("/library/add")
    one.page.get_by_label("Text", exact=True).fill(PAGE)
    one.button("Read the text").click()
    one.page.get_by_role("heading", name="What was understood").wait_for()
    found["preview"] = violations(one, axe)
    assert {path: said for path, said in found.items() if said} == {}
    assert one.complaints == []
