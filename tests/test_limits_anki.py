"""A day within its limits, card by card beside the real Anki: what comes next, and what is left."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from quizapp import study
from quizapp.model import Note, Rating
from quizapp.store import library
from quizapp.store.settings import save_settings, settings

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

import anki_backend
from anki.scheduler_pb2 import CardAnswer

pytestmark = pytest.mark.anki

KINDS = {0: "new", 1: "learning", 2: "due", 3: "learning"}
"""Anki's types of cards, in our words."""


class Anki:
    """A real collection with reviews due today and new cards, and a day's limits."""

    def __init__(self, folder: Path, due: int, new: int, limits: tuple[int, int]) -> None:
        self.collection = anki_backend.open_collection(folder)
        self.collection.set_config("fsrs", True)
        deck = self.collection.decks.config_dict_for_deck_id(1)  # type: ignore[arg-type]
        deck["new"]["perDay"], deck["rev"]["perDay"] = limits
        self.collection.decks.update_config(deck)
        kind = self.collection.models.by_name("Basic")
        assert kind and self.collection.db
        for number in range(due + new):
            note = self.collection.new_note(kind)
            note["Front"] = f"Question {number}"
            self.collection.add_note(note, 1)  # type: ignore[arg-type]
            if number < due:
                card = note.cards()[0]
                card.type = card.queue = 2  # type: ignore[assignment]
                card.ivl, card.due, card.reps = 8, self.collection.sched.today, 1
                self.collection.update_card(card)

    @property
    def counts(self) -> tuple[int, int, int]:
        """New, learning, due."""
        left: Any = self.collection.sched.get_queued_cards()  # type: ignore[attr-defined]
        return left.new_count, left.learning_count, left.review_count

    def answer(self, rating: Rating) -> str | None:
        """Answers the next card, and says what it was."""
        queued: Any = self.collection.sched.get_queued_cards()  # type: ignore[attr-defined]
        if not queued.cards:
            return None
        top = queued.cards[0]
        name = rating.name.lower()
        self.collection._backend.answer_card(
            CardAnswer(
                card_id=top.card.id,
                current_state=top.states.current,
                new_state=getattr(top.states, name),
                rating=int(rating) - 1,  # type: ignore[arg-type]
                answered_at_millis=int(datetime.now().timestamp() * 1000),  # noqa: DTZ005
                milliseconds_taken=1000,
            )
        )
        return KINDS[top.card.ctype]


@pytest.mark.parametrize(
    ("due", "new", "limits"),
    [
        *((12, 12, (20, 200)), (12, 12, (5, 200)), (20, 12, (20, 15)), (20, 12, (8, 26))),
        *((0, 12, (4, 200)), (12, 12, (0, 200)), (12, 12, (20, 0)), (6, 12, (20, 9))),
    ],
)
def test_a_day_goes_as_in_anki(
    db: Database,
    save: Callable[..., object],
    make_note: Callable[..., Note],
    now: datetime,
    tmp_path: Path,
    due: int,
    new: int,
    limits: tuple[int, int],
) -> None:
    save(*(make_note(n) for n in range(due + new)))
    cards = [one.card.id for one in library.cards(db)]
    for card_id in cards[:due]:
        study.answer(db, card_id, Rating.EASY, now - timedelta(days=30))
    new_a_day, reviews_a_day = limits
    save_settings(db, replace(settings(db), new_per_day=new_a_day, reviews_per_day=reviews_a_day))
    anki = Anki(tmp_path / "anki", due, new, limits)
    asked = 0
    for step in range(2 * (due + new) + 20):
        counts = study.counts(db, now)
        assert (counts.new, counts.learning, counts.due) == anki.counts, step
        if not counts.new + counts.due:
            break  # what is left are minutes of learning, in an order of its own
        rating = Rating.AGAIN if step % 7 == 3 else Rating.GOOD
        item = study.next_item(db, now)
        state = item.memory.state if item and item.memory else "new"
        kind = {"new": "new", "review": "due"}.get(state, "learning") if item else None
        assert item is not None
        study.answer(db, item.card.id, rating, now)
        assert (kind, step) == (anki.answer(rating), step)
        asked += 1
    assert asked == min(due, reviews_a_day) + min(new, new_a_day, max(0, reviews_a_day - due))
    anki.collection.close()


@pytest.mark.parametrize("ratings", ["AAAAAAAA", "GGGAAAAA", "AAGAGAAA", "AHHAAHAH"])
def test_in_learning_neither_asks_a_card_twice_in_a_row(
    db: Database,
    save: Callable[..., object],
    make_note: Callable[..., Note],
    now: datetime,
    tmp_path: Path,
    ratings: str,
) -> None:
    save(*(make_note(n) for n in range(3)))
    anki = Anki(tmp_path / "anki", 0, 3, (20, 200))
    before: tuple[object, object] = (None, None)
    for letter in ratings:
        rating = {"A": Rating.AGAIN, "H": Rating.HARD, "G": Rating.GOOD}[letter]
        item = study.next_item(db, now)
        assert item
        queued: Any = anki.collection.sched.get_queued_cards()  # type: ignore[attr-defined]
        asked = (item.card.id, queued.cards[0].card.id)
        assert asked[0] != before[0] and asked[1] != before[1]
        before = asked
        study.answer(db, item.card.id, rating, now)
        anki.answer(rating)
        now += timedelta(seconds=2)
    anki.collection.close()
