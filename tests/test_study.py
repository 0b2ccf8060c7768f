"""Sessions on a real database: what is asked, in which order, and what an answer leaves."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import groupby, pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from quizapp import scheduling, study
from quizapp.errors import NotFoundError, StudyError
from quizapp.model import CardKind, CardStatus, Counts, LearningState, Note, Rating, Settings
from quizapp.sessions import insight
from quizapp.store import library, progress
from quizapp.store.database import connect, database_path
from quizapp.store.settings import save_settings

MakeNote = Callable[..., Note]
Save = Callable[..., library.Changes]

PAIR = (CardKind.CHOICE, CardKind.RECALL)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def graduate(db: Database, card_id: str, at: datetime) -> None:
    """Answers a new card Easy, which puts it straight into review."""
    study.answer(db, card_id, Rating.EASY, at)


def tables(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """What the schedule consists of, row by row."""
    return {
        name: db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
        for name in ("memory", "queue", "burials")
    }


def test_new_cards_come_best_first_and_the_episodes_in_turn(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(3)))
    save(*(make_note(n + 3, episode="other") for n in range(3)), slug="other")
    asked = []
    for _ in range(6):
        item = study.next_item(db, now)
        assert item
        asked.append((item.card.episode, item.card.source.line_start))
        graduate(db, item.card.id, now)
    assert asked == [
        *(("deep-learning", 1), ("other", 4), ("deep-learning", 2)),
        *(("other", 5), ("deep-learning", 3), ("other", 6)),
    ]


def test_the_interval_on_the_button_is_the_one_you_get(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    for rating in (Rating.GOOD, Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY):
        item = study.next_item(db, now)
        assert item
        promised = item.intervals[rating]
        assert study.answer(db, item.card.id, rating, now).interval == promised
        now = study.next_due(db, now + SECOND) or now


def test_a_day_has_twenty_new_cards(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(30)))
    assert study.counts(db, now) == Counts(new=20, learning=0, due=0)
    for left in range(20, 0, -1):
        item = study.next_item(db, now)
        assert item and item.counts.new == left
        graduate(db, item.card.id, now)
    assert study.next_item(db, now) is None
    assert study.next_due(db, now) == datetime.fromisoformat("2026-01-06T04:00:00+01:00")
    assert study.counts(db, now + DAY).new == 10


def test_the_limit_on_reviews_also_holds_new_cards_back(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(30)))
    for stored in library.cards(db)[:12]:
        graduate(db, stored.card.id, now)
    later = now + 30 * DAY
    assert study.counts(db, later) == Counts(new=18, learning=0, due=12)
    save_settings(db, Settings(reviews_per_day=15))
    assert study.counts(db, later) == Counts(new=3, learning=0, due=12)
    save_settings(db, Settings(reviews_per_day=10))
    assert study.counts(db, later) == Counts(new=0, learning=0, due=10)
    item = study.next_item(db, later)
    assert item
    study.answer(db, item.card.id, Rating.GOOD, later)
    assert study.counts(db, later) == Counts(new=0, learning=0, due=9)


def test_new_cards_are_spread_among_the_reviews(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(16)))
    for stored in library.cards(db)[:12]:
        graduate(db, stored.card.id, now)
    later, pattern = now + 30 * DAY, ""
    while item := study.next_item(db, later):
        pattern += "r" if item.memory else "n"
        study.answer(db, item.card.id, Rating.EASY, later)
    assert pattern == "rrnrrrnrrnrrrnrr"


def test_learning_cards_come_when_their_minutes_are_over_and_early_when_nothing_else_is_left(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0), make_note(1))
    first, second = (stored.card.id for stored in library.cards(db))
    study.answer(db, first, Rating.AGAIN, now)
    item = study.next_item(db, now + SECOND)
    assert item and item.card.id == second, "the other card comes while the minute runs"
    item = study.next_item(db, now + 61 * SECOND)
    assert item and item.card.id == first, "a minute later it is the learning card's turn"
    study.answer(db, second, Rating.EASY, now + SECOND)
    item = study.next_item(db, now + 2 * SECOND)
    assert item and item.card.id == first, "nothing else is left, so it comes early"
    assert item.counts == Counts(new=0, learning=1, due=0)


def test_the_most_overdue_day_comes_first_and_in_it_the_most_forgotten_card(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(8)))
    for number, stored in enumerate(library.cards(db)):
        graduate(db, stored.card.id, now - number * DAY)
    later, seen = now + 40 * DAY, []
    today = scheduling.study_day(later)
    while item := study.next_item(db, later):
        assert item.memory
        chance = scheduling.retrievability(item.memory, today)
        seen.append((scheduling.due_day(item.memory), chance))
        study.answer(db, item.card.id, Rating.EASY, later)
    assert len(seen) == 8
    assert seen == sorted(seen)


def test_siblings_wait_for_the_next_study_day(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0, kinds=PAIR))
    assert study.counts(db, now).new == 1, "of two siblings one is asked today"
    item = study.next_item(db, now)
    assert item
    graduate(db, item.card.id, now)
    assert study.next_item(db, now) is None
    tomorrow = study.next_due(db, now)
    assert tomorrow == datetime.fromisoformat("2026-01-06T04:00:00+01:00")
    other = study.next_item(db, tomorrow)
    assert other and other.card.id != item.card.id


def test_siblings_of_a_card_in_learning_wait_but_a_learning_card_does_not(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0, kinds=PAIR))
    one, other = (stored.card.id for stored in library.cards(db))
    study.answer(db, one, Rating.AGAIN, now)
    study.answer(db, other, Rating.AGAIN, now + SECOND)
    assert study.counts(db, now + SECOND) == Counts(new=0, learning=2, due=0)
    item = study.next_item(db, now + 70 * SECOND)
    assert item and item.card.id == one


def test_undo_brings_the_siblings_back(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0, kinds=PAIR))
    before = study.next_item(db, now)
    assert before
    study.answer(db, before.card.id, Rating.EASY, now)
    assert study.next_item(db, now) is None
    assert study.undo(db, now)
    assert study.next_item(db, now) == before


def test_undo_goes_back_answer_by_answer_to_the_morning(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(5)))
    graduate(db, library.cards(db)[0].card.id, now - 9 * DAY)
    states, moments = [tables(db)], []
    chance = random.Random(5)
    for _ in range(25):
        now += 40 * SECOND
        item = study.next_item(db, now)
        if item:
            study.answer(db, item.card.id, chance.choice(list(Rating)), now)
            states.append(tables(db))
            moments.append(now)
    assert len(moments) > 10
    while moments:
        states.pop()
        taken = study.undo(db, now)
        assert taken and taken.reviewed_at == moments.pop()
        assert tables(db) == states[-1]
    assert study.undo(db, now) is None, "yesterday's answers stay"
    assert len(progress.reviews(db)) == 1


def test_what_undo_took_back_stays_in_the_log_and_is_shown_nowhere(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    card_id = library.cards(db)[0].card.id
    study.answer(db, card_id, Rating.HARD, now)
    study.undo(db, now)
    study.answer(db, card_id, Rating.GOOD, now)
    assert [review.rating for review in progress.reviews(db)] == [Rating.GOOD]
    assert db.execute("SELECT count(*) FROM reviews").fetchone() == (2,)
    assert insight.progress_report(db, now).today.reviewed == 1


def test_a_card_that_is_not_active_is_neither_asked_nor_answered(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    card_id = library.cards(db)[0].card.id
    for status in (CardStatus.SUSPENDED, CardStatus.REJECTED):
        library.set_status(db, card_id, status, now)
        assert study.next_item(db, now) is None
        assert study.next_due(db, now) is None
        with pytest.raises(StudyError, match=f"is {status} and not asked"):
            study.answer(db, card_id, Rating.GOOD, now)
    save()
    with pytest.raises(StudyError):
        study.answer(db, card_id, Rating.GOOD, now)
    with pytest.raises(NotFoundError):
        study.answer(db, "q1cnone", Rating.GOOD, now)
    assert progress.reviews(db) == ()


def test_an_answer_longer_than_a_minute_counts_as_a_minute(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    card_id = library.cards(db)[0].card.id
    for given_ms in (None, -5, 1234, 86_400_000):
        study.answer(db, card_id, Rating.GOOD, now, duration_ms=given_ms)
    kept = [review.duration_ms for review in progress.reviews(db)]
    assert kept == [None, 0, 1234, 60_000]


def test_the_log_keeps_the_learners_offset_to_the_millisecond(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    save(make_note())
    at = datetime(2026, 7, 1, 8, 0, 0, 123_999, tzinfo=ZoneInfo("Asia/Kathmandu"))
    study.answer(db, library.cards(db)[0].card.id, Rating.GOOD, at)
    (review,) = progress.reviews(db)
    assert review.reviewed_at.isoformat() == "2026-07-01T08:00:00.123000+05:45"


def test_answers_at_one_instant_or_after_the_clock_went_back_stay_in_order(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    card_id = library.cards(db)[0].card.id
    for at in (now, now, now - 3 * DAY, now + SECOND):
        study.answer(db, card_id, Rating.GOOD, at)
    moments = [review.reviewed_at for review in progress.reviews(db, card_id)]
    assert moments == sorted(set(moments)) and len(moments) == 4
    before = progress.memories(db)
    study.rebuild(db)
    assert progress.memories(db) == before


def test_bury_hides_a_card_until_the_next_study_day(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0), make_note(1))
    first, second = (stored.card.id for stored in library.cards(db))
    study.bury(db, first, now)
    item = study.next_item(db, now)
    assert item and item.card.id == second and item.counts.new == 1
    assert library.card(db, first).buried_until == scheduling.study_day(now + DAY)
    assert study.counts(db, now + DAY).new == 2
    with pytest.raises(NotFoundError):
        study.bury(db, "q1cnone", now)


def test_one_episode_can_be_studied_alone(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(3)))
    save(make_note(4, episode="other"), slug="other")
    item = study.next_item(db, now, episode="other")
    assert item and item.card.episode == "other" and item.counts.total == 1
    graduate(db, item.card.id, now)
    assert study.next_item(db, now, episode="other") is None
    due = study.next_due(db, now, episode="other")
    assert due == scheduling.day_start(
        scheduling.due_day(progress.memories(db)[item.card.id]), now.tzinfo or UTC
    )
    assert study.next_due(db, now) == now


def test_an_empty_library_has_nothing_to_ask(db: Database, now: datetime) -> None:
    assert study.next_item(db, now) is None
    assert study.next_due(db, now) is None
    assert study.undo(db, now) is None
    assert study.rebuild(db) == 0


def test_item_is_the_very_card_even_when_it_is_not_due(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0), make_note(1))
    last = library.cards(db)[-1].card
    item = study.item(db, last.id, now)
    assert item.card == last and item.memory is None and set(item.intervals) == set(Rating)
    with pytest.raises(NotFoundError):
        study.item(db, "q1cnone", now)


def test_another_connection_sees_the_answer_at_once(
    db: Database, home: Path, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    card_id = library.cards(db)[0].card.id
    after = study.answer(db, card_id, Rating.GOOD, now)
    other = connect(database_path(home))
    assert progress.memory(other, card_id) == after
    other.close()


def test_a_card_forgotten_eight_times_is_tagged_a_leech(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    card_id = library.cards(db)[0].card.id
    graduate(db, card_id, now)
    for _ in range(8):
        assert "leech" not in library.card(db, card_id).card.tags
        now += 30 * DAY
        study.answer(db, card_id, Rating.AGAIN, now)
        study.answer(db, card_id, Rating.GOOD, now)
    assert library.card(db, card_id).card.tags == ("ai", "leech")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from([*Rating, None]),
            st.integers(-3600, 60 * 60 * 24 * 40),
        ),
        max_size=40,
    ),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
def test_schedules_can_be_rebuilt_from_the_log(
    db: Database,
    save: Save,
    make_note: MakeNote,
    steps: list[tuple[int, Rating | None, int]],
    zone: str,
) -> None:
    """Months of answers and undos (None), over changes of the clock: the log is enough."""
    save(*(make_note(n) for n in range(6)))
    ids = sorted(stored.card.id for stored in library.cards(db))
    now = datetime(2026, 2, 20, 3, 30, tzinfo=ZoneInfo(zone))
    db.begin()
    try:
        for which, rating, seconds in steps:
            now += timedelta(seconds=seconds)
            if rating is None:
                study.undo(db, now)
            else:
                study.answer(db, ids[which], rating, now)
        before = tables(db)
        answered = {review.card_id for review in progress.reviews(db)}
        db.execute("UPDATE memory SET stability = 1.5, due_day = 0 WHERE card_id > ?", (ids[2],))
        db.execute("DELETE FROM memory WHERE card_id <= ?", (ids[2],))
        assert study.rebuild(db) == len(answered)
        assert tables(db) == before
    finally:
        db.rollback()


def test_the_queue_says_what_cards_and_memory_say(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    notes = [make_note(n, kinds=PAIR) for n in range(6)]
    save(*notes)
    ids = [stored.card.id for stored in library.cards(db)]
    study.answer(db, ids[0], Rating.GOOD, now)
    graduate(db, ids[1], now)
    study.answer(db, ids[2], Rating.GOOD, now)
    study.undo(db, now)
    library.set_status(db, ids[3], CardStatus.SUSPENDED, now)
    library.set_status(db, ids[4], CardStatus.REJECTED, now)
    library.set_status(db, ids[4], CardStatus.ACTIVE, now)
    save(*notes[1:])
    queue = db.execute("SELECT * FROM queue ORDER BY card_id").fetchall()
    assert queue == db.execute("SELECT * FROM queue_rows ORDER BY card_id").fetchall()
    kinds = {row[4] for row in queue}
    assert kinds <= {"new", "review", LearningState.LEARNING} and len(queue) == 9


def test_no_third_new_card_of_one_kind_comes_in_a_row(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    wanted = [CardKind.TRUE_FALSE] * 6 + [CardKind.RECALL, CardKind.CLOZE, CardKind.RECALL]
    save(*(make_note(n, kinds=(kind,), score=1 - n / 100) for n, kind in enumerate(wanted)))
    kinds = {one.card.id: one.card.kind for one in library.cards(db)}
    db.execute("UPDATE cards SET position = 0")
    asked = []
    while item := study.next_item(db, now):
        study.answer(db, item.card.id, Rating.EASY, now)
        asked.append(kinds[item.card.id])
    runs = [len(list(some)) for _, some in groupby(asked)]
    assert len(asked) == len(wanted) and max(runs) == 2
    assert asked[:3] == [CardKind.TRUE_FALSE, CardKind.TRUE_FALSE, CardKind.RECALL]


def test_a_card_does_not_come_twice_in_a_row_where_another_can(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(*(make_note(n) for n in range(3)))
    asked = []
    for rating in [Rating.GOOD] * 3 + [Rating.AGAIN] * 6 + [Rating.HARD, Rating.AGAIN]:
        item = study.next_item(db, now)
        assert item
        asked.append(item.card.id)
        study.answer(db, item.card.id, rating, now)
        now += timedelta(seconds=7)
    assert len(set(asked)) == 3
    assert all(one != next_one for one, next_one in pairwise(asked))


def test_alone_in_learning_a_card_comes_back_at_once(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0))
    for _ in range(3):
        item = study.next_item(db, now)
        assert item
        study.answer(db, item.card.id, Rating.AGAIN, now)
