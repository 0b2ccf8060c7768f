"""What the generators make of a conversation about bees, and of single sentences."""

from __future__ import annotations

import bees
import pytest

from quizapp import distractors, turning
from quizapp.blanks import BLANK, blanked, blanks
from quizapp.choosing.selection import selected
from quizapp.generators import (
    answers,
    candidates,
    choice,
    cloze,
    quotes,
    recall,
    statements,
    true_false,
)
from quizapp.generators.headings import frames
from quizapp.generators.interviewing import asked, is_yes_no
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import Card, CardKind, Section, SectionKind
from quizapp.sentences.titles import is_label


def _cards(material: Material, kind: CardKind) -> list[Card]:
    return [
        c for n in selected(candidates(material), material).notes for c in n.cards if c.kind is kind
    ]


def _statement(material: Material, start: str) -> Statement:
    return next(s for s in material.statements if s.text.startswith(start))


@pytest.mark.parametrize(
    ("question", "prompt"),
    [
        ("Why do bees swarm in May?", "Why do bees swarm in May?"),
        (
            "How did you become interested in honeybees?",
            "How did Anneke Vos become interested in honeybees?",
        ),
        (
            "Do you think wild bees can replace honeybees in orchards?",
            "What does Anneke Vos say about whether wild bees can replace honeybees in orchards?",
        ),
        (
            "Are bees capable of counting?",
            "What does Anneke Vos say about whether bees are capable of counting?",
        ),
        (
            "Can you describe the idea behind the movable frame?",
            "What is the idea behind the movable frame?",
        ),
        (
            "Take us back to the time when you caught your first swarm. What did you do with it?",
            "When Anneke Vos caught Vos's first swarm, what did Vos do with it?",
        ),
        (
            "When you open a hive, what do you look for?",
            "When Anneke Vos opens a hive, what does Vos look for?",
        ),
        (
            "Does smoke still calm bees?",
            "What does Anneke Vos say about whether smoke still calms bees?",
        ),
    ],
)
def test_a_question_that_people_wrote_is_kept_with_you_named(question: str, prompt: str) -> None:
    made = asked(question, bees.material())
    assert made is not None
    assert made.prompt == prompt


def test_you_without_a_known_guest_is_not_asked() -> None:
    nobody = bees.material()
    object.__setattr__(nobody, "names", type(nobody.names)(None, None, (), None, "Bees"))
    assert asked("How did you become interested in honeybees?", nobody) is None


def test_questions_of_yes_and_no_are_known() -> None:
    assert is_yes_no("Is the hive full?")
    assert not is_yes_no("Is the hive full or empty?")
    assert not is_yes_no("Why is the hive full?")


@pytest.mark.parametrize(
    ("heading", "prompt"),
    [
        ("Royal jelly", "What is royal jelly, according to Anneke Vos's interview?"),
        ("Waggle dance", "What is the waggle dance, according to Anneke Vos's interview?"),
        (
            "Winter cluster",
            "What does the winter cluster do, according to Anneke Vos's interview?",
        ),
        (
            "A swarm chooses its new home by a vote of its scouts.",
            "Why does Anneke Vos say that a swarm chooses its new home by a vote of its scouts?",
        ),
    ],
)
def test_a_heading_becomes_the_question_that_fits_its_grammar(heading: str, prompt: str) -> None:
    section = next(s for s in bees.SECTIONS if s.heading == heading)
    assert next(iter(frames(heading, section, bees.material()))) == prompt


