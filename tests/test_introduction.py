"""The order of new cards: kinds mixed, and easy before hard within one idea."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from quizapp.introduction import RUN, introduced, mixed
from quizapp.model import CardKind, Note

KINDS = st.sampled_from("abc")
CARDS = st.lists(st.tuples(KINDS, st.integers(0, 6)), max_size=60)


def _kind(card: tuple[str, int, int]) -> str:
    return card[0]


def _idea(card: tuple[str, int, int]) -> int:
    return card[1]


@given(CARDS)
def test_mixing_keeps_all_cards_and_the_order_within_an_idea(cards: list[tuple[str, int]]) -> None:
    told = [(*card, place) for place, card in enumerate(cards)]
    found = list(mixed(told, _kind, _idea))
    assert sorted(found, key=lambda c: c[2]) == told
    for idea in {card[1] for card in told}:
        places = [card[2] for card in found if card[1] == idea]
        assert places == sorted(places)


@given(st.lists(KINDS, max_size=40), st.lists(KINDS, max_size=3))
def test_a_third_of_a_kind_comes_only_where_nothing_else_is_left(
    kinds: list[str], before: list[str]
) -> None:
    told = [(kind, place, place) for place, kind in enumerate(kinds)]
    found = list(mixed(told, _kind, _idea, after=before))
    asked = [*before, *map(_kind, found)]
    for place in range(len(before), len(asked)):
        if place >= RUN and len(set(asked[place - RUN : place + 1])) == 1:
            assert set(asked[place:]) == {asked[place]}


def test_cards_of_one_kind_keep_their_order() -> None:
    told = [("a", place, place) for place in range(100)]
    assert list(mixed(told, _kind, _idea)) == told


def test_an_episode_begins_with_kinds_in_turn_and_the_easy_card_of_an_idea_first(
    make_note: Callable[..., Note],
) -> None:
    notes = [make_note(n, kinds=(CardKind.RECALL, CardKind.TRUE_FALSE)) for n in range(8)]
    cards = [card for note in notes for card in note.cards]
    hard = {card.id: float(card.kind is CardKind.RECALL) for card in cards}
    order = introduced(cards, ideas={note.id: note.id for note in notes}, hard=hard)
    place = {card.id: number for number, card in enumerate(order)}
    for note in notes:
        recall, true_false = note.cards
        assert place[true_false.id] < place[recall.id]
    runs = [len(list(some)) for _, some in groupby(card.kind for card in order)]
    assert max(runs[: len(runs) // 2]) <= RUN
