"""The table of what stands where in Anki; append-only like ``schema``."""

from __future__ import annotations

PLACES = (
    # card_id has no foreign key: a number is never given to another card, whatever becomes of the
    # first. since: seconds since 1970.
    """
    CREATE TABLE anki_places (
        card_id TEXT PRIMARY KEY,
        guid TEXT NOT NULL,
        ord INTEGER NOT NULL CHECK (ord >= 0),
        alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
        since INTEGER NOT NULL,
        UNIQUE (guid, ord)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO anki_places (card_id, guid, ord, alone, since)
        SELECT id, id, 0, 1, 0 FROM cards WHERE kind = 'cloze'
    """,
)
