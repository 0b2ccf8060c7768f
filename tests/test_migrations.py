"""The migrations: each runs once, in order, and together they give exactly this schema."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from quizapp.errors import StoreError
from quizapp.model import AnkiPlace, CardKind, Note
from quizapp.store import anki_places, database
from quizapp.store.migrations import known_migrations, migrations

CLOZE, RECALL = CardKind.CLOZE, CardKind.RECALL


def test_migrations_are_numbered_without_a_gap(db: Database) -> None:
    names = [one.name for one in migrations.applied(db)]
    assert names == sorted(known_migrations())
    assert [name[:5] for name in names] == [f"m{n:03d}_" for n in range(1, len(names) + 1)]


def test_the_schema_is_this_one(db: Database) -> None:
    """An applied migration never changes; what is new comes as a new one, and is added here."""
    columns = {
        name: " ".join(column.name for column in db.table(name).columns)
        for name in db.table_names()
        if not name.startswith(("_", "card_texts_"))
    }
    assert columns == {
        "episodes": "slug title show number host guests published duration_seconds description"
        " changed_at files chapters conflicts sections turns",
        "documents": "episode path root text",
        "notes": "id episode generator anchor key sources",
        "cards": "id note_id episode kind position score retired decision decided_at"
        " changed_at content_hash prompt answer options answer_index accepted explanation tags"
        " sources",
        "edits": "card_id prompt answer edited_at",
        "note_aliases": "computed_id note_id",
        "card_aliases": "computed_id card_id",
        "learners": "id",
        "memory": "learner card_id state step stability difficulty due due_day last_review_at"
        " last_day utc_offset interval_seconds reps lapses",
        "reviews": "id learner card_id rating reviewed_at utc_offset study_day duration_ms state"
        " stability elapsed_days reps lapses undone_at",
        "undo_steps": "review_id study_day before",
        "burials": "learner card_id until_day",
        "settings": "learner name value",
        "queue": "learner card_id note_id episode queue due score last_day stability",
        "quizzes": "id learner episode title limit_seconds started_at finished_at put_up_at",
        "quiz_questions": "quiz_id place card_id card given points overruled answered_at",
        "rounds": "id learner title counts started_at",
        "round_cards": "round_id place card_id rating review_id",
        "flags": "card_id reason flagged_at",
        "deeds": "id learner card_id what before study_day after_review",
        "person_tags": "card_id tag given",
        "trash": "episode deleted_at decisions",
        "browse": "id card_id episode kind status position score changed_at state due"
        " interval_seconds stability difficulty reps lapses last_day last_review_at",
        "card_texts": "prompt answer more tags",
        "models": "id learner after_review parameters desired_retention steps",
        "leeches": "card_id learner review_id set_aside reword decision",
        "summaries": "learner upto stale",
        "summary_undone": "review_id",
        "review_days": "learner study_day answers duration_ms young_passed young_failed"
        " mature_passed mature_failed",
        "review_kinds": "learner kind state rating first mature answers duration_ms",
        "review_episodes": "learner episode mature study_day passed failed",
        "episode_overviews": "episode counted basis judged",
        "worked_out": "name depends_on found",
        "predictions": "learner elapsed_bin reps_bin lapses_bin twentieth answers predicted"
        " recalled loss",
        "note_standing": "learner note_id episode seen known",
        "anki_places": "card_id guid ord alone since",
        "given_titles": "episode title",
    }
    assert db.view_names() == [
        "queue_rows",
        "cards_view",
        "reviews_view",
        "browse_rows",
        "card_text_rows",
    ]


def test_a_database_of_an_older_version_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = database.connect(path)
    with database.writing(old):
        old.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
        migrations.apply(old, stop_before="m003_queue")
    assert "queue" not in old.table_names()
    old.close()
    new = database.open_database(path)
    assert "queue" in new.table_names() and "cards_view" in new.view_names()
    new.close()


def test_cloze_cards_of_before_are_alone_in_anki(
    tmp_path: Path, make_note: Callable[..., Note], save: Callable[..., object], db: Database
) -> None:
    """Nobody knows which of them were exported; each would have gone alone, under its own id."""
    cloze, recall = (make_note(n, kinds=(kind,)) for n, kind in enumerate((CLOZE, RECALL)))
    save(cloze, recall)
    old = database.connect(tmp_path / "old.db")
    migrations.apply(old, stop_before="m014_anki_places")
    old.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
    for table in ("episodes", "notes", "cards"):
        names = ", ".join(f'"{column.name}"' for column in old.table(table).columns)
        for row in db.execute(f"SELECT {names} FROM {table}"):
            marks = ", ".join("?" * len(row))
            old.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
    old.conn.commit()
    old.close()
    new = database.open_database(tmp_path / "old.db")
    [card] = cloze.cards
    assert anki_places.places(new) == {card.id: AnkiPlace(card.id, 0, alone=True)}
    new.close()


def test_a_migration_that_fails_leaves_the_old_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(db: Database, **_: object) -> None:
        db.execute("CREATE TABLE half_done (id INTEGER)")
        raise StoreError("no")

    monkeypatch.setattr(database.migrations, "apply", fail)
    with pytest.raises(StoreError):
        database.open_database(tmp_path / "new.db")
    raw = database.connect(tmp_path / "new.db")
    assert raw.table_names() == []
    raw.close()
