"""What no card asks is listed, with its place and why."""

from __future__ import annotations

from quizapp.choosing.selection import selected
from quizapp.generators import candidates
from quizapp.model import SectionKind
from quizapp.quality.coverage import ASKED, coverage
from tests import bees

MATERIAL = bees.material()
KEPT = selected(candidates(MATERIAL), MATERIAL)
CARDS = [card for note in KEPT.notes for card in note.cards]


def test_what_has_a_card_is_not_listed() -> None:
    found = coverage(MATERIAL, CARDS, KEPT.rejections)
    assert found.sections == sum(s.kind in ASKED for s in MATERIAL.sections)
    cited = {(s.path, s.line_start) for card in CARDS for s in card.sources}
    listed = {(u.section.path, u.section.line_start) for u in found.unasked}
    assert not cited & listed


def test_without_cards_every_section_is_listed_with_its_reason() -> None:
    found = coverage(MATERIAL, [], [])
    assert len(found.unasked) == found.sections > 5
    assert all(one.reason and one.episode == MATERIAL.episode.slug for one in found.unasked)
    quotes = [u.reason for u in found.unasked if u.section.kind is SectionKind.QUOTE]
    assert set(quotes) <= {"no end of it can be left out", "the host's words"}


def test_a_candidate_that_was_turned_down_gives_the_reason() -> None:
    found = coverage(MATERIAL, [], KEPT.rejections)
    assert any(one.reason.startswith("turned down (") for one in found.unasked)
