"""How hard new cards are taken to be, what reviews teach about it, and the order that follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from math import log
from pathlib import Path

import pytest
from console import BUNDLED, MORNING, Console
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from quizapp import study
from quizapp.choosing import difficulty
from quizapp.choosing.difficulty import ENOUGH, PRIOR, Asked, estimate, experience
from quizapp.choosing.introduction import introduced
from quizapp.model import Card, CardKind, Note, Rating, Source
from quizapp.store import introducing, library, queue
from quizapp.store.database import writing

RULE = "statement: “What does …”"


def asked(
    kind: CardKind = CardKind.RECALL,
    *,
    answer: str = "the gradient",
    options: tuple[str, ...] | None = None,
    places: int = 1,
    rule: str = RULE,
) -> Asked:
    return Asked(kind, rule, answer, options, 0 if options else None, places)


def test_recognising_is_easier_than_recalling() -> None:
    options = ("Ada Lovelace", "Grace Hopper", "Alan Turing")
    choice = asked(CardKind.CHOICE, options=options)
    judged = asked(CardKind.TRUE_FALSE, options=("True", "False"))
    for hard in (CardKind.CLOZE, CardKind.RECALL, CardKind.NUMBER, CardKind.DEFINITION):
        assert estimate(choice) < estimate(asked(hard))
        assert estimate(judged) < estimate(asked(hard))


def test_answer_options_and_sources_make_a_card_harder_or_easier() -> None:
    assert estimate(asked(answer=" ".join("abcdefghijkl"))) > estimate(asked(answer="a b"))
    assert estimate(asked(places=3)) < estimate(asked(places=2)) < estimate(asked())
    apart = asked(CardKind.CHOICE, options=("AlexNet", "1,500 words", "a robot's hand"))
    alike = asked(CardKind.CHOICE, options=("AlexNet", "AlexNets", "a robot's hand"))
    assert estimate(alike) > estimate(apart)
    four = asked(CardKind.CHOICE, options=("AlexNet", "1,500 words", "a robot's hand", "++"))
    assert estimate(four) > estimate(apart)
    one, two = (asked(CardKind.CLOZE, answer=a) for a in ("ImageNet", "ImageNet; AlexNet"))
    assert estimate(two) > estimate(one)


def test_too_few_answers_change_nothing() -> None:
    few = experience([(asked(), False)] * (ENOUGH - 1))
    assert difficulty.difficulty(asked(), few) == estimate(asked())


def test_what_was_seen_is_believed_as_much_as_there_is_of_it() -> None:
    """The posterior mean: n answers against a prior worth PRIOR of them."""
    before = estimate(asked())
    for answers in (ENOUGH, 40, 400):
        seen = experience([(asked(rule=f"{n}"), True) for n in range(answers)])
        now = difficulty.difficulty(asked(rule="another"), seen)
        assert now == pytest.approx(PRIOR * before / (answers + PRIOR))


def test_a_rule_is_corrected_on_top_of_its_kind_and_other_kinds_are_not() -> None:
    fine, bad = asked(rule="fine"), asked(rule="bad")
    seen = experience([(fine, True)] * 30 + [(bad, False)] * 30)
    assert difficulty.difficulty(bad, seen) > difficulty.difficulty(asked(rule="new"), seen)
    assert difficulty.difficulty(fine, seen) < difficulty.difficulty(asked(rule="new"), seen)
    cloze = asked(CardKind.CLOZE, rule="blank")
    assert difficulty.difficulty(cloze, seen) == estimate(cloze)


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=80), st.integers(1, 6), st.text("ab ;", max_size=60))
def test_the_reasons_add_up_to_a_chance(answers: list[bool], places: int, answer: str) -> None:
    card = asked(answer=answer, places=places)
    seen = experience([(card, right) for right in answers])
    value = difficulty.difficulty(card, seen)
    assert 0 < value < 1
    assert sum(r.amount for r in difficulty.explained(card, seen)) == pytest.approx(value)


@settings(deadline=None)
@given(st.integers(ENOUGH, 200), st.integers(0, 200))
def test_more_wrong_answers_make_it_harder(answers: int, wrong: int) -> None:
    def after(number: int) -> float:
        return difficulty.Seen(answers, number, answers * 0.6).shift

    fewer = min(wrong, answers - 1)
    assert after(fewer) < after(fewer + 1)
    assert abs(after(fewer)) < log(1e9)


# The order of new cards


def test_an_idea_keeps_its_places_and_its_easiest_takes_the_first() -> None:
    def card(number: int, note: str, score: float) -> Card:
        kind = CardKind.RECALL
        return Card(
            f"c{number}",
            note,
            kind,
            "e",
            "abcd"[number] * 4,
            "x",
            (Source("a", 1, 1, "a"),),
            score=score,
        )

    cards = [card(0, "a", 0.9), card(1, "b", 0.8), card(2, "c", 0.7), card(3, "d", 0.6)]
    hard = {"c0": 0.6, "c1": 0.1, "c2": 0.3, "c3": 0.2}
    ideas = {"a": "one", "c": "one", "b": "two", "d": "two"}
    assert [c.id for c in introduced(cards, ideas=ideas, hard=hard)] == ["c2", "c1", "c0", "c3"]


class TestLibrary:
    """With a real library."""

    def save_many(
        self, save: Callable[..., library.Changes], make_note: Callable[..., Note]
    ) -> None:
        notes = [
            make_note(n, kinds=(CardKind.RECALL, CardKind.CHOICE, CardKind.CLOZE), score=0.5)
            for n in range(60)
        ]
        save(*(replace(n, cards=tuple(map(self.apart, n.cards))) for n in notes))

    def apart(self, card: Card) -> Card:
        """The card with a question of its own, so that no other tells what it asks."""
        word = f"{card.kind[:2]}{re.sub('[^a-z]', '', card.note_id)}"
        return replace(card, prompt=f"Where was {word}ium found?", answer=f"In a {word}ite.")

    def waiting(self, db: Database, now: datetime) -> dict[str, list[str]]:
        """By note the kinds of its new cards, in the order in which they come."""
        kinds: dict[str, list[str]] = {}
        for one in queue.new(db, now.date()):
            kinds.setdefault(one.note_id, []).append(library.card(db, one.card_id).card.kind)
        return kinds

    def answer_all(self, db: Database, kind: CardKind, right: bool, now: datetime) -> list[str]:
        of_kind = [s.card for s in library.cards(db) if s.card.kind is kind]
        chosen = [c.id for c in sorted(of_kind, key=lambda c: c.note_id)][:40]
        for n, card_id in enumerate(chosen):
            rating = Rating.GOOD if right else Rating.AGAIN
            study.answer(db, card_id, rating, now + timedelta(seconds=n))
        return chosen

    def test_a_build_has_the_easy_before_the_hard(
        self,
        db: Database,
        save: Callable[..., library.Changes],
        make_note: Callable[..., Note],
        now: datetime,
    ) -> None:
        self.save_many(save, make_note)
        for kinds in self.waiting(db, now).values():
            assert kinds == ["choice", "cloze", "recall"]

    def test_reviews_turn_the_order_round(
        self,
        db: Database,
        save: Callable[..., library.Changes],
        make_note: Callable[..., Note],
        now: datetime,
    ) -> None:
        self.save_many(save, make_note)
        self.answer_all(db, CardKind.CHOICE, False, now)
        self.answer_all(db, CardKind.RECALL, True, now + timedelta(hours=1))
        with writing(db):
            assert introducing.reorder(db) > 0
            assert introducing.reorder(db) == 0
        fresh = [kinds for kinds in self.waiting(db, now).values() if len(kinds) == 3]
        assert len(fresh) == 20
        assert all(kinds == ["recall", "cloze", "choice"] for kinds in fresh)

    def test_what_was_taken_back_teaches_nothing(
        self,
        db: Database,
        save: Callable[..., library.Changes],
        make_note: Callable[..., Note],
        now: datetime,
    ) -> None:
        self.save_many(save, make_note)
        for card_id in [s.card.id for s in library.cards(db)][:12]:
            study.answer(db, card_id, Rating.AGAIN, now)
            study.undo(db, now)
        assert introducing.seen(db).kinds == {}

    def test_building_again_gives_the_same_order(
        self,
        db: Database,
        save: Callable[..., library.Changes],
        make_note: Callable[..., Note],
        now: datetime,
    ) -> None:
        self.save_many(save, make_note)
        self.answer_all(db, CardKind.CHOICE, False, now)
        introducing.reorder(db)
        places = db.execute("SELECT id, position FROM cards ORDER BY id").fetchall()
        self.save_many(save, make_note)
        assert db.execute("SELECT id, position FROM cards ORDER BY id").fetchall() == places


def test_cards_why_tells_how_hard_a_card_is_and_what_reviews_say(tmp_path: Path) -> None:
    console = Console(tmp_path / "home")
    assert console("build", BUNDLED).code == 0
    cards = [c for c in console.cards().values() if c["kind"] == "recall"]
    why = console.fine("cards", "--why", cards[-1]["id"])
    before = why["difficulty"]
    assert sum(r["amount"] for r in why["difficulty_reasons"]) == pytest.approx(before, abs=0.001)
    for number, card in enumerate(cards[:12]):
        later = datetime.fromisoformat(MORNING) + timedelta(minutes=number)
        assert console.at(later.isoformat())("answer", card["id"], "again").code == 0
    why = console.fine("cards", "--why", cards[-1]["id"])
    assert why["difficulty"] > before
    names = [r["name"] for r in why["difficulty_reasons"]]
    asked = len(cards[:12])
    assert f"first answers, recall: {asked} of {asked} wrong" in names
    shown = console("cards", "--why", cards[-1]["id"]).out
    assert f"difficulty {why['difficulty']:.2f}" in shown
    assert f"{asked} of {asked} wrong" in shown
