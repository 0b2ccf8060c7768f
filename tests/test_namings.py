"""What a term is, where a sentence of a page names it as it tells it."""

from __future__ import annotations

import bees
import pytest

from quizapp.generators.namings import naming
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import Section, SectionKind, Source


def _asked(text: str, heading: str = "Under the lid") -> tuple[str, str] | None:
    section = Section(SectionKind.HIGHLIGHT, heading, text, "a.txt", 1, 2)
    statement = Statement(text, section, (Source("a.txt", 1, 2, text),), 0)
    material: Material = bees.material()
    side = naming(statement, material)
    return side and (side.prompt.partition(",")[0], side.answer)


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Swarms that leave after the first one are called casts, from an old verb.",
            "What are casts",
            "Swarms that leave after the first one.",
        ),
        (
            "Workers seal every gap with a resin called propolis, which they gather from poplars.",
            "What is propolis",
            "A resin which they gather from poplars.",
        ),
        (
            "Nurse bees leave the brood as they grow old, a process known as temporal polyethism.",
            "What is temporal polyethism",
            "A process: nurse bees leave the brood as they grow old.",
        ),
        (
            "A pocket on the hind leg, called the corbicula, holds the pollen on the way home.",
            "What is the corbicula",
            "A pocket on the hind leg that holds the pollen on the way home.",
        ),
    ],
)
def test_a_term_is_asked_by_what_is_told_of_it(text: str, prompt: str, answer: str) -> None:
    assert _asked(text) == (prompt, answer)


@pytest.mark.parametrize(
    "text",
    [
        "The abbot sent a monk called Brother Adam, who bred bees for seventy years.",
        "A village called Buckfast, which lies on the moor, gave its name to a strain of bees.",
        "They are called drones.",
        "Comb is sealed by an enzyme called lysozyme, which had been known for nine years.",
        "It is a phase called the waggle run that matters most.",
    ],
)
def test_what_somebody_is_called_is_no_term(text: str) -> None:
    assert _asked(text) is None


def test_a_term_that_its_section_asks_for_is_not_asked_again() -> None:
    text = "Swarms that leave after the first one are called casts."
    assert _asked(text, "Casts") is None


@pytest.mark.parametrize(
    "text",
    [
        "Bees without a queen are called back to the old stand.",
        "Keepers who saw the swarm are called first.",
        "Keepers who cannot climb are called upon first.",
        "Nobody in the whole valley is called a master before thirty.",
        "The monks dug a long pit called the sow, which flooded in 1912 and drowned two hives.",
    ],
)
def test_whoever_is_called_somewhere_is_no_term(text: str) -> None:
    assert _asked(text) is None
