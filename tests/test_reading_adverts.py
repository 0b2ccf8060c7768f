"""What hosts read out between two questions goes; what they and their guests say stays."""

from __future__ import annotations

import pytest

from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document
from quizapp.reading.names import is_name

START = "Ada Byron: Welcome to Night Radio. With me is Carl Roe.\n\nCarl Roe: Thank you, Ada.\n\n"
END = "\n\nCarl Roe: My aunt kept the ropes.\n\nAda Byron: And who keeps them now?\n"


def _said(middle: str) -> list[tuple[str | None, str]]:
    """Who says what in a conversation between its beginning and its end."""
    (episode,) = assemble([read_page(Document("a.txt", "", START + middle + END))])
    return [(turn.speaker, turn.text) for turn in episode.turns][2:-2]


def test_the_question_behind_an_advert_stays_in_its_turn() -> None:
    said = _said(
        "Ada Byron: This episode is brought to you by Lantern Books. Go to lantern.example and "
        "use the code NIGHT for ten percent off. Now, Carl, how deep was your deepest well?"
    )
    assert said == [("Ada Byron", "Now, Carl, how deep was your deepest well?")]


def test_an_advert_without_a_question_is_no_turn() -> None:
    said = _said(
        "Ada Byron: Before we go on, a word from our sponsors. Lantern Books prints what others "
        "leave. I have had mine for years."
    )
    assert said == []


def test_whoever_announces_a_break_at_the_end_is_heard_to_it() -> None:
    said = _said(
        "Ada Byron: That is a lovely story about the ropes in the well and the winter in which "
        "you lost them all. We'll take a quick break and hear the rest after it."
    )
    ((speaker, text),) = said
    assert speaker == "Ada Byron"
    assert text.startswith("That is a lovely story")
    assert "break" not in text


@pytest.mark.parametrize(
    "sentence",
    [
        "The claim that wells sing is supported by many people.",
        "I took a quick break from digging then.",
        "We use code review for the pumps.",
        "Nobody gave me medical advice down there.",
        "You check out at noon and go home.",
        "They sold it for twenty percent, 20% off the price.",
    ],
)
def test_what_a_guest_says_is_no_advert(sentence: str) -> None:
    said = _said(f"Ada Byron: What then?\n\nCarl Roe: {sentence}\n\nAda Byron: And the ropes?")
    assert said[1] == ("Carl Roe", sentence)


@pytest.mark.parametrize("form", ["{0}: {1}", "{0} (00:{2}):\n{1}", "**{0}:** {1}"])
def test_people_may_be_named_like_months(form: str) -> None:
    talk = [
        ("June Park", "Welcome to Night Radio. With me is Art Fell."),
        ("Art Fell", "Thank you, June, for having me."),
        ("June Park", "How deep was your deepest well?"),
        ("Art Fell", "It was ninety metres deep and took a year."),
    ]
    text = "\n\n".join(form.format(name, told, 10 + 9 * i) for i, (name, told) in enumerate(talk))
    (episode,) = assemble([read_page(Document("a.txt", "", text))])
    assert [turn.speaker for turn in episode.turns] == [name for name, _ in talk]


@pytest.mark.parametrize(
    "name", ["June Park", "April Summers", "Cornel West", "Courtney Love", "Ada Church"]
)
def test_some_common_words_are_names_too(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "June Update",
        "Wild West",
        "Tough Love",
        "June Ada Byron",
        "Hearing Sciences",
        "Urban Studies",
        "Lantern Foundation",
        "Orrin Public Library",
        "Lower Town Church",
        "Harbour Rowing Club",
    ],
)
def test_parts_of_years_and_bodies_are_nobody(text: str) -> None:
    assert not is_name(text)
