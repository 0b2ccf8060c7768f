"""Statements turned into questions by the safe rules of word order."""

from __future__ import annotations

import pytest

from quizapp.sentences import grammar
from quizapp.sentences.grammar.agreement import third_person
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.grammar.reasons import split_reason
from quizapp.sentences.grammar.subjects import asked_for_subject


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("Neural networks can reason.", "can neural networks reason"),
        ("The queen tells the bees the way.", "does the queen tell the bees the way"),
        ("Scouts visit every cavity.", "do scouts visit every cavity"),
        ("The treaty ended the war.", "did the treaty end the war"),
        ("GPT-2 is a transformer.", "is GPT-2 a transformer"),
        ("The hive has lost its queen.", "has the hive lost its queen"),
    ],
)
def test_the_verb_goes_before_its_subject(statement: str, question: str) -> None:
    assert grammar.inverted(statement) == question


@pytest.mark.parametrize(
    "statement",
    [
        "In May, when the trees bloom, colonies swarm.",
        "A treaty signed in the spring.",
        "Swarming.",
        "However warm it is, bees stay inside.",
    ],
)
def test_a_shape_that_is_not_safely_known_is_not_turned(statement: str) -> None:
    assert grammar.inverted(statement) is None


def test_a_subject_is_asked_for_with_a_verb_that_agrees() -> None:
    asked = asked_for_subject("Careful measurements of the core were taken every hour.")
    assert asked == (
        "What was taken every hour?",
        "Careful measurements of the core",
    )


def test_a_second_clause_does_not_follow_into_the_question() -> None:
    asked = asked_for_subject(
        "The forests around the town were burned, and the heath is what was left."
    )
    assert asked is not None
    assert asked[0] == "What was burned?"


def test_a_short_not_is_no_part_of_a_question() -> None:
    assert grammar.inverted("The lid alone won't keep drones out.") is None
    assert grammar.inverted("The lid alone keeps drones out.") is not None


def test_people_are_not_asked_for() -> None:
    assert asked_for_subject("Karl von Frisch decoded the dance in 1944.") is None


@pytest.mark.parametrize(
    ("sentence", "claim", "reason"),
    [
        (
            "Drones are expelled in autumn because they eat honey without gathering any.",
            "Drones are expelled in autumn",
            "Because they eat honey without gathering any.",
        ),
        (
            "The orchards need two hives for every acre, so a million hives are trucked west.",
            "A million hives are trucked west",
            "Because the orchards need two hives for every acre.",
        ),
        (
            "Backpropagation is fundamental as it allows large networks to be trained.",
            "Backpropagation is fundamental",
            None,
        ),
    ],
)
def test_a_reason_is_split_from_its_claim(sentence: str, claim: str, reason: str | None) -> None:
    found = split_reason(sentence)
    if reason is None:
        assert found is None, "a claim of three words says too little"
    else:
        assert found == (claim, reason)


@pytest.mark.parametrize(
    "sentence",
    [
        "A lid keeps the wind out of the hive, so it stays warm.",  # what stays warm?
        "Captives of the town could not travel as they pleased in summer.",
        "Performance improves again as it grows larger than the data.",
        "The transformer is fast, and it is not recurrent, so that it is easier to train.",
        "The town has been rich since the war of the two salt roads.",
    ],
)
def test_time_and_result_are_no_reasons(sentence: str) -> None:
    assert split_reason(sentence) is None


def test_inside_a_sentence_a_heading_keeps_only_the_capitals_of_names() -> None:
    assert inside("Neural networks can reason.") == "neural networks can reason"
    assert inside("AlexNet changed everything.") == "AlexNet changed everything"


@pytest.mark.parametrize(
    ("verb", "said"),
    [("think", "thinks"), ("try", "tries"), ("teach", "teaches"), ("am", "is"), ("can", "can")],
)
def test_a_verb_agrees_with_who_it_is_said_of(verb: str, said: str) -> None:
    assert third_person(verb) == said


def test_a_clause_with_a_second_verb_is_not_turned() -> None:
    assert grammar.inverted("The brothers took over the shop and kept the range small.") is None
    assert grammar.inverted("The brothers took over the shop and the farm.") == (
        "did the brothers take over the shop and the farm"
    )
