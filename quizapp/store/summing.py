"""A whole log summed up at once, in columns: what ``summaries`` does answer by answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from quizapp.memory.calibration import CERTAIN, group_of
from quizapp.scheduling import Model, forgetting_curve
from quizapp.store.models import Era
from quizapp.store.summaries import FIRST_IN_REVIEW, LIKE, MATURE_DAYS, Sum, Summed, told

Numbers: TypeAlias = NDArray[Any]

_PORTION = 20_000
_LONGEST = 65_536
_UNKNOWN = -1.0
_PACKED = (
    f"((study_day * {_LONGEST} + COALESCE(duration_ms, 0)) * 32 + {LIKE}) * 2"
    f" + (COALESCE(stability, 0) >= {MATURE_DAYS})"
)
"""Four small numbers as one, since each value that SQLite gives takes its time."""
_LOG = (
    f"SELECT card_id, {_PACKED}, reviewed_at, COALESCE(elapsed_days, 0),"  # noqa: S608
    f" COALESCE(stability, {_UNKNOWN}), id"
    " FROM reviews NOT INDEXED WHERE id <= ? AND undone_at IS NULL ORDER BY id"
)
_KINDS = (np.int64, np.int64, np.int64, np.int64, np.float64, np.int64)
_FIRST, _RATING = 4, 3
_NEAR = 1e-9


class _Answers(NamedTuple):
    """The log card by card and in the order of time, a column for each part."""

    card: Numbers
    day: Numbers
    took: Numbers
    like: Numbers
    mature: Numbers
    elapsed: Numbers
    stability: Numbers
    id: Numbers


def summed(
    db: Database, last: int, in_force: Sequence[Era], watched: Callable[[int], None]
) -> Summed:
    """The log up to an answer, without what undo took back; ``watched`` is told of its progress."""
    cards = {one: (kind, of) for one, kind, of in db.execute("SELECT id, kind, episode FROM cards")}
    answers = _read(db, last, list(cards), watched)
    kinds, kind = _coded([kind for kind, _ in cards.values()])
    episodes, episode = _coded([of for _, of in cards.values()])
    failed = answers.like & _RATING == 0
    in_review = answers.like & ~_RATING == FIRST_IN_REVIEW
    return Summed(
        list(_by_day(answers, failed, in_review)),
        list(_by_kind(answers, kinds, kind)),
        list(_by_episode(answers, failed, np.flatnonzero(in_review), episodes, episode)),
        list(_by_prediction(answers, failed, in_force)),
    )


def _read(db: Database, last: int, cards: list[str], watched: Callable[[int], None]) -> _Answers:
    places = {card: place for place, card in enumerate(cards)}
    rows = db.conn.execute(_LOG, (last,))
    parts: list[tuple[Numbers, ...]] = [tuple(np.empty(0, kind) for kind in _KINDS)]
    done = 0
    while some := list(islice(rows, _PORTION)):
        watched(done)
        done += len(some)
        of, *columns = zip(*some, strict=True)
        numbers = (map(places.__getitem__, of), *columns)
        parts.append(tuple(map(np.fromiter, numbers, _KINDS)))
    card, packed, at, elapsed, stability, number = map(np.concatenate, zip(*parts, strict=True))
    order = np.lexsort((at, card))  # of one instant as they were given
    packed = packed[order]
    return _Answers(
        card=card[order],
        day=packed // (64 * _LONGEST),
        took=packed // 64 % _LONGEST,
        like=packed // 2 % 32,
        mature=packed % 2,
        elapsed=elapsed[order],
        stability=stability[order],
        id=number[order],
    )


def _coded(values: Sequence[str]) -> tuple[list[str], Numbers]:
    """What there is, each once, and of each value the place of it there."""
    known = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return list(known), np.array([known[value] for value in values], np.int64)


def _added(keys: Numbers, *counted: Numbers) -> tuple[list[int], Iterator[tuple[Any, ...]]]:
    """Keys, each once, and the sums of what is counted of each."""
    found, places = np.unique(keys, return_inverse=True)
    sums = (np.bincount(places, one, len(found)).tolist() for one in counted)
    return found.tolist(), zip(*sums, strict=True)


def _by_day(answers: _Answers, failed: Numbers, in_review: Numbers) -> Iterable[Sum]:
    young = in_review & (answers.mature == 0)
    mature = in_review & (answers.mature == 1)
    ones = np.ones(len(failed))
    recalls = (young & ~failed, young & failed, mature & ~failed, mature & failed)
    days, sums = _added(answers.day, ones, answers.took, *recalls)
    for day, counted in zip(days, sums, strict=True):
        yield (day,), list(map(int, counted))


def _by_kind(answers: _Answers, kinds: list[str], kind: Numbers) -> Iterable[Sum]:
    keys = (kind[answers.card] * 32 + answers.like) * 2 + answers.mature
    found, sums = _added(keys, np.ones(len(keys)), answers.took)
    for key, counted in zip(found, sums, strict=True):
        like, mature = divmod(key, 2)
        yield (kinds[like // 32], *told(like % 32), mature), list(map(int, counted))


def _by_episode(
    answers: _Answers, failed: Numbers, rows: Numbers, episodes: list[str], episode: Numbers
) -> Iterable[Sum]:
    if not len(rows):
        return
    day, start = answers.day[rows], int(answers.day.min())
    span = int(answers.day.max()) - start + 1
    keys = (episode[answers.card[rows]] * 2 + answers.mature[rows]) * span + day - start
    found, sums = _added(keys, ~failed[rows], failed[rows])
    for key, counted in zip(found, sums, strict=True):
        of, day_number = divmod(key, span)
        yield (episodes[of // 2], of % 2, day_number + start), list(map(int, counted))


def _by_prediction(answers: _Answers, failed: Numbers, in_force: Sequence[Era]) -> Iterable[Sum]:
    first = answers.like & _FIRST > 0
    starts = np.flatnonzero(np.diff(answers.card, prepend=-1))
    days = _before(first, starts)
    lapses = _before(first & failed & (days > 0), starts)
    rows = np.flatnonzero((answers.elapsed != 0) & (answers.stability != _UNKNOWN))
    if not len(rows):
        return
    chance = np.zeros(len(rows))
    twentieth = np.zeros(len(rows), np.int64)
    number = answers.id[rows]
    for era in in_force:  # the last one that an answer came after holds
        of_era = np.flatnonzero(number > era.after_review)
        here = rows[of_era]
        chance[of_era], twentieth[of_era] = _chances(
            era.model, answers.stability[here], answers.elapsed[here]
        )
    recalled = ~failed[rows]
    right = np.clip(np.where(recalled, chance, 1 - chance), CERTAIN, 1 - CERTAIN)
    bins = [
        _binned(answers.elapsed[rows], lambda one: group_of(one, 0, 0)[0]),
        _binned(days[rows], lambda one: group_of(1, one, 0)[1]),
        _binned(lapses[rows], lambda one: group_of(1, 0, one)[2]),
    ]
    keys = np.zeros(len(rows), np.int64)
    for values, places in bins:
        keys = keys * len(values) + places
    keys = keys * 20 + np.minimum(twentieth, 19)
    found, sums = _added(keys, np.ones(len(keys)), chance, recalled, -np.log(right))
    for key, (many, predicted, passed, cost) in zip(found, sums, strict=True):
        left, last = divmod(key, 20)
        group: list[float] = []
        for values, _ in reversed(bins):
            left, place = divmod(left, len(values))
            group.insert(0, values[place])
        yield (*group, last), [int(many), predicted, int(passed), cost]


def _before(counted: Numbers, starts: Numbers) -> Numbers:
    """How many of its card's earlier answers are counted, for each answer."""
    before = np.cumsum(counted) - counted
    found: Numbers = before - np.repeat(before[starts], np.diff(starts, append=len(counted)))
    return found


def _chances(model: Model, stability: Numbers, elapsed: Numbers) -> tuple[Numbers, Numbers]:
    """``forgetting_curve`` in columns, and in which twentieth each chance lies.

    A power may differ in its last bit from ``forgetting_curve``'s: where that decides, it is asked.
    """
    decay = -model.parameters[20]
    factor = 0.9 ** (1 / decay) - 1
    chance = (1 + factor * elapsed / stability) ** decay
    parts = chance * 20
    curve = forgetting_curve(model)
    for place in np.flatnonzero(np.abs(parts - np.round(parts)) < _NEAR).tolist():
        chance[place] = curve(float(stability[place]), int(elapsed[place]))
        parts[place] = chance[place] * 20
    return chance, parts.astype(np.int64)


def _binned(numbers: Numbers, bin_of: Callable[[int], float]) -> tuple[list[float], Numbers]:
    """The bins that there are, and of each number the place of its bin there."""
    values, places = np.unique(numbers, return_inverse=True)
    bins, of_values = np.unique([bin_of(one) for one in values.tolist()], return_inverse=True)
    return bins.tolist(), of_values[places]
