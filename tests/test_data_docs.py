"""What is written about the database is true of it: columns, tables, and every query runs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from quizapp import study
from quizapp.model import Note, Rating

DOCS = Path(__file__).resolve().parents[1] / "docs"
TEXT = (DOCS / "data.md").read_text("utf-8")
QUERIES = re.findall(r"^([A-Z][^\n]+):\n\n```sql\n(.+?);\n```", TEXT, re.MULTILINE | re.DOTALL)


@pytest.fixture
def studied(
    db: Database, save: Callable[..., object], make_note: Callable[..., Note], now: datetime
) -> Database:
    save(*(make_note(n) for n in range(4)))
    for day in (0, 3, 20):
        at = now + timedelta(days=day)
        while item := study.next_item(db, at):
            rating = Rating.AGAIN if day == 20 and at.minute < 2 else Rating.GOOD
            study.answer(db, item.card.id, rating, at, duration_ms=4000)
            at += timedelta(minutes=1)
    return db


def test_there_are_queries() -> None:
    assert len(QUERIES) == 9


@pytest.mark.parametrize(("title", "sql"), QUERIES, ids=[title[:30] for title, _ in QUERIES])
def test_every_query_answers(studied: Database, title: str, sql: str) -> None:
    assert studied.execute(sql.replace("'now'", "'2026-01-26'")).fetchall(), title


def test_datasette_has_the_same_queries() -> None:
    form = json.loads((DOCS / "datasette.json").read_text("utf-8"))
    found = form["databases"]["quizapp"]["queries"].values()
    assert [(one["title"], one["sql"]) for one in found] == QUERIES


@pytest.mark.parametrize("view", ["cards_view", "reviews_view"])
def test_the_views_have_these_columns(db: Database, view: str) -> None:
    (listed,) = re.findall(rf"^\| `{view}` \|[^|]+\| `([^`]+)` \|$", TEXT, re.MULTILINE)
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({view})")]
    assert listed.split(", ") == columns


def test_the_tables_exist(db: Database) -> None:
    tables = TEXT.split("## Tables")[1].split("##")[0]
    rows = re.findall(r"^\| (`[^|]+) \|", tables, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named and named <= set(db.table_names())
