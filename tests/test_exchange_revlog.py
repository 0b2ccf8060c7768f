"""Rows of Anki's log, whatever stands in them, come to answers and to what was passed over."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from quizapp.exchange import revlog
from quizapp.exchange.revlog import read_log

START = 1_767_600_000_000
CARDS = (70, 50, 60)


def answers(rows: list[Any], cards: tuple[int, ...] = CARDS) -> list[tuple[int, ...]]:
    log = read_log(rows, cards)
    columns = (one.tolist() for one in (log.card, log.at, log.rating, log.duration_ms))
    return sorted(zip(*columns, strict=True))


def test_answers_are_told_by_the_places_of_their_cards() -> None:
    rows = [
        (50, START + 2, 3, 2500, 4000, 1),
        (70, START + 1, 1, 0, 70_000, 0),
        (60, START, 4, 0, -5, 2),
        (99, START, 4, 0, 100, 2),
    ]
    assert answers(rows) == [
        (0, START + 1, 1, 60_000),
        (1, START + 2, 3, 4000),
        (2, START, 4, 0),
    ]
    assert read_log(rows, CARDS).rows == 3
    assert answers(rows, ()) == answers([]) == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((50, START, 0, 0, 0, 4), "reset"),
        ((50, START, 0, 2500, 0, 4), "rescheduled"),
        ((50, START, 3, 2500, 0, 5), "rescheduled"),
        ((50, START, 0, 2500, 0, 1), "rescheduled"),
        ((50, START, 3, 0, 0, 3), "practised"),
        ((50, START, 5, 2500, 0, 1), "unreadable"),
        ((50, -START, 3, 2500, 0, 1), "unreadable"),
        ((50, 9 * START, 3, 2500, 0, 1), "unreadable"),
        ((50, "yesterday", 3, 2500, 0, 1), "unreadable"),
        ((50, START, 3.5, 2500, 0, 1), "unreadable"),
        ((50, START, 3, None, 0, 1), "unreadable"),
        ((50, START, 3, 2500, 10**30, 1), "unreadable"),
    ],
)
def test_what_is_no_answer_is_counted_by_why(row: tuple[Any, ...], why: str) -> None:
    good = (50, START + 1, 3, 2500, 4000, 1)
    log = read_log([good, row, (99, *row[1:])], CARDS)
    assert log.passed_over == Counter({why: 1})
    assert log.at.tolist() == [START + 1]
    assert log.rows == 2


def test_a_long_log_is_read_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Any] = [(CARDS[n % 3], START + n, 1 + n % 4, 2500, n, n % 3) for n in range(50)]
    rows[20] = (50, b"", 3, 0, 0, 0)
    whole = answers(rows)
    monkeypatch.setattr(revlog, "_PORTION", 7)
    assert answers(rows) == whole
    assert len(whole) == 49
    assert all(one < other for one, other in pairwise(whole))
    assert read_log(rows, CARDS).passed_over == Counter(unreadable=1)
