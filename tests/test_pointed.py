"""A pointed question instead of a heading that is asked for what it means."""

from __future__ import annotations

from dataclasses import replace

import bees
import pytest

from quizapp.choosing.pointed import with_pointed
from quizapp.generators import candidates
from quizapp.model import Card, CardKind

_NOTE = next(n for n in candidates(bees.material()) if n.cards[0].kind is CardKind.RECALL)
_MEANT = "Trees: What is meant by “Choosing the tree” in Ada Byron's interview?"
_PLACE = {"a": "page:1", "b": "page:1", "c": "page:9"}


def _card(note: str, prompt: str, answer: str, score: float) -> Card:
    made = replace(_NOTE.cards[0], id=f"{note}-{prompt}", note_id=note)
    return replace(made, prompt=prompt, answer=answer, score=score)


def test_a_reason_of_the_section_is_asked_instead() -> None:
    vague = _card("a", _MEANT, "Carpenters say that one should buy the mountain.", 0.64)
    why = _card("b", "Why do carpenters buy the mountain?", "Because trees face south.", 0.62)
    kept, left = with_pointed([vague], [why], _PLACE)
    assert (kept, left) == ([why], [vague])


@pytest.mark.parametrize(
    ("note", "prompt", "answer", "score"),
    [
        ("c", "Why do carpenters buy the mountain?", "Because trees face south.", 0.62),
        ("b", "Why do carpenters buy the mountain?", "Because trees face south.", 0.5),
        ("b", "Why do carpenters put them in a drawer?", "Because trees face south.", 0.7),
        ("b", "Why did one adopt the rule and others followed?", "Because it worked.", 0.7),
        ("b", "What do carpenters buy?", "The mountain.", 0.7),
    ],
)
def test_another_section_a_weak_or_a_leaning_question_is_not(
    note: str, prompt: str, answer: str, score: float
) -> None:
    vague = _card("a", _MEANT, "Carpenters say that one should buy the mountain.", 0.64)
    other = _card(note, prompt, answer, score)
    assert with_pointed([vague], [other], _PLACE) == ([vague], [other])
