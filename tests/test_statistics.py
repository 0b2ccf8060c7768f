"""Figures by hand-made logs, and the whole object out of a real session."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import document, episode
from console import Console
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from quizapp import scheduling, statistics, study
from quizapp.incoming.progress import import_progress
from quizapp.memory import calibration
from quizapp.memory.calibration import Calibration, Judged, group_of
from quizapp.model import CardKind, CardStatus, Note, Rating
from quizapp.scheduling import DEFAULT_MODEL
from quizapp.sessions import insight
from quizapp.statistics import Recalls, Retention
from quizapp.store import library, overview, progress, standing, summaries
from quizapp.store.database import connect, database_path, writing

MakeNote = Callable[..., Note]
Save = Callable[..., library.Changes]

TODAY = date(2026, 1, 31)
DAY = timedelta(days=1)


def told(ago: int, passed: int = 0, failed: int = 0, *, mature: bool = False) -> Recalls:
    """What was recalled ``ago`` days before today."""
    return Recalls(TODAY - ago * DAY, mature, passed, failed)


def test_true_retention_counts_the_first_answer_of_a_day_on_cards_in_review(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0))
    (card,) = library.cards(db)

    def give(rating: Rating, at: datetime) -> None:
        study.answer(db, card.card.id, rating, at)

    give(Rating.EASY, now)  # new
    give(Rating.AGAIN, now + 3 * DAY)  # counts: forgotten
    give(Rating.GOOD, now + 3 * DAY + timedelta(minutes=11))  # the same day
    give(Rating.HARD, now + 5 * DAY)  # counts: Hard is a pass
    summaries.catch_up(db, DEFAULT_MODEL)
    counted = [one for one in insight.log(db).recalls if one.passed or one.failed]
    today = scheduling.study_day(now)
    assert counted == [(today + 3 * DAY, False, 0, 1), (today + 5 * DAY, False, 1, 0)]
    assert statistics.true_retention(counted, today + 5 * DAY, 7) == 0.5


def test_true_retention_looks_back_over_whole_days_and_today() -> None:
    recalls = [told(7, failed=1), told(6, 1), told(0, 1)]
    assert statistics.true_retention(recalls, TODAY, 7) == 1.0
    assert statistics.true_retention(recalls, TODAY, 8) == pytest.approx(2 / 3)
    assert statistics.true_retention([told(400, 1)], TODAY, 365) is None
    assert statistics.true_retention([], TODAY, 30) is None


def test_young_and_mature_cards_are_told_apart() -> None:
    recalls = [told(1, 1, 3), told(1, 4, mature=True)]
    assert statistics.true_retention(recalls, TODAY, 7, mature=False) == 0.25
    assert statistics.true_retention(recalls, TODAY, 7, mature=True) == 1.0
    assert statistics.true_retention(recalls, TODAY, 7) == 5 / 8


def test_weeks_begin_on_monday_and_months_on_their_first() -> None:
    """TODAY is a Saturday, the last day of January."""
    recalls = [told(0, 1), told(5, 2, 1), told(6, 4), told(30, 8, mature=True), told(31, 16)]
    weeks = statistics.by_period(recalls, TODAY, "week")
    assert [one.ages.both.passed for one in weeks[-5:]] == [24, 0, 0, 4, 3]
    assert (weeks[-1].since.isoformat(), weeks[-1].until) == ("2026-01-26", TODAY)
    assert (weeks[-2].since.isoformat(), weeks[-2].until.isoformat()) == (
        *("2026-01-19", "2026-01-25"),
    )
    months = statistics.by_period(recalls, TODAY, "month")
    assert [one.since.isoformat() for one in months[-2:]] == ["2025-12-01", "2026-01-01"]
    assert [one.ages.young.passed for one in months[-2:]] == [16, 7]
    assert months[-1].ages.mature == Retention(8, 0)
    days = statistics.by_period(recalls, TODAY, "day")
    assert len(days) == 14 and days[-1].ages.both == Retention(1, 0)
    assert sum(one.ages.both.passed for one in days) == 7


@pytest.mark.parametrize(
    ("days_ago", "streak"),
    [([], 0), ([0], 1), ([0, 1, 2, 4], 3), ([1, 2], 2), ([2, 3], 0), ([0, 0, 1], 2)],
)
def test_a_streak_ends_today_or_is_still_to_be_continued(days_ago: list[int], streak: int) -> None:
    assert statistics.streak_days([TODAY - n * DAY for n in days_ago], TODAY) == streak


def test_the_forecast_has_a_day_for_each_day() -> None:
    due = {TODAY: 2, TODAY + 3 * DAY: 2, TODAY + 30 * DAY: 1}
    days = statistics.forecast(due, TODAY)
    assert len(days) == 30 and days[0].date == TODAY and days[-1].date == TODAY + 29 * DAY
    assert [((day.date - TODAY).days, day.due) for day in days if day.due] == [(0, 2), (3, 2)]


def judged(recalled: bool, *, chance: float = 0.9, lapses: int = 0) -> Judged:
    return Judged(chance, recalled, group_of(10, 4, lapses))


def measured(found: list[Judged]) -> Calibration:
    return calibration.measure(calibration.tally(found))


def test_predictions_that_come_true_are_calibrated() -> None:
    found = measured([judged(n > 0) for n in range(10)])
    assert found.reviews == 10
    assert found.rmse_bins == pytest.approx(0, abs=1e-9), "0.9 predicted, 9 of 10 recalled"
    assert found.log_loss == pytest.approx(-(9 * math.log(0.9) + math.log(0.1)) / 10)


def test_rmse_weighs_each_bin_by_its_size() -> None:
    found = measured([judged(True)] * 3 + [judged(False, lapses=1)])
    assert found.rmse_bins == pytest.approx(math.sqrt((3 * (0.9 - 1) ** 2 + (0.9 - 0) ** 2) / 4))


def test_a_bin_may_come_in_parts() -> None:
    """The database keeps them apart by the chance that was predicted."""
    found = [judged(n % 3 > 0, chance=0.5 + n / 40) for n in range(20)]
    parts = [one for part in (found[:7], found[7:]) for one in calibration.tally(part)]
    whole = measured(found)
    assert calibration.measure(parts).rmse_bins == pytest.approx(whole.rmse_bins)
    assert calibration.measure(parts).log_loss == pytest.approx(whole.log_loss)


def test_without_predictions_there_is_nothing_to_judge() -> None:
    assert measured([]) == Calibration(None, None, 0)


@given(
    st.lists(
        st.builds(
            lambda chance, came, elapsed, reps, lapses: Judged(
                chance, came, group_of(elapsed, reps, lapses)
            ),
            st.floats(0, 1),
            st.booleans(),
            st.integers(1, 40_000),
            st.integers(0, 500),
            st.integers(0, 100),
        ),
        min_size=1,
    )
)
def test_calibration_is_finite_whatever_came(log: list[Judged]) -> None:
    found = measured(log)
    assert found.log_loss is not None and 0 <= found.log_loss < 10
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
    (today,) = insight.progress_report(db, now).episodes
    assert (today.cards, today.seen, today.recall) == (4, 2, 1.0)
    (later,) = insight.progress_report(db, now + 8 * DAY).episodes
    assert later.recall == pytest.approx(0.903, abs=0.005), "eight days at a stability of 8.3"
    assert [(one.title, one.recall) for one in later.chapters] == [
        ("Beginnings", later.recall),
        ("Open questions", None),
    ]


def test_the_report_of_an_empty_library_is_nulls_and_zeros(db: Database, now: datetime) -> None:
    form = statistics.to_json(insight.progress_report(db, now))
    assert form["today"] == {"new": 0, "learning": 0, "due": 0, "reviewed": 0}
    assert form["true_retention"] == {"7": None, "30": None, "365": None}
    assert form["calibration"] == {"log_loss": None, "rmse_bins": None, "reviews": 0}
    assert form["streak_days"] == 0 and list(form["episodes"]) == []  # type: ignore[call-overload]


def test_the_json_has_the_form_that_others_rely_on(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n, chapter="Beginnings") for n in range(3)))
    while item := study.next_item(db, now):
        study.answer(db, item.card.id, Rating.GOOD, now)
    form = json.loads(json.dumps(statistics.to_json(insight.progress_report(db, now + 3 * DAY))))
    assert list(form)[:6] == [
        *("today", "true_retention", "forecast", "streak_days", "episodes", "calibration")
    ]
    assert form["forecast"][0] == {"date": "2026-01-08", "due": 3}
    (one,) = form["episodes"]
    assert list(one)[:5] == ["slug", "cards", "seen", "recall", "chapters"]
    assert list(one["chapters"][0])[:2] == ["title", "recall"]
    nothing = {"7": None, "30": None, "365": None}
    for name in ("true_retention", "young_retention", "mature_retention"):
        assert one[name] == form[name] == nothing
    assert form["facts"] == {"notes": 3, "seen": 3, "known": 0}
    assert insight.progress_report(db, now).today.reviewed == 6


def test_a_fact_is_known_when_all_its_sides_are(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note(0, kinds=(CardKind.CHOICE, CardKind.RECALL))
    save(note, make_note(1))
    choice, recall = (card.id for card in note.cards)

    def learn(card_id: str) -> None:
        at = now
        for _ in range(4):
            memory = study.answer(db, card_id, Rating.EASY, at)
            at = memory.due

    learn(choice)
    assert insight.facts(_overview(db)) == statistics.Facts(notes=2, seen=1, known=0)
    learn(recall)
    assert insight.facts(_overview(db)) == statistics.Facts(notes=2, seen=1, known=1)
    first, second = standing.ideas(db, "deep-learning", TODAY, DEFAULT_MODEL)
    assert (first.known, second.known, second.recall) == (True, False, None)


def _study(db: Database, dice: random.Random, begin: datetime, days: int) -> None:
    """Random answers, some of them taken back, some days after others were looked at."""
    for number in range(days):
        now = begin + number * DAY
        for _ in range(12):
            item = study.next_item(db, now)
            if item is None:
                break
            (rating,) = dice.choices(list(Rating), (2, 1, 6, 1))
            now += timedelta(seconds=40)
            study.answer(db, item.card.id, rating, now, duration_ms=dice.randrange(9000))
            if dice.random() < 0.2:
                study.undo(db, now)
        if dice.random() < 0.3:
            summaries.catch_up(db, DEFAULT_MODEL)
            study.undo(db, now)


@pytest.mark.parametrize("many", [summaries._MANY, 0])
def test_sums_kept_from_day_to_day_are_those_of_the_whole_log(
    db: Database,
    save: Save,
    make_note: MakeNote,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    many: int,
) -> None:
    save(*(make_note(n, kinds=(CardKind.CHOICE, CardKind.RECALL)) for n in range(10)))
    _study(db, random.Random(4), now, 60)
    summaries.catch_up(db, DEFAULT_MODEL)
    kept = _sums(db)
    predicted = {(one.twentieth, one.tally.group): one.tally for one in summaries.predictions(db)}
    db.execute("UPDATE summaries SET stale = 1")
    monkeypatch.setattr(summaries, "_MANY", many)  # from there on in columns
    summaries.catch_up(db, DEFAULT_MODEL)
    assert _sums(db) == kept
    again = {(one.twentieth, one.tally.group): one.tally for one in summaries.predictions(db)}
    assert again.keys() == predicted.keys()
    for key, tally in again.items():
        assert tally[1:] == pytest.approx(predicted[key][1:])
    assert sum(one.answers for one in insight.log(db).studied) == len(progress.reviews(db))
    # The same reviews are counted by the day and by the episode.
    recalls = [one for one in insight.log(db).recalls if one.passed or one.failed]
    assert sorted(recalls) == sorted(insight.recalls_of(db, "deep-learning"))


def _overview(db: Database) -> list[overview.Overview]:
    return overview.overview(db, TODAY, DEFAULT_MODEL)


def _sums(db: Database) -> tuple[object, ...]:
    return (
        *(summaries.days(db), summaries.kinds(db), insight.facts(_overview(db))),
        summaries.recalls_of(db, "deep-learning"),
    )


def test_a_change_of_the_log_itself_has_the_sums_made_anew(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0))
    study.answer(db, library.cards(db)[0].card.id, Rating.EASY, now)
    assert [one.state for one in _caught_up(db)] == ["new"]
    db.execute("UPDATE reviews SET state = 'review', stability = 30.0, elapsed_days = 3")
    (changed,) = _caught_up(db)
    assert (changed.state, changed.mature) == ("review", True)


def test_what_is_kept_of_an_episode_follows_every_change(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    notes = [make_note(n, kinds=(CardKind.CHOICE, CardKind.RECALL)) for n in range(6)]
    save(*notes)
    dice, at = random.Random(2), now
    ids = [card.id for one in notes for card in one.cards]

    def look() -> list[overview.Overview]:
        summaries.catch_up(db, DEFAULT_MODEL)
        return overview.overview(db, scheduling.study_day(at), DEFAULT_MODEL)

    for _ in range(60):
        card_id = dice.choice(ids)
        change = dice.choice(("answer", "answer", "undo", "suspend", "ask", "edit", "tomorrow"))
        if change == "answer" and library.card(db, card_id).card.status is CardStatus.ACTIVE:
            study.answer(db, card_id, dice.choice(list(Rating)), at)
        elif change == "undo":
            study.undo(db, at)
        elif change in ("suspend", "ask"):
            status = CardStatus.SUSPENDED if change == "suspend" else CardStatus.ACTIVE
            library.set_status(db, card_id, status, at)
        elif change == "edit":
            library.edit_card(db, card_id, prompt="Why so?", answer=None, now=at)
        else:
            at += DAY
        kept = look()
        db.execute("DELETE FROM episode_overviews")
        assert look() == kept, change
    save(*notes[:3])
    (one,) = look()
    assert one.known.notes < 6, "what a build makes no more is not counted"


def test_an_import_sums_up_what_came_in(
    db: Database, save: Save, make_note: MakeNote, now: datetime, home: Path, tmp_path: Path
) -> None:
    """So that the first look at it does not have to wait."""
    save(*(make_note(n) for n in range(6)))
    other = tmp_path / "elsewhere"
    with closing(connect(database_path(home))) as source:
        source.execute("VACUUM INTO ?", (str(tmp_path / "copy.db"),))
    other.mkdir()
    (tmp_path / "copy.db").rename(database_path(other))
    _study(db, random.Random(1), now, 8)
    assert Console(home)("reviews", "--to", str(tmp_path / "log.csv")).code == 0
    assert Console(other)("import-progress", str(tmp_path / "log.csv")).code == 0
    with closing(connect(database_path(other))) as arrived:
        known = [one[:2] for one in summaries.days(arrived)]
        summaries.catch_up(db, DEFAULT_MODEL)
        assert known == [one[:2] for one in summaries.days(db)] != []
        assert arrived.execute("SELECT episode FROM episode_overviews").fetchall()


@pytest.mark.parametrize("looked_before", [False, True])
def test_older_answers_that_come_later_count_in_the_order_of_time(
    db: Database,
    save: Save,
    make_note: MakeNote,
    now: datetime,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    looked_before: bool,
) -> None:
    save(make_note(0))
    card_id = library.cards(db)[0].card.id
    study.answer(db, card_id, Rating.AGAIN, now)
    if looked_before:
        summaries.catch_up(db, DEFAULT_MODEL)
    rows = [f"{card_id},3,{(now - ago * DAY).isoformat()},900" for ago in (60, 50, 30)]
    table = tmp_path / "older.csv"
    table.write_text("\n".join(["card_id,rating,reviewed_at,duration_ms", *rows]) + "\n")
    assert import_progress(db, table, now).added == 3
    summaries.catch_up(db, DEFAULT_MODEL)
    kept = _predicted(db)
    assert [group for _, group in kept] == [
        group_of(10, 1, 0),
        group_of(20, 2, 0),
        group_of(30, 3, 0),
    ]
    db.execute("UPDATE summaries SET stale = 1")
    monkeypatch.setattr(summaries, "_MANY", 0)  # in columns
    summaries.catch_up(db, DEFAULT_MODEL)
    assert _predicted(db) == kept


def _predicted(db: Database) -> list[tuple[int, tuple[float, ...]]]:
    found = ((one.twentieth, one.tally.group) for one in summaries.predictions(db))
    return sorted(found, key=lambda one: one[1])


def test_the_page_does_not_wait_for_another_writer(
    db: Database, save: Save, make_note: MakeNote, now: datetime, home: Path
) -> None:
    save(make_note(0))
    with closing(connect(database_path(home))) as other, writing(other):
        begin = time.perf_counter()
        (one,) = overview.overview(db, TODAY, DEFAULT_MODEL)
        assert one.known.notes == 1
        assert time.perf_counter() - begin < 5
    assert db.execute("SELECT count(*) FROM episode_overviews").fetchone() == (0,)


def test_the_progress_page_is_shown_while_another_program_writes(
    shelf: Database, filled: Path, client: FlaskClient, now: datetime
) -> None:
    """With the figures as they were summed up last."""
    study.answer(shelf, library.cards(shelf)[0].card.id, Rating.GOOD, now)
    assert client.get("/progress").status_code == 200
    study.answer(shelf, library.cards(shelf)[1].card.id, Rating.GOOD, now)
    with closing(connect(database_path(filled))) as other, writing(other):
        begin = time.perf_counter()
        page = client.get("/progress")
        assert page.status_code == 200
        assert "<dt>Answers in all</dt><dd>1</dd>" in page.text
        assert time.perf_counter() - begin < 8
    assert "<dt>Answers in all</dt><dd>2</dd>" in client.get("/progress").text


def test_a_card_that_moves_takes_its_answers_along(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0))
    card_id = library.cards(db)[0].card.id
    for days in (0, 9):
        study.answer(db, card_id, Rating.EASY, now + days * DAY)
    _caught_up(db)
    assert insight.recalls_of(db, "deep-learning")
    library.save_episode(db, episode("elsewhere"), [document()], [], now)
    db.execute("UPDATE cards SET episode = 'elsewhere'")
    _caught_up(db)
    assert not insight.recalls_of(db, "deep-learning")
    assert [one.passed for one in insight.recalls_of(db, "elsewhere")] == [1]


def _caught_up(db: Database) -> list[summaries.KindCell]:
    summaries.catch_up(db, DEFAULT_MODEL)
    return summaries.kinds(db)


def test_what_is_due_counts_every_card_seen_once(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(10)))
    _study(db, random.Random(9), now, 20)
    today = scheduling.study_day(now + 25 * DAY)
    due = standing.due(db, today, 4000)
    assert sum(due.values()) == sum(one.cards for one in overview.shapes(_overview(db)))
    assert min(due) >= today