@pytest.mark.parametrize(
    ("heading", "text", "prompt"),
    [
        (
            "Smoke is more dangerous than stings",
            "Keep the smoker low and the wind behind it.",
            "Smoke is more dangerous than stings. What does Anneke Vos advise for that reason?",
        ),
        (
            "Old keepers can learn the craft at any age",
            "In people over 65, stings are the leading cause of giving up. A veil helps.",
            "According to Anneke Vos's interview, what is true of stings in people over 65?",
        ),
        (
            "What happens when a queen is lost",
            "The workers raise a new one.",
            "What happens when a queen is lost, according to Anneke Vos's interview?",
        ),
        ("What replaced it", "Wax gave way to foil.", ""),
        ("Wasps do it too, partly", "Their nests are of paper.", ""),
        (
            "Old hives may be worse than new ones",
            "Yes.",
            "Why does Anneke Vos say that old hives may be worse than new ones?",
        ),
        (
            "Old keepers can learn the craft at any age",
            "In 1975, engineers measured the floors of apiaries.",
            "Why does Anneke Vos say that old keepers can learn the craft at any age?",
        ),
    ],
)
def test_a_claim_is_asked_for_what_its_text_tells(heading: str, text: str, prompt: str) -> None:
    section = Section(SectionKind.IDEA, heading, text, bees.PATH, 1, 2)
    assert next(iter(frames(heading, section, bees.material())), "") == prompt


def test_a_statement_that_ends_in_a_question_asks_nothing() -> None:
    told = "Keepers sort hives by two questions: can it winter, and will it swarm? Most do both."
    section = Section(SectionKind.IDEA, "Sorting of hives", told, bees.PATH, 1, 2)
    material = bees.material(section)
    prompts = [c.prompt for n in candidates(material) for c in n.cards]
    assert prompts
    assert not [prompt for prompt in prompts if "will it swarm?" in prompt]


@pytest.mark.parametrize("label", ["Key insight", "Main takeaways", "Lesson 3", "Why it matters"])
def test_a_label_is_no_heading_to_ask_for(label: str) -> None:
    assert is_label(label)
    section = Section(SectionKind.INSIGHT, label, "Bees dance for flowers.", bees.PATH, 1, 1)
    assert not list(frames(label, section, bees.material()))


def test_every_question_and_every_idea_has_a_card() -> None:
    material = bees.material()
    notes = selected(candidates(material), material).notes
    asked_of = {n.anchor for n in notes}
    for section in material.sections:
        if section.kind in (SectionKind.QA, SectionKind.IDEA, SectionKind.INSIGHT):
            assert any(str(section.kind) in a for a in asked_of)
            assert any(
                s.line_start <= section.line_end and section.line_start <= s.line_end
                for n in notes
                for s in n.sources
            ), section.heading


def test_an_answer_leads_with_its_point() -> None:
    text = "Yes. The conversation explores hives. Bees vote by dancing. Scouts are few. Most rest."
    answer, rest = answers.led(text)
    assert answer.startswith("Bees vote by dancing.")
    assert rest is not None


def test_the_same_question_on_two_pages_is_one_note_with_two_sources() -> None:
    once = next(s for s in bees.SECTIONS if s.heading == "Why do bees swarm in May?")
    again = Section(once.kind, once.heading, once.text, bees.PATH, 1, 2)
    (note,) = recall.notes(bees.material(once, again))
    assert [s.line_start for s in note.sources] == [once.line_start, 1]


def test_a_blank_is_a_whole_phrase_that_carries_the_sentence() -> None:
    material = bees.material()
    statement = _statement(material, "The winter cluster keeps")
    best = blanks(statement, material)[0]
    assert best.text == "34"
    prompt = blanked(statement.text, best.phrase)
    assert prompt == statement.text.replace("34 degrees", f"{BLANK} degrees")


def test_a_blank_never_stands_elsewhere_in_its_sentence_nor_names_the_guest() -> None:
    material = bees.material()
    for statement in material.statements:
        for blank in blanks(statement, material):
            rest = blanked(statement.text, blank.phrase).lower()
            assert blank.text.lower() not in rest
            assert "Vos" not in blank.text


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Seeley gave four hungry swarms a choice of two boxes at Cornell.", "hungry swarms"),
        ("A cell has wax as its anode and royal jelly as its cathode.", "anode"),
        (
            "A hive leans on its branch, so the branch bends and its brood frames tilt south.",
            "brood frames tilt",
        ),
    ],
)
def test_a_blank_takes_neither_what_is_counted_nor_half_of_a_pair_nor_the_verb(
    text: str, never: str
) -> None:
    section = Section(SectionKind.IDEA, "Bees", text, bees.PATH, 1, 1)
    found = blanks(Statement(text, section, (), 0), bees.material())
    assert never not in [blank.text for blank in found]


