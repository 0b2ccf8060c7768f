"""Which sentences answer a question: a run of them, in the order of their source."""

from __future__ import annotations

from quizapp.generators import answers
from tests import bees


def test_an_answer_keeps_the_order_of_its_sentences() -> None:
    told = (
        "Every winter the cluster shivers and eats. A healthy hive loses two kilograms a month. "
        "A mild December makes it lose twice as much."
    )
    answer, rest = answers.told_under("A hive is a stove", told, bees.material())
    assert answer == told
    assert rest is None


def test_a_sentence_that_leans_stays_behind_the_one_it_leans_on() -> None:
    told = (
        "Truly remarkable. About a tenth of a hive guards its door. They know each other by smell, "
        "and a stranger that smells of the hive is let in."
    )
    answer, rest = answers.told_under("Guards of a hive", told, bees.material())
    assert answer.startswith("About a tenth of a hive guards its door. They know")
    assert rest == "Truly remarkable."


def test_what_only_rounds_off_is_left_below() -> None:
    told = "Drones leave the hive at noon and gather above the oaks. It is a fine thing."
    answer, rest = answers.led(told, "Where do drones go?")
    assert answer == "Drones leave the hive at noon and gather above the oaks."
    assert rest == "It is a fine thing."


def test_a_why_is_answered_with_the_sentence_that_gives_the_reason() -> None:
    told = (
        "Nurse bees open every cell on the eighth day of a warm spring, and keepers stay away. "
        "A keeper in Leiden once counted four hundred opened cells on a single frame of brood. "
        "The cells are opened because mites smell of the wrong wax."
    )
    answer, _ = answers.led(told, "Why do nurse bees open cells?")
    assert answer.endswith("because mites smell of the wrong wax.")


def test_what_completes_a_sentence_belongs_to_the_answer() -> None:
    told = (
        "Clean water, good forage and quiet stands cannot keep a hive alive in a hard winter. "
        "However, they decide whether it comes back in a year or in ten, and how strong it is then."
    )
    answer, rest = answers.led(told, "Is local care of any use?")
    assert answer == told
    assert rest is None


def test_a_sentence_that_only_says_no_belongs_to_the_one_before_it() -> None:
    told = (
        "In 1901 the keepers of Leiden hoped that a new frame would end the mites in their hives "
        "for good, and they paid a great deal for the frames. It did not. They gave it up."
    )
    answer, _ = answers.led(told, "What did the keepers hope for?")
    assert answer.endswith("for the frames. It did not.")


def test_who_said_so_is_no_part_of_an_answer() -> None:
    answer, rest = answers.led("She says. Bees sleep at night, she says.", "When do bees sleep?")
    assert (answer, rest) == ("Bees sleep at night.", None)


def test_a_written_answer_starts_as_it_was_written_and_reaches_to_its_date() -> None:
    told = (
        "Not for three centuries. A hand loom of 1450 would have been understood in 1750. "
        "In 1785 a frame was driven by water."
    )
    answer, rest = answers.led(told, "When did weaving become fast?")
    assert answer.startswith("Not for three centuries.")
    assert "1785" in answer
    assert rest is None


def test_what_is_asked_for_its_evidence_starts_with_the_study() -> None:
    told = (
        "A swarm weighs its choices rather than following one bee, and so it seldom errs. "
        "In a trial of 1999 swarms chose the best of five boxes four times out of five."
    )
    answer, rest = answers.told_under("Swarms choose well", told, bees.material(), shown=True)
    assert answer.startswith("In a trial of 1999")
    assert rest is not None


def test_what_the_page_says_of_itself_is_no_answer() -> None:
    told = "It was about 6.6 billion tonnes against 4.5."
    for remark in (
        "I made him repeat that one.",
        "This is the section that produced the most mail.",
        "(Some things never change.)",
        "See the discussion at about 41 minutes.",
    ):
        assert answers.led(f"{remark} {told}")[0] == told


