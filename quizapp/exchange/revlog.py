"""Anki's log of answers in columns: what it says is asked of many rows at once, not one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]

Row: TypeAlias = tuple[object, ...]
"""Card, instant, rating, factor, duration and kind; in a stranger's file they may be anything."""

_COLUMNS = 6
_PORTION = 20_000
_LATEST = 4_102_444_800_000
_FILTERED, _BY_HAND, _RESCHEDULED = 3, 4, 5
_LONGEST_ANSWER_MS = 60_000
_UNREADABLE = "unreadable"
_REASONS = (_UNREADABLE, "reset", "rescheduled", "practised")
_ANSWER = len(_REASONS)
_FAR = 2**62


class AnkiLog(NamedTuple):
    """Answers of several cards, a column for each part, in any order.

    ``card`` is a place among the cards that were asked for, ``at`` in milliseconds since 1970,
    ``duration_ms`` at most a minute. ``passed_over`` counts rows that are no answers, by why.
    """

    card: Numbers
    at: Numbers
    rating: Numbers
    duration_ms: Numbers
    passed_over: Counter[str]

    @property
    def rows(self) -> int:
        """All rows of these cards."""
        return len(self.at) + self.passed_over.total()


def read_log(rows: Iterable[Row], cards: Sequence[int]) -> AnkiLog:
    """What rows of Anki's log say of these cards, each of which stands there once."""
    places = np.argsort(np.array(cards, np.int64), kind="stable")
    ids = np.array(cards, np.int64)[places]
    known, passed_over = frozenset(cards), Counter[str]()
    parts = [_empty()]
    for some in _portions(rows):
        numbers = _numbers(some, known, passed_over)
        if len(ids) and len(numbers):
            parts.append(_answers(numbers, ids, places, passed_over))
    card, at, rating, duration_ms = map(np.concatenate, zip(*parts, strict=True))
    return AnkiLog(card, at, rating, duration_ms, +passed_over)


def _portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while some := list(islice(left, _PORTION)):
        yield some


def _empty() -> tuple[Numbers, ...]:
    return tuple(np.empty(0, kind) for kind in (np.int64, np.int64, np.int8, np.int32))


def _numbers(some: list[Row], cards: Container[object], passed_over: Counter[str]) -> Numbers:
    """The rows as a table; those that hold anything but numbers are counted and left out."""
    try:
        if set(map(type, chain.from_iterable(some))) == {int}:
            return _table(some)
    except OverflowError:  # some are beyond any instant
        pass
    return _table(_readable(some, cards, passed_over))


def _table(rows: list[Row]) -> Numbers:
    found: Numbers = np.fromiter(chain.from_iterable(rows), np.int64, len(rows) * _COLUMNS)
    return found.reshape(-1, _COLUMNS)


def _readable(some: list[Row], cards: Container[object], passed_over: Counter[str]) -> list[Row]:
    readable = []
    for row in some:
        if all(type(one) is int and -_FAR < one < _FAR for one in row):
            readable.append(row)
        else:
            passed_over[_UNREADABLE] += row[0] in cards
    return readable


def _answers(
    numbers: Numbers, ids: Numbers, places: Numbers, passed_over: Counter[str]
) -> tuple[Numbers, ...]:
    """The answers among rows, where these are of the cards; ``places`` are those of the ids."""
    found = np.minimum(np.searchsorted(ids, numbers[:, 0]), len(ids) - 1)
    ours = ids[found] == numbers[:, 0]
    _, at, rating, factor, duration, kind = numbers[ours].T
    reset = (kind == _BY_HAND) & (factor == 0)
    by_hand = (rating == 0) | (kind == _BY_HAND) | (kind == _RESCHEDULED)
    practised = (kind == _FILTERED) & (factor == 0)
    answered = (rating >= 1) & (rating <= 4)
    why = np.select(
        [(at <= 0) | (at >= _LATEST), reset, by_hand, practised, answered],
        [0, 1, 2, 3, _ANSWER],
        0,
    )
    passed_over.update(dict(zip(_REASONS, np.bincount(why, minlength=5).tolist(), strict=False)))
    kept = why == _ANSWER
    return (
        places[found[ours][kept]],
        at[kept],
        rating[kept].astype(np.int8),
        np.clip(duration[kept], 0, _LONGEST_ANSWER_MS).astype(np.int32),
    )
