"""Answers that are somewhat too long: whole sentences go, and none that another one leans on."""

from __future__ import annotations

from quizapp.generators.abridging import abridged

_BRIDGE = (
    "The old bridge at Kelm stood for three hundred years.",
    "Painters loved it.",
    "In 1911 the river rose four metres in a night and took two arches away.",
    "It was closed to carts for good.",
    "The town paid for a new one of iron, which was never loved, and sold the stones.",
)


def _words(kept: list[int] | None) -> int:
    return sum(len(_BRIDGE[i].split()) for i in kept or ())


def test_the_idlest_sentence_goes_first_and_the_outcome_stays() -> None:
    kept = abridged(_BRIDGE, [0], "A bridge too old", 49, lambda _: False)
    assert kept == [0, 2, 3, 4]
    assert _words(kept) <= 49


def test_what_another_sentence_leans_on_does_not_go_alone() -> None:
    kept = abridged(_BRIDGE, [0], "A bridge too old", 40, lambda _: False)
    assert kept is not None
    assert 2 in kept or 3 not in kept


def test_a_thing_that_only_a_sentence_that_goes_has_named_is_not_taken_up() -> None:
    parts = (
        "The guild met in a barn outside the walls.",
        "A cooper had brought scales with him and set them on a barrel.",
        "The scales decided every quarrel for a century, and nobody asked who had made them.",
    )
    assert abridged(parts, [0], "How quarrels ended", 24, lambda _: False) is None


def test_a_text_that_fits_or_is_far_too_long_is_left_as_it_is() -> None:
    assert abridged(_BRIDGE, [0], "A bridge", 100, lambda _: False) is None
    assert abridged(_BRIDGE, [0], "A bridge", 20, lambda _: False) is None


def test_what_came_the_next_year_stays_with_the_year() -> None:
    parts = (
        "The college sold its only copy in the 1660s, since a newer edition had more plays in it.",
        "It turned up in 1905 under a student's arm.",
        "The next year it cost three thousand pounds to buy it back from under a rival's nose.",
    )
    assert abridged(parts, [0], "Why was it sold?", 36, lambda _: False) == [0, 1]


def test_what_takes_it_all_back_is_not_left_out() -> None:
    parts = (
        "Doctors blamed stress for ulcers for most of a century.",
        "They sent people to bed with milk.",
        "Nerves were cut, and half of a stomach, where milk was no help.",
        "None of it was true.",
    )
    kept = abridged(parts, [0], "Why was stress blamed?", 28, lambda _: False)
    assert kept is not None
    assert 3 in kept
