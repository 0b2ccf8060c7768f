"""How the cards stand now, counted by the database: recall, what is due, how firm it sits.

The chance of recall is FSRS-6's power curve, worked out in SQL; it needs the learner's decay only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlite_utils import Database

from quizapp.memory.correction import SURE, Correction
from quizapp.scheduling import Model
from quizapp.store.insight_schema import SHAPE
from quizapp.store.progress import LEARNER
from quizapp.store.records import from_day, to_day
from quizapp.store.summaries import MATURE_DAYS


class Recalled(NamedTuple):
    """Cards of one episode or chapter: all active ones, those seen, and their mean recall now.

    ``name`` is a slug or a chapter's title, None for cards without one. ``recall`` is the model's,
    ``corrected`` with the online correction, where there is one.
    """

    name: str | None
    cards: int
    seen: int
    recall: float | None
    corrected: float | None = None

    @property
    def shown(self) -> float | None:
        """The better of the two: what a learner is told."""
        return self.recall if self.corrected is None else self.corrected


class Shape(NamedTuple):
    """Cards seen that are alike: a power of two of stability in days, difficulty, interval."""

    stability: int
    difficulty: int
    interval: int
    cards: int


class Known(NamedTuple):
    """The notes of an episode: all, those with a card that was seen, those known on all sides."""

    episode: str
    notes: int
    seen: int
    known: int


@dataclass(frozen=True, slots=True)
class Idea:
    """One fact on the timeline: its place in the recording, and how firmly its cards sit.

    ``recall`` is that of the card least likely recalled, None when none was seen, ``corrected``
    the same with the online correction; ``known`` when every side of it is mature.
    """

    note_id: str
    card_id: str
    prompt: str
    chapter: str | None
    seconds: int | None
    recall: float | None
    known: bool
    corrected: float | None = None

    @property
    def shown(self) -> float | None:
        """The better of the two: what a learner is told."""
        return self.recall if self.corrected is None else self.corrected


class Hard(NamedTuple):
    """A card that costs much: its lapses, answers, difficulty (1 to 10), and its question."""

    card_id: str
    episode: str
    prompt: str
    lapses: int
    reps: int
    difficulty: float


_RECALL = "pow(1 + :factor * max(0, :today - last_day) / stability, :decay)"

_THESE = "(SELECT value FROM json_each(:slugs))"

_LEAST, _MOST = SURE / (1 - SURE), (1 - SURE) / SURE
_CORRECTED = (
    f"CASE WHEN :today <= last_day THEN {_RECALL}"
    f" ELSE 1 / (1 + min(max(1 / {_RECALL} - 1, {_LEAST}), {_MOST})"
    " / (:scale * pow(:today - last_day, :of_days) * pow(1 + lapses, :of_lapses))) END"
)
"""``Correction.predict``; on the day of its answer a card is known as the model has it."""


def _chances(correction: Correction | None) -> tuple[str, str]:
    """The chance of recall of a row of ``browse``, by the model and corrected, as SQL has it."""
    return _RECALL, _CORRECTED if correction else "NULL"


def recall_by_episode(
    db: Database,
    today: date,
    model: Model,
    correction: Correction | None,
    slugs: Sequence[str],
) -> list[Recalled]:
    """Those of these episodes that have active cards."""
    recall, corrected = _chances(correction)
    found = _execute(
        db,
        f"SELECT episode, count(*), count(stability), avg({recall}), avg({corrected})"  # noqa: S608
        f" FROM browse INDEXED BY browse_chance WHERE status = 'active' AND episode IN {_THESE}"
        " GROUP BY episode",
        today,
        model,
        correction,
        slugs=json.dumps(slugs),
    )
    return [Recalled(*row) for row in found]


def recall_by_chapter(
    db: Database, episode: str, today: date, model: Model, correction: Correction | None = None
) -> dict[str | None, Recalled]:
    """The chapters of an episode, by their titles."""
    recall, corrected = _chances(correction)
    found = _execute(
        db,
        "SELECT json_extract(cards.sources, '$[0].chapter') AS chapter, count(*),"  # noqa: S608
        f" count(stability), avg({recall}), avg({corrected})"
        " FROM browse JOIN cards ON cards.id = card_id"
        " WHERE browse.status = 'active' AND browse.episode = :episode GROUP BY chapter",
        today,
        model,
        correction,
        episode=episode,
    )
    return {row[0]: Recalled(*row) for row in found}


def ideas(
    db: Database, episode: str, today: date, model: Model, correction: Correction | None = None
) -> list[Idea]:
    """The facts of an episode in the order of the recording."""
    recall, corrected = _chances(correction)
    shown = corrected if correction else recall
    found = _execute(
        db,
        "SELECT cards.note_id, cards.id, COALESCE(edits.prompt, cards.prompt),"  # noqa: S608
        f" cards.sources, min({shown}), {recall}, {corrected},"
        f" sum(COALESCE(browse.stability, 0) >= {MATURE_DAYS} AND state = 'review') = count(*)"
        " FROM browse JOIN cards ON cards.id = browse.card_id"
        " LEFT JOIN edits ON edits.card_id = cards.id"
        " WHERE browse.status = 'active' AND browse.episode = :episode GROUP BY cards.note_id",
        today,
        model,
        correction,
        episode=episode,
    )
    places = []
    # Of a note's cards SQLite gives the one with the least chance, whose minimum it is.
    for note, card, prompt, sources, _least, chance, better, known in found:
        source = json.loads(sources)[0]
        place = source["chapter"], source["seconds"]
        places.append(Idea(note, card, prompt, *place, chance, bool(known), better))
    return sorted(places, key=lambda one: (one.seconds is None, one.seconds or 0, one.note_id))


def shapes(db: Database, slugs: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The cards seen of these episodes, counted by their shape (``shape`` says what it is)."""
    found = db.execute(
        f"SELECT episode, {SHAPE} AS shape, count(*) FROM browse INDEXED BY browse_shapes"  # noqa: S608
        f" WHERE status = 'active' AND stability IS NOT NULL AND episode IN {_THESE}"
        " GROUP BY episode, shape",
        {"slugs": json.dumps(slugs)},
    )
    return iter(found.fetchall())