def test_a_part_of_something_else_than_the_page_is_content() -> None:
    for told in (
        "This is the part of the brain that turns a day into memories. Damage there erases years.",
        "Some of the most sensitive parts of the ear are hair cells. They die at loud concerts.",
        "I asked my patients to walk ten minutes a day. Two thirds slept an hour longer.",
    ):
        assert answers.led(told)[0] == told


def test_what_raises_something_is_no_host_who_asks() -> None:
    told = "Load it gradually. Heel raises done slowly are the best known treatment."
    assert answers.led(told)[0] == told


def test_an_aside_of_the_teller_leaves_no_comma() -> None:
    told = "The last frame exists, she says, so that a queen has room. Smoke, she says, does both."
    answer, rest = answers.led(told, "Why is there a last frame?")
    assert "exists so that a queen has room" in answer
    assert "Smoke does both." in f"{answer} {rest}"


def test_the_other_half_of_a_comparison_belongs_to_the_answer() -> None:
    text = (
        "Two groups of pupils learned forty words of a language that none of them had heard "
        "before, one by reading a list and one by asking each other. After five minutes the "
        "readers did better, with 83 of a hundred. After a week the order was reversed. The "
        "school was an old one."
    )
    answer, rest = answers.led(text, "What did the trial with the words show?")
    assert "the order was reversed" in answer
    assert rest == "The school was an old one."


def test_what_is_little_longer_than_an_answer_is_not_cut() -> None:
    told = (
        "Scouts look for hollow trees. They measure them by walking. Each comes back and dances. "
        "The livelier the dance is, the more others follow. Nobody dances long for a bad tree."
    )
    assert answers.led(told, "How does a swarm find a home?") == (told, None)


def test_an_answer_that_announces_three_things_reaches_to_the_third() -> None:
    told = (
        "Three things come together when a hive decides that it is time to swarm and to leave. "
        "The combs are so full of brood and of pollen that the queen hardly finds an empty cell. "
        "The old queen gives off less of the scent by which the workers know her every morning. "
        "And the first trees of the year are in bloom. "
        "Keepers who want to keep their bees give them room in March, and they say that it helps."
    )
    answer, rest = answers.led(told, "Why do bees swarm?")
    assert answer.endswith("in bloom.")
    assert rest is not None and rest.startswith("Keepers")


def test_the_reason_comes_first_where_it_is_asked_for() -> None:
    told = (
        "Keepers in the north wrapped their hives in straw until the middle of the last century, "
        "and some of them sank the boxes into the ground. A wrapped hive rots from within because "
        "its bees breathe out a litre of water in every cold week."
    )
    answer, rest = answers.led(told, "Why are hives no longer wrapped?")
    assert answer.startswith("A wrapped hive rots from within because")
    assert rest is not None and rest.startswith("Keepers in the north")


def test_what_is_asked_for_a_yes_or_no_keeps_it() -> None:
    told = "No. Stretches had been laid by the Wari before the year 1000. Others are older still."
    asked = "What does Anneke Vos say to the question “Did the Incas build all of it?”"
    assert answers.led(told, asked)[0].startswith("No. Stretches had been laid by the Wari")


def test_what_a_page_asks_of_its_readers_is_no_answer() -> None:
    told = "Bees see the sun through cloud. Still curious? Send us a voice note before Sunday."
    assert answers.led(told, "How do bees find home?")[0] == "Bees see the sun through cloud."


def test_what_a_heading_stands_for_is_told_up_to_what_came_of_it() -> None:
    """Short sentences set a scene first: the answer takes in all that there is room for."""
    text = (
        "Ida Marsh taught bees in Leiden in 1975 to tell blue cups from green ones. Half of them "
        "found sugar in the blue cups, half in the green ones. The cups changed places every hour "
        "and were washed. After two days nine flights in ten went to the right colour. A cup that "
        "was only shown, without sugar, taught them nothing at all. Whoever wants to try it should "
        "take cups of one size, set them far from the hive, and count for a week."
    )
    answer, rest = answers.told_under("Sugar makes scholars", text, bees.material())
    assert "went to the right colour." in answer
    assert rest is not None and "Whoever wants" in rest


