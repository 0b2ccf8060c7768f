"""Words as an episode writes them inside a sentence."""

from __future__ import annotations

import pytest

from quizapp.sentences.casing import Casing
from quizapp.sentences.grammar.capitals import is_national

TOLD = (
    "Silk travelled slowly along the Silk Road, and the road had many ends.",
    "Nobody who lived on the Silk Road called it so. The silk was mostly cloth for the army.",
)


def test_two_words_that_are_one_name_keep_their_capitals_together() -> None:
    casing = Casing.of(TOLD, TOLD)
    assert casing.inside("There Was No Silk Road") == "there was no Silk Road"
    assert casing.inside("Silk on the Road") == "silk on the road"


def test_two_words_that_also_stand_small_are_no_name() -> None:
    casing = Casing.of((*TOLD, "A silk road is what traders wanted."), TOLD)
    assert casing.inside("There Was No Silk Road") == "there was no silk road"


@pytest.mark.parametrize(
    ("word", "national"),
    [
        ("Prussian", True),
        ("Indian", True),
        ("Persian", True),
        ("Historian", False),
        ("Guardian", False),
        ("Musician", False),
    ],
)
def test_adjectives_of_nations_keep_their_capital(word: str, national: bool) -> None:
    assert is_national(word) is national
