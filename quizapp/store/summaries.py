"""The review log summed up, so that figures over years of it are read in a moment.

``catch_up`` adds what was logged since the last time and takes off what undo took back. Where the
log itself was changed, as an import of older reviews may do, the sums are made anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlite_utils import Database

from quizapp.memory.calibration import Tally, group_of, loss
from quizapp.model import LearningState
from quizapp.scheduling import Model, forgetting_curve
from quizapp.store.database import writing
from quizapp.store.models import Era, eras
from quizapp.store.progress import LEARNER
from quizapp.store.records import to_day

MATURE_DAYS = 21
"""From this stability on a card is mature: the interval of the same length with a retention of 0.9,
which is how Anki tells old cards from young ones."""


class DayCell(NamedTuple):
    """A study day (days since 1970): its answers, the time they took, and true retention's part.

    That counts first answers of a day on cards in review; mature are cards before the answer.
    """

    day: int
    answers: int
    duration_ms: int
    young_passed: int
    young_failed: int
    mature_passed: int
    mature_failed: int


class RecallCell(NamedTuple):
    """True retention's part of a study day, on the young or the mature cards of an episode."""

    day: int
    mature: bool
    passed: int
    failed: int


class EpisodeCell(NamedTuple):
    """What true retention counts over some days on the young or mature cards of an episode."""

    episode: str
    mature: bool
    passed: int
    failed: int


class KindCell(NamedTuple):
    """Answers on one kind of card that are alike, and the time they took.

    ``state`` and ``mature`` are the card's before the answer; ``first``: its first of that day.
    """

    kind: str
    state: str
    rating: int
    first: bool
    mature: bool
    answers: int
    duration_ms: int


class Prediction(NamedTuple):
    """Answers of one bin that were given the same chance of recall, in twentieths."""

    twentieth: int
    tally: Tally


_WHAT = {
    "new": "reviews.id > :upto AND reviews.id <= :last AND undone_at IS NULL",
    "undone": "reviews.id IN (SELECT review_id FROM summary_undone)",
}
_STATES = tuple(map(str, LearningState))
LIKE = (
    "CASE state "
    + " ".join(f"WHEN '{state}' THEN {8 * number}" for number, state in enumerate(_STATES))
    + " END + 4 * (elapsed_days IS NULL OR elapsed_days > 0) + rating - 1"
)
"""One number for the state, whether it is the first answer of a day, and the rating."""

_ANSWERS = (
    f"SELECT id, card_id, study_day, {LIKE}, COALESCE(stability, 0) >= {MATURE_DAYS},"  # noqa: S608
    " COALESCE(duration_ms, 0), stability, elapsed_days"
    " FROM reviews NOT INDEXED WHERE {what} ORDER BY reviewed_at, id"
)
_HISTORY = """
    SELECT count(*), COALESCE(sum(elapsed_days > 0 AND rating = 1), 0) FROM reviews
    WHERE card_id = ? AND learner = ? AND undone_at IS NULL
        AND reviewed_at < (SELECT reviewed_at FROM reviews WHERE id = ?)
        AND (elapsed_days IS NULL OR elapsed_days > 0)
"""
FIRST_IN_REVIEW = 8 * _STATES.index(LearningState.REVIEW) + 4
_MANY = 5000
"""From so many answers on, what all cards are is read at once."""

_TABLES = (
    *("review_days", "review_kinds", "review_episodes", "predictions", "summary_undone"),
    "episode_overviews",
)


Watch = Callable[[str, int, int], None]
"""Called with what is being worked on, how much is done, and of how much."""


def catch_up(db: Database, model: Model, watch: Watch = lambda _what, _done, _of: None) -> None:
    """Brings the sums up to the log; predictions are those of the model in force at the time.

    ``model`` is that of now, and of all times where it was never changed.
    """
    if not _behind(db):
        return
    with writing(db):
        upto, stale = _state(db)
        if stale:
            for table in _TABLES:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of this module
            upto = 0
        (last,) = db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
        for what, sign in (("new", 1), ("undone", -1)):
            _add(db, what, sign, {"upto": upto, "last": last}, model, watch)
        db.execute("DELETE FROM summary_undone")
        db.execute("UPDATE summaries SET upto = ?, stale = 0 WHERE learner = ?", (last, LEARNER))


