"""Half a million reviews that come back from Anki, in a process of its own: time and memory."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path

from quizapp.exchange import export
from quizapp.store import library
from quizapp.store.database import database_path, open_database, writing
from tests.benchmarks.figures import Figure, show
from tests.conftest import NOW, document, episode, note

CARDS = 25_000
REVIEWS = 500_000
LIMIT_SECONDS, LIMIT_MEGABYTES = 10.0, 500.0

_CHILD = """
import json, resource, sys, time
from pathlib import Path
from datetime import datetime
from quizapp.incoming.progress import import_progress
from quizapp.store.database import database_path, open_database
db = open_database(database_path(Path(sys.argv[1])))
start, cpu = time.perf_counter(), time.process_time()
report = import_progress(db, Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
took, worked = time.perf_counter() - start, time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([took, worked, peak, report.added, report.known]))
"""


def figures() -> list[Figure]:
    """The first time, when all is new, and the second, when all is known."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = open_database(database_path(folder / "home"))
        with writing(db):
            notes = [note(number) for number in range(CARDS)]
            library.save_episode(db, episode(), [document()], notes, NOW)
        export(library.cards(db), library.episodes(db), folder / "out.apkg", now=NOW)
        db.close()
        back = folder / "collection.anki2"
        with zipfile.ZipFile(folder / "out.apkg") as archive:
            back.write_bytes(archive.read("collection.anki2"))
        _study(back)
        later = (NOW + timedelta(days=900)).isoformat()
        results = []
        for name in ("all new", "all known"):
            took, worked, peak, added, known = _child(folder / "home", back, later)
            assert added + known == REVIEWS
            subject = f"import-progress, {REVIEWS:,} reviews, {name}"
            results.append(Figure(f"{subject}: time", "s", took, "the target", LIMIT_SECONDS))
            # On a machine with other work the clock counts that too.
            results.append(Figure(f"{subject}: CPU", "s", worked, "the target", LIMIT_SECONDS))
            results.append(Figure(f"{subject}: memory", "MB", peak, "the target", LIMIT_MEGABYTES))
        return results


def _study(path: Path) -> None:
    """Twenty answers of every card, over two years, straight into Anki's log."""
    db = sqlite3.connect(path)
    dice = random.Random(5)
    start = int(NOW.timestamp() * 1000)
    rows = []
    for number, (card,) in enumerate(db.execute("select id from cards order by id").fetchall()):
        at = start + number * 40
        for turn in range(REVIEWS // CARDS):
            at += dice.choice((600_000, 86_400_000, 3 * 86_400_000, 70 * 86_400_000))
            rating = dice.choices((1, 2, 3, 4), (2, 2, 12, 2))[0]
            kind = 0 if turn < 2 else 1
            rows.append((at + dice.randrange(30), card, -1, rating, 1, 1, 2500, 4000, kind))
    unique: dict[int, tuple[int, ...]] = {}
    for at, *rest in rows:
        free = at
        while free in unique:
            free += 1
        unique[free] = (free, *rest)
    with db:
        db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", unique.values())
    db.close()


def _child(home: Path, package: Path, now: str) -> list[float]:
    command = [sys.executable, "-c", _CHILD, str(home), str(package), now]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    show(figures())
