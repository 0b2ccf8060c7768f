"""The progress page over years of study, against Anki's graphs of a year over the same log."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from quizapp import study
from quizapp.memory.replaying import Answer, retraced, study_day_number
from quizapp.model import CardKind, Rating
from quizapp.scheduling import DEFAULT_MODEL
from quizapp.store import library
from quizapp.store.database import connect, database_path, open_database, writing
from quizapp.store.progress import LEARNER
from quizapp.store.records import memory_row, to_ms
from quizapp.store.settings import save_settings, settings
from tests.benchmarks.figures import Figure, NotHereError, by_turns, seconds, show
from tests.conftest import NOW, document, episode, note

CARDS = 100_000
REVIEWS = 500_000
EPISODES = 100
AFTER = timedelta(days=730)
KINDS = (CardKind.CHOICE, CardKind.RECALL)
CHAPTERS = ("Beginnings", "Open questions", None)
_ROUNDS = 7
_MILLISECOND = 1000
_DAY_MS = 86_400_000


def answers(number: int) -> list[Answer]:
    """The answers of one card, spread over two years."""
    dice = random.Random(number)
    at = to_ms(NOW) + dice.randrange(250) * _DAY_MS + dice.randrange(8 * 3_600_000)
    found = []
    for turn in range(REVIEWS // CARDS):
        found.append(Answer(at, 60, dice.choices((1, 2, 3, 4), (2, 1, 8, 1))[0]))
        at += 600_000 if turn == 0 else dice.choice((1, 3, 10, 40, 150)) * _DAY_MS
    return found


def fill(db: Database) -> None:
    """A library of many episodes, every card of it studied."""
    size = CARDS // len(KINDS) // EPISODES
    for number in range(EPISODES):
        slug = f"talk-{number}"
        notes = [
            note(n, kinds=KINDS, episode=slug, chapter=CHAPTERS[n % len(CHAPTERS)])
            for n in range(size)
        ]
        with writing(db):
            library.save_episode(db, episode(slug), [document()], notes, NOW)
    with writing(db):
        ids = [one for (one,) in db.execute("SELECT id FROM cards ORDER BY id").fetchall()]
        rows, memories = [], []
        for number, card_id in enumerate(ids):
            history = answers(number)
            past = retraced(card_id, history, DEFAULT_MODEL)
            for one, before in zip(history, past.before, strict=True):
                rows.append(
                    (
                        *(LEARNER, card_id, one.rating, one.at, one.utc_offset, before.day, 4000),
                        *before[1:],
                    )
                )
            assert past.memory
            memories.append(tuple(memory_row(past.memory, LEARNER).values()))
        rows.sort(key=lambda row: row[3])
        db.conn.executemany(
            "INSERT INTO reviews (learner, card_id, rating, reviewed_at, utc_offset, study_day,"
            " duration_ms, state, stability, elapsed_days, reps, lapses)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        db.conn.executemany(
            f"INSERT INTO memory VALUES ({', '.join('?' * len(memories[0]))})", memories
        )


def anki_collection(folder: Path) -> object:
    """A collection of Anki's with the same cards and the same log."""
    try:
        from anki_backend import open_collection
    except ImportError as error:
        raise NotHereError("the anki package is not installed") from error
    collection = open_collection(folder)
    kind = collection.models.by_name("Basic")
    assert kind and collection.db
    collection.db.execute("pragma synchronous = off")  # else a wait for the disk with every row
    now = int((NOW + AFTER).timestamp())
    today = study_day_number(now * 1000, 60)
    cards, log = [], []
    for number in range(CARDS):
        history = answers(number)
        memory = retraced(f"c{number}", history, DEFAULT_MODEL).memory
        assert memory
        data = f'{{"s":{memory.stability},"d":{memory.difficulty},"dr":0.9,"lrt":{now}}}'
        cards.append((number + 1, number + 1, 1, 0, now, -1, 2, 2, 0, memory.interval.days or 1,
                      2500, memory.reps, memory.lapses, 0, 0, 0, 0, data))  # fmt: skip
        # Anki's year ends when the machine says so, ours at the end of the log.
        log += [(one.at, number + 1, one.rating) for one in history]
    shift = collection.sched.day_cutoff * 1000 - today * _DAY_MS
    seen: set[int] = set()
    rows = []
    for at, card, rating in sorted(log):
        while at in seen:
            at += 1
        seen.add(at)
        rows.append((at + shift - _DAY_MS, card, -1, rating, 10, 5, 2500, 4000, 1))
    collection.db.executemany(f"insert into cards values ({','.join('?' * 18)})", cards)
    collection.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", rows)
    return collection


def figures() -> Iterator[Figure] | list[Figure]:
    """The page at the server, with its pictures and tables, by turns with Anki's graphs.

    Before each view a card is answered, so that no view can be the one before; then the same with
    predicted recall corrected, with the first view of each day, for which all cards are counted
    anew, and with the first view after the whole log has arrived.
    """
    from quizapp.web import create_app

    clock = [NOW + AFTER]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        with closing(open_database(database_path(home))) as db:
            fill(db)
        app = create_app(home, now=lambda: clock[0], hosts=["localhost"])
        client = app.test_client()
        first = seconds(lambda: client.get("/progress"))
        collection = anki_collection(Path(name) / "anki")
        answered = iter(range(CARDS))

        def page() -> float:
            with closing(connect(database_path(home))) as db:
                [card_id] = db.execute(
                    "SELECT card_id FROM browse WHERE id = ?", (next(answered) + 1,)
                ).fetchone()
                study.answer(db, card_id, Rating.GOOD, clock[0], duration_ms=4000)
            return seconds(lambda: _checked(client.get("/progress").status_code))

        def graphs() -> float:
            return seconds(lambda: collection._backend.graphs(search="", days=365))  # type: ignore[attr-defined]

        plain, theirs = by_turns(page, graphs, _ROUNDS)
        with closing(connect(database_path(home))) as db:
            save_settings(db, replace(settings(db), correction=True))
        corrected, theirs_too = by_turns(page, graphs, _ROUNDS)

        def next_day() -> float:
            clock[0] += timedelta(days=1)
            return page()

        daily, theirs_daily = by_turns(next_day, graphs, _ROUNDS)
        collection.close()  # type: ignore[attr-defined]
    subject = f"progress page, {CARDS:,} cards, {REVIEWS:,} reviews"
    return [
        Figure(what, "ms", ours * _MILLISECOND, "Anki's graphs of a year", peer * _MILLISECOND)
        for what, ours, peer in (
            (subject, plain, theirs),
            (f"{subject}, recall corrected", corrected, theirs_too),
            (f"{subject}, the same on a new day", daily, theirs_daily),
            (f"{subject}, the first time", first, theirs),
        )
    ]


def _checked(status: int) -> None:
    assert status == 200


if __name__ == "__main__":
    show(list(figures()))
