"""The review log as a table: four columns, instants with the learner's offset."""

from __future__ import annotations

import csv
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quizapp.errors import ExportError
from quizapp.exchange import write_reviews
from quizapp.model import Rating, Review

MORNING = datetime(2026, 1, 31, 9, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=1)))
REVIEWS = (
    Review(1, "q1ca", Rating.AGAIN, MORNING, 3100),
    Review(2, "q1ca", Rating.EASY, MORNING + timedelta(minutes=1)),
)


def test_the_log_has_the_promised_columns_and_keeps_its_order(tmp_path: Path) -> None:
    to = tmp_path / "reviews.csv"
    assert write_reviews(REVIEWS, to) == 2
    assert to.read_text(encoding="utf-8") == (
        "card_id,rating,reviewed_at,duration_ms\n"
        "q1ca,1,2026-01-31T09:00:00.250000+01:00,3100\n"
        "q1ca,4,2026-01-31T09:01:00.250000+01:00,\n"
    )


def test_the_instants_come_back_as_they_were(tmp_path: Path) -> None:
    to = tmp_path / "reviews.csv"
    write_reviews(REVIEWS, to)
    with to.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = [datetime.fromisoformat(row["reviewed_at"]) for row in rows]
    assert read == [review.reviewed_at for review in REVIEWS]
    assert [instant.utcoffset() for instant in read] == [timedelta(hours=1)] * 2


def test_an_empty_log_is_a_table_with_its_header(tmp_path: Path) -> None:
    to = tmp_path / "reviews.csv"
    assert write_reviews([], to) == 0
    assert to.read_text(encoding="utf-8") == "card_id,rating,reviewed_at,duration_ms\n"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no such folder"):
        write_reviews(REVIEWS, tmp_path / "missing" / "reviews.csv")


def test_json_has_the_same_and_another_ending_is_refused(tmp_path: Path) -> None:
    to = tmp_path / "reviews.json"
    assert write_reviews(REVIEWS, to) == 2
    first, second = json.loads(to.read_text("utf-8"))["reviews"]
    assert first == {
        "card_id": "q1ca",
        "rating": 1,
        "reviewed_at": "2026-01-31T09:00:00.250000+01:00",
        "duration_ms": 3100,
    }
    assert second["duration_ms"] is None
    with pytest.raises(ExportError, match=r"neither \.csv nor \.json"):
        write_reviews(REVIEWS, tmp_path / "reviews.txt")
    assert not (tmp_path / "reviews.txt").exists()