def shape(number: int, cards: int) -> Shape:
    """Stability, difficulty and interval out of the one number that an index has for them."""
    return Shape(number // 10_000, number // 100 % 100, number % 100, cards)


def known(db: Database, slugs: Sequence[str]) -> list[Known]:
    """The notes of these episodes: a fact is known when all its active cards are mature."""
    found = db.execute(
        "SELECT episode, count(*), sum(seen), sum(known) FROM note_standing"  # noqa: S608
        f" WHERE learner = :learner AND episode IN {_THESE} GROUP BY episode",
        {"learner": LEARNER, "slugs": json.dumps(slugs)},
    )
    return [Known(*row) for row in found]


def due(db: Database, today: date, days: int) -> dict[date, int]:
    """How many cards seen before fall due on each of the next days; today has what is overdue.

    Cards in learning wait for minutes, and count for today.
    """
    waiting = "FROM browse INDEXED BY browse_due WHERE status = 'active' AND state = 'review'"
    first = to_day(today)
    (overdue,) = db.execute(f"SELECT count(*) {waiting} AND due < ?", (first,)).fetchone()
    found = db.execute(
        f"SELECT due, count(*) {waiting} AND due BETWEEN ? AND ? GROUP BY due",
        (first, first + days - 1),
    )
    counted = {from_day(day): int(cards) for day, cards in found}
    if overdue:
        counted[today] = counted.get(today, 0) + overdue
    (learning,) = db.execute(
        "SELECT count(*) FROM browse INDEXED BY browse_due"
        " WHERE status = 'active' AND state IN ('learning', 'relearning')"
    ).fetchone()
    if learning:
        counted[today] = counted.get(today, 0) + learning
    return counted


def hardest(db: Database, limit: int) -> list[Hard]:
    """The cards that were forgotten most often."""
    found = db.execute(
        "SELECT browse.card_id, browse.episode, COALESCE(edits.prompt, cards.prompt), lapses,"
        " browse.reps, browse.difficulty FROM"
        " (SELECT * FROM browse WHERE status = 'active' AND lapses > 0"
        "  ORDER BY lapses DESC, difficulty DESC, card_id LIMIT ?) AS browse"
        " JOIN cards ON cards.id = browse.card_id LEFT JOIN edits ON edits.card_id = cards.id"
        " ORDER BY lapses DESC, browse.difficulty DESC, browse.card_id",
        (limit,),
    )
    return [Hard(*row) for row in found]


def _execute(
    db: Database,
    sql: str,
    today: date,
    model: Model,
    correction: Correction | None,
    **more: str,
) -> list[Any]:
    decay = -model.parameters[20]
    scale, of_days, of_lapses = (correction or Correction()).factors
    values = {
        "scale": scale,
        "of_days": of_days,
        "of_lapses": of_lapses,
        "learner": LEARNER,
        "today": to_day(today),
        "decay": decay,
        "factor": 0.9 ** (1 / decay) - 1,
        **more,
    }
    try:
        return db.execute(sql, values).fetchall()
    except sqlite3.OperationalError as error:
        if "pow" not in str(error):
            raise
        # SQLite may be built without its mathematics.
        db.conn.create_function("pow", 2, lambda base, power: base**power, deterministic=True)
        return db.execute(sql, values).fetchall()
