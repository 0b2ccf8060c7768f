"""What a card may ask and say: slogans, orders, questions of quick rounds, answers in pieces."""

from __future__ import annotations

from dataclasses import replace

import bees
import pytest

from quizapp import distractors, language, turning
from quizapp.blanks import Blank, blanks
from quizapp.generators import addressing, answers, cloze, quotes, recall
from quizapp.generators.drafting import MODEST
from quizapp.generators.headings import frames
from quizapp.generators.interviewing import asked
from quizapp.generators.whys import why
from quizapp.language import Phrase
from quizapp.material.naming import FullNames
from quizapp.material.statement import Statement
from quizapp.model import Section, SectionKind
from quizapp.sentences import arguments, leaning, titles
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import tidy
from quizapp.sentences.pronouns import in_third_person, is_in_own_words
from quizapp.sentences.rewriting import standalone, unlabelled

TEXT = "Smoke makes the workers fill up on honey. Heavy bees seldom sting."


def _insight(heading: str, text: str = TEXT) -> Section:
    return Section(SectionKind.INSIGHT, heading, text, bees.PATH, 1, 2)


@pytest.mark.parametrize(
    ("heading", "prompt"),
    [
        ("Never open a hive in the rain", "Why does Anneke Vos advise people not to open"),
        ("Write the weather down", "Why does Anneke Vos advise people to write the weather down?"),
        ("What Langstroth built", "What did Langstroth build, according to Anneke Vos"),
        ("What the scouts found", "What did the scouts find, according to Anneke Vos"),
        ("Kept in straw", "What is meant by “Kept in straw” in Anneke Vos"),
        ("Do not run from a swarm", "Why does Anneke Vos advise people not to run from a swarm"),
        ("Open it in the sun", "What is meant by “Open it in the sun” in Anneke Vos"),
        ("The plague came centuries ago", "Why does Anneke Vos say that the plague came"),
        ("Scouts Argue", "What does Anneke Vos mean by saying that scouts argue?"),
        ("Honey, walked around", "What is meant by “Honey, walked around” in Anneke"),
        ("Lids open, nobody home", "What is meant by “Lids open, nobody home” in Anneke"),
        ("A warning decades early", "What is meant by “A warning decades early” in Anneke"),
        (
            "Start at the smoker",
            "What is meant by “Start at the smoker” in Anneke Vos's interview?",
        ),
        ("Smoke calms workers", "How does smoke calm workers?"),
        (
            "There is a difference between drones and queens",
            "What is the difference between drones and queens, according to",
        ),
        (
            "Feeding is worth it, but be honest about the sugar",
            "Why does Anneke Vos say that feeding is worth it?",
        ),
        ("Genetics matters", "Why does genetics matter, according to Anneke Vos"),
        (
            "Drifting is possible but needs calm air",
            "Why does Anneke Vos say that drifting is possible but needs calm air?",
        ),
        ("A hive loses everything it has", "Why does Anneke Vos say that a hive loses"),
        ("The role of smoke", "What is the role of smoke, according to Anneke Vos's interview?"),
        (
            "Feeding what is weak",
            "What is meant by “Feeding what is weak” in Anneke Vos's interview?",
        ),
    ],
)
def test_a_heading_is_asked_as_what_it_is(heading: str, prompt: str) -> None:
    section = _insight(heading)
    first = next(iter(frames(heading, section, bees.material(section))), "")
    assert first.startswith(prompt)


def test_a_short_claim_with_its_reason_is_asked_for_the_reason() -> None:
    section = _insight("The smoker succeeded because it smells of fire")
    made = [c for n in recall.notes(bees.material(section)) for c in n.cards]
    (card,) = [c for c in made if c.prompt.startswith("Why did the smoker succeed")]
    assert card.answer == "Because it smells of fire."


@pytest.mark.parametrize(
    ("question", "prompt"),
    [
        ("What would she change first?", "What would Anneke Vos change first?"),
        ("Pim from Leiden asks: How old does a queen get?", "How old does a queen get?"),
        (
            "Can I keep bees on a roof?",
            "What does Anneke Vos say about whether people can keep bees",
        ),
        ("How long does it keep?", "Hive: How long does it keep?"),
        ("Best season?", None),
    ],
)
def test_a_question_says_who_and_what_is_meant_or_is_not_asked(
    question: str, prompt: str | None
) -> None:
    made = asked(question, bees.material(), "It depends on the year.")
    assert (made is None) == (prompt is None)
    if made is not None and prompt is not None:
        assert made.prompt.startswith(prompt)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hardly, because the frames stay shut for most of the year.",
        "The town does, out of what it saves on sprays.",
        "About seven thousand have a name in some language.",
    ],
)
def test_what_only_its_question_completes_does_not_stand_alone(sentence: str) -> None:
    assert leaning.opens_leaning(sentence)


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Cool fires: a low flame in March removes the needles.",
         "A low flame in March removes the needles."),
        ("Fact: A feather falls as fast as a hammer.", "A feather falls as fast as a hammer."),
        ("Bees know it: the hive decides.", "Bees know it: the hive decides."),
    ],
)  # fmt: skip
def test_a_label_is_left_out_of_a_statement(sentence: str, plain: str) -> None:
    assert unlabelled(sentence) == plain


