"""Short names in full: what an episode calls ``the League`` is a league of its own."""

from __future__ import annotations

from quizapp.material.naming import FullNames

TOLD = (
    "The Reedmark League had no treasury.",
    "Towns of the Reedmark League met in June.",
    "The League lent nothing, and the Bank of Velden lent to all.",
    "The Velden Bank and the Moor Bank closed.",
)


def test_a_short_name_is_told_in_full_where_there_is_one_of_its_kind() -> None:
    names = FullNames.of(TOLD)
    assert names.in_full("Why did the League decline?") == "Why did the Reedmark League decline?"
    assert names.in_full("Why did the Bank close?") == "Why did the Bank close?"
    assert names.in_full("Who led the League of Nations?") == "Who led the League of Nations?"


def test_a_quote_that_calls_a_thing_by_its_last_word_stands_under_its_whole_name() -> None:
    names = FullNames.of(TOLD)
    assert names.short_in("Nobody ever dissolved the League.") == "Reedmark League"
    assert names.short_in("The Reedmark League had no treasury.") is None
    assert names.short_in("The Bank closed.") is None


def test_a_name_is_not_told_where_the_answer_would_stand_in_it() -> None:
    names = FullNames.of(TOLD)
    assert names.in_full("Which fair made the League rich?", "Reedmark") == (
        "Which fair made the League rich?"
    )
    said = "Ada Brook: “Nobody ever joined the League.”"
    assert names.in_full(said) == said


PEOPLE = (
    "Kenny Clarke moved the pulse to the cymbal. Clarke's bombs came later.",
    "Mary Poole wrote of it, and Poole was right.",
    "Ada Poole did not.",
    "In Harlem Brook told it in another way. Dora says so too.",
)


def test_somebody_who_is_named_by_the_last_name_alone_is_named_in_full() -> None:
    names = FullNames.of(PEOPLE, ("Dora Brook",))
    assert names.in_full("What did Clarke move to the cymbal?", "The pulse.") == (
        "What did Kenny Clarke move to the cymbal?"
    )
    assert names.in_full("What did Dora find, and Clarke's drummers too?", "It.") == (
        "What did Dora Brook find, and Kenny Clarke's drummers too?"
    )


def test_a_name_of_three_words_is_told_whole_and_a_trade_before_it_is_none() -> None:
    texts = (
        "Lewis Fry Richardson drove an ambulance. Richardson counted by hand.",
        "Historian Livia March wrote it down. Livia March is tired. March says so.",
        "In 1806 Tudor sent ice to the south. Frederic Tudor was in debt.",
    )
    names = FullNames.of(texts)
    assert names.in_full("What did Richardson drive?", "An ambulance.") == (
        "What did Lewis Fry Richardson drive?"
    )
    assert "Historian Livia March" not in names.people.values()
    assert names.in_full("What did Tudor send in 1806?", "In 1806 Tudor sent ice.") == (
        "What did Frederic Tudor send in 1806?"
    )


def test_nobody_is_named_in_full_where_two_have_the_name_or_the_answer_has_it() -> None:
    names = FullNames.of(PEOPLE, ("Dora Brook",))
    for asked in (
        "What did Poole write?",
        "What did Kenny Clarke move?",
        "Who lives in Clarke Street?",
        "What is the Ortt-Clarke valve?",
    ):
        assert names.in_full(asked, "Nothing.") == asked
    assert names.in_full("Who was Clarke?", "Kenny") == "Who was Clarke?"


def test_one_of_several_last_names_stays_as_it_is() -> None:
    names = FullNames.of(PEOPLE)
    asked = "What did Lowe, Brand and Clarke find in the hive?"
    assert names.in_full(asked, "Nothing.") == asked


def test_what_bears_a_name_keeps_it_short() -> None:
    names = FullNames.of((*PEOPLE, "Norse Skarland was cold. Skarland lay far off."))
    for asked in (
        "What does Clarke's law say?",
        "What did the Clarke brothers build?",
        "Why did the Norse leave Skarland?",
    ):
        assert names.in_full(asked, "Nothing.") == asked


def test_no_place_term_or_namesake_is_made_a_person() -> None:
    texts = (
        "Medieval Venice grew rich. In Venice the doge ruled, and Venice traded.",
        "Alan Turing built it. Turing wrote of it in 1936, and a Turing machine is simple.",
        "Emma Darwin wrote letters. Emma married in 1839. Charles Darwin wrote, too.",
        "Water is scarce in Jordan. Jordan buys water.",
    )
    names = FullNames.of(texts, ("Emma Whitfield", "Jordan Hale"))
    for asked in (
        "When did Venice join Italy?",
        "What does a Turing machine do?",
        "When did Emma marry?",
        "What did Darwin write?",
        "How scarce is water in Jordan?",
        "How does sleep help against Turing's?",
    ):
        assert names.in_full(asked, "Nothing.") == asked
    assert names.in_full("What did Turing write of?", "It.") == "What did Alan Turing write of?"


def test_what_is_one_of_its_kind_needs_no_more_of_a_name() -> None:
    names = FullNames.of(("The Equal Earth map is new.", "Schools buy the Equal Earth."))
    asked = "Why does nobody say that the Earth is a ball?"
    assert names.in_full(asked) == asked


def test_a_thing_of_many_is_nobodys_last_name() -> None:
    names = FullNames.of(("Google Maps grew. Google Maps says so. Old maps lie.",), ())
    assert names.in_full("Maps: Who drew it first?") == "Maps: Who drew it first?"