def test_a_last_sentence_without_its_stop_is_kept_and_one_that_is_cut_is_not() -> None:
    """Notes often end without a stop; what a page has cut ends in the middle."""
    assert answers.led("It rose. The loss was 5 percent", "")[0].endswith("5 percent")
    assert answers.led("It came back. Ports had health boards and", "")[0] == "It came back."


def test_a_question_answered_in_a_word_keeps_the_word() -> None:
    told = (
        "Half. In 1889 a keeper in Kent fed sugar to forty hives and all of them came through. "
        "But nobody has counted since."
    )
    answer, _ = answers.told_under("So is sugar enough for a winter?", told, bees.material())
    assert answer.startswith("Half. In 1889")


def test_a_colon_before_small_letters_introduces_no_quotation() -> None:
    told = (
        "A late frost took the cherries of the valley. Two days later the keepers answered: forty "
        "hives were carted to the rape fields below the mill."
    )
    answer, rest = answers.told_under("Carts in the frost", told, bees.material())
    assert answer.endswith("below the mill.")
    assert rest is None


def test_who_said_a_quotation_goes_with_its_comma() -> None:
    told = (
        "Things as large as a fist can be dodged by a ship. "
        '"In between, nothing but luck helps a ship," she said.'
    )
    answer, _ = answers.led(told, "What can a ship dodge?")
    assert answer.endswith('helps a ship."')


def test_whom_the_guest_asks_to_do_something_is_content() -> None:
    told = (
        "The error is to blame character. Vos asks both keepers for three reasons of the loss. "
        "They need not believe them."
    )
    answer, _ = answers.led(told, "What error do keepers make?")
    assert "Vos asks both keepers" in answer


def test_what_a_thing_is_comes_first_though_a_clause_follows_it() -> None:
    told = (
        "A cousin of the honeybee with a short tongue, but its nest holds no wax. "
        "The keeper's guild seems to have named the mason bee."
    )
    answer, _ = answers.led(told, "What is a mason bee?")
    assert answer.startswith("A cousin of the honeybee")


def test_what_a_thing_stands_for_is_told_first() -> None:
    told = (
        "It stands for colony collapse disorder. A colony with CCD loses its workers within a "
        "month and keeps its queen, its brood and its food. Keepers in Ohio counted nine."
    )
    answer, _ = answers.led(told, "What is CCD?")
    assert answer.startswith("It stands for colony collapse disorder.")


def test_a_thing_that_is_only_named_later_in_a_sentence_does_not_open_the_answer() -> None:
    told = (
        "On the heaths of Lower Saxony keepers carried their skeps to the heather each August and "
        "sold the pressed comb by the barrel to bakers in Bremen and Hamburg for a century. "
        "In 1803 a decree of the duke, the Heather Act, took a tenth of it."
    )
    answer, _ = answers.led(told, "What was the heather trade?")
    assert answer.startswith("On the heaths of Lower Saxony")


def test_what_follows_from_a_cause_comes_behind_it() -> None:
    told = (
        "The heat that a cluster loses grows with its surface. A cluster of half the size "
        "therefore eats much more for each bee, because less of it is inside."
    )
    answer, _ = answers.led(told, "Why do small clusters eat more for each bee?")
    assert answer == told


def test_what_turns_against_a_sentence_does_not_open_an_answer() -> None:
    told = (
        "It has been done, for instance with a strain from Gotland that cleans its cells of mites. "
        "But keepers want calm bees that fly early, and queens mate in the air as they like, "
        "because nobody can hold them."
    )
    answer, _ = answers.led(told, "Why not breed a resistant bee?")
    assert answer.startswith("It has been done")
