"""The buttons against the real Anki's: the same minutes, the same days within its fuzz."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from quizapp import scheduling
from quizapp.model import LearningState, Memory, Rating

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

import anki_backend
from anki.cards import FSRSMemoryState

pytestmark = pytest.mark.anki

CARDS = 40


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A collection that schedules by FSRS with Anki's own parameters."""
    made = anki_backend.open_collection(tmp_path_factory.mktemp("anki"))
    made.set_config("fsrs", True)
    yield made
    made.close()


def new_card(collection: Any, number: int) -> Any:
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note["Back"] = f"Question {number}", "Answer"
    collection.add_note(note, 1)
    return note.cards()[0]


def in_review(
    collection: Any, stability: float, difficulty: float, days: int, elapsed: int
) -> list[Any]:
    """What Anki's buttons would do to cards that stand like this."""
    states = []
    for number in range(CARDS):
        card = new_card(collection, number)
        card.type, card.queue, card.ivl, card.reps = 2, 2, days, 5
        card.due = collection.sched.today
        card.memory_state = FSRSMemoryState(stability=stability, difficulty=difficulty)
        card.last_review_time = int(time.time()) - elapsed * 86_400
        card.desired_retention, card.decay = 0.9, 0.1542
        collection.update_card(card)
        states.append(collection._backend.get_scheduling_states(card.id))
    return states


@pytest.mark.parametrize(
    ("stability", "difficulty", "days", "elapsed"),
    [
        *((10.0, 5.0, 10, 10), (2.3, 5.0, 2, 2), (2.3, 9.5, 2, 2), (100.0, 3.0, 95, 95)),
        *((30.0, 9.9, 30, 30), (10.0, 5.0, 10, 3), (10.0, 5.0, 10, 40), (1.2, 9.9, 1, 1)),
    ],
)
def test_a_card_in_review_gets_the_days_that_anki_gives(
    collection: Any, stability: float, difficulty: float, days: int, elapsed: int
) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    ours: dict[Rating, set[int]] = {rating: set() for rating in Rating}
    for number in range(300):
        memory = Memory(
            *(f"q1c{number}", LearningState.REVIEW, None, stability, difficulty, now),
            *(now - timedelta(days=elapsed), timedelta(days=days), 5, 0),
            (now - timedelta(days=elapsed)).date(),
        )
        for rating, after in scheduling.answers(memory, memory.card_id, now).items():
            ours[rating].add(after.interval.days)
    theirs = in_review(collection, stability, difficulty, days, elapsed)
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        drawn = {getattr(s, rating.name.lower()).normal.review.scheduled_days for s in theirs}
        assert min(ours[rating]) <= min(drawn)
        assert max(drawn) <= max(ours[rating])
    relearning = theirs[0].again.normal.relearning.learning
    assert relearning.scheduled_secs == 600 and ours[Rating.AGAIN] == {0}


def test_a_new_card_gets_the_steps_and_the_memory_that_anki_gives(collection: Any) -> None:
    states = collection._backend.get_scheduling_states(new_card(collection, 1000).id)
    outcomes = scheduling.answers(None, "q1c1", datetime(2026, 3, 1, 12, tzinfo=UTC))
    for rating in (Rating.AGAIN, Rating.HARD, Rating.GOOD):
        theirs = getattr(states, rating.name.lower()).normal.learning
        ours = outcomes[rating]
        assert ours.interval == timedelta(seconds=theirs.scheduled_secs)
        assert ours.stability == pytest.approx(theirs.memory_state.stability)
        assert ours.difficulty == pytest.approx(theirs.memory_state.difficulty, abs=5e-4)
