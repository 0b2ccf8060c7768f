"""What a person does to a card in a session besides answering it, and undo over both.

Suspending, burying, flagging and editing stand in one line with the answers: undo takes back
whatever came last, as often as there is something of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum

from sqlite_utils import Database

from quizapp import study
from quizapp.errors import StudyError
from quizapp.model import CardStatus, Review
from quizapp.store import deeds, library, progress
from quizapp.store.database import writing
from quizapp.store.deeds import Before, Deed
from quizapp.store.settings import day_of

LONGEST_REASON = 300
"""Characters of a reason that are kept."""


class Act(StrEnum):
    """What can be done to cards."""

    SUSPEND = "suspend"
    BURY = "bury"
    FLAG = "flag"
    EDIT = "edit"


@contextmanager
def remembered(db: Database, act: Act, card_ids: Iterable[str], now: datetime) -> Iterator[None]:
    """Whatever is done to these cards inside is one deed that undo takes back.

    What changes nothing is no deed. One transaction: an error inside leaves everything as it was.
    Raises NotFoundError.
    """
    ids = list(card_ids)
    with writing(db):
        before = [_before(db, card_id) for card_id in ids]
        yield
        if before != [_before(db, card_id) for card_id in ids]:
            deeds.keep(db, act, before, day_of(db, now))


def suspend(db: Database, card_ids: Iterable[str], now: datetime) -> int:
    """Sets cards aside; returns how many."""
    ids = list(card_ids)
    with remembered(db, Act.SUSPEND, ids, now):
        for one in ids:
            library.set_status(db, one, CardStatus.SUSPENDED, now)
    return len(ids)


def bury(db: Database, card_ids: Iterable[str], now: datetime) -> int:
    """Leaves cards until the next study day; returns how many."""
    ids = list(card_ids)
    with remembered(db, Act.BURY, ids, now):
        for one in ids:
            study.bury(db, one, now)
    return len(ids)


def flag(db: Database, card_id: str, reason: str, now: datetime) -> None:
    """Rejects a card as bad, and keeps why; raises StudyError without a reason."""
    reason = " ".join(reason.split())[:LONGEST_REASON]
    if not reason:
        raise StudyError("a card is flagged with a reason; say in a few words what is wrong")
    with remembered(db, Act.FLAG, [card_id], now):
        library.set_status(db, card_id, CardStatus.REJECTED, now)
        deeds.set_flag(db, card_id, reason, now)


def of_note(db: Database, card_id: str) -> list[str]:
    """The active cards of a card's note, this one among them; raises NotFoundError."""
    note = (library.card(db, card_id), *library.siblings(db, card_id))
    return [one.card.id for one in note if one.card.status is CardStatus.ACTIVE]


def undo(db: Database, now: datetime) -> Review | Deed | None:
    """Takes back what came last today, an answer or a deed; None when nothing is left."""
    with writing(db):
        deed = deeds.last(db, day_of(db, now))
        if deed is None:
            return study.undo(db, now)
        for before in deed.before:
            _restore(db, before, now)
        deeds.forget(db, deed)
    return deed


def can_undo(db: Database, now: datetime) -> bool:
    """Whether undo would take anything back."""
    today = day_of(db, now)
    return deeds.last(db, today) is not None or progress.has_undo_step(db, today)


def _before(db: Database, card_id: str) -> Before:
    stored = library.card(db, card_id)
    until = stored.buried_until
    return Before(
        card_id=card_id,
        status=str(stored.card.status),
        buried_until=until.isoformat() if until else None,
        prompt=stored.card.prompt,
        answer=stored.card.answer,
        flag=deeds.flag(db, card_id),
    )


def _restore(db: Database, before: Before, now: datetime) -> None:
    stored = library.card(db, before.card_id)
    if before.status != stored.card.status:
        library.set_status(db, before.card_id, CardStatus(before.status), now)
    if before.buried_until is None:
        progress.unbury(db, before.card_id)
    else:
        progress.bury(db, before.card_id, date.fromisoformat(before.buried_until))
    deeds.set_flag(db, before.card_id, before.flag, now)
    if (before.prompt, before.answer) != (stored.card.prompt, stored.card.answer):
        library.edit_card(db, before.card_id, prompt=before.prompt, answer=before.answer, now=now)
