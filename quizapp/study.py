"""A session: the next card, an answer, an undo; each answer is one transaction in the log.

What comes next is said in ``waiting``. Siblings of what was
answered today, or of what waits in learning, stay hidden until the next study day; that follows
from the log, so that undo brings them back by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from sqlite_utils import Database

from quizapp import scheduling
from quizapp.errors import StudyError
from quizapp.memory import replaying
from quizapp.model import (
    CardStatus,
    Counts,
    Memory,
    Rating,
    Review,
    StoredCard,
    StudyItem,
)
from quizapp.sessions.waiting import ahead_until, session
from quizapp.store import leeches, library, models, progress, queue
from quizapp.store.database import writing
from quizapp.store.models import Era
from quizapp.store.records import to_ms
from quizapp.store.settings import day_of, memory_model, settings

LONGEST_ANSWER_MS = 60_000
"""Who takes longer went away; Anki's cap."""

_DAY = timedelta(days=1)


def next_item(db: Database, now: datetime, *, episode: str | None = None) -> StudyItem | None:
    """The card to study now, of all or of one episode; None when nothing is left for now."""
    found = session(db, now, episode)
    head = found.head
    if head is None:
        return None
    return _item(library.card(db, head.card_id), found.counts, now, memory_model(db))


def item(db: Database, card_id: str, now: datetime, *, counts: Counts | None = None) -> StudyItem:
    """This very card, whether it is due or not; raises NotFoundError.

    ``counts`` are those of the session it belongs to (default: all that wait now).
    """
    left = session(db, now, None).counts if counts is None else counts
    return _item(library.card(db, card_id), left, now, memory_model(db))


def counts(db: Database, now: datetime, *, episode: str | None = None) -> Counts:
    """How many cards wait now, within the limits of the day."""
    return session(db, now, episode).counts


def shares(db: Database, now: datetime) -> tuple[Counts, dict[str, Counts]]:
    """How many cards wait now, of all episodes and of each that has some."""
    learning = queue.numbers_learning(db, day_of(db, now), ahead_until(db, now))
    found = session(db, now, None, sum(learning.values()))
    new, due = (Counter(one.episode for one in part) for part in (found.new, found.due))
    return found.counts, {
        slug: Counts(new[slug], learning.get(slug, 0), due[slug])
        for slug in sorted(new.keys() | learning.keys() | due.keys())
    }


def next_due(db: Database, now: datetime, *, episode: str | None = None) -> datetime | None:
    """When the next card comes, in the zone of ``now``: ``now`` when one waits, None for never."""
    limits, today = settings(db), day_of(db, now)
    if session(db, now, episode).head:
        return now
    tomorrow = today + _DAY
    moments = [
        now + timedelta(milliseconds=one.due - to_ms(now), minutes=-limits.learn_ahead_minutes)
        for one in islice(queue.learning(db, today, episode=episode), 1)
    ]
    days = [queue.next_review_day(db, tomorrow, episode)]
    if limits.new_per_day and next(queue.new(db, tomorrow, episode), None):
        days.append(tomorrow)
    zone = now.tzinfo
    moments += [scheduling.day_start(day, zone, limits.rollover) for day in days if day and zone]
    return min((moment.astimezone(zone) for moment in moments), default=None)


def answer(
    db: Database, card_id: str, rating: Rating, now: datetime, *, duration_ms: int | None = None
) -> Memory:
    """Records one answer and returns the card's schedule after it.

    ``duration_ms`` is capped at a minute. Raises NotFoundError for an unknown card, StudyError for
    one that is not active.
    """
    with writing(db):
        stored = library.card(db, card_id)
        if stored.card.status is not CardStatus.ACTIVE:
            raise StudyError(
                f"the card {card_id} is {stored.card.status} and not asked; make it active first"
            )
        at = scheduling.review_instant(stored.memory, now)
        after = scheduling.review(stored.memory, card_id, rating, at, memory_model(db))
        capped = None if duration_ms is None else min(max(duration_ms, 0), LONGEST_ANSWER_MS)
        logged = progress.record(db, card_id, rating, at, after.last_day, stored.memory, capped)
        progress.save_memory(db, card_id, after)
        if scheduling.is_leech(after, stored.memory):
            action = settings(db).leech_action
            leeches.mark(
                *(db, card_id, logged.id, now),
                set_aside=action in ("suspend", "reword"),
                reword=action == "reword",
            )
    return after


def undo(db: Database, now: datetime) -> Review | None:
    """Takes today's last answer back, and the one before it when called again.

    The card stands exactly as before it, its siblings come back. None when none is left.
    """
    with writing(db):
        review = progress.undo_last(db, day_of(db, now), now)
        if review:
            leeches.take_back(db, review.id, now)
            eras = models.eras(db)
            if len(eras) > 1:  # since the answer other parameters may have come into force
                log = progress.reviews(db, review.card_id)
                progress.save_memory(db, review.card_id, _replayed(review.card_id, log, eras))
    return review


def bury(db: Database, card_id: str, now: datetime) -> None:
    """Hides a card until the next study day; raises NotFoundError."""
    with writing(db):
        progress.bury(db, card_id, day_of(db, now) + _DAY)


def rebuild(db: Database) -> int:
    """Schedules every card anew from the log; returns how many cards have a schedule.

    Each review with the settings of its time, so that this changes nothing: the log is the truth,
    and enough. After ``models.hold_for_all`` the settings of now are those of all times. After
    other parameters have come into force, stability and difficulty are what the log comes to with
    these, as in Anki, and due days stay.
    """
    with writing(db):
        eras = models.eras(db) or (Era(0, memory_model(db)),)
        stored = progress.memories(db)
        replayed = {
            card_id: _replayed(card_id, reviews, eras)
            for card_id, reviews in progress.reviews_by_card(db)
        }
        for card_id in stored.keys() | replayed.keys():
            if stored.get(card_id) != replayed.get(card_id):
                progress.save_memory(db, card_id, replayed.get(card_id))
    return len(replayed)


def _replayed(card_id: str, reviews: Iterable[Review], eras: Sequence[Era]) -> Memory | None:
    memory: Memory | None = None
    history: list[tuple[int, int]] = []
    parameters = eras[-1].model.parameters
    for one in reviews:
        model = next(era.model for era in reversed(eras) if era.after_review < one.id)
        if memory and model.parameters != parameters:
            memory = _restated(memory, history, model)
        parameters = model.parameters
        day = scheduling.study_day(one.reviewed_at, rollover=model.rollover)
        history.append((int(one.rating), scheduling.elapsed_days(memory, day) if memory else 0))
        memory = scheduling.review(memory, card_id, one.rating, one.reviewed_at, model)
    if memory and eras[-1].model.parameters != parameters:
        memory = _restated(memory, history, eras[-1].model)
    return memory


def _restated(
    memory: Memory, history: Sequence[tuple[int, int]], model: scheduling.Model
) -> Memory:
    """How a card stands by other parameters; when it is due stays as it was promised."""
    stability, difficulty = replaying.standing(history, model)
    return replace(memory, stability=stability, difficulty=difficulty)


def _item(stored: StoredCard, left: Counts, now: datetime, model: scheduling.Model) -> StudyItem:
    outcomes = scheduling.answers(stored.memory, stored.card.id, now, model)
    intervals = {rating: after.interval for rating, after in outcomes.items()}
    return StudyItem(stored.card, stored.memory, intervals, left)
