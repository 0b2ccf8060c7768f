"""Statements asked for what their predicate tells, and for what they open with."""

from __future__ import annotations

import pytest

from quizapp import language
from quizapp.generators import interviewing, questions, quotes, recall
from quizapp.generators.drafting import MODEST, Side, drafted
from quizapp.generators.wordings import says_about
from quizapp.model import CardKind, Section, SectionKind
from quizapp.quality.deck import duplicates
from quizapp.sentences import clauses, fronting, grammar, predicates
from quizapp.sentences.pronouns import in_third_person
from quizapp.sentences.swallowing import swallows_verb
from tests import bees


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        (
            "Weavers use a sliver of bone to part the threads.",
            "What do weavers use to part the threads?",
            "a sliver of bone",
        ),
        (
            "The siege lasted about eleven months in a cold valley.",
            "How long did the siege last in a cold valley?",
            "about eleven months",
        ),
        (
            "Most mayflies live only one or two days.",
            "How long do most mayflies live?",
            "only one or two days",
        ),
        (
            "The printer Aldo is best known for a slanted letter.",
            "What is the printer Aldo known for?",
            "a slanted letter",
        ),
        (
            "Ada Brook set out to measure the tide in every harbour.",
            "What did Ada Brook set out to do?",
            "to measure the tide in every harbour",
        ),
        (
            "Brook and Lowe showed that the harbour had sunk by a foot.",
            "What did Brook and Lowe show?",
            "that the harbour had sunk by a foot",
        ),
        (
            "Soaking the beans overnight removes most of the bitter taste.",
            "What removes most of the bitter taste?",
            "Soaking the beans overnight",
        ),
        (
            "Iron turns brittle in deep cold, which is called cold shortness.",
            "What is it called when iron turns brittle in deep cold?",
            "cold shortness",
        ),
        (
            "Hard solder melts near red heat, while soft solder melts on a stove.",
            "How do hard solder and soft solder differ?",
            "Hard solder melts near red heat, while soft solder melts on a stove",
        ),
    ],
)
def test_a_statement_is_asked_for_what_its_predicate_tells(
    statement: str, question: str, answer: str
) -> None:
    asked = next(iter(predicates.asked(statement)), None)
    assert asked is not None
    assert (asked.question, asked.answer) == (question, answer)


@pytest.mark.parametrize(
    "statement",
    [
        "They use it to part the threads.",
        "The weavers used to part the threads by hand.",
        "The guide said that they were late.",
        "Waiting is hard.",
        "Hard solder melts near red heat, while the smith melts lead.",
        "",
    ],
)
def test_what_says_too_little_is_not_asked(statement: str) -> None:
    assert list(predicates.asked(statement)) == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "In 1958, the harbour froze for the first time.",
            ("in 1958", "The harbour froze for the first time."),
        ),
        (
            "In March 1958 Ada Brook measured the ice.",
            ("in March 1958", "Ada Brook measured the ice."),
        ),
        ("For example, the harbour froze in 1958.", None),
        ("In this case, the harbour froze twice.", None),
        ("In winter it freezes, and in summer it dries.", None),
        ("The harbour froze in 1958.", None),
    ],
)
def test_what_a_statement_opens_with_is_known(
    statement: str, expected: tuple[str, str] | None
) -> None:
    assert fronting.fronted(statement) == expected


def _section(heading: str, text: str) -> Section:
    return Section(SectionKind.INSIGHT, heading, text, bees.PATH, 1, 2)


def _prompts(section: Section) -> list[str]:
    material = bees.material(section)
    return [
        side.prompt
        for statement in material.statements
        if statement.section.heading == section.heading
        for side in questions.sides(statement, material)
    ]


def test_what_a_statement_opens_with_ends_the_question() -> None:
    section = _section(
        "The frost of 1958",
        "In 1958 the harbour master Lowe reported that the ice had crushed four barges.",
    )
    assert "What did the harbour master Lowe report in 1958?" in _prompts(section)


def test_what_somebody_found_is_asked_with_what_it_was_about() -> None:
    section = _section(
        "Hidden water", "Chase and Lowe proposed that beekeepers group hives into meaningful rows."
    )
    assert _prompts(section) == ["What did Chase and Lowe propose about hidden water?"]


def test_a_heading_that_is_asked_for_anything_at_all_comes_last() -> None:
    told = _section("Salt and iron", "Salt water eats the rivets, and fresh water eats the ropes.")
    material = bees.material(told)
    scores = {
        says_about(c.prompt, material): c.score for n in recall.notes(material) for c in n.cards
    }
    assert scores[True] < MODEST


def test_a_quote_without_an_end_to_leave_out_is_asked_for_what_it_says() -> None:
    text = (
        "When a colony has as many scouts as foragers, small changes to the scouts lead to "
        "changes of foragers."
    )
    quote = Section(SectionKind.QUOTE, None, text, bees.PATH, 1, 2, speaker="Anneke Vos")
    cards = [c for n in quotes.notes(bees.material(quote)) for c in n.cards]
    assert [c.prompt for c in cards] == [
        "What happens when a colony has as many scouts as foragers, according to Anneke Vos?"
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("What gives you hope for the orchards?", "What gives Anneke Vos hope for the orchards?"),
        (
            "If you had to keep one hive, which would it be?",
            "If Anneke Vos had to keep one hive, which would it be?",
        ),
        ("What do I do if my bees swarm?", "What should one do if one's bees swarm?"),
        ("Do you think Saint Ambrose kept bees?", "about whether Saint Ambrose kept bees?"),
    ],
)
def test_what_is_no_verb_of_yours_and_a_name_stay_as_they_are(asked: str, expected: str) -> None:
    found = interviewing.asked(asked, bees.material())
    assert found is not None
    assert found.prompt.endswith(expected)


