"""Blanks of one sentence: which cards share a note of Anki's, under which numbers, and its text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from exchange_cards import CHANGED, EPISODE, TIDES, card
from hypothesis import given as for_all
from hypothesis import strategies as st

from quizapp.exchange import texts
from quizapp.exchange.clozes import ClozeNote, cloze_notes
from quizapp.exchange.places import given
from quizapp.exchange.sentences import sentence
from quizapp.model import AnkiPlace, Card, CardKind, CardStatus, StoredCard

NOTE = "q1n00000000000000aa"
LATER = CHANGED + timedelta(days=9)
MOON = "The ____ pulls on the near water more than on the Earth."
WATER = "The Moon pulls on the ____ more than on the Earth."
EARTH = "The Moon pulls on the near water more than on the ____."


def blank(number: int, prompt: str, answer: str, **more: Any) -> Card:
    """A cloze card of the one note."""
    return card(number, CardKind.CLOZE, prompt, answer, note_id=more.pop("note_id", NOTE), **more)


def here(*cards: Card, at: datetime = CHANGED) -> list[StoredCard]:
    return [StoredCard(one, at) for one in cards]


def placed(*cards: StoredCard, known: dict[str, AnkiPlace] | None = None) -> dict[str, AnkiPlace]:
    """All places, once these cards are exported."""
    known = known or {}
    return known | given(cards, cards, known, LATER)


def told(*cards: StoredCard, places: dict[str, AnkiPlace]) -> str:
    """The text of the note that all these cards share."""
    notes = set(map(id, (found := cloze_notes(cards, places)).values()))
    assert len(notes) == 1
    return next(iter(found.values())).text()


A, B, C = blank(1, MOON, "Moon"), blank(2, WATER, "near water"), blank(3, EARTH, "Earth")


def test_blanks_of_one_sentence_share_a_note_in_the_order_of_their_places() -> None:
    cards = here(C, A, B)
    places = placed(*cards)
    assert {one: (at.guid, at.ord) for one, at in places.items()} == {
        A.id: (A.id, 0),
        B.id: (A.id, 1),
        C.id: (A.id, 2),
    }
    assert told(*cards, places=places) == (
        "The {{c1::Moon}} pulls on the {{c2::near water}} more than on the {{c3::Earth}}."
    )


def test_a_later_sibling_takes_the_next_number_wherever_it_stands() -> None:
    first = placed(*here(B))
    assert first == {B.id: AnkiPlace(B.id, 0)}
    places = placed(*here(A, B), known=first)
    assert (places[A.id].guid, places[A.id].ord) == (B.id, 1)
    assert places[B.id] == first[B.id]
    assert told(*here(A, B), places=places) == (
        "The {{c2::Moon}} pulls on the {{c1::near water}} more than on the Earth."
    )


def test_a_note_with_one_more_blank_is_newer_than_what_anki_has() -> None:
    first = placed(*here(B))
    alone = cloze_notes(here(B), first)[B.id]
    places = placed(*here(A, B), known=first)
    joined = cloze_notes(here(A, B), places)[A.id]
    assert alone.changed == int(CHANGED.timestamp())
    assert joined.changed == int(LATER.timestamp())
    together = cloze_notes(here(A, B), placed(*here(A, B)))[A.id]
    assert together.changed == alone.changed + 1


def test_a_number_is_never_given_again() -> None:
    places = placed(*here(A, B))
    again = placed(*here(A, C), known=places)
    assert again[C.id].ord == 2
    gone = replace(B, status=CardStatus.RETIRED)
    assert "{{c2::near water}}" in told(*here(A, gone, C), places=again)


def test_what_was_alone_before_stays_alone() -> None:
    known = {A.id: AnkiPlace(A.id, 0, alone=True), B.id: AnkiPlace(B.id, 0, alone=True)}
    cards = here(A, B, C)
    places = placed(*cards, known=known)
    assert places == {**known, C.id: AnkiPlace(C.id, 0)}
    notes = cloze_notes(cards, places)
    assert [notes[one.id].text().count("{{c") for one in (A, B, C)] == [1, 1, 1]
    assert all(notes[one.id].is_plain for one in (A, B, C))


@pytest.mark.parametrize(
    "other",
    [
        blank(4, "The Moon pulls on the far water more than on the ____.", "Earth"),
        blank(4, "The Moon pulls on the ____ on the Earth.", "near water more than"),
        blank(4, "The Moon pulls on the near ____ more than on the Earth.", "water"),
        blank(4, EARTH, "Earth", note_id="q1n00000000000000bb"),
        card(4, CardKind.NUMBER, EARTH, "Earth", note_id=NOTE),
    ],
    ids=["another sentence", "crossing blanks", "a blank in a blank", "another note", "a figure"],
)
def test_others_go_alone(other: Card) -> None:
    places = placed(*here(B, other))
    assert places[B.id] == AnkiPlace(B.id, 0)
    assert places.get(other.id, AnkiPlace(other.id, 0)) == AnkiPlace(other.id, 0)


def test_an_article_that_would_give_an_answer_away_is_hidden_with_it() -> None:
    net = blank(1, "In a(n) ____, the hidden state does the work.", "old network")
    state = blank(2, "In an old network, the ____ does the work.", "hidden state")
    cards = here(net, state)
    text = told(*cards, places=placed(*cards))
    assert text == "In {{c1::an old network::a(n) …}}, the {{c2::hidden state}} does the work."
    assert texts.cloze(text, 1) == (net.prompt, net.answer)
    assert texts.cloze(text, 2) == (state.prompt, state.answer)


def test_a_beginning_is_written_as_the_sibling_has_it() -> None:
    start = blank(1, "____ come first, then syntax.", "coarse patterns")
    end = blank(2, "Coarse patterns come first, then ____.", "syntax")
    text = told(*here(start, end), places=placed(*here(start, end)))
    assert text == "{{c1::Coarse patterns}} come first, then {{c2::syntax}}."


def test_a_card_with_two_blanks_has_one_number() -> None:
    pair = blank(1, "____ pulls more on the ____ than on the Earth.", "The Moon; near water")
    earth = blank(2, "The Moon pulls more on the near water than on the ____.", "Earth")
    text = told(*here(pair, earth), places=placed(*here(pair, earth)))
    assert text == (
        "{{c1::The Moon}} pulls more on the {{c1::near water}} than on the {{c2::Earth}}."
    )
    assert texts.cloze(text, 1) == (pair.prompt, pair.answer)


def test_a_card_that_was_reworded_keeps_its_number_in_a_part_of_its_own() -> None:
    places = placed(*here(A, B, C))
    other = replace(B, prompt="What is near, the ____, is pulled more.", answer="tide {{c1::x}}")
    text = told(*here(A, other, C), places=places)
    assert texts.cloze(text, 1) == (A.prompt, A.answer)
    assert texts.cloze(text, 2) == (other.prompt, other.answer)
    assert texts.cloze(text, 3) == (C.prompt, C.answer)
    assert text.startswith(
        '<div class="part" data-part="1">The {{c1::Moon}} pulls on the near water more than on '
        'the {{c3::Earth}}.</div><div class="part" data-part="2">What is near'
    )


def test_a_part_that_an_editor_broke_in_two_is_read_whole() -> None:
    text = (
        '<div class="part" data-part="1">One {{c1::a}}</div>'
        '<div class="part" data-part="1">two.</div>'
        '<div class="part" data-part="2">Three <div>{{c2::b}}</div> four.</div>'
    )
    assert texts.cloze(text, 1) == ("One ____\ntwo.", "a")
    assert texts.cloze(text, 2) == ("Three\n____\nfour.", "b")
    assert texts.cloze(text, 3) == ("", "")


def test_the_other_fields_tell_of_all_its_cards() -> None:
    other = replace(TIDES, path="tides/more.md")
    one = replace(A, accepted=("our moon", "Luna"), tags=("x",))
    two = replace(B, accepted=("close water",), tags=("y",), sources=(TIDES, other))
    four = AnkiPlace(A.id, 3)
    cards = here(one, two, C)
    note = cloze_notes(cards, placed(*here(one, two)) | {C.id: four})[A.id]
    assert note.field("Accepted", EPISODE) == "our moon, Luna (Moon); close water (near water)"
    assert note.field("Card ID", EPISODE) == f"{A.id} {B.id} - {C.id}"
    assert note.field("Place", EPISODE).count("<br>") == 1
    assert note.field("Note ID", EPISODE) == NOTE
    assert {"x", "y"} <= set(note.tags())


WORDS = st.lists(
    st.sampled_from(
        ["a", "an", "The", "moon", "A", "tide", "Über", "x::y", "}}", "1.", "<b>", "İ"]
    ),
    min_size=3,
    max_size=9,
)


@for_all(words=WORDS, data=st.data())
def test_every_card_of_a_note_reads_as_it_was(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 2))
    second = data.draw(st.integers(first + 1, len(words) - 1))

    def without(place: int) -> str:
        return " ".join([*words[:place], "____", *words[place + 1 :]])

    cards = here(blank(1, without(first), words[first]), blank(2, without(second), words[second]))
    places = placed(*cards)
    notes: dict[str, ClozeNote] = cloze_notes(cards, places)
    if sentence(cards[0].card) is not None:
        assert len(set(map(id, notes.values()))) == 1
    for stored in cards:
        number = places[stored.card.id].ord + 1
        back = texts.cloze(notes[stored.card.id].text(), number)
        assert back == (stored.card.prompt, stored.card.answer)
