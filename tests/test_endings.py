"""Where a text is broken off: what is left to say carries it, and is whole."""

from __future__ import annotations

import pytest

from quizapp.generators import endings


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
