"""Whole journeys: the first run, a server that is killed, a quiz without a script, two tabs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from browser_visits import SERVER, Visit, free_port, note_console, running, sync_api
from sqlite_utils import Database

from quizapp.store import library, progress, quizzes

playwright = sync_api()

pytestmark = pytest.mark.browser


@contextmanager
def killed_after(home: Path, now: datetime, port: int) -> Iterator[None]:
    """A server that is given no time to say goodbye."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(home), str(port)],
        env={**os.environ, "QUIZAPP_NOW": now.isoformat(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        assert "http://" in process.stdout.readline()
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
        process.stdout.close()


def reply(visit: Visit, db: Database, number: int) -> None:
    question = quizzes.quiz(db, number).open_question
    assert question
    playwright.expect(visit.page.locator("#counts")).to_contain_text(f"Question {question.place} ")
    if question.card.options:
        visit.button(question.card.answer).click()
    else:
        visit.page.get_by_label("Your answer").fill(question.card.answer)
        visit.button("Next").last.click()
    while quizzes.quiz(db, number).questions[question.place - 1].given is None:
        visit.page.wait_for_timeout(50)


def test_from_the_first_run_to_the_first_answer(chromium: Any, home: Path, now: datetime) -> None:
    port, page = free_port(), chromium.new_page()
    visit = Visit(page, f"http://127.0.0.1:{port}")
    page.on("console", lambda message: note_console(visit, message.text))
    page.set_default_timeout(60_000)
    with running(home, now, port) as base:
        page.goto(base)
        page.get_by_role("button", name="Begin with the bundled episode").click()
        page.get_by_role("link", name="Start").click()
        page.get_by_role("button", name="Show answer").click()
        page.get_by_role("button", name="Good", exact=True).click()
        page.get_by_role("button", name="Show answer").wait_for()
        page.get_by_role("link", name="Leave the session").click()
        playwright.expect(page.get_by_role("link", name="Go on")).to_be_visible()
    page.close()
    assert visit.complaints == []


def test_a_server_killed_in_the_middle_of_a_quiz_loses_no_answer(
    chromium: Any, filled: Path, now: datetime, shelf: Database
) -> None:
    port, page = free_port(), chromium.new_page()
    visit = Visit(page, f"http://127.0.0.1:{port}")
    with killed_after(filled, now, port):
        visit.open("/quiz")
        page.get_by_label("Questions").select_option("5")
        visit.button("Start the quiz").click()
        reply(visit, shelf, 1)
        reply(visit, shelf, 1)
        playwright.expect(page.locator("#counts")).to_contain_text("Question 3 ")
    with killed_after(filled, now, port):
        visit.open("/quiz")
        page.get_by_role("link", name="Go on at question 3").click()
        for _ in range(3):
            reply(visit, shelf, 1)
        playwright.expect(page.get_by_role("heading", level=1)).to_have_text("5 of 5 right")
    page.close()


def test_a_server_killed_in_mid_session_loses_no_answer(
    chromium: Any, filled: Path, now: datetime, shelf: Database
) -> None:
    port, page = free_port(), chromium.new_page()
    visit = Visit(page, f"http://127.0.0.1:{port}")
    for number in (1, 2, 3):
        with killed_after(filled, now, port):
            visit.open("/study")
            visit.button("Show answer").click()
            visit.shows_answer()
            visit.press("4")
            visit.asks()
        assert len(progress.reviews(shelf)) == number
    page.close()


def test_a_quiz_and_its_misses_without_a_script(
    visit: Callable[..., Visit], shelf: Database
) -> None:
    one = visit("/quiz", java_script_enabled=False)
    one.page.get_by_label("Questions").select_option("5")
    one.button("Start the quiz").click()
    for _ in range(4):
        reply(one, shelf, 1)
    one.button("I do not know").click()
    heading = one.page.get_by_role("heading", level=1)
    playwright.expect(heading).to_have_text("4 of 5 right")
    one.button("Put the misses up for study").click()
    playwright.expect(one.page.get_by_role("status")).to_contain_text("1 card put up for study")
    assert len(progress.reviews(shelf)) == 1


def test_two_tabs_of_one_quiz_do_not_count_twice(
    visit: Callable[..., Visit], shelf: Database
) -> None:
    first = visit("/quiz")
    first.button("Start the quiz").click()
    first.page.wait_for_url("**/quiz/run/1")
    second = visit("/quiz/run/1")
    reply(first, shelf, 1)
    playwright.expect(first.page.locator("#counts")).to_contain_text("Question 2 ")
    second.button("I do not know").click()
    playwright.expect(second.page.get_by_role("status")).to_contain_text("not counted")
    assert quizzes.quiz(shelf, 1).points == 1


def test_an_edit_in_the_session_is_there_after_a_restart_and_goes_with_undo(
    chromium: Any, filled: Path, now: datetime, shelf: Database
) -> None:
    port, page = free_port(), chromium.new_page()
    visit = Visit(page, f"http://127.0.0.1:{port}")
    with running(filled, now, port):
        visit.open("/study")
        before = page.locator("#prompt").inner_text()
        visit.press("e")
        page.get_by_label("Question").fill("My own ____ words?")
        visit.button("Save").click()
        playwright.expect(page.locator("#prompt")).to_contain_text("My own")
    with running(filled, now, port):
        visit.open("/study")
        playwright.expect(page.locator("#prompt")).to_contain_text("My own")
        visit.press("u")
        playwright.expect(page.locator("#prompt")).to_have_text(before)
    page.close()
    assert not any(stored.edited for stored in library.cards(shelf))
