"""Many cards' histories, made of what is known here and what came from elsewhere.

The log is the truth: what is new is added at its time, between the answers made here where it
belongs there, and the schedule is worked out anew from all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, repeat
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from quizapp.exchange.progress import placed
from quizapp.memory.lockstep import Log, Together, retraced_together
from quizapp.memory.replaying import Answer, Retraced, retraced
from quizapp.store import merging
from quizapp.store.arrivals import Arrivals, LogRow, arriving
from quizapp.store.merging import Logged
from quizapp.store.models import Era, eras
from quizapp.store.progress import LEARNER
from quizapp.store.records import Row, memory_row
from quizapp.store.settings import memory_model

Numbers: TypeAlias = NDArray[Any]

Watch: TypeAlias = Callable[[str, int, int], None]
"""Called with what is being worked on, how much is done, and of how much."""

_at = attrgetter("at")
_TOGETHER = 100_000
"""Answers that are worked out at once."""

_UNKNOWN = -1


class Arrived(NamedTuple):
    """Answers from elsewhere on these cards, a column for each part, in any order.

    ``card`` is a place among ``cards``; otherwise as ``Answer``, but that a duration that is not
    known is below zero. They come into the log card by card: fastest in the order of their ids.
    """

    cards: Sequence[str]
    card: Numbers
    at: Numbers
    utc_offset: Numbers
    rating: Numbers
    duration_ms: Numbers

    def of(self, rows: Numbers) -> Arrived:
        """Some of the answers."""
        return Arrived(self.cards, *(column[rows] for column in self[1:]))


def arrived(answers: Mapping[str, Sequence[Answer]]) -> Arrived:
    """The answers of some cards; of two of a card in one millisecond the last one counts."""
    cards = list(answers)
    of_instants = [{one.at: one for one in answers[card]}.values() for card in cards]
    flat = list(chain.from_iterable(of_instants))
    durations = [_UNKNOWN if one.duration_ms is None else one.duration_ms for one in flat]
    columns = ([one.at for one in flat], [one.utc_offset for one in flat])
    return Arrived(
        cards,
        np.repeat(np.arange(len(cards)), list(map(len, of_instants))),
        *(np.array(one, np.int64) for one in (*columns, [one.rating for one in flat], durations)),
    )


def merge(db: Database, came: Arrived, watch: Watch = lambda _what, _done, _of: None) -> int:
    """Adds those answers that the log does not have, and works out the schedules; how many.

    All is written when it ends; joins the caller's transaction.
    """
    known = _Known(db, came)
    new = came.of(known.new)
    fresh = ~known.answered[new.card]
    with arriving(db) as arrivals:
        merger = _Merger(db, arrivals)
        for done, some in _portions(new.of(np.flatnonzero(fresh))):
            watch("Reviews", done, len(came.cards))
            merger.add_fresh(some)
        for done, card_id, answers in _by_card(new.of(np.flatnonzero(~fresh))):
            watch("Reviews", done, len(came.cards))
            merger.add(card_id, answers)
    return len(new.at)


class _Known:
    """What of all that came the log has already.

    ``new`` are the places of answers that it does not have, by card and in the order of time: none
    of that card in that millisecond, nor one that an export moved there. What undo took back here
    is known too: a person's word beats what an older file says. ``answered`` says of each card
    whether the log has any answer.
    """

    def __init__(self, db: Database, came: Arrived) -> None:
        log = merging.instants(db)
        places = {card: place for place, card in enumerate(came.cards)}
        instants = np.frombuffer(log.at, np.int64)
        cards = np.array([places.get(card, _UNKNOWN) for card in log.cards], np.int64)
        card = np.repeat(cards, log.counts)
        self.answered = np.zeros(len(came.cards), bool)
        self.answered[cards[cards != _UNKNOWN]] = True
        others = [
            (places[one], at)
            for one, at in _moved_on(db, instants) | merging.taken_back(db)
            if one in places
        ]
        other = np.array(others, np.int64).reshape(-1, 2)
        ours = np.flatnonzero(card != _UNKNOWN)
        before = len(ours) + len(other)
        every = np.concatenate([card[ours], other[:, 0], came.card])
        at = np.concatenate([instants[ours], other[:, 1], came.at])
        order = np.lexsort((at, every))  # of equal ones those of the log stand first
        again = np.zeros(len(order), bool)
        again[1:] = (np.diff(every[order]) == 0) & (np.diff(at[order]) == 0)
        self.new = order[(order >= before) & ~again] - before


def _portions(new: Arrived) -> Iterator[tuple[int, Arrived]]:
    """Answers in their order, some whole cards at a time, with how many cards came before."""
    starts = np.flatnonzero(np.diff(new.card, prepend=_UNKNOWN))
    first = 0
    while first < len(new.at):
        later = starts[starts >= first + _TOGETHER]
        end = int(later[0]) if len(later) else len(new.at)
        yield int(new.card[first]), new.of(np.arange(first, end))
        first = end


def _by_card(new: Arrived) -> Iterator[tuple[int, str, list[Answer]]]:
    """Answers in their order, card by card, each with how many cards came before."""
    starts = np.flatnonzero(np.diff(new.card, prepend=_UNKNOWN)).tolist()
    for first, end in pairwise([*starts, len(new.at)]):
        columns = (column[first:end].tolist() for column in new[2:5])
        durations = _durations(new.duration_ms[first:end])
        answers = list(map(Answer, *columns, durations))
        yield int(new.card[first]), new.cards[new.card[first]], answers


def _durations(known: Numbers) -> list[int | None]:
    return [None if one < 0 else one for one in known.tolist()]


class _Merger:
    """Merges what came in, each card once, for one transaction."""

    def __init__(self, db: Database, arrivals: Arrivals) -> None:
        self._db = db
        self._arrivals = arrivals
        self._eras = eras(db) or (Era(0, memory_model(db)),)
        self._undoable = merging.undoable(db)

    def add_fresh(self, new: Arrived) -> None:
        """Answers on cards that have none here: all come under the present model."""
        places, counts = np.unique(new.card, return_counts=True)
        cards = [new.cards[place] for place in places.tolist()]
        log = Log(cards, counts, new.at, new.utc_offset, new.rating)
        found = retraced_together(log, self._eras[-1].model)
        self._arrivals.add(_rows(new, found), _schedules(cards, found))

    def add(self, card_id: str, new: Sequence[Answer]) -> None:
        """Answers on a card that has others, which are of other instants."""
        log = merging.log_of(self._db, card_id)
        standing: list[Logged | Answer] = sorted([*log, *new], key=_at)
        history = _retraced(card_id, standing, self._eras)
        rows: list[LogRow] = []
        changed: list[Logged] = []
        for row, before in zip(standing, history.before, strict=True):
            if isinstance(row, Logged):
                if row.before != before:
                    changed.append(row._replace(before=before))
                continue
            at, offset, rating, duration = row
            day, *stood = before
            rows.append((LEARNER, card_id, rating, at, offset, day, duration, *stood))
        self._arrivals.add(rows, [memory_row(history.memory, LEARNER)] if history.memory else [])
        if changed:
            merging.put_right(self._db, changed)
        if undoable := self._undoable.get(card_id):
            _mend_undo(self._db, card_id, standing, undoable, self._eras)


def _rows(new: Arrived, found: Together) -> Iterator[LogRow]:
    """The rows for the log."""
    cards = [new.cards[place] for place in new.card.tolist()]
    day, state, stability, elapsed, reps, lapses = (one.tolist() for one in found.before)
    if not all(reps):  # a new card has neither
        for row, seen in enumerate(reps):
            if not seen:
                stability[row] = elapsed[row] = None
    columns = (column.tolist() for column in (new.rating, new.at, new.utc_offset))
    durations = _durations(new.duration_ms)
    stood = (state, stability, elapsed, reps, lapses)
    return zip(repeat(LEARNER), cards, *columns, day, durations, *stood)


def _schedules(cards: Sequence[str], found: Together) -> Iterable[Row]:
    """The rows for the schedules."""
    names = ("learner", "card_id", *found.after._fields)
    rows = zip(repeat(LEARNER), cards, *found.after)
    return (dict(zip(names, row, strict=True)) for row in rows)


def _moved_on(db: Database, instants: Numbers) -> set[tuple[str, int]]:
    """Card and millisecond of answers that an export moved on.

    Another card was answered in their millisecond, and Anki keeps no two answers of one.
    """
    if len(np.unique(instants)) == len(instants):
        return set()
    log = merging.times(db)
    places = zip(placed(at for at, _ in log), log, strict=True)
    return {(card, place) for place, (at, card) in places if place != at}


def _retraced(card_id: str, log: Sequence[Logged | Answer], eras: Sequence[Era]) -> Retraced:
    """Each answer by the model of its time; what comes in now comes under the present one."""
    answers = [row.answer if isinstance(row, Logged) else row for row in log]
    if len(eras) == 1:
        return retraced(card_id, answers, eras[0].model)
    models = [
        next(
            era.model
            for era in reversed(eras)
            if isinstance(row, Answer) or era.after_review < row.id
        )
        for row in log
    ]
    return retraced(card_id, answers, models, now=eras[-1].model)


def _mend_undo(
    db: Database,
    card_id: str,
    standing: Sequence[Logged | Answer],
    undoable: Sequence[int],
    eras: Sequence[Era],
) -> None:
    """Undo is to take back the answers given here, latest first, and nothing that came in."""
    left = list(standing)
    for review in reversed(undoable):
        left = [row for row in left if isinstance(row, Answer) or row.id != review]
        before = _retraced(card_id, left, eras).memory
        merging.keep_for_undo(db, review, before)
