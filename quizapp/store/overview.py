"""Every episode at a glance: its cards, its facts, how firm they sit, what is recalled of them.

Counting a hundred thousand cards takes a tenth of a second and more, and most episodes have not
changed since the last time. What was counted is kept, until a card of the episode changes (a
trigger throws it away); what depends on the day as well is counted anew on another one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlite_utils import Database

from quizapp.memory.correction import Correction
from quizapp.scheduling import Model
from quizapp.store import standing, summaries
from quizapp.store.database import writing
from quizapp.store.records import to_day
from quizapp.store.standing import Known, Recalled, Shape
from quizapp.store.worked_out import if_free

YEAR = 365
"""Days looked back for what was recalled."""


@dataclass(frozen=True, slots=True)
class Overview:
    """An episode: recall now, facts known, true retention of the last year, and its cards' shapes.

    The two pairs are passed and failed, of young cards and of mature ones.
    """

    slug: str
    recall: Recalled
    known: Known
    young: tuple[int, int] = (0, 0)
    mature: tuple[int, int] = (0, 0)
    shapes: dict[int, int] = field(default_factory=dict)


def overview(
    db: Database, today: date, model: Model, correction: Correction | None = None
) -> list[Overview]:
    """All episodes with active cards; the sums of the log have to be caught up."""
    version = _version(db)
    basis = repr((to_day(today), model, correction))
    slugs = [slug for (slug,) in db.execute("SELECT slug FROM episodes ORDER BY slug")]
    found = db.execute("SELECT episode, counted, basis, judged FROM episode_overviews").fetchall()
    counted = {slug: _counted(slug, text) for slug, text, _, _ in found}
    judged = {slug: text for slug, _, of, text in found if of == basis}
    new = [slug for slug in slugs if slug not in counted]
    fresh = [slug for slug in slugs if slug not in judged]
    if fresh:
        counted |= _count(db, new)
        ours = _judge(db, fresh, today, model, correction)
        judged |= ours
        rows = [(slug, _text(counted[slug]), basis, ours[slug]) for slug in fresh]
        if_free(db, lambda: _keep(db, rows, version))
    return _all(slugs, counted, judged)


def _all(
    slugs: Iterable[str], counted: Mapping[str, Overview], judged: Mapping[str, str]
) -> list[Overview]:
    every = (_judged(counted[slug], judged[slug]) for slug in slugs)
    return [one for one in every if one.recall.cards]


def _version(db: Database) -> int:
    """Another one when another connection has written."""
    (version,) = db.execute("PRAGMA data_version").fetchone()
    return int(version)


def shapes(found: Iterable[Overview]) -> list[Shape]:
    """The shapes of all cards together."""
    total: Counter[int] = Counter()
    for one in found:
        total.update(one.shapes)
    return [standing.shape(number, cards) for number, cards in sorted(total.items())]


def _count(db: Database, slugs: list[str]) -> dict[str, Overview]:
    """What stays as it is until a card of the episode changes."""
    known = {one.episode: one for one in standing.known(db, slugs)}
    found = {
        slug: Overview(slug, Recalled(slug, 0, 0, None), known.get(slug, Known(slug, 0, 0, 0)))
        for slug in slugs
    }
    for slug, shape, cards in standing.shapes(db, slugs):
        found[slug].shapes[shape] = cards
    return found


def _judge(
    db: Database, slugs: list[str], today: date, model: Model, correction: Correction | None
) -> dict[str, str]:
    """What depends on the day: recall now, and true retention of the year before; as JSON."""
    recalls = {
        one.name: one for one in standing.recall_by_episode(db, today, model, correction, slugs)
    }
    year: dict[tuple[str, bool], tuple[int, int]] = {
        (one.episode, one.mature): (one.passed, one.failed)
        for one in summaries.recalls_by_episode(db, to_day(today) - YEAR + 1, slugs)
    }
    nothing = (0, 0)
    return {
        slug: json.dumps(
            [
                recalls.get(slug, Recalled(slug, 0, 0, None))[1:],
                year.get((slug, False), nothing),
                year.get((slug, True), nothing),
            ]
        )
        for slug in slugs
    }


def _text(one: Overview) -> str:
    return json.dumps([one.known[1:], list(one.shapes.items())])


def _counted(slug: str, text: str) -> Overview:
    known, shapes = json.loads(text)
    return Overview(slug, Recalled(slug, 0, 0, None), Known(slug, *known), shapes=dict(shapes))


def _judged(one: Overview, text: str) -> Overview:
    recall, young, mature = json.loads(text)
    return replace(
        one, recall=Recalled(one.slug, *recall), young=tuple(young), mature=tuple(mature)
    )


def _keep(db: Database, rows: list[tuple[str, str, str, str]], version: int) -> None:
    """Keeps what was counted, unless another connection wrote since."""
    with writing(db):
        if _version(db) == version:
            db.conn.executemany(
                "INSERT INTO episode_overviews (episode, counted, basis, judged)"
                " VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " counted = excluded.counted, basis = excluded.basis, judged = excluded.judged",
                rows,
            )