def test_a_myth_is_no_statement() -> None:
    section = _insight("Stings", "Myth: Bees attack whatever is red. Fact: Bees cannot see red.")
    told = [s.text for s in bees.material(section).statements if s.section is section]
    assert not [t for t in told if "attack" in t]


@pytest.mark.parametrize("quote", ["Until Monday.", "Is there a bee that you do not like at all?"])
def test_a_call_or_a_question_is_no_quotation(quote: str) -> None:
    section = Section(SectionKind.QUOTE, None, quote, bees.PATH, 1, 1, "Anneke Vos")
    made = [c for n in quotes.notes(bees.material(section)) for c in n.cards]
    assert not [c for c in made if quote.split()[0] in c.prompt]


def test_adjectives_alone_are_no_blank() -> None:
    text = "Deep winter clusters outlive shallow summer clusters in every cold spring."
    section = _insight("Winter clusters", text)
    statement = Statement(text, section, (), 0)
    found = [b.text for b in blanks(statement, bees.material(section))]
    assert "Deep winter" not in found
    assert "Deep" not in found


@pytest.mark.parametrize(
    ("question", "prompt"),
    [
        ("Can you explain how smoke calms bees?", "How does smoke calm bees?"),
        ("Could you explain what a scout is and how you use one?", "What is a scout?"),
        ("Do you agree with the farmers who blame the mites?",
         "What does Anneke Vos say about the farmers who blame the mites?"),
        ("What is so unusual about its dance?",
         "Hive: What is so unusual about its dance?"),
        ("How much of the loss do you blame on mites?",
         "How much of the loss does Anneke Vos blame on mites?"),
    ],
)  # fmt: skip
def test_an_indirect_question_is_asked_directly_and_of_whom_it_is_asked(
    question: str, prompt: str
) -> None:
    made = asked(question, bees.material(), "It takes less than people think.")
    assert made is not None
    assert made.prompt == prompt


def test_his_and_her_are_the_guests_only_where_nobody_else_can_be_meant() -> None:
    names = replace(bees.material().names, pronoun="she")
    told = "Her laws lasted for a decade and shaped the trade in honey."
    assert standalone(told, names, "Maria Theresa freed the beekeepers.", None) is None
    assert standalone(told, names, None, "Maria Theresa and the bees") is None
    made = standalone(told, names, "Vos wrote the rules of the guild.", "The rules of the guild")
    assert made == "Anneke Vos's laws lasted for a decade and shaped the trade in honey."
    assert standalone(f"His {told[4:]}", names, "Vos wrote them.", None) is None


@pytest.mark.parametrize(
    ("text", "prompt", "options"),
    [
        ("146", "Corinth was taken in ____ BC.", ["134", "155", "119", "164"]),
        ("500 million", "A mammal has about ____ neurons.",
         ["1 billion", "250 million", "2.5 billion", "100 million"]),
    ],
)  # fmt: skip
def test_other_numbers_are_written_as_people_write_them(
    text: str, prompt: str, options: list[str]
) -> None:
    made = distractors.for_number(text, prompt)
    assert len(made) == distractors.WANTED
    assert set(made) <= set(options)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lipid shells protect the message and were tested for later use in people.",
        "Farmers burn the straw in order to improve next year's yield of barley.",
        "Cicero rose to the consulship as a new man from a small town.",
    ],
)
def test_what_no_opposite_fits_is_not_turned(sentence: str) -> None:
    section = _insight("A claim", sentence)
    statement = Statement(sentence, section, (), 0)
    assert turning.false_form(statement, bees.material(section)) is None


def test_numbers_of_footnotes_are_no_part_of_a_sentence() -> None:
    assert tidy("Policies cannot be copied without adaptation 5 6.").endswith("adaptation.")
    assert tidy("The jury voted on the bill of March 5.").endswith("March 5.")


