"""What was done is asked for what came of it, where a heading over it is only a picture."""

from __future__ import annotations

import pytest

from quizapp.generators import findings, recall
from quizapp.material import Material
from quizapp.model import Section, SectionKind
from quizapp.passages import Passages
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
        _DONE,
    ],
)
def test_what_tells_of_no_attempt_or_of_no_outcome_is_not_asked_so(text: str) -> None:
    section, material = _told("Democracy with wings", text)
    assert findings.asked(section, material) is None
