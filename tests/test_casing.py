"""Words as an episode writes them inside a sentence."""

from __future__ import annotations

import pytest

from quizapp.sentences.casing import Casing
from quizapp.sentences.grammar.capitals import as_written, is_national

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


def test_a_name_is_written_as_sentences_write_it_inside() -> None:
    told = ("After the Great Vowel Shift came print.", "Was there a Great Vowel Shift at all?")
    assert as_written("the Great Vowel shift", told) == "the Great Vowel Shift"
    assert as_written("the Great Vowel shift", told[:1]) == "the Great Vowel shift"
    assert as_written("vowels", told) == "vowels"
