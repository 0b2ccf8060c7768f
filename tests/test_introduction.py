"""The order of new cards: kinds mixed, and easy before hard within one idea."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from quizapp.choosing.introduction import RUN, introduced, mixed
from quizapp.model import Card, CardKind, Note

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
    notes = [
        make_note(n, prompt=f"Who built {place}?", answer=f"{name}, in {1900 + n}", kinds=(kind,))
        for n, (place, name) in enumerate(zip(PLACES, NAMES, strict=True))
        for kind in (CardKind.CLOZE if n % 2 else CardKind.RECALL,)
    ]
    cards = [card for note in notes for card in note.cards]
    ideas = {note.id: number // 2 for number, note in enumerate(notes)}
    hard = {card.id: float(card.kind is CardKind.RECALL) for card in cards}
    order = introduced(cards, ideas=ideas, hard=hard)
    place = {card.id: number for number, card in enumerate(order)}
    for recall, cloze in zip(cards[::2], cards[1::2], strict=True):
        assert place[cloze.id] < place[recall.id]
    runs = [len(list(some)) for _, some in groupby(card.kind for card in order)]
    assert max(runs[: len(runs) // 2]) <= RUN


PLACES = ("Paris", "Oslo", "Lima", "Cairo", "Delhi", "Tokyo", "Quito", "Dakar")
NAMES = ("Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Niklaus", "Frances")


def test_what_another_card_tells_comes_after_all_that_is_new(
    make_note: Callable[..., Note],
) -> None:
    told = "A transformer with 1.5 billion parameters that was trained on forty billion words"
    whole = make_note(0, prompt="What is GPT-2?", answer=told, kinds=(CardKind.RECALL,), score=0.9)
    blank = make_note(
        1,
        prompt="GPT-2 is a ____ with 1.5 billion parameters.",
        answer="transformer",
        kinds=(CardKind.CLOZE,),
        score=0.7,
    )
    other = make_note(
        2,
        prompt="Why is backpropagation here to stay?",
        answer="It solves a problem that is of the essence",
        kinds=(CardKind.RECALL,),
        score=0.1,
    )
    judged = [
        make_note(n, prompt=text, answer="True", kinds=(CardKind.TRUE_FALSE,), score=score)
        for n, text, score in (
            (3, "Small circuits are found by training.", 0.95),
            (4, "Money is a ledger.", 0.8),
        )
    ]
    cards = [card for note in (whole, blank, other, *judged) for card in note.cards]
    order = [card.note_id for card in introduced(cards)]
    assert set(order[:3]) == {whole.id, other.id, judged[0].id}
    assert order[3:] == [blank.id, judged[1].id]


def test_what_is_asked_for_the_third_time_comes_last(make_note: Callable[..., Note]) -> None:
    told = "A transformer with 1.5 billion parameters that was trained on forty billion words"
    whole = make_note(0, prompt="What is GPT-2?", answer=told, kinds=(CardKind.RECALL,), score=0.9)
    second, third, other = (
        make_note(n, prompt=prompt, answer=answer, kinds=(CardKind.CLOZE,), score=score)
        for n, prompt, answer, score in (
            (1, "GPT-2 is a ____ with 1.5 billion parameters.", "transformer", 0.8),
            (2, "____ is a transformer with 1.5 billion parameters.", "GPT-2", 0.7),
            (3, "GPT-2 was trained on forty billion ____.", "words", 0.5),
        )
    )
    cards = [card for note in (third, whole, other, second) for card in note.cards]
    order = [card.note_id for card in introduced(cards)]
    assert order == [whole.id, second.id, other.id, third.id]


def test_the_end_of_one_thing_is_asked_once_before_all_else_in_whichever_words() -> None:
    prompts = (
        "Why did the Hanseatic League decline, according to Ada Byron's interview?",
        "The Hanseatic League: Why did it end?",
        "Why did the Roman Empire fall?",
    )
    made = [
        Card(
            id=str(place),
            note_id=str(place),
            kind=CardKind.RECALL,
            episode="leagues",
            prompt=prompt,
            answer=f"Because of reason {place}.",
            sources=(),
            score=0.9 - 0.1 * place,
        )
        for place, prompt in enumerate(prompts)
    ]
    assert [card.id for card in introduced(made)] == ["0", "2", "1"]
