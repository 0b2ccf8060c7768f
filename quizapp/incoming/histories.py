"""One card's history, made of what is known here and what came from elsewhere.

The log is the truth: what is new is added at its time, between the answers made here where it
belongs there, and the schedule is worked out anew from all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import Protocol, TypeVar

from sqlite_utils import Database

from quizapp.exchange.progress import placed
from quizapp.replaying import Answer, Retraced, retraced
from quizapp.store import merging
from quizapp.store.arrivals import Arrivals, LogRow, arriving
from quizapp.store.merging import Logged
from quizapp.store.models import Era, eras
from quizapp.store.progress import LEARNER
from quizapp.store.settings import memory_model

_at = attrgetter("at")


class _OfAnInstant(Protocol):
    @property
    def at(self) -> int: ...


_Some = TypeVar("_Some", bound=_OfAnInstant)


class Merger:
    """Merges what came in, card by card; made by ``merging_into``, for one transaction."""

    def __init__(self, db: Database, arrivals: Arrivals) -> None:
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
        log = merging.log_of(self._db, card_id) if card_id in self._known else []
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
        self._arrivals.add(rows, history.memory)
        if changed:
            merging.put_right(self._db, changed)
        if undoable := self._undoable.get(card_id):
            _mend_undo(self._db, card_id, standing, undoable, self._eras)


@contextmanager
def merging_into(db: Database) -> Iterator[Merger]:
    """What merges answers into the log of a library; all of it is written when it ends."""
    with arriving(db) as arrivals:
        yield Merger(db, arrivals)


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
