"""Where a card stands, in Anki's columns."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from exchange_cards import CARDS, CHANGED

from quizapp import scheduling
from quizapp.exchange import progress
from quizapp.exchange.progress import DayZero
from quizapp.model import CardStatus, LearningState, Memory, Rating, Review, StoredCard

BERLIN = ZoneInfo("Europe/Berlin")
ZERO = DayZero(date(2026, 3, 1), BERLIN)
MORNING = datetime(2026, 3, 1, 9, 0, tzinfo=BERLIN)
CARD = CARDS[0]


def studied(*answers: tuple[float, Rating]) -> tuple[Memory, list[Review]]:
    """A card's schedule after answers, each so many days after the first morning."""
    reviews = [
        Review(number, CARD.id, rating, MORNING + timedelta(days=days), 2000)
        for number, (days, rating) in enumerate(answers)
    ]
    memory = scheduling.replay(CARD.id, reviews)
    assert memory is not None
    return memory, reviews


def columns(memory: Memory | None, status: CardStatus = CardStatus.ACTIVE) -> progress.Schedule:
    stored = StoredCard(replace(CARD, status=status), CHANGED, memory)
    return progress.schedule(stored, 7, ZERO)


def test_days_are_counted_from_four_in_the_morning_local_time() -> None:
    assert datetime.fromtimestamp(ZERO.timestamp, BERLIN) == MORNING.replace(hour=4)
    assert ZERO.number(date(2026, 4, 1)) == 31


def test_day_zero_is_the_study_day_of_the_first_review() -> None:
    _, reviews = studied((0, Rating.GOOD), (3, Rating.GOOD))
    early = replace(reviews[0], reviewed_at=MORNING.replace(hour=3))
    assert progress.day_zero(reviews, BERLIN).day == date(2026, 3, 1)
    assert progress.day_zero([*reviews, early], BERLIN).day == date(2026, 2, 28)
    assert progress.day_zero([], BERLIN) == progress.day_zero([], BERLIN)


def test_a_new_card_has_its_place_in_the_order() -> None:
    new = columns(None)
    assert (new.type, new.queue, new.due, new.reps, new.data) == (0, 0, 7, 0, "")


def test_a_card_in_review_is_due_on_a_day() -> None:
    memory, _ = studied((0, Rating.EASY))
    row = columns(memory)
    assert (row.type, row.queue, row.ivl, row.left) == (2, 2, memory.interval.days, 0)
    assert row.due == memory.interval.days
    assert json.loads(row.data) == {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": 0.9,
        "decay": 0.1542,
        "lrt": int(MORNING.timestamp()),
    }


@pytest.mark.parametrize(
    ("answers", "kind", "left", "lapses"),
    [
        ([(0, Rating.AGAIN)], 1, 2, 0),
        ([(0, Rating.GOOD)], 1, 1, 0),
        ([(0, Rating.EASY), (9, Rating.AGAIN)], 3, 1, 1),
    ],
)
def test_a_card_in_learning_is_due_at_an_instant(
    answers: list[tuple[float, Rating]], kind: int, left: int, lapses: int
) -> None:
    memory, _ = studied(*answers)
    row = columns(memory)
    assert (row.type, row.queue, row.left, row.lapses) == (kind, 1, left, lapses)
    assert row.due == int(memory.due.timestamp())


def test_a_suspended_card_keeps_its_schedule() -> None:
    memory, _ = studied((0, Rating.EASY))
    asked, suspended = columns(memory), columns(memory, CardStatus.SUSPENDED)
    assert suspended == asked._replace(queue=-1)


def test_the_history_says_what_kind_of_review_each_was() -> None:
    memory, reviews = studied(
        (0, Rating.GOOD), (0.01, Rating.GOOD), (3, Rating.AGAIN), (3.01, Rating.GOOD)
    )
    assert memory.state is LearningState.REVIEW
    rows = progress.log_rows(reviews, {CARD.id: 42})
    assert [row.type for row in rows] == [0, 0, 1, 2]
    assert [row.ease for row in rows] == [3, 3, 1, 3]
    assert [row.cid for row in rows] == [42] * 4
    assert rows[0].id == int(MORNING.timestamp() * 1000)
    assert (rows[0].ivl, rows[0].last_ivl) == (-600, 0)
    assert rows[1].ivl > 0
    assert rows[2].last_ivl == rows[1].ivl
    assert rows[3].last_ivl == -600
    assert all(100 <= row.factor <= 1100 for row in rows)


def test_two_reviews_of_one_millisecond_are_both_kept() -> None:
    reviews = [Review(n, CARDS[n].id, Rating.GOOD, MORNING.astimezone(UTC)) for n in range(3)]
    rows = progress.log_rows(reviews, {CARDS[n].id: n for n in range(3)})
    first = int(MORNING.timestamp() * 1000)
    assert [row.id for row in rows] == [first, first + 1, first + 2]


def test_reviews_of_other_cards_are_left_out() -> None:
    _, reviews = studied((0, Rating.GOOD))
    assert progress.log_rows(reviews, {"q1cother": 1}) == []
