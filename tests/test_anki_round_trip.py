"""A month here, a week in the real Anki, home again, and once more round; in three time zones."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki.collection import Collection
from anki_backend import import_package, open_collection, rows
from anki_days import answered, moved, packed, unlimited
from conftest import document, episode, note
from sqlite_utils import Database

from quizapp import scheduling, study
from quizapp.exchange.decks import deck_name
from quizapp.incoming.progress import import_progress
from quizapp.model import CardKind, LearningState, Note, Rating, Settings
from quizapp.outgoing import export_library
from quizapp.store import anki_places, library, progress
from quizapp.store.database import database_path, open_database, writing
from quizapp.store.records import to_ms
from quizapp.store.settings import save_settings

pytestmark = pytest.mark.anki

CARDS = 300
PAIRS = 50
"""Notes whose two cards are blanks of one sentence, which is one note in Anki."""
IN_ANKI = 200
DECK = deck_name(episode())
DAY = timedelta(days=1)
RATINGS, WEIGHTS = tuple(Rating), (3, 2, 12, 2)


@pytest.fixture(scope="module", params=["UTC", "America/New_York", "Asia/Kolkata"])
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


@dataclass
class Trip:
    """A library that was studied for a month, up to a week ago."""

    db: Database
    now: datetime
    folder: Path
    studied: int
    dice: random.Random

    def export(self, name: str) -> Path:
        """Everything with progress, as a package."""
        to = self.folder / name
        export_library(self.db, to, self.now, with_progress=True)
        return to

    def arrived(self, collection: Collection) -> dict[str, Any]:
        """Anki's cards by the ids of ours."""
        found = [collection.get_card(one) for one in collection.find_cards("")]
        there = {(one.note().guid, one.ord): one for one in found}
        places = anki_places.places(self.db)
        return {
            one.card.id: there[places[one.card.id].guid, places[one.card.id].ord]
            if one.card.id in places
            else there[one.card.id, 0]
            for one in library.cards(self.db)
        }

    def in_anki(self, name: str) -> Collection:
        """A new collection with everything in it."""
        package = self.export(f"{name}.apkg")
        collection = open_collection(self.folder / name)
        unlimited(collection)
        assert import_package(collection, package, with_progress=True) == {"new": CARDS - PAIRS}
        return collection


@pytest.fixture(scope="module")
def trip(zone: ZoneInfo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    """Three hundred cards and a month's answers; the month ended a week ago."""
    folder = tmp_path_factory.mktemp("trip")
    db = open_database(database_path(folder / "home"))
    now = datetime.now(UTC).astimezone(zone)
    notes = [note(number) for number in range(CARDS - 2 * PAIRS)]
    notes += [pair(number) for number in range(CARDS, CARDS + PAIRS)]
    with writing(db):
        library.save_episode(db, episode(), [document()], notes, now - 60 * DAY)
    save_settings(db, Settings(new_per_day=8))
    dice = random.Random(7)
    studied = 0
    for day in range(30):
        moment = (now - (38 - day) * DAY).replace(hour=9, minute=0)
        while item := study.next_item(db, moment):
            rating = dice.choices(RATINGS, WEIGHTS)[0]
            study.answer(db, item.card.id, rating, moment, duration_ms=dice.randrange(900, 9000))
            studied += 1
            moment += timedelta(seconds=dice.randrange(5, 40))
    yield Trip(db, now, folder, studied, dice)
    db.close()


def pair(number: int) -> Note:
    """A fact with a card for its first word and one for its last."""
    base = note(number)
    [card] = base.cards
    words = card.answer.split()
    prompts = {words[0]: ["____", *words[1:]], words[-1]: [*words[:-1], "____"]}
    cards = tuple(
        replace(
            card, id=f"{card.id}{place}", kind=CardKind.CLOZE, prompt=" ".join(left), answer=told
        )
        for place, (told, left) in enumerate(prompts.items())
    )
    return replace(base, cards=cards)


def same_there(trip: Trip, collection: Collection, zone: ZoneInfo) -> None:
    """Everything that Anki shows of the cards is what stands here."""
    today = scheduling.study_day(datetime.now(UTC), zone)
    arrived = trip.arrived(collection)
    for stored in library.cards(trip.db):
        card, memory = arrived[stored.card.id], stored.memory
        if memory is None:
            assert (card.type, card.memory_state) == (0, None)
            continue
        assert (card.reps, card.lapses) == (memory.reps, memory.lapses)
        assert card.memory_state is not None
        assert card.memory_state.stability == pytest.approx(memory.stability, rel=1e-6)
        assert card.memory_state.difficulty == pytest.approx(memory.difficulty, rel=1e-6)
        if memory.state is LearningState.REVIEW:
            assert card.ivl == memory.interval.days
            due_in = (scheduling.due_day(memory) - today).days
            assert card.due - collection.sched.today == due_in
        else:
            assert card.due == int(memory.due.timestamp())
    log = [(to_ms(one.reviewed_at), one.rating) for one in progress.reviews(trip.db)]
    assert sorted((row[0], row[3]) for row in rows(collection, "revlog")) == log


def same_here(trip: Trip, collection: Collection) -> None:
    """The memory states, answers and lapses here are Anki's.

    Anki keeps four decimals of a stability and three of a difficulty, computed in single
    precision: on either side of a half the last place differs by one, and the next answer starts
    from there, so two units of the last place are allowed.
    """
    arrived = trip.arrived(collection)
    for stored in library.cards(trip.db):
        card, memory = arrived[stored.card.id], stored.memory
        assert (card.memory_state is None) == (memory is None)
        if memory and card.memory_state:
            assert memory.stability == pytest.approx(
                card.memory_state.stability, rel=1e-4, abs=2e-4
            )
            assert memory.difficulty == pytest.approx(card.memory_state.difficulty, abs=2e-3)
            assert (memory.reps, memory.lapses) == (card.reps, card.lapses)


def everything(db: Database) -> list[Any]:
    """All rows of all tables."""
    return [
        (table, sorted(map(repr, db.execute(f"SELECT * FROM {table}"))))
        for table in ("episodes", "notes", "cards", "edits", "memory", "reviews", "undo_steps")
    ]


def test_there_and_back_and_once_more(trip: Trip, zone: ZoneInfo) -> None:
    collection = trip.in_anki("first")
    same_there(trip, collection, zone)
    collection = moved(collection, 7)
    left = IN_ANKI
    for day in range(7):
        left -= len(answered(collection, DECK, left // (7 - day), trip.dice))
        collection = moved(collection, -1)
    assert left == 0
    back = packed(collection, trip.folder / "back.apkg")
    report = import_progress(trip.db, back, trip.now)
    assert (report.added, report.known, report.cards) == (IN_ANKI, trip.studied, CARDS)
    same_here(trip, collection)

    before = everything(trip.db)
    again = import_progress(trip.db, packed(collection, back, legacy=True), trip.now)
    assert (again.added, again.known) == (0, trip.studied + IN_ANKI)
    assert not again.changed
    assert everything(trip.db) == before
    assert study.rebuild(trip.db)
    assert everything(trip.db) == before
    collection.close()

    collection = trip.in_anki("second")
    same_there(trip, collection, zone)
    answered(collection, DECK, 50, trip.dice)
    report = import_progress(trip.db, packed(collection, back), trip.now)
    assert (report.added, report.known) == (50, trip.studied + IN_ANKI)
    same_here(trip, collection)
    collection.close()
