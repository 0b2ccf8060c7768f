"""Flat pages, in which headings run into their texts and labels into their values."""

from __future__ import annotations

import pytest

from quizapp.model import Section, SectionKind
from quizapp.reading import read_page
from quizapp.reading.documents import Document
from quizapp.reading.glued import glued_head


def _sections(text: str) -> list[Section]:
    return list(read_page(Document("page.txt", "/notes", text)).sections)


HEAD = "Night Radio\nWhy Wells Sing\nMar 4, 20211h 31m\nAda ByronhostCarl Roeguest\n"

STOPPED = """7 ideas
A well is a flute.Wind over the rim sets the air inside humming in one note. A lid ends it.
Oak outlasts iron.Iron rusts where the water stands. A lid of oak lasted for 90 years in Ulm.
Moss was right, and it took a year to prove it.In 1911 he dug through 14 metres of clay.
"""

TITLED = """Highlights
The rope that countsA knot for each metre tells how deep the bucket is. The knots wear out first.
"A rope has a better memory than I have." – Carl Roe
Nobody digs in JuneThe ground is dry and the water low, so a well dug then fails in autumn.
"""

MIXED = """3 highlights
Deep roomsBehind the wall of the shaft are small chambers that kept butter cold for a week.
After the flood: The parish lined the shaft with brick and raised the rim by two feet.
"""


@pytest.mark.parametrize("label", ["Key ideas", "Takeaways", "Key insights"])
def test_a_sentence_glued_to_its_text_is_its_heading(label: str) -> None:
    """The full stop between heading and text needs no space behind it."""
    found = _sections(f"{HEAD}{label}\n{STOPPED}")
    assert [one.heading for one in found] == [
        "A well is a flute",
        "Oak outlasts iron",
        "Moss was right, and it took a year to prove it",
    ]
    assert found[0].text.startswith("Wind over the rim")
    assert found[2].text.startswith("In 1911 he dug")


def test_titles_glued_to_highlights_part_them() -> None:
    """Each line is a highlight of its own; a quote between them stays a quote."""
    found = _sections(HEAD + TITLED)
    told = [(one.heading, one.line_start) for one in found if one.kind is SectionKind.HIGHLIGHT]
    assert told == [("The rope that counts", 6), ("Nobody digs in June", 8)]
    said = [(one.text, one.speaker) for one in found if one.kind is SectionKind.QUOTE]
    assert said == [("A rope has a better memory than I have.", "Carl Roe")]


def test_glued_titles_and_titles_with_colons_stand_side_by_side() -> None:
    """Only half of the lines need be glued."""
    found = _sections(
        HEAD + MIXED.replace("Deep", "The gateRoe keeps a key of it. It is old.\nDeep")
    )
    assert [one.heading for one in found] == ["The gate", "Deep rooms", "After the flood"]


def test_sentences_without_a_space_are_no_headings_alone() -> None:
    """One line that is glued among many is a slip, and its words stay together."""
    text = "Key takeaways\nDig in May.It is dry then.\nOak is best for a lid.\nIron rusts.\n"
    assert all(one.heading is None for one in _sections(HEAD + text))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Wind is a toolA steady wind lifts a kilo of sand.", "Wind is a tool"),
        ("Wind is a tool.A steady wind lifts a kilo of sand.", "Wind is a tool."),
        ("Why wait?Nobody knew what the river would do.", "Why wait?"),
        ("Wind is old. It is a tool.A steady wind lifts sand.", None),
        ("Wind and sand are told by YouTube in an hour.", None),
        ("Wind", None),
    ],
)
def test_a_head_ends_where_its_text_begins(text: str, head: str | None) -> None:
    """Only the first sentence or title of a text is its heading."""
    found = glued_head(text)
    assert (found[0] if found else None) == head
    assert found is None or "".join(found) == text
