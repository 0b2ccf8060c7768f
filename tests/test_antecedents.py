"""What a pronoun of a question means stands in the question before it."""

from __future__ import annotations

import pytest

from quizapp.generators import antecedents, interviewing
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Section, SectionKind
from tests import bees

_OTHERS = ("Why do bees swarm?", "Who keeps bees in towns?", "Do bees sleep?", "Can bees count?")
_TOLD = "It is usually a matter of weeks."


def _page(*questions: str) -> tuple[list[Section], Material]:
    sections = [
        Section(SectionKind.QA, asked, f"{_TOLD} No. {i}.", "page.md", 2 * i + 1, 2 * i + 2)
        for i, asked in enumerate((*questions, *_OTHERS))
    ]
    text = "".join(f"{s.heading}\n{s.text}\n" for s in sections)
    return sections, Material(bees.episode(*sections), Passages.of([("page.md", text)]))


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ("What does a death cap do?", "Can cooking make it safe?", "death cap"),
        ("Why are varroa mites so hard to kill?", "Where do they come from?", "varroa mites"),
        ("Why do people keep bees?", "Can they be kept in towns?", "bees"),  # the episode's own
        ("How did Marie Curie discover radium?", "Where does it come from?", "radium"),
        ("How does the Asian hornet hunt?", "When did it reach Europe?", "Asian hornet"),
        ("What is the Demaree method?", "How long has it been known?", "Demaree method"),
    ],
)
def test_a_pronoun_means_what_the_question_before_names(
    before: str, asked: str, meant: str
) -> None:
    sections, material = _page(before, asked)
    assert antecedents.stands_for(asked, sections[1], material) == meant
    found = interviewing.asked(asked, material, sections[1].text)
    assert found is not None
    assert found.prompt.startswith(f"{meant[0].upper()}{meant[1:]}: ")


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("What does a death cap do?", "Why does bread rise when it is warm?"),
        ("What does a death cap do?", "How long does it take to die of hunger?"),
        ("What does a death cap do?", "Is it a good idea to eat mushrooms?"),
        ("What does a death cap do?", "Does playing an instrument improve it?"),
        ("What does a death cap do?", "What is a cost function, and what makes it useful?"),
        ("What did Rembrandt paint in 1642?", "Why is it so hard to see?"),
        ("How does yeast turn sugar into alcohol?", "Why does it stop?"),  # either may be meant
        ("Who was Klaus Störtebeker?", "Why did it end?"),  # nobody is an it
    ],
)
def test_what_is_told_in_the_question_itself_is_not_looked_for(before: str, asked: str) -> None:
    sections, material = _page(before, asked)
    assert not antecedents.stands_for(asked, sections[1], material)


def test_a_question_whose_it_may_be_two_things_is_not_asked() -> None:
    sections, material = _page("How does yeast turn sugar into alcohol?", "Why does it stop?")
    assert interviewing.asked("Why does it stop?", material, sections[1].text) is None


def test_what_takes_up_a_question_that_takes_up_another_is_not_asked() -> None:
    """Nobody can tell what ``it`` is after two questions that only point back."""
    chain = ("Did Apidae cheat?", "So why didn't it count?", "What do keepers get out of it?")
    sections, material = _page(*chain)
    assert antecedents.stands_for(chain[2], sections[2], material) == ""
    assert interviewing.asked(chain[2], material, sections[2].text) is None


@pytest.mark.parametrize(
    ("question", "is_of_what"),
    [
        ("How large are the benefits?", True),
        ("What was the object made of?", True),
        ("How exactly is the event dated?", True),
        ("What are the benefits of honey?", False),
        ("How does propolis limit the risks?", False),
    ],
)
def test_a_question_of_the_benefits_says_of_what(question: str, is_of_what: bool) -> None:
    """Of what the benefits are, only the page's title tells: by itself the question floats."""
    assert antecedents.is_of_what(question) is is_of_what


def test_an_it_that_is_no_plural_subject_is_not_asked() -> None:
    """``Bees: Why does it die out?``: what does?"""
    asked = "How many keepers gave up because of it?"
    sections, material = _page(asked)
    assert material.subject.text == "bees"
    assert interviewing.asked(asked, material, sections[0].text) is None
    many = "How many keepers gave up because of them?"
    sections, material = _page(many)
    assert interviewing.asked(many, material, sections[0].text) is not None


def test_a_thing_asked_of_two_questions_before_is_not_meant_unless_the_answer_says_so() -> None:
    sections, material = _page(
        "What is the grey liquid on top?", "Does one have to discard?", "Can one dry it?"
    )
    assert antecedents.stands_for("Can one dry it?", sections[2], material) is None
