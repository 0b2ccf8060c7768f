"""Two years of 2,000 cards, answered here and in the real Anki, over changes of the clock.

Ratings are random, and so is when a card is answered: on its day, some days late, or again on the
same day. Anki reckons with 32 bits and keeps four digits of a stability and three of a difficulty;
so every answer is compared from the state that Anki had kept, and where the interval before
rounding lies on the edge between two days, either of them is right.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest

from quizapp import scheduling
from quizapp.model import Memory, Rating
from quizapp.scheduling import Model

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

pytestmark = pytest.mark.anki

CARDS = 2_000
FEWER = 150
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
"""An hour forwards and back in the north, and half an hour in the south."""
BEGIN, END = datetime(2024, 1, 1), datetime(2026, 1, 1)  # noqa: DTZ001  (local times)
MODEL = Model(fuzz=False)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
EDGE = 2e-6
"""What 32 bits may get wrong of an interval, as a share of it."""


@dataclass(frozen=True)
class Answer:
    """One answer, and what the four buttons promised before it, in seconds."""

    at: datetime
    rating: Rating
    buttons: tuple[int, ...]
    memory: Memory


Both: TypeAlias = "list[tuple[list[Answer], list[Any]]]"
"""Every card's answers, with what Anki made of each."""


def played(number: int, model: Model = MODEL) -> Iterator[Answer]:
    """The two years of one card."""
    dice = random.Random(number)
    zone = ZoneInfo(ZONES[number % len(ZONES)])
    memory, at = None, _some_time(dice, BEGIN + dice.randrange(365) * DAY, zone)
    while at.replace(tzinfo=None) < END:
        (rating,) = dice.choices(list(Rating), (2, 2, 7, 2))
        outcomes = scheduling.answers(memory, f"q1c{number}", at, model)
        memory = outcomes[rating]
        yield Answer(at, rating, _seconds(outcomes), memory)
        at = _next_time(dice, memory, zone)


def _some_time(dice: random.Random, day: datetime, zone: ZoneInfo) -> datetime:
    """From half past 5 to half past 23.

    In the hours around 4 Anki's days end an hour early or late for a while after the clock was
    changed, as it counts back in blocks of 24 hours; ours do not.
    """
    minutes = dice.randrange(330, 1410)
    local = (day + timedelta(minutes=minutes, seconds=dice.randrange(60))).replace(tzinfo=zone)
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def _next_time(dice: random.Random, memory: Memory, zone: ZoneInfo) -> datetime:
    if memory.interval >= DAY:
        late = dice.choice((0, 0, 0, 1, 3, 20))
        day = datetime.combine(scheduling.due_day(memory), datetime.min.time())
        # Now and then a card in review is asked once more on the same day.
        if dice.random() < 0.02 and memory.last_review.hour < 23:
            return memory.last_review + timedelta(minutes=5)
        return _some_time(dice, day + late * DAY, zone)
    later = memory.due + timedelta(seconds=dice.randrange(200))
    if later.hour < 5 or later.hour > 23:
        return _some_time(dice, datetime(later.year, later.month, later.day), zone)  # noqa: DTZ001
    return later


def _seconds(outcomes: Any) -> tuple[int, ...]:
    return tuple(round(outcomes[rating].interval.total_seconds()) for rating in Rating)


