"""When a card comes back: FSRS-6 with learning steps, study days and fuzz that keeps its word.

Pure: a card's schedule and an instant go in, a new schedule comes out; nothing here asks what
time it is. Three decisions that the rest of the program leans on:

* **Study days.** A day runs from 4 o'clock local to the next 4 o'clock, by the offset that the
  instant carries. py-fsrs counts blocks of 24 hours, so it is fed study days: elapsed time is the
  difference of two of them, never negative, whatever clocks and zones did in between.
* **Due.** A card in review falls due when its study day begins: at 4 o'clock, by the offset of the
  review that scheduled it. Whether it is due is asked by the day (``due_day``), so a change to
  summer time or a journey moves no card. Learning steps are minutes from the answer.
* **Fuzz** is drawn from the card's id and how often it was answered, so what a button promises is
  what the answer gives, and a rebuild from the log gives it again.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import cast

import fsrs

from quizapp.model import LearningState, Memory, Rating, Review

ROLLOVER = time(4)
"""When a study day begins, local time."""

LEARNING_STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING_STEPS = (timedelta(minutes=10),)
MAXIMUM_INTERVAL = 36500
"""Days; a hundred years, as in Anki."""

LEECH_LAPSES = 8
"""With so many lapses a card is a leech: it costs more than it gives, and wants rewording."""

_DAY = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)
_FUZZ_FROM = 2.5
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))
"""Anki's table: from, to, and the share of the days between them that goes into the spread."""

_STATES = {
    LearningState.LEARNING: fsrs.State.Learning,
    LearningState.REVIEW: fsrs.State.Review,
    LearningState.RELEARNING: fsrs.State.Relearning,
}
_STATES_BACK = {theirs: ours for ours, theirs in _STATES.items()}


@dataclass(frozen=True, slots=True)
class Model:
    """The memory model: FSRS-6's 21 parameters, and the recall it aims at when a card is due."""

    parameters: tuple[float, ...] = tuple(fsrs.Scheduler().parameters)
    desired_retention: float = 0.9


DEFAULT_MODEL = Model()


def study_day(instant: datetime, zone: tzinfo | None = None) -> date:
    """The study day an aware ``instant`` belongs to, in ``zone`` (default: the one it carries)."""
    local = instant.astimezone(zone) if zone else instant
    return local.date() if local.time() >= ROLLOVER else local.date() - _DAY


def day_start(day: date, zone: tzinfo) -> datetime:
    """The instant at which a study day begins, in UTC."""
    return datetime.combine(day, ROLLOVER, zone).astimezone(UTC)


def last_day(memory: Memory) -> date:
    """The study day of the last review, by the offset it was made at."""
    return study_day(memory.last_review)


def due_day(memory: Memory) -> date:
    """The study day on which a card is due."""
    return study_day(memory.due)


def review_instant(memory: Memory | None, now: datetime) -> datetime:
    """``now`` as the log keeps it: whole milliseconds, a fixed offset of whole minutes.

    Always after the card's last review: where the clock was turned back, or stands still, a
    millisecond after it, so that the log of a card is in the order of the answers.
    """
    offset = now.utcoffset() or timedelta()
    minutes = round(offset / timedelta(minutes=1))
    moment = now.astimezone(timezone(timedelta(minutes=minutes)))
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    if memory and moment <= memory.last_review:
        moment = (memory.last_review + _MILLISECOND).astimezone(moment.tzinfo)
    return moment


def elapsed_days(memory: Memory, day: date) -> int:
    """Whole study days since the last review; 0 where the clock was turned back."""
    return max(0, (day - last_day(memory)).days)


def retrievability(memory: Memory, day: date, model: Model = DEFAULT_MODEL) -> float:
    """The chance that the card is recalled on that study day."""
    return recall(memory.stability, elapsed_days(memory, day), model)


def recall(stability: float, elapsed: int, model: Model = DEFAULT_MODEL) -> float:
    """FSRS-6's power curve of forgetting: 0.9 after ``stability`` days."""
    decay = -model.parameters[20]
    factor = 0.9 ** (1 / decay) - 1
    return float((1 + factor * elapsed / stability) ** decay)


def answers(
    memory: Memory | None, card_id: str, at: datetime, model: Model = DEFAULT_MODEL
) -> Mapping[Rating, Memory]:
    """What each rating at ``at`` would make of a card (``memory`` None: a new card)."""
    moment = review_instant(memory, at)
    raw = {rating: _step(memory, card_id, rating, moment, model) for rating in Rating}
    days = _days_in_order(memory, card_id, raw)
    return {
        rating: _in_days(outcome, days[rating]) if rating in days else outcome
        for rating, outcome in raw.items()
    }


