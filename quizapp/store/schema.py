"""The tables, as their migrations make them; append-only like these.

Times are milliseconds since 1970 in UTC (``…_at``, ``due``), days are study days counted from
1970-01-01 (``…_day``); the views ``cards_view`` and ``reviews_view`` show both for reading in a
shell. Lists are JSON.
"""

from __future__ import annotations

LIBRARY = (
    """
    CREATE TABLE episodes (
        slug TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        show TEXT,
        number INTEGER,
        host TEXT,
        guests TEXT NOT NULL,
        published TEXT,
        duration_seconds INTEGER,
        description TEXT,
        changed_at INTEGER NOT NULL,
        files TEXT NOT NULL,
        chapters TEXT NOT NULL,
        conflicts TEXT NOT NULL,
        sections TEXT NOT NULL,
        turns TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE documents (
        episode TEXT NOT NULL REFERENCES episodes (slug) ON DELETE CASCADE,
        path TEXT NOT NULL,
        root TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (episode, path, root)
    ) STRICT
    """,
    """
    CREATE TABLE notes (
        id TEXT PRIMARY KEY,
        episode TEXT NOT NULL REFERENCES episodes (slug) ON DELETE CASCADE,
        generator TEXT NOT NULL,
        anchor TEXT NOT NULL,
        "key" TEXT NOT NULL,
        sources TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX notes_of_episode ON notes (episode)",
    # position: its place in its episode's introduction, so that all episodes come in turn.
    # retired: the source no longer yields it. decision: what a person said, which beats that.
    """
    CREATE TABLE cards (
        id TEXT PRIMARY KEY,
        note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
        episode TEXT NOT NULL REFERENCES episodes (slug) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        score REAL NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
        decision TEXT CHECK (decision IN ('active', 'suspended', 'rejected')),
        decided_at INTEGER,
        status TEXT NOT NULL GENERATED ALWAYS AS (
            COALESCE(decision, CASE retired WHEN 1 THEN 'retired' ELSE 'active' END)
        ) STORED,
        changed_at INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        prompt TEXT NOT NULL,
        answer TEXT NOT NULL,
        options TEXT,
        answer_index INTEGER,
        accepted TEXT NOT NULL,
        explanation TEXT,
        tags TEXT NOT NULL,
        sources TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cards_of_note ON cards (note_id)",
    "CREATE INDEX cards_of_episode ON cards (episode, status)",
    """
    CREATE TABLE edits (
        card_id TEXT PRIMARY KEY REFERENCES cards (id) ON DELETE CASCADE,
        prompt TEXT,
        answer TEXT,
        edited_at INTEGER NOT NULL
    ) STRICT
    """,
    # A source that was reworded yields a new computed id for a note or card that is known already.
    """
    CREATE TABLE note_aliases (
        computed_id TEXT PRIMARY KEY,
        note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX aliases_of_note ON note_aliases (note_id)",
    """
    CREATE TABLE card_aliases (
        computed_id TEXT PRIMARY KEY,
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX aliases_of_card ON card_aliases (card_id)",
)

PROGRESS = (
    "CREATE TABLE learners (id TEXT PRIMARY KEY) STRICT",
    "INSERT INTO learners (id) VALUES ('me')",
    """
    CREATE TABLE memory (
        learner TEXT NOT NULL REFERENCES learners (id),
        card_id TEXT NOT NULL REFERENCES cards (id),
        state TEXT NOT NULL CHECK (state IN ('learning', 'review', 'relearning')),
        step INTEGER,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        due INTEGER NOT NULL,
        due_day INTEGER NOT NULL,
        last_review_at INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        utc_offset INTEGER NOT NULL,
        interval_seconds INTEGER NOT NULL,
        reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        PRIMARY KEY (card_id, learner)
    ) STRICT, WITHOUT ROWID
    """,
    # state to lapses: how the card stood before the answer (null for a new card), which is what
    # the model predicted from; utc_offset in minutes.
    """
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learners (id),
        card_id TEXT NOT NULL REFERENCES cards (id),
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
        reviewed_at INTEGER NOT NULL,
        utc_offset INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        duration_ms INTEGER CHECK (duration_ms BETWEEN 0 AND 60000),
        state TEXT NOT NULL CHECK (state IN ('new', 'learning', 'review', 'relearning')),
        stability REAL,
        elapsed_days INTEGER,
        reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        undone_at INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX reviews_of_card ON reviews (card_id, learner, reviewed_at)
    WHERE undone_at IS NULL
    """,
    """
    CREATE INDEX reviews_of_day ON reviews (learner, study_day, card_id, state)
    WHERE undone_at IS NULL
    """,
    """
    CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN
        SELECT RAISE(ABORT, 'reviews are an append-only log');
    END
    """,
    """
    CREATE TRIGGER reviews_keep_their_words
    BEFORE UPDATE OF id, learner, card_id, rating, reviewed_at, utc_offset, study_day, duration_ms
    ON reviews BEGIN
        SELECT RAISE(ABORT, 'reviews are an append-only log');
    END
    """,
    # The schedule before an answer of today, so that undo restores it exactly; null for a new card.
    """
    CREATE TABLE undo_steps (
        review_id INTEGER PRIMARY KEY REFERENCES reviews (id),
        study_day INTEGER NOT NULL,
        before TEXT
    ) STRICT
    """,
    "CREATE INDEX undo_steps_of_day ON undo_steps (study_day)",
    """
    CREATE TABLE burials (
        learner TEXT NOT NULL REFERENCES learners (id),
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        until_day INTEGER NOT NULL,
        PRIMARY KEY (card_id, learner)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE settings (
        learner TEXT NOT NULL REFERENCES learners (id),
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (learner, name)
    ) STRICT, WITHOUT ROWID
    """,
)

_REQUEUE = """
    DELETE FROM queue WHERE card_id = {card};
    INSERT INTO queue SELECT * FROM queue_rows WHERE card_id = {card};
"""


def _requeue(name: str, event: str, card: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {_REQUEUE.format(card=card)} END"


QUEUE = (
    # due: a position for new cards, milliseconds for learning ones, a study day for reviews.
    """
    CREATE VIEW queue_rows AS
    SELECT
        learners.id AS learner,
        cards.id AS card_id,
        cards.note_id AS note_id,
        cards.episode AS episode,
        CASE
            WHEN memory.state IS NULL THEN 'new'
            WHEN memory.state = 'review' THEN 'review'
            ELSE 'learning'
        END AS queue,
        CASE
            WHEN memory.state IS NULL THEN cards.position
            WHEN memory.state = 'review' THEN memory.due_day
            ELSE memory.due
        END AS due,
        cards.score AS score,
        memory.last_day AS last_day,
        memory.stability AS stability
    FROM cards
    CROSS JOIN learners
    LEFT JOIN memory ON memory.card_id = cards.id AND memory.learner = learners.id
    WHERE cards.status = 'active'
    """,
    """
    CREATE TABLE queue (
        learner TEXT NOT NULL,
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        note_id TEXT NOT NULL,
        episode TEXT NOT NULL,
        queue TEXT NOT NULL,
        due INTEGER NOT NULL,
        score REAL NOT NULL,
        last_day INTEGER,
        stability REAL,
        PRIMARY KEY (card_id, learner)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX queue_order
    ON queue (learner, queue, due, score, last_day, stability, note_id, episode)
    """,
    """
    CREATE INDEX queue_order_of_episode
    ON queue (learner, episode, queue, due, score, last_day, stability, note_id)
    """,
    _requeue("card_added", "INSERT ON cards", "NEW.id"),
    _requeue(
        "card_changed",
        "UPDATE OF note_id, episode, position, score, retired, decision ON cards",
        "NEW.id",
    ),
    _requeue("memory_added", "INSERT ON memory", "NEW.card_id"),
    _requeue("memory_changed", "UPDATE ON memory", "NEW.card_id"),
    _requeue("memory_removed", "DELETE ON memory", "OLD.card_id"),
)

VIEWS = (
    """
    CREATE VIEW cards_view AS
    SELECT
        cards.id,
        cards.episode,
        cards.kind,
        cards.status,
        COALESCE(edits.prompt, cards.prompt) AS prompt,
        COALESCE(edits.answer, cards.answer) AS answer,
        memory.learner,
        COALESCE(memory.state, 'new') AS state,
        round(memory.stability, 2) AS stability_days,
        round(memory.difficulty, 2) AS difficulty,
        date(memory.due_day * 86400, 'unixepoch') AS due_day,
        round(memory.interval_seconds / 86400.0, 3) AS interval_days,
        memory.reps,
        memory.lapses
    FROM cards
    LEFT JOIN edits ON edits.card_id = cards.id
    LEFT JOIN memory ON memory.card_id = cards.id
    """,
    """
    CREATE VIEW reviews_view AS
    SELECT
        reviews.id,
        reviews.learner,
        strftime('%Y-%m-%d %H:%M:%S',
                 reviews.reviewed_at / 1000 + reviews.utc_offset * 60, 'unixepoch')
            AS reviewed_at_local,
        date(reviews.study_day * 86400, 'unixepoch') AS study_day,
        CASE reviews.rating
            WHEN 1 THEN 'again' WHEN 2 THEN 'hard' WHEN 3 THEN 'good' ELSE 'easy'
        END AS rating,
        reviews.state AS state_before,
        round(reviews.duration_ms / 1000.0, 1) AS seconds,
        cards.episode,
        cards.prompt,
        reviews.card_id
    FROM reviews
    JOIN cards ON cards.id = reviews.card_id
    WHERE reviews.undone_at IS NULL
    """,
)
