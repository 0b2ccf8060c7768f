"""A library of many episodes: how the time of a build grows, and what a second core saves.

The episodes are made out of those of ``tests/episodes``: in each, most of the less common words are
exchanged for others of the same ending, so that no two are the same, at about their length and
form. Growth is measured in processor time, since other programs share the machine; the cores on the
clock. Each build has episodes of its own, so that none finds in memory what another has worked out.

``python -m tests.benchmarks.many_episodes 1000`` builds so many once, on all cores.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from unittest.mock import patch

from quizapp import build, cores, language
from quizapp.model import BuildReport
from quizapp.store.database import database_path, open_database
from tests.benchmarks.figures import Figure, Skipped, show

EPISODES = Path(__file__).parents[1] / "episodes"
FEW, MANY = 8, 32
_WORD = re.compile(r"[A-Za-z][a-z]{4,}")
_COMMON = 4.6
_EXCHANGED = 0.6
_NOW = datetime(2026, 1, 5, tzinfo=UTC)


@cache
def _pages() -> tuple[dict[str, str], ...]:
    folders = sorted(p for p in EPISODES.iterdir() if p.is_dir())
    return tuple(
        {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.iterdir())}
        for folder in folders
    )


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The less common words of all pages, each with those that it may be exchanged for."""
    texts = (text for pages in _pages() for text in pages.values())
    found = sorted({word for text in texts for word in _WORD.findall(text)})
    rare = [word for word in found if language.zipf(word.lower()) < _COMMON]
    alike: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
    for word in rare:
        alike[word[0].isupper(), word[-2:]].append(word)
    return {word: tuple(alike[word[0].isupper(), word[-2:]]) for word in rare}


def write(folder: Path, count: int, first: int = 0) -> Path:
    """So many episodes of two or three pages each, in folders of their own, from a number on."""
    for number in range(first, first + count):
        chance = random.Random(number)
        other = {
            word: chance.choice(alike)
            for word, alike in _words().items()
            if chance.random() < _EXCHANGED
        }
        place = folder / f"{number:05}"
        place.mkdir(parents=True)
        for name, text in _pages()[number % len(_pages())].items():
            told = _WORD.sub(lambda found, other=other: other.get(found[0], found[0]), text)
            numbered = re.sub(r"#\d+", f"#{1000 + number}", told)
            (place / name).write_text(numbered, encoding="utf-8")
    return folder


@contextmanager
def _episodes(count: int, first: int = 0) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield write(Path(folder, "pages"), count, first)


def _build(pages: Path, on: int) -> BuildReport:
    """A first build into a library of its own."""
    with tempfile.TemporaryDirectory() as home, patch.object(cores, "number", lambda: on):
        db = open_database(database_path(Path(home)))
        try:
            return build.build(db, [pages], _NOW)
        finally:
            db.close()


def _seconds(count: int, first: int, on: int) -> tuple[float, float]:
    """How long a build takes, on the clock and of this process."""
    with _episodes(count, first) as pages:
        start, processor = time.perf_counter(), time.process_time()
        _build(pages, on)
        return time.perf_counter() - start, time.process_time() - processor


def figures() -> list[Figure | Skipped]:
    """Four times as many episodes, and two cores against one."""
    _seconds(1, 0, 1)
    few, many = (_seconds(count, first, 1) for count, first in ((FEW, 1000), (MANY, 2000)))
    growth = f"build of {MANY} episodes, processor time"
    found: list[Figure | Skipped] = [Figure(growth, "s", many[1], f"{FEW} episodes", few[1])]
    name = f"build of {MANY} episodes on two cores"
    if cores.number() < 2:
        return [*found, Skipped(name, "there is one core")]
    two, one = _seconds(MANY, 3000, 2), _seconds(MANY, 4000, 1)
    return [
        *found,
        Figure(name, "s", two[0], "on one core", one[0]),
        Figure(
            "what the cores cannot share of it, processor time", "s", two[1], "all of it", one[1]
        ),
    ]


def _once(count: int) -> None:
    with _episodes(count) as pages:
        start, processor = time.perf_counter(), time.process_time()
        report = _build(pages, cores.number())
        here = time.process_time() - processor
        elapsed = time.perf_counter() - start
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{report.episodes} episodes, {sum(report.cards.values())} cards: {elapsed:.0f} s on the "
        f"clock, {here:.0f} s of this process, {children.ru_utime + children.ru_stime:.0f} s of "
        f"the others, {peak} MB here at most"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        _once(int(sys.argv[1]))
    else:
        show(figures())
