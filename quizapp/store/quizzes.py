"""Quizzes and what was answered in them, kept with the cards as they were asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from quizapp.errors import NotFoundError
from quizapp.model import Card, Given
from quizapp.store.database import rows
from quizapp.store.progress import LEARNER
from quizapp.store.records import card_of, card_row, from_ms, to_ms


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz; ``given`` and ``points`` (0 to 1) are None while it is open.

    ``overruled``: the learner changed the mark.
    """

    place: int
    card: Card
    given: Given | None
    points: float | None
    overruled: bool

    @property
    def missed(self) -> bool:
        """Whether it was not fully right; open questions are missed."""
        return (self.points or 0) < 1


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz with its questions in order; ``episode`` is None for a mix, times are UTC.

    ``put_up_at``: when its misses were given to study.
    """

    number: int
    title: str
    episode: str | None
    limit: timedelta | None
    started_at: datetime
    finished_at: datetime | None
    put_up_at: datetime | None
    questions: tuple[Question, ...]

    @property
    def deadline(self) -> datetime | None:
        """When the clock runs out; None without one."""
        return None if self.limit is None else self.started_at + self.limit

    @property
    def open_question(self) -> Question | None:
        """The question to ask now."""
        return next((one for one in self.questions if one.given is None), None)

    @property
    def points(self) -> float:
        """All points together."""
        return sum(one.points or 0 for one in self.questions)

    @property
    def misses(self) -> tuple[Question, ...]:
        """The questions that were not fully right."""
        return tuple(one for one in self.questions if one.missed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A quiz as its history lists it."""

    number: int
    title: str
    started_at: datetime
    finished_at: datetime | None
    questions: int
    answered: int
    points: float

    @property
    def share(self) -> float:
        """The share of all points, from 0 to 1."""
        return self.points / self.questions if self.questions else 0.0


def next_number(db: Database) -> int:
    """The number that the next quiz gets."""
    (last,) = db.execute("SELECT COALESCE(max(id), 0) FROM quizzes").fetchone()
    return int(last) + 1


def add(
    db: Database,
    title: str,
    episode: str | None,
    cards: Sequence[Card],
    limit: timedelta | None,
    now: datetime,
) -> int:
    """Keeps a new quiz over these cards; returns its number."""
    number = next_number(db)
    seconds = None if limit is None else int(limit.total_seconds())
    db.execute(
        "INSERT INTO quizzes (id, learner, episode, title, limit_seconds, started_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (number, LEARNER, episode, title, seconds, to_ms(now)),
    )
    for place, card in enumerate(cards, 1):
        kept = json.dumps({**card_row(card, 0), "status": str(card.status)}, ensure_ascii=False)
        db.execute(
            "INSERT INTO quiz_questions (quiz_id, place, card_id, card) VALUES (?, ?, ?, ?)",
            (number, place, card.id, kept),
        )
    return number


def quiz(db: Database, number: int) -> Quiz:
    """A quiz with its questions; raises NotFoundError."""
    found = next(rows(db, "SELECT * FROM quizzes WHERE id = ?", (number,)), None)
    if found is None:
        raise NotFoundError(f"there is no quiz {number}; /quiz lists them")
    questions = rows(db, "SELECT * FROM quiz_questions WHERE quiz_id = ? ORDER BY place", (number,))
    limit = found["limit_seconds"]
    return Quiz(
        number=number,
        title=found["title"],
        episode=found["episode"],
        limit=None if limit is None else timedelta(seconds=limit),
        started_at=from_ms(found["started_at"]),
        finished_at=_instant(found["finished_at"]),
        put_up_at=_instant(found["put_up_at"]),
        questions=tuple(map(_question, questions)),
    )


def _question(row: dict[str, Any]) -> Question:
    given = None if row["given"] is None else json.loads(row["given"])
    return Question(
        place=row["place"],
        card=card_of(json.loads(row["card"])),
        given=None if given is None else Given(**{**given, "order": tuple(given["order"])}),
        points=row["points"],
        overruled=bool(row["overruled"]),
    )


def _instant(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else from_ms(milliseconds)


def keep_answer(
    db: Database, number: int, place: int, given: Given, points: float, now: datetime
) -> None:
    """Keeps the answer to a question that is still open."""
    db.execute(
        "UPDATE quiz_questions SET given = ?, points = ?, answered_at = ?"
        " WHERE quiz_id = ? AND place = ? AND given IS NULL",
        (json.dumps(asdict(given)), points, to_ms(now), number, place),
    )


def overrule(db: Database, number: int, place: int, points: float) -> None:
    """Puts the learner's mark in place of the program's."""
    db.execute(
        "UPDATE quiz_questions SET points = ?, overruled = 1 WHERE quiz_id = ? AND place = ?",
        (points, number, place),
    )


def finish(db: Database, number: int, at: datetime) -> None:
    """Ends a quiz; what is still open counts as missed."""
    db.execute(
        "UPDATE quizzes SET finished_at = ? WHERE id = ? AND finished_at IS NULL",
        (to_ms(at), number),
    )


def note_put_up(db: Database, number: int, at: datetime) -> None:
    """Remembers that the misses were given to study."""
    db.execute("UPDATE quizzes SET put_up_at = ? WHERE id = ?", (to_ms(at), number))


def history(db: Database, limit: int = 50) -> tuple[Outcome, ...]:
    """The last quizzes, the newest first."""
    found = rows(
        db,
        "SELECT quizzes.id AS number, title, started_at, finished_at, count(*) AS questions,"
        " count(given) AS answered, COALESCE(sum(points), 0.0) AS points"
        " FROM quizzes JOIN quiz_questions ON quiz_id = quizzes.id WHERE learner = ?"
        " GROUP BY quizzes.id ORDER BY quizzes.id DESC LIMIT ?",
        (LEARNER, limit),
    )
    return tuple(
        Outcome(
            **{
                **row,
                "started_at": from_ms(row["started_at"]),
                "finished_at": _instant(row["finished_at"]),
            }
        )
        for row in found
    )
