"""The real Anki, with scheduling taken over: due days, memory states and history are all there."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki.collection import Collection
from anki_backend import cards_by_guid, import_package, open_collection, rows
from exchange_cards import CARDS, CHANGED, EPISODE

from quizapp import scheduling
from quizapp.exchange import export
from quizapp.model import CardStatus, LearningState, Memory, Rating, Review, StoredCard

pytestmark = pytest.mark.anki

AGAIN, GOOD, EASY = Rating.AGAIN, Rating.GOOD, Rating.EASY
DAYS_AGO = {
    0: [(40.0, GOOD), (39.99, GOOD), (35, GOOD), (20, GOOD)],
    1: [(9.0, GOOD), (8.99, GOOD), (7, AGAIN)],
    2: [(0.0002, AGAIN)],
    3: [(200.0, GOOD), (199.99, GOOD), (190, GOOD), (150, AGAIN), (149.99, GOOD), (140, EASY)],
    4: [(3.0, EASY)],
}
SUSPENDED = {4, 8}


@pytest.fixture(
    scope="module", params=["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]
)
def zone(request: pytest.FixtureRequest) -> Iterator[ZoneInfo]:
    """The learner's zone, also the machine's; Anki counts its days by that."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system does not let a process choose its zone")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        time.sleep(1.1)  # Anki looks at the machine's zone once a second
        yield ZoneInfo(request.param)
    time.tzset()


class Moved(NamedTuple):
    """A collection in Anki, the cards as they were here, and the package between them."""

    collection: Collection
    stored: list[StoredCard]
    package: Path


def history(now: datetime) -> tuple[list[StoredCard], list[Review]]:
    """Cards in all states, with the reviews that led there."""
    memories: dict[int, Memory] = {}
    reviews: list[Review] = []
    for card, answers in DAYS_AGO.items():
        for days, rating in answers:
            moment = scheduling.review_instant(memories.get(card), now - timedelta(days=days))
            reviews.append(Review(0, CARDS[card].id, rating, moment, 2500 + len(reviews)))
            memory = scheduling.review(memories.get(card), CARDS[card].id, rating, moment)
            memories[card] = memory
    reviews.sort(key=lambda review: review.reviewed_at)
    stored = [
        StoredCard(
            replace(card, status=CardStatus.SUSPENDED) if number in SUSPENDED else card,
            CHANGED,
            memories.get(number),
        )
        for number, card in enumerate(CARDS)
    ]
    return stored, reviews


@pytest.fixture(scope="module")
def moved(zone: ZoneInfo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    """A new collection with everything in it, what it was made from, and the package."""
    now = datetime.now(UTC).astimezone(zone)
    stored, reviews = history(now)
    folder = tmp_path_factory.mktemp("progress")
    to = folder / "deck.apkg"
    export(stored, [EPISODE], to, with_progress=True, reviews=reviews, now=now)
    collection = open_collection(folder / "anki")
    collection.set_config("fsrs", True)
    assert import_package(collection, to, with_progress=True) == {"new": len(CARDS)}
    yield Moved(collection, stored, to)
    collection.close()


def test_everything_is_there_in_four_zones(moved: Moved, zone: ZoneInfo) -> None:
    collection, stored, _ = moved
    arrived = cards_by_guid(collection)
    today = scheduling.study_day(datetime.now(UTC), zone)
    for number, one in enumerate(stored):
        card, memory = arrived[one.card.id], one.memory
        assert (card.queue == -1) == (number in SUSPENDED)
        if memory is None:
            assert (card.type, card.due, card.memory_state) == (0, number, None)
            continue
        assert (card.reps, card.lapses) == (memory.reps, memory.lapses)
        assert card.memory_state is not None
        assert card.memory_state.stability == pytest.approx(memory.stability, abs=0.001)
        assert card.memory_state.difficulty == pytest.approx(memory.difficulty, abs=0.001)
        assert card.last_review_time == int(memory.last_review.timestamp())
        if memory.state is LearningState.REVIEW:
            assert card.ivl == memory.interval.days
            due_in = (scheduling.due_day(memory) - today).days
            assert card.due - collection.sched.today == due_in
        else:
            assert card.due == int(memory.due.timestamp())
        chance = collection.card_stats_data(card.id).fsrs_retrievability
        assert chance == pytest.approx(scheduling.retrievability(memory, today), abs=0.01)


def test_the_history_of_each_card_is_there(moved: Moved) -> None:
    collection = moved.collection
    arrived = cards_by_guid(collection)
    for number, answers in DAYS_AGO.items():
        entries = collection.card_stats_data(arrived[CARDS[number].id].id).revlog
        buttons = [entry.button_chosen for entry in reversed(entries)]
        assert buttons == [int(rating) for _, rating in answers]
        assert all(2.5 <= entry.taken_secs < 3 for entry in entries)
    total = sum(len(answers) for answers in DAYS_AGO.values())
    assert len(rows(collection, "revlog")) == total


def test_a_second_import_adds_nothing(moved: Moved) -> None:
    collection = moved.collection
    tables = ("cards", "notes", "revlog")
    before = [rows(collection, table) for table in tables]
    again = import_package(collection, moved.package, with_progress=True)
    assert again == {"duplicate": len(CARDS)}
    assert [rows(collection, table) for table in tables] == before


def test_anki_goes_on_from_there(moved: Moved) -> None:
    collection, stored, _ = moved
    collection.decks.select(cards_by_guid(collection)[stored[0].card.id].did)
    asked = collection.sched.getCard()
    assert asked is not None
    before = asked.reps
    collection.sched.answerCard(asked, 3)
    assert collection.get_card(asked.id).reps == before + 1
    assert collection.fix_integrity()[1]


def test_the_same_progress_gives_the_same_bytes_on_another_day(tmp_path: Path) -> None:
    now = datetime(2026, 7, 1, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    stored, reviews = history(now)
    made = []
    for days in (0, 200):
        to = tmp_path / f"{days}.apkg"
        later = now + timedelta(days=days)
        export(stored, [EPISODE], to, with_progress=True, reviews=reviews, now=later)
        made.append(to.read_bytes())
    assert made[0] == made[1]


def test_without_progress_every_card_is_new(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    stored, reviews = history(now)
    to = tmp_path / "deck.apkg"
    export(stored, [EPISODE], to, reviews=reviews, now=now)
    collection = open_collection(tmp_path / "anki")
    assert import_package(collection, to, with_progress=True) == {"new": 8}
    assert {card.type for card in cards_by_guid(collection).values()} == {0}
    assert rows(collection, "revlog") == []
    collection.close()