@pytest.mark.parametrize(
    ("sentence", "away"),
    [
        ("In 1998 the city reduced its smallest lot.", True),
        ("In 1998 Houston said that the city would reduce its smallest lot.", False),
        ("The term, coined by a builder, refers to houses in a row.", True),
        ("When the ice goes, that pull weakens and the land springs up.", True),
        ("When the ice goes, the land springs up so that the sea falls.", False),
    ],
)
def test_what_only_another_sentence_names_points_away(sentence: str, away: bool) -> None:
    assert leaning.points_away(sentence) is away


def test_what_i_do_is_told_of_the_guest() -> None:
    names = bees.material().names
    told = in_third_person("What I find useful is the smoker.", names)
    assert told == "What Anneke Vos finds useful is the smoker."
    ruled = "In his time Charles I kept bees."
    assert in_third_person(ruled, names) == ruled


def test_what_is_said_of_oneself_more_than_once_stays_as_it_was_said() -> None:
    """``Halm found that Halm trusted it more than how Halm felt`` is nobody's English."""
    unknown = replace(bees.material().names, pronoun=None)
    told = "I wore one for a year and then I stopped."
    assert is_in_own_words(told, unknown)
    assert not is_in_own_words(told, replace(unknown, pronoun="she"))
    assert not is_in_own_words("Barely. I sell twelve jars a year.", unknown)
    assert is_in_own_words("I've never been stung.", unknown)
    assert not is_in_own_words("World War I took the men, and Type I hives stood cold.", unknown)
    assert not is_in_own_words("The queen said “I and my hive”, no more.", unknown)


def test_what_the_guest_would_choose_is_asked_of_the_guest() -> None:
    question = "If you had to choose only one hive, which would it be?"
    answer = "The long one. You can look after it without lifting anything."
    assert not addressing.is_of_anybody(question, answer)
    assert addressing.is_of_anybody("How do you lift a hive?", "You bend your knees.")


def test_a_quotation_in_a_paragraph_is_no_part_of_the_answer() -> None:
    told = (
        "Vos explains how smoke works on a hive, and warns of too much: A calm hive is a fed hive."
    )
    quote = Section(
        SectionKind.QUOTE, None, "A calm hive is a fed hive.", bees.PATH, 1, 1, "Anneke Vos"
    )
    section = _insight("Smoke and hunger", told)
    made = [c for n in recall.notes(bees.material(section, quote)) for c in n.cards]
    answers = [c.answer for c in made if "smoke" in c.prompt.lower()]
    assert answers
    assert not [a for a in answers if "fed hive" in a]


def test_an_it_after_two_clauses_is_not_taken_for_the_first_subject() -> None:
    before = "The river marked the border, and crossing it was an act of war."
    names = bees.material().names
    assert standalone("It triggered a war that lasted for years.", names, before, None) is None


def test_a_question_that_says_little_keeps_the_sentence_before_it() -> None:
    made = asked("You kept hives in Leiden. What did you learn?", bees.material(), "Patience.")
    assert made is not None
    assert made.prompt == "Anneke Vos kept hives in Leiden. What did Vos learn?"


def test_the_pronoun_of_the_guest_is_what_the_pages_say() -> None:
    episode = bees.material().episode
    told = (
        "Vos argues that Karl and his pupils were right.",
        "Vos counted the dances of 1998. She recalls that the summer was dry.",
    )
    for text, pronoun in zip(told, (None, "she"), strict=True):
        section = Section(SectionKind.SUMMARY, None, text, bees.PATH, 1, 1)
        assert Names.of(replace(episode, sections=(section,))).pronoun == pronoun


@pytest.mark.parametrize(
    ("sentence", "false"),
    [
        ("The flow of ash can exceed 100 kilometres an hour.", {"200", "500"}),
        ("A vaccine may hold up to 34 fragments of the tumour.", {"17", "7"}),
    ],
)
def test_a_bound_is_moved_to_where_it_is_false(sentence: str, false: set[str]) -> None:
    section = _insight("Ash and vaccines", sentence)
    made = turning.false_form(Statement(sentence, section, (), 0), bees.material(section))
    if made is not None:
        assert any(f" {number} " in made.false for number in false)


def test_what_is_quoted_stays_as_it_was_said() -> None:
    told = in_third_person(
        "I tell them “if it rains, then I stay” each week.", bees.material().names
    )
    assert told == "Anneke Vos tells them “if it rains, then I stay” each week."


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("About 23,000 people died when the mud arrived at night.", False),
        ("About 23,000 people died when the mud reached Armero.", True),
    ],
)
def test_a_sentence_below_a_name_says_whom_it_is_about(text: str, stands: bool) -> None:
    section = _insight("The mud of Armero", text)
    told = [s.text for s in bees.material(section).statements if s.section is section]
    assert (text in told) is stands


