"""A real browser at a real server: keys, focus, and a session without a script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from browser_visits import Visit, free_port, running, sync_api
from sqlite_utils import Database
from web_fixtures import CardOf

from quizapp.model import CardKind, Rating
from quizapp.store import library, progress

playwright = sync_api()

pytestmark = pytest.mark.browser


def answer_with_keys(visit: Visit, rating: str) -> None:
    visit.asks()
    visit.press("Space")
    visit.shows_answer()
    visit.press(rating)


def test_ten_cards_with_the_keyboard_alone_and_the_same_state_after_a_restart(
    chromium: Any, filled: Path, now: datetime, shelf: Database
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
    visit: Callable[..., Visit], card_of: CardOf
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    assert one.focused == "Show answer"
    one.press("Enter")
    one.shows_answer()
    assert one.focused == "Good"
    one.press("Enter")
    one.asks()


def test_keys_pressed_faster_than_the_server_answers_are_kept(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    one.page.locator("main").focus()
    one.press("Space", "2")
    playwright.expect(one.page.locator("#counts")).to_contain_text("12 new")
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.HARD]


def test_a_key_held_down_answers_once(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    for _ in range(6):
        one.page.keyboard.down("Enter")
    one.page.keyboard.up("Enter")
    one.shows_answer()
    assert progress.reviews(shelf) == ()


def test_a_digit_chooses_an_option_and_then_rates(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    one = visit(f"/study?card={card_of(CardKind.CHOICE).id}")
    one.press("1")
    one.shows_answer()
    assert one.focused == "Again"
    playwright.expect(one.page.get_by_text("Not this time", exact=True)).to_be_visible()
    one.press("3")
    one.asks()
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_options_are_buttons_named_by_their_text(
    visit: Callable[..., Visit], card_of: CardOf
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
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
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
    visit: Callable[..., Visit], card_of: CardOf
) -> None:
    one = visit(f"/study?card={card_of(CardKind.CLOZE).id}")
    one.press("Space")
    one.shows_answer()
    assert "You wrote" not in one.page.inner_text("main")


def test_check_grades_what_was_typed(visit: Callable[..., Visit], card_of: CardOf) -> None:
    one = visit(f"/study?card={card_of(CardKind.FINISH_QUOTE).id}")
    one.page.get_by_label("Your answer").fill("nothing like it")
    one.button("Check").click()
    one.shows_answer()
    assert one.focused == "Again"


def test_the_letters_do_what_they_do_in_anki(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
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
    playwright.expect(one.page.locator("#prompt")).to_have_text("Why do meanders wander?")
    assert library.card(shelf, card.id).buried_until is None
    one.press("Control+z")
    playwright.expect(one.page.get_by_role("status")).to_contain_text("reads as before")
    playwright.expect(one.button("Undo")).to_be_disabled()
    one.open(f"/study?card={card_of(CardKind.CHOICE).id}")
    one.press("i")
    playwright.expect(one.page.get_by_role("heading", name="Where it comes from")).to_be_visible()


def test_an_edit_that_is_no_card_is_not_lost(visit: Callable[..., Visit], card_of: CardOf) -> None:
    one = visit(f"/study?card={card_of(CardKind.CLOZE).id}&show=1&edit=1")
    one.page.get_by_label("Question").fill("My words without a gap.")
    one.button("Save").click()
    playwright.expect(one.page.get_by_role("alert")).to_contain_text("Leave a blank")
    playwright.expect(one.page.get_by_label("Question")).to_have_value("My words without a gap.")
    one.page.get_by_label("Question").fill("My words with a ____.")
    one.button("Save").click()
    playwright.expect(one.page.locator("#prompt")).to_contain_text("My words with a")
    one.complaints = [line for line in one.complaints if "422" not in line]


def test_the_source_opens_and_closes_in_place(visit: Callable[..., Visit], card_of: CardOf) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}&show=1")
    marked = one.page.locator("#source mark").first
    playwright.expect(marked).to_be_hidden()
    one.button("Source").click()
    playwright.expect(marked).to_be_visible()
    playwright.expect(one.button("Source")).to_have_attribute("aria-expanded", "true")
    one.press("s")
    playwright.expect(marked).to_be_hidden()


def test_every_button_of_a_session_has_its_name(
    visit: Callable[..., Visit], card_of: CardOf
) -> None:
    one = visit(f"/study?card={card_of(CardKind.RECALL).id}")
    names = ("Again", "Hard", "Good", "Easy", "Undo", "Edit", "Suspend", "Bury", "Source")
    one.button("Show answer").click()
    for name in names:
        playwright.expect(one.button(name)).to_have_count(1)
        playwright.expect(one.page.get_by_role("button", name=name)).to_have_count(1)


def test_two_tabs_do_not_answer_one_card_twice(
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
) -> None:
    path = f"/study?card={card_of(CardKind.RECALL).id}&show=1"
    first, second = visit(path), visit(path)
    first.button("Good").click()
    first.asks()
    second.button("Again").click()
    playwright.expect(second.page.get_by_role("status")).to_contain_text("not counted")
    assert [review.rating for review in progress.reviews(shelf)] == [Rating.GOOD]


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(
    chromium: Any, filled: Path, now: datetime, shelf: Database
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
    visit: Callable[..., Visit], card_of: CardOf, shelf: Database
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
