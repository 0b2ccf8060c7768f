"""A card's whole history at once: ``scheduling.replay`` for logs of hundreds of thousands.

The same model and the same numbers to the last bit, without an object for each answer: py-fsrs
makes some ten of them, and a log that comes back from elsewhere is replayed whole. The tests hold
the two against each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from quizapp import intervals, scheduling
from quizapp.model import LearningState, Memory
from quizapp.scheduling import Model

_DAY_MS = 86_400_000
_HOUR_MS = 3_600_000
_MINUTE_MS = 60_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = _EPOCH.date().toordinal()
_LEAST_STABILITY = 0.001
_MOST_MODELS = 64

_NEW, _LEARNING = str(LearningState.NEW), str(LearningState.LEARNING)
_REVIEW, _RELEARNING = str(LearningState.REVIEW), str(LearningState.RELEARNING)
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4


class Answer(NamedTuple):
    """One answer: when (milliseconds since 1970), at what offset (minutes), which rating."""

    at: int
    utc_offset: int
    rating: int


class Before(NamedTuple):
    """How a card stood before an answer; stability and elapsed days are None for a new card."""

    day: int
    state: str
    stability: float | None
    elapsed_days: int | None
    reps: int
    lapses: int


class _Asked(NamedTuple):
    """A card at the moment of an answer, and the answer; ``reps`` counts those before it."""

    reps: int
    state: str
    step: int
    stability: float
    difficulty: float
    elapsed: int
    rating: int
    rules: _Rules


@dataclass(frozen=True, slots=True)
class Retraced:
    """What a history comes to: how the card stood before each answer, and after the last."""

    before: list[Before]
    memory: Memory | None


def study_day_number(at: int, utc_offset: int, rollover: time = scheduling.ROLLOVER) -> int:
    """The study day of an instant in milliseconds, counted from 1970-01-01."""
    return (at + utc_offset * _MINUTE_MS - rollover.hour * _HOUR_MS) // _DAY_MS


def retraced(card_id: str, answers: Sequence[Answer], models: Model | Sequence[Model]) -> Retraced:
    """Goes through the answers of one card, which stand in the order of time.

    ``models`` is the model of all of them, or of each the one that was in force then.
    """
    every = models if isinstance(models, Sequence) else [models] * len(answers)
    before: list[Before] = []
    streak: list[_Asked] = []
    last: Answer | None = None
    state, step, stability, difficulty = _NEW, 0, 0.0, 0.0
    lapses = last_day = 0
    for reps, (answer, model) in enumerate(zip(answers, every, strict=True)):
        rules, rating = _rules(model), answer.rating
        day = study_day_number(answer.at, answer.utc_offset, model.rollover)
        elapsed = max(0, day - last_day) if reps else 0
        if reps:
            before.append(Before(day, state, stability, elapsed, reps, lapses))
        else:
            before.append(Before(day, _NEW, None, None, 0, 0))
        asked = _Asked(reps, state, step, stability, difficulty, elapsed, rating, rules)
        stability = round(rules.stability(asked, rating), 4)
        difficulty = round(rules.difficulty(asked), 3)
        lapses += state == _REVIEW and rating == _AGAIN
        state, step = rules.moved(state, step, rating)
        if state == _REVIEW:
            streak.append(asked)
        else:
            streak = []
        last, last_day = answer, day
    if last is None:
        return Retraced(before, None)
    at, today = _instant(last), date.fromordinal(last_day + _FIRST_DAY)
    if state == _REVIEW:
        interval = timedelta(days=_days(card_id, streak))
        due = datetime.combine(today + interval, rules.model.rollover, at.tzinfo)
    else:
        interval = _minutes(rules.steps[state], step, last.rating)
        due = at + interval
    memory = Memory(
        card_id=card_id,
        state=LearningState(state),
        step=None if state == _REVIEW else step,
        stability=stability,
        difficulty=difficulty,
        due=due,
        last_review=at,
        interval=interval,
        reps=len(before),
        lapses=lapses,
        last_day=today,
    )
    return Retraced(before, memory)


def _instant(answer: Answer) -> datetime:
    zone = timezone(timedelta(minutes=answer.utc_offset)) if answer.utc_offset else UTC
    return (_EPOCH + timedelta(milliseconds=answer.at)).astimezone(zone)


def _minutes(steps: Sequence[timedelta], step: int, rating: int) -> timedelta:
    """How long a learning step lasts that an answer led to; Hard on the first is between two."""
    if rating == _HARD and step == 0:
        return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5
    return steps[step]


def _days(card_id: str, streak: Sequence[_Asked]) -> int:
    """The interval after a run of answers that kept the card in review.

    Each depends on the one before, but none on what was before the run.
    """
    days = 0
    for asked in streak:
        rules = asked.rules
        scheduled = days if asked.state == _REVIEW else 0
        drawn = intervals.draw(card_id, asked.reps) if rules.model.fuzz else None
        if asked.rating == _AGAIN:  # in days only where there are no steps
            wanted = rules.wanted(rules.stability(asked, _AGAIN))
            days = intervals.fuzzed(wanted, 1, drawn)
            continue
        longest = 0
        for rating in range(_HARD, asked.rating + 1):
            leads = rules.moved(asked.state, asked.step, rating)[0] == _REVIEW
            if not leads and (asked.state == _NEW or rating != _GOOD):
                continue
            wanted = rules.wanted(rules.stability(asked, rating))
            least = max(longest + 1, intervals.not_before(wanted, scheduled))
            longest = intervals.fuzzed(wanted, least, drawn)
        days = longest
    return days


class _Rules:
    """FSRS-6 with its constants worked out once; the order of the terms is py-fsrs's."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.w: tuple[float, ...] = model.parameters
        w = self.w
        self.decay = -w[20]
        self.factor: float = 0.9 ** (1 / self.decay) - 1
        self.reach: float = model.desired_retention ** (1 / self.decay) - 1
        self.growth: float = math.e ** w[8]
        self.relapse: float = math.e ** (w[17] * w[18])
        self.short: list[float] = [math.e ** (w[17] * (rating - 3 + w[18])) for rating in range(5)]
        first: list[float] = [w[4] - math.e ** (w[5] * (rating - 1)) + 1 for rating in range(5)]
        self.first_difficulty = [min(max(one, 1.0), 10.0) for one in first]
        self.towards = w[7] * first[_EASY]
        self.first_stability = [0.0, *(max(one, _LEAST_STABILITY) for one in w[:4])]
        self.steps = {
            _NEW: model.learning_steps,
            _LEARNING: model.learning_steps,
            _RELEARNING: model.relearning_steps,
        }

    def moved(self, state: str, step: int, rating: int) -> tuple[str, int]:
        """The state and the learning step after an answer.

        There may have been more steps when the card came to the one it is in.
        """
        if state == _REVIEW:
            again = rating == _AGAIN and self.model.relearning_steps
            return (_RELEARNING, 0) if again else (_REVIEW, 0)
        many = len(self.steps[state])
        passed = rating == _EASY or step >= many or (rating == _GOOD and step + 1 == many)
        if not many or (passed and rating != _AGAIN):
            return _REVIEW, 0
        learning = _LEARNING if state == _NEW else state
        return learning, {_AGAIN: 0, _HARD: step, _GOOD: step + 1}[rating]

    def wanted(self, stability: float) -> float:
        """Days until recall has fallen to what is aimed at."""
        return (stability / self.factor) * self.reach

    def difficulty(self, asked: _Asked) -> float:
        """The difficulty after the answer."""
        if asked.state == _NEW:
            return self.first_difficulty[asked.rating]
        change = -(self.w[6] * (asked.rating - 3))
        moved = asked.difficulty + (10.0 - asked.difficulty) * change / 9.0
        return min(max(self.towards + (1 - self.w[7]) * moved, 1.0), 10.0)

    def stability(self, asked: _Asked, rating: int) -> float:
        """The stability that a rating leads to."""
        w, stability = self.w, asked.stability
        if asked.state == _NEW:
            return self.first_stability[rating]
        if asked.elapsed < 1:
            gain: float = self.short[rating] * stability ** -w[19]
            return max(stability * (gain if rating == _AGAIN else max(gain, 1.0)), _LEAST_STABILITY)
        recall: float = (1 + self.factor * asked.elapsed / stability) ** self.decay
        if rating == _AGAIN:
            forgotten: float = (
                w[11]
                * (asked.difficulty ** -w[12])
                * ((stability + 1) ** w[13] - 1)
                * (math.e ** ((1 - recall) * w[14]))
            )
            return max(min(forgotten, stability / self.relapse), _LEAST_STABILITY)
        grown: float = (
            self.growth
            * (11 - asked.difficulty)
            * (stability ** -w[9])
            * ((math.e ** ((1 - recall) * w[10])) - 1)
            * (w[15] if rating == _HARD else 1)
            * (w[16] if rating == _EASY else 1)
        )
        return max(stability * (1 + grown), _LEAST_STABILITY)


_known: dict[int, tuple[Model, _Rules]] = {}


def _rules(model: Model) -> _Rules:
    """The rules of a model, found by what it is: hashing its parameters would take longer."""
    found = _known.get(id(model))
    if found is None or found[0] is not model:
        if len(_known) > _MOST_MODELS:
            _known.clear()
        found = _known[id(model)] = (model, _Rules(model))
    return found[1]
