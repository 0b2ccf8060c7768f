"""Answers and suspensions from elsewhere, taken over card by card; what came of it is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from quizapp.exchange.collection import History
from quizapp.incoming.histories import Merger, merging_into
from quizapp.model import CardStatus
from quizapp.replaying import Answer
from quizapp.store import library, merging

Progress = Callable[[str, int, int], None]
"""Called with what is being worked on, how much is done, and of how much."""

_QUARTER_MS = 900_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_One = TypeVar("_One")


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


def counted(things: Iterable[_One], of: int, progress: Progress) -> Iterator[_One]:
    """The things as they are, with progress told now and then."""
    for done, one in enumerate(things):
        if done % 100 == 0:
            progress("Reviews", done, of)
        yield one


def take_answers(
    merger: Merger, report: ProgressReport, card_id: str, answers: Sequence[Answer]
) -> None:
    """Merges the answers of one card, and counts them."""
    of_instants = list({one.at: one for one in answers}.values())
    if unknown := merger.unknown(card_id, of_instants):
        merger.add(card_id, unknown)
    report.added += len(unknown)
    report.known += len(answers) - len(unknown)


def take_histories(
    db: Database, histories: Iterable[tuple[str, History]], report: ProgressReport, now: datetime
) -> int:
    """Merges histories of Anki's, each with our card's id; how many rows of its log they are."""
    offset, rows = _offsets(now.tzinfo or UTC), 0
    with merging_into(db) as merger:
        for card_id, history in histories:
            answers = history.answers
            if unknown := merger.unknown(card_id, answers):
                at, rating, duration = zip(*unknown, strict=True)
                parts = (at, [offset(one // _QUARTER_MS) for one in at], rating, duration)
                if merger.is_fresh(card_id):
                    merger.add_fresh(card_id, *parts)
                else:
                    merger.add(card_id, list(map(Answer, *parts)))
            report.added += len(unknown)
            report.known += len(answers) - len(unknown)
            rows += len(answers)
            if history.passed_over:
                report.passed_over += history.passed_over
                rows += history.passed_over.total()
    return rows


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


def _offsets(zone: tzinfo) -> Callable[[int], int]:
    """The minutes from UTC in a quarter of an hour since 1970; no zone changes within one."""

    @cache
    def offset(quarter: int) -> int:
        moment = _EPOCH + quarter * timedelta(minutes=15)
        return round((moment.astimezone(zone).utcoffset() or timedelta()) / timedelta(minutes=1))

    return offset
