"""What people do in Anki before a collection comes home: each of it has its answer."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

import zstandard
from anki.collection import Collection
from anki_backend import cards_by_guid, import_package, open_collection
from anki_days import packed, unlimited
from conftest import note
from console import Console
from sqlite_utils import Database

from quizapp import study
from quizapp.exchange import export
from quizapp.incoming.progress import import_progress
from quizapp.incoming.taking import ProgressReport
from quizapp.model import CardKind, CardStatus, Rating
from quizapp.store import library, progress

pytestmark = pytest.mark.anki

CARDS = 12
KINDS = (CardKind.RECALL, CardKind.CHOICE)


class Anki:
    """The real Anki with our cards in it."""

    def __init__(self, collection: Collection, folder: Path) -> None:
        self.collection = collection
        self.folder = folder

    def card(self, guid: str) -> Any:
        return cards_by_guid(self.collection)[guid]

    def answer(self, guid: str, rating: int = 3) -> None:
        """Answers this very card, wherever it stands in the queue."""
        card = self.card(guid)
        card.start_timer()
        self.collection.sched.answerCard(card, rating)

    def export(self, name: str = "back.apkg", *, legacy: bool = False) -> Path:
        return packed(self.collection, self.folder / name, legacy=legacy)


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC).astimezone()


@pytest.fixture
def ids(save: Callable[..., Any], now: datetime) -> list[str]:
    """The cards of a library with a dozen notes."""
    notes = [note(number, kinds=(KINDS[number % 2],)) for number in range(CARDS)]
    save(*notes, at=now - timedelta(days=30))
    return [one.cards[0].id for one in notes]


@pytest.fixture
def anki(db: Database, ids: list[str], now: datetime, tmp_path: Path) -> Iterator[Anki]:
    opened = Anki(open_collection(tmp_path / "anki"), tmp_path)
    unlimited(opened.collection)
    to = tmp_path / "out.apkg"
    export(library.cards(db), library.episodes(db), to, now=now)
    import_package(opened.collection, to)
    yield opened
    opened.collection.close()


@pytest.fixture
def home_again(db: Database, anki: Anki, now: datetime) -> Callable[..., ProgressReport]:
    """Brings everything back, and makes sure that a second time changes nothing."""

    def _home_again(file: Path | None = None, **chosen: bool) -> ProgressReport:
        path = file or anki.export()
        report = import_progress(db, path, now, **chosen)
        before = list(db.conn.iterdump())
        again = import_progress(db, path, now, **chosen)
        assert not again.changed
        assert again.known == report.known + report.added
        assert list(db.conn.iterdump()) == before
        return report

    return _home_again


@pytest.mark.parametrize("form", ["apkg", "old apkg", "colpkg", "old colpkg", "bare", "bare new"])
def test_every_form_of_a_collection_comes_home(
    anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport], form: str
) -> None:
    for guid in ids[:3]:
        anki.answer(guid)
    path = anki.folder / "back.file"
    if form.endswith("apkg"):
        anki.export(path.name, legacy=form.startswith("old"))
    elif form.endswith("colpkg"):
        anki.collection.export_collection_package(str(path), False, form.startswith("old"))
        anki.collection.reopen()
    else:
        anki.collection.close()
        content = Path(anki.collection.path).read_bytes()
        path.write_bytes(zstandard.compress(content) if form == "bare new" else content)
        anki.collection.reopen()
    report = home_again(path)
    assert (report.added, report.cards) == (3, CARDS)


def test_a_collection_that_anki_still_has_open_comes_with_its_latest_answers(
    anki: Anki, ids: list[str], db: Database, now: datetime
) -> None:
    anki.answer(ids[0])
    source = Path(anki.collection.path)
    copy = anki.folder / "copy.anki2"
    for ending in ("", "-wal"):
        if source.with_name(source.name + ending).exists():
            shutil.copyfile(source.with_name(source.name + ending), f"{copy}{ending}")
    assert import_progress(db, copy, now).added == 1


def test_reviews_in_both_places_on_one_day_are_all_there(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    card = ids[0]
    start = datetime.now(UTC).astimezone()
    study.answer(db, card, Rating.AGAIN, start)
    anki.answer(card, 3)
    time.sleep(0.01)
    study.answer(db, card, Rating.GOOD, datetime.now(UTC).astimezone())
    anki.answer(card, 4)
    assert home_again().added == 2
    log = progress.reviews(db, card)
    assert [one.rating for one in log] == [1, 3, 3, 4]
    stored = library.card(db, card).memory
    study.rebuild(db)
    assert library.card(db, card).memory == stored
    assert stored is not None
    assert stored.reps == 4


def test_undo_takes_back_what_was_done_here_and_keeps_what_came_in(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    card = ids[0]
    anki.answer(card, 3)
    time.sleep(0.01)
    now = datetime.now(UTC).astimezone()
    study.answer(db, card, Rating.AGAIN, now)
    home_again()
    undone = study.undo(db, now)
    assert undone is not None
    assert undone.rating is Rating.AGAIN
    memory = library.card(db, card).memory
    assert memory is not None
    assert memory.reps == 1
    study.rebuild(db)
    assert library.card(db, card).memory == memory
    assert study.undo(db, now) is None


def test_what_undo_took_back_does_not_come_back(
    db: Database, ids: list[str], tmp_path: Path, now: datetime
) -> None:
    study.answer(db, ids[0], Rating.GOOD, now)
    to = tmp_path / "out.apkg"
    export(
        *(library.cards(db), library.episodes(db), to),
        with_progress=True,
        reviews=progress.reviews(db),
        now=now,
    )
    study.undo(db, now)
    report = import_progress(db, to, now)
    assert (report.added, report.known) == (0, 1)
    assert library.card(db, ids[0]).memory is None


def test_answers_of_one_millisecond_are_known_again(
    db: Database, ids: list[str], tmp_path: Path, now: datetime
) -> None:
    for card in ids:
        for rating in (Rating.GOOD, Rating.GOOD, Rating.AGAIN):
            study.answer(db, card, rating, now)
    to = tmp_path / "out.apkg"
    export(
        *(library.cards(db), library.episodes(db), to),
        with_progress=True,
        reviews=progress.reviews(db),
        now=now,
    )
    report = import_progress(db, to, now)
    assert (report.added, report.known) == (0, 3 * CARDS)


def test_suspensions_come_along_and_those_made_here_stay(
    db: Database,
    anki: Anki,
    ids: list[str],
    now: datetime,
    home_again: Callable[..., ProgressReport],
) -> None:
    anki.collection.sched.suspend_cards([anki.card(ids[0]).id])
    library.set_status(db, ids[1], CardStatus.SUSPENDED, now)
    library.set_status(db, ids[2], CardStatus.REJECTED, now)
    report = home_again()
    assert report.suspended == [ids[0]]
    assert report.kept_suspended == [ids[1]]
    assert report.gone == [ids[2]]
    assert [library.card(db, one).card.status for one in ids[:4]] == [
        *(CardStatus.SUSPENDED, CardStatus.SUSPENDED, CardStatus.REJECTED, CardStatus.ACTIVE)
    ]


def test_what_was_said_last_of_a_suspension_holds(
    db: Database, anki: Anki, ids: list[str], now: datetime
) -> None:
    def suspend(guid: str, *, suspended: bool) -> None:
        card = [anki.card(guid).id]
        sched = anki.collection.sched
        (sched.suspend_cards if suspended else sched.unsuspend_cards)(card)

    def status(guid: str) -> CardStatus:
        return library.card(db, guid).card.status

    hour = timedelta(hours=1)
    for guid in ids[:2]:
        suspend(guid, suspended=True)
    assert import_progress(db, anki.export(), now + hour).suspended == sorted(ids[:2])
    # Taken up again there, though the import here was later than that.
    time.sleep(1.1)
    suspend(ids[0], suspended=False)
    back = import_progress(db, anki.export(), now + 2 * hour)
    assert (back.unsuspended, back.suspended) == ([ids[0]], [])
    assert (status(ids[0]), status(ids[1])) == (CardStatus.ACTIVE, CardStatus.SUSPENDED)
    # Taken up again here, after what Anki says.
    library.set_status(db, ids[1], CardStatus.ACTIVE, now + 3 * hour)
    back = import_progress(db, anki.export(), now + 4 * hour)
    assert (back.kept_active, back.changed) == ([ids[1]], False)
    assert status(ids[1]) is CardStatus.ACTIVE


def test_cards_that_were_moved_are_found(
    anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    other = anki.collection.decks.id("Somewhere::Else")
    assert other
    anki.collection.set_deck([anki.card(ids[0]).id], other)
    anki.answer(ids[0])
    assert home_again().added == 1


def test_filtered_decks_count_and_previews_do_not(
    anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    sched = anki.collection.sched
    for guid, reschedule in ((ids[0], True), (ids[1], False)):
        deck = sched.get_or_create_filtered_deck(0)
        deck.name = f"Filtered {guid}"
        deck.config.reschedule = reschedule
        deck.config.search_terms[0].search = f"nid:{anki.card(guid).nid}"
        sched.add_or_update_filtered_deck(deck)
        anki.answer(guid)
    report = home_again()
    assert report.added == 1
    assert report.passed_over["practised"] == 1


def test_due_dates_set_by_hand_and_cards_set_back_are_named_and_add_nothing(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    anki.answer(ids[0])
    anki.collection.sched.set_due_date([anki.card(ids[0]).id], "30")
    anki.answer(ids[1])
    anki.collection.sched.schedule_cards_as_new([anki.card(ids[1]).id])
    report = home_again()
    assert report.added == 2
    assert dict(report.passed_over) == {"rescheduled": 1, "reset": 1}
    assert all(library.card(db, one).memory for one in ids[:2])


def test_what_came_in_before_a_note_was_deleted_in_anki_stays(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    anki.answer(ids[0])
    anki.answer(ids[1])
    home_again()
    anki.collection.remove_notes([anki.card(ids[0]).nid])
    path = anki.folder / "all.colpkg"
    anki.collection.export_collection_package(str(path), False, False)
    anki.collection.reopen()
    report = home_again(path)
    assert (report.added, report.cards, report.deleted_cards) == (0, CARDS - 1, 1)
    assert library.card(db, ids[0]).memory is not None


def test_edits_are_taken_over_when_asked(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    edited = anki.card(ids[0]).note()
    edited["Question"] = "Why do <b>deep</b> nets&nbsp;work?<br>Say why."
    edited["Answer"] = "Because &lt;they&gt; fit."
    anki.collection.update_note(edited)
    choice = anki.card(ids[1]).note()
    choice["Answer"] = "Nobody knows"
    anki.collection.update_note(choice)
    assert home_again().edited == []
    report = home_again(edits=True)
    assert sorted(report.edited) == sorted(ids[:2])
    stored = library.card(db, ids[0])
    assert stored.card.prompt == "Why do deep nets work?\nSay why."
    assert stored.card.answer == "Because <they> fit."
    assert stored.edited
    assert library.card(db, ids[1]).card.answer_index == 0


def test_a_newer_edit_here_beats_an_older_one_in_anki(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    edited = anki.card(ids[0]).note()
    edited["Answer"] = "Words of Anki."
    anki.collection.update_note(edited)
    later = datetime.now(UTC) + timedelta(hours=1)
    library.edit_card(db, ids[0], prompt=None, answer="Words of here.", now=later)
    assert home_again(edits=True).edited == []
    assert library.card(db, ids[0]).card.answer == "Words of here."


def test_tags_are_taken_over_when_asked(
    db: Database, anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    tagged = anki.card(ids[0]).note()
    tagged.tags += ["exam", "Physics::Optics", "marked"]
    anki.collection.update_note(tagged)
    assert home_again().tagged == []
    assert home_again(tags=True).tagged == [ids[0]]
    assert set(library.card(db, ids[0]).card.tags) == {"ai", "exam", "Physics::Optics"}


def test_cards_no_longer_made_here_are_named(
    db: Database,
    anki: Anki,
    ids: list[str],
    save: Callable[..., Any],
    home_again: Callable[..., ProgressReport],
) -> None:
    save(*(note(number, kinds=(KINDS[number % 2],)) for number in range(2)))
    anki.answer(ids[5])
    report = home_again()
    assert sorted(report.gone) == sorted(ids[2:])
    assert report.added == 1


def test_the_command_says_what_it_did(home: Path, anki: Anki, ids: list[str]) -> None:
    for guid in ids[:2]:
        anki.answer(guid)
    anki.collection.sched.suspend_cards([anki.card(ids[2]).id])
    console = Console(home)
    said = console("import-progress", anki.export())
    assert said.code == 0
    assert said.out.splitlines()[0] == "2 reviews added, 0 known already, on 12 cards of yours"
    assert ids[2] in said.out
    again = console.fine("import-progress", anki.export())
    assert (again["added"], again["known"], again["suspended"]) == (0, 2, [])


def test_other_peoples_decks_are_left_alone(
    anki: Anki, ids: list[str], home_again: Callable[..., ProgressReport]
) -> None:
    basic = anki.collection.new_note(anki.collection.models.by_name("Basic"))
    basic["Front"], basic["Back"] = "Foreign", "Card"
    anki.collection.add_note(basic, 1)
    anki.answer(basic.guid)
    anki.answer(ids[0])
    report = home_again()
    assert (report.added, report.other_cards) == (1, 1)


def test_the_review_table_comes_back(
    home: Path, db: Database, ids: list[str], now: datetime, tmp_path: Path
) -> None:
    for number, card in enumerate(ids):
        study.answer(db, card, Rating.GOOD, now + timedelta(minutes=number), duration_ms=1234)
    stored = library.card(db, ids[3])
    table = tmp_path / "reviews.csv"
    assert Console(home)("reviews", "--to", table).code == 0
    assert Console(home).fine("import-progress", table)["known"] == CARDS
    fresh = Console(tmp_path / "fresh")
    shutil.copytree(home, tmp_path / "fresh")
    with sqlite3.connect(tmp_path / "fresh" / "quizapp.db") as other:
        other.execute("DROP TRIGGER reviews_stay")
        for name in ("undo_steps", "reviews", "memory"):
            other.execute(f"DELETE FROM {name}")
    other.close()
    assert fresh.fine("import-progress", table)["added"] == CARDS
    again = {card["id"]: card for card in fresh.fine("cards", "--memory")["cards"]}
    assert again[ids[3]]["memory"]["stability"] == stored.memory.stability  # type: ignore[union-attr]
