"""The memory model fitted to a learner's own reviews, with the engine that Anki has inside.

What a fit can learn from are the *trials*: a card's first answer of a study day after its first
one. Later answers of the same day are part of the history, but say little about forgetting.

The engine is the extra ``fit`` (fsrs-rs-python), imported only where it is needed.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from quizapp.errors import StudyError
from quizapp.memory import correction
from quizapp.memory.calibration import Calibration, Judged, group_of, measure, tally
from quizapp.memory.correction import Traits
from quizapp.model import Rating
from quizapp.scheduling import DEFAULT_MODEL, Model, forgetting_curve

LEAST = 64
"""So many trials are needed; with fewer not every parameter can be told."""

HELD_BACK = 5
"""One part in so many, the latest, is held back to judge by."""

CORRECTED_PARTS = 3
"""So many of these parts, the latest, judge the online correction."""

_AGAIN = int(Rating.AGAIN)


class Answered(NamedTuple):
    """One answer of the log: whose, on which study day, which rating (1–4)."""

    card_id: str
    day: date
    rating: int


@dataclass(frozen=True, slots=True)
class Trial:
    """An answer that can be predicted: ``history`` are rating and days elapsed of all before it."""

    card_id: str
    history: tuple[tuple[int, int], ...]
    elapsed: int
    rating: int

    @property
    def recalled(self) -> bool:
        """Hard is a pass."""
        return self.rating != _AGAIN

    @property
    def days(self) -> tuple[int, ...]:
        """The first rating of each day before."""
        return tuple(rating for n, (rating, gap) in enumerate(self.history) if n == 0 or gap > 0)

    @property
    def lapses(self) -> int:
        """How often the card was gone on a later day than its first."""
        return sum(one == _AGAIN for one in self.days[1:])

    @property
    def group(self) -> tuple[float, float, float]:
        """The bin it is judged in: counted are first answers of a day."""
        return group_of(self.elapsed, len(self.days), self.lapses)

    def traits(self, chance: float) -> Traits:
        """What the correction goes by."""
        return Traits(chance, self.elapsed, self.lapses)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fit found, judged on the latest trials, which it had not seen.

    ``before`` is the model in use, ``after`` the fitted one. ``parameters`` are those to keep, or
    None to stay as it is. The online correction is a smaller matter and judged on more: over the
    latest ``CORRECTED_PARTS`` parts, each unseen by what predicts it, ``corrected`` is the better
    model with it, ``uncorrected`` the same without.
    """

    trials: int
    judged: int
    before: Calibration
    after: Calibration
    uncorrected: Calibration
    corrected: Calibration
    parameters: tuple[float, ...] | None
    correction: bool


def trials(answers: Iterable[Answered]) -> list[Trial]:
    """The trials of a log that is in order of time."""
    histories: dict[str, list[tuple[int, int]]] = {}
    last: dict[str, date] = {}
    found = []
    for card_id, day, rating in answers:
        history = histories.setdefault(card_id, [])
        elapsed = max(0, (day - last.get(card_id, day)).days)
        if elapsed:
            found.append(Trial(card_id, tuple(history), elapsed, rating))
        history.append((rating, elapsed))
        last[card_id] = day
    return found


def fitted(
    learnt_from: Sequence[Trial],
    relearning_steps: int = len(DEFAULT_MODEL.relearning_steps),
) -> tuple[float, ...]:
    """FSRS-6's parameters that predict these trials best; StudyError without the engine."""
    engine = _engine()
    numbers = {card_id: n for n, card_id in enumerate(sorted({t.card_id for t in learnt_from}), 1)}
    found = engine.FSRS([]).compute_parameters(
        [_item(engine, (*one.history, (one.rating, one.elapsed))) for one in learnt_from],
        card_ids=[numbers[one.card_id] for one in learnt_from],
        enable_short_term=True,
        num_relearning_steps=relearning_steps,
    )
    return tuple(round(float(value), 4) for value in found)


def predicted(judged: Sequence[Trial], model: Model = DEFAULT_MODEL) -> list[float]:
    """The chance of recall that a model gives each trial."""
    engine = _engine()
    states = engine.FSRS(list(model.parameters)).memory_state_batch(
        [_item(engine, one.history) for one in judged]
    )
    curve = forgetting_curve(model)
    return [curve(state.stability, one.elapsed) for state, one in zip(states, judged, strict=True)]


def corrected(judged: Sequence[Trial], chances: Sequence[float], start: int = 0) -> list[float]:
    """The predictions from ``start`` on with the online correction, each by those before it."""
    pairs = zip(judged, chances, strict=True)
    return correction.corrected([(one.traits(p), one.recalled) for one, p in pairs], start)


def judge(judged: Sequence[Trial], chances: Sequence[float]) -> Calibration:
    """Log loss and RMSE(bins) of predictions."""
    pairs = zip(judged, chances, strict=True)
    return measure(tally(Judged(chance, one.recalled, one.group) for one, chance in pairs))


def fit(found: Sequence[Trial], current: Model) -> Outcome:
    """Fits to the earlier trials, judges by the later ones, and fits to all if that was better.

    Raises StudyError with fewer than ``LEAST`` trials, saying how many there are.
    """
    if len(found) < LEAST:
        raise StudyError(
            f"{LEAST} reviews on a later day than a card's first are needed to fit the model, and "
            f"there are {len(found)}; go on studying and try again"
        )
    split = len(found) - len(found) // HELD_BACK
    earlier, later = found[:split], found[split:]
    steps = len(current.relearning_steps)
    trained = Model(fitted(earlier, steps))
    before, after = predicted(later, current), predicted(later, trained)
    old, new = judge(later, before), judge(later, after)
    better = _less(new, old)
    size = len(found) // HELD_BACK
    start = len(found) - CORRECTED_PARTS * size
    chances = predicted(found[:start], current)
    for begin in range(start, split, size):
        model = Model(fitted(found[:begin], steps)) if better else current
        chances += predicted(found[begin : begin + size], model)
    chances += after if better else before
    plain = judge(found[start:], chances[start:])
    both = judge(found[start:], corrected(found, chances, start))
    return Outcome(
        trials=len(found),
        judged=len(later),
        before=old,
        after=new,
        uncorrected=plain,
        corrected=both,
        parameters=fitted(found, steps) if better else None,
        correction=_less(both, plain),
    )


def _less(one: Calibration, other: Calibration) -> bool:
    return (one.log_loss or 0.0) < (other.log_loss or 0.0)


def _item(engine: Any, history: Iterable[tuple[int, int]]) -> Any:
    return engine.FSRSItem([engine.FSRSReview(rating, elapsed) for rating, elapsed in history])


def _engine() -> Any:
    try:
        return importlib.import_module("fsrs_rs_python")
    except ImportError:
        raise StudyError(
            "fitting needs the extra fit; install it with: pip install 'quizapp[fit]'"
        ) from None
