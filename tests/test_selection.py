"""From candidates to the cards that are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import bees

from quizapp.choosing.selection import A_SECTION, Selected, selected
from quizapp.generators import candidates
from quizapp.material import Material
from quizapp.model import CardKind

MATERIAL = bees.material()
CANDIDATES = list(candidates(MATERIAL))


def test_every_kept_card_passed_and_every_other_has_a_reason() -> None:
    chosen = selected(CANDIDATES, MATERIAL)
    kept = {c.id for n in chosen.notes for c in n.cards}
    down = {r.card.id for r in chosen.rejections}
    assert kept.isdisjoint(down)
    assert kept | down == {c.id for n in CANDIDATES for c in n.cards}
    assert all(r.failures for r in chosen.rejections)


def test_no_note_without_cards_is_kept() -> None:
    assert all(n.cards for n in selected(CANDIDATES, MATERIAL).notes)


def test_a_section_yields_its_best_cards_not_all() -> None:
    chosen = selected(CANDIDATES, MATERIAL)
    per_section = Counter(n.anchor for n in chosen.notes for _ in n.cards)
    assert max(per_section.values()) <= A_SECTION
    asked = {n.id for n in chosen.notes}
    surplus = [r for r in chosen.rejections if r.failures[0].check == "surplus"]
    for rejection in surplus:
        if rejection.card.note_id in asked:
            continue  # the fact has its card
        anchor = next(n.anchor for n in CANDIDATES if n.id == rejection.card.note_id)
        rivals = [
            c.score
            for n in chosen.notes
            if n.anchor == anchor
            for c in n.cards
            if c.kind is rejection.card.kind
        ]
        assert not rivals or max(rivals) >= rejection.card.score


def test_the_weaker_of_two_that_ask_the_same_goes() -> None:
    note = next(n for n in CANDIDATES if n.cards[0].kind is CardKind.RECALL)
    better = replace(note.cards[0], id="better", note_id="other", score=0.99)
    twin = replace(note, id="other", cards=(better,))
    chosen = selected([*CANDIDATES, twin], MATERIAL)
    assert "better" in {c.id for n in chosen.notes for c in n.cards}
    assert any(
        r.card.id == note.cards[0].id and r.failures[0].check == "duplicates"
        for r in chosen.rejections
    )


def test_the_order_of_candidates_does_not_matter() -> None:
    forth = selected(CANDIDATES, MATERIAL)
    back = selected(reversed(CANDIDATES), MATERIAL)
    assert {n.id: n for n in forth.notes} == {n.id: n for n in back.notes}


def test_a_fact_is_asked_twice_at_the_most_where_there_is_enough_else() -> None:
    long = replace(MATERIAL.episode.sections[0], text="word " * 4)
    brief = Material(replace(MATERIAL.episode, sections=(long,)), MATERIAL.passages)
    chosen = selected(CANDIDATES, brief)
    assert chosen.notes
    for note in chosen.notes:
        assert len(note.cards) <= 2
        assert all(c.answer != "True" for c in note.cards[1:])
    prompts = [c.prompt for n in chosen.notes for c in n.cards]
    assert len(prompts) == len(set(prompts))


def test_a_thin_deck_takes_in_the_next_best() -> None:
    told = replace(MATERIAL.episode.sections[0], text="word " * 5000)
    much = Material(replace(MATERIAL.episode, sections=(told,)), MATERIAL.passages)
    brief = Material(replace(MATERIAL.episode, sections=()), MATERIAL.passages)
    assert _cards(selected(CANDIDATES, much)) > _cards(selected(CANDIDATES, brief))


def _cards(chosen: Selected) -> int:
    return sum(len(n.cards) for n in chosen.notes)


def test_a_fact_is_asked_once_where_one_page_tells_of_an_episode() -> None:
    chosen = selected(CANDIDATES, MATERIAL)
    sides = {n.id: len(n.cards) for n in CANDIDATES}
    assert max(sides.values()) > 1
    words = sum(len(f"{s.heading or ''} {s.text}".split()) for s in MATERIAL.sections)
    kept = sum(len(n.cards) for n in chosen.notes)
    again = [n for n in chosen.notes if len(n.cards) > 1]
    assert not again or kept <= words // 40 + 1


def test_true_or_false_is_for_a_section_without_another_card() -> None:
    chosen = selected(CANDIDATES, MATERIAL)
    per_section: dict[str, set[CardKind]] = {}
    for note in chosen.notes:
        per_section.setdefault(note.anchor, set()).update(c.kind for c in note.cards)
    judged = [kinds for kinds in per_section.values() if CardKind.TRUE_FALSE in kinds]
    assert all(kinds == {CardKind.TRUE_FALSE} for kinds in judged)
    assert any(c.kind is CardKind.TRUE_FALSE for n in CANDIDATES for c in n.cards)
