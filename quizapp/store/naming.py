"""What a person calls an episode: it stands, whatever a source calls it later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from quizapp.errors import StudyError
from quizapp.model import Episode
from quizapp.store.database import writing
from quizapp.store.records import to_ms

LONGEST_TITLE = 200
"""Characters of a title that are kept."""


def name(db: Database, slug: str, title: str, now: datetime) -> None:
    """Gives an episode its title; raises StudyError for one without words."""
    title = " ".join(title.split())[:LONGEST_TITLE]
    if not any(letter.isalnum() for letter in title):
        raise StudyError("an episode needs a name; write one")
    with writing(db):
        db.execute(
            "UPDATE episodes SET title = ?, changed_at = ? WHERE slug = ? AND title <> ?",
            (title, to_ms(now), slug, title),
        )
        db.execute(
            "INSERT INTO given_titles (episode, title)"
            " SELECT slug, :title FROM episodes WHERE slug = :slug"
            " ON CONFLICT (episode) DO UPDATE SET title = excluded.title",
            {"slug": slug, "title": title},
        )


def named(db: Database, episode: Episode) -> Episode:
    """The episode as it was read, with the title that a person gave it, if any."""
    sql = "SELECT title FROM given_titles WHERE episode = ?"
    found = db.execute(sql, (episode.slug,)).fetchone()
    return replace(episode, title=found[0]) if found else episode
