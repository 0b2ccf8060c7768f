"""The pages on screens from 320 pixels on, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from browser_visits import Visit
from sqlite_utils import Database
from web_fixtures import CardOf
from web_material import LEARNING

from quizapp.model import CardKind
from quizapp.store import own
from quizapp.store.own import Written
from quizapp.store.settings import save_settings, settings

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_screen(
    visit: Callable[..., Visit],
    card_of: CardOf,
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


@pytest.mark.parametrize("size", ["100", "150"])
def test_words_without_an_end_break_on_a_small_screen(
    visit: Callable[..., Visit], shelf: Database, now: datetime, size: str
) -> None:
    written = Written(CardKind.RECALL, f"What is {'W' * 180}?", "X" * 250, tags=("t" * 50,))
    card = own.add(shelf, written, now).card
    save_settings(shelf, replace(settings(shelf), text_size=int(size)))
    one = visit("/", viewport={"width": 320, "height": 640})
    for path in (
        *("/", "/settings", "/quiz", "/library", "/ahead", "/cards?q=is:own"),
        *(f"/cards/{card.id}", f"/cards/{card.id}/edit", f"/episodes/{own.OWN_CARDS}"),
        *(f"/study?card={card.id}", f"/study?card={card.id}&show=1&source=1"),
    ):
        one.open(path)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_the_ratings_are_in_reach_of_a_thumb(visit: Callable[..., Visit], card_of: CardOf) -> None:
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


def test_text_stands_out_from_its_ground(visit: Callable[..., Visit], card_of: CardOf) -> None:
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