def days(db: Database) -> list[DayCell]:
    """All days with answers, the earliest first."""
    found = db.execute(
        "SELECT study_day, answers, duration_ms, young_passed, young_failed, mature_passed,"
        " mature_failed FROM review_days WHERE learner = ? AND answers > 0 ORDER BY study_day",
        (LEARNER,),
    )
    return list(map(DayCell._make, found))


def answers_before(db: Database, day: date) -> int:
    """How many answers were given before a study day, as far as they are summed up."""
    (answers,) = db.execute(
        "SELECT COALESCE(sum(answers), 0) FROM review_days WHERE learner = ? AND study_day < ?",
        (LEARNER, to_day(day)),
    ).fetchone()
    return int(answers)


def recalls_of(db: Database, episode: str) -> list[RecallCell]:
    """True retention of an episode's cards by study day."""
    found = db.execute(
        "SELECT study_day, mature, passed, failed FROM review_episodes"
        " WHERE learner = ? AND episode = ? AND passed + failed > 0 ORDER BY study_day",
        (LEARNER, episode),
    )
    return [RecallCell(day, bool(mature), *sums) for day, mature, *sums in found]


def recalls_by_episode(db: Database, since: int, slugs: Sequence[str]) -> list[EpisodeCell]:
    """True retention of these episodes from a study day on."""
    found = db.execute(
        "SELECT episode, mature, sum(passed), sum(failed) FROM review_episodes"
        " WHERE learner = ? AND episode IN (SELECT value FROM json_each(?)) AND study_day >= ?"
        " GROUP BY episode, mature HAVING sum(passed) + sum(failed) > 0",
        (LEARNER, json.dumps(slugs), since),
    )
    return [EpisodeCell(episode, bool(mature), *sums) for episode, mature, *sums in found]


def kinds(db: Database) -> list[KindCell]:
    """Everything by the kind of card."""
    found = db.execute(
        'SELECT kind, state, rating, "first", mature, answers, duration_ms FROM review_kinds'
        " WHERE learner = ? AND answers > 0",
        (LEARNER,),
    )
    return [KindCell(*row) for row in found]


def predictions(db: Database) -> list[Prediction]:
    """What the model predicted and what came, bin by bin."""
    found = db.execute(
        "SELECT twentieth, elapsed_bin, reps_bin, lapses_bin, answers, predicted, recalled, loss"
        " FROM predictions WHERE learner = ? AND answers > 0",
        (LEARNER,),
    )
    return [
        Prediction(twentieth, Tally((elapsed, reps, lapses), *sums))
        for twentieth, elapsed, reps, lapses, *sums in found
    ]


def _state(db: Database) -> tuple[int, bool]:
    found = db.execute("SELECT upto, stale FROM summaries WHERE learner = ?", (LEARNER,)).fetchone()
    return int(found[0]), bool(found[1])


def _behind(db: Database) -> bool:
    upto, stale = _state(db)
    (last,) = db.execute("SELECT COALESCE(max(id), 0) FROM reviews").fetchone()
    undone = db.execute("SELECT 1 FROM summary_undone LIMIT 1").fetchone()
    return stale or last > upto or undone is not None


@dataclass(slots=True)
class _Card:
    """A card on its way through the log: its days so far, and on how many it was gone again.

    That is what answers are grouped by to compare predictions with what came. ``days`` is negative
    while it is not known yet.
    """

    kind: str
    episode: str
    days: int
    lapses: int = 0


class _Cards(dict[str, _Card]):
    """All cards, each looked up when it is asked for; the log before may be summed up already."""

    def __init__(self, db: Database, *, many: bool) -> None:
        self._db = db
        if many:
            found = db.execute("SELECT id, kind, episode FROM cards")
            self.update({card_id: _Card(kind, of, -1) for card_id, kind, of in found})

    def __missing__(self, card_id: str) -> _Card:
        found = self._db.execute("SELECT kind, episode FROM cards WHERE id = ?", (card_id,))
        kind, episode = found.fetchone()
        card = self[card_id] = _Card(kind, episode, -1)
        return card

    def look_back(self, card: _Card, card_id: str, review_id: int) -> None:
        """Finds what came before this answer in time: older ones may be logged later."""
        found = self._db.execute(_HISTORY, (card_id, LEARNER, review_id)).fetchone()
        card.days, card.lapses = found


