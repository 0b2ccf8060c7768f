"""A field shows exactly the card's text, and nothing of the text is markup to Anki."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from exchange_cards import CARDS, EPISODE, TIDES, card
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange import fields
from quizapp.model import CardKind, Episode

ANKI_MARKS = re.compile(r"\{\{|\}\}|::|\[(?=sound:|anki:|latex|\$)|\\[(\[]", re.IGNORECASE)


def shown(field: str) -> str:
    """The text that a field shows, by the only markup a field of text has."""
    bare = field.replace("<span></span>", "").replace("<br>", "\n")
    assert "<" not in bare
    return html.unescape(bare)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_field_shows_the_text_it_was_made_from(text: str) -> None:
    assert shown(fields.field_html(text)) == text.strip()


@given(st.text(alphabet="{}:[]$\\()/<>&;ac1soundltex\n"))
def test_no_text_holds_a_mark_that_anki_looks_for(text: str) -> None:
    assert not ANKI_MARKS.search(fields.field_html(text))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_become_breaks(line_end: str) -> None:
    assert fields.field_html(f"one{line_end}two") == "one<br>two"


def test_what_a_database_or_anki_cannot_hold_is_left_out() -> None:
    assert fields.field_html("a\x00b\x1fc\ud800d") == "a b c d"


def test_two_blanks_are_one_cloze_each_with_its_answer() -> None:
    assert fields.cloze_html("Sun and Moon ____, or stand ____.", "in line; at right angles") == (
        "Sun and Moon {{c1::in line}}, or stand {{c1::at right angles}}."
    )


def test_one_blank_takes_an_answer_with_a_semicolon_whole() -> None:
    assert fields.cloze_html("It is ____.", "up; then down") == "It is {{c1::up; then down}}."


@pytest.mark.parametrize(
    ("prompt", "answer", "field"),
    [
        ("____ and ____", "a", "{{c1::a}} and {{c1::a}}"),
        ("____ and ____", "a; b; c", "{{c1::a}} and {{c1::b; c}}"),
        ("No blank.", "a", "No blank. {{c1::a}}"),
        ("Nothing is ____", "", "Nothing is {{c1::…}}"),
    ],
)
def test_an_edit_that_breaks_the_blanks_still_gives_a_cloze(
    prompt: str, answer: str, field: str
) -> None:
    assert fields.cloze_html(prompt, answer) == field


@given(st.text(alphabet="{}:c1x "))
def test_a_cloze_is_the_only_one_whatever_its_text(text: str) -> None:
    field = fields.cloze_html(f"{text} ____ {text}", text or "x")
    assert field.count("{{") == field.count("}}") == field.count("::") == 1


def test_times_read_as_players_show_them() -> None:
    shown_times = [fields.clock_time(seconds) for seconds in (0, 59, 425, 3599, 3600, 3723)]
    assert shown_times == ["0:00", "0:59", "7:05", "59:59", "1:00:00", "1:02:03"]


def test_a_place_names_the_file_and_its_lines() -> None:
    assert fields.place(TIDES) == "tides/answers.md, lines 12–14"
    assert fields.place(replace(TIDES, line_end=12)) == "tides/answers.md, line 12"


def test_an_episode_is_named_by_what_is_known_of_it() -> None:
    assert fields.episode_label(EPISODE) == "The Long Table #12 · Gwen Marlow: Tides and Clocks"
    assert fields.episode_label(Episode("a", "A Talk")) == "A Talk"
    assert fields.episode_label(Episode("a", "A Talk", number=3)) == "#3 · A Talk"


def test_tags_have_no_spaces_and_none_twice() -> None:
    tagged = card(1, CardKind.RECALL, "Why?", "So.", tags=("the moon", "The Moon", "!!", "été"))
    assert fields.tags(tagged) == (
        "episode::gwen-marlow-tides-and-clocks",
        "kind::recall",
        "chapter::why-there-are-two-tides",
        "the-moon",
        "été",
    )


def test_every_kind_has_a_name_for_people() -> None:
    assert set(fields.KIND_LABELS) == set(CardKind)


def test_the_options_of_true_and_false_keep_their_order() -> None:
    by_kind = {one.kind: fields.FIELDS["Options"](one, EPISODE) for one in CARDS}
    assert by_kind[CardKind.TRUE_FALSE].startswith('<ol class="options fixed"><li>True</li>')
    assert by_kind[CardKind.CHOICE].startswith('<ol class="options"><li>')


@pytest.mark.parametrize(
    ("answer", "options", "key"),
    [
        ("the time at a known place", CARDS[2].options, 1),
        ("the drift", CARDS[2].options, 2),
        ("the hour", ("the height of the Sun at noon", "the hour", "the drift"), 1),
    ],
)
def test_an_edited_answer_is_the_key(answer: str, options: tuple[str, ...], key: int) -> None:
    edited = replace(CARDS[2], answer=answer)
    assert fields.choices(edited) == (options, key)
    assert fields.FIELDS["Key"](edited, EPISODE) == str(key + 1)


def test_a_card_without_options_has_no_key() -> None:
    assert fields.choices(CARDS[0]) == ((), None)
    assert fields.FIELDS["Key"](CARDS[0], EPISODE) == ""
