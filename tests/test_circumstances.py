"""Statements asked for how, why and when, and headings that name a relation."""

from __future__ import annotations

import pytest

from quizapp.sentences import circumstances, relations


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        (
            "Coopers seal a barrel by steaming the staves, which takes an hour.",
            "How do coopers seal a barrel?",
            "by steaming the staves",
        ),
        (
            "The lamp oil ran out early, so the second watch steered by the stars.",
            "Why did the second watch steer by the stars?",
            "because the lamp oil ran out early",
        ),
        (
            "Salt draws water from the leaf, which is why a sprinkled leaf wilts overnight.",
            "Why does a sprinkled leaf wilt overnight?",
            "because salt draws water from the leaf",
        ),
        (
            "During the spring flood, the lower meadows take up most of the water.",
            "What happens during the spring flood?",
            "the lower meadows take up most of the water",
        ),
        (
            "When the bell rope breaks, the ringers fall back on wooden clappers.",
            "What happens when the bell rope breaks?",
            "the ringers fall back on wooden clappers",
        ),
    ],
)
def test_a_statement_is_asked_for_its_circumstances(
    statement: str, question: str, answer: str
) -> None:
    asked = next(iter(circumstances.asked(statement)), None)
    assert asked is not None
    assert asked.question == question
    assert asked.answer.lower() == answer


@pytest.mark.parametrize(
    "statement",
    [
        "It was late, so they left.",
        "So far the mill has paid for itself, so far as anybody knows.",
        "In 1843, the new mill burnt down.",
        "The town was bought by a king.",
        "They sealed it by steaming it.",
        "Old masonry hardly ever fails by crushing its own stones.",
        "The old teacher ends by asking every reader to cook at home.",
        "",
    ],
)
def test_what_would_leave_the_question_open_is_not_asked(statement: str) -> None:
    assert list(circumstances.asked(statement)) == []


@pytest.mark.parametrize(
    ("topic", "text", "question"),
    [
        (
            "the role of bees in orchards",
            "They carry pollen.",
            "What is the role of bees in orchards",
        ),
        ("the causes of the fire", "Straw lay about.", "What were the causes of the fire"),
        ("the importance of rest", "It mends what helps us lift.", "Why is rest important"),
        (
            "three kinds of glue",
            "Hide glue, PVA and epoxy differ in water.",
            "What are the three kinds of glue",
        ),
        ("hand planes vs. sanding", "One cuts.", "How do hand planes and sanding differ"),
    ],
)
def test_a_heading_that_names_a_relation_is_the_question_that_it_stands_for(
    topic: str, text: str, question: str
) -> None:
    assert relations.asked(topic, text) == question


@pytest.mark.parametrize("topic", ["moisture content", "the old salt road", "importance", "glue"])
def test_another_topic_is_no_relation(topic: str) -> None:
    assert relations.asked(topic, "It is so.") is None
