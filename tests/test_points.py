"""A point without a heading is asked for what its first sentence claims."""

from __future__ import annotations

import pytest

from quizapp.generators import points, recall
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Section, SectionKind
from tests import bees


def _point(text: str) -> Section:
    return Section(SectionKind.TAKEAWAY, None, text, "hive.txt", 1, 1)


def _prompts(text: str) -> list[tuple[str, str]]:
    section = _point(text)
    material = Material(bees.episode(section), Passages.of([("hive.txt", f"{text}\n")]))
    return [(c.prompt, c.answer) for note in recall.notes(material) for c in note.cards]


@pytest.mark.parametrize(
    ("text", "heading", "told"),
    [
        (
            "Swarms choose slowly. Scouts argue for days before they move to a box in a wall.",
            "Swarms choose slowly",
            "Scouts argue for days before they move to a box in a wall.",
        ),
        (
            "Slowness beats haste in a swarm: scouts that argue for days find the better box.",
            "Slowness beats haste in a swarm",
            "Scouts that argue for days find the better box.",
        ),
    ],
)
def test_the_first_claim_of_a_point_is_its_heading(text: str, heading: str, told: str) -> None:
    made = points.headed(_point(text))
    assert made is not None
    assert (made.heading, made.text) == (heading, told)


@pytest.mark.parametrize(
    "text",
    [
        "Swarms choose slowly.",
        "Swarms choose slowly. It pays.",
        "Keep the entrance narrow. The scale stands behind the shed of her father.",  # advice
        "This takes days. Scouts argue before they move to a box in a wall somewhere.",
        "Who decides? Scouts argue for days before they move to a box in a wall.",
    ],
)
def test_a_point_of_one_claim_has_none(text: str) -> None:
    assert points.headed(_point(text)) is None


def test_a_claim_is_asked_for_what_comes_after_it() -> None:
    told = "Scouts argue for days before all of them dance for the same box in a wall."
    assert _prompts(f"Swarms choose slowly. {told}") == [("How do swarms choose slowly?", told)]


def test_advice_is_asked_for_its_reason_first() -> None:
    asked = "Why does Anneke Vos advise people to strap their hives down?"
    assert _prompts("Strap your hives down; storms overturn more of them than bears do.") == [
        (asked, "Storms overturn more of them than bears do.")
    ]
