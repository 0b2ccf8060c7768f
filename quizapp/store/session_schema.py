"""The tables of quizzes, rounds and of what a session does to cards; append-only like ``schema``.

Times and days are counted as there. A question keeps its card as it was asked, so that a result
stays what it was when the card is reworded or gone.
"""

from __future__ import annotations

SESSIONS = (
    # episode: null for a mix. limit_seconds: null without a clock. put_up_at: when its misses
    # were given to study.
    """
    CREATE TABLE quizzes (
        id INTEGER PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learners (id),
        episode TEXT,
        title TEXT NOT NULL,
        limit_seconds INTEGER,
        started_at INTEGER NOT NULL,
        finished_at INTEGER,
        put_up_at INTEGER
    ) STRICT
    """,
    # given: what was answered, as JSON; null while it is open. points: from 0 to 1.
    """
    CREATE TABLE quiz_questions (
        quiz_id INTEGER NOT NULL REFERENCES quizzes (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        card_id TEXT NOT NULL,
        card TEXT NOT NULL,
        given TEXT,
        points REAL,
        overruled INTEGER NOT NULL DEFAULT 0 CHECK (overruled IN (0, 1)),
        answered_at INTEGER,
        PRIMARY KEY (quiz_id, place)
    ) STRICT, WITHOUT ROWID
    """,
    # A round is a session over chosen cards; counts: whether its answers change the schedule.
    """
    CREATE TABLE rounds (
        id INTEGER PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learners (id),
        title TEXT NOT NULL,
        counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
        started_at INTEGER NOT NULL
    ) STRICT
    """,
    # review_id: the answer in the log, where the round counts; what undo took back is open again.
    """
    CREATE TABLE round_cards (
        round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        rating INTEGER CHECK (rating BETWEEN 1 AND 4),
        review_id INTEGER REFERENCES reviews (id),
        PRIMARY KEY (round_id, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX round_cards_of_card ON round_cards (card_id)",
    """
    CREATE TABLE flags (
        card_id TEXT PRIMARY KEY REFERENCES cards (id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        flagged_at INTEGER NOT NULL
    ) STRICT
    """,
    # What a session did to a card besides answering, so that undo takes it back in turn with the
    # answers; after_review: the last answer that came before it.
    """
    CREATE TABLE deeds (
        id INTEGER PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learners (id),
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        what TEXT NOT NULL,
        before TEXT NOT NULL,
        study_day INTEGER NOT NULL,
        after_review INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX deeds_of_card ON deeds (card_id)",
)
