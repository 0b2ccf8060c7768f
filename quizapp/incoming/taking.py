"""Answers and suspensions from elsewhere, taken over card by card; what came of it is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import numpy as np
from sqlite_utils import Database

from quizapp.exchange.revlog import AnkiLog
from quizapp.incoming.histories import Arrived, Numbers, arrived, merge
from quizapp.memory.replaying import Answer
from quizapp.model import CardStatus
from quizapp.store import library, merging

Progress = Callable[[str, int, int], None]
"""Called with what is being worked on, how much is done, and of how much."""

_QUARTER, _MINUTE = timedelta(minutes=15), timedelta(minutes=1)
_QUARTER_MS = 900_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class ProgressReport:
    """What came in, and what did not and why.

    ``passed_over`` counts rows of Anki's log by reason: ``rescheduled`` and ``reset`` by hand,
    ``practised`` without effect, ``unreadable``; ``other_cards`` counts answers on cards that are
    not of this library, ``deleted_cards`` those on cards that Anki has no more. ``gone`` are
    cards that Anki still has and this library makes no more.
    """

    path: Path
    cards: int = 0
    added: int = 0
    known: int = 0
    other_cards: int = 0
    deleted_cards: int = 0
    in_filtered_decks: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    suspended: list[str] = field(default_factory=list)
    unsuspended: list[str] = field(default_factory=list)
    kept_suspended: list[str] = field(default_factory=list)
    kept_active: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    tagged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything of the library changed."""
        return bool(self.added or self.suspended or self.unsuspended or self.edited or self.tagged)


def take_answers(
    db: Database,
    answers: Mapping[str, Sequence[Answer]],
    report: ProgressReport,
    progress: Progress = lambda _what, _done, _of: None,
) -> None:
    """Merges the answers of some cards, and counts them."""
    added = merge(db, arrived(answers), progress)
    report.added += added
    report.known += sum(map(len, answers.values())) - added


def take_log(
    db: Database,
    cards: Sequence[str],
    log: AnkiLog,
    report: ProgressReport,
    now: datetime,
    progress: Progress = lambda _what, _done, _of: None,
) -> None:
    """Merges a log of Anki's, whose cards are these of ours."""
    offsets = _offsets(log.at, now.tzinfo or UTC)
    came = Arrived(cards, log.card, log.at, offsets, log.rating, log.duration_ms)
    added = merge(db, came, progress)
    report.added += added
    report.known += len(log.at) - added
    report.passed_over += log.passed_over


def take_decisions(
    db: Database, cards: Iterable[tuple[str, bool, int]], report: ProgressReport
) -> None:
    """Suspends what is suspended there, and takes up again what is not.

    ``cards`` are ours that are there, each with whether it is suspended, and when it last changed
    there, in seconds since 1970. Where here and there disagree, what was said last holds: a person
    decides with the card before them, on whichever device that is. An answer there is such a word
    too: whoever answers a card studies it. Of two in one second Anki's holds, since what came from
    there is kept with its time there.
    """
    decisions = merging.decisions(db)
    for card_id, suspended, changed in cards:
        status, decided = decisions[card_id]
        if status in (CardStatus.RETIRED, CardStatus.REJECTED):
            report.gone.append(card_id)
            continue
        if (status is CardStatus.SUSPENDED) == suspended:
            continue
        if decided is not None and changed < decided // 1000:
            (report.kept_active if suspended else report.kept_suspended).append(card_id)
            continue
        there = CardStatus.SUSPENDED if suspended else CardStatus.ACTIVE
        library.set_status(db, card_id, there, datetime.fromtimestamp(changed, UTC))
        (report.suspended if suspended else report.unsuspended).append(card_id)


def _offsets(at: Numbers, zone: tzinfo) -> Numbers:
    """The minutes from UTC at these milliseconds since 1970; no zone changes within a quarter."""
    quarters, places = np.unique(at // _QUARTER_MS, return_inverse=True)
    moments = (_EPOCH + quarter * _QUARTER for quarter in quarters.tolist())
    offsets = [
        round((moment.astimezone(zone).utcoffset() or timedelta()) / _MINUTE) for moment in moments
    ]
    return np.array(offsets, np.int64)[places]
