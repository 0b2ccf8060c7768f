"""How the database came to look as it does. Append-only: never change a migration, add one.

What each one makes stands in ``schema``.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from quizapp.store import (
    desk_schema,
    exchange_schema,
    insight_schema,
    naming_schema,
    schema,
    session_schema,
)

migrations = Migrations("quizapp")


def known_migrations() -> frozenset[str]:
    """The names of all migrations of this version."""
    empty = Database(memory=True, execute_plugins=False)
    try:
        return frozenset(migration.name for migration in migrations.pending(empty))
    finally:
        empty.close()


def _run(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)


@migrations()
def m001_library(db: Database) -> None:
    """Episodes, their documents, notes and cards; a person's words beside the program's."""
    _run(db, schema.LIBRARY)


@migrations()
def m002_progress(db: Database) -> None:
    """What a learner did and where it left each card; reviews are an append-only log."""
    _run(db, schema.PROGRESS)


@migrations()
def m003_queue(db: Database) -> None:
    """What is asked next, kept in order by triggers so that finding it takes no search."""
    _run(db, schema.QUEUE)


@migrations()
def m004_views(db: Database) -> None:
    """Cards and reviews as a person reads them."""
    _run(db, schema.VIEWS)


@migrations()
def m005_sessions(db: Database) -> None:
    """Quizzes, rounds over chosen cards, flags, and what undo takes back besides answers."""
    _run(db, session_schema.SESSIONS)


@migrations()
def m006_desk(db: Database) -> None:
    """Search over all cards, a person's own tags, and deleted episodes that can be brought back."""
    _run(db, desk_schema.DESK)


@migrations()
def m007_insight(db: Database) -> None:
    """Memory models through time, leeches, and the log summed up for the progress page."""
    _run(db, insight_schema.INSIGHT)


@migrations()
def m008_standing(db: Database) -> None:
    """How notes and cards stand, counted as they change, for the progress page."""
    _run(db, insight_schema.STANDING)


@migrations()
def m009_counting(db: Database) -> None:
    """Slim indexes that the progress page counts from."""
    _run(db, insight_schema.COUNTING)


@migrations()
def m010_steps(db: Database) -> None:
    """Learning steps and the beginning of a study day belong to what was in force when."""
    _run(db, insight_schema.STEPS)


@migrations()
def m011_recalls(db: Database) -> None:
    """True retention by episode, summed up with the rest of the log."""
    _run(db, insight_schema.RECALLS)


@migrations()
def m012_chance(db: Database) -> None:
    """The chance of recall of all cards is read from one index, corrected or not."""
    _run(db, insight_schema.CHANCE)


@migrations()
def m013_overview(db: Database) -> None:
    """What was counted of an episode is kept until one of its cards changes."""
    _run(db, insight_schema.OVERVIEW)


@migrations()
def m014_anki_places(db: Database) -> None:
    """Which card is which blank of which note in Anki; those of before are alone there."""
    _run(db, exchange_schema.PLACES)


@migrations()
def m015_given_titles(db: Database) -> None:
    """The names that a person gave to episodes, which no build takes away."""
    _run(db, naming_schema.NAMES)
