"""Opens the database: one SQLite file, made and migrated at startup, ready for several threads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from quizapp.errors import StoreError
from quizapp.store.migrations import known_migrations, migrations

APPLICATION_ID = 0x71756970
"""Stands in the header of the file, so that another program's database is not taken for ours."""

BUSY_TIMEOUT_MS = 15_000
"""How long a writer waits for another one: longer than a build of many episodes takes."""

_OLDEST_SQLITE = (3, 37, 0)
_MAGIC = b"SQLite format 3\x00"

_ADVICE = (
    ("malformed", "the database is damaged; restore a backup, or move the file away to start anew"),
    (
        "not a database",
        "this is not a database of quizapp; move it away or choose another folder with --home",
    ),
    ("locked", "the database is busy in another program; close that one and try again"),
    ("full", "the disk is full; make room and try again"),
    ("readonly", "the database cannot be written; check the permissions of the file and folder"),
    (
        "unable to open",
        "the database cannot be opened; check the permissions of the file and folder",
    ),
    ("disk i/o", "the disk reports an error; check it, and restore a backup if the file is hurt"),
)


def database_path(home: Path) -> Path:
    """The database of the data folder ``home``."""
    return home / "quizapp.db"


def explain(error: sqlite3.Error, path: Path | str | None = None) -> StoreError:
    """What SQLite complains about, in one line that says what to do."""
    text = str(error)
    advice = next((ours for theirs, ours in _ADVICE if theirs in text.lower()), None)
    message = advice or f"the database gave an error ({text}); run quizapp doctor"
    return StoreError(message, path=None if path is None else str(path))


def open_database(path: Path) -> Database:
    """The database at ``path``, made where there is none, brought to this version.

    Called once at startup; further threads ``connect``. Raises StoreError, in one line, for a
    damaged file, another program's file, a newer version's, a folder, or one that cannot be
    written.
    """
    _check_sqlite()
    _make_room(path)
    with _explained(path):
        db = connect(path)
        try:
            _check_ours(db, path)
            _migrate(db, path)
            db.enable_wal()
        except BaseException:
            db.close()
            raise
    return db


def connect(path: Path, *, handed_on: bool = False) -> Database:
    """A further connection to a database that ``open_database`` has made ready.

    A connection belongs to the thread that opens it, which closes it when done; one that is to be
    ``handed_on`` serves several, one after the other.
    """
    with _explained(path):
        connection = sqlite3.connect(
            path, timeout=BUSY_TIMEOUT_MS / 1000, check_same_thread=not handed_on
        )
        try:
            db = Database(connection, execute_plugins=False, strict=True)
            db.execute("PRAGMA foreign_keys = ON")
            # With WAL, a power cut can lose the last answers but never hurts the file.
            db.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
    return db


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One transaction that holds the write lock from its start; nested, it joins the outer one.

    ``db.atomic()`` begins by reading, and a reader that turns writer fails at once where another
    program wrote in between; this waits for its turn instead.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.commit()
    except BaseException:
        db.rollback()
        raise


def rows(
    db: Database, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
) -> Iterator[dict[str, Any]]:
    """Rows by their columns' names, as they are read; without ``db.query``'s savepoint."""
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        wanted = ".".join(map(str, _OLDEST_SQLITE))
        raise StoreError(
            f"this Python has SQLite {sqlite3.sqlite_version}, quizapp needs {wanted}; "
            "install a newer Python"
        )


def _make_room(path: Path) -> None:
    """Makes the folder, and refuses what is no database before SQLite touches it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise StoreError(
                "a folder stands where the database should be; move it away", path=str(path)
            )
        if path.exists():
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
            if start and start != _MAGIC:
                raise explain(sqlite3.DatabaseError("file is not a database"), path)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(
            "the data folder is a file; move it away or choose a folder with --home",
            path=str(path),
        ) from error
    except OSError as error:
        raise StoreError(
            f"the data folder cannot be used ({error.strerror}); check its permissions or choose "
            "another with --home",
            path=str(path),
        ) from error


def _check_ours(db: Database, path: Path) -> None:
    """Refuses another program's database before anything is written to it."""
    (ours,) = db.execute("PRAGMA application_id").fetchone()
    if ours != APPLICATION_ID and db.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError(
            "this database belongs to another program; choose another folder with --home",
            path=str(path),
        )


def _migrate(db: Database, path: Path) -> None:
    if not _outdated(db, path):
        return
    with writing(db):
        if not _outdated(db, path):  # another program was faster
            return
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(db)
        if broken := db.execute("PRAGMA foreign_key_check").fetchall():
            raise StoreError(
                f"the database refers to {len(broken)} things that are gone; restore a backup",
                path=str(path),
            )


def _outdated(db: Database, path: Path) -> bool:
    """Whether migrations are pending; raises StoreError for a newer version's database."""
    pending = {migration.name for migration in migrations.pending(db)}
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - known_migrations():
        raise StoreError(
            "this database was written by a newer quizapp; update quizapp to use it",
            path=str(path),
        )
    return bool(pending)
