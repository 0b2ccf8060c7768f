"""A card's whole history at once: ``scheduling.replay`` for logs of hundreds of thousands.

The same model and the same numbers to the last bit, without an object for each answer: py-fsrs
makes some ten of them, and a log that comes back from elsewhere is replayed whole. The tests hold
the two against each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import repeat
from typing import NamedTuple, TypeAlias

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
    """One answer: when (milliseconds since 1970), at what offset (minutes), which rating.

    How long it took changes nothing here; it goes along.
    """

    at: int
    utc_offset: int
    rating: int
    duration_ms: int | None = None


class Before(NamedTuple):
    """How a card stood before an answer; stability and elapsed days are None for a new card."""

    day: int
    state: str
    stability: float | None
    elapsed_days: int | None
    reps: int
    lapses: int


class _Asked(NamedTuple):
    """A card at the moment of an answer, and the answer; ``reps`` counts those before it.

    ``led_to`` is the stability that the answer led to, before it was rounded.
    """

    reps: int
    state: str
    step: int
    stability: float
    difficulty: float
    elapsed: int
    rating: int
    rules: Rules
    led_to: float

    def wanted(self, rating: int) -> float:
        """Days until recall would have fallen to what is aimed at, with this rating."""
        rules, led_to = self.rules, self.led_to
        if rating != self.rating:
            led_to = rules.stability(
                self.state, self.stability, self.difficulty, self.elapsed, rating
            )
        return (led_to / rules.factor) * rules.reach


@dataclass(frozen=True, slots=True)
class Retraced:
    """What a history comes to: how the card stood before each answer, and after the last."""

    before: list[Before]
    memory: Memory | None


def study_day_number(at: int, utc_offset: int, rollover: time = scheduling.ROLLOVER) -> int:
    """The study day of an instant in milliseconds, counted from 1970-01-01."""
    return (at + utc_offset * _MINUTE_MS - rollover.hour * _HOUR_MS) // _DAY_MS


Standing: TypeAlias = tuple[float, float]
"""A card's stability and difficulty."""


def standings(history: Iterable[tuple[int, int]], model: Model) -> Iterator[Standing]:
    """How a card stands after each rating, given with the days elapsed since the one before."""
    rules, state = rules_of(model), _NEW
    stability = difficulty = 0.0
    for rating, elapsed in history:
        led_to = rules.stability(state, stability, difficulty, elapsed, rating)
        difficulty = _rounded(rules.difficulty(state, difficulty, rating), 1_000, 3)
        stability = _rounded(led_to, 10_000, 4)
        state = _LEARNING
        yield stability, difficulty


def standing(history: Iterable[tuple[int, int]], model: Model) -> Standing:
    """How a card stands after all of a history; raises ValueError without any."""
    *_, last = standings(history, model)
    return last


