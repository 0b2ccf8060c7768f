"""What holds of grading typed answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.grading import Grade, Verdict, grade, normalise
from quizapp.grading.quantities import ordinal, quantities, same_value
from tests.conftest import FACTS

RIGHT, PARTLY, WRONG = Grade.CORRECT, Grade.PARTIAL, Grade.INCORRECT

DESCENT = (
    "As a network grows, its test error falls, then rises, and then falls a second time, "
    "which is called double descent."
)
FORGETTING = "Large networks do not forget the rare examples of their training set."
FILTER = "The holes of the filter are too small for the sand, so only salt water runs through."


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("the transformer", "Transformer"),
        ("  OVERFITTING. ", "overfitting"),
        ("“overfitting”", "overfitting"),
        ("Schrodinger", "Schrödinger"),
        ("back propagation", "backpropagation"),
        ("state of the art", "state-of-the-art"),
        ("gpt2", "GPT-2"),
        ("alex net", "AlexNet"),
        ("long short-term memory", "long short-term memory (LSTM)"),
        ("ninety-four", "94"),
        ("2nd", "second"),
        ("Hinton's", "Hinton"),
        ("r and d", "R&D"),
        ("∞", "∞"),
    ],
)
def test_wording_that_says_the_same_is_correct_without_a_word(typed: str, answer: str) -> None:
    assert grade(typed, answer) == Verdict(RIGHT, (), None)


def test_normalising_leaves_what_carries_the_meaning() -> None:
    assert normalise("The café’s State-of-the-Art models don’t cost $1.5 billion!") == tuple(
        "cafe state of art models do not cost 1500000000 dollar".split()
    )
    assert normalise("cant, won't, isnt") == tuple("can not will not is not".split())
    assert normalise("the") == ("the",)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("1,500,000,000", "1.5 billion"),
        ("1.5B parameters", "1.5 billion parameters"),
        ("one and a half billion", "1.5 billion"),
        ("1.54 billion", "1.5 billion"),
        ("61 million", "60,965,224"),
        ("two hundred and six", "206"),
        ("a hundred thousand", "100,000"),
        ("$5M", "5 million dollars"),
        ("twenty per cent", "20%"),
        ("12", "12 years"),
        ("5000 metres", "5 km"),
        ("one year", "12 months"),
        ("about 90 minutes", "1.5 hours"),
    ],
)
def test_an_equal_number_counts_in_any_form(typed: str, answer: str) -> None:
    assert grade(typed, answer, question="About how many?").grade is RIGHT


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("2 billion", "1.5 billion"),
        ("2011", "2012"),
        ("2010", "2012"),
        ("GPT-3", "GPT-2"),
        ("18", "20"),
        ("-5", "5"),
        ("30%", "20%"),
        ("1.5 million", "1.5 billion"),
        ("12 months", "12 years"),
        ("5 miles", "5 km"),
        ("ResNet-101", "ResNet-110"),
        ("60 million parameters", "61 billion parameters"),
    ],
)
def test_another_number_is_never_correct_and_always_named(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is not RIGHT
    assert verdict.note


def test_a_sentence_with_a_number_is_more_than_the_number() -> None:
    assert grade("two", "The two networks are different.").grade is not RIGHT
    assert grade("12", "It was 12 years.").grade is RIGHT


def test_rounding_is_forgiven_only_where_it_is_rounding() -> None:
    def same(one: str, other: str) -> bool:
        return same_value(*quantities(normalise(one)), *quantities(normalise(other)))

    assert same("61 million", "60,965,224")
    assert same("3.14", "3.1416")
    assert same("330", "333")
    assert not same("1.5", "2")
    assert not same("98", "100")
    assert not same("1999", "2000")


def test_ordinals_read_as_people_write_them() -> None:
    assert [ordinal(n) for n in (1, 2, 20, 21, 22, 111)] == (
        "first second twentieth 21st 22nd 111th".split()
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Sutskewer", "Sutskever"),
        ("backpropogation", "backpropagation"),
        ("recieve", "receive"),
        ("reccurent neural netwrok", "recurrent neural network"),
        ("behavior", "behaviour"),
    ],
)
def test_a_slip_of_the_keys_is_correct_and_shows_the_spelling(typed: str, answer: str) -> None:
    assert grade(typed, answer) == Verdict(RIGHT, (), f"spelled “{answer}”")


def test_another_ending_is_no_mistake() -> None:
    assert grade("neural networks", "neural network") == Verdict(RIGHT, (), None)
    assert grade("GPU", "GPUs") == Verdict(RIGHT, (), None)
    assert grade("general", "generalization").grade is not RIGHT


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("casual", "causal"), ("affect", "effect"), ("Hilton", "Hinton"), ("loss", "lost")],
)
def test_another_real_word_is_not_a_misspelling(typed: str, answer: str) -> None:
    assert grade(typed, answer).grade is WRONG


@pytest.mark.parametrize(
    ("typed", "answer", "meant"),
    [
        ("the ripple affect", "ripple effect", "ripple effect"),
        ("side affects", "side effects", "side effects"),
        ("Noise effects the song of thrushes.", "Noise affects the song of thrushes.", "affects"),
        ("the principle dancer of a troupe", "the principal dancer of a troupe", "principal"),
    ],
)
def test_words_that_are_mixed_up_are_a_slip_beside_the_right_ones(
    typed: str, answer: str, meant: str
) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note is not None
    assert meant in verdict.note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("afferent fibres", "efferent fibres"), ("efferent", "afferent")],
)
def test_afferent_is_the_opposite_of_efferent(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is WRONG
    assert verdict.note is not None
    assert verdict.note.startswith("the opposite of")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("unsupervised learning", "supervised learning"),
        ("supervised", "unsupervised"),
        ("decrease", "increase"),
        ("impossible", "possible"),
    ],
)
def test_a_word_that_turns_the_meaning_is_wrong_and_says_so(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is WRONG
    assert verdict.note is not None
    assert verdict.note.startswith("the opposite of")


def test_an_accepted_alias_counts_as_the_answer() -> None:
    assert grade("SGD", "gradient descent").grade is not RIGHT
    assert grade("SGD", "gradient descent", accepted=("SGD",)) == Verdict(RIGHT, (), None)
    assert grade("the opposite", "left", accepted=("right", "opposite")).grade is RIGHT


def test_initials_in_capitals_stand_for_the_term() -> None:
    assert grade("RNNs", "recurrent neural networks").grade is RIGHT
    assert grade("rnx", "recurrent neural networks").grade is WRONG


def test_half_of_a_term_is_partial_with_the_rest_missing() -> None:
    assert grade("network", "neural network") == Verdict(PARTLY, ("neural",), None)
    assert grade("deep neural network", "neural network").grade is RIGHT


def test_two_offers_for_one_term_are_not_an_answer() -> None:
    assert grade("attention or recurrence", "attention").grade is PARTLY


def test_nothing_typed_is_wrong_and_lists_what_was_asked() -> None:
    assert grade(" ?! ", "convolutional network") == Verdict(
        WRONG, ("convolutional", "network"), None
    )


def test_own_words_for_a_sentence_are_correct() -> None:
    own = "The error on the test set drops, goes up and drops again as the network gets bigger"
    verdict = grade(own, DESCENT)
    assert verdict.grade is RIGHT
    assert "double" in verdict.missing
    assert grade("sand is too big for the small holes of the filter", FILTER).grade is RIGHT


def test_a_part_of_a_sentence_is_partial_and_something_else_wrong() -> None:
    some = grade("it is called a descent", DESCENT)
    assert some.grade is PARTLY
    assert {"double", "error"} <= set(some.missing)
    assert grade("because the data was collected in the rain", DESCENT).grade is WRONG


def test_repeating_the_question_earns_little() -> None:
    question = "Why does only salt water run through the filter?"
    assert grade(
        "only salt water runs through the filter", FILTER, question=question
    ).grade is not (RIGHT)
    assert grade("small holes keep the sand back", FILTER, question=question).grade is RIGHT


def test_missing_keywords_of_a_long_answer_are_its_rarest_in_order() -> None:
    missing = grade("network error", DESCENT).missing
    assert len(missing) <= 8
    assert [DESCENT.lower().index(word) for word in missing] == sorted(
        DESCENT.lower().index(word) for word in missing
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Large networks forget the rare examples of their training set.", FORGETTING),
        ("They forget the rare examples of the training set", FORGETTING),
        ("Test error does not fall a second time as a network grows", DESCENT),
        ("sand can't go through because the holes are too small, water wont either", FILTER),
        ("No, the holes of the filter are not too small for the sand", FILTER),
        ("not scalable", "scalable"),
        ("It doesn't.", "It does work."),
        ("works without labels", "works with labels"),
        (
            "A small model can't learn it, a large one can not learn it either.",
            "A small model can't learn it, a large one can learn it either.",
        ),
    ],
)
def test_a_not_too_many_or_too_few_is_never_correct(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is not RIGHT
    assert verdict.note or verdict.grade is WRONG


def test_a_not_that_agrees_is_no_matter() -> None:
    assert grade("They don't forget rare examples", FORGETTING) == Verdict(
        RIGHT, ("large", "networks", "training", "set"), None
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("The two networks are not the same.", "The two networks are different."),
        ("The two networks are different.", "The two networks are not the same."),
        (
            "The network with no hidden layers is linear.",
            "The network with 0 hidden layers is linear.",
        ),
        ("It needs less examples than the others.", "It needs fewer examples than the others."),
        ("The smaller one learns faster than the larger.", "The smaller model learns faster."),
    ],
)
def test_what_says_the_same_the_other_way_round_is_not_pointed_out(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("The two networks are the same.", "The two networks are different."),
        ("The two networks are not different.", "The two networks are different."),
        (
            "The network with no hidden layers is linear.",
            "The network with 3 hidden layers is linear.",
        ),
        ("It needs more examples than the others.", "It needs fewer examples than the others."),
        ("Unsupervised learning needs labels for it.", "Supervised learning needs labels for it."),
        ("It took 1 model to learn this task well.", "It took 12 models to learn this task well."),
    ],
)
def test_what_only_sounds_so_is_pointed_out(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is not RIGHT
    assert verdict.note


SIEVE = "The seeds are too large to pass through the wire of the sieve."
POLES = "If the needle turns, the bar is a magnet; if it does not turn, the bar is plain iron."


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("No, because the data was far too small.", "The training data was far too small for it."),
        ("No it was far too small, the training data", "The training data was far too small."),
        ("It is a magnet if the needle turns or not", "It is a magnet if the needle turns."),
    ],
)
def test_a_no_that_replies_and_what_is_left_open_deny_nothing(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("the seeds cannot pass through the wire of the sieve", SIEVE),
        ("the bar is a magnet if the needle turns", POLES),
        ("Without vibrations there is no sound", "Vibrations make the sound."),
        ("large, and the wire holds them; the seeds never pass, they are too large", SIEVE),
    ],
)
def test_a_not_that_may_well_say_the_same_is_right_and_pointed_out(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note
    assert verdict.note.startswith("check the “")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("The light bulb would not light up.", "The bulb will light."),
        ("the seeds are not large and pass through the wire of the sieve", SIEVE),
        ("the bar is not a magnet if the needle turns", POLES),
        ("The sieve never lets vibrations make the sound", "Vibrations make the sound."),
    ],
)
def test_a_not_that_turns_the_meaning_is_not_called_right(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is PARTLY
    assert verdict.note
    assert verdict.note.startswith("check the “")


@pytest.mark.parametrize(("question", "answer"), FACTS)
def test_no_answer_passes_with_a_not_put_into_it(question: str, answer: str) -> None:
    words = answer.split()
    for place in range(1, len(words)):
        typed = " ".join([*words[:place], "not", *words[place:]])
        verdict = grade(typed, answer, question=question)
        assert verdict.grade is not RIGHT, typed
        assert verdict.note, typed


def test_the_opposite_reply_is_wrong_whatever_follows() -> None:
    answer = "No, the training data was far too small for it."
    assert grade("Yes, the training data was far too small for it", answer).grade is WRONG


def test_an_opposite_is_pointed_out_and_two_of_them_are_the_converse() -> None:
    answer = "The longer the string, the lower the pitch."
    assert grade("the longer the string the higher the pitch", answer) == Verdict(
        PARTLY, ("lower",), "“higher” or “lower”?"
    )
    assert grade("the shorter the string, the higher the pitch", answer).note is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "It raises the water level while it lowers the salt.",
            "The salt is reduced and the water level rises.",
        ),
        ("longer rests reduce injuries", "Increasing the rests lowers injuries."),
        ("a thick coat decreases drag", "It lowers drag and raises the weight of the hull."),
        ("a higher fee reduces waste", "Raising the fee lowers the waste."),
    ],
)
def test_a_word_that_the_answer_has_as_another_is_held_against_none(
    typed: str, answer: str
) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "It raises the salt while it lowers the water level.",
            "The salt is reduced and the water level rises.",
        ),
        ("moths fly late and bees fly early", "Bees fly late in the day, moths fly early."),
        ("Shorter rests reduce injuries", "Longer rests lower injuries."),
        ("Lowering the fee reduces waste", "Raising the fee lowers waste."),
        ("it reduces the weight of the hull", "It lowers drag and raises the weight of the hull."),
        ("a little dog chased a cat", "A big dog chased a small cat."),
    ],
)
def test_a_word_of_another_thing_is_still_a_contrary(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is not RIGHT
    assert verdict.note


def test_another_number_in_a_sentence_is_pointed_out() -> None:
    answer = "The model was trained on 40 gigabytes of text from the web."
    verdict = grade("It was trained on 80 gigabytes of web text", answer)
    assert verdict.grade is PARTLY
    assert verdict.note == "check the number 80"


KILN = (
    "The glaze cracks because the clay below shrinks less than the glass while both cool down. "
    "Potters call this crazing, and it can begin years after the firing. A little more silica in "
    "the recipe stops it, and no pot that has crazed once should hold food."
)
TIDES = "Spring tides come at new moon and at full moon, whereas neap tides come at half moon."
FERRY = "In winter the ferry leaves early, and in summer the ferry leaves late."
LOANS = "Short loans are cheap to get. Long loans are expensive to get, as more can happen."
BRIDGE = "The load on the bridge falls, then rises towards noon, and falls again in the evening."


def test_another_span_of_time_is_pointed_out() -> None:
    verdict = grade("ten metres in an hour", "ten metres in a day")
    assert verdict.grade is not RIGHT
    assert verdict.note == "“hour” or “day”?"
    for typed in ("ten metres a day", "ten metres each day"):
        assert grade(typed, "ten metres in a day").note is None


def test_the_point_of_a_long_answer_is_enough() -> None:
    question = "Why does the glaze of a pot crack?"
    own = grade("as it cools down, the clay shrinks less than the glass", KILN, question=question)
    assert own.grade is RIGHT
    assert "silica" not in own.missing
    assert grade("somebody left it in the kitchen", KILN, question=question).grade is WRONG


def test_a_question_for_two_things_wants_both() -> None:
    question = "Why does the glaze of a pot crack, and what stops it?"
    typed = "as it cools down, the clay shrinks less than the glass"
    assert grade(typed, KILN, question=question).grade is PARTLY
    typed = f"{typed}; a little more silica in the recipe stops the crazing"
    assert grade(typed, KILN, question=question).grade is RIGHT


def test_with_the_point_nothing_that_follows_may_be_denied() -> None:
    question = "Why does the glaze of a pot crack?"
    typed = "the clay shrinks less than the glass as they cool; silica in the recipe never stops it"
    verdict = grade(typed, KILN, question=question)
    assert verdict.grade is PARTLY
    assert verdict.note
    assert verdict.note.startswith("check the “")


def test_a_denial_in_the_point_counts_whatever_stands_behind() -> None:
    answer = (
        "She has seen no evidence that loud hammers harm the bells of a tower. A big bell is "
        "struck some ten million times in a century anyway, and it lasts longer with a felt pad "
        "than without one."
    )
    verdict = grade("loud hammers harm the bells of the tower", answer)
    assert verdict.grade is PARTLY
    assert verdict.note == "check the “no”"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Spring tides come at half moon, neap tides come at new and full moon.", TIDES),
        ("The ferry leaves late in winter and early in summer.", FERRY),
        ("Short loans are expensive and long loans are cheap to get.", LOANS),
        ("long loans are cheap to get", LOANS),
        ("The load rises, falls towards noon, and rises again in the evening.", BRIDGE),
    ],
)
def test_the_right_words_tied_the_wrong_way_round_are_not_right(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is PARTLY
    assert verdict.note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Neap tides come at half moon, spring tides at new moon and full moon.", TIDES),
        ("The ferry leaves late in summer and early in winter.", FERRY),
        ("Long loans are expensive and short ones are cheap to get.", LOANS),
        ("A short loan is cheaper to get than a long one.", LOANS),
        ("The load falls, rises towards noon and falls in the evening again.", BRIDGE),
    ],
)
def test_another_order_of_the_same_is_right_without_a_word(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("They did not sail because winds rose early", "Winds rose early, so they did not sail."),
        (
            "Nobody skates there since the ice is thin in warm springs",
            "In warm springs the ice is thin, so nobody skates there.",
        ),
        (
            "no one rented it since high rents came early",
            "High rents came early, so nobody rented it.",
        ),
        (
            "The cellar never smells, as the thick walls keep it cool",
            "Thick walls keep the cellar cool, so it never smells.",
        ),
        (
            "Wide rivers run slow; narrow ones run fast",
            "Narrow rivers run less slow than wide ones.",
        ),
        ("Narrow rivers are not as slow as wide ones", "Narrow rivers are fast."),
        ("the weak grew strong and the strong weak", "The strong grew weak, the weak strong."),
    ],
)
def test_a_not_turns_nothing_of_another_clause(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is RIGHT
    assert verdict.note is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Wide rivers run less slow than narrow ones", "Wide rivers run slow, narrow ones fast."),
        ("They sailed, because winds do not rise early", "They sailed because winds rise early."),
        (
            "The load rises then falls, and rises then falls",
            "The load falls then rises, and falls then rises.",
        ),
        ("Thick walls do not stay cool in summer", "Thick walls stay cool in summer."),
    ],
)
def test_a_not_still_turns_its_own_clause(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is not RIGHT
    assert verdict.note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("overestimated", "underestimated"),
        ("hypotension", "hypertension"),
        ("endothermic", "exothermic"),
        ("intrastate", "interstate"),
        ("minimized", "maximized"),
    ],
)
def test_another_prefix_is_no_slip_of_the_keys(typed: str, answer: str) -> None:
    assert grade(typed, answer) == Verdict(WRONG, (answer,), f"the opposite of “{answer}”")


def test_a_word_beside_its_contrary_is_no_contradiction() -> None:
    answer = "Covered soil keeps its water for longer."
    typed = "if you cover the soil the water is kept for longer than in uncovered soil"
    assert grade(typed, answer) == Verdict(RIGHT, (), None)
    assert grade("uncovered soil keeps its water for longer", answer).note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("It would not convince anybody in the trade.", "It would convince nobody in the trade."),
        ("Prices barely moved in those years.", "Prices hardly moved in those years."),
        (
            "So that the crews were not tempted to strike.",
            "To remove what tempted crews to strike.",
        ),
        ("The crossing was long and calm.", "The crossing was long and calm, without much wind."),
    ],
)
def test_a_denial_in_other_words_is_no_matter(typed: str, answer: str) -> None:
    assert grade(typed, answer).grade is RIGHT


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("The guild declined to print it", "The guild printed the psalms in one summer."),
        ("The guild printed the psalms", "The guild refused to print the psalms."),
        ("she resigned", "She refused to resign."),
        ("mould grows on bread", "It keeps the bread dry and prevents mould from growing."),
        ("the milk curdles", "A pinch of soda stops the milk from curdling."),
        ("miners carried canaries", "Miners stopped carrying canaries in 1986."),
        ("they avoided the strike", "They failed to avoid the strike."),
        ("Their letters failed to arrive", "Their letters arrived in Hull."),
        ("the abbot forbade chess", "The abbot allowed chess."),
    ],
)
def test_what_was_refused_or_stopped_was_not_done(typed: str, answer: str) -> None:
    verdict = grade(typed, answer)
    assert verdict.grade is not RIGHT
    assert verdict.note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("The soil has iron", "The soil lacks iron."),
        ("It blocks the draught.", "It brings the draught."),
        ("he kept carrying canaries", "He stopped carrying canaries."),
    ],
)
def test_a_thing_that_is_lacking_is_pointed_out(typed: str, answer: str) -> None:
    assert grade(typed, answer).note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("The milk does not curdle", "A pinch of soda stops the milk from curdling."),
        ("soda keeps the milk from curdling", "A pinch of soda stops the milk from curdling."),
        ("The milk was saved from curdling", "A pinch of soda stops the milk from curdling."),
        ("The guild would not print the psalms", "The guild refused to print the psalms."),
        ("the psalms stayed unprinted", "The guild refused to print the psalms."),
        (
            "Miners carried canaries until 1986, then they stopped carrying them",
            "Miners stopped carrying canaries in 1986.",
        ),
        ("he used to carry canaries", "He stopped carrying canaries."),
        ("no miner carries canaries any more", "Miners stopped carrying canaries in 1986."),
        ("the dike stopped the flood", "The flood was stopped by the dike."),
    ],
)
def test_what_was_stopped_in_other_words_is_no_matter(typed: str, answer: str) -> None:
    note = grade(typed, answer).note or ""
    assert not any(word in note for word in ("stop", "refuse"))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "yeasts feed only where there is sugar, and washing takes the sugar away",
            "It stops yeasts from feeding because washing draws the sugar out.",
        ),
        ("so that damp and draughts do not enter", "It prevents damp and draughts from entering."),
        ("he worked no more", "He no longer worked."),
    ],
)
def test_what_comes_to_the_same_as_what_was_stopped_is_right(typed: str, answer: str) -> None:
    assert grade(typed, answer).grade is RIGHT


def test_nobody_behind_its_verb_denies_it() -> None:
    verdict = grade("It would convince everybody.", "It would convince nobody.")
    assert verdict.grade is not RIGHT
    assert verdict.note


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("they wove the cloth at home", "They weave the cloth at home."),
        ("the lake froze from the shore", "The lake freezes from the shore."),
        ("a thinner blade", "a thin blade"),
    ],
)
def test_irregular_forms_are_the_word(typed: str, answer: str) -> None:
    assert grade(typed, answer) == Verdict(RIGHT, (), None)


class TestSeveralBlanks:
    """Answers joined with semicolons."""

    QUESTION = "____ won the contest on ____ in 2012."
    ANSWER = "AlexNet; ImageNet"

    @pytest.mark.parametrize(
        "typed", ["alexnet; imagenet", "AlexNet, ImageNet", "Alexnet and Imagenet"]
    )
    def test_each_blank_is_compared_in_order(self, typed: str) -> None:
        assert grade(typed, self.ANSWER, question=self.QUESTION).grade is RIGHT

    def test_one_right_blank_is_partial(self) -> None:
        verdict = grade("AlexNet; CIFAR", self.ANSWER, question=self.QUESTION)
        assert verdict == Verdict(PARTLY, ("imagenet",), None)
        assert grade("; ImageNet", self.ANSWER, question=self.QUESTION).missing == ("alexnet",)

    def test_the_wrong_order_is_said(self) -> None:
        verdict = grade("ImageNet; AlexNet", self.ANSWER, question=self.QUESTION)
        assert verdict.grade is PARTLY
        assert verdict.note == "the right words in the wrong order"

    def test_aliases_go_with_their_blank(self) -> None:
        accepted = ("the network of Krizhevsky; ILSVRC",)
        verdict = grade("AlexNet; ILSVRC", self.ANSWER, accepted=accepted, question=self.QUESTION)
        assert verdict.grade is RIGHT

    def test_a_semicolon_in_a_sentence_is_no_blank(self) -> None:
        answer = "The loss falls; the model has begun to learn the structure of the data."
        typed = "loss goes down because the model learns the structure of the data"
        assert (
            grade(typed, answer, question="What does it mean when the loss falls?").grade is RIGHT
        )


@pytest.mark.parametrize(
    "typed", ["9" * 5000, "the holes " * 20_000, "1," * 5000, "-" * 5000, "_ " * 5000, "\0;" * 999]
)
def test_what_nobody_would_type_is_only_wrong(typed: str) -> None:
    assert grade(typed, FILTER).grade is not RIGHT
    assert grade(typed, "1.5 billion").grade is WRONG
    assert grade("1.5 billion", typed).grade is not RIGHT


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_any_text_gets_a_verdict(typed: str, answer: str, question: str) -> None:
    verdict = grade(typed, answer, question=question)
    assert verdict.grade in Grade
    assert verdict == grade(typed, answer, question=question)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_the_answer_itself_is_always_correct(answer: str) -> None:
    assert grade(answer, answer).grade is RIGHT


@settings(deadline=None)
@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_numbers_more_than_a_tenth_apart_are_never_correct(one: int, other: int) -> None:
    if abs(one - other) > 0.1 * max(one, other):
        assert grade(f"{one} weights", f"{other} weights").grade is not RIGHT
