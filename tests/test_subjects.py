"""What an episode is about stands before a prompt that does not say so, and before no other."""

from __future__ import annotations

import pytest

from quizapp.subjects import Subject

SENTENCES = (
    {"bread", "loaf", "oven"},
    {"bread", "crust"},
    {"starter", "yeast", "bread"},
    {"starter", "acid"},
)
WEIGHTS = {"starter": 0.9, "bread": 1.0, "oven": 0.2}


def _subject(title: str) -> Subject:
    return Subject.of(title, ("Otti Brand", "Max Ile"), SENTENCES, WEIGHTS)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The Sour Truth: What Lives in Your Bread, with Otti Brand", "What Lives in Your Bread"),
        ("Who Moves It? Inside the Bread Oven", "Inside the Bread Oven"),
        ("Otti Brand on Bread and Salt", "Bread and Salt"),
        ("The Other Side of the Table", ""),
        ("Otti Brand", ""),
    ],
)
def test_the_part_of_the_title_that_the_episode_speaks_of_is_its_subject(
    title: str, text: str
) -> None:
    assert _subject(title).text == text


def test_a_prompt_that_names_nothing_has_the_subject_before_it() -> None:
    subject = _subject("The Sour Truth: What Lives in Your Bread")
    asked = "Why does Otti Brand say that water comes before work?"
    assert subject.before(asked, "It swells.") == f"What Lives in Your Bread: {asked}"


@pytest.mark.parametrize(
    "prompt",
    [
        "Why does rye bread need to be sour?",  # its own subject
        "Why does an old starter smell of apples?",  # what it speaks of most
        "What did Pasteur see under his lens?",  # somebody by name
        "What do proteases do to a net?",  # a word that tells the field
        "Who is Otti Brand?",
        "Making Bread: How long does it take?",
    ],
)
def test_a_prompt_that_tells_what_it_is_about_stays_as_it_is(prompt: str) -> None:
    subject = _subject("The Sour Truth: What Lives in Your Bread")
    assert subject.before(prompt, "Because.") == prompt


def test_the_subject_gives_no_answer_away() -> None:
    subject = _subject("What Lives in Your Bread")
    assert subject.before("What was sold by the gate?", "Bread.") == "What was sold by the gate?"
