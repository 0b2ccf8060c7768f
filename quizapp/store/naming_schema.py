"""The table of names that a person gave; append-only like ``schema``."""

from __future__ import annotations

NAMES = (
    """
    CREATE TABLE given_titles (
        episode TEXT PRIMARY KEY REFERENCES episodes (slug) ON DELETE CASCADE,
        title TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
