"""Short names in full: what an episode calls ``the League`` is a league of its own."""

from __future__ import annotations

from quizapp.naming import FullNames

TOLD = (
    "The Reedmark League had no treasury.",
    "Towns of the Reedmark League met in June.",
    "The League lent nothing, and the Bank of Velden lent to all.",
    "The Velden Bank and the Moor Bank closed.",
)


def test_a_short_name_is_told_in_full_where_there_is_one_of_its_kind() -> None:
    names = FullNames.of(TOLD)
    assert names.in_full("Why did the League decline?") == "Why did the Reedmark League decline?"
    assert names.in_full("Why did the Bank close?") == "Why did the Bank close?"
    assert names.in_full("Who led the League of Nations?") == "Who led the League of Nations?"


def test_a_name_is_not_told_where_the_answer_would_stand_in_it() -> None:
    names = FullNames.of(TOLD)
    assert names.in_full("Which fair made the League rich?", "Reedmark") == (
        "Which fair made the League rich?"
    )
    said = "Ada Brook: “Nobody ever joined the League.”"
    assert names.in_full(said) == said