def test_a_percentage_that_stands_by_itself_is_asked() -> None:
    text = "About 30% of the colonies in the northern apiaries were lost to mites that winter."
    section = _insight("Losses to mites", text)
    statement = Statement(text, section, (), 0)
    assert "30%" in [b.text for b in blanks(statement, bees.material(section))]


def test_all_of_it_is_no_figure_to_ask_for() -> None:
    text = "About 100% of the colonies in the northern apiaries were lost to mites that winter."
    section = _insight("Losses to mites", text)
    found = [b.text for b in blanks(Statement(text, section, (), 0), bees.material(section))]
    assert "100%" not in found


def test_what_is_asked_for_comes_first_whoever_it_belongs_to() -> None:
    told = "She kept twelve hives in Leiden. Her first doubt was whether smoke does any good."
    answer, _ = answers.led(told, "When Anneke Vos began, what was her first doubt?")
    asked_for, _ = answers.led(told, "When Anneke Vos began, what was her doubt about smoke?")
    assert "first doubt" in answer
    assert asked_for.startswith("Her first doubt was")


def test_what_i_always_do_is_told_of_the_guest_with_its_verb() -> None:
    told = in_third_person("I always ask for the date.", bees.material().names)
    assert told == "Anneke Vos always asks for the date."


@pytest.mark.parametrize(
    ("question", "prompt"),
    [
        (
            "Why does Dr. Vos keep her hives low?",
            "Why does Dr. Vos keep her hives low?",
        ),
        (
            "Did the mites spread by rail?",
            "What does Anneke Vos say to the question “Did the mites spread by rail?”",
        ),
        (
            "Don't smokers harm the brood?",
            "What does Anneke Vos say to the question “Don't smokers harm the brood?”",
        ),
        (
            "Is it true that drones never sting?",
            "What does Anneke Vos say about whether drones never sting?",
        ),
        ("How do I know that I am feeding enough?", "How does one know that one is feeding"),
        (
            "Is a keeper's own queen cheaper to raise?",
            "What does Anneke Vos say about whether a keeper's own queen is cheaper to raise?",
        ),
        (
            "Are limits such as “ten hives a village” a trick?",
            "What does Anneke Vos say to the question “Are limits such as",
        ),
        (
            "Was the idea of a moving frame new?",
            "What does Anneke Vos say about whether the idea of a moving frame was new?",
        ),
        (
            "Is a second-hand hive worth buying?",
            "What does Anneke Vos say about whether a second-hand hive is worth buying?",
        ),
    ],
)
def test_a_question_keeps_its_words_where_others_would_be_no_english(
    question: str, prompt: str
) -> None:
    made = asked(question, bees.material())
    assert made is not None
    assert made.prompt.startswith(prompt)


@pytest.mark.parametrize(
    ("heading", "text", "prompt"),
    [
        (
            "Brood shrinks with the cold",
            "It shrinks by about 4 percent a week from October on.",
            "How fast does brood shrink with the cold, according to Anneke Vos's interview?",
        ),
        (
            "Enough honey",
            "About twelve kilograms, in combs that are closed, carry a hive to March.",
            "How much honey is enough, according to Anneke Vos's interview?",
        ),
        (
            "A mistake taken for a rule",
            "Keepers cut drone cells for a hundred years.",
            "What is meant by “A mistake taken for a rule” in Anneke Vos's interview?",
        ),
    ],
)
def test_a_heading_of_a_rate_a_measure_or_a_participle_is_asked_as_such(
    heading: str, text: str, prompt: str
) -> None:
    section = _insight(heading, text)
    assert next(iter(frames(heading, section, bees.material(section))), "") == prompt


def test_what_only_another_sentence_names_is_no_statement() -> None:
    text = "Mites came by rail. The instruction lowers losses in apiaries of the north."
    section = _insight("Mites of the north", text)
    told = [s.text for s in bees.material(section).statements if s.section is section]
    assert not any(t.startswith("The instruction") for t in told)


@pytest.mark.parametrize(
    "heading", ["Others copied it", "And it is slow", "Langstroth has nothing to do with it"]
)
def test_a_claim_that_takes_up_another_is_not_asked(heading: str) -> None:
    section = _insight(heading, "Smoke made the workers fill up on honey in 1851.")
    assert list(frames(heading, section, bees.material(section))) == []


