"""The tables of what scheduling remembers and of the log summed up; append-only like ``schema``.

Days and times are counted as there. The sums follow the log by themselves (``store.summaries``):
they can be thrown away at any time and come back from it.
"""

from __future__ import annotations

INSIGHT = (
    # The memory model in force for reviews with an id above after_review, until the next row.
    """
    CREATE TABLE models (
        id INTEGER PRIMARY KEY,
        learner TEXT NOT NULL REFERENCES learners (id),
        after_review INTEGER NOT NULL,
        parameters TEXT NOT NULL,
        desired_retention REAL NOT NULL
    ) STRICT
    """,
    # review_id: the lapse that made it one. decision: what was said of the card before it was set
    # aside; set_aside: 1 while it waits to be taken up, or to be reworded.
    """
    CREATE TABLE leeches (
        card_id TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        learner TEXT NOT NULL REFERENCES learners (id),
        review_id INTEGER NOT NULL REFERENCES reviews (id),
        set_aside INTEGER NOT NULL CHECK (set_aside IN (0, 1)),
        reword INTEGER NOT NULL CHECK (reword IN (0, 1)),
        decision TEXT,
        PRIMARY KEY (card_id, learner)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX leeches_of_review ON leeches (review_id)",
    *(
        f"""
        CREATE TRIGGER leech_reworded_by_{event.lower()} AFTER {event} ON edits BEGIN
            UPDATE cards SET decision = NULL
            WHERE id = NEW.card_id AND decision = 'suspended' AND id IN
                (SELECT card_id FROM leeches WHERE set_aside = 1 AND reword = 1);
            UPDATE leeches SET set_aside = 0 WHERE card_id = NEW.card_id AND reword = 1;
        END
        """  # noqa: S608 - words of this module
        for event in ("INSERT", "UPDATE")
    ),
    # Reviews up to the id upto are in the sums; stale: they have to be made anew.
    """
    CREATE TABLE summaries (
        learner TEXT PRIMARY KEY REFERENCES learners (id),
        upto INTEGER NOT NULL,
        stale INTEGER NOT NULL CHECK (stale IN (0, 1))
    ) STRICT
    """,
    "INSERT INTO summaries (learner, upto, stale) SELECT id, 0, 0 FROM learners",
    # Reviews in the sums that undo took back since.
    "CREATE TABLE summary_undone (review_id INTEGER PRIMARY KEY) STRICT",
    # first: a card's first answer of a day. mature: its stability was 21 days or more before it.
    """
    CREATE TABLE review_days (
        learner TEXT NOT NULL,
        study_day INTEGER NOT NULL,
        state TEXT NOT NULL,
        rating INTEGER NOT NULL,
        "first" INTEGER NOT NULL,
        mature INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        PRIMARY KEY (learner, study_day, state, rating, "first", mature)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE review_kinds (
        learner TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        rating INTEGER NOT NULL,
        "first" INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        PRIMARY KEY (learner, kind, state, rating, "first")
    ) STRICT, WITHOUT ROWID
    """,
    # Predictions by the bins of RMSE(bins), and by twentieths of the chance of recall.
    """
    CREATE TABLE predictions (
        learner TEXT NOT NULL,
        elapsed_bin REAL NOT NULL,
        reps_bin REAL NOT NULL,
        lapses_bin REAL NOT NULL,
        twentieth INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        predicted REAL NOT NULL,
        recalled INTEGER NOT NULL,
        loss REAL NOT NULL,
        PRIMARY KEY (learner, elapsed_bin, reps_bin, lapses_bin, twentieth)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER summary_review_undone AFTER UPDATE OF undone_at ON reviews
    WHEN NEW.id <= (SELECT upto FROM summaries WHERE learner = NEW.learner)
        AND (OLD.undone_at IS NULL) AND (NEW.undone_at IS NOT NULL)
    BEGIN
        INSERT OR IGNORE INTO summary_undone (review_id) VALUES (NEW.id);
    END
    """,
    """
    CREATE TRIGGER summary_review_changed
    AFTER UPDATE OF state, stability, elapsed_days, reps, lapses ON reviews
    WHEN NEW.id <= (SELECT upto FROM summaries WHERE learner = NEW.learner)
    BEGIN
        UPDATE summaries SET stale = 1 WHERE learner = NEW.learner AND stale = 0;
    END
    """,
    """
    CREATE TRIGGER summary_review_redone AFTER UPDATE OF undone_at ON reviews
    WHEN NEW.id <= (SELECT upto FROM summaries WHERE learner = NEW.learner)
        AND OLD.undone_at IS NOT NULL AND NEW.undone_at IS NULL
    BEGIN
        UPDATE summaries SET stale = 1 WHERE learner = NEW.learner AND stale = 0;
    END
    """,
    "CREATE INDEX queue_of_note ON queue (learner, note_id, queue, stability, episode)",
)

FIRMNESS = " ".join(f"WHEN stability < {2**step} THEN {step}" for step in range(11))
"""Powers of two of a stability in days: 0 below a day, then 1, 2 to 3, 4 to 7 days, and so on."""

REST = " ".join(f"WHEN interval_seconds < {86_400 * 2**step} THEN {step}" for step in range(1, 11))
"""The same of an interval; a card in learning rests for minutes, which is 0."""

SHAPE = (
    f"CASE {FIRMNESS} ELSE 11 END * 10000 + CAST(difficulty AS INTEGER) * 100"
    f" + CASE WHEN state <> 'review' THEN 0 {REST} ELSE 11 END"
)
"""One number for the stability, the difficulty and the interval of a card that was seen."""

_NOTE = """
    DELETE FROM note_standing WHERE note_id = {note} AND learner = {learner};
    INSERT INTO note_standing {standing} AND note_id = {note} AND learner = {learner}
        GROUP BY learner, note_id;
"""
_STANDING = """
    SELECT learner, note_id, max(episode), max(queue <> 'new'),
        min(queue = 'review' AND stability >= 21)
    FROM queue WHERE 1
"""


def _follow(name: str, event: str, row: str) -> str:
    body = _NOTE.format(note=f"{row}.note_id", learner=f"{row}.learner", standing=_STANDING)
    return f"CREATE TRIGGER {name} AFTER {event} ON queue BEGIN {body} END"


STANDING = (
    f"""
    CREATE INDEX browse_shape ON browse ({SHAPE})
    WHERE status = 'active' AND stability IS NOT NULL
    """,
    # A note by its active cards: seen, when one of them was; known, when all are mature.
    """
    CREATE TABLE note_standing (
        learner TEXT NOT NULL,
        note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
        episode TEXT NOT NULL,
        seen INTEGER NOT NULL,
        known INTEGER NOT NULL,
        PRIMARY KEY (note_id, learner)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX note_standing_of_episode ON note_standing (learner, episode, seen, known)",
    f"INSERT INTO note_standing {_STANDING} GROUP BY learner, note_id",
    _follow("note_standing_added", "INSERT", "NEW"),
    _follow("note_standing_removed", "DELETE", "OLD"),
)

# steps: as JSON, the learning and relearning steps in seconds and the hour at which a study day
# begins; null where these could not be set yet.
STEPS = ("ALTER TABLE models ADD COLUMN steps TEXT",)

# Slim indexes for the progress page: each holds just what one of its figures is counted from.
COUNTING = (
    "CREATE INDEX browse_due ON browse (state, due) WHERE status = 'active'",
    "CREATE INDEX browse_recall ON browse (episode, stability, last_day) WHERE status = 'active'",
    """
    CREATE INDEX browse_lapses ON browse (lapses DESC, difficulty DESC, card_id)
    WHERE status = 'active' AND lapses > 0
    """,
)

# True retention counts a card's first answer of a day in review: it stands in the days, and by the
# episode of the card. What a card is changes seldom: then the sums are made anew.
RECALLS = (
    "DROP TABLE review_days",
    """
    CREATE TABLE review_days (
        learner TEXT NOT NULL,
        study_day INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        young_passed INTEGER NOT NULL,
        young_failed INTEGER NOT NULL,
        mature_passed INTEGER NOT NULL,
        mature_failed INTEGER NOT NULL,
        PRIMARY KEY (learner, study_day)
    ) STRICT, WITHOUT ROWID
    """,
    "DROP TABLE review_kinds",
    """
    CREATE TABLE review_kinds (
        learner TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        rating INTEGER NOT NULL,
        "first" INTEGER NOT NULL,
        mature INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        PRIMARY KEY (learner, kind, state, rating, "first", mature)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE review_episodes (
        learner TEXT NOT NULL,
        episode TEXT NOT NULL,
        mature INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        failed INTEGER NOT NULL,
        PRIMARY KEY (learner, episode, mature, study_day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER summary_card_moved AFTER UPDATE OF episode, kind ON cards
    WHEN (OLD.episode <> NEW.episode OR OLD.kind <> NEW.kind)
        AND EXISTS (SELECT 1 FROM reviews WHERE card_id = NEW.id)
    BEGIN
        UPDATE summaries SET stale = 1 WHERE stale = 0;
    END
    """,
    # found: as JSON; depends_on: what it was worked out from.
    """
    CREATE TABLE worked_out (
        name TEXT PRIMARY KEY,
        depends_on TEXT NOT NULL,
        found TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "UPDATE summaries SET stale = 1 WHERE upto > 0",
)

# Lapses beside what the model knows: the correction goes by them as well.
CHANCE = (
    "DROP INDEX browse_recall",
    """
    CREATE INDEX browse_chance ON browse (episode, stability, last_day, lapses)
    WHERE status = 'active'
    """,
)


def _forget(name: str, event: str, table: str, *rows: str) -> str:
    forget = "DELETE FROM episode_overviews WHERE episode = {row}.episode;"
    body = " ".join(forget.format(row=row) for row in rows)
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {body} END"


OVERVIEW = (
    # counted: facts and shapes of cards, as JSON; judged: recall now and the year's true retention,
    # which hold for the day, the model and the correction that basis names.
    """
    CREATE TABLE episode_overviews (
        episode TEXT PRIMARY KEY,
        counted TEXT NOT NULL,
        basis TEXT NOT NULL,
        judged TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    _forget("overview_card_added", "INSERT", "browse", "NEW"),
    _forget("overview_card_changed", "UPDATE", "browse", "OLD", "NEW"),
    _forget("overview_card_removed", "DELETE", "browse", "OLD"),
    _forget("overview_note_added", "INSERT", "note_standing", "NEW"),
    _forget("overview_note_removed", "DELETE", "note_standing", "OLD"),
    "DROP INDEX browse_shape",
    f"""
    CREATE INDEX browse_shapes ON browse (episode, {SHAPE})
    WHERE status = 'active' AND stability IS NOT NULL
    """,
)
