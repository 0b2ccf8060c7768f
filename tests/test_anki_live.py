"""``sync-anki`` with a running Anki: over real HTTP, on a real collection."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki.collection import Collection
from anki_backend import cards_by_guid, open_collection
from anki_connect_server import Connect, serving
from anki_days import unlimited
from conftest import note
from console import Console
from sqlite_utils import Database

from quizapp import study
from quizapp.model import CardStatus, Rating
from quizapp.store import library, summaries

pytestmark = pytest.mark.anki

CARDS = 6


@pytest.fixture
def ids(save: Callable[..., Any]) -> list[str]:
    """The cards of a library."""
    notes = [note(number) for number in range(CARDS)]
    save(*notes, at=datetime.now(UTC) - timedelta(days=30))
    return [one.cards[0].id for one in notes]


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Connect]:
    collection = open_collection(tmp_path / "anki")
    unlimited(collection)
    yield Connect(collection)
    collection.close()


@pytest.fixture
def address(connect: Connect) -> Iterator[str]:
    with serving(connect) as found:
        yield found


@pytest.fixture
def console(home: Path) -> Console:
    return Console(home, now=datetime.now(UTC).isoformat())


def answer(collection: Collection, guid: str, rating: int) -> None:
    card = cards_by_guid(collection)[guid]
    card.start_timer()
    collection.sched.answerCard(card, rating)  # type: ignore[arg-type]


def test_cards_go_and_reviews_come(
    db: Database, console: Console, connect: Connect, address: str, ids: list[str]
) -> None:
    studied = study.answer(db, ids[0], Rating.EASY, datetime.now(UTC) - timedelta(days=2))
    sync = ("sync-anki", "--address", address)
    first = console.fine(*sync)
    assert (sorted(first["new"]), first["changed"], first["unchanged"]) == (sorted(ids), [], 0)
    arrived = cards_by_guid(connect.collection)
    assert set(arrived) == set(ids)
    assert arrived[ids[0]].ivl == studied.interval.days
    assert not list(connect.media.iterdir())

    answer(connect.collection, ids[1], 3)
    connect.collection.sched.suspend_cards([arrived[ids[2]].id])
    library.edit_card(
        db, ids[3], prompt=None, answer="In my words", now=datetime.now(UTC) + timedelta(hours=1)
    )
    second = console.fine(*sync)
    assert (second["new"], second["changed"]) == ([], [ids[3]])
    assert second["unchanged"] == CARDS - 2
    back = second["progress"]
    assert (back["added"], back["known"], back["suspended"]) == (1, 1, [ids[2]])
    assert sum(day.answers for day in summaries.days(db)) == 2, "summed up before anybody looks"
    assert cards_by_guid(connect.collection)[ids[3]].note()["Answer"] == "In my words"
    assert library.card(db, ids[1]).memory is not None
    assert library.card(db, ids[2]).card.status is CardStatus.SUSPENDED

    third = console.fine(*sync)
    assert (third["new"], third["changed"], third["progress"]["added"]) == ([], [], 0)


def test_a_dry_run_changes_nothing(
    db: Database, console: Console, connect: Connect, address: str, ids: list[str]
) -> None:
    console.fine("sync-anki", "--address", address)
    answer(connect.collection, ids[1], 3)
    late = datetime.now(UTC) + timedelta(hours=1)
    library.edit_card(db, ids[3], prompt=None, answer="In my words", now=late)
    before = list(db.conn.iterdump())
    connect.asked.clear()
    said = console("sync-anki", "--address", address, "--dry-run")
    assert said.out.splitlines() == [
        "0 new cards and 1 changed card would go to Anki, 5 unchanged",
        "would come back: 1 review added, 0 known already, on 6 cards of yours",
        "nothing was changed, here or in Anki",
    ]
    assert list(db.conn.iterdump()) == before
    assert "importPackage" not in connect.asked
    assert cards_by_guid(connect.collection)[ids[3]].note()["Answer"] != "In my words"


@pytest.mark.parametrize("contained", [False, True])
def test_the_package_is_read_where_it_is_or_sent(
    console: Console, connect: Connect, address: str, ids: list[str], contained: bool
) -> None:
    connect.contained = contained
    assert len(console.fine("sync-anki", "--address", address)["new"]) == CARDS
    assert set(cards_by_guid(connect.collection)) == set(ids)
    assert ("storeMediaFile" in connect.asked) == contained
    assert not list(connect.media.iterdir())


def test_a_suspension_is_taken_back_with_the_card(
    db: Database, console: Console, connect: Connect, address: str, ids: list[str]
) -> None:
    sync = ("sync-anki", "--address", address)
    console.fine(*sync)
    card = [cards_by_guid(connect.collection)[ids[0]].id]
    connect.collection.sched.suspend_cards(card)
    assert console.fine(*sync)["progress"]["suspended"] == [ids[0]]
    connect.collection.sched.unsuspend_cards(card)
    assert console.fine(*sync)["progress"]["unsuspended"] == [ids[0]]
    assert library.card(db, ids[0]).card.status is CardStatus.ACTIVE


def test_a_key_is_asked_for_and_given(
    console: Console, connect: Connect, address: str, ids: list[str]
) -> None:
    connect.key = "sesame"
    refused = console("sync-anki", "--address", address)
    assert refused.code == 1
    assert "Anki refused version: valid api key must be provided" in refused.complaint
    assert console("sync-anki", "--address", address, "--key", "sesame").code == 0


def test_it_says_so_where_anki_is_not_running(console: Console, ids: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    done = console("sync-anki", "--address", f"127.0.0.1:{port}")
    assert done.code == 1
    assert done.complaint == (
        f"127.0.0.1:{port}: Anki is not running there with AnkiConnect; start Anki, or install "
        "the add-on 2055492159"
    )


@pytest.mark.parametrize("address", ["example.org:8765", "http://10.0.0.1", "127.0.0.1:port"])
def test_only_this_machine_is_asked(console: Console, ids: list[str], address: str) -> None:
    done = console("sync-anki", "--address", address)
    assert done.code == 1
    assert done.complaint.endswith("is no address of this machine; give one like 127.0.0.1:8765")


def test_a_server_that_is_not_ankiconnect(console: Console, ids: list[str]) -> None:
    class Other(Connect):
        def __init__(self) -> None:
            self.asked = []

        def perform(self, _: dict[str, Any]) -> dict[str, Any]:
            return {"hello": "there"}

    with serving(Other()) as address:
        done = console("sync-anki", "--address", address)
    assert done.code == 1
    assert "what answers there is not AnkiConnect" in done.complaint
