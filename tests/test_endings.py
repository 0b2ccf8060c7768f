"""Where a text is broken off: what is left to say carries it, and is whole."""

from __future__ import annotations

import pytest

from quizapp.generators import endings, quotes
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Section, SectionKind
from tests import bees


@pytest.mark.parametrize(
    ("text", "shown", "answer"),
    [
        (
            "A typeface is a voice you hear before the first word.",
            "A typeface is a voice you",
            "hear before the first word",
        ),
        (
            "The app was the receipt, and the product was getting paid on Friday.",
            "The app was the receipt, and the product was",
            "getting paid on Friday",
        ),
    ],
)
def test_a_text_is_broken_off_before_what_it_leads_up_to(
    text: str, shown: str, answer: str
) -> None:
    found = endings.best(text)
    assert found is not None
    assert (found.shown, found.answer) == (shown, answer)


@pytest.mark.parametrize(
    "text",
    [
        "We forecast with models in which the thing that happened could not happen.",
        "Sit still by an open window at night for half an hour and listen.",
        "Falling is cheap in a simulation, and that changed nearly everything.",
        "Openings are now more playable than his teachers ever allowed.",
        "A slow no is the worst thing an investor can give you.",
        "Lithium wants to be rid of its electron more than almost anything else we know.",
    ],
)
def test_no_text_is_broken_off_in_the_middle_of_a_thing(text: str) -> None:
    found = endings.best(text)
    shown, answer = (found.shown, found.answer) if found else (text, "")
    assert not shown.endswith((" that", " half", " and"))
    assert not answer.startswith(("and ", "than ", "that "))
    assert "than" not in answer.split()


def test_a_quotation_inside_is_not_cut_in_two() -> None:
    found = endings.best("Nobody has ever been reassured by the words 'wear and tear'.")
    assert (found.answer if found else "").count("'") % 2 == 0


@pytest.mark.parametrize(
    "text",
    [
        "Pride buys you the tent on Monday; the boots you leave by it take you to the summit.",
        "If a swarm hangs in your tree, the first thing you should ask about is the ladder.",
        "The keeper asks about the weather, the wind, the bloom, and how old the queen is.",
    ],
)
def test_an_ending_does_not_run_over_from_one_clause_into_the_next(text: str) -> None:
    found = endings.best(text)
    assert found is None or not found.answer.startswith(("leave", "ask about", "old"))


def test_nothing_is_broken_off_behind_what_a_clause_opens_with() -> None:
    for told in ("Everyone had the camera, and what they lacked was an ending of their own.",):
        found = endings.best(told)
        assert found is None or not found.shown.endswith(("what they", "how well"))


def test_a_quote_stands_under_what_its_page_says_it_is_on() -> None:
    """``Torsten Halm, on the winter of 1948`` below a quote tells what the quote is on."""
    text = "You cannot eat a principle, but you can burn coal in its name."
    page = f"> {text}\n> <cite>Anneke Vos, on the winter of 1948</cite>\n"
    section = Section(SectionKind.QUOTE, None, text, "hive.md", 1, 2, speaker="Anneke Vos")
    material = Material(bees.episode(section), Passages.of([("hive.md", page)]))
    (note,) = quotes.notes(material)
    assert note.cards[0].prompt.startswith("Anneke Vos on the winter of 1948: “You cannot")


@pytest.mark.parametrize(
    "text",
    [
        "You drink your tea out of a skeleton. I think that is rather beautiful.",
        "The bee is no machine. It is a poet with a compass, and I'm not sure that is better.",
    ],
)
def test_what_the_speaker_thinks_of_it_is_no_ending(text: str) -> None:
    """The aside at the end of a quote is not what it carries."""
    ending = endings.best(text)
    assert ending is None or not ending.answer.startswith(("think", "sure", "I"))


def test_an_ending_that_everybody_fills_is_none() -> None:
    """``longer than any of us has managed`` leaves nothing to recall."""
    ending = endings.best("They kept hives for ages, which is longer than any has lasted.")
    assert ending is None or ending.answer != "has lasted"


def test_a_quote_of_these_things_stands_nowhere_alone() -> None:
    """``In each of these hives``: which?"""
    text = "In each of these hives somebody was lazy, and it was never the drone that one blamed."
    section = Section(SectionKind.QUOTE, None, text, "hive.md", 1, 2, speaker="Anneke Vos")
    page = Passages.of([("hive.md", f"> {text}\n> Anneke Vos\n")])
    assert not list(quotes.notes(Material(bees.episode(section), page)))


@pytest.mark.parametrize(
    "text",
    [
        "Nobody ever robbed that hive, and nobody was supposed to.",
        "The queen does not count the days. She knows how much warmth she has to find.",
        "A smoker is the least expensive part of the kit.",
        "Two combs of one hive can want different care. If you copy one, you copy its faults.",
    ],
)
def test_nothing_is_broken_off_where_only_small_words_or_a_whole_condition_are_left(
    text: str,
) -> None:
    ending = endings.best(text)
    left = ending.answer if ending else ""
    assert not left.endswith(" to")
    assert left not in ("to find", "expensive part of the kit")
    assert not left.startswith("copy one, you")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I lift it, I smell it, and then I put it back on the stand for a week.", False),
        ("We teach it to beginners, and it took us a century to write it down.", False),
        ("People lift the lid, smell it, and then put it back on the hive for a week.", True),
        ("It is rash to move a strong colony while the willows are in bloom.", True),
    ],
)
def test_a_quote_of_an_it_without_a_noun_is_not_asked(text: str, asked: bool) -> None:
    """``I lift it``: what?"""
    section = Section(SectionKind.QUOTE, None, text, "hive.md", 1, 1, speaker="Anneke Vos")
    page = f"“{text}” – Anneke Vos\n"
    material = Material(bees.episode(section), Passages.of([("hive.md", page)]))
    assert bool(list(quotes.notes(material))) is asked
