"""Which notes and cards count as an old one reworded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.identity import card_id
from quizapp.model import Card, CardKind, Note, Source
from quizapp.store.reconcile import pair_cards, pair_notes

MakeNote = Callable[..., Note]


def cloze(prompt: str, answer: str) -> Card:
    """A cloze about one line; its side is its answer."""
    at = (Source("talk.md", 1, 1, prompt),)
    side = card_id("q1nnote", CardKind.CLOZE, answer)
    return Card(side, "q1nnote", CardKind.CLOZE, "deep-learning", prompt, answer, at)


def test_near_equal_notes_are_one_wherever_they_stand(make_note: MakeNote) -> None:
    old = make_note(0)
    moved = replace(make_note(0, anchor="elsewhere"), sources=(Source("b.md", 80, 80, "…"),))
    assert pair_notes([old], [moved]) == {moved.id: old.id}


def test_alike_notes_are_one_only_in_the_same_place(make_note: MakeNote) -> None:
    old = make_note(0, answer="Big networks are easy to train and hard to exhaust")
    text = "Large networks are simple to train, and they hardly ever run dry"
    here = make_note(0, anchor="x", answer=text)
    elsewhere = replace(here, sources=(Source("talk.md", 80, 80, "…"),))
    under_its_heading = replace(elsewhere, anchor=old.anchor)
    assert pair_notes([old], [here]) == {here.id: old.id}
    assert pair_notes([old], [under_its_heading]) == {here.id: old.id}
    assert pair_notes([old], [elsewhere]) == {}


def test_another_fact_in_the_same_lines_is_another_note(make_note: MakeNote) -> None:
    other = replace(make_note(1, anchor="x"), sources=make_note(0).sources)
    assert pair_notes([make_note(0)], [other]) == {}


def test_notes_of_two_generators_or_episodes_are_never_one(make_note: MakeNote) -> None:
    old = make_note(0)
    assert pair_notes([old], [replace(make_note(0, anchor="x"), generator="quote")]) == {}
    assert pair_notes([old], [make_note(0, anchor="x", episode="other")]) == {}


def test_the_likest_pair_comes_first_and_each_note_is_taken_once(make_note: MakeNote) -> None:
    old = make_note(0, prompt="Why do deep networks work at all?")
    near = make_note(0, anchor="near", prompt="Why do deep networks work at all, then?")
    nearer = make_note(0, anchor="nearer", prompt="Why do deep networks work at all??")
    assert pair_notes([old], [near, nearer]) == {nearer.id: old.id}
    assert pair_notes([old], [nearer, near]) == {nearer.id: old.id}


def test_a_cloze_that_asks_for_other_words_is_another_card() -> None:
    old = cloze("The ____ is computed by backpropagation.", "gradient of the loss")
    other = cloze("The gradient of the loss is computed by ____.", "backpropagation")
    same = cloze("The ____ is computed with backpropagation.", "gradients of the loss")
    assert pair_cards([old], [other]) == {}
    assert pair_cards([old], [other, same]) == {same.id: old.id}


def test_a_card_of_another_kind_is_another_card(make_note: MakeNote) -> None:
    recall, choice = make_note(0, kinds=(CardKind.RECALL, CardKind.CHOICE)).cards
    assert pair_cards([recall], [choice]) == {}


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_pairs_are_one_to_one_and_do_not_depend_on_the_order(
    olds: list[int], news: list[int]
) -> None:
    words = "a number of quite similar notes that stand in one line each: "
    old = [cloze(words + str(n), f"answer {n}") for n in olds]
    new = [replace(cloze(words + str(n), f"answer {n}"), id=f"new{n}") for n in news]
    pairs = pair_cards(old, new)
    assert len(set(pairs.values())) == len(pairs) == min(len(old), len(new))
    assert pair_cards(old[::-1], new[::-1]) == pairs
    assert all(pairs[f"new{n}"] == old[olds.index(n)].id for n in set(olds) & set(news))