def test_a_denial_in_the_first_person_is_told_of_the_guest() -> None:
    names = bees.material().names
    assert in_third_person("I wouldn't call it a dance.", names).startswith("Anneke Vos wouldn't")
    assert in_third_person("I don't call it a dance.", names).startswith("Anneke Vos doesn't")


def test_one_question_asked_with_and_without_whose_account_it_is_is_one() -> None:
    section = _section("Winter", "The cluster shivers.")
    sides = [
        Side(CardKind.RECALL, "What keeps the cluster of a hive warm?", "Shivering.", 0.7),
        Side(
            CardKind.RECALL,
            "According to Anneke Vos's interview, what keeps the cluster of a hive warm?",
            "The workers, who shiver.",
            0.6,
        ),
    ]
    material = bees.material(section)
    source = material.passages.source(section)
    cards = [
        card
        for i, side in enumerate(sides)
        for card in drafted("test", material, section, str(i), (source,), (side,)).cards
    ]
    assert [t.card for t in duplicates(cards)] == [cards[1]]


def test_what_the_teller_does_besides_is_no_part_of_what_is_told() -> None:
    told = "Vos explains how the hive shares out its stores, discussing its queens and drones."
    assert clauses.reported(told) == ["The hive shares out its stores."]


def test_a_verb_taken_for_a_noun_is_no_part_of_a_blank() -> None:
    text = "The losses of a hard winter fall on the smallest hives, and can last for years."
    phrases = [p for p in language.noun_phrases(text) if swallows_verb(text, p)]
    assert [p.text for p in phrases] == ["hard winter fall"]


def test_the_verb_of_another_clause_is_not_taken_for_the_first_ones() -> None:
    text = "The cells close thousands of hours after the brood has fallen asleep."
    assert grammar.clause(text) is None
    assert grammar.clause("The cells have closed.") is not None


def test_what_has_only_an_adverb_left_is_asked_as_it_stands() -> None:
    found = interviewing.asked("Is a swarm of bees dance already?", bees.material())
    assert found is None or "is already?" not in found.prompt


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        (
            "Looms' even tension and their light frames made them easy to carry over the pass.",
            "What made looms easy to carry over the pass?",
            "their even tension and their light frames",
        ),
        (
            "Cheap salt, deep harbour, and northern timber doubled the trade of Velden.",
            "What doubled the trade of Velden?",
            "Cheap salt, deep harbour, and northern timber",
        ),
    ],
)
def test_what_belongs_to_a_thing_is_asked_for_what_it_did(
    statement: str, question: str, answer: str
) -> None:
    asked = {a.question: a.answer for a in predicates.asked(statement)}
    assert asked.get(question) == answer


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Looms need a dry room, and the weavers of Velden have worked in cellars since 1720.",
            ["Looms need a dry room.", "The weavers of Velden have worked in cellars since 1720."],
        ),
        ("In winter the mill stands still, and the weavers mend their nets.", []),
        ("A loom needs warp, weft and patience.", []),
        ("Some looms are wide; the others are narrow.", []),
    ],
)
def test_main_clauses_are_told_apart_where_each_stands_alone(
    sentence: str, parts: list[str]
) -> None:
    assert clauses.conjuncts(sentence) == parts


@pytest.mark.parametrize(
    ("told", "question", "answer"),
    [
        (
            "The trigger for most swarms is a crowded comb.",
            "What is the trigger for most swarms?",
            "a crowded comb",
        ),
        (
            "The purpose of the tariff was to protect the keepers, who had lost half their hives.",
            "What was the purpose of the tariff?",
            "to protect the keepers, who had lost half their hives",
        ),
    ],
)
def test_what_is_of_or_for_a_thing_is_asked_for_what_it_is(
    told: str, question: str, answer: str
) -> None:
    assert (question, answer) in [(a.question, a.answer) for a in predicates.asked(told)]


@pytest.mark.parametrize(
    "told",
    [
        "The risk of a swarm is higher in a warm May.",
        "The problem was the price of sugar.",  # of what?
        "The purpose of the tariff was not to protect anybody.",
        "The tower of the church is a good place for bees.",
    ],
)
def test_what_only_describes_is_not_asked_for_what_it_is(told: str) -> None:
    assert not [a for a in predicates.asked(told) if a.wants == "identity"]


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        (
            "Does a lid help if I know it leaks?",
            "A little. It keeps the wind out.",
            "whether a lid helps if people know it leaks?",
        ),
        (
            "Why is it harder to think when you are stung?",
            "The pain takes up the mind.",
            "Why is it harder to think when people are stung?",
        ),
        (
            "How much can we hold in mind at once?",
            "About four things.",
            "How much can people hold in mind at once?",
        ),
        (
            "What does a hornet do to you?",
            "Its sting dissolves the skin.",
            "What does a hornet do to people?",
        ),
    ],
)
def test_what_happens_to_anybody_is_not_asked_of_the_guest(
    asked: str, told: str, expected: str
) -> None:
    found = interviewing.asked(asked, bees.material(), told)
    assert found is not None
    assert found.prompt.endswith(expected)
