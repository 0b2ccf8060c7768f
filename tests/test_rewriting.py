"""Sentences made to stand alone, or turned down."""

from __future__ import annotations

import pytest

from quizapp.sentences.generality import tells_alone
from quizapp.sentences.leaning import about_the_page
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import balanced, tidy, without_trailing
from quizapp.sentences.pronouns import in_third_person
from quizapp.sentences.rewriting import standalone
from tests import bees

NAMES = Names(
    "Anneke Vos", "Piet Bakker", ("Anneke Vos",), "How a Hive Decides", "Anneke Vos: How a Hive"
)


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        (
            "However, the queen lays two thousand eggs on a warm day in May.",
            "The queen lays two thousand eggs on a warm day in May.",
        ),
        (
            "She argues that swarms choose better than any committee of people.",
            "Anneke Vos argues that swarms choose better than any committee of people.",
        ),
        (
            "Her scouts inspected every cavity on the island within two days.",
            "Anneke Vos's scouts inspected every cavity on the island within two days.",
        ),
        (
            "It is possible to follow a single bee with a radar for a whole day.",
            "It is possible to follow a single bee with a radar for a whole day.",
        ),
        (
            "While hives are often moved, it is still hard to move them in a heat wave.",
            "While hives are often moved, it is still hard to move them in a heat wave.",
        ),
    ],
)
def test_a_sentence_is_made_to_stand_alone(sentence: str, made: str) -> None:
    assert standalone(sentence, NAMES) == made


@pytest.mark.parametrize(
    "sentence",
    [
        "The conversation explores how bees see the world around them.",
        "Vos and Bakker discuss the long history of the movable frame.",
        "They close by talking about honey, wax and what comes next.",
        "This makes the colony far more stable than any single bee could be.",
        "He thinks I should keep a hive on the roof of my house.",
        "Another reason is that flowers close early in the cold of autumn.",
        "It made them leave the hive much earlier than anybody expected.",
        "The second proof is harder to follow than the first one was.",
        "Larger colonies defend themselves with much greater success in autumn.",
        "Have you ever looked into a hive on a warm day in May?",
        "Anneke Vos is a biologist who lives in a small house in Leiden.",
        "Many problems are also discussed in the second half of the talk.",
        "Bees.",
    ],
)
def test_what_leans_on_its_neighbours_or_speaks_of_the_page_is_turned_down(sentence: str) -> None:
    assert standalone(sentence, NAMES) is None


def test_it_at_the_start_is_the_one_plain_subject_of_the_sentence_before() -> None:
    before = "The winter cluster keeps its core at a steady temperature."
    after = "It shrinks on cold nights and opens when the sun comes back."
    assert (
        standalone(after, NAMES, before)
        == "The winter cluster shrinks on cold nights and opens when the sun comes back."
    )
    assert standalone(after, NAMES, "Vos and Bakker kept bees in a garden near the sea.") is None


def test_two_people_leave_a_pronoun_open() -> None:
    two = Names(None, "Piet Bakker", ("Anneke Vos", "Ida Lund"), None, "Two on bees")
    assert standalone("She argues that swarms choose better than committees.", two) is None


def test_a_trailing_clause_is_left_out_where_it_leans() -> None:
    sentence = (
        "The scouts return to the swarm within an hour of the first dance, "
        "suggesting that these dances are enough."
    )
    assert (
        standalone(sentence, NAMES)
        == "The scouts return to the swarm within an hour of the first dance."
    )


def test_a_short_sentence_keeps_its_trailing_clause() -> None:
    assert without_trailing("Bees dance, showing where.") == "Bees dance, showing where."


def test_tidying_takes_fillers_and_connectives_and_closes_the_sentence() -> None:
    assert tidy("So, you know, the hive is warm") == "The hive is warm."


def test_brackets_and_quotation_marks_must_pair() -> None:
    assert balanced("“A hive” (or nest) is “home”.")
    assert not balanced("“A hive (or nest is home.")


