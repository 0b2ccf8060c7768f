"""One card's history, made of what is known here and what came from elsewhere.

The log is the truth: what is new is added at its time, between the answers made here where it
belongs there, and the schedule is worked out anew from all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, repeat
from operator import attrgetter
from typing import Protocol, TypeVar

import numpy as np
from sqlite_utils import Database

from quizapp.exchange.progress import placed
from quizapp.lockstep import Log, retraced_together
from quizapp.model import Memory
from quizapp.replaying import Answer, Retraced, retraced
from quizapp.scheduling import Model
from quizapp.store import merging
from quizapp.store.arrivals import Arrivals, LogRow, arriving
from quizapp.store.merging import Logged
from quizapp.store.models import Era, eras
from quizapp.store.progress import LEARNER
from quizapp.store.settings import memory_model

_at = attrgetter("at")
_TOGETHER = 100_000
"""Answers that are worked out at once."""


class _OfAnInstant(Protocol):
    @property
    def at(self) -> int: ...


_Some = TypeVar("_Some", bound=_OfAnInstant)


class _Fresh:
    """Answers on cards that have none here, gathered so that they are worked out together."""

    def __init__(self) -> None:
        self.cards: list[str] = []
        self.counts: list[int] = []
        self.at: list[int] = []
        self.utc_offset: list[int] = []
        self.rating: list[int] = []
        self.duration_ms: list[int | None] = []

    def __len__(self) -> int:
        return len(self.at)

    def add(
        self,
        card_id: str,
        at: Sequence[int],
        utc_offset: Sequence[int],
        rating: Sequence[int],
        duration_ms: Sequence[int | None],
    ) -> None:
        """A card's answers in the order of time, by their parts."""
        self.cards.append(card_id)
        self.counts.append(len(at))
        self.at += at
        self.utc_offset += utc_offset
        self.rating += rating
        self.duration_ms += duration_ms

    def worked_out(self, model: Model) -> tuple[Iterator[LogRow], list[Memory]]:
        """The rows for the log, and the schedules."""
        at, utc_offset, rating = self.at, self.utc_offset, self.rating
        counts, *columns = (
            np.array(one, np.int64) for one in (self.counts, at, utc_offset, rating)
        )
        found = retraced_together(Log(self.cards, counts, *columns), model)
        cards = chain.from_iterable(map(repeat, self.cards, self.counts))
        known = [bool(reps) for reps in found.reps]
        stability = [
            one if seen else None for one, seen in zip(found.stability, known, strict=True)
        ]
        elapsed = [
            one if seen else None for one, seen in zip(found.elapsed_days, known, strict=True)
        ]
        rows = zip(
            *(repeat(LEARNER), cards, rating, at, utc_offset, found.day, self.duration_ms),
            *(found.state, stability, elapsed, found.reps, found.lapses),
            strict=False,  # the learner is the same without an end
        )
        return rows, found.memories


class Merger:
    """Merges what came in, each card once; made by ``merging_into``, for one transaction."""

    def __init__(self, db: Database, arrivals: Arrivals) -> None:
        self._fresh = _Fresh()
        self._db = db
        self._arrivals = arrivals
        self._known = merging.instants(db)
        self._ours = _moved_on(db) | merging.taken_back(db)
        self._eras = eras(db) or (Era(0, memory_model(db)),)
        self._undoable = merging.undoable(db)

    def unknown(self, card_id: str, answers: Sequence[_Some]) -> Sequence[_Some]:
        """Those of a card's answers that its log does not have, by their milliseconds.

        Neither has it one in that millisecond, nor one that was moved there. What undo took back
        here is known too: a person's word beats what an older file says.
        """
        log, ours = self._known.get(card_id), self._ours
        if log is None and not ours:
            return answers
        known = set(log or ())
        return [one for one in answers if one.at not in known and (card_id, one.at) not in ours]

    def add(self, card_id: str, new: Sequence[Answer]) -> None:
        """Adds answers that are unknown, of different instants, and works out the schedule."""
        if self.is_fresh(card_id):
            self.add_fresh(card_id, *zip(*sorted(new), strict=True))
            return
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
        self._arrivals.add(rows, [history.memory] if history.memory else [])
        if changed:
            merging.put_right(self._db, changed)
        if undoable := self._undoable.get(card_id):
            _mend_undo(self._db, card_id, standing, undoable, self._eras)

    def is_fresh(self, card_id: str) -> bool:
        """Whether the log has no answer of the card: then all come under the present model."""
        return card_id not in self._known

    def add_fresh(
        self,
        card_id: str,
        at: Sequence[int],
        utc_offset: Sequence[int],
        rating: Sequence[int],
        duration_ms: Sequence[int | None],
    ) -> None:
        """``add`` for such a card, its answers in the order of time and by their parts."""
        self._fresh.add(card_id, at, utc_offset, rating, duration_ms)
        if len(self._fresh) >= _TOGETHER:
            self.finish()

    def finish(self) -> None:
        """Works out what was gathered."""
        fresh, self._fresh = self._fresh, _Fresh()
        if fresh:
            self._arrivals.add(*fresh.worked_out(self._eras[-1].model))


@contextmanager
def merging_into(db: Database) -> Iterator[Merger]:
    """What merges answers into the log of a library; all of it is written when it ends."""
    with arriving(db) as arrivals:
        merger = Merger(db, arrivals)
        yield merger
        merger.finish()


def _moved_on(db: Database) -> set[tuple[str, int]]:
    """Card and millisecond of answers that an export moved on.

    Another card was answered in their millisecond, and Anki keeps no two answers of one.
    """
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
