"""One card's history, made of what is known here and what came from elsewhere.

The log is the truth: what is new is added at its time, between the answers made here where it
belongs there, and the schedule is worked out anew from all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from sqlite_utils import Database

from quizapp.replaying import Answer, Before, Retraced, retraced
from quizapp.store import merging
from quizapp.store.merging import Logged
from quizapp.store.models import Era
from quizapp.store.progress import save_memory

_UNKNOWN = Before(0, "new", None, None, 0, 0)
_at = attrgetter("answer.at")


class Arrived(NamedTuple):
    """An answer that was given elsewhere."""

    answer: Answer
    duration_ms: int | None


IsOurs = Callable[[str, int], bool]
"""Whether a card's answer of a millisecond is known under another, or was taken back."""


@dataclass(frozen=True, slots=True)
class Merged:
    """How many answers of a card were new, and how many were known."""

    added: int
    known: int


def merge(
    db: Database,
    card_id: str,
    arrived: Sequence[Arrived],
    eras: Sequence[Era],
    undoable: Sequence[int],
    is_ours: IsOurs,
) -> Merged:
    """Adds to the log of a card what it does not know, and works out its schedule.

    ``undoable`` are the card's answers that undo can take back. Joins the caller's transaction.
    """
    new = _unknown(card_id, arrived, merging.times_of(db, card_id), is_ours)
    if new:
        _rewrite(db, card_id, merging.log_of(db, card_id), new, eras)
        if undoable:
            _mend_undo(db, card_id, undoable, eras)
    return Merged(len(new), len(arrived) - len(new))


def _unknown(
    card_id: str, arrived: Sequence[Arrived], times: set[int], is_ours: IsOurs
) -> list[Arrived]:
    """What the log does not have: no answer in that millisecond, and none that was moved there.

    What undo took back here is known too: a person's word beats what an older file says.
    """
    new = {one.answer.at: one for one in arrived if one.answer.at not in times}
    return [one for at, one in new.items() if not is_ours(card_id, at)]


def _rewrite(
    db: Database, card_id: str, log: Sequence[Logged], new: Sequence[Arrived], eras: Sequence[Era]
) -> None:
    added = [Logged(None, one.answer, one.duration_ms, _UNKNOWN) for one in new]
    standing = sorted([*log, *added], key=_at)
    history = _retraced(card_id, standing, eras)
    told = [
        row._replace(before=before) for row, before in zip(standing, history.before, strict=True)
    ]
    merging.add_answers(db, card_id, (row for row in told if row.id is None))
    changed = [
        row
        for row, old in zip(told, standing, strict=True)
        if row.id is not None and row.before != old.before
    ]
    if changed:
        merging.put_right(db, changed)
    save_memory(db, card_id, history.memory)


def _retraced(card_id: str, log: Sequence[Logged], eras: Sequence[Era]) -> Retraced:
    """Each answer by the model of its time; what comes in now comes under the present one."""
    answers = [row.answer for row in log]
    if len(eras) == 1:
        return retraced(card_id, answers, eras[0].model)
    models = [
        next(era.model for era in reversed(eras) if row.id is None or era.after_review < row.id)
        for row in log
    ]
    return retraced(card_id, answers, models)


def _mend_undo(db: Database, card_id: str, undoable: Sequence[int], eras: Sequence[Era]) -> None:
    """Undo is to take back the answers given here, latest first, and nothing that came in."""
    left = merging.log_of(db, card_id)
    for review in reversed(undoable):
        left = [row for row in left if row.id != review]
        before = _retraced(card_id, left, eras).memory
        merging.keep_for_undo(db, review, before)