def replayed(
    cards: list[list[Answer]], folder: Path, model: Model = MODEL
) -> list[list[dict[str, Any]]]:
    """What the real Anki makes of the same answers."""
    folder.mkdir()
    steps = [
        [[one.at.timestamp(), one.at.utcoffset() // timedelta(minutes=1), int(one.rating)]
         for one in card]
        for card in cards
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("anki_replay.py")), str(folder)],
        input=json.dumps(
            {
                "parameters": model.parameters,
                "learning": [one / MINUTE for one in model.learning_steps],
                "relearning": [one / MINUTE for one in model.relearning_steps],
                "rollover": model.rollover.hour,
                "cards": steps,
            }
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outcomes: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return outcomes


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Every card's answers with what Anki made of each."""
    ours = [list(played(number)) for number in range(CARDS)]
    folder = tmp_path_factory.mktemp("anki")
    halves = (ours[::2], ours[1::2])
    with ThreadPoolExecutor() as pool:
        theirs = list(pool.map(replayed, halves, (folder / "even", folder / "odd")))
    return [pair for half, done in zip(halves, theirs, strict=True)
            for pair in zip(half, done, strict=True)]  # fmt: skip


def test_the_years_have_everything_in_them(both: Both) -> None:
    answers = [one for ours, _ in both for one in ours]
    assert len(answers) > 30_000
    assert {one.memory.state for one in answers} == {"learning", "review", "relearning"}
    assert len({one.at.utcoffset() for one in answers}) == 6, "summer and winter in three zones"
    assert max(one.memory.lapses for one in answers) >= 8


def test_states_lapses_and_leeches_are_ankis(both: Both) -> None:
    _states_agree(both)


def _states_agree(both: Both) -> None:
    for ours, theirs in both:
        for one, other in zip(ours, theirs, strict=True):
            assert (one.memory.state, one.memory.lapses) == (other["state"], other["lapses"])
        leeches = [
            scheduling.is_leech(after.memory, before.memory) for before, after in pairwise(ours)
        ]
        assert leeches == [other["leech"] for other in theirs[1:]]


def test_every_interval_and_every_memory_is_ankis(both: Both) -> None:
    _intervals_agree(both, MODEL)


def _intervals_agree(both: Both, model: Model) -> None:
    for ours, theirs in both:
        kept: Memory | None = None
        for one, other in zip(ours, theirs, strict=True):
            outcomes = scheduling.answers(kept, "q1c", one.at, model)
            promised = _seconds(outcomes)
            if promised != tuple(other["buttons"]):
                assert _on_the_edge(outcomes, promised, other["buttons"]), (
                    kept,
                    [o.stability for o in outcomes.values()],
                    promised,
                    other,
                )
            after = outcomes[one.rating]
            stability, difficulty = other["data"]["s"], other["data"]["d"]
            assert after.stability == pytest.approx(stability, rel=EDGE * 10, abs=1.01e-4)
            assert after.difficulty == pytest.approx(difficulty, abs=1.01e-3)
            # From here on with what Anki kept; a day's difference on the edge is carried along.
            interval = timedelta(seconds=other["buttons"][one.rating - 1])
            kept = replace(after, stability=stability, difficulty=difficulty, interval=interval)


def _on_the_edge(outcomes: Any, ours: tuple[int, ...], theirs: list[int]) -> bool:
    """Whether an interval that differs, or one below it, was halfway between two days."""
    if any(abs(a - b) > 86_400 for a, b in zip(ours, theirs, strict=True)):
        return False
    wanted = [scheduling.wanted_interval(one.stability, MODEL) for one in outcomes.values()]
    return any(abs(days % 1 - 0.5) < EDGE * days + 1e-4 for days in wanted)


def test_each_on_its_own_they_hardly_ever_differ(
    both: Both,
) -> None:
    """Without taking over what Anki kept: what two years of rounding do to the intervals."""
    pairs = [
        (a, b)
        for ours, theirs in both
        for one, other in zip(ours, theirs, strict=True)
        for a, b in zip(one.buttons, other["buttons"], strict=True)
    ]
    different = [(a, b) for a, b in pairs if a != b]
    print(f"{len(pairs):,} intervals, {len(different)} differ")
    assert len(different) < len(pairs) / 2_000
    assert all(abs(a - b) <= max(86_400, a * 0.01) for a, b in different)


@pytest.mark.parametrize(
    "model",
    [
        replace(MODEL, learning_steps=(2 * MINUTE, 15 * MINUTE, 60 * MINUTE), rollover=time(2)),
        replace(MODEL, learning_steps=(25 * MINUTE,), relearning_steps=(MINUTE, 20 * MINUTE)),
        replace(MODEL, learning_steps=(90 * MINUTE,), rollover=time(3)),
    ],
    ids=["three steps, from 2", "one and two", "one long one, from 3"],
)
def test_other_steps_and_another_beginning_of_the_day_are_ankis_as_well(
    model: Model, tmp_path: Path
) -> None:
    ours = [list(played(number, model)) for number in range(FEWER)]
    both = list(zip(ours, replayed(ours, tmp_path / "anki", model), strict=True))
    _states_agree(both)
    _intervals_agree(both, model)