def review(
    memory: Memory | None,
    card_id: str,
    rating: Rating,
    at: datetime,
    model: Model = DEFAULT_MODEL,
) -> Memory:
    """A card's schedule after one answer; exactly what ``answers`` showed for that rating."""
    if rating is Rating.AGAIN:
        return _step(memory, card_id, rating, review_instant(memory, at), model)
    return answers(memory, card_id, at, model)[rating]


def replay(card_id: str, reviews: Iterable[Review], model: Model = DEFAULT_MODEL) -> Memory | None:
    """A card's schedule out of its reviews, in the order of the log; None without any."""
    memory: Memory | None = None
    for one in reviews:
        memory = review(memory, card_id, one.rating, one.reviewed_at, model)
    return memory


@lru_cache(maxsize=8)
def _scheduler(model: Model) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        parameters=model.parameters,
        desired_retention=model.desired_retention,
        learning_steps=LEARNING_STEPS,
        relearning_steps=RELEARNING_STEPS,
        maximum_interval=MAXIMUM_INTERVAL,
        enable_fuzzing=False,
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _step(
    memory: Memory | None, card_id: str, rating: Rating, at: datetime, model: Model
) -> Memory:
    """One answer by py-fsrs on study days, before fuzz; ``at`` is a ``review_instant``."""
    today = _midnight(study_day(at))
    before = fsrs.Card(card_id=1, due=today)
    if memory:
        before = fsrs.Card(
            card_id=1,  # without an id py-fsrs sleeps a millisecond to make one up
            state=_STATES[memory.state],
            step=memory.step,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=today,
            last_review=today - elapsed_days(memory, today.date()) * _DAY,
        )
    after, _ = _scheduler(model).review_card(before, fsrs.Rating(rating), today)
    lapsed = memory is not None and memory.state is LearningState.REVIEW and rating == Rating.AGAIN
    outcome = Memory(
        card_id=card_id,
        state=_STATES_BACK[after.state],
        step=after.step,
        stability=cast(float, after.stability),
        difficulty=cast(float, after.difficulty),
        due=at + (after.due - today),
        last_review=at,
        interval=after.due - today,
        reps=(memory.reps if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + lapsed,
    )
    if outcome.state is LearningState.REVIEW:
        return _in_days(outcome, outcome.interval.days)
    return outcome


def _in_days(outcome: Memory, days: int) -> Memory:
    """The same outcome, due when the study day that many days on begins."""
    zone = outcome.last_review.tzinfo
    start = datetime.combine(last_day(outcome) + days * _DAY, ROLLOVER, zone)
    return replace(outcome, interval=days * _DAY, due=start)


def _days_in_order(
    memory: Memory | None, card_id: str, raw: Mapping[Rating, Memory]
) -> dict[Rating, int]:
    """Fuzzed days of the ratings that lead into review, each longer than the one before.

    As Anki does it with FSRS (rslib, scheduler/states/review.rs): an interval that would have
    grown grows by a day at least, and Hard < Good < Easy up to the maximum.
    """
    in_review = memory is not None and memory.state is LearningState.REVIEW
    scheduled = memory.interval.days if memory and in_review else 0
    draw = _draw(card_id, memory.reps if memory else 0)
    days: dict[Rating, int] = {}
    longest = 0
    for rating, outcome in raw.items():
        if outcome.state is not LearningState.REVIEW:
            continue
        wanted = outcome.interval.days
        grown = scheduled + 1 if in_review and wanted > scheduled else 1
        longest = days[rating] = _fuzzed(wanted, max(longest + 1, grown), draw)
    return days


def _draw(card_id: str, repetition: int) -> float:
    """From 0 to below 1, the same for the same card and repetition on every machine."""
    digest = hashlib.sha256(f"{card_id}:{repetition}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def _fuzzed(days: int, minimum: int, draw: float) -> int:
    """The day that ``draw`` picks from the spread around ``days``, as in Anki (fuzz.rs)."""
    minimum = min(minimum, MAXIMUM_INTERVAL)
    days = min(max(days, minimum), MAXIMUM_INTERVAL)
    if days < _FUZZ_FROM:
        return days
    spread = 1.0 + sum(share * max(0.0, min(days, until) - start) for start, until, share in _FUZZ)
    lower = min(max(round(days - spread), minimum), MAXIMUM_INTERVAL)
    upper = min(max(round(days + spread), minimum), MAXIMUM_INTERVAL)
    if lower == upper and 2 < upper < MAXIMUM_INTERVAL:
        upper += 1
    return lower + math.floor(draw * (1 + upper - lower))
