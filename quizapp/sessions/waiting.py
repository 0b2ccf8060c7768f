"""What waits to be asked at one moment, in order, within the limits of the day.

The order is Anki's: learning cards whose minutes are over, then reviews with new cards spread
evenly among them, then learning cards that come within the learn-ahead limit. The card that was
answered last does not come again while another can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from math import ceil

from sqlite_utils import Database

from quizapp import scheduling
from quizapp.choosing.introduction import mixed
from quizapp.model import Counts
from quizapp.store import growing, progress, queue
from quizapp.store.queue import Done, Waiting
from quizapp.store.records import to_ms
from quizapp.store.settings import settings


@dataclass(frozen=True, slots=True)
class Session:
    """What waits at one moment, in order, within the limits of the day.

    ``learning`` are the first two that are in learning, ``last`` is the card answered last.
    """

    learning: tuple[Waiting, ...]
    number_learning: int
    due: tuple[Waiting, ...]
    new: tuple[Waiting, ...]
    done: Done
    now: int
    last: str | None = None

    @property
    def counts(self) -> Counts:
        """What is left of today."""
        return Counts(new=len(self.new), learning=self.number_learning, due=len(self.due))

    @property
    def head(self) -> Waiting | None:
        """The card to ask now."""
        again_last = sorted(self.learning, key=lambda one: one.card_id == self.last)
        due = [one for one in again_last if one.due <= self.now]
        main = self._main
        if main is None:
            return next(iter(again_last), None)
        return due[0] if due else main

    @property
    def _main(self) -> Waiting | None:
        if self.new and (not self.due or self._new_is_next()):
            return self.new[0]
        return next(iter(self.due), None)

    def _new_is_next(self) -> bool:
        """Spreads the day's new cards evenly among its reviews (Anki: rslib, intersperser.rs)."""
        reviews = self.done.reviews + len(self.due)
        new = self.done.new + len(self.new)
        return (self.done.new + 1) * (reviews + 1) / (new + 1) < self.done.reviews + 1


def session(
    db: Database, now: datetime, episode: str | None, learning: int | None = None
) -> Session:
    """What waits; ``learning`` is how many cards are in learning, where that is counted already."""
    limits = settings(db)
    today = scheduling.study_day(now, rollover=limits.rollover)
    done = queue.done_on(db, today)
    ahead = ahead_until(db, now)
    hidden = set(done.notes)
    left = max(0, limits.reviews_per_day - done.reviews - done.new)
    order = limits.review_order if limits.review_order in queue.ORDERS else "day"
    if limits.relief_until >= today.isoformat():
        order = "saving"
        left = min(left, _share_of_backlog(db, today, limits.relief_until, done.reviews))
    waiting, unseen = queue.due(db, today, episode, order), queue.new(db, today, episode)
    if limits.recall_grows:
        waiting, unseen = _grown(db, waiting), _grown(db, unseen)
    due = tuple(islice(_one_of_each_note(waiting, hidden), left))
    # As in Anki, the limit on reviews also holds new cards back.
    allowed = min(limits.new_per_day - done.new, left - len(due))
    fresh = _one_of_each_note(unseen, hidden)
    new = tuple(islice(mixed(fresh, lambda one: one.kind, after=done.kinds), max(0, allowed)))
    return Session(
        learning=tuple(islice(queue.learning(db, today, ahead, episode), 2)),
        number_learning=(
            queue.number_learning(db, today, ahead, episode) if learning is None else learning
        ),
        due=due,
        new=new,
        done=done,
        now=to_ms(now),
        last=progress.last_answered(db),
    )


def _share_of_backlog(db: Database, today: date, until: str, reviewed: int) -> int:
    """How many of the reviews that are due are asked today, when they are spread over days."""
    days = (date.fromisoformat(until) - today).days + 1
    return max(0, ceil((queue.number_due(db, today) + reviewed) / days) - reviewed)


def _grown(db: Database, cards: Iterable[Waiting]) -> Iterator[Waiting]:
    """Those that neither wait for a sibling nor have given way to one."""
    return (card for card in cards if not growing.is_held_back(db, card))


def ahead_until(db: Database, now: datetime) -> int:
    """Until when learning cards may come, in milliseconds."""
    return to_ms(now + timedelta(minutes=settings(db).learn_ahead_minutes))


def _one_of_each_note(cards: Iterable[Waiting], hidden: set[str]) -> Iterator[Waiting]:
    """The cards whose note is not hidden; their notes are hidden from then on."""
    for card in cards:
        if card.note_id not in hidden:
            hidden.add(card.note_id)
            yield card
