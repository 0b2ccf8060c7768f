"""What is made of a talk itself: clean sentences, terms explained in passing, firsts and bests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bees import PAGE, PATH, episode

from quizapp import speech
from quizapp.generators import talk
from quizapp.generators.drafting import Side
from quizapp.generators.interview import notes as interviews
from quizapp.generators.statements import spoken
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Card, CardKind, Turn
from quizapp.speech import utterances

HOST, GUEST = "Piet Bakker", "Anneke Vos"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (
            "Yeah, so I think the transformer, it's a great advance.",
            "The transformer is a great advance.",
        ),
        (
            "But there's no question that the brain is a source of ideas.",
            "The brain is a source of ideas.",
        ),
        ("And, you know, swarms basically vote.", "Swarms vote."),
        ("If you know that swarms vote, wait.", "If you know that swarms vote, wait."),
        ("What that means is that prices rise.", "Prices rise."),
        ("So the thing is that scouts dance.", "Scouts dance."),
        ("I think not all bees dance.", "Not all bees dance."),
        ("Nobody thinks that bees plan.", "Nobody thinks that bees plan."),
        ("The swarm, kind of, decides.", "The swarm decides."),
        ("It dances, um, mostly at noon.", "It dances mostly at noon."),
        ("A swarm hangs at, uh, at ten metres.", "A swarm hangs at ten metres."),
        ("It smells like, I don't know, like lemons.", "It smells like lemons."),
        ("The clever bit is that the scouts dance.", "The scouts dance."),
        ("So one example, for instance, is that scouts dance.", "Scouts dance."),
        ("If you can take one thing from this, bees vote.", "Bees vote."),
        ("What I've learned from it is that bees vote.", "Bees vote."),
        ("A queen is like five years old.", "A queen is about five years old."),
        ("Karl Frisch, he was a zoologist.", "Karl Frisch was a zoologist."),
        (
            "Karl Frisch, who was a zoologist, he could read a dance.",
            "Karl Frisch, who was a zoologist, could read a dance.",
        ),
        (
            "Karl Frisch, who was a zoologist, they called a dreamer.",
            "Karl Frisch, who was a zoologist, they called a dreamer.",
        ),
        (
            "There's a moth, Galleria, it eats the wax of a hive.",
            "Galleria, a moth, eats the wax of a hive.",
        ),
        ("But for me, a hive is a city.", "A hive is a city."),
        ("Um, the dance lasts a minute.", "The dance lasts a minute."),
        ("What did a hive look like before, say, 1700?", "What did a hive look like before 1700?"),
        ("If a bee lands on you, you feel it.", "If a bee lands on you, you feel it."),
        ("If you bend wax, or heat it, it gives.", "If you bend wax, or heat it, it gives."),
        ("That's, you know, that's the dance.", "That's the dance."),
        (
            "Wax is a stuff that's been sweated out.",
            "Wax is a stuff that has been sweated out.",
        ),
    ],
)
def test_what_leads_up_to_a_sentence_falls(said: str, plain: str) -> None:
    assert utterances.plain(said) == plain


def heard(*turns: str) -> Material:
    """The bees with a talk of these turns, the host's and the guest's by turns."""
    said = tuple(
        Turn(turn, "talk.txt", n, n, (GUEST, HOST)[n % 2]) for n, turn in enumerate(turns, 1)
    )
    passages = Passages.of([(PATH, PAGE), ("talk.txt", "\n".join(turns))])
    return Material(replace(episode(), turns=said), passages)


def cards(material: Material) -> list[Card]:
    """What the talk yields."""
    makers = (spoken, talk.notes, interviews)
    return [card for make in makers for note in make(material) for card in note.cards]


def test_a_term_that_is_explained_by_an_example_is_asked_for() -> None:
    found = cards(
        heard(
            "What goes wrong in a swarm?",
            "Quorum failure is when your swarm of bees leaves before the scouts of the swarm agree "
            "on your nest. That is sad.",
        )
    )
    (card,) = (c for c in found if "quorum failure" in c.prompt.lower())
    assert card.kind == "definition"
    assert card.answer == (
        "When a swarm of bees leaves before the scouts of the swarm agree on the nest."
    )
    assert card.source.line_start == card.source.line_end == 2
    assert card.tags == ("transcript",)


@pytest.mark.parametrize(
    "said",
    [
        "Trouble is when you open the hive of the swarm and the scouts of the swarm leave you.",
        "That is when your swarm of bees leaves before the scouts of the swarm agree.",
        "Rent day is when your money of the month goes to a man who never answers letters.",
    ],
)
def test_what_is_no_explanation_is_not_asked(said: str) -> None:
    assert list(talk.notes(heard("And then?", said))) == []


def test_the_first_or_most_important_is_asked_for_by_what_it_is() -> None:
    found = cards(
        heard(
            "What matters?",
            "Yeah, so I think the waggle dance, it's the most important signal in the swarm's "
            "search for a nest.",
        )
    )
    (card,) = (c for c in found if c.kind == "recall")
    assert "what is the most important signal in the swarm's search for a nest?" in card.prompt
    assert card.answer == "The waggle dance."
    assert card.explanation is not None
    assert card.explanation.startswith("The waggle dance is the most important")


@pytest.mark.parametrize(
    "said",
    [
        "The waggle dance of the swarm is almost the most important signal in the swarm's search.",
        "As scouts of the swarm do all the time, the waggle dance is one signal of the swarm.",
        "It's possible that the waggle dance is the most important signal in the swarm's search.",
    ],
)
def test_what_is_half_taken_back_is_not_asked(said: str) -> None:
    assert cards(heard("What matters?", f"I think {said[0].lower()}{said[1:]}")) == []


def test_an_answer_after_thinking_aloud_takes_up_the_question() -> None:
    found = cards(
        heard(
            "Okay, so how do scout bees of a swarm find a new nest in the forest?",
            "I mean, it's, well, let me think about that one for you. Scout bees of the swarm "
            "measure the hollow of a tree before they dance for the nest. They are few.",
        )
    )
    (card,) = (c for c in found if c.kind == "interview")
    assert card.prompt == "How do scout bees of a swarm find a new nest in the forest?"
    assert card.answer == (
        "Scout bees of the swarm measure the hollow of a tree before they dance for the nest."
    )


def test_thinking_aloud_without_an_answer_is_none() -> None:
    found = cards(
        heard(
            "Okay, so how do scout bees of a swarm find a new nest in the forest?",
            "I mean, it's, well, let me think about that one for you. Wind and rain were bad in "
            "the year when all of it began. They are few.",
        )
    )
    assert [c for c in found if c.kind == "interview"] == []


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("The swarm is a whole new, it's, I mean, the swarm is one mind.", None),
        (
            "The main point, or rather, the main fact about swarms is that they vote.",
            "The main fact about swarms is that they vote.",
        ),
        (
            "They work out how to, to decide what to do with the nest.",
            "They work out how to decide what to do with the nest.",
        ),
        ("A swarm weighs something like two kilos.", "A swarm weighs about two kilos."),
        ("It stays for seven, eight days.", "It stays for seven or eight days."),
        ("Von Frisch wrote these insanely clever papers.", None),
        (
            "The reason there's a dance is that bees share food.",
            "There is a dance because bees share food.",
        ),
        ("A queen does need workers.", "A queen needs workers."),
        ("If bees dance, bees find food.", "If bees dance, bees find food."),
        (
            "A hive holds between ten and a hundred or so, and a cool cellar may hold a thousand.",
            "A hive holds between ten and a hundred or so, and a cool cellar may hold a thousand.",
        ),
    ],
)
def test_what_is_begun_anew_or_only_coloured_falls(said: str, plain: str | None) -> None:
    if plain is None:
        assert len(utterances.plain(said)) < len(said)
    else:
        assert utterances.plain(said) == plain


def asked(*turns: str) -> dict[str, str]:
    """The prompts that a talk of these turns yields, with their answers."""
    return {card.prompt: card.answer for card in cards(heard(*turns))}


def test_what_follows_from_a_case_is_asked_for_by_the_case() -> None:
    found = asked(
        "And then?",
        "Yeah, so if you move the hive of a swarm by a few metres, the scouts of the swarm can't "
        "find the nest. I was stung.",
    )
    prompt = "What happens if you move the hive of a swarm by a few metres?"
    assert found[prompt] == "The scouts of the swarm can't find the nest."


def test_whom_the_guest_speaks_to_is_not_anybody() -> None:
    assert not asked(
        "And then?",
        "If you remember what you asked about the scouts of the swarm, they measure the nest.",
    )


def test_what_is_one_thing_and_not_another_is_asked_for_what_it_is() -> None:
    found = asked(
        "What is it for?",
        "The waggle dance of a swarm is not a map. It's a vote that the scouts hold. Good.",
    )
    (prompt,) = (p for p in found if "if not" in p)
    assert prompt == (
        "According to Anneke Vos's interview, what is the waggle dance of a swarm, if not a map?"
    )
    assert found[prompt] == "A vote that the scouts hold."


def test_a_term_named_after_what_it_is_for_is_asked_for() -> None:
    found = asked(
        "And then?",
        "A scout of the swarm stops the dance of others with a bump, it's called the beep signal.",
    )
    prompt = "What is the beep signal, according to Anneke Vos's interview?"
    assert found[prompt] == "A scout of the swarm stops the dance of others with a bump."


def test_a_figure_in_words_is_left_out_and_the_topic_named() -> None:
    found = asked(
        "How far?",
        "In 1951 Martin Lindauer followed marked bees for something like twelve kilometres.",
    )
    (prompt,) = (p for p, answer in found.items() if answer == "twelve")
    assert prompt == (
        "Hive: In 1951 Martin Lindauer followed marked bees for about ____ kilometres."
    )


def test_a_made_up_figure_is_none() -> None:
    assert not asked(
        "How far?", "Let's say, a scout of the swarm flies twelve kilometres to the nest."
    )


def test_a_topic_that_the_host_names_stands_in_the_question() -> None:
    found = asked(
        "All right, the waggle dance. Why is it so short in a swarm?",
        "Well, because the scouts of a swarm die when they wait for too long in the cold of a "
        "spring night. They are few.",
    )
    assert any("Why is the waggle dance so short in a swarm?" in p for p in found), found


def test_who_is_named_is_told_by_name_in_what_follows() -> None:
    found = asked(
        "Who found it?",
        "Martin Lindauer watched scout bees of swarms in Munich. He counted twenty nests for which "
        "the scouts of a swarm danced.",
    )
    prompt = "Martin Lindauer counted ____ nests for which the scouts of a swarm danced."
    assert found[prompt] == "twenty"
    assert found["Who counted twenty nests for which the scouts of a swarm danced?"] == (
        "Martin Lindauer."
    )


@pytest.mark.parametrize(
    "said",
    [
        "Seventy-one percent report a nest of the swarm that they only got from the other scouts.",
        "In 2003 one in Munich left the nest of the swarm on a warm night in August.",
        "With scouts of a swarm, the average is about forty-one dances for a nest.",
        "A friend told the scouts of the swarm that the nest of twelve litres was gone.",
        "A company in New Jersey, and then one in Munich, sold it to the keepers of swarms.",
        "In 1949 a man called Martin Lindauer begins to watch.",
        "Twelve scouts of a swarm, and somebody had to count them every half an hour.",
        "In a swarm of bees we use a different dance for each one.",
        "For about fifteen years there were fewer and fewer swarms of bees.",
    ],
)
def test_what_only_the_talk_around_it_explains_is_not_asked(said: str) -> None:
    assert not asked("And then?", said)


def test_a_name_that_is_spelt_in_two_ways_is_not_asked() -> None:
    talk_of = "Hans {} measured the nest of a swarm with twelve scout bees of his own in 1951."
    assert asked("Who?", talk_of.format("Lindauer"))
    assert not asked("Who?", talk_of.format("Lindauer"), "Was it Laindauer?", "Yes.")


def test_a_figure_of_the_case_is_not_asked_for_but_what_follows() -> None:
    found = asked(
        "And then?",
        "If a hive loses twenty drones in a night, its guards close the door for a week.",
    )
    assert found == {
        "What happens if a hive loses twenty drones in a night?": (
            "Its guards close the door for a week."
        )
    }


def test_what_a_page_quotes_is_not_asked_of_the_talk_again() -> None:
    like_the_quote = "I think a hive is a parliament of bees in which every speech is a dance."
    another = "I think a nurse bee feeds the larvae of the swarm with nothing but vitellogenin."
    assert asked("And then?", another)
    assert not asked("And then?", like_the_quote)


def test_a_pronoun_is_nobodys_where_the_sentence_before_has_two() -> None:
    said = (
        "Marie Kurz kept bees with Pierre Kurz near Velden in 1895. "
        "He died in 1906 while he moved a swarm of bees from the orchard."
    )
    prompts = " ".join(f"{c.prompt} {c.answer}" for c in cards(heard(said)))
    assert "Marie Kurz died" not in prompts
    assert "Who died in 1906" not in prompts


def test_what_is_nobody_is_not_asked_with_who() -> None:
    said = "World War Two broke out in September 1939 and ended the trade of queens by rail."
    assert not any(c.prompt.startswith("Who ") for c in cards(heard(said)))


@pytest.mark.parametrize(
    ("question", "reply", "prompt", "answer"),
    [
        (
            "If the queen is so old, then why do swarms of bees keep the old queen?",
            "Two reasons. It's smell and it's eggs, and both come from the old queen of a swarm.",
            "Why do swarms of bees keep the old queen?",
            "It's smell and it's eggs, and both come from the old queen of a swarm.",
        ),
        (
            "Okay. Why do you put sugar water inside of the hive?",
            "Because bees starve in a wet spring without any nectar.",
            "Why do people put sugar water inside of the hive?",
            "Bees starve in a wet spring without any nectar.",
        ),
        (
            "People say that swarms are a sign of a crowded hive. How big of a sign is it?",
            "It's about the best sign of a crowded hive that a keeper of bees has, in ten years.",
            "People say that swarms are a sign of a crowded hive. How big of a sign is it?",
            "It's about the best sign of a crowded hive that a keeper of bees has, in ten years.",
        ),
        (
            "And what is unique about the way in which swarms choose?",
            "Well, one thing is that swarms choose by a vote of scouts. And it's a slow vote.",
            "What is unique about the way in which swarms choose?",
            "Swarms choose by a vote of scouts. It's a slow vote.",
        ),
        (
            "So what is royal jelly, then?",
            "It's food that's been sweated out. I like it, but then I would.",
            "What is royal jelly?",
            "It's food that's been sweated out.",
        ),
        (
            "What was the light in the hive of Huber?",
            "Two red candles. In a lantern. Bees can't see red.",
            "What was the light in the hive of Huber?",
            "Two red candles.",
        ),
        (
            "So, Anneke, how do swarms choose a nest?",
            "Swarms choose by a vote of scouts. Then in Munich Lindauer came along in 1949.",
            "How do swarms choose a nest?",
            "Swarms choose by a vote of scouts.",
        ),
        (
            "And why do swarms dance at all?",
            "So that you know where it is. There are three reasons. And scouts can't speak.",
            "Why do swarms dance?",
            "So that you know where it is. Scouts can't speak.",
        ),
        (
            "Why do old queens of a swarm smell?",
            "Because it's a mould. It lives between your toes. It likes damp old combs in a swarm.",
            "Why do old queens of a swarm smell?",
            "It's a mould. It lives between your toes. It likes damp old combs in a swarm.",
        ),
        (
            "Why do some swarms hang and some don't?",
            "That's the wax. The wax is held together by heat, and it's like a glue to a swarm.",
            "Why do some swarms hang and some don't?",
            "It's the wax. The wax is held together by heat, and it's like a glue to a swarm.",
        ),
        (
            "When did people start to take the dances of swarms seriously?",
            "Embarrassingly late. In 1944. Karl von Frisch counted the dances of swarms.",
            "When did people start to take the dances of swarms seriously?",
            "In 1944.",
        ),
        (
            "What happened to swarms in Munich in 1949?",
            "There was a frost in spring. And all of them left for the south.",
            "What happened to swarms in Munich in 1949?",
            "There was a frost in spring. All of them left for the south.",
        ),
        (
            "How often do swarms leave a nest?",
            "There was a study. They found about one in nineteen swarms.",
            "How often do swarms leave a nest?",
            "About one in nineteen swarms.",
        ),
        (
            "What is wrong with old queens?",
            "Old queens are slow. It's sad, it makes you wait, it makes you poor. I buy them.",
            "What is wrong with old queens?",
            "Old queens are slow. It's sad, it makes you wait, it makes you poor.",
        ),
    ],
)
def test_a_question_is_asked_without_what_leads_up_to_it(
    question: str, reply: str, prompt: str, answer: str
) -> None:
    made = [card for note in interviews(heard(question, reply)) for card in note.cards]
    assert [(c.prompt.split(": ")[-1], c.answer) for c in made] == [(prompt, answer)]


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("Embarrassingly late. In 1928.", "In 1928."),
        ("On the third of May, 1928.", "On the third of May, 1928."),
        ("In about 1928. People laughed.", "In about 1928."),
        ("In Munich they kept swarms in 1870. It came to Munich in 1928.", None),
        ("On the hill there was one in 1870. It came to Munich in 1928.", None),
        ("In Kent Thomas Wildman had one in 1870. It came to Munich in 1928.", None),
        ("Not in my time. In 1870, when the rain came, people bought umbrellas.", None),
    ],
)
def test_when_is_answered_by_a_date_alone(reply: str, answer: str | None) -> None:
    found = asked("When was the first swarm trap of scouts sold in Munich?", reply)
    told = [a for p, a in found.items() if "When was the first" in p]
    assert told == [answer] if answer else not any("1870" in a for a in told), found


def test_one_endless_word_is_no_answer() -> None:
    assert list(interviews(heard("What was the light in the tower of bees?", "a" * 4100))) == []


@pytest.mark.parametrize(
    "said",
    [
        "Scouts of a swarm sleep for about sixty minutes in a night. I should say that's disputed.",
        "Scouts of a swarm sleep for about sixty minutes in a night. That's a theory.",
    ],
)
def test_what_is_taken_back_right_after_is_not_asked(said: str) -> None:
    assert cards(heard("And then?", said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "There are about six hundred that are active in the swarm of bees.",
        "You can't keep a million bees of one swarm in a hive, so make it two.",
        "There's somewhere between a hundred and fifty and two hundred scouts in a swarm.",
    ],
)
def test_a_figure_of_nothing_in_particular_is_not_asked_for(said: str) -> None:
    found = cards(heard("How many are there?", said))
    assert [c for c in found if c.answer.split()[0] in ("six", "a", "hundred", "million")] == []


def test_a_clause_is_asked_without_what_is_added_about_it() -> None:
    found = cards(
        heard(
            "What is a piping scout?",
            "The swarm leaves the hive because the scouts have found a nest in an oak, and it can "
            "go on for a lot of hours.",
        )
    )
    assert [c for c in found if c.answer == "Because the scouts have found a nest in an oak."]
    assert not [c for c in found if "hour" in f"{c.prompt} {c.answer}"]


def test_an_office_of_the_us_is_not_us() -> None:
    found = cards(
        heard(
            "Who counts?",
            "The US Department of Agriculture counts about ninety swarms of scout bees a year.",
        )
    )
    assert any("US Department of Agriculture" in f"{c.prompt} {c.answer}" for c in found)


@pytest.mark.parametrize(
    ("said", "prompt", "answer"),
    [
        (
            "There's a kind of dance that's called the tremble dance, which is a call for help.",
            "What is the tremble dance, according to Anneke Vos's interview?",
            "A call for help.",
        ),
        (
            "There's a thing called festooning, where the bees of a swarm hang in a chain.",
            "What is festooning, according to Anneke Vos's interview?",
            "A thing where the bees of a swarm hang in a chain.",
        ),
        (
            "So we've got a thing called a swarm trap. It's a box in which scouts find a nest.",
            "What is a swarm trap, according to Anneke Vos's interview?",
            "A box in which scouts find a nest.",
        ),
        (
            "Propolis is the glue of bees, it's the resin that scouts bring home to a hive.",
            "What is propolis, according to Anneke Vos's interview?",
            "The resin that scouts bring home to a hive.",
        ),
        (
            "That's called the drone line. The drone line is the height where males of bees fly.",
            "What is the drone line, according to Anneke Vos's interview?",
            "The height where males of bees fly.",
        ),
        (
            "And it all turns into propolis. Propolis is the sticky resin that scouts bring home.",
            "What is propolis, according to Anneke Vos's interview?",
            "The sticky resin that scouts bring home.",
        ),
        (
            "That's what we call a sister swarm. A sister swarm is two hives that share one queen.",
            "What is a sister swarm, according to Anneke Vos's interview?",
            "Two hives that share one queen.",
        ),
        (
            "PMS stands for parasitic mite syndrome.",
            "What does the acronym PMS stand for?",
            "Parasitic mite syndrome.",
        ),
        (
            "The diet of bees is nectar, pollen and water.",
            "What is the diet of bees, according to Anneke Vos's interview?",
            "Nectar, pollen and water.",
        ),
        (
            "Bee bread is a mash of pollen and honey in the cells of a swarm.",
            "What is bee bread, according to Anneke Vos's interview?",
            "A mash of pollen and honey in the cells of a swarm.",
        ),
    ],
)
def test_what_is_told_of_a_term_right_after_it_is_asked_for(
    said: str, prompt: str, answer: str
) -> None:
    found = [c for c in cards(heard("What else is there?", said)) if c.kind == "definition"]
    assert [(c.prompt, c.answer) for c in found] == [(prompt, answer)]


def test_a_share_is_left_out_whole() -> None:
    found = cards(
        heard(
            "How many?", "About two thirds of all scouts in a swarm of bees are older than a month."
        )
    )
    (card,) = (c for c in found if c.answer == "two thirds")
    assert "About ____ of all scouts" in card.prompt


def test_a_cleft_that_names_nothing_is_not_asked() -> None:
    assert (
        cards(heard("And then?", "What comes out is the swarm that we call a prime swarm.")) == []
    )


def test_what_is_called_so_is_the_thing_that_the_clause_ends_in() -> None:
    found = cards(
        heard("And then?", "Root came up with a comb of thin wax, it's called foundation.")
    )
    (card,) = (c for c in found if c.kind == "definition")
    assert card.prompt == "What is foundation, according to Anneke Vos's interview?"
    assert card.answer == "A comb of thin wax."


def test_what_a_thing_is_is_asked_once() -> None:
    found = cards(
        heard(
            "What's a skep?",
            "A skep is a basket of straw for a swarm of bees. It's made by hand, and it's light.",
        )
    )
    assert [c.kind for c in found if " a skep" in c.prompt] == ["definition"]


def test_a_topic_is_told_without_who_comes_with_it() -> None:
    title = "How Swarms Vote, with Anneke Vos of Leiden"
    told = replace(heard("a", "b").episode, title=title, sections=())
    assert speech.topic(Material(told, Passages.of([]))) == "How Swarms Vote"


def test_how_badly_a_thing_is_needed_is_no_other_thing() -> None:
    made = interviews(
        heard(
            "Why do swarms of bees need the sun so badly?",
            "Because scouts of a swarm dance at an angle to the sun, and the others follow.",
        )
    )
    assert [c.prompt for note in made for c in note.cards] == [
        "Why do swarms of bees need the sun so badly?"
    ]


def test_a_figure_is_asked_for_rather_than_what_has_it() -> None:
    found = cards(
        heard(
            "And then?", "Bees lose less than one percent of the swarm that beetles of a wood do."
        )
    )
    assert [(c.answer, "____" in c.prompt) for c in found] == [("one percent", True)]


def test_a_share_that_opens_a_sentence_is_left_out() -> None:
    found = cards(heard("How many?", "Seventy percent of all scouts in a swarm of bees are old."))
    (card,) = (c for c in found if c.answer == "seventy")
    assert card.prompt.endswith("____ percent of all scouts in a swarm of bees are old.")


def test_what_only_names_a_thing_is_asked_once() -> None:
    found = cards(
        heard(
            "And then?",
            "There's a thing that's called festooning, where the bees of a swarm hang in a chain.",
        )
    )
    assert [c.kind for c in found] == ["definition"]


def test_what_only_one_of_two_does_is_asked_for() -> None:
    found = cards(
        heard("And then?", "An old scout does not carry pollen while a young scout does.")
    )
    assert any(
        c.prompt.endswith("What does a young scout carry that an old scout does not?")
        and c.answer == "Pollen."
        for c in found
    )


def test_why_somebody_does_a_thing_of_his_own_is_asked_of_him() -> None:
    made = interviews(
        heard(
            "Okay. Why do you put sugar water inside of your hive?",
            "Because bees starve in a wet spring without any nectar.",
        )
    )
    (prompt,) = (c.prompt for note in made for c in note.cards)
    assert prompt.startswith("Why does Anneke Vos put sugar water inside of ")


def test_what_follows_from_a_case_that_is_not_so_would_happen() -> None:
    found = cards(
        heard("And if not?", "If there were no waggle dance, swarms would pick the nearest nest.")
    )
    (card,) = (c for c in found if c.kind == "recall")
    assert card.prompt.endswith("What would happen if there were no waggle dance?")


def test_two_sentences_that_a_comma_makes_one_of_are_asked_apart() -> None:
    said = "Royal jelly comes from a gland in the head of scouts of a swarm"
    found = cards(heard("And then?", f"{said}, a man saw it in 1920."))
    assert found
    assert not [c for c in found if "1920" in f"{c.prompt} {c.answer}"]


def test_a_share_of_things_says_not_what_a_term_is() -> None:
    found = cards(
        heard("And?", "About ninety percent of swarms split in a spring. It's called casting.")
    )
    assert not [c for c in found if "casting" in c.prompt]


@pytest.mark.parametrize(
    "question",
    [
        "And what's it called in a swarm?",
        "When did the last one leave the swarm?",
        "Why did it take forty-five years for swarms?",
        "How long does it take to get to a new swarm?",
        "Was it better scouts of a swarm?",
        "Are swarms good at choosing?",
        "Why are swarms so much worse?",
        "What do you think about the swarm in general?",
        "Why does a swarm in the middle matter?",
    ],
)
def test_a_question_that_only_the_talk_explains_is_not_asked(question: str) -> None:
    reply = (
        "It is called a swarm because twelve scouts of a swarm leave the old swarm, and swarms "
        "take two days for it in a warm spring."
    )
    assert not list(interviews(heard(question, reply)))


def test_what_the_guest_does_is_no_answer_where_nobody_asks_for_it() -> None:
    reply = "If I open a hive of a swarm at night and shake it, the scouts of the swarm sting me."
    assert not list(interviews(heard("Why do the scouts of a swarm sting?", reply)))


@pytest.mark.parametrize(
    "said",
    [
        "There's a very nice trick, it's called the shake test, and scouts of a swarm know it.",
        "Every scout of a swarm has its own rhythm, and that is called its characteristic.",
        "There was a very big study of it in Munich, it's called the swarm study.",
        "That's right. It's the queen of a swarm that decides.",
        "We've got a thing called a swarm trap. It's the size of a shoe box that sits in a tree.",
        "That's called propolis. It's the colour of a swarm that hangs in the sun at noon.",
        "There was a girl called Hannah. It's a swarm that she found in a wood.",
        "There was a teacher called Huber. It's a hive with windows in which scouts dance.",
        "That's Hannah. It's a hive of a swarm that everybody in Munich knew.",
        "It's called casting. It's a name that keepers of a swarm use in the spring.",
        "It's called casting. It's a big danger for a swarm of scouts in a spring.",
        "And each scout of a swarm had a few dances. That's called home dance.",
        "Pollen has a protein in it, and it floats around in little balls, which are called rolls.",
    ],
)
def test_a_thing_of_which_nothing_is_told_is_no_definition(said: str) -> None:
    assert not [c for c in cards(heard("And?", said)) if c.kind == "definition"]


def test_who_did_a_thing_is_asked_without_what_another_did_then() -> None:
    found = asked(
        "And then?", "Martin Lindauer counted twenty scouts of a swarm, and the swarm left at noon."
    )
    assert any(p.endswith("Who counted twenty scouts of a swarm?") for p in found), found


def test_what_is_mentioned_in_passing_is_no_gap() -> None:
    passing = Side(CardKind.CLOZE, "A doctor in ____ kept swarms of bees.", "Georgia", 0.22)
    better = replace(passing, score=0.28)
    assert [s.score for s in talk.placed([passing, better], heard("Hm?", "Yes."))] == [0.28]


@pytest.mark.parametrize(
    ("said", "prompt", "answer"),
    [
        (
            "And we sold about twelve thousand hives of bees.",
            "Combly sold about ____ hives of bees.",
            "twelve thousand",
        ),
        (
            "So we were nine days from missing payroll and we were selling hives every day.",
            "Combly was ____ days from missing payroll and it was selling hives every day.",
            "nine",
        ),
        ("I grew up in Tripoli, and we had about twenty hives behind the house.", None, None),
        ("We had about twenty hives behind the house in Tripoli.", None, None),
        ("We know about twenty thousand kinds of bees in Europe.", None, None),
        ("At Apico I kept the hives. We sold about twelve thousand hives of bees.", None, None),
        ("My father taught me. We sold about twelve thousand hives of bees.", None, None),
        ("It was at school. We built about twelve thousand hives of bees.", None, None),
        ("In 1809 we lost about twelve thousand hives of bees to Russia.", None, None),
        ("In 2004 we put about twenty hives of bees in the ground.", None, None),
    ],
)
def test_what_a_founder_tells_by_we_is_told_of_the_company(
    said: str, prompt: str | None, answer: str | None
) -> None:
    bees = heard("What does Combly sell?", said)
    made = told_under("Selling Hives, with Anneke Vos, founder of Combly", bees)
    if prompt is None:
        assert not any("Combly" in p for p in made), made
    else:
        assert made.get(prompt) == answer, made
    assert prompt not in told_under(bees.episode.title, bees)


def told_under(title: str, talk_of: Material) -> dict[str, str]:
    """What a talk yields under a title, the episode left out of the prompts."""
    made = cards(Material(replace(talk_of.episode, title=title), talk_of.passages))
    return {card.prompt.split(": ")[-1]: card.answer for card in made}


WE_SOLD = "We sold about twelve thousand hives of bees."


def test_whom_a_founder_means_is_the_company_only_after_it_is_named() -> None:
    title = "Anneke Vos, founder of Combly"
    before = heard("What did you do at Apico?", WE_SOLD, "What does Combly sell?", "Hives.")
    again = heard("And then?", "At Apico I kept hives.", "And what did Combly sell?", WE_SOLD)
    assert not any("Combly sold" in p for p in told_under(title, before))
    assert any("Combly sold" in p for p in told_under(title, again))


@pytest.mark.parametrize(
    ("title", "before"),
    [
        ("Anneke Vos, founder of Combly", "How is Combly today?"),
        ("Building Bridges: Anneke Vos", "What do Bridges do for hives?"),
        ("Building Bridges: Anneke Vos", "What did Bridges sell?"),
        ("The head of Combly, Anneke Vos", "What does Combly sell?"),
        ("Anneke Vos on Karl Huber, founder of Combly", "What does Combly sell?"),
    ],
)
def test_what_no_page_uses_as_the_company_of_the_guest_is_not_we(title: str, before: str) -> None:
    made = told_under(title, heard(before, WE_SOLD))
    assert not any(name in p for p in made for name in ("Combly sold", "Bridges sold")), made


def test_what_has_a_body_is_anybody() -> None:
    found = asked(
        "And then?", "A swarm of bees costs about six percent for every decade of your life."
    )
    assert "six" in found.values(), found


def test_how_long_somebody_spent_says_on_what() -> None:
    found = asked("And then?", "Karl Huber spent two years with scouts of a swarm in Munich.")
    assert not any(p.endswith("How long did Karl Huber spend?") for p in found), found


def test_why_anybody_does_a_thing_is_not_answered_by_what_it_does_for_the_guest() -> None:
    reply = "Because it tells me that the scouts of a swarm are in the right hive at night."
    assert not list(interviews(heard("Why do you want to know the dances of a swarm?", reply)))


def test_only_the_guest_is_asked_of_where_it_is_known_who_speaks() -> None:
    talk_of = heard("And then?", "Swarms dance.", "Hm?", "Yes.")
    said = "The hive of Karl Huber in Munich had twenty swarms of bees in it."
    turns = talk_of.episode.turns
    other = replace(turns[2], text=said, speaker="Ruth Amsel")
    guest = replace(turns[2], text=said, speaker=GUEST)
    for turn, found in ((other, False), (guest, True)):
        told = replace(talk_of.episode, turns=(*turns[:2], turn, turns[3]))
        assert bool(cards(Material(told, talk_of.passages))) is found


def test_who_somebody_was_is_told_without_what_he_did_besides() -> None:
    found = asked("Who?", "Karl Huber, he was a teacher of bees in Munich, he taught the waggle.")
    prompt = "According to Anneke Vos's interview, who was Karl Huber?"
    assert found[prompt] == "A teacher of bees in Munich."


def test_a_key_fact_of_many_is_not_asked_by_that_name() -> None:
    said = "The key fact about swarms before they settle is that nobody leads them."
    told = cards(heard("And what should people know of them?", f"{said} They are few."))
    assert not [c for c in told if c.prompt.startswith("According to") and "key fact" in c.prompt]
