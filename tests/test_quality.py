"""Each check of the table, on a card that passes it and on one that does not."""

from __future__ import annotations

from dataclasses import replace

import bees
import pytest

from quizapp import quality
from quizapp.choosing.selection import selected
from quizapp.generators import candidates
from quizapp.model import Card, CardKind, Source
from quizapp.quality import deck
from quizapp.quality.report import report

MATERIAL = bees.material()
_CLUSTER = Source(
    bees.PATH,
    15,
    15,
    "The winter cluster keeps its core at 34 degrees because the bees shiver their flight muscles.",
)
CLOZE = Card(
    id="c1",
    note_id="n1",
    kind=CardKind.CLOZE,
    episode="how-a-hive-decides",
    prompt=_CLUSTER.excerpt.replace("34 degrees", "____"),
    answer="34 degrees",
    sources=(_CLUSTER,),
)
CHOICE = replace(
    CLOZE,
    id="c2",
    kind=CardKind.CHOICE,
    options=("17 degrees", "34 degrees", "68 degrees"),
    answer_index=1,
)
RECALL = Card(
    id="c3",
    note_id="n3",
    kind=CardKind.RECALL,
    episode="how-a-hive-decides",
    prompt="Why does the winter cluster keep its core at 34 degrees?",
    answer="Because the bees shiver their flight muscles.",
    sources=(_CLUSTER,),
)
TRUE = replace(
    CLOZE,
    id="c4",
    kind=CardKind.TRUE_FALSE,
    prompt="The winter cluster keeps its core at 7 degrees because the bees shiver their flight "
    "muscles.",
    answer="False",
    options=("True", "False"),
    answer_index=1,
    explanation=_CLUSTER.excerpt,
)


@pytest.mark.parametrize("card", [CLOZE, CHOICE, RECALL, TRUE], ids=lambda c: str(c.kind))
def test_a_good_card_passes_every_check(card: Card) -> None:
    assert quality.failures(card, MATERIAL) == ()


@pytest.mark.parametrize(
    ("check", "card"),
    [
        ("leak", replace(CLOZE, prompt="At 34 degrees the core of the cluster stays at ____.")),
        ("leak", replace(RECALL, answer="The winter cluster keeps its core at 34 degrees.")),
        ("grounded", replace(CLOZE, answer="90 elephants")),
        ("grounded", replace(CLOZE, sources=(replace(_CLUSTER, line_start=1, line_end=1),))),
        ("well_formed", replace(RECALL, prompt="why does the cluster keep its core warm")),
        ("well_formed", replace(RECALL, prompt="Why does the “cluster keep its core warm?")),
        ("well_formed", replace(RECALL, prompt="Why does the the cluster keep its core warm?")),
        ("well_formed", replace(RECALL, prompt="At 12:30, why does <b>it</b> keep warm?")),
        ("well_formed", replace(RECALL, prompt="Why should you know, like, keep bees warm?")),
        ("blanks", replace(CLOZE, prompt="____ keeps ____ at ____ with its flight muscles.")),
        ("blanks", replace(CLOZE, answer="because")),
        ("options_distinct", replace(CHOICE, options=("34 degrees", "17 degrees"), answer_index=0)),
        (
            "options_distinct",
            replace(CHOICE, answer="dance", options=("dance", "dances", "honey"), answer_index=0),
        ),
        (
            "distractor_true",
            replace(
                CHOICE,
                prompt="____ feed it to every larva for three days.",
                answer="Scouts",
                options=("Scouts", "Nurse bees", "Drones"),
                answer_index=0,
            ),
        ),
        ("standalone", replace(RECALL, prompt="Why does this cluster keep its core warm?")),
        ("standalone", replace(RECALL, prompt="Why do they keep its core at 34 degrees?")),
        ("standalone", replace(RECALL, prompt="What does the conversation say about warm hives?")),
        ("size", replace(RECALL, prompt="Why so warm?")),
        ("size", replace(CLOZE, answer="34 degrees " * 5)),
        ("yes_no", replace(RECALL, prompt="Does the winter cluster keep its core at 34 degrees?")),
        ("worth_asking", replace(CLOZE, answer="good people")),
        ("options_alike", replace(CHOICE, options=("Ten", "34 degrees", "a hundred times more"))),
        ("length_cue", replace(CHOICE, options=("7", "34 degrees", "9"))),
        (
            "echo_cue",
            replace(CHOICE, answer="winter bees", options=("fog", "winter bees", "rain")),
        ),
        (
            "grammar_cue",
            replace(CHOICE, prompt="The cluster is a ____ of bees that keeps its core warm."),
        ),
    ],
)
def test_a_check_fails_what_it_is_for(check: str, card: Card) -> None:
    assert check in {f.check for f in quality.failures(card, MATERIAL)}