def _add(
    db: Database, which: str, sign: int, bounds: dict[str, int], model: Model, watch: Watch
) -> None:
    sums = _sums(db, which, bounds, eras(db) or (Era(0, model),), watch)
    for table, keys, counted in (
        ("review_days", sums.days, DayCell._fields[1:]),
        ("review_kinds", sums.kinds, ("answers", "duration_ms")),
        ("review_episodes", sums.episodes, ("passed", "failed")),
        ("predictions", sums.predictions, ("answers", "predicted", "recalled", "loss")),
    ):
        rows = sorted((LEARNER, *key, *(sign * one for one in many)) for key, many in keys)
        if not rows:
            continue
        marks = ", ".join("?" * len(rows[0]))
        changes = ", ".join(f"{name} = {name} + excluded.{name}" for name in counted)
        db.conn.executemany(
            f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO UPDATE SET {changes}",  # noqa: S608
            rows,
        )


def _sums(
    db: Database, which: str, bounds: dict[str, int], in_force: Sequence[Era], watch: Watch
) -> Summed:
    """Of many answers in columns, where nothing is summed up before them."""
    upto, last = bounds["upto"], bounds["last"]
    many = which == "new" and last - upto > _MANY
    if many and not upto:
        from quizapp.store import summing

        return summing.summed(db, last, in_force, lambda done: watch("Figures", done, last))
    answers = db.execute(_ANSWERS.format(what=_WHAT[which]), bounds)
    cards = _Cards(db, many=many)
    return _summed(_watched(answers, last - upto, watch), cards, in_force)


def _watched(answers: Iterable[_Row], of: int, watch: Watch) -> Iterator[_Row]:
    for done, one in enumerate(answers):
        if done % _MANY == 0:
            watch("Figures", done, of)
        yield one


_Row = tuple[Any, ...]
Sum = tuple[tuple[object, ...], Sequence[float]]
Sums = Iterable[Sum]
"""Keys, and what is counted of each."""


class Summed(NamedTuple):
    """The rows of each table, as keys and what is counted."""

    days: Sums
    kinds: Sums
    episodes: Sums
    predictions: Sums


def _summed(answers: Iterable[_Row], cards: _Cards, in_force: Sequence[Era]) -> Summed:
    """One pass over the log; written for half a million answers, not for beauty."""
    curves = [(one.after_review, forgetting_curve(one.model)) for one in reversed(in_force)]
    since, newest = curves[0]
    days: defaultdict[tuple[int], list[int]] = defaultdict(lambda: [0] * 6)
    by_kind: defaultdict[tuple[str, int, int], list[int]] = defaultdict(lambda: [0, 0])
    episodes: defaultdict[tuple[str, int, int], list[int]] = defaultdict(lambda: [0, 0])
    raw: defaultdict[tuple[int, int, int, int], list[float]] = defaultdict(lambda: [0, 0.0, 0, 0.0])
    for review_id, card_id, day, like, mature, took, stability, elapsed in answers:
        card = cards[card_id]
        if card.days < 0:
            cards.look_back(card, card_id, review_id)
        sums = days[(day,)]
        sums[0] += 1
        sums[1] += took
        failed = not like & 3
        if like & ~3 == FIRST_IN_REVIEW:
            sums[2 + 2 * mature + failed] += 1
            episodes[card.episode, mature, day][failed] += 1
        sums = by_kind[card.kind, like, mature]
        sums[0] += 1
        sums[1] += took
        if elapsed and stability is not None:
            curve = newest
            if review_id <= since:
                curve = next(of for after, of in curves if after < review_id)
            chance = curve(stability, elapsed)
            predicted = raw[elapsed, card.days, card.lapses, int(chance * 20)]
            predicted[0] += 1
            predicted[1] += chance
            predicted[2] += not failed
            predicted[3] += loss(chance, not failed)
        if like & 4:
            card.lapses += failed and card.days > 0
            card.days += 1
    return Summed(
        list(days.items()),
        [((kind, *told(like), mature), sums) for (kind, like, mature), sums in by_kind.items()],
        list(episodes.items()),
        _binned(raw),
    )


def told(like: int) -> tuple[str, int, int]:
    """State, rating and whether it was the first answer of a day."""
    return _STATES[like >> 3], (like & 3) + 1, like >> 2 & 1


def _binned(raw: Mapping[tuple[int, int, int, int], Sequence[float]]) -> Sums:
    found: dict[tuple[float, ...], list[float]] = {}
    for (elapsed, days, lapses, twentieth), sums in raw.items():
        key = (*group_of(elapsed, days, lapses), min(19, twentieth))
        known = found.setdefault(key, [0, 0.0, 0, 0.0])
        for number, one in enumerate(sums):
            known[number] += one
    return list(found.items())
