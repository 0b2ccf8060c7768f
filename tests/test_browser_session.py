"""Keys and small states in a real browser: saving by key, leaving an edit, undo, help, touch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from browser_visits import Visit, sync_api
from sqlite_utils import Database
from web_fixtures import CardOf
from web_material import LEARNING, RIVERS, give_ideas

from quizapp.model import CardKind
from quizapp.sessions import quizzing
from quizapp.store import library

playwright = sync_api()

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 375, "height": 700}}


def test_an_edit_is_saved_by_key_and_left_by_key(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    card = card_of(CardKind.RECALL)
    one = visit(f"/study?card={card.id}")
    box = one.page.get_by_label("Question", exact=True)
    for key, words in (("Control+Enter", "Saved by Ctrl Enter?"), ("Meta+Enter", "By Cmd Enter?")):
        one.open(f"/study?card={card.id}")
        one.press("e")
        box.fill(words)
        one.press(key)
        playwright.expect(one.page.locator("#prompt")).to_contain_text(words)
        assert library.card(shelf, card.id).card.prompt == words
    asked: list[str] = []
    stays = True

    def reply(dialog: object) -> None:
        asked.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss() if stays else dialog.accept()  # type: ignore[attr-defined]

    one.page.on("dialog", reply)
    one.press("e")
    box.wait_for()
    one.press("Escape")
    one.asks()
    assert asked == [], "nothing was changed"
    one.press("e")
    box.fill("Half an edit")
    one.press("Escape")
    playwright.expect(box).to_have_value("Half an edit")
    stays = False
    one.press("Escape")
    one.asks()
    assert asked == ["Leave without saving what you changed?"] * 2
    assert library.card(shelf, card.id).card.prompt == "By Cmd Enter?"


def test_ctrl_enter_saves_on_the_edit_page_too(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    card = card_of(CardKind.CLOZE)
    one = visit(f"/cards/{card.id}/edit?back=/cards/{card.id}")
    one.page.get_by_label("Question", exact=True).fill("What has a ____ in it?")
    one.press("Control+Enter")
    one.page.get_by_text("Saved. Your wording stays.").wait_for()
    assert library.card(shelf, card.id).card.prompt == "What has a ____ in it?"


def test_undo_wakes_with_the_first_answer(visit: Callable[..., Visit], card_of: CardOf) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    playwright.expect(one.button("Undo")).to_be_disabled()
    one.press("u", "Space")
    one.shows_answer()
    one.press("3")
    one.asks()
    playwright.expect(one.button("Undo")).to_be_enabled()
    one.press("u")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("Taken back")
    playwright.expect(one.button("Undo")).to_be_disabled()


@pytest.mark.parametrize("way", ["study", "curate", "quiz", "matching"])
def test_a_question_mark_shows_the_keys(
    visit: Callable[..., Visit], shelf: Database, now: datetime, way: str
) -> None:
    give_ideas(shelf, RIVERS, now)
    wanted = quizzing.Wanted(episode=LEARNING, kinds=(CardKind.CHOICE,))
    quiz = quizzing.start(shelf, wanted, now)
    address = {
        "study": "/study",
        "curate": f"/episodes/{LEARNING}/curate",
        "quiz": f"/quiz/run/{quiz}",
        "matching": f"/matching/{RIVERS}",
    }[way]
    one = visit(address)
    before = one.page.locator("h1").first.inner_text()
    dialog = one.page.get_by_role("dialog", name="Keys")
    playwright.expect(dialog).to_be_hidden()
    one.press("?")
    playwright.expect(dialog).to_be_visible()
    one.press("k")  # a key of the page under it
    playwright.expect(dialog).to_be_visible()
    one.press("Escape")
    playwright.expect(dialog).to_be_hidden()
    assert one.page.locator("h1").first.inner_text() == before


def test_keys_are_named_only_where_there_is_a_keyboard(
    visit: Callable[..., Visit], card_of: CardOf
) -> None:
    path = f"/study?card={card_of(CardKind.CHOICE).id}"
    hint = ".options kbd"
    playwright.expect(visit(path).page.locator(hint).first).to_be_visible()
    touch = visit(path, **PHONE, has_touch=True, is_mobile=True)
    playwright.expect(touch.page.locator(hint).first).to_be_hidden()
    touch.open(f"/episodes/{LEARNING}/curate")
    playwright.expect(touch.page.locator(".with-keys").first).to_be_hidden()


CUT = """() => [...document.querySelectorAll('select')].filter(one => {
  const style = getComputedStyle(one);
  const brush = document.createElement('canvas').getContext('2d');
  brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const words = Math.max(...[...one.options].map(o => brush.measureText(o.label).width));
  const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return words > room - 18;
}).map(one => one.name)"""
"""The lists whose longest words do not fit, with an arrow of 18 pixels."""


@pytest.mark.parametrize("width", [320, 375, 480, 600, 700, 760, 1200])
def test_no_setting_is_cut(visit: Callable[..., Visit], width: int) -> None:
    one = visit("/settings", viewport={"width": width, "height": 800})
    assert one.page.evaluate(CUT) == []


def test_an_empty_today_leads_to_the_bin(visit: Callable[..., Visit]) -> None:
    one = visit("/")
    for slug in (LEARNING, RIVERS):
        one.open(f"/episodes/{slug}/delete")
        one.button("Delete").click()
    one.open("/")
    one.page.get_by_role("link", name="restore").click()
    one.page.get_by_role("heading", name="In the bin").wait_for()
    one.page.get_by_role("button", name="Bring it back").first.click()
    one.page.get_by_text("is back.").wait_for()
    one.open("/")
    assert one.page.get_by_role("link", name="restore").count() == 0
