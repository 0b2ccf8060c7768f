"""Search as a person types, in a large library, against SQLite's own LIKE over the same cards."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from quizapp import study
from quizapp.model import Note, Rating
from quizapp.store import library, search
from quizapp.store.database import database_path, open_database, writing
from tests.benchmarks.figures import Figure, seconds, show
from tests.conftest import FACTS, NOW, document, episode, note

CARDS = 100_000
EPISODES = 20
ANSWERED = 2_000
_SYLLABLES = "ka lo mi ren sta tu vor wen bel dri fo gan hu jes nor pil qua ras sen tym".split()


def _word(number: int) -> str:
    """The word of this rank: short ones are frequent, as in any language."""
    word = ""
    while number or not word:
        number, rest = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[rest]
    return word


QUERIES = (
    "n",
    "ne",
    "networks",
    f"{_word(7)} {_word(1)}",
    _word(1),
    _word(300),
    f'"big networks" -{_word(3)}',
    f"{_word(12)} or {_word(13)}",
    f"episode:talk-3 {_word(2)}",
    "tag:ai gradient",
    "is:due",
    f"is:new {_word(5)}",
    "kind:recall",
    "prop:ivl>10",
    "rated:1",
    "is:suspended",
    "",
)
_SORTED = ((_word(1), "due"), ("", "interval"), ("is:new", "changed"))
_ROUNDS = 5
_MILLISECOND = 1000


def _notes(slug: str, count: int, chance: random.Random) -> Iterator[Note]:
    """Notes with words as unevenly frequent as words are."""
    for number in range(count):
        asked, told = FACTS[number % len(FACTS)]
        words = " ".join(_word(int(chance.paretovariate(0.7)) % 40_000) for _ in range(12))
        one = note(number, episode=slug, prompt=f"{asked} {words}", answer=f"{told} {number}")
        yield replace(one, cards=tuple(replace(c, tags=("ai", slug)) for c in one.cards))


@contextmanager
def _library(home: Path) -> Iterator[Database]:
    chance = random.Random(7)
    with closing(open_database(database_path(home))) as db:
        for number in range(EPISODES):
            slug = f"talk-{number}"
            notes = list(_notes(slug, CARDS // EPISODES, chance))
            with writing(db):
                library.save_episode(db, episode(slug), [document()], notes, NOW)
        with writing(db):
            for stored in library.cards(db, episode="talk-3")[:ANSWERED]:
                study.answer(db, stored.card.id, Rating.EASY, NOW)
        yield db


def _like(db: Database, text: str) -> object:
    sql = "SELECT id FROM cards WHERE prompt LIKE ? OR answer LIKE ? LIMIT 50"
    return db.execute(sql, (f"%{text}%", f"%{text}%")).fetchall()


def figures() -> list[Figure]:
    """Finding and reading a page of 50 cards: the median and the slowest of many queries, in ms."""
    later = NOW + timedelta(days=30)
    asked = [(text, "fit") for text in QUERIES] + list(_SORTED)
    with tempfile.TemporaryDirectory() as folder, _library(Path(folder)) as db:
        times = {
            (text, sort): statistics.median(
                seconds(lambda: search.search(db, text, later, sort=sort))  # noqa: B023
                for _ in range(_ROUNDS)
            )
            for text, sort in asked
        }
        peer = statistics.median(seconds(lambda: _like(db, "absent")) for _ in range(_ROUNDS))
        slowest = max(times, key=lambda one: times[one])
        processor = statistics.median(
            _processor_time(partial(search.search, db, slowest[0], later, sort=slowest[1]))
            for _ in range(_ROUNDS)
        )
    name = f"a search, {CARDS:,} cards"
    told = "LIKE over all cards"
    return [
        Figure(
            f"{name}: median of {len(times)}",
            "ms",
            statistics.median(times.values()) * _MILLISECOND,
            told,
            peer * _MILLISECOND,
        ),
        Figure(
            f"{name}: slowest, “{slowest[0]}” by {slowest[1]}",
            "ms",
            times[slowest] * _MILLISECOND,
            told,
            peer * _MILLISECOND,
        ),
        Figure(f"{name}: the same, of processor time", "ms", processor * _MILLISECOND,
               "what it may take", 50.0),
    ]  # fmt: skip


def _processor_time(job: Callable[[], object]) -> float:
    begun = time.process_time()
    job()
    return time.process_time() - begun


if __name__ == "__main__":
    show(figures())
