"""Under a heading that is a picture, what the text first tells of is asked for."""

from __future__ import annotations

import pytest

from quizapp.generators import actors
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Section, SectionKind
from tests import bees


def _questions(heading: str, text: str) -> list[str]:
    section = Section(SectionKind.HIGHLIGHT, heading, text, "hive.txt", 1, 2)
    passages = Passages.of([("hive.txt", f"{heading}\n{text}\n")])
    return actors.questions(section, heading, Material(bees.episode(section), passages))


def test_what_something_does_is_asked_before_what_is_said_of_it() -> None:
    asked = _questions("Holding fire", "Guard bees smell every newcomer at the entrance.")
    assert asked == [
        "Holding fire: What do guard bees do?",
        "Holding fire: What does Anneke Vos's interview say about guard bees?",
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "In 1851 Lorenzo Langstroth patented a box with ten frames.",
            "The open lid: What does Anneke Vos's interview say about Lorenzo Langstroth?",
        ),
        (
            "The movable frame is older than its patent.",
            "The open lid: What does Anneke Vos's interview say about the movable frame?",
        ),
    ],
)
def test_whoever_the_text_opens_with_is_named_beside_the_heading(text: str, asked: str) -> None:
    assert _questions("The open lid", text) == [asked]


def test_a_given_name_that_is_a_word_keeps_its_capital() -> None:
    asked = _questions("The open lid", "Will Kemp patented a box with ten frames.")
    assert asked == ["The open lid: What does Anneke Vos's interview say about Will Kemp?"]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("The open lid", "It was patented in 1851 by a man of the church."),
        ("The open lid", "Every keeper knows a box with ten frames."),
        ("The open lid", "The keepers were slow to take it up."),  # which?
        ("The open lid", "A box stood in the garden for ten years."),
        ("The open lid", "Vos lifted a lid when she was nine."),  # the guest
        ("Langstroth's lid", "Lorenzo Langstroth patented a box with ten frames."),
        ("What it costs", "Lorenzo Langstroth patented a box with ten frames."),
        ("The open lid", "Who would open a hive in the rain?"),
        ("The open lid", "Keepers once sold their honey by the barrel."),
        ("The open lid", "72 percent of keepers own a box with ten frames."),
    ],
)
def test_what_is_not_told_apart_is_not_asked_for(heading: str, text: str) -> None:
    assert _questions(heading, text) == []
