"""What is made of a talk itself: clean sentences, terms explained in passing, firsts and bests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bees import PAGE, PATH, episode

from quizapp import speech
from quizapp.generators import talk
from quizapp.generators.interview import notes as interviews
from quizapp.generators.statements import spoken
from quizapp.material import Material
from quizapp.model import Card, Turn
from quizapp.passages import Passages

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
        ("What that means is that prices rise.", "Prices rise."),
        ("So the thing is that scouts dance.", "Scouts dance."),
        ("I think not all bees dance.", "Not all bees dance."),
        ("Nobody thinks that bees plan.", "Nobody thinks that bees plan."),
        ("The swarm, kind of, decides.", "The swarm decides."),
    ],
)
def test_what_leads_up_to_a_sentence_falls(said: str, plain: str) -> None:
    assert speech.plain(said) == plain


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