def retraced(
    card_id: str,
    answers: Sequence[Answer],
    models: Model | Sequence[Model],
    *,
    now: Model | None = None,
) -> Retraced:
    """Goes through the answers of one card, which stand in the order of time.

    ``models`` is the model of all of them, or of each the one that was in force then. How a card
    stands is always what its whole history comes to with the parameters in force: where these
    change, and with those of ``now`` at the end, it is worked out anew. Due days stay.
    """
    every = map(rules_of, models) if isinstance(models, Sequence) else repeat(rules_of(models))
    before: list[Before] = []
    streak: list[tuple[int, str, int, float, float, int, int, Rules, float]] = []
    last: Answer | None = None
    state, step, stability, difficulty = _NEW, 0, 0.0, 0.0
    lapses = last_day = 0
    parameters: tuple[float, ...] | None = None
    for reps, (answer, rules) in enumerate(zip(answers, every, strict=False)):
        at, utc_offset, rating, _ = answer
        if parameters is not rules.w:
            if reps and parameters != rules.w:
                stability, difficulty = standing(_history(answers, before), rules.model)
            parameters = rules.w
        day = (at + utc_offset * _MINUTE_MS - rules.rollover_ms) // _DAY_MS
        if reps:
            elapsed = day - last_day if day > last_day else 0
            before.append(Before(day, state, stability, elapsed, reps, lapses))
        else:
            elapsed = 0
            before.append(Before(day, _NEW, None, None, 0, 0))
        led_to = rules.stability(state, stability, difficulty, elapsed, rating)
        next_state, next_step = rules.moves[state, step, rating]
        if next_state == _REVIEW:
            streak.append(
                (reps, state, step, stability, difficulty, elapsed, rating, rules, led_to)
            )
        elif streak:
            streak = []
        if rating == _AGAIN and state == _REVIEW:
            lapses += 1
        difficulty = _rounded(rules.difficulty(state, difficulty, rating), 1_000, 3)
        stability = _rounded(led_to, 10_000, 4)
        state, step = next_state, next_step
        last, last_day = answer, day
    if last is None:
        return Retraced(before, None)
    moment, today = instant(last), date.fromordinal(last_day + _FIRST_DAY)
    if state == _REVIEW:
        interval = timedelta(days=_days(card_id, [_Asked(*asked) for asked in streak]))
        due = datetime.combine(today + interval, rules.model.rollover, moment.tzinfo)
    else:
        interval = step_length(rules.steps[state], step, last.rating)
        due = moment + interval
    if now and now.parameters != parameters:
        stability, difficulty = standing(_history(answers, before), now)
    memory = Memory(
        card_id=card_id,
        state=LearningState(state),
        step=None if state == _REVIEW else step,
        stability=stability,
        difficulty=difficulty,
        due=due,
        last_review=moment,
        interval=interval,
        reps=len(before),
        lapses=lapses,
        last_day=today,
    )
    return Retraced(before, memory)


def _history(answers: Sequence[Answer], before: Sequence[Before]) -> Iterator[tuple[int, int]]:
    """Ratings and days elapsed of the answers that were gone through."""
    return ((one.rating, was.elapsed_days or 0) for one, was in zip(answers, before, strict=False))


def _rounded(value: float, power: int, digits: int) -> float:
    """``round(value, digits)``, which takes ten times as long; ``power`` is ten to the digits.

    Away from the middle between two there is only one number of so many digits that is nearest.
    """
    scaled = value * power
    whole = int(scaled + 0.5)
    return whole / power if -0.499 < scaled - whole < 0.499 else round(value, digits)


def instant(answer: Answer) -> datetime:
    """When an answer was given, with the learner's offset then."""
    zone = timezone(timedelta(minutes=answer.utc_offset)) if answer.utc_offset else UTC
    return (_EPOCH + timedelta(milliseconds=answer.at)).astimezone(zone)


def step_length(steps: Sequence[timedelta], step: int, rating: int) -> timedelta:
    """How long a learning step lasts that an answer led to; Hard on the first is between two."""
    if rating == _HARD and step == 0:
        return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5
    return steps[step]


def _days(card_id: str, streak: Sequence[_Asked]) -> int:
    """The interval after a run of answers that kept the card in review.

    Each depends on the one before, but none on what was before the run, nor on what was before
    an answer that had room enough.
    """
    first = len(streak) - 1
    while first > 0 and not _has_room(streak[first], streak[first - 1]):
        first -= 1
    days = 0
    for asked in streak[first:]:
        drawn = intervals.draw(card_id, asked.reps) if asked.rules.model.fuzz else None
        scheduled = days if asked.state == _REVIEW else 0
        if asked.rating == _AGAIN:  # in days only where there are no steps, and held to nothing
            days = intervals.fuzzed(asked.wanted(_AGAIN), 1, drawn)
            continue
        days = 0
        for rating in _ratings(asked):
            wanted = asked.wanted(rating)
            least = intervals.not_before(wanted, scheduled)
            days = intervals.fuzzed(wanted, least if least > days else days + 1, drawn)
    return days


