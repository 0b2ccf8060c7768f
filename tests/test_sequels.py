"""A story is told to where it begins, and asked for what came of it."""

from __future__ import annotations

import pytest

from quizapp.generators import recall, sequels
from quizapp.material import Material
from quizapp.model import Section, SectionKind
from quizapp.passages import Passages
from tests import bees

_BEGAN = "In 1851 Lorenzo Langstroth left a gap of eight millimetres above the combs of a hive."
_CAME = "The bees neither glued it nor filled it, and the lid came off without a knife."


def _told(heading: str, text: str) -> tuple[Section, Material]:
    section = Section(SectionKind.HIGHLIGHT, heading, text, "hive.txt", 1, 2)
    passages = Passages.of([("hive.txt", f"{heading}\n{text}\n")])
    return section, Material(bees.episode(section), passages)


@pytest.mark.parametrize(
    ("came", "question"),
    [
        ("But the bees neither glued it nor filled it with wax.", sequels.CAME),
        ("They built their combs below it and left it open.", sequels.CAME),
        ("The hive stayed dry, and its lid came off without a knife.", sequels.CAME),
        ("Within ten years most keepers had taken over his frames.", sequels.THEN),
    ],
)
def test_a_story_is_asked_for_how_it_went_on(came: str, question: str) -> None:
    section, material = _told("A gap that stayed", f"{_BEGAN} {came}")
    assert sequels.asked(section, material) == (f"{_BEGAN} {question}", came, None)


def test_a_heading_that_is_a_picture_gives_way_to_it() -> None:
    began = "Keepers in Ohio left a gap of eight millimetres above the combs of a hive."
    _, material = _told("The width of a bee", f"{began} They left it open, all of them.")
    prompts = [card.prompt for note in recall.notes(material) for card in note.cards]
    assert prompts == [f"{began} {sequels.CAME}"]


@pytest.mark.parametrize(
    "text",
    [
        f"He left a gap above the combs in the autumn of 1851. {_CAME}",  # who?
        f"In 1851 no keeper had left a gap above the combs of a hive. {_CAME}",  # no deed
        f"In 1851 Lorenzo Langstroth was known as the keeper of a small hive. {_CAME}",
        f"In 1851 Lorenzo Langstroth found that bees glue whatever is narrow. {_CAME}",
        f"{_BEGAN} Bees glue whatever is narrower than a finger.",  # no story
        f"{_BEGAN} The usual explanation of this was the width of a bee.",
        f"{_BEGAN} What had he seen in all those years?",
        f"{_BEGAN} They used the wood of old barrels for it.",
        f"{_BEGAN} His neighbour Quinby sold the honey of a thousand hives.",
        f"{_BEGAN} This happened in the year in which Huber was read in Ohio.",
        "In 1851 Lorenzo Langstroth met Moses Quinby in Ohio. He married the sister of a judge.",
        f"{_BEGAN} Two years earlier he had seen bees leave such a gap open.",  # before it
        f"{_BEGAN} He was forty and lived from the sale of his sermons in Ohio.",
        f"{_BEGAN} She had learned of it from a keeper in the north of Poland.",
        f"{_BEGAN} The hive had twelve frames and a lid of painted boards.",
        _BEGAN,
    ],
)
def test_what_tells_no_story_is_not_asked_so(text: str) -> None:
    section, material = _told("The width of a bee", text)
    assert sequels.asked(section, material) is None
