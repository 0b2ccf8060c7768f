"""What the generators draw on: statements with their lines, terms, and what is trite."""

from __future__ import annotations

import bees
import pytest

from quizapp.material.passages import LONGEST_EXCERPT, Passages
from quizapp.material.statement import merged
from quizapp.model import Section, SectionKind, Source


def test_every_statement_stands_at_the_lines_that_it_names() -> None:
    material = bees.material()
    assert len(material.statements) >= 9
    for statement in material.statements:
        for source in statement.sources:
            assert material.passages.stands(source, statement.text, at_least=85), statement.text
            assert source.excerpt in material.passages.text(
                source.path, source.line_start, source.line_end
            )


def test_a_fact_told_on_two_pages_is_one_statement_with_two_sources() -> None:
    told = next(s for s in bees.SECTIONS if s.heading == "Winter cluster")
    again = Section(SectionKind.TAKEAWAY, "Warmth", told.text, bees.PATH, 15, 15)
    moved = Section(SectionKind.TAKEAWAY, "Warmth", told.text, bees.PATH, 13, 15)
    assert all(len(s.sources) == 1 for s in bees.material(told, again).statements)
    assert len(bees.material(told).statements) == len(bees.material(told, moved).statements)


def test_sources_are_merged_each_place_once() -> None:
    one, two = Source("a.txt", 1, 1, "a"), Source("b.txt", 2, 3, "b")
    assert merged((one,), (two, one)) == (one, two)


def test_the_subject_of_the_whole_episode_is_trite_and_so_are_its_parts() -> None:
    sections = [
        Section(SectionKind.IDEA, None, f"Neural networks learn fact {n}.", bees.PATH, n, n)
        for n in range(1, 9)
    ]
    material = bees.material(*sections)
    assert material.is_trite("neural networks")
    assert material.is_trite("network")
    assert not material.is_trite("network", whole=True)
    assert not material.is_trite("royal jelly")


def test_a_heading_inside_a_sentence_keeps_only_the_capitals_of_names() -> None:
    text = "The waggle dance was decoded by Karl von Frisch, long before DNA was known."
    section = Section(SectionKind.IDEA, "The Waggle Dance and DNA", text, bees.PATH, 1, 1)
    assert bees.material(section).inside("The Waggle Dance and DNA") == "the waggle dance and DNA"


def test_near_equal_counts_as_known_only_with_the_very_words_in_question() -> None:
    material = bees.material()
    swapped = "Karl von Frisch decoded it in 1949."
    assert material.known(swapped, at_least=90)
    assert not material.known(swapped, saying="1949", at_least=90)


def test_an_excerpt_is_verbatim_folded_and_shortened_at_a_word() -> None:
    lines = "word " * 400
    passages = Passages.of([("long.txt", f"First line.\n{lines}\nLast line.")])
    section = Section(SectionKind.SUMMARY, None, lines.strip(), "long.txt", 2, 2)
    excerpt = passages.source(section).excerpt
    assert len(excerpt) <= LONGEST_EXCERPT + 2
    assert excerpt.endswith("word …")


def test_a_quote_is_cited_with_the_name_of_who_said_it() -> None:
    page = "As Vos explains:\n\nA hive is a parliament.\n"
    passages = Passages.of([("q.txt", page)])
    quote = Section(SectionKind.QUOTE, None, "A hive is a parliament.", "q.txt", 3, 3)
    source = passages.quote_source(quote, "Anneke Vos")
    assert (source.line_start, source.line_end) == (1, 3)
    assert source.excerpt == "As Vos explains: A hive is a parliament."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Bees of the hive therefore need smoke in May.", "Bees of the hive need smoke in May."),
        (
            "Bees of the hive shiver their wings, thus warming the brood.",
            "Bees of the hive shiver their wings, thus warming the brood.",
        ),
    ],
)
def test_what_joins_two_sentences_is_left_out_and_what_joins_two_parts_is_kept(
    said: str, told: str
) -> None:
    section = Section(SectionKind.INSIGHT, "Bees of the hive", said, bees.PATH, 1, 2)
    found = [s.text for s in bees.material(section).statements if s.section is section]
    assert told in found


def test_his_in_a_section_about_somebody_else_is_not_the_guest() -> None:
    text = (
        "Roald Amundsen had told the world that bees of the north were his only aim. He changed "
        "his plan in a night. His party of five, with twelve hives at the start, came to the Pole."
    )
    section = Section(SectionKind.HIGHLIGHT, "The race", text, bees.PATH, 1, 2)
    told = [s.text for s in bees.material(section).statements]
    assert not any("Vos" in statement for statement in told)