@pytest.mark.parametrize(
    "answer",
    [
        "Because keepers who sold at a discount had bees shiver in four four-frame hives.",
        "Because the bees shiver, as they did in the cold race that she won in 1:57:58 hours.",
        "Because the king's sponsor had the bees shiver.",
    ],
)
def test_what_a_talk_is_about_is_no_advert_no_stutter_and_no_mark(answer: str) -> None:
    failed = {f.check for f in quality.failures(replace(RECALL, answer=answer), MATERIAL)}
    assert "well_formed" not in failed


@pytest.mark.parametrize(
    "answer", ["Because of our sponsors, bees shiver.", "Use code BEES10 to make bees shiver."]
)
def test_an_advert_is_no_answer(answer: str) -> None:
    failed = {f.check for f in quality.failures(replace(RECALL, answer=answer), MATERIAL)}
    assert "well_formed" in failed


def test_one_gate_or_two_other_failures_make_a_card_unacceptable() -> None:
    one = replace(RECALL, prompt="Why so warm?")
    two = replace(RECALL, prompt="Is this so?")
    gate = replace(CLOZE, answer="because")
    assert quality.acceptable(quality.failures(RECALL, MATERIAL))
    assert len(quality.failures(one, MATERIAL)) == 1
    assert quality.acceptable(quality.failures(one, MATERIAL))
    assert not quality.acceptable(quality.failures(two, MATERIAL))
    assert not quality.acceptable(quality.failures(gate, MATERIAL))


def test_near_equal_questions_of_two_notes_are_duplicates_siblings_are_not() -> None:
    twin = replace(RECALL, id="c9", note_id="n9", score=0.9)
    assert [t.card.id for t in deck.duplicates([RECALL, twin])] == ["c3"]
    sibling = replace(CHOICE, note_id=CLOZE.note_id)
    assert deck.duplicates([CLOZE, sibling]) == ()


def test_a_deck_that_the_test_wise_can_guess_is_named() -> None:
    judged = [replace(TRUE, id=f"t{i}", answer="True") for i in range(10)]
    assert any("true" in remark for remark in deck.imbalances(judged))
    one_place = [replace(CHOICE, id=f"x{i}") for i in range(10)]
    assert any("one place" in remark for remark in deck.imbalances(one_place))


def test_the_report_has_a_row_for_every_check_and_no_gate_failure_on_what_is_kept() -> None:
    kept = selected(candidates(MATERIAL), MATERIAL)
    cards = [c for n in kept.notes for c in n.cards]
    made = report([(MATERIAL, cards, kept.rejections)])
    assert [row.number for row in made.rows] == list(range(1, 17))
    assert made.gate_failures == 0
    assert made.cards == len(cards) > 10
    assert made.share is not None
    assert made.share >= 0.95


def test_what_is_turned_down_says_why() -> None:
    good = list(candidates(MATERIAL))
    twin = replace(good[0], id="n9", cards=(replace(good[0].cards[0], id="c9", note_id="n9"),))
    rejections = selected([*good, twin], MATERIAL).rejections
    assert rejections
    assert all(r.failures and r.failures[0].reason for r in rejections)