def test_an_event_without_a_reason_is_asked_for_what_went_with_it() -> None:
    section = _insight("Drones were expelled", "The workers dragged them out in September 1851.")
    first = next(iter(frames("Drones were expelled", section, bees.material(section))))
    assert first.startswith("What happened when drones were expelled, according to")


def test_a_figure_that_heads_what_it_measures_is_asked_for() -> None:
    section = _insight("4 to 72 hours", "How long a swarm waits on a branch")
    prompts = [(c.prompt, c.answer) for n in recall.notes(bees.material(section)) for c in n.cards]
    assert (
        "What figure does Anneke Vos's interview give for how long a swarm waits on a branch?",
        "4 to 72 hours.",
    ) in prompts


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("3 tips for smoke", "Keep the smoker cool and dark"),
        ("20 minutes", "Walk after every inspection"),
        ("5 whys", "A way to find the root of a swarm"),
        ("3D frames", "How long it takes to build one"),
        ("4 to 72 hours", "How long it waits on a branch"),
    ],
)
def test_what_only_begins_with_a_digit_is_no_figure(heading: str, text: str) -> None:
    section = _insight(heading, text)
    prompts = [c.prompt for n in recall.notes(bees.material(section)) for c in n.cards]
    assert not any("What figure" in prompt for prompt in prompts)


def test_a_term_whose_text_says_what_it_does_is_told_with_its_subject() -> None:
    told = "Leaves out the drones and the queen, since they jump about and hide the trend."
    section = _insight("Core selection", told)
    answers = [c.answer for n in recall.notes(bees.material(section)) for c in n.cards]
    assert f"It l{told[1:]}" in answers


@pytest.mark.parametrize(
    ("question", "prompt"),
    [
        ("Nobody rang?", None),
        ("Galileo thought it was one?", None),
        ("Will smaller hives solve this?", None),
        ("When a swarm leaves the hive what do the scouts do?", "what do the scouts do?"),
        ("Are we getting worse at finding our way?", "worse at finding their way"),
        ("So when you see them spray the frames with a hose?", None),
        ("If the queen is lost, what do the bees do?", "what do the bees do?"),
        ("My son says “fis” and gets cross when I say it. Why?", "to the question “My son says"),
        (
            "Was the tallest tower in the world ever a hive?",
            "the tallest tower in the world was ever",
        ),
    ],
)
def test_a_follow_up_is_not_asked_and_somebodys_own_case_is_quoted(
    question: str, prompt: str | None
) -> None:
    made = asked(question, bees.material(), "Because bees hear better than they hum.")
    if prompt is None:
        assert made is None
    else:
        assert made is not None
        assert prompt in made.prompt


@pytest.mark.parametrize(
    ("heading", "text", "prompt"),
    [
        (
            "How to cool a hive",
            "Workers fan the entrance and carry water to the comb.",
            "How can one cool a hive, according to Anneke Vos's interview?",
        ),
        (
            "What she'd tell a beginner",
            "Buy two hives, and read one book, Vos says.",
            "What would Anneke Vos tell a beginner?",
        ),
        (
            "Who gets fed",
            "Half of the brood is fed by nurses that are a week old.",
            "Who gets fed, according to Anneke Vos's interview?",
        ),
        (
            "Advice to a young keeper",
            "Listen at the wood in winter, for a dead hive is silent.",
            "What advice does Anneke Vos give to a young keeper?",
        ),
        (
            "A house with ears",
            "In 1989 Karl Lind put a microphone into each comb and heard the queen.",
            "What is meant by “A house with ears” in Anneke Vos's interview?",
        ),
        (
            "The zero moment",
            "Karl Lind wrote of it in 1970. It is the point at which the swarm takes off.",
            "What is the zero moment, according to Anneke Vos's interview?",
        ),
        (
            "Do bees see colour",
            "They see blue and green, and what we cannot.",
            "What does Anneke Vos say about whether bees see colour?",
        ),
    ],
)
def test_a_heading_becomes_the_question_that_its_form_stands_for(
    heading: str, text: str, prompt: str
) -> None:
    section = _insight(heading, text)
    assert next(iter(frames(heading, section, bees.material(section))), "") == prompt


