"""Many answers at once leave the library as the same answers one by one would."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, note
from sqlite_utils import Database

from quizapp import study
from quizapp.incoming.progress import import_progress
from quizapp.model import Rating
from quizapp.store import arrivals, library
from quizapp.store.database import database_path, open_database, writing

CARDS = 60
FOLLOWS = ("queue", "browse", "note_standing", "memory")


@pytest.fixture
def table(tmp_path: Path, save: Callable[..., Any]) -> Path:
    """A log of eight answers on each card, as ``quizapp reviews`` writes it."""
    notes = [note(number) for number in range(CARDS)]
    save(*notes)
    dice = random.Random(3)
    lines = ["card_id,rating,reviewed_at,duration_ms"]
    for number, one in enumerate(notes):
        at = NOW + timedelta(seconds=number)
        for _ in range(8):
            at += timedelta(minutes=dice.choice((10, 1440, 9000)))
            lines.append(f"{one.cards[0].id},{dice.choice((1, 3, 3, 4))},{at.isoformat()},900")
    path = tmp_path / "reviews.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def all_of(db: Database) -> dict[str, list[Any]]:
    """What a learner's screens are made from, in an order of its own, and the schema."""
    wanted = {
        name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for name in (*FOLLOWS, "reviews")
    }
    wanted["schema"] = sorted(db.execute("SELECT type, name, sql FROM sqlite_master").fetchall())
    return wanted


def copy_of(db: Database, home: Path) -> Database:
    home.mkdir()
    db.execute("VACUUM INTO ?", (str(database_path(home)),))
    return open_database(database_path(home))


def in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "MANY", 1)
    monkeypatch.setattr(arrivals, "_PORTION", 100)


@pytest.mark.parametrize(("known", "others"), [(0, 0), (3, 0), (50, 0), (3, 100)])
def test_it_is_the_same_in_bulk(
    db: Database,
    table: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    save: Callable[..., Any],
    known: int,
    others: int,
) -> None:
    save(*(note(number) for number in range(CARDS + others)))
    for number in range(known):  # answers given here come between those of the table
        card = note(number).cards[0].id
        study.answer(db, card, Rating.GOOD, NOW + timedelta(days=2, seconds=number, milliseconds=7))
    other = copy_of(db, tmp_path / "other")
    import_progress(db, table, NOW)
    in_bulk(monkeypatch)
    report = import_progress(other, table, NOW)
    assert report.added == CARDS * 8
    assert all_of(other) == all_of(db)
    later = NOW + timedelta(days=30)
    assert study.next_item(other, later) == study.next_item(db, later)
    other.close()


def test_what_breaks_off_half_way_leaves_everything_as_it_was(
    db: Database, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_bulk(monkeypatch)
    before = all_of(db)

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(arrivals, "put_memories", break_off)
    with pytest.raises(KeyboardInterrupt):
        import_progress(db, table, NOW)
    assert all_of(db) == before
    monkeypatch.undo()
    assert import_progress(db, table, NOW).added == CARDS * 8


def test_an_answer_of_a_schedule_that_came_in_can_be_taken_back(
    db: Database, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_bulk(monkeypatch)
    import_progress(db, table, NOW)
    later: datetime = NOW + timedelta(days=90)
    item = study.next_item(db, later)
    assert item is not None
    card = item.card.id
    before = library.card(db, card).memory
    study.answer(db, card, Rating.AGAIN, later)
    study.undo(db, later)
    assert library.card(db, card).memory == before


@pytest.mark.parametrize("wrong", [{"rating": 5}, {"duration_ms": 60_001}, {"state": "old"}])
def test_what_the_log_does_not_take_one_by_one_it_does_not_take_in_bulk(
    db: Database, table: Path, wrong: dict[str, Any]
) -> None:
    import_progress(db, table, NOW)
    before = all_of(db)
    columns = ", ".join(arrivals.LOG_COLUMNS)
    found = db.execute(f"SELECT {columns} FROM reviews LIMIT 50").fetchall()
    rows = [dict(zip(arrivals.LOG_COLUMNS, row, strict=True)) for row in found]
    for row in rows:
        row["reviewed_at"] += 1
    rows[-1] |= wrong
    with (
        pytest.raises(sqlite3.IntegrityError, match="CHECK"),
        writing(db),
        arrivals.arriving(db) as arriving,
    ):
        arriving.add([tuple(row.values()) for row in rows], [])
    assert all_of(db) == before
    assert db.execute("PRAGMA ignore_check_constraints").fetchone() == (0,)
