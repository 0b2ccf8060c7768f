"""What is made of one sentence stands under the heading that the sentence stood under."""

from __future__ import annotations

import pytest

from quizapp.generators import context
from quizapp.model import Section, SectionKind
from tests import bees


def _under(heading: str, prompt: str, answer: str = "two queens") -> str:
    section = Section(SectionKind.INSIGHT, heading, prompt, bees.PATH, 1, 2)
    return context.under(prompt, answer, section, bees.material())


def test_a_sentence_that_takes_up_nothing_of_its_heading_stands_under_it() -> None:
    prompt = "Huber claimed one mating and Janscha ____."
    assert _under("Nobody saw the nuptial flight", prompt) == (
        f"Nobody saw the nuptial flight: {prompt}"
    )


def test_a_label_comes_before_the_heading() -> None:
    material = bees.material()
    label = material.subject.before("Huber claimed one and Janscha ____.", "ten", bees.PAGE)
    section = Section(SectionKind.INSIGHT, "Nobody saw the flight", label, bees.PATH, 1, 2)
    made = context.under(label, "ten", section, material)
    assert made.endswith("Nobody saw the flight: Huber claimed one and Janscha ____.")
    assert made.count(": ") == 1


@pytest.mark.parametrize(
    ("heading", "prompt"),
    [
        ("Queens fly once", "A queen flies out when she is ____ days old."),  # it says so itself
        ("Why two queens never meet", "Huber claimed one and Janscha ____."),  # gives it away
        ("Two rivals in one hive", "Huber claimed one and Janscha ____."),  # gives it away too
        ("They never saw it", "Huber claimed one and Janscha ____."),  # who?
        ("Key insight", "Huber claimed one and Janscha ____."),
    ],
)
def test_a_heading_that_tells_nothing_or_too_much_is_left_off(heading: str, prompt: str) -> None:
    assert _under(heading, prompt) == prompt


def test_a_sentence_of_the_past_stands_under_the_year_of_its_heading() -> None:
    prompt = "Keepers burned ____ hives in nine days."
    assert _under("The foulbrood of 1922", prompt, "4,000") == f"The foulbrood of 1922: {prompt}"
    prompt = "In 1922 keepers burned ____ hives of foulbrood."
    assert _under("The foulbrood of 1922", prompt, "4,000") == prompt
