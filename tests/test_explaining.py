"""Why a card has its score: reasons that add up to it, and every check."""

from __future__ import annotations

import bees
import pytest

from quizapp import quality
from quizapp.choosing.explaining import explained
from quizapp.choosing.selection import selected
from quizapp.generators import candidates
from quizapp.model import Card, CardKind
from quizapp.model.reasons import Reason, total, weighed


def _cards() -> list[Card]:
    material = bees.material()
    return [c for n in selected(candidates(material), material).notes for c in n.cards]


@pytest.mark.parametrize("kind", [CardKind.CLOZE, CardKind.TRUE_FALSE, CardKind.RECALL])
def test_the_reasons_of_a_card_add_up_to_its_score(kind: CardKind) -> None:
    material = bees.material()
    of_kind = [c for n in candidates(material) for c in n.cards if c.kind is kind]
    assert of_kind
    for card in of_kind:
        found = explained(card, material)
        assert sum(r.amount for r in found.reasons) == pytest.approx(card.score, abs=0.01)
        assert all(r.name for r in found.reasons)


def test_every_check_is_named_with_what_it_found() -> None:
    card = _cards()[0]
    found = explained(card, bees.material())
    assert [c.number for c in found.checks] == [c.number for c in quality.CHECKS]
    assert all(c.failure is None for c in found.checks if c.gate)


def test_reasons_are_weighed_and_stay_within_bounds() -> None:
    reasons = (Reason("told often", 0.8), Reason("short", 0.6), Reason("nothing", 0.0))
    assert total(reasons) == 1.0
    assert [r.name for r in weighed(reasons, 0.5)] == ["told often", "short"]
    assert total(weighed(reasons, 0.5)) == pytest.approx(0.7)
