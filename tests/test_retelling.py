"""What is told again elsewhere is asked once, with both places."""

from __future__ import annotations

from dataclasses import replace

import bees

from quizapp.choosing.retelling import retold, with_their_places
from quizapp.model import Card, CardKind, Source

MATERIAL = bees.material()


def _card(number: int, prompt: str, answer: str, **more: object) -> Card:
    source = Source("a.txt", number, number, answer)
    card = Card(f"c{number}", f"n{number}", CardKind.RECALL, "e", prompt, answer, (source,))
    return replace(card, score=0.9 - number / 100, **more)  # type: ignore[arg-type]


WHY = _card(
    1,
    "Why did ships need a towed passage through the desert canal?",
    "The winds were against square-rigged ships, and so they had to be towed.",
)
AGAIN = _card(
    2,
    "Why were square-rigged ships towed through the canal?",
    "Because the winds were against them.",
)
OTHER = _card(3, "Who paid for the canal?", "A company of small investors in Paris.")


def test_the_weaker_of_two_that_tell_the_same_is_told_by_the_better() -> None:
    assert [(r.card.id, r.of) for r in retold([AGAIN, OTHER, WHY], MATERIAL)] == [("c2", "c1")]


def test_two_sides_of_one_passage_are_not_told_by_each_other() -> None:
    here = replace(AGAIN, sources=WHY.sources)
    assert retold([WHY, here], MATERIAL) == ()


def test_a_quote_is_told_by_nothing_else() -> None:
    quote = replace(AGAIN, kind=CardKind.FINISH_QUOTE)
    assert retold([WHY, quote], MATERIAL) == ()


def test_what_was_said_in_the_talk_is_told_by_a_card_with_half_of_its_words() -> None:
    said = replace(
        _card(
            4,
            "How did cargo get through the desert?",
            "Ships were towed, as winds came from the north.",
        ),
        kind=CardKind.INTERVIEW,
    )
    assert [r.of for r in retold([WHY, said, OTHER], MATERIAL)] == ["c1"]
    assert retold([WHY, replace(said, kind=CardKind.RECALL), OTHER], MATERIAL) == ()


def test_a_card_that_tells_for_two_has_the_places_of_both() -> None:
    again = retold([WHY, AGAIN, OTHER], MATERIAL)
    kept = with_their_places([WHY, AGAIN, OTHER], again)
    assert [c.id for c in kept] == ["c1", "c3"]
    assert kept[0].sources == (*WHY.sources, *AGAIN.sources)
    assert kept[1] == OTHER