def test_whom_somebody_else_taught_is_the_guest_where_that_is_sure() -> None:
    she = replace(bees.material().names, pronoun="she")
    brook = "What did Peter Brook teach her?"
    told = "That a hive is enough. She saw it at nine."
    assert addressing.of_the_guest(brook, she, "bees", told) == (
        "What did Peter Brook teach Anneke Vos?"
    )
    for question, answer, names in (
        (brook, "That a hive is enough.", she),
        (brook, told, replace(she, pronoun="he")),
        ("What did Darwin's father tell her?", told, she),
        ("What did Emma's music teach him?", told, she),
    ):
        assert "Vos" not in (addressing.of_the_guest(question, names, "bees", answer) or "")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("How he dies", "Darwin died of a weak heart in April 1882, with Emma at his side."),
        ("What they would never eat", "The villagers of Brand would never eat the queen."),
        ("What she hid", "Emma Lind hid the letter behind a comb for thirty years."),
    ],
)
def test_somebody_in_a_heading_is_not_the_guest_where_the_text_tells_of_another(
    heading: str, text: str
) -> None:
    section = _insight(heading, text)
    asked_for = next(iter(frames(heading, section, bees.material(section))), "")
    for wrong in ("How does Anneke Vos die", "would Anneke Vos", "What did Anneke Vos hide"):
        assert wrong not in asked_for


def test_she_in_a_question_is_the_guest_only_where_the_answer_opens_with_her() -> None:
    she = replace(bees.material().names, pronoun="she")
    asked_of = "Why did she move her hives around?"
    other = "Most hives stood on rented ground. Vos replies that nobody was driven out."
    assert addressing.of_the_guest(asked_of, she, "bees", other) is None
    own = "She moves them after the flowers. Most hives stand on rented ground."
    told = addressing.of_the_guest(asked_of, she, "bees", own)
    assert told is not None and told.startswith("Why did Anneke Vos move ")


def test_you_in_a_question_that_is_answered_by_you_is_anybody() -> None:
    answer = (
        "Most people hide how many hives they have. If the count is open for me, it is open for "
        "you as well."
    )
    found = asked("How should you talk about your hives?", bees.material(), answer)
    assert found is not None and "Vos" not in found.prompt


def test_she_below_somebody_else_is_not_the_guest() -> None:
    names = replace(bees.material().names, pronoun="she")
    before = "Her daughter Emma kept the hives through the war."
    after = "She then took in pupils from outside the family, and so the craft spread."
    assert standalone(after, names, before) is None


def test_two_names_that_only_meet_are_not_one_person() -> None:
    told = (
        "At Oude Leiden Emma opened a house of bees. Emma kept it for years. "
        "Emma wrote that the bees of Oude Leiden were mild."
    )
    full = FullNames.of([told])
    assert full.in_full("Emma gave every keeper a number.") == "Emma gave every keeper a number."


def test_what_comes_after_a_second_verb_is_no_circumstance_of_the_first() -> None:
    told = "Huber won the hives back in 1805 and died months later after a fall on the stairs."
    assert not any("fall" in found.question for found in arguments.asked(told))


def test_how_do_you_is_anybody_where_the_answer_tells_of_somebody_else() -> None:
    answer = (
        "Huber's answer in Geneva was to hang every comb in a frame of its own. The frames were "
        "hinged like a book, and his servant turned them."
    )
    found = asked("How do you look into a hive that is closed all year?", bees.material(), answer)
    assert found is not None and "Vos" not in found.prompt


@pytest.mark.parametrize(
    "text", ["Yes, and it is most of the work in a garden.", "And so it goes on all the year."]
)
def test_a_quotation_that_answers_is_not_asked(text: str) -> None:
    quote = Section(SectionKind.QUOTE, None, text, bees.PATH, 1, 2, speaker="Anneke Vos")
    kinds = {card.kind for note in quotes.notes(bees.material(quote)) for card in note.cards}
    assert "finish_quote" not in {str(kind) for kind in kinds}


def test_a_heading_that_names_something_by_what_somebody_did_claims_nothing() -> None:
    assert not titles.is_clause("The night Toscanini stopped")
    assert not titles.is_claim("The night Toscanini stopped")
    assert titles.is_clause("The king lost his head")


def test_two_names_side_by_side_are_no_blank_where_one_of_them_acts() -> None:
    text = "In the preface to Alceste Gluck wrote that he aimed for a beautiful simplicity."
    section = Section(SectionKind.IDEA, "Reform", text, bees.PATH, 1, 1)
    found = blanks(Statement(text, section, (), 0), bees.material())
    assert "Alceste Gluck" not in [blank.text for blank in found]


