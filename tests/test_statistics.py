"""Figures by hand-made logs, and the whole object out of a real session."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from quizapp import statistics, study
from quizapp.model import Counts, Note, Rating
from quizapp.statistics import Answered, Calibration, Standing
from quizapp.store import figures, library

MakeNote = Callable[..., Note]
Save = Callable[..., library.Changes]

TODAY = date(2026, 1, 31)
DAY = timedelta(days=1)


def answered(
    ago: int,
    rating: int = 3,
    *,
    card: str = "q1c1",
    state: str = "review",
    stability: float | None = 10.0,
    elapsed: int | None = 10,
    reps: int = 4,
    lapses: int = 0,
) -> Answered:
    """An answer ``ago`` days before today."""
    return Answered(card, TODAY - ago * DAY, rating, state, stability, elapsed, reps, lapses)


def retention(log: Sequence[Answered], days: int) -> float | None:
    return statistics.true_retention(statistics.firsts_of_day(log), TODAY, days)


def test_true_retention_counts_the_first_answer_of_a_day_on_cards_in_review() -> None:
    log = [
        answered(3, 1),
        answered(3, 3, elapsed=0, state="relearning"),
        answered(3, 3, elapsed=0),
        answered(2, 2, card="q1c2"),
        answered(1, 3, card="q1c3", state="learning"),
        answered(1, 3, card="q1c4", state="new", stability=None, elapsed=None),
        answered(0, 4, card="q1c5"),
    ]
    assert retention(log, 7) == pytest.approx(2 / 3), "Hard is a pass, Again is none"


def test_true_retention_looks_back_over_whole_days_and_today() -> None:
    log = [answered(7, 1), answered(6, 3), answered(0, 3)]
    assert retention(log, 7) == 1.0
    assert retention(log, 8) == pytest.approx(2 / 3)
    assert retention([answered(400)], 365) is None
    assert retention([], 30) is None


@pytest.mark.parametrize(
    ("days_ago", "streak"),
    [([], 0), ([0], 1), ([0, 1, 2, 4], 3), ([1, 2], 2), ([2, 3], 0), ([0, 0, 1], 2)],
)
def test_a_streak_ends_today_or_is_still_to_be_continued(days_ago: list[int], streak: int) -> None:
    assert statistics.streak_days([TODAY - n * DAY for n in days_ago], TODAY) == streak


def test_the_forecast_has_what_is_overdue_on_its_first_day() -> None:
    def due(offset: int | None) -> Standing:
        day = None if offset is None else TODAY + offset * DAY
        return Standing("q1c1", "e", None, due_day=day)

    days = statistics.forecast([due(-5), due(0), due(3), due(3), due(30), due(None)], TODAY)
    assert len(days) == 30 and days[0].date == TODAY and days[-1].date == TODAY + 29 * DAY
    assert [(day.date - TODAY).days for day in days if day.due] == [0, 3]
    assert (days[0].due, days[3].due) == (2, 2)


def test_predictions_that_come_true_are_calibrated() -> None:
    log = [answered(1, 1 if n == 0 else 3, card=f"q1c{n}") for n in range(10)]
    found = statistics.calibration(log)
    assert found.reviews == 10
    assert found.rmse_bins == pytest.approx(0, abs=1e-9), "0.9 predicted, 9 of 10 recalled"
    assert found.log_loss == pytest.approx(-(9 * math.log(0.9) + math.log(0.1)) / 10)


def test_rmse_weighs_each_bin_by_its_size() -> None:
    bins = [answered(1, 3)] * 3 + [answered(1, 1, lapses=1)]
    expected = math.sqrt((3 * (0.9 - 1) ** 2 + 1 * (0.9 - 0) ** 2) / 4)
    assert statistics.calibration(bins).rmse_bins == pytest.approx(expected)


def test_what_could_not_be_predicted_is_not_judged() -> None:
    log = [answered(1, stability=None, elapsed=None, state="new"), answered(1, elapsed=0)]
    assert statistics.calibration(log) == Calibration(None, None, 0)


@given(
    st.lists(
        st.builds(
            answered,
            st.integers(0, 50),
            st.sampled_from([1, 2, 3, 4]),
            stability=st.floats(0.001, 40_000),
            elapsed=st.integers(1, 40_000),
            reps=st.integers(0, 500),
            lapses=st.integers(0, 100),
        ),
        min_size=1,
    )
)
def test_calibration_is_finite_whatever_came(log: list[Answered]) -> None:
    found = statistics.calibration(log)
    assert found.log_loss is not None and 0 < found.log_loss < 10
    assert found.rmse_bins is not None and 0 <= found.rmse_bins <= 1
    assert found.reviews == len(log)


def test_recall_is_the_mean_over_seen_cards_of_an_episode_and_its_chapters(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(
        *(make_note(n, chapter="Beginnings") for n in range(2)),
        *(make_note(n, chapter="Open questions") for n in range(2, 4)),
    )
    for stored in library.cards(db)[:2]:
        study.answer(db, stored.card.id, Rating.EASY, now)
    (today,) = study.progress_report(db, now).episodes
    assert (today.cards, today.seen, today.recall) == (4, 2, 1.0)
    (later,) = study.progress_report(db, now + 8 * DAY).episodes
    assert later.recall == pytest.approx(0.903, abs=0.005), "eight days at a stability of 8.3"
    assert [(one.title, one.recall) for one in later.chapters] == [
        ("Beginnings", later.recall),
        ("Open questions", None),
    ]


def test_the_report_of_an_empty_library_is_nulls_and_zeros(db: Database, now: datetime) -> None:
    form = statistics.to_json(study.progress_report(db, now))
    assert form["today"] == {"new": 0, "learning": 0, "due": 0, "reviewed": 0}
    assert form["true_retention"] == {"7": None, "30": None, "365": None}
    assert form["calibration"] == {"log_loss": None, "rmse_bins": None, "reviews": 0}
    assert form["streak_days"] == 0 and list(form["episodes"]) == []


def test_the_json_has_the_form_that_others_rely_on(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n, chapter="Beginnings") for n in range(3)))
    while item := study.next_item(db, now):
        study.answer(db, item.card.id, Rating.GOOD, now)
    form = json.loads(json.dumps(statistics.to_json(study.progress_report(db, now + 3 * DAY))))
    assert list(form) == [
        *("today", "true_retention", "forecast", "streak_days", "episodes", "calibration")
    ]
    assert form["forecast"][0] == {"date": "2026-01-08", "due": 3}
    (episode,) = form["episodes"]
    assert list(episode) == ["slug", "cards", "seen", "recall", "chapters"]
    assert list(episode["chapters"][0]) == ["title", "recall"]
    assert study.progress_report(db, now).today.reviewed == 6


def test_the_report_is_made_of_what_the_store_hands_over(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0), make_note(1))
    card_id = library.cards(db)[0].card.id
    for at in (now, now + timedelta(minutes=10), now + 4 * DAY):
        study.answer(db, card_id, Rating.GOOD, at)
    study.answer(db, card_id, Rating.AGAIN, now + 4 * DAY)
    study.undo(db, now + 4 * DAY)
    log = figures.answered(db)
    assert [(one.state, one.elapsed_days, one.reps) for one in log] == [
        *(("new", None, 0), ("learning", 0, 1), ("review", 4, 2))
    ]
    whole = statistics.report(
        log[-1].day, Counts(1, 0, 0), log, figures.standings(db), library.episodes(db)
    )
    assert whole == study.progress_report(db, now + 4 * DAY)
    assert whole.true_retention[7] == 1.0 and whole.calibration.reviews == 1
