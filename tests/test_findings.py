"""What was done is asked for what came of it, where a heading over it is only a picture."""

from __future__ import annotations

import pytest

from quizapp.blanks import blanks
from quizapp.generators import findings, recall, statements
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.material.statement import Statement
from quizapp.model import Section, SectionKind
from quizapp.sentences import arguments
from tests import bees

_DONE = "In 1986 Thomas Seeley offered a swarm on an island five boxes of different sizes."
_CAME = "At first the scouts praised every box, but after three days all danced for the best one."


def _told(heading: str, text: str) -> tuple[Section, Material]:
    section = Section(SectionKind.HIGHLIGHT, heading, text, "swarm.txt", 1, 2)
    passages = Passages.of([("swarm.txt", f"{heading}\n{text}\n")])
    return section, Material(bees.episode(section), passages)


def test_an_experiment_is_told_and_asked_for_its_result() -> None:
    section, material = _told("Democracy with wings", f"{_DONE} {_CAME}")
    found = findings.asked(section, material)
    assert found is not None
    prompt, answer, rest = found
    assert prompt == f"{_DONE} What was the result?"
    assert answer == _CAME
    assert rest is None


def test_a_heading_that_is_a_picture_gives_way_to_it() -> None:
    _, material = _told("Democracy with wings", f"{_DONE} {_CAME}")
    prompts = [card.prompt for note in recall.notes(material) for card in note.cards]
    assert prompts == [f"{_DONE} What was the result?"]


@pytest.mark.parametrize(
    "text",
    [
        f"{_DONE} It was a warm summer. The island lies off the coast of Maine.",  # no result
        f"She offered a swarm on an island five boxes. {_CAME}",  # who?
        f"In 1986 Thomas Seeley offered a swarm five boxes, and the best one won. {_CAME}",
        f"Seeley's swarm is larger than most swarms. {_CAME}",  # nothing was done
        f"{_DONE} Seeley had drawn the island years before. Only forty maps survive.",  # the scene
        f"In 1812 Thomas Seeley gave his officers a map of the island. {_CAME}",  # no experiment
        f"In 1986 Thomas Seeley invaded the island with five swarms. {_CAME}",
        _DONE,
    ],
)
def test_what_tells_of_no_attempt_or_of_no_outcome_is_not_asked_so(text: str) -> None:
    section, material = _told("Democracy with wings", text)
    assert findings.asked(section, material) is None


def test_a_sentence_that_only_sets_up_is_asked_for_the_result_and_for_nothing_else() -> None:
    _, material = _told("Swarms choose better than committees do.", f"{_DONE} {_CAME}")
    made = [card for note in statements.notes(material) for card in note.cards]
    about = [card for card in made if "five boxes" in card.prompt]
    assert [card.prompt for card in about] == [f"{_DONE} What was the result?"]


def test_who_found_it_is_no_blank() -> None:
    text = "Seeley and Camazine found in 1991 that scouts stop dancing by themselves in a hive."
    section = Section(SectionKind.IDEA, "Scouts", text, "swarm.txt", 1, 1)
    found = blanks(Statement(text, section, (), 0), bees.material())
    assert all("Seeley" not in blank.text and "Camazine" not in blank.text for blank in found)


def test_what_a_thing_depends_on_is_asked_for_whole() -> None:
    told = "The size of a swarm depends on how full the hive is and how early the spring comes."
    assert [(found.question, found.answer) for found in arguments.asked(told)] == [
        (
            "What does the size of a swarm depend on?",
            "how full the hive is and how early the spring comes",
        )
    ]


def test_what_stands_between_an_experiment_and_its_result_is_no_answer() -> None:
    between = "The boxes were built by a joiner of the town."
    section, material = _told("Democracy with wings", f"{_DONE} {between} {_CAME}")
    found = findings.asked(section, material)
    assert found is not None and found[1] == _CAME and found[2] == between
