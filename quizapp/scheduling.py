"""When a card comes back: FSRS-6 with learning steps, study days and fuzz that keeps its word.

Pure: a card's schedule and an instant go in, a new schedule comes out; nothing here asks what
time it is. Three decisions that the rest of the program leans on:

* **Study days.** A day runs from 4 o'clock local to the next 4 o'clock, or from another hour that
  the learner has set (``rollover``), by the offset that the instant carries. py-fsrs counts blocks
  of 24 hours, so it is fed study days: elapsed time is the difference of two of them, never
  negative, whatever clocks and zones did in between. The day of an answer is decided when it is
  given and kept with it: another hour holds from then on and moves no day of the past, for the
  sums of a day, the streak and the elapsed days would otherwise come out anew with each change.
* **Due.** A card in review falls due when its study day begins: at that hour, by the offset of the
  review that scheduled it. Whether it is due is asked by the day (``due_day``), so a change to
  summer time, a journey or another hour moves no card. Learning steps are minutes from the answer.
* **Fuzz** is drawn from the card's id and how often it was answered, so what a button promises is
  what the answer gives, and a rebuild from the log gives it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import cast

import fsrs

from quizapp.memory.intervals import MAXIMUM_INTERVAL, draw, fuzzed, not_before
from quizapp.model import LearningState, Memory, Rating, Review

ROLLOVER = time(4)
"""When a study day begins, local time, unless the learner has set another hour."""

LEARNING_STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING_STEPS = (timedelta(minutes=10),)

LEECH_LAPSES = 8
"""With so many lapses a card is a leech: it costs more than it gives, and wants rewording."""

GROWN_DAYS = 7.0
"""From recognising to recalling: with this stability an easy sibling lets recall begin."""

GIVES_WAY_DAYS = 21.0
"""With this stability of recall the easy siblings are not asked any more."""

_DAY = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)
_STATES = {
    LearningState.LEARNING: fsrs.State.Learning,
    LearningState.REVIEW: fsrs.State.Review,
    LearningState.RELEARNING: fsrs.State.Relearning,
}
_STATES_BACK = {theirs: ours for ours, theirs in _STATES.items()}


@dataclass(frozen=True, slots=True)
class Model:
    """All that decides when a card comes back: what a learner has set, or fitted.

    FSRS-6's 21 parameters and the recall it aims at when a card is due; the steps of a card that
    is learnt, and of one that was forgotten; when a study day begins. Without steps a card goes on
    in days, one at least, where Anki may ask it again the same day.
    """

    parameters: tuple[float, ...] = tuple(fsrs.Scheduler().parameters)
    desired_retention: float = 0.9
    fuzz: bool = True
    """Whether intervals are spread, so that cards learnt together do not stay together."""
    learning_steps: tuple[timedelta, ...] = LEARNING_STEPS
    relearning_steps: tuple[timedelta, ...] = RELEARNING_STEPS
    rollover: time = ROLLOVER


DEFAULT_MODEL = Model()


def study_day(instant: datetime, zone: tzinfo | None = None, rollover: time = ROLLOVER) -> date:
    """The study day an aware ``instant`` belongs to, in ``zone`` (default: the one it carries)."""
    local = instant.astimezone(zone) if zone else instant
    return local.date() if local.time() >= rollover else local.date() - _DAY


def day_start(day: date, zone: tzinfo, rollover: time = ROLLOVER) -> datetime:
    """The instant at which a study day begins, in UTC."""
    return datetime.combine(day, rollover, zone).astimezone(UTC)


def due_day(memory: Memory) -> date:
    """The study day on which a card is due; of one in a learning step, that of its last review."""
    return memory.due.date() if memory.state is LearningState.REVIEW else memory.last_day


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
    return max(0, (day - memory.last_day).days)


def forgetting_curve(model: Model = DEFAULT_MODEL) -> Callable[[float, int], float]:
    """FSRS-6's power curve: the chance of recall by stability and study days elapsed.

    0.9 after ``stability`` days, whatever the parameters.
    """
    decay = -model.parameters[20]
    factor = 0.9 ** (1 / decay) - 1

    def recall(stability: float, elapsed: int) -> float:
        return float((1 + factor * elapsed / stability) ** decay)

    return recall


def retrievability(memory: Memory, day: date, model: Model = DEFAULT_MODEL) -> float:
    """The chance that the card is recalled on that study day."""
    return forgetting_curve(model)(memory.stability, elapsed_days(memory, day))


def answers(
    memory: Memory | None, card_id: str, at: datetime, model: Model = DEFAULT_MODEL
) -> Mapping[Rating, Memory]:
    """What each rating at ``at`` would make of a card (``memory`` None: a new card)."""
    moment = review_instant(memory, at)
    outcomes = _outcomes(memory, card_id, tuple(Rating), moment, model)
    return {
        rating: _remembered(memory, card_id, rating, moment, outcome, model)
        for rating, outcome in outcomes.items()
    }


def review(
    memory: Memory | None,
    card_id: str,
    rating: Rating,
    at: datetime,
    model: Model = DEFAULT_MODEL,
) -> Memory:
    """A card's schedule after one answer; exactly what ``answers`` showed for that rating."""
    moment = review_instant(memory, at)
    # An interval is kept above those of the lower ratings, so these are needed; Again is not.
    upto = tuple(one for one in Rating if Rating.AGAIN < one <= rating) or (rating,)
    outcomes = _outcomes(memory, card_id, upto, moment, model)
    return _remembered(memory, card_id, rating, moment, outcomes[rating], model)


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
        learning_steps=model.learning_steps,
        relearning_steps=model.relearning_steps,
        maximum_interval=MAXIMUM_INTERVAL,
        enable_fuzzing=False,
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What an answer makes of a card: py-fsrs's card, and how long until it comes back."""

    card: fsrs.Card
    interval: timedelta

    @property
    def is_in_review(self) -> bool:
        """Whether it comes back after days, not after minutes of a learning step."""
        return self.card.state is fsrs.State.Review


