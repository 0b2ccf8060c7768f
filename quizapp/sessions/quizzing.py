"""A quiz: a marked test of an episode or of a mix, apart from the schedule.

Every question is marked by ``marking``; the learner may overrule a mark of typed words. Nothing of
it touches a card's schedule, until the misses are put up for study: then each counts as Again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlite_utils import Database

from quizapp import study
from quizapp.errors import StudyError
from quizapp.model import Card, CardKind, CardStatus, Given, Rating
from quizapp.sessions.marking import mark, points
from quizapp.store import choosing, library, quizzes
from quizapp.store.choosing import Choice
from quizapp.store.database import writing
from quizapp.store.quizzes import Quiz

LONGEST = 100
"""Questions in a quiz, at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The quiz a learner asks for; ``episode`` None: a mix, ``kinds`` empty: all of them.

    ``seconds_each``: time for a question, counted for all together; None: no clock.
    """

    episode: str | None = None
    kinds: tuple[CardKind, ...] = ()
    questions: int = 10
    seconds_each: int | None = None


def start(db: Database, wanted: Wanted, now: datetime) -> int:
    """Draws the questions, one of a note, and returns the number of the quiz.

    Raises NotFoundError for an unknown episode, StudyError when no card fits.
    """
    title = library.episode(db, wanted.episode).title if wanted.episode else "A mix of everything"
    with writing(db):
        cards = _drawn(db, wanted, quizzes.next_number(db))
        if not cards:
            raise StudyError("no card fits; choose more kinds or another episode")
        each = wanted.seconds_each
        limit = None if each is None else timedelta(seconds=each * len(cards))
        return quizzes.add(db, title, wanted.episode, cards, limit, now)


def _drawn(db: Database, wanted: Wanted, seed: int) -> list[Card]:
    """The cards of quiz number ``seed``: the same library gives the same quiz."""
    found = list(choosing.chosen(db, Choice(episode=wanted.episode, kinds=wanted.kinds)))
    found.sort(key=lambda one: one.card_id)
    Random(seed).shuffle(found)  # noqa: S311 - a draw, not a secret
    one_of_each: dict[str, str] = {}
    for one in found:
        one_of_each.setdefault(one.note_id, one.card_id)
    count = min(max(wanted.questions, 1), LONGEST)
    drawn = list(one_of_each.values())[:count]
    return [one.card for one in library.cards_by_id(db, drawn)]


def standing(db: Database, number: int, now: datetime) -> Quiz:
    """The quiz as it stands; one whose clock ran out is ended here. Raises NotFoundError."""
    found = quizzes.quiz(db, number)
    if found.finished_at is None and found.deadline and now >= found.deadline:
        with writing(db):
            quizzes.finish(db, number, found.deadline)
        return quizzes.quiz(db, number)
    return found


def answer(db: Database, number: int, place: int, given: Given, now: datetime) -> bool:
    """Marks an answer and keeps it; the last one ends the quiz.

    False, and nothing is kept, for a question that was answered before or after the end.
    """
    with writing(db):
        found = standing(db, number, now)
        asked = next((one for one in found.questions if one.place == place), None)
        if asked is None or asked.given is not None or found.finished_at is not None:
            return False
        quizzes.keep_answer(db, number, place, given, points(mark(asked.card, given)), now)
        if quizzes.quiz(db, number).open_question is None:
            quizzes.finish(db, number, now)
    return True


def end(db: Database, number: int, now: datetime) -> None:
    """Ends a quiz before its last question."""
    with writing(db):
        standing(db, number, now)
        quizzes.finish(db, number, now)


def overrule(db: Database, number: int, place: int, *, right: bool) -> None:
    """The learner's own mark for a question that was answered; raises NotFoundError."""
    with writing(db):
        asked = {one.place: one for one in quizzes.quiz(db, number).questions}.get(place)
        if asked and asked.given is not None:
            quizzes.overrule(db, number, place, 1.0 if right else 0.0)


def put_up(db: Database, number: int, now: datetime) -> int:
    """Gives the misses to study, once: each card counts as answered Again, and comes back soon.

    Returns how many; cards that are not asked any more are left alone.
    """
    with writing(db):
        found = quizzes.quiz(db, number)
        if found.put_up_at is not None or found.finished_at is None:
            return 0
        cards = library.cards_by_id(db, [one.card.id for one in found.misses])
        missed = [one.card.id for one in cards if one.card.status is CardStatus.ACTIVE]
        for card_id in missed:
            study.answer(db, card_id, Rating.AGAIN, now)
        quizzes.note_put_up(db, number, now)
    return len(missed)
