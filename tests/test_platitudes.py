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
        "Brand suggests a levain of rye, kept in a cellar and fed at dawn with stoneground flour.",
        "",
    ],
)
def test_what_names_gives_a_reason_or_measures_is_none(text: str) -> None:
    assert not is_platitude(text, NAMES)
