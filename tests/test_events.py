"""What somebody did, found or met with is asked for by whose deed it was, and when."""

from __future__ import annotations

import pytest

from quizapp.generators import events, recall
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Section, SectionKind
from tests import bees

_REST = "The keepers of the valley took it over within ten years and sold more honey than before."


def _told(heading: str, text: str) -> tuple[Section, Material]:
    section = Section(SectionKind.HIGHLIGHT, heading, text, "hive.txt", 1, 2)
    passages = Passages.of([("hive.txt", f"{heading}\n{text}\n")])
    return section, Material(bees.episode(section), passages)


@pytest.mark.parametrize(
    ("told", "question"),
    [
        (
            "In 1851 Lorenzo Langstroth patented a hive with movable frames and a lid.",
            "What did Lorenzo Langstroth patent in 1851?",
        ),
        (
            "Over ten days in June 1915 Karl von Frisch stared at a red card that no bee visited.",
            "What did Karl von Frisch do over ten days in June 1915?",
        ),
        (
            "In the 1860s Jan Dzierzon and Moses Quinby moved whole hives to the heather by cart.",
            "What did Jan Dzierzon and Moses Quinby do in the 1860s?",
        ),
        (
            "Karl von Frisch, who loved Vienna, showed that foragers point out flowers by the sun.",
            "What did Karl von Frisch show?",
        ),
        (
            "A 2019 study of orchards in Kent found that hedges doubled the number of wild bees.",
            "What did a 2019 study of orchards in Kent find?",
        ),
        (
            "The abbey of Buckfast was evacuated in March 1916 with all of its forty-six hives.",
            "What happened to the abbey of Buckfast in March 1916?",
        ),
        (
            "The hives of Wight collapsed in the summer of 1906, until hardly a keeper had honey.",
            "What happened to the hives of Wight in the summer of 1906?",
        ),
        (
            "Francis Huber said in a letter to Geneva that queens mate high in the air.",
            "What did Francis Huber say?",
        ),
    ],
)
def test_a_deed_is_asked_for_by_whose_it_was_and_when(told: str, question: str) -> None:
    section, material = _told("A gap that stayed", f"{told} {_REST}")
    found = events.asked(section, material)
    assert found is not None
    assert found[0] == question
    said = told.partition(" that ")[2]  # what was found, without who did
    assert found[1].startswith(told) or (said and found[1].lower().startswith(said))


@pytest.mark.parametrize(
    "told",
    [
        "In 1851 he patented a hive with movable frames.",  # who?
        "In 1851 keepers patented several hives with movable frames.",  # nobody in particular
        "In 1851 Lorenzo Langstroth had a hive with movable frames.",  # no deed
        "In 1851 Lorenzo Langstroth patented it under another name.",  # what?
        "Lorenzo Langstroth kept a hive with movable frames and a lid.",  # no time
        "After Lorenzo Langstroth died in 1895 the hive was sold to a museum.",
        "Lorenzo Langstroth sold frames in 1851 and 1852.",
        "Lorenzo Langstroth built a hive in 1851 and sold the last of them in 1870.",
        "Eva Crane sold a book on the hives of the abbey in 1916 with new pictures.",
        "Anneke Vos reported in 2021 that queens mate high in the air.",  # the guest
        "Jan Dzierzon proposed the term in 1845 for what drones come from.",  # which term?
    ],
)
def test_what_is_no_deed_of_somebodys_is_not_asked_so(told: str) -> None:
    section, material = _told("A gap that stayed", f"{told} {_REST}")
    assert events.asked(section, material) is None


def test_a_deed_behind_what_holds_of_anybody_is_the_story() -> None:
    told = "In 1851 Lorenzo Langstroth of Ohio patented a hive with movable frames and a lid."
    section, material = _told("The width of a bee", f"Bees glue what is narrow. {told} {_REST}")
    found = events.asked(section, material)
    assert found is not None
    assert found[0] == "What did Lorenzo Langstroth of Ohio patent in 1851?"
    section, material = _told("The width of a bee", f"Huber had seen it in Geneva. {told} {_REST}")
    assert events.asked(section, material) is None


def test_a_picture_gives_way_to_the_deed_below_it() -> None:
    told = "In 1851 Lorenzo Langstroth patented a hive with movable frames and a lid."
    _, material = _told("The width of a bee", f"{told} {_REST}")
    prompts = [card.prompt for note in recall.notes(material) for card in note.cards]
    assert prompts == ["What did Lorenzo Langstroth patent in 1851?"]


def test_a_claim_without_a_reason_stands_before_what_was_found() -> None:
    section, material = _told(
        "Hedges bring the wild bees back",
        "A 2019 study of orchards in Kent found twice as many nests of bumblebees beside old ones. "
        + _REST,
    )
    found = events.backing(section, material)
    assert found is not None
    assert found[0] == (
        "Hedges bring the wild bees back: What did a 2019 study of orchards in Kent find?"
    )


def test_a_picture_over_what_a_rare_thing_does_is_asked_for_that() -> None:
    told = "Royal jelly holds royalactin. It makes a queen of a common larva within a few days."
    _, material = _told("The white soup", f"Nurse glands brew the food of queens. {told}")
    prompts = [c.prompt for n in recall.notes(material) for c in n.cards]
    assert any("do nurse glands do?" in p for p in prompts)


def test_a_claim_that_tells_what_was_found_gives_only_its_subject() -> None:
    section, material = _told(
        "Clipped hedges hold fewer nests",
        "A 2019 study of orchards in Kent found four nests in clipped hedges and nine in old ones. "
        + _REST,
    )
    found = events.backing(section, material)
    assert found is not None
    assert found[0] == "Clipped hedges: What did a 2019 study of orchards in Kent find?"
