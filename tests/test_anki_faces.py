"""The choice card in a real browser: clickable, shuffled, marked; and readable in every theme."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")
    pytest.importorskip("playwright", reason="needs playwright: pip install quizapp[test]")

from anki_backend import back, cards_by_guid, front, import_package, open_collection, page
from exchange_cards import CARDS, CHANGED, EPISODE, card, stored
from playwright.sync_api import Browser, Page, sync_playwright

from quizapp.exchange import export
from quizapp.model import AnkiPlace, CardKind

pytestmark = [pytest.mark.anki, pytest.mark.browser]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None and os.environ.get("CI") != "true":
    pytest.skip("needs a Chromium on this machine", allow_module_level=True)

UNTYPED = "<code id=typeans>it keeps company</code>"
"""What Anki puts where nothing was typed."""

NIGHT = ["", "nightMode", "night_mode"]
OPTIONS = CARDS[2].options or ()


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> dict[CardKind, tuple[str, str, str]]:
    """The front, the back and the style of a card of each kind, as Anki renders them."""
    folder = tmp_path_factory.mktemp("faces")
    export(stored(*CARDS), [EPISODE], folder / "deck.apkg", now=CHANGED)
    collection = open_collection(folder / "anki")
    import_package(collection, folder / "deck.apkg")
    arrived = cards_by_guid(collection)
    made = {
        one.kind: (
            front(arrived[one.id]),
            back(arrived[one.id], typed="it keep company"),
            arrived[one.id].render_output().css,
        )
        for one in CARDS
    }
    collection.close()
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    """A page with an origin of its own, as every program that shows Anki's cards has one."""
    opened = browser.new_page(viewport={"width": 375, "height": 667})
    opened.route("http://anki.test/", lambda route: route.fulfill(body="<p>", status=200))
    opened.goto("http://anki.test/")
    return opened


@pytest.fixture
def reviewer(tab: Page) -> Page:
    """The page, with nothing remembered from the test before."""
    tab.evaluate("sessionStorage.clear()")
    return tab


def show(reviewer: Page, face: str, css: str = "", night: str = "") -> None:
    """Shows a face in a new document; what a page remembers in its window is gone."""
    reviewer.reload()
    reviewer.set_content(page(face, css, night=night))


def turn(reviewer: Page, face: str) -> None:
    """Shows a face in the same document, as Anki on the desktop does."""
    reviewer.evaluate(
        """face => {
            const qa = document.getElementById("qa");
            qa.innerHTML = face;
            for (const old of qa.querySelectorAll("script")) {
                const script = document.createElement("script");
                script.textContent = old.textContent;
                old.replaceWith(script);
            }
        }""",
        face,
    )


def order(reviewer: Page) -> list[str]:
    return reviewer.get_by_role("button").all_inner_texts()


