"""Whose ``I`` stands on a page: a blogger's is not the guest's, an interview's is."""

from __future__ import annotations

import bees

from quizapp.generators import recall
from quizapp.material.writers import without_writer
from quizapp.model import Section, SectionKind


def _told(
    heading: str, text: str, kind: SectionKind = SectionKind.HIGHLIGHT, line: int = 1
) -> Section:
    return Section(kind, heading, text, bees.PATH, line, line + 1)


_DANCE = _told(
    "A map in the dark",
    "I played this part twice on the bus. Vos says that the run up the comb points to the flowers. "
    "The longer a bee shakes, the farther she sends the others.",
)
_SMOKE = _told(
    "Smoke calms a hive better than water does",
    "My neighbour keeps two hives and swears by pine needles. Smoke makes the workers fill up on "
    "honey, because they take it for a fire. Heavy bees seldom sting.",
    line=4,
)


def test_what_a_blogger_says_of_themselves_is_left_out() -> None:
    material = bees.material(_DANCE, _SMOKE)
    texts = [s.text for s in material.sections]
    assert texts[0].startswith("Vos says that")
    assert texts[1].startswith("Smoke makes")
    answers = [c.answer for n in recall.notes(material) for c in n.cards]
    assert answers
    assert not any("neighbour" in a or "bus" in a for a in answers)


def test_a_guest_who_answers_says_i() -> None:
    said = "I kept bees in Leiden for ten years, and I learned to leave them alone in March."
    asked = [
        _told(f"What did you learn in year {n}?", said, SectionKind.QA) for n in ("one", "two")
    ]
    material = bees.material(*asked, _DANCE)
    assert [s.text for s in material.sections if s.kind is SectionKind.QA] == [said, said]


def test_a_quotation_keeps_its_i() -> None:
    quoted = _told(
        "What a sting tells",
        "Vos laughs: “I count them, and I am at four thousand.” Nobody else counts.",
    )
    other = _told("A calm hive", "I like this one. I wrote it down. Vos opens hives at noon.")
    material = bees.material(quoted, other)
    assert "“I count them" in material.sections[0].text
    assert material.sections[1].text == "Vos opens hives at noon."


def test_a_numeral_and_a_quotation_of_two_sentences_are_nobodys_i() -> None:
    for told in (
        "World War I began in Sarajevo. Trains could not stop.",
        "Elizabeth I ruled for 44 years.",
        "“I saw the trains leave. I never saw them come back,” she read. It hurt.",
    ):
        assert without_writer(told) == told
    assert without_writer("I liked it. Vos opens hives at noon.") == "Vos opens hives at noon."
