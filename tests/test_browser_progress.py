"""Every chart of the progress page in a browser: shown, readable on a phone, with its table."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from browser_visits import Visit
from sqlite_utils import Database

from quizapp import study
from quizapp.model import Rating
from quizapp.sessions import chances
from quizapp.store.settings import memory_model, save_settings, settings
from quizapp.web.charts_cards import forecast_chart

pytestmark = pytest.mark.browser

CHARTS = (
    *("memory", "timeline", "known", "retention", "recalled", "forecast", "calendar", "time"),
    *(
        "ratings",
        "kinds",
        "hardest",
        "intervals",
        "stability",
        "difficulty",
        "calibration",
        "workload",
    ),
    "growth",
)
PHONE = {"width": 375, "height": 700}


@pytest.fixture(autouse=True)
def studied(shelf: Database, now: datetime) -> None:
    """Two months of study that end today, with some of everything."""
    dice = random.Random(11)
    for day in range(60, -1, -1):
        at = now - timedelta(days=day)
        for _ in range(12):
            item = study.next_item(shelf, at)
            if item is None:
                break
            (rating,) = dice.choices(list(Rating), (2, 1, 6, 1))
            at += timedelta(seconds=25)
            study.answer(shelf, item.card.id, rating, at, duration_ms=dice.randrange(2000, 20_000))


SMALL_TEXTS = """(name) => {
  const svg = document.querySelector(`#${name} figure svg`);
  return [...svg.querySelectorAll('text')]
    .map((text) => [text.getBoundingClientRect(), text.textContent])
    .filter(([box, words]) => words && (box.height < 10 || box.left < 0 || box.right > innerWidth))
    .map(([box, words]) => `${words}: ${box.height} ${box.left} ${box.right}`);
}"""

CROSSED = """(name) => {
  const boxes = [...document.querySelectorAll(`#${name} figure svg text`)]
    .map((text) => [text.getBoundingClientRect(), text.textContent])
    .filter(([, words]) => words);
  const found = [];
  for (const [a, one] of boxes) for (const [b, other] of boxes)
    if (one < other && a.left + 1 < b.right && b.left + 1 < a.right
        && a.top + 4 < b.bottom && b.top + 4 < a.bottom) found.push(`${one} / ${other}`);
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_chart_is_shown_and_readable_on_a_phone(
    visit: Callable[..., Visit], scheme: str
) -> None:
    one = visit("/progress", viewport=PHONE, color_scheme=scheme)
    assert [s.get_attribute("id") for s in one.page.locator(".chart").all()] == list(CHARTS)
    assert one.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for name in CHARTS:
        picture = one.page.locator(f"#{name} figure svg[role=img]")
        box = picture.bounding_box()
        assert box and box["width"] > 300 and box["height"] > 60, name
        assert picture.locator("rect, circle").count() > 0, name
        assert one.page.evaluate(SMALL_TEXTS, name) == [], name
        assert one.page.evaluate(CROSSED, name) == [], name


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_its_sentence_and_its_table(visit: Callable[..., Visit], name: str) -> None:
    one = visit("/progress", viewport=PHONE)
    chart = one.page.locator(f"#{name}")
    assert chart.locator("h2").inner_text()
    sentence = chart.locator(".says").inner_text()
    assert sentence.endswith((".", ")")) and len(sentence) > 20
    # Who does not see the picture hears its title and what it means.
    picture = chart.get_by_role("img")
    assert picture.count() == 1
    table = chart.locator("table")
    assert not table.is_visible()
    chart.locator("summary").click()
    assert table.is_visible()
    assert table.locator("thead th").count() >= 2
    assert table.locator("tbody tr").count() >= 1
    assert one.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_numbers_open_by_keyboard(visit: Callable[..., Visit]) -> None:
    one = visit("/progress")
    one.page.locator("#forecast summary").focus()
    one.press("Enter")
    assert one.page.locator("#forecast table").is_visible()


def test_recall_is_shown_by_day_week_or_month(visit: Callable[..., Visit]) -> None:
    one = visit("/progress", viewport=PHONE)
    for span in ("day", "month", "week"):
        one.page.get_by_role("link", name=f"By {span}").click()
        assert one.page.locator("#retention thead th").first.text_content() == span.capitalize()
        assert one.page.evaluate(SMALL_TEXTS, "retention") == [], span
        assert one.page.evaluate(CROSSED, "retention") == [], span


def test_an_episode_leads_to_its_own_timeline(visit: Callable[..., Visit]) -> None:
    one = visit("/progress")
    one.page.locator("#memory summary").click()
    one.page.locator("#memory table a").first.click()
    assert "/progress/" in one.page.url
    assert one.page.locator("#timeline figure svg circle").count() > 0
    # Its own true retention as well, by the span that is chosen.
    one.page.get_by_role("link", name="By month").click()
    assert "/progress/" in one.page.url
    assert one.page.locator("#retention thead th").first.text_content() == "Month"
    assert one.page.locator("#retention figure svg circle").count() > 0


def test_a_hard_card_leads_to_itself(visit: Callable[..., Visit]) -> None:
    one = visit("/progress")
    one.page.locator("#hardest summary").click()
    one.page.locator("#hardest table a").first.click()
    assert "/cards/" in one.page.url


def test_a_forecast_of_nothing_says_so(now: datetime) -> None:
    from quizapp.statistics import forecast

    chart = forecast_chart(forecast({}, now.date()))
    assert chart.sentence == "Nothing comes back in the next 30 days."


def test_corrected_recall_is_told_with_the_models_own(
    visit: Callable[..., Visit], shelf: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(shelf, replace(settings(shelf), correction=True))
    found = chances.online(shelf, memory_model(shelf), date(2100, 1, 1))
    assert found
    used = replace(found, judged=replace(found.judged, used=True))
    monkeypatch.setattr(chances, "online", lambda *_: used)
    monkeypatch.setattr("quizapp.web.progress.online_correction", lambda *_: used)
    one = visit("/progress", viewport=PHONE)
    assert (
        "corrected by how your latest answers went" in one.page.locator("#calibration").inner_text()
    )
    for name in ("memory", "timeline"):
        one.page.locator(f"#{name} summary").click()
        heads = one.page.locator(f"#{name} thead th").all_inner_texts()
        assert "By the model alone" in heads, name
    assert one.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_page_of_few_answers_says_what_is_not_there_yet(
    visit: Callable[..., Visit], shelf: Database
) -> None:
    """No empty pictures and no tables without a row: the sentence says it."""
    shelf.execute("UPDATE reviews SET undone_at = 1 WHERE id > 4")
    shelf.execute(
        "DELETE FROM memory WHERE card_id NOT IN (SELECT card_id FROM reviews WHERE id < 5)"
    )
    shelf.execute("UPDATE memory SET lapses = 0")
    one = visit("/progress")
    for name in ("retention", "recalled", "hardest", "calibration"):
        chart = one.page.locator(f"#{name}")
        assert "yet." in chart.locator(".says").inner_text(), name
        assert chart.locator("figure, details").count() == 0, name
    assert one.page.locator("#kinds figure").count() == 0
    assert one.page.locator("#kinds tbody tr").count() > 0