def _ratings(asked: _Asked) -> Sequence[int]:
    """The ratings whose intervals the one of the answer has to be longer than, and its own."""
    upto = range(_HARD, asked.rating + 1)
    if asked.state == _REVIEW:
        return upto
    moves, state, step = asked.rules.moves, asked.state, asked.step
    return [
        rating
        for rating in upto
        if moves[state, step, rating][0] == _REVIEW or (state != _NEW and rating == _GOOD)
    ]


def _has_room(asked: _Asked, previous: _Asked) -> bool:
    """Whether the interval is the same, however long the one before it was.

    That one only holds an interval from below, so it has no say where the whole spread lies above
    the longest that it and the lower ratings can have come to.
    """
    if asked.state != _REVIEW or asked.rating == _AGAIN:
        return True
    earliest = intervals.earliest(asked.wanted(asked.rating))
    if previous.wanted(previous.rating) >= earliest:
        return False
    longest = 0
    for rating in _ratings(previous) if previous.rating != _AGAIN else (_AGAIN,):
        wanted = previous.wanted(rating)
        longest = intervals.at_most(wanted, max(longest + 1, intervals.latest(wanted)))
    for rating in range(_HARD, asked.rating):
        longest = intervals.at_most(asked.wanted(rating), longest + 1)
    return longest < earliest


class Rules:
    """FSRS-6 with its constants worked out once; the order of the terms is py-fsrs's."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.rollover_ms = model.rollover.hour * _HOUR_MS
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

        self.moves = _Moves(self)

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

    def difficulty(self, state: str, difficulty: float, rating: int) -> float:
        """The difficulty after an answer."""
        if state == _NEW:
            return self.first_difficulty[rating]
        w = self.w
        change = -(w[6] * (rating - 3))
        moved = difficulty + (10.0 - difficulty) * change / 9.0
        return min(max(self.towards + (1 - w[7]) * moved, 1.0), 10.0)

    def stability(
        self, state: str, stability: float, difficulty: float, elapsed: int, rating: int
    ) -> float:
        """The stability that an answer leads to."""
        if state == _NEW:
            return self.first_stability[rating]
        w = self.w
        if elapsed < 1:
            gain: float = self.short[rating] * stability ** -w[19]
            return max(stability * (gain if rating == _AGAIN else max(gain, 1.0)), _LEAST_STABILITY)
        recall: float = (1 + self.factor * elapsed / stability) ** self.decay
        if rating == _AGAIN:
            forgotten: float = (
                w[11]
                * (difficulty ** -w[12])
                * ((stability + 1) ** w[13] - 1)
                * (math.e ** ((1 - recall) * w[14]))
            )
            return max(min(forgotten, stability / self.relapse), _LEAST_STABILITY)
        grown: float = (
            self.growth
            * (11 - difficulty)
            * (stability ** -w[9])
            * ((math.e ** ((1 - recall) * w[10])) - 1)
            * (w[15] if rating == _HARD else 1)
            * (w[16] if rating == _EASY else 1)
        )
        return max(stability * (1 + grown), _LEAST_STABILITY)


class _Moves(dict[tuple[str, int, int], tuple[str, int]]):
    """What ``Rules.moved`` says, asked once: state, step and rating → state and step."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, asked: tuple[str, int, int]) -> tuple[str, int]:
        found = self[asked] = self._rules.moved(*asked)
        return found


_known: dict[int, tuple[Model, Rules]] = {}


def rules_of(model: Model) -> Rules:
    """The rules of a model, found by what it is: hashing its parameters would take longer."""
    found = _known.get(id(model))
    if found is None or found[0] is not model:
        if len(_known) > _MOST_MODELS:
            _known.clear()
        found = _known[id(model)] = (model, Rules(model))
    return found[1]
