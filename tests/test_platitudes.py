"""What goes through the motions, and what only sounds so."""

from __future__ import annotations

import pytest

from quizapp.sentences.names import Names
from quizapp.sentences.platitudes import is_platitude

NAMES = Names("Otti Brand", "Ida Holm", ("Otti Brand",), "Bread", "Otti Brand: Bread")


@pytest.mark.parametrize(
    "text",
    [
        "Everyone is different. Brand encourages listeners to find what works for them.",
        "There are many lessons. The guest suggests that people should be careful.",
        "It does. The speakers have an honest discussion of the trade-offs involved.",
        "Bread is one of the pillars of a good life and should be taken seriously.",
        "Otti Brand's passion for her work is important to the whole conversation.",
        "By various approaches, including better ovens and innovation across the industry.",
        "Taste is a complex concept that may take many forms. She shares various views on it.",
        "This is a deep question. Brand offers several thoughts on it and leaves it to others.",
    ],
)
def test_what_could_be_said_of_anything_is_a_platitude(text: str) -> None:
    assert is_platitude(text, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "It depends on the flour: rye needs more water than wheat.",
        "There are schools, for example in Cremona and Mittenwald.",
        "It is important to wait, because the gluten has to form.",
        "The range of temperatures is 24 to 27 degrees.",
        "A soggy crust is a difficult problem that eight in ten bakers solve without steam.",
        "Using various tools of iron and wood, they split the rye along the grain.",
        "Through several changes of the law, Leeds closed its ovens in 1990.",
        "Brand suggests a levain of rye, kept in a cellar and fed at dawn with stoneground flour.",
        "",
    ],
)
def test_what_names_gives_a_reason_or_measures_is_none(text: str) -> None:
    assert not is_platitude(text, NAMES)