def test_an_article_before_a_blank_gives_nothing_away() -> None:
    material = bees.material()
    statement = _statement(material, "The waggle dance is")
    blank = next(b for b in blanks(statement, material) if b.text == "figure-eight run")
    assert f"a(n) {BLANK}" in blanked(statement.text, blank.phrase)


def test_a_cloze_of_an_acronym_accepts_its_long_form() -> None:
    section = Section(
        SectionKind.IDEA,
        "Colony collapse disorder puzzled keepers.",
        "Colony collapse disorder appeared in 2006. Keepers blamed CCD on mites and hunger.",
        bees.PATH,
        1,
        2,
    )
    assert "CCD" in cloze.acronyms("colony collapse disorder", bees.material(section))


def test_a_choice_has_options_of_one_kind_and_its_key_among_them() -> None:
    for card in _cards(bees.material(), CardKind.CHOICE):
        assert card.options is not None
        assert card.answer_index is not None
        assert card.options[card.answer_index] == card.answer
        assert 3 <= len(set(card.options)) == len(card.options) <= 4


def test_a_number_has_other_numbers_in_its_format_as_options() -> None:
    material = bees.material()
    statement = _statement(material, "The winter cluster keeps")
    blank = next(b for b in blanks(statement, material) if b.text == "34")
    made = choice.side(statement, blank, material)
    assert made is not None
    assert made.options is not None
    assert all(o.isdigit() for o in made.options)
    assert len(set(made.options)) == len(made.options) >= 3


@pytest.mark.parametrize(
    ("text", "prompt", "ceiling"),
    [("90 percent", "It holds ____ of it.", 100), ("20", "Bats sleep ____ hours a day.", 24)],
)
def test_other_numbers_stay_within_what_can_be(text: str, prompt: str, ceiling: int) -> None:
    for option in distractors.for_number(text, prompt):
        assert float(option.split()[0]) <= ceiling


def test_a_false_sentence_differs_in_one_thing_and_shows_the_true_one() -> None:
    material = bees.material()
    statement = _statement(material, "The winter cluster keeps")
    turned = turning.false_form(statement, material)
    assert turned is not None
    before, after = turned.true.split(), turned.false.split()
    assert turned.true == statement.text
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    side = true_false.side(statement, turned, material.names)
    assert side.answer == "False"
    assert side.explanation == statement.text


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        (
            "Young bees fly less than old bees on a cold day in spring.",
            "Young bees fly more than old bees on a cold day in spring.",
        ),
        (
            "More than three scouts must agree before the swarm takes off.",
            None,
        ),
        ("Bees do not fly more often when rain is close to the hive.", None),
    ],
)
def test_a_comparison_is_turned_only_where_that_makes_it_false(
    sentence: str, turned: str | None
) -> None:
    section = Section(SectionKind.IDEA, "Bees", sentence, bees.PATH, 1, 1)
    statement = Statement(sentence, section, (), 0)
    made = turning.false_form(statement, bees.material())
    if turned is not None:
        assert made is not None
        assert made.false == turned
        assert made.true == sentence
    else:
        assert made is None or made.false.count("Fewer") == 1


@pytest.mark.parametrize(
    ("sentence", "false"),
    [
        (
            "The brood needs warmth, so drones eat honey for warmth and pollen for strength.",
            "The brood needs warmth, so drones eat honey for strength and pollen for warmth.",
        ),
        (
            "The yield first rises in the warm weeks and then falls in the wet ones.",
            "The yield first falls in the warm weeks and then rises in the wet ones.",
        ),
        (
            "Small colonies rob the stores of others, while larger ones defend the entrance.",
            "Large colonies rob the stores of others, while smaller ones defend the entrance.",
        ),
        (
            "The swarm found a nest in spring without scouts.",
            "The swarm found a nest in spring with scouts.",
        ),
        (
            "Wax is a non-soluble matter that lasts for years.",
            "Wax is a soluble matter that lasts for years.",
        ),
        (
            "The new hive made the colony easier to inspect, which pleased every keeper.",
            "The new hive made the colony harder to inspect.",
        ),
    ],
)
def test_two_things_change_places_or_one_is_turned(sentence: str, false: str) -> None:
    section = Section(SectionKind.IDEA, "Bees", sentence, bees.PATH, 1, 1)
    made = turning.false_form(Statement(sentence, section, (), 0), bees.material())
    assert made is not None
    assert made.false == false
    assert made.true != made.false


