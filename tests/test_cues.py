"""What a heading that names or pictures something is asked for, by what its text tells."""

from __future__ import annotations

import pytest

from quizapp.generators import recall
from quizapp.generators.headings import frames
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Section, SectionKind
from tests import bees

STORY = (
    "For two summers the hives at Aldersrow lost their queens in June, and the keepers blamed the "
    "weather. In 1911 Ida Marsh marked every queen with a drop of red lacquer. Within a week the "
    "marked ones turned up in a neighbour's swarm, and the quarrel was settled."
)
TILT = (
    "A bee's compass does not tell north from south. It reads the angle of polarised light, so it "
    "works under a patch of blue sky."
)
UNREASONED = TILT.replace("so it", "and it")
EMPTY = "The conversation highlights how much can be learned from nature and why it matters."


def _told(heading: str, text: str, kind: SectionKind) -> tuple[Section, Material]:
    """A section that stands alone on its page."""
    section = Section(kind, heading, text, "hive.txt", 1, 2)
    page = Passages.of([("hive.txt", f"{heading}\n{text}\n")])
    return section, Material(bees.episode(section), page)


@pytest.mark.parametrize(
    ("heading", "text", "kind", "asked"),
    [
        ("The red drop", STORY, SectionKind.HIGHLIGHT, "What is the story behind “The red drop”"),
        ("A dial, not a needle", TILT, SectionKind.INSIGHT, "What is meant by “A dial, not a need"),
        ("Marsh's law", TILT, SectionKind.INSIGHT, "What is Marsh's law"),
        ("12 June 1911", STORY, SectionKind.HIGHLIGHT, "What happened on 12 June 1911"),
        ("June 1911", STORY, SectionKind.HIGHLIGHT, "What happened in June 1911"),
        ("Light is the ruler", UNREASONED, SectionKind.IDEA, "What is meant by “Light is the"),
        ("Light rules the hive", UNREASONED, SectionKind.IDEA, "How does light rule the hive?"),
        ("Drones are fed by all", UNREASONED, SectionKind.IDEA, "How are drones fed by all?"),
    ],
)
def test_a_heading_is_asked_for_what_its_text_tells(
    heading: str, text: str, kind: SectionKind, asked: str
) -> None:
    """A story for its story, a picture for what it means, a term for what it is."""
    section, material = _told(heading, text, kind)
    assert next(iter(frames(heading, section, material))).startswith(asked)


@pytest.mark.parametrize("heading", ["A shared journey", "Lessons of the hive", "More than honey"])
def test_a_text_that_says_nothing_is_hardly_asked(heading: str) -> None:
    """That much can be learned is no meaning of anything: its card is the last to be taken."""
    _, material = _told(heading, EMPTY, SectionKind.INSIGHT)
    assert all(c.score < 0.2 for n in recall.notes(material) for c in n.cards)


def test_what_compares_or_denies_is_asked_for_its_reason() -> None:
    """``Drones are not lazy`` is meant as it is said."""
    section, material = _told("Drones are not lazy", TILT, SectionKind.INSIGHT)
    assert next(iter(frames("Drones are not lazy", section, material))).startswith("Why ")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Somebody has to go first", "He forbade his wife every other tongue, as in 1882 nobody"),
        ("It was the schoolteachers", TILT),
    ],
)
def test_what_another_section_names_is_no_card_of_this_one(heading: str, text: str) -> None:
    """Who ``he`` is, and what ``it`` was, stands in the section before."""
    _, material = _told(heading, f"{text} spoke it.", SectionKind.IDEA)
    assert all(c.score < 0.2 for n in recall.notes(material) for c in n.cards)


def test_the_plain_name_of_a_thing_is_no_picture() -> None:
    """``Morning light`` over a text on light has no meaning to be asked for."""
    section, material = _told(
        "Morning light",
        "Ten minutes of light at dawn set the clock, so go out.",
        SectionKind.INSIGHT,
    )
    assert not any("meant by" in prompt for prompt in frames("Morning light", section, material))


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("Why ice floats", "Why ice floats?"),
        ("Why morning light works", "Why morning light works?"),
        ("New York", "What is meant by"),
        ("Marie Curie", "What is meant by"),
        ("May 2 changes everything", "What happened"),
        ("August 1914: the banks close", "What happened"),
        ("Rome's streets", "What are Rome"),
        ("Hats sell", "How "),
        ("Tax cuts work", "How "),
        ("Why evening walks", "Why does evening walk"),
    ],
)
def test_no_heading_is_asked_against_its_grammar(heading: str, wrong: str) -> None:
    """A verb that looks like a plural, a mere name and a day with more behind it."""
    for kind in (SectionKind.INSIGHT, SectionKind.HIGHLIGHT):
        section, material = _told(heading, f"{STORY} {TILT}", kind)
        assert not any(prompt.startswith(wrong) for prompt in frames(heading, section, material))


def test_what_makes_something_happen_is_asked_as_it_stands() -> None:
    """``What makes a hive fail`` is a question, though it has two verbs."""
    section, material = _told("What makes a hive fail", UNREASONED, SectionKind.INSIGHT)
    first = next(iter(frames("What makes a hive fail", section, material)))
    assert first.startswith("What makes a hive fail, according to ")