@pytest.mark.parametrize(
    "heading",
    ["Look for the second queen", "Slow down to ten hives a day", "Watch several signs together"],
)
def test_advice_with_a_verb_that_may_be_a_noun_is_asked_as_advice(heading: str) -> None:
    section = _insight(heading, "A hive that has two queens is calm until the summer comes.")
    prompt = next(iter(frames(heading, section, bees.material(section))), "")
    assert prompt.startswith("Why does Anneke Vos advise people to ")


@pytest.mark.parametrize("heading", ["Water on fire", "Light falls on water", "Test results"])
def test_a_name_is_no_advice(heading: str) -> None:
    assert not titles.is_order(heading.split())


def test_a_reason_that_is_denied_is_not_asked_for() -> None:
    text = "Hives seldom die because of a single mistake of their keeper."
    section = Section(SectionKind.IDEA, "Loss", text, bees.PATH, 1, 1)
    assert why(Statement(text, section, (), 0), bees.material()) is None


def test_the_question_that_a_text_opens_with_is_asked() -> None:
    text = (
        "Why is the dance of a scout longer for some trees? The better a hollow is, the more runs "
        "she dances, and the more of the others follow her to it."
    )
    section = _insight("Strong on the left", text)
    cards = [c for note in recall.notes(bees.material(section)) for c in note.cards]
    assert [c.prompt for c in cards] == ["Why is the dance of a scout longer for some trees?"]
    assert cards[0].answer.startswith("The better a hollow is")


def test_a_heading_whose_it_another_one_names_is_not_asked() -> None:
    section = _insight("The past shows that it can happen", "In 1906 all hives of the isle died.")
    assert not list(frames("The past shows that it can happen", section, bees.material(section)))


def test_what_can_be_so_is_not_turned() -> None:
    assert (
        turning.false_form(
            Statement(
                "A calm hive can be more dangerous than an angry one in a cold spring.",
                _insight("Calm", "A calm hive can be more dangerous than an angry one."),
                (),
                0,
            ),
            bees.material(),
        )
        is None
    )


def test_a_week_that_somebody_nearly_ran_is_no_claim() -> None:
    assert not titles.is_clause("The week Justinian nearly ran")
    assert not titles.is_claim("The week Justinian nearly ran")


def test_he_in_a_question_below_one_about_somebody_else_is_not_the_guest() -> None:
    first = Section(
        SectionKind.QA,
        "How did Jan Swammerdam find the queen?",
        "He cut one open in 1668 and saw the eggs.",
        bees.PATH,
        1,
        2,
    )
    second = Section(
        SectionKind.QA,
        "How long did she work on a hive?",
        "She worked on one for two months.",
        bees.PATH,
        3,
        4,
    )
    made = asked(second.heading or "", bees.material(first, second), second.text)
    assert made is None or "Vos" not in made.prompt
    alone = asked(second.heading or "", bees.material(second), second.text)
    assert alone is not None and "Anneke Vos" in alone.prompt


def test_what_a_host_asks_is_no_answer() -> None:
    told = "Bakker asks the obvious question: is it the sea? Vos says that it is the wells."
    assert not answers.led(told, "Why did the town sink?")[0].startswith("Is it")
    told = "Bakker brings up the Dutch case: ten million a kilometre. Vos says that it is three."
    assert not answers.led(told, "What does a dike cost?")[0].startswith("Ten million")


def test_somebody_told_of_by_one_name_is_somebody_else_too() -> None:
    first = Section(
        SectionKind.QA,
        "How did Swammerdam choose a hive?",
        "Swammerdam bought the oldest one.",
        bees.PATH,
        1,
        2,
    )
    question = Section(
        SectionKind.QA, "What did she charge?", "She charged a florin.", bees.PATH, 3, 4
    )
    made = asked(question.heading or "", bees.material(first, question), question.text)
    assert made is None or "Vos" not in made.prompt


@pytest.mark.parametrize("idle", ["What's in a name?", "So what?", "What could go wrong?"])
def test_a_phrase_of_everybodys_is_no_question(idle: str) -> None:
    material = bees.material(_insight(idle))
    assert asked(idle, material, TEXT) is None
    assert asked("What could go wrong in a split hive?", material, TEXT) is not None


@pytest.mark.parametrize("heading", ["My one complaint", "The bit I skipped", "Where I'm not sure"])
def test_what_the_writer_of_a_page_thinks_is_not_what_the_talk_tells(heading: str) -> None:
    text = f"{TEXT} A keeper in Leiden lost forty hives to it in 1931, and nobody was told."
    assert not list(recall.notes(bees.material(_insight(heading, text))))
    assert list(recall.notes(bees.material(_insight("Smoke calms a hive", text))))