def test_no_name_is_put_in_the_place_of_another() -> None:
    sentence = "The BeeNet study followed two hundred hives through one winter."
    section = Section(SectionKind.IDEA, "Bees", sentence, bees.PATH, 1, 1)
    other = Section(SectionKind.IDEA, "HiveLab", "The HiveLab study was older.", bees.PATH, 1, 1)
    made = turning.false_form(Statement(sentence, section, (), 0), bees.material(section, other))
    assert made is None or "HiveLab" not in made.false


def test_an_opinion_is_attributed_to_who_holds_it() -> None:
    names = bees.material().names
    said = true_false.attributed("Bees should be left alone.", names, "Bees should be left alone.")
    assert said == "According to Anneke Vos's interview, bees should be left alone."
    plain = "Bees have 4 wings."
    assert true_false.attributed(plain, names, plain) == plain


def test_true_and_false_are_in_balance() -> None:
    judged = _cards(bees.material(), CardKind.TRUE_FALSE)
    true = sum(c.answer == "True" for c in judged)
    assert abs(2 * true - len(judged)) <= 1


def test_a_quote_is_finished_by_its_end_and_names_its_speaker() -> None:
    endings = {c.answer: c for c in _cards(bees.material(), CardKind.FINISH_QUOTE)}
    card = endings["every speech is a dance"]
    assert card.prompt == f"Anneke Vos: “A hive is a parliament in which {BLANK}.”"
    assert "Anneke Vos" in card.source.excerpt
    assert "parliament" in card.source.excerpt


def test_a_quote_that_only_its_place_explains_is_not_asked() -> None:
    assert not any(
        "lovely" in c.source.excerpt for c in _cards(bees.material(), CardKind.FINISH_QUOTE)
    )


def test_who_said_it_is_asked_only_with_three_plausible_speakers() -> None:
    alone = _cards(bees.material(), CardKind.ATTRIBUTION)
    assert alone == []
    among = _cards(bees.material(others=("Ida Lund", "Joan Petrie")), CardKind.ATTRIBUTION)
    assert among
    for card in among:
        assert card.prompt.startswith("Who said: “")
        assert set(card.options or ()) == {"Anneke Vos", "Ida Lund", "Joan Petrie"}
        assert "Vos" not in card.prompt


def test_quotes_of_one_speaker_on_two_pages_are_one_note() -> None:
    quote = next(s for s in bees.SECTIONS if s.text.startswith("A hive"))
    again = Section(quote.kind, None, quote.text, bees.PATH, 35, 37, speaker="Anneke Vos")
    (note,) = quotes.notes(bees.material(quote, again))
    assert len(note.sources) == 2


def test_the_same_material_gives_the_same_cards() -> None:
    first, second = bees.material(), bees.material()
    assert selected(candidates(first), first) == selected(candidates(second), second)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Strong hives survive the winter on twelve kilos of honey.",
            "What does Anneke Vos's interview say about strong hives?",
        ),
        (
            "Leave the last honey of the year to the bees.",
            "What does Anneke Vos's interview advise about the last honey?",
        ),
    ],
)
def test_a_point_without_a_heading_is_asked_by_what_it_is_about(text: str, prompt: str) -> None:
    point = Section(SectionKind.TAKEAWAY, None, text, bees.PATH, 1, 1)
    material = bees.material(point)
    made = [c for n in recall.notes(material) for c in n.cards if c.answer == text]
    assert [c.prompt for c in made] in ([prompt], [])
    others = [c for n in statements.notes(material) for c in n.cards if c.source.excerpt]
    assert made or others
