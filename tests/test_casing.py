"""Words as an episode writes them inside a sentence."""

from __future__ import annotations

from quizapp.sentences.casing import Casing

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
