"""Scheduling by played sequences of ratings, and by what must hold for all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp import scheduling
from quizapp.memory import intervals
from quizapp.model import LearningState, Memory, Rating, Review
from quizapp.scheduling import review

WINTER = datetime(2026, 1, 5, 9, tzinfo=timezone(timedelta(hours=1)))
CARD = "q1c-history"
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


def play(ratings: str, card_id: str = CARD) -> tuple[str, Memory]:
    """Answers a card each time it falls due (1–4 for Again–Easy); what its buttons promised."""
    memory, at, promised = None, WINTER, []
    for digit in ratings:
        memory = review(memory, card_id, Rating(int(digit)), at)
        at = memory.due
        interval = memory.interval
        minutes = f"{interval / timedelta(minutes=1):g}m"
        promised.append(f"{interval.days}d" if interval.days else minutes)
    assert memory
    return " ".join(promised), memory


@pytest.mark.parametrize(
    ("ratings", "history", "stability", "lapses"),
    [
        ("333333333", "10m 2d 11d 44d 151d 490d 1288d 3324d 7242d", 7315.58, 0),
        ("44444", "6d 52d 330d 1560d 5994d", 6230.05, 0),
        ("222222", "5.5m 5.5m 5.5m 5.5m 5.5m 5.5m", 1.29, 0),
        ("11333", "1m 1m 10m 1d 2d", 0.78, 0),
        ("33331333", "10m 2d 11d 44d 10m 4d 8d 23d", 20.05, 1),
        ("332222", "10m 2d 8d 18d 32d 58d", 54.84, 0),
        ("33311234", "10m 2d 11d 10m 10m 15m 1d 4d", 2.07, 1),
    ],
)
def test_a_card_comes_back_after_these_intervals(
    ratings: str, history: str, stability: float, lapses: int
) -> None:
    promised, memory = play(ratings)
    assert promised == history
    assert round(memory.stability, 2) == stability
    assert (memory.reps, memory.lapses) == (len(ratings), lapses)


def test_memory_is_py_fsrs_fed_with_whole_days() -> None:
    theirs = fsrs.Scheduler(enable_fuzzing=False)
    card, ours = fsrs.Card(card_id=1), None
    day, at = datetime(2026, 1, 5, tzinfo=UTC), WINTER
    for rating, gap in [(3, 0), (3, 2), (2, 9), (1, 30), (3, 0), (4, 4), (3, 60)]:
        day, at = day + timedelta(days=gap), at + timedelta(days=gap, minutes=20)
        card, _ = theirs.review_card(card, fsrs.Rating(rating), day)
        ours = review(ours, CARD, Rating(rating), at)
        assert card.stability and card.difficulty
        # As many digits as Anki keeps, and from there on.
        card.stability, card.difficulty = round(card.stability, 4), round(card.difficulty, 3)
        assert (ours.stability, ours.difficulty) == (card.stability, card.difficulty)
        assert str(ours.state) == card.state.name.lower()


def test_the_buttons_of_a_new_card_are_ankis() -> None:
    promised = {r: m.interval for r, m in scheduling.answers(None, CARD, WINTER).items()}
    assert promised[Rating.AGAIN] == timedelta(minutes=1)
    assert promised[Rating.HARD] == timedelta(minutes=5.5)
    assert promised[Rating.GOOD] == timedelta(minutes=10)
    assert timedelta(days=6) <= promised[Rating.EASY] <= timedelta(days=10)


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-03-01T03:59:59.999", date(2026, 2, 28)),
        ("2026-03-01T04:00", date(2026, 3, 1)),
        ("2026-03-01T23:59", date(2026, 3, 1)),
        ("2026-03-29T03:30", date(2026, 3, 28)),  # the clock went from 2 to 3 that night
        ("2026-03-29T04:00", date(2026, 3, 29)),
        ("2026-10-25T03:59", date(2026, 10, 24)),  # and from 3 back to 2 on this one
        ("2026-10-25T04:00", date(2026, 10, 25)),
    ],
)
def test_a_study_day_runs_from_four_to_four(local: str, day: date) -> None:
    instant = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/Berlin"))
    assert scheduling.study_day(instant) == day
    assert scheduling.study_day(instant.astimezone(UTC), ZoneInfo("Europe/Berlin")) == day


@given(
    st.integers(min_value=946_684_800, max_value=2_840_140_800).map(
        lambda seconds: datetime.fromtimestamp(seconds, UTC)  # 2000 to 2060
    ),
    st.sampled_from(ZONES),
)
def test_an_instant_lies_between_the_starts_of_its_day_and_the_next(
    instant: datetime, name: str
) -> None:
    zone = ZoneInfo(name)
    day = scheduling.study_day(instant, zone)
    assert scheduling.day_start(day, zone) <= instant
    assert instant < scheduling.day_start(day + timedelta(days=1), zone)


def test_a_night_between_two_answers_is_a_day_and_an_afternoon_is_none() -> None:
    late = WINTER.replace(hour=23)
    memory = review(review(None, CARD, Rating.GOOD, late), CARD, Rating.GOOD, late)
    early = late + timedelta(hours=5, minutes=30)
    assert scheduling.elapsed_days(memory, scheduling.study_day(early)) == 1
    assert scheduling.elapsed_days(memory, scheduling.study_day(late + timedelta(hours=4))) == 0


def test_a_card_in_review_falls_due_when_its_study_day_begins() -> None:
    _, memory = play("33")
    assert memory.due.isoformat() == "2026-01-07T04:00:00+01:00"
    assert memory.interval == timedelta(days=2)
    assert scheduling.due_day(memory) == date(2026, 1, 7)


def test_a_clock_that_was_turned_back_never_counts_backwards() -> None:
    _, memory = play("333")
    earlier = memory.last_review - timedelta(days=40)
    after = review(memory, CARD, Rating.GOOD, earlier)
    assert after.last_review == memory.last_review + timedelta(milliseconds=1)
    assert after.stability >= memory.stability
    assert after.due > after.last_review


def test_a_journey_westwards_never_counts_backwards() -> None:
    morning = datetime(2026, 1, 5, 8, tzinfo=ZoneInfo("Pacific/Auckland"))
    memory = review(None, CARD, Rating.EASY, morning)
    landed = (morning + timedelta(hours=2)).astimezone(ZoneInfo("America/Los_Angeles"))
    assert scheduling.study_day(landed) < memory.last_day
    assert review(memory, CARD, Rating.GOOD, landed).stability >= memory.stability


def test_an_interval_is_spread_as_in_anki_and_differs_from_card_to_card() -> None:
    def easy(card_id: str) -> int:
        return review(None, card_id, Rating.EASY, WINTER).interval.days

    days = {easy(f"q1c{n}") for n in range(300)}
    assert days == {6, 7, 8, 9, 10}  # 8.3 days: 1 + 0.15 · 4.5 + 0.1 · 1.0 either way


@pytest.mark.parametrize(
    ("days", "lowest", "highest"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 4), (7, 5, 9), (20, 17, 23), (100, 93, 107)],
)
def test_fuzz_starts_at_two_and_a_half_days(days: int, lowest: int, highest: int) -> None:
    drawn = {intervals.fuzzed(days, 1, draw / 100) for draw in range(100)}
    assert (min(drawn), max(drawn)) == (lowest, highest)


def test_no_interval_is_longer_than_a_hundred_years() -> None:
    memory = play("4")[1]
    for _ in range(12):
        memory = review(memory, CARD, Rating.EASY, min(memory.due, WINTER.replace(year=3000)))
    assert memory.interval <= timedelta(days=36500)


def test_a_higher_retention_asks_sooner() -> None:
    demanding = scheduling.Model(desired_retention=0.97)
    _, memory = play("333")
    at = memory.due
    assert (
        review(memory, CARD, Rating.GOOD, at, demanding).interval
        < review(memory, CARD, Rating.GOOD, at).interval
    )


def test_recall_falls_to_nine_tenths_after_stability_days() -> None:
    _, memory = play("333")
    curve = scheduling.forgetting_curve()
    assert curve(10.0, 10) == pytest.approx(0.9)
    assert scheduling.retrievability(memory, memory.last_day) == 1.0


sequences = st.lists(
    st.tuples(
        st.sampled_from(Rating),
        st.integers(min_value=-(10**6), max_value=60 * 24 * 60 * 200),
        st.sampled_from(ZONES),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(sequences, st.text("abc123", min_size=1, max_size=4))
def test_whatever_is_pressed_whenever_the_schedule_is_sound(
    pressed: list[tuple[Rating, int, str]], card_id: str
) -> None:
    memory, at, log = None, WINTER, []
    for number, (rating, seconds, zone) in enumerate(pressed):
        at = (at + timedelta(seconds=seconds)).astimezone(ZoneInfo(zone))
        shown = scheduling.answers(memory, card_id, at)
        after = review(memory, card_id, rating, at)
        assert after == shown[rating] == review(memory, card_id, rating, at)
        assert after.interval >= timedelta(minutes=1)
        assert after.due > after.last_review
        assert after.stability > 0 and 1 <= after.difficulty <= 10
        hard, good, easy = (shown[r].interval for r in (Rating.HARD, Rating.GOOD, Rating.EASY))
        assert hard <= good < easy or easy == timedelta(days=36500)
        if memory:
            assert after.last_review > memory.last_review
        memory = after
        log.append(Review(number, card_id, rating, after.last_review))
    assert scheduling.replay(card_id, log) == memory


def test_a_card_without_reviews_has_no_memory() -> None:
    assert scheduling.replay(CARD, ()) is None


def test_again_on_a_card_in_review_is_a_lapse_and_in_relearning_is_none() -> None:
    _, lapsed = play("331")
    assert (lapsed.state, lapsed.lapses) == (LearningState.RELEARNING, 1)
    assert review(lapsed, CARD, Rating.AGAIN, lapsed.due).lapses == 1