def test_a_claim_that_tells_its_figure_is_not_asked_for_a_reason() -> None:
    told = "The needle swings ten times as far, but the energy goes up much faster than that."
    step = _insight("One step is about 32 times the energy", told)
    assert not [p for p in frames(step.heading or "", step, bees.material(step)) if "Why" in p]
    zone = _insight("Zone 2 training builds mitochondria", told)
    assert any("Why" in p for p in frames(zone.heading or "", zone, bees.material(zone)))


def test_a_claim_that_counts_asks_for_what_is_counted_where_the_text_lists_it() -> None:
    told = "They can shake, they can fan, and they can form a chain. Each is used in its season."
    ways = _insight("Bees have three ways of cooling a hive", told)
    prompts = list(frames(ways.heading or "", ways, bees.material(ways)))
    assert prompts[0] == "Which three ways of cooling a hive do bees have?"
    none = _insight("Nobody has three ways of cooling a hive", told)
    assert not [p for p in frames(none.heading or "", none, bees.material(none)) if "Which" in p]
    sets = _insight("A drone has one set of chromosomes", TEXT)
    assert not [p for p in frames(sets.heading or "", sets, bees.material(sets)) if "Which" in p]


def test_how_many_we_are_talking_about_is_told_by_the_talk_alone() -> None:
    asked_so = "How many hives are we talking about?"
    assert asked(asked_so, bees.material(_insight(asked_so)), TEXT) is None


def test_a_plural_like_a_verb_keeps_its_form_in_a_question() -> None:
    shelves = _insight("Ice shelves matter because they act as a brake")
    prompts = list(frames(shelves.heading or "", shelves, bees.material(shelves)))
    assert prompts[0].startswith("Why do ice shelves matter, according to")
    assert titles.is_clause("The bicycle changed who could go out alone")
    people = addressing.for_everyone("How do you set a book when you don't own enough type?")
    assert people == "How do people set a book when they don't own enough type?"


@pytest.mark.parametrize("heading", ["Common myths", "Myths we bust", "Misconceptions"])
def test_a_heading_of_myths_says_only_what_it_heads(heading: str) -> None:
    assert titles.is_label(heading)
    assert not titles.is_label("Myths travel faster than bees")


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("In 1998 a storm took the roof. The keepers spent 4,000 dollars on a new one.", True),
        ("A hive has a roof. The keepers spent 4,000 dollars on a new one.", False),
        ("In 1998 a storm took the roof. A new one needs 40 nails at each of its corners.", False),
    ],
)
def test_a_figure_of_what_a_dated_sentence_begins_stands_not_alone(text: str, weak: bool) -> None:
    """``The keepers spent ____ dollars``: when, and on what, the sentence before tells."""
    section = _insight("Roofs", text)
    told = text.partition(". ")[2]
    statement = Statement(told, section, (), 1, score=0.5)
    (digits,) = (t for t in language.tag(told) if t.text[0].isdigit())
    blank = Blank(Phrase(digits.text, digits.start, digits.end, (digits,)), 0.5)
    assert (cloze.side(statement, blank, bees.material()).score < MODEST) is weak


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("To keep warm it shivers its flight muscles for half an hour.", False),
        ("In 1911 they sold the first frames by post to half of Europe.", False),
        ("To keep warm the cluster shivers its flight muscles for half an hour.", True),
        ("In 1911 it was forbidden to sell frames by post in half of Europe.", True),
    ],
)
def test_what_it_does_behind_a_purpose_or_a_year_is_told_of_nothing(
    text: str, stands: bool
) -> None:
    assert (standalone(text, bees.material().names) is not None) is stands


def test_what_a_guest_tells_of_their_own_life_comes_after_what_holds_of_all() -> None:
    own = Section(
        SectionKind.QA,
        "What was the hardest thing about your apprenticeship?",
        "I scraped frames for eight months. My master never said a word to me about it.",
        bees.PATH,
        1,
        2,
    )
    told = replace(
        own,
        heading="Why does smoke calm a hive?",
        text="The workers fill up on honey, and heavy bees seldom sting.",
    )
    scores = []
    for section in (own, told):
        material = bees.material(section)
        (card,) = [c for n in recall.notes(material) for c in n.cards]
        scores.append(card.score)
    assert scores[0] < scores[1]


def test_what_may_be_a_plural_is_the_verb_of_a_whole_sentence() -> None:
    section = _insight("Alcohol fragments sleep", "It delays dreams by waking people early.")
    made = list(frames("Alcohol fragments sleep", section, bees.material(section)))
    assert made
    assert not any("do alcohol fragments" in prompt for prompt in made)