def test_the_options_are_shuffled_on_each_showing(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    asked, _, _ = faces[CardKind.CHOICE]
    show(reviewer, asked)
    orders = set()
    for _ in range(60):
        turn(reviewer, asked)
        orders.add(tuple(order(reviewer)))
    assert {tuple(sorted(each)) for each in orders} == {tuple(sorted(OPTIONS))}
    assert len(orders) == 6


def test_true_and_false_keep_their_order(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    asked, _, _ = faces[CardKind.TRUE_FALSE]
    for _ in range(3):
        show(reviewer, asked)
        assert order(reviewer) == ["True", "False"]


@pytest.mark.parametrize("forgetful", [False, True], ids=["same document", "new document"])
@pytest.mark.parametrize("chosen", OPTIONS)
def test_the_back_keeps_the_order_and_marks_right_and_wrong(
    reviewer: Page,
    faces: dict[CardKind, tuple[str, str, str]],
    chosen: str,
    forgetful: bool,
) -> None:
    asked, told, css = faces[CardKind.CHOICE]
    for _ in range(2):
        show(reviewer, asked, css)
        before = order(reviewer)
        reviewer.get_by_role("button", name=chosen, exact=True).click()
        assert reviewer.locator("button.chosen").all_inner_texts() == [chosen]
        assert reviewer.locator("button.right, button.wrong").count() == 0
        show(reviewer, told, css) if forgetful else turn(reviewer, told)
        assert order(reviewer) == before
        assert reviewer.locator("button.right").all_inner_texts() == [CARDS[2].answer]
        wrong = [] if chosen == CARDS[2].answer else [chosen]
        assert reviewer.locator("button.wrong").all_inner_texts() == wrong


def test_a_choice_can_be_changed_before_the_card_is_turned(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    show(reviewer, faces[CardKind.CHOICE][0])
    for option in OPTIONS:
        reviewer.get_by_role("button", name=option).click()
        assert reviewer.locator("[aria-pressed=true]").all_inner_texts() == [option]


@pytest.mark.parametrize(
    ("program", "stand_in"),
    [
        ("desktop", "window.pycmd = command => { window.turned = command; }"),
        ("phone", "window.showAnswer = () => { window.turned = 'ans'; }"),
    ],
)
def test_a_click_turns_the_card_where_the_program_lets_it(
    reviewer: Page,
    faces: dict[CardKind, tuple[str, str, str]],
    program: str,
    stand_in: str,
) -> None:
    show(reviewer, faces[CardKind.CHOICE][0])
    reviewer.evaluate(stand_in)
    reviewer.get_by_role("button").first.click()
    assert reviewer.evaluate("window.turned") == "ans"


def test_without_a_front_the_back_shows_the_options_as_written(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    show(reviewer, faces[CardKind.ATTRIBUTION][1])
    assert order(reviewer) == list(CARDS[4].options or ())
    assert reviewer.locator("button.right").all_inner_texts() == ["Gwen Marlow"]


def test_without_script_the_options_and_the_answer_are_there(
    browser: Browser, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    asked, told, css = faces[CardKind.CHOICE]
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.set_content(page(asked, css))
    assert plain.locator("ol.options li").all_inner_texts() == list(OPTIONS)
    plain.set_content(page(told, css))
    assert plain.locator("ol.options li").all_inner_texts() == list(OPTIONS)
    assert plain.locator(".answer").inner_text() == CARDS[2].answer
    assert plain.locator(".answer").is_visible()
    plain.context.close()


BLANKS = (
    ("A spring tide comes when ____ and Moon pull in one line.", "the Sun"),
    ("A spring tide comes when the Sun and ____ pull in one line.", "Moon"),
    ("A neap tide is ____.", "the low one"),
)
"""Of one note: the third was reworded since, and stands in a part of its own."""


@pytest.fixture(scope="module")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """The front, the back and the style of each card of a note with three blanks."""
    folder = tmp_path_factory.mktemp("blanks")
    cards = [card(n, CardKind.CLOZE, *words, note_id="q1nx") for n, words in enumerate(BLANKS)]
    places = {one.id: AnkiPlace(cards[0].id, n) for n, one in enumerate(cards)}
    export(stored(*cards), [EPISODE], folder / "deck.apkg", now=CHANGED, places=places)
    collection = open_collection(folder / "anki")
    import_package(collection, folder / "deck.apkg")
    found = [collection.get_card(one) for one in collection.find_cards("")]
    found.sort(key=lambda one: one.ord)
    made = [(front(one), back(one), one.render_output().css) for one in found]
    collection.close()
    return made


@pytest.mark.parametrize("night", NIGHT)
@pytest.mark.parametrize("number", range(len(BLANKS)))
def test_each_blank_of_a_note_is_asked_in_its_own_sentence_alone(
    reviewer: Page, blanks: list[tuple[str, str, str]], number: int, night: str
) -> None:
    asked, told, css = blanks[number]
    prompt, answer = BLANKS[number]
    for face, shown in ((asked, "[...]"), (told, answer)):
        show(reviewer, face, css, night)
        said = reviewer.locator(".prompt").inner_text()
        assert " ".join(said.split()) == prompt.replace("____", shown)
        assert reviewer.locator(".cloze").inner_text() == shown
        assert reviewer.evaluate("document.documentElement.scrollWidth") <= 375
        assert reviewer.evaluate(_TOO_DIM) == []


@pytest.mark.parametrize("night", NIGHT)
@pytest.mark.parametrize("kind", CardKind)
def test_every_face_fits_a_phone_and_can_be_read(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]], kind: CardKind, night: str
) -> None:
    asked, told, css = faces[kind]
    for face in (asked, told):
        show(reviewer, face, css, night)
        assert reviewer.evaluate("document.documentElement.scrollWidth") <= 375
        dim = reviewer.evaluate(_TOO_DIM)
        assert dim == []


def test_what_was_typed_is_compared_and_nothing_typed_repeats_nothing(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    _, told, css = faces[CardKind.FINISH_QUOTE]
    show(reviewer, told, css)
    assert reviewer.locator("code#typeans").is_visible()
    assert reviewer.locator("code#typeans .typeGood").count() > 0
    show(reviewer, re.sub(r"<code id=.?typeans.*?</code>", UNTYPED, told, flags=re.DOTALL), css)
    assert not reviewer.locator("code#typeans").is_visible()
    assert reviewer.locator(".answer").is_visible()


def test_night_is_dark_and_day_is_light(
    reviewer: Page, faces: dict[CardKind, tuple[str, str, str]]
) -> None:
    asked, _, css = faces[CardKind.RECALL]
    papers = []
    for night in NIGHT:
        show(reviewer, asked, css, night)
        papers.append(reviewer.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers == ["rgb(251, 250, 247)", "rgb(22, 24, 28)", "rgb(22, 24, 28)"]


_TOO_DIM = """() => {
    const light = colour => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    const paper = element => {
        const own = getComputedStyle(element).backgroundColor;
        return own === "rgba(0, 0, 0, 0)" ? paper(element.parentElement) : own;
    };
    return [...document.querySelectorAll("#qa *")].filter(element => {
        const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!own || element.tagName === "SCRIPT" || !element.checkVisibility()) { return false; }
        const [ink, back] = [light(getComputedStyle(element).color), light(paper(element))];
        return (Math.max(ink, back) + 0.05) / (Math.min(ink, back) + 0.05) < 4.5;
    }).map(element => element.className + ": " + element.textContent);
}"""
"""Texts with less than 4.5:1 contrast to what is behind them (WCAG 2.1, 1.4.3)."""


def test_a_front_says_of_which_episode_it_asks_unless_that_tells_who_said_it(
    faces: dict[CardKind, tuple[str, str, str]],
) -> None:
    assert EPISODE.title in faces[CardKind.RECALL][0]
    assert EPISODE.title in faces[CardKind.CLOZE][0]
    for kind in (CardKind.ATTRIBUTION, CardKind.CHOICE):
        assert EPISODE.title not in faces[kind][0]