def _outcomes(
    memory: Memory | None,
    card_id: str,
    ratings: Iterable[Rating],
    at: datetime,
    model: Model,
) -> dict[Rating, _Outcome]:
    """What the ratings make of a card by py-fsrs on study days, fuzzed and in order."""
    day = study_day(at, rollover=model.rollover)
    today = datetime(day.year, day.month, day.day, tzinfo=UTC)
    before = fsrs.Card(card_id=1, due=today)  # without an id py-fsrs sleeps to make one up
    if memory:
        before.state, before.step = _STATES[memory.state], memory.step
        before.stability, before.difficulty = memory.stability, memory.difficulty
        before.last_review = today - elapsed_days(memory, day) * _DAY
    outcomes: dict[Rating, _Outcome] = {}
    for rating in ratings:
        after, _ = _scheduler(model).review_card(before, fsrs.Rating(rating), today)
        outcomes[rating] = _Outcome(after, after.due - today)
    return outcomes | _in_order(memory, card_id, outcomes, model)


def _remembered(
    memory: Memory | None,
    card_id: str,
    rating: Rating,
    at: datetime,
    outcome: _Outcome,
    model: Model,
) -> Memory:
    """The schedule an outcome leads to; a card in review is due when its study day begins.

    Stability and difficulty have as many digits as Anki keeps of them, so that a card that is
    handed over goes on there exactly as it would have here.
    """
    due, day = at + outcome.interval, study_day(at, rollover=model.rollover)
    if outcome.is_in_review:
        due = datetime.combine(day + outcome.interval, model.rollover, at.tzinfo)
    lapsed = memory is not None and memory.state is LearningState.REVIEW and rating == Rating.AGAIN
    return Memory(
        card_id=card_id,
        state=_STATES_BACK[outcome.card.state],
        step=outcome.card.step,
        stability=round(cast(float, outcome.card.stability), 4),
        difficulty=round(cast(float, outcome.card.difficulty), 3),
        due=due,
        last_review=at,
        interval=outcome.interval,
        reps=(memory.reps if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + lapsed,
        last_day=day,
    )


def _in_order(
    memory: Memory | None,
    card_id: str,
    outcomes: Mapping[Rating, _Outcome],
    model: Model,
) -> dict[Rating, _Outcome]:
    """The outcomes that lead into review, fuzzed, each later than the one of the rating below.

    As Anki does it with FSRS (rslib, scheduler/states): an interval that would have grown grows
    by a day at least, one that fuzz alone may have made longer the last time is not shortened,
    and Hard < Good < Easy up to the maximum. For a card in learning Easy is a day later than Good
    would be, also where Good leads to the next step. Where no steps are set Again gives days as
    well, which bind none of the others.
    """
    in_review = memory is not None and memory.state is LearningState.REVIEW
    scheduled = memory.interval.days if memory and in_review else 0
    drawn = draw(card_id, memory.reps if memory else 0) if model.fuzz else None
    ordered: dict[Rating, _Outcome] = {}
    longest = 0
    for rating, outcome in outcomes.items():
        if not outcome.is_in_review and (memory is None or rating != Rating.GOOD):
            continue
        wanted = wanted_interval(cast(float, outcome.card.stability), model)
        if rating == Rating.AGAIN:
            ordered[rating] = _Outcome(outcome.card, fuzzed(wanted, 1, drawn) * _DAY)
            continue
        longest = fuzzed(wanted, max(longest + 1, not_before(wanted, scheduled)), drawn)
        if outcome.is_in_review:
            ordered[rating] = _Outcome(outcome.card, longest * _DAY)
    return ordered


def wanted_interval(stability: float, model: Model = DEFAULT_MODEL) -> float:
    """Days until the chance of recall has fallen to the desired retention; not yet whole."""
    decay = -model.parameters[20]
    factor = 0.9 ** (1 / decay) - 1
    return float(stability / factor * (model.desired_retention ** (1 / decay) - 1))


def is_leech(after: Memory, before: Memory | None) -> bool:
    """Whether this lapse makes a card a leech: the eighth, and then every fourth, as in Anki."""
    if before is None or after.lapses == before.lapses:
        return False
    beyond = after.lapses - LEECH_LAPSES
    return beyond >= 0 and beyond % (LEECH_LAPSES // 2) == 0
