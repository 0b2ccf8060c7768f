"""What the episodes of the library offer to each other as wrong options, kept as it was found."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from quizapp.material.neighbours import VERSION, shelf
from quizapp.offers import Shelf, Stock, shelf_from, shelf_json
from quizapp.store.library import episode
from quizapp.store.worked_out import keep, kept


def stock(db: Database, slugs: Collection[str]) -> Stock:
    """What a build of these episodes finds: the shelves of the others, and their own options."""
    others = {
        slug: _shelf(db, slug, changed, length)
        for slug, changed, length in db.execute(
            "SELECT slug, changed_at, length(sections) FROM episodes"
            " WHERE slug NOT IN (SELECT episode FROM trash) ORDER BY slug"
        ).fetchall()
        if slug not in slugs
    }
    return Stock(others, {slug: _options(db, slug) for slug in slugs})


def remember(db: Database, slug: str, made: Shelf) -> None:
    """Keeps the shelf of an episode that was stored just now; joins the caller's transaction."""
    sql = "SELECT changed_at, length(sections) FROM episodes WHERE slug = ?"
    changed, length = db.execute(sql, (slug,)).fetchone()
    keep(db, f"shelf {slug}", (VERSION, changed, length), shelf_json(made))


def _shelf(db: Database, slug: str, changed: int, length: int) -> Shelf:
    def work() -> object:
        return shelf_json(shelf(episode(db, slug)))

    return shelf_from(kept(db, f"shelf {slug}", (VERSION, changed, length), work))


def _options(db: Database, slug: str) -> frozenset[str]:
    """The options that the cards of an episode have."""
    found = db.execute(
        "SELECT options FROM cards WHERE episode = ? AND kind IN ('choice', 'attribution')", (slug,)
    )
    return frozenset(text for (options,) in found for text in json.loads(options or "[]"))
