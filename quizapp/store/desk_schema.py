"""The tables of search, of a person's tags and of deleted episodes; append-only like ``schema``.

``browse`` holds one slim row per card with everything that can be searched or sorted by, kept by
triggers, so that a search never reads the wide rows of ``cards``. ``card_texts`` is its full-text
index, under the same row ids.
"""

from __future__ import annotations

_TEXTS = """
    DELETE FROM card_texts WHERE rowid = (SELECT id FROM browse WHERE card_id = {card});
    INSERT INTO card_texts (rowid, prompt, answer, more, tags)
        SELECT id, prompt, answer, more, tags FROM card_text_rows WHERE card_id = {card};
"""

_ADDED = """
    INSERT INTO browse (card_id, episode, kind, status, position, score, changed_at, state, due,
        interval_seconds, stability, difficulty, reps, lapses, last_day, last_review_at)
        SELECT * FROM browse_rows WHERE card_id = {card};
"""

_FACTS = """
    UPDATE browse SET
        (episode, kind, status, position, score, changed_at, state, due, interval_seconds,
         stability, difficulty, reps, lapses, last_day, last_review_at) =
        (SELECT episode, kind, status, position, score, changed_at, state, due, interval_seconds,
         stability, difficulty, reps, lapses, last_day, last_review_at
         FROM browse_rows WHERE card_id = {card})
    WHERE card_id = {card};
"""


def _on(name: str, event: str, card: str, *what: str) -> str:
    body = "".join(part.format(card=card) for part in what)
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {body} END"


DESK = (
    # given: 1 for a tag that a person added, 0 for a generated one that a person took away.
    """
    CREATE TABLE person_tags (
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        given INTEGER NOT NULL CHECK (given IN (0, 1)),
        PRIMARY KEY (card_id, tag)
    ) STRICT, WITHOUT ROWID
    """,
    # decisions: what was said of each card before, by id, so that all of it comes back. While an
    # episode is deleted its cards are rejected, so that nothing can ask them.
    """
    CREATE TABLE trash (
        episode TEXT PRIMARY KEY REFERENCES episodes (slug) ON DELETE CASCADE,
        deleted_at INTEGER NOT NULL,
        decisions TEXT NOT NULL
    ) STRICT
    """,
    # due: milliseconds for learning cards, a study day for reviews, null for new cards.
    """
    CREATE TABLE browse (
        id INTEGER PRIMARY KEY,
        card_id TEXT NOT NULL UNIQUE,
        episode TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        position INTEGER NOT NULL,
        score REAL NOT NULL,
        changed_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        due INTEGER,
        interval_seconds INTEGER,
        stability REAL,
        difficulty REAL,
        reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        last_day INTEGER,
        last_review_at INTEGER
    ) STRICT
    """,
    """
    CREATE VIEW browse_rows AS
    SELECT
        cards.id AS card_id,
        cards.episode,
        cards.kind,
        cards.status,
        cards.position,
        cards.score,
        max(cards.changed_at, COALESCE(edits.edited_at, 0)) AS changed_at,
        COALESCE(memory.state, 'new') AS state,
        CASE memory.state WHEN 'review' THEN memory.due_day ELSE memory.due END AS due,
        memory.interval_seconds,
        memory.stability,
        memory.difficulty,
        COALESCE(memory.reps, 0) AS reps,
        COALESCE(memory.lapses, 0) AS lapses,
        memory.last_day,
        memory.last_review_at
    FROM cards
    LEFT JOIN edits ON edits.card_id = cards.id
    LEFT JOIN memory ON memory.card_id = cards.id AND memory.learner = 'me'
    """,
    # prefix: words are found while they are typed. tags: one word for each, spelt in hexadecimal,
    # so that a tag is found as a whole, whatever characters it has.
    """
    CREATE VIRTUAL TABLE card_texts USING fts5 (
        prompt, answer, more, tags,
        tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
    )
    """,
    """
    CREATE VIEW card_text_rows AS
    SELECT
        browse.id,
        cards.id AS card_id,
        COALESCE(edits.prompt, cards.prompt) AS prompt,
        COALESCE(edits.answer, cards.answer) AS answer,
        COALESCE(cards.explanation, '') || ' ' || COALESCE(cards.options, '')
            || ' ' || cards.accepted
            || ' ' || COALESCE(json_extract(cards.sources, '$[0].speaker'), '')
            || ' ' || COALESCE(json_extract(cards.sources, '$[0].chapter'), '') AS more,
        (
            SELECT group_concat('t' || hex(lower(tag)), ' ') FROM (
                SELECT value AS tag FROM json_each(cards.tags)
                WHERE value NOT IN
                    (SELECT tag FROM person_tags WHERE card_id = cards.id AND given = 0)
                UNION
                SELECT tag FROM person_tags WHERE card_id = cards.id AND given = 1
            )
        ) AS tags
    FROM browse
    JOIN cards ON cards.id = browse.card_id
    LEFT JOIN edits ON edits.card_id = cards.id
    """,
    _on("browse_card_added", "INSERT ON cards", "NEW.id", _ADDED, _TEXTS),
    _on(
        "browse_card_changed",
        "UPDATE OF episode, kind, position, score, retired, decision, changed_at ON cards",
        "NEW.id",
        _FACTS,
    ),
    _on(
        "browse_card_reworded",
        "UPDATE OF prompt, answer, options, accepted, explanation, tags, sources ON cards",
        "NEW.id",
        _TEXTS,
    ),
    """
    CREATE TRIGGER browse_card_removed BEFORE DELETE ON cards BEGIN
        DELETE FROM card_texts WHERE rowid = (SELECT id FROM browse WHERE card_id = OLD.id);
        DELETE FROM browse WHERE card_id = OLD.id;
    END
    """,
    _on("browse_edit_added", "INSERT ON edits", "NEW.card_id", _TEXTS, _FACTS),
    _on("browse_edit_changed", "UPDATE ON edits", "NEW.card_id", _TEXTS, _FACTS),
    _on("browse_edit_removed", "DELETE ON edits", "OLD.card_id", _TEXTS, _FACTS),
    _on("browse_tag_added", "INSERT ON person_tags", "NEW.card_id", _TEXTS),
    _on("browse_tag_changed", "UPDATE ON person_tags", "NEW.card_id", _TEXTS),
    _on("browse_tag_removed", "DELETE ON person_tags", "OLD.card_id", _TEXTS),
    _on("browse_memory_added", "INSERT ON memory", "NEW.card_id", _FACTS),
    _on("browse_memory_changed", "UPDATE ON memory", "NEW.card_id", _FACTS),
    _on("browse_memory_removed", "DELETE ON memory", "OLD.card_id", _FACTS),
    # What the library holds already.
    _ADDED.replace("WHERE card_id = {card};", "ORDER BY episode, position, card_id"),
    """
    INSERT INTO card_texts (rowid, prompt, answer, more, tags)
        SELECT id, prompt, answer, more, tags FROM card_text_rows
    """,
)