@pytest.mark.parametrize(
    "sentence",
    [
        "World War I began in 1914.",
        "Type I errors cost us little.",
        "Nobody had read a word of Tiglath-Pileser I before.",
    ],
)
def test_the_numeral_one_is_nobody(sentence: str) -> None:
    assert in_third_person(sentence, NAMES) == sentence


def test_a_sentence_with_a_numeral_stands_alone() -> None:
    sentence = "World War I began because a chain of alliances turned a crisis into a war."
    assert standalone(sentence, NAMES) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "At Easter 1856 William Perkin, aged eighteen, tried to make quinine from coal tar.",
        "Between 1969 and 1971 four box girder bridges failed during their erection.",
        "Grafting is the method by which a bud of one tree is grown on the root of another.",
    ],
)
def test_a_past_tense_and_a_method_that_is_told_of_are_no_reason_to_turn_down(
    sentence: str,
) -> None:
    assert standalone(sentence, NAMES) == sentence


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("A box girder is a hollow steel tube with thin walls and no beams.", True),
        ("A global model cannot see a cloud, because its boxes are too wide.", True),
        ("Jacob Perkins patented a closed cycle with a compressor in 1834.", True),
        ("The casing cracked, let in moist air and hid the rust within.", False),
        ("Perkin filed a patent for a practical method on the next day.", False),
        ("Another model cannot see a cloud, because its boxes are wide.", False),
        ("This method cannot see a cloud, because its boxes are too wide.", False),
    ],
)
def test_what_is_so_in_general_or_who_made_what_is_told_alone(sentence: str, alone: bool) -> None:
    assert tells_alone(sentence) is alone


def test_what_the_guest_says_of_herself_is_told_of_her() -> None:
    told = in_third_person("I think my first hive taught me patience.", NAMES)
    assert told == "Anneke Vos thinks Vos's first hive taught Vos patience."


@pytest.mark.parametrize(
    "sentence",
    [
        "By four centimetres a year, measured with mirrors left on the far shore.",
        "The weight of the water in wood as a share of the dry wood; planks should be dry.",
        "The second is a blend that three groups of builders have tried.",
        "The tower, at 142 metres, held the title from 1647 until 1874.",
        "Anneke Vos has spent twenty-two years walking from hive to hive in the hills.",
        "About half of the city's ninety thousand people died within that one year.",
    ],
)
def test_what_only_another_sentence_completes_is_turned_down(sentence: str) -> None:
    assert standalone(sentence, NAMES) is None


def test_whose_story_is_told_counts_not_that_it_is() -> None:
    told = "Vos tells the story of Karl Lind, who put a microphone into every comb of a hive."
    assert standalone(told, NAMES) == "Karl Lind put a microphone into every comb of a hive."


def test_his_is_nobodys_where_only_a_thing_is_named() -> None:
    told = "The Thames Tunnel took from 1825 to 1843, and it nearly drowned his only son."
    assert standalone(told, NAMES) is None
    opened = "Then in 1897 Eduard Buchner ground yeast with sand and pressed out the juice."
    assert standalone(opened, NAMES) == opened.removeprefix("Then ").capitalize().replace(
        "eduard buchner", "Eduard Buchner"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A retired keeper on how swarms are caught and housed.", True),
        ("Success depends on how well a keeper reads the sky.", False),
        ("The last part concerns repair, from wax to wire.", True),
        ("41:55 A queen is made by feeding a grub on royal jelly.", True),
        ("The last part of a winter is the hardest for a hive.", False),
    ],
)
def test_the_pages_own_line_about_the_talk_claims_nothing(text: str, told: bool) -> None:
    assert about_the_page(text, bees.material().names) is told


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Sell when you know the market well.", "Sell when you know the market well."),
        ("They, you know, vote with their feet.", "They vote with their feet."),
        ("It is a sort of moss that grows on stone.", "It is a sort of moss that grows on stone."),
        ("It sort of works in summer.", "It works in summer."),
    ],
)
def test_only_what_fills_a_pause_is_a_filler(text: str, plain: str) -> None:
    assert tidy(text) == plain
