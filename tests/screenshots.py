"""``python -m tests.screenshots``: the pictures of the README, from the bundled episode.

A week of study is played first, so that the pages show what they show to a learner.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from sqlite_utils import Database
from werkzeug.serving import make_server

from quizapp import resources, study
from quizapp.build import build
from quizapp.model import Card, CardKind, Given, Rating
from quizapp.sessions import quizzing
from quizapp.sessions.marking import steps
from quizapp.sessions.quizzing import Wanted
from quizapp.store import library, quizzes
from quizapp.store.database import database_path, open_database
from quizapp.web import create_app
from tests.browser_visits import CHROMIUM, FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screens"
NOW = datetime(2026, 11, 16, 8, tzinfo=timezone(timedelta(hours=1)))
DAYS = 6
_MINUTE = timedelta(minutes=1)


def played(db: Database) -> datetime:
    """Plays some days of study, one answer in seven forgotten; returns the morning after."""
    build(db, [resources.source_texts()], NOW)
    answers = 0
    for day in range(DAYS):
        at = NOW + timedelta(days=day)
        for _ in range(45):
            item = study.next_item(db, at)
            if item is None:
                break
            answers += 1
            rating = Rating.AGAIN if answers % 7 == 0 else Rating.GOOD
            study.answer(db, item.card.id, rating, at, duration_ms=9000 + answers % 5 * 1500)
            at += _MINUTE
    return NOW + timedelta(days=DAYS)


def taken(db: Database, now: datetime) -> int:
    """A quiz with two misses; its number."""
    kinds = (CardKind.CLOZE, CardKind.CHOICE, CardKind.TRUE_FALSE, CardKind.ORDER)
    number = quizzing.start(db, Wanted(kinds=kinds, questions=8), now)
    for question in quizzes.quiz(db, number).questions:
        given = Given() if question.place in (3, 6) else _right(question.card)
        quizzing.answer(db, number, question.place, given, now + 3 * _MINUTE)
    return number


def _right(card: Card) -> Given:
    options = card.options or ()
    if card.kind is CardKind.ORDER:
        return Given(order=tuple(options.index(step) for step in steps(card)))
    return Given(chosen=card.answer_index) if options else Given(typed=card.answer)


@contextmanager
def served(home: Path, now: datetime) -> Iterator[str]:
    """The app at this instant."""
    server = make_server("127.0.0.1", 0, create_app(home, now=lambda: now), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def shoot(page: Page, base: str, shots: dict[str, str]) -> None:
    """Takes the pictures: names and addresses."""
    for name, path in shots.items():
        page.goto(base + path)
        page.evaluate("document.activeElement.blur()")
        page.screenshot(path=FOLDER / f"{name}.png")
        print(f"docs/screens/{name}.png")


def main() -> None:
    """Takes all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with closing(open_database(database_path(home))) as db:
            now = played(db)
            quiz = taken(db, now)
            first = {
                kind: library.cards(db, kind=kind)[0].card.id
                for kind in (CardKind.CHOICE, CardKind.ORDER, CardKind.RECALL)
            }
        shots = {
            "today": "/",
            "study": f"/study?card={first[CardKind.RECALL]}&show=1&source=1",
            "quiz": f"/quiz/result/{quiz}",
            "progress": "/progress",
        }
        phone = {
            "phone-choice": f"/study?card={first[CardKind.CHOICE]}&choice=0",
            "phone-order": f"/study?card={first[CardKind.ORDER]}",
        }
        with served(home, now) as base, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            wide = browser.new_page(viewport={"width": 1100, "height": 760})
            shoot(wide, base, shots)
            narrow = browser.new_page(
                viewport={"width": 375, "height": 667}, color_scheme="dark", has_touch=True
            )
            shoot(narrow, base, phone)
            browser.close()


if __name__ == "__main__":
    main()
