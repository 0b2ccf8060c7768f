"""A round: a session over chosen cards, ahead of the schedule or apart from it.

In a round that counts, answers go into the log and change the schedule as any answer does. In one
that does not, nothing is kept but the round itself. A card that was gone comes again at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quizapp import study
from quizapp.errors import StudyError
from quizapp.model import Counts, Rating, StudyItem
from quizapp.store import choosing, progress
from quizapp.store import rounds as kept
from quizapp.store.choosing import Choice
from quizapp.store.database import writing
from quizapp.store.rounds import Round, Turn
from quizapp.store.settings import day_of

LONGEST = 500
"""Cards in a round, at most."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A round as it stands: its turns, and the item to answer now; None at its end."""

    round: Round
    turns: tuple[Turn, ...]
    turn: Turn | None
    item: StudyItem | None

    @property
    def version(self) -> str:
        """What an answer must name, so that a second one from another tab does not count."""
        reps = self.item.memory.reps if self.item and self.item.memory else 0
        return f"{self.turn.place if self.turn else 0}-{reps}"

    @property
    def done(self) -> int:
        """How many turns are over."""
        return sum(turn.rating is not None for turn in self.turns)


def start(
    db: Database, title: str, choice: Choice, now: datetime, *, limit: int, counts: bool
) -> int:
    """Begins a round over the cards of a choice; raises StudyError when there is none.

    A round that counts asks one card of each note, as any day does. Cards that are buried are in
    none, and others take their places.
    """
    ids = fitting(db, choice, now, counts=counts)
    return start_with(db, title, ids[: min(max(limit, 1), LONGEST)], now, counts=counts)


def fitting(db: Database, choice: Choice, now: datetime, *, counts: bool) -> list[str]:
    """The cards of a choice that a round can be about, in its order."""
    buried = progress.buried(db, day_of(db, now))
    found = [one for one in choosing.chosen(db, choice) if one.card_id not in buried]
    if not counts:
        return [one.card_id for one in found]
    first_of_note: dict[str, str] = {}
    for one in found:
        first_of_note.setdefault(one.note_id, one.card_id)
    return list(first_of_note.values())


def start_with(
    db: Database, title: str, card_ids: Sequence[str], now: datetime, *, counts: bool
) -> int:
    """Begins a round over these very cards; raises StudyError when there is none."""
    if not card_ids:
        raise StudyError("no card fits; choose something wider")
    with writing(db):
        return kept.add(db, title, card_ids, now, counts=counts)


def standing(db: Database, number: int, now: datetime) -> Standing:
    """The round as it stands; raises NotFoundError."""
    found, turns = kept.one(db, number), kept.turns(db, number, day_of(db, now))
    turn = next((one for one in turns if one.rating is None), None)
    if turn is None:
        return Standing(found, turns, None, None)
    left = sum(one.rating is None for one in turns)
    item = study.item(db, turn.card_id, now, counts=Counts(0, 0, left))
    return Standing(found, turns, turn, item)


def answer(
    db: Database,
    number: int,
    version: str,
    rating: Rating,
    now: datetime,
    *,
    duration_ms: int | None = None,
) -> bool:
    """Records the answer to the turn that ``version`` names; False when that is over."""
    with writing(db):
        found = standing(db, number, now)
        if found.turn is None or found.version != version:
            return False
        review_id = None
        if found.round.counts:
            study.answer(db, found.turn.card_id, rating, now, duration_ms=duration_ms)
            review_id = progress.last_answer(db)
        kept.keep(db, number, found.turn, rating, review_id)
        if rating is Rating.AGAIN:
            kept.put_last(db, number, found.turn.card_id)
    return True


def undo(db: Database, number: int, now: datetime) -> Turn | None:
    """Takes the last answer of the round back; None when there is none, or it is not the last.

    Where the round counts, only the last answer of all can be taken back.
    """
    with writing(db):
        found = standing(db, number, now)
        last = _last_turn(db, found)
        if last is None:
            return None
        if found.round.counts:
            study.undo(db, now)
        kept.reopen(db, number, last)
    return last


def can_undo(db: Database, found: Standing) -> bool:
    """Whether undo would take an answer of the round back."""
    return _last_turn(db, found) is not None


def _last_turn(db: Database, found: Standing) -> Turn | None:
    """The turn that was answered last; None where another answer came after it that counts."""
    answered = (turn for turn in found.turns if turn.rating is not None)
    last = max(answered, key=lambda turn: turn.place, default=None)
    if last and found.round.counts and progress.last_answer(db) != last.review_id:
        return None
    return last


def hardest(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The cards that were gone or came with effort, the ones gone most often first."""
    pains: dict[str, int] = {}
    for turn in turns:
        if turn.rating in (Rating.AGAIN, Rating.HARD):
            pains[turn.card_id] = pains.get(turn.card_id, 0) + (3 - turn.rating)
    return tuple(sorted(pains, key=lambda card_id: (-pains[card_id], card_id)))
